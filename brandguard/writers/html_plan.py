"""What the HTML report must know before it is written: order, room, and what its campaigns show.

One walk over the creatives, of which a few figures each are kept, so that the worst can come first
and the file stays small enough to be opened, however long the run was.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from brandguard.writers.approved import shrunk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandguard.model.creative import Note  # noqa: TC004  never stored, named only
    from brandguard.model.facts import FactKind
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import (
        CampaignReport,
        CreativeReport,
        Dimension,
        Finding,
        Report,
        Side,
    )

MOST_FINDINGS = 2000
MOST_CREATIVES = 600
"""Creatives that are shown in detail, the worst first; the rest has a line in the list."""
DETAIL_ROOM = 7_500_000
"""Characters of their details, without pictures: with these and the lists under 15 MB."""
LARGE_PICTURES = 4_000_000
"""Characters of pictures in their own size; those of the creatives that follow are small."""
ALL_PICTURES = 5_500_000
SMALL_PICTURE = 9_000
"""Characters that a small picture is taken to need."""
MOST_THUMBNAILS = 240
"""Pictures on the campaigns' pages."""
MOST_ROWS = 40
"""Of the matrix of a campaign."""
MOST_ACCEPTED = 300
MOST_VALUES = 8
"""Of one kind of fact on one side of a campaign."""

Size = Literal["large", "small", "none"]
_SIZES: tuple[Size, ...] = ("large", "small", "none")
RANKS = {"fail": 0, "unreadable": 1, "warn": 2, "not_evaluable": 3, "pass": 4}
"""In which order verdicts come: the worst first."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture that is in the file once and shown in several places."""

    id: str
    picture: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of one creative is shown."""

    findings: int | None
    """None where it has a line in the list and nothing else."""
    pictures: Size


@dataclass(slots=True)
class Known:
    """What is kept of a creative that a campaign's page speaks of."""

    number: int
    pages: int
    thumbnails: dict[int, Thumbnail] = field(default_factory=dict)


@dataclass(slots=True)
class Measured:
    """In how many creatives a dimension could be judged, and why not in the others."""

    creatives: int = 0
    reasons: dict[str, tuple[int, Note]] = field(default_factory=dict)
    """By the code of the reason: how often, and the first of them."""


Said = dict["FactKind", dict[str, tuple[str, int]]]
"""By kind and value: the fact as it first stands in a creative, and in how many it does."""


class Plan:
    """The order of the creatives, how much of each is shown, and what was gathered on the way."""

    def __init__(self, report: Report) -> None:
        self.known: dict[str, Known] = {}
        self.thumbnails: list[Thumbnail] = []
        self.measured: dict[Dimension, Measured] = {}
        self.accepted: list[tuple[int, str, Finding]] = []
        self.stale: list[tuple[int, str, Finding]] = []
        self.said: list[tuple[Said, Said]] = [({}, {}) for _ in report.campaigns]
        self.cut_findings = self.cut_creatives = False
        self.creatives_shown = 0
        self._homes = _Homes(report.campaigns)
        self._wanted = _wanted(report.campaigns)
        self._ranks, self._scores = bytearray(), array("d")
        self._findings, self._pictures, self._lengths = array("L"), array("L"), array("L")
        for number, creative in enumerate(report.creatives, start=1):
            self._add(number, creative)
        self.order = sorted(range(len(self._ranks)), key=self._worst_first)
        self._shown = array("l", bytes(array("l").itemsize * len(self._ranks)))
        self._sizes = bytearray(len(self._ranks))
        self._share_out()

    def __len__(self) -> int:
        return len(self._ranks)

    def shown(self, number: int) -> Shown:
        """Tell how much of a creative is shown; numbers start at 1."""
        findings = self._shown[number - 1]
        return Shown(findings if findings >= 0 else None, _SIZES[self._sizes[number - 1]])

    def ranked(self) -> Iterator[int]:
        """Walk the creatives' numbers, the worst first: by verdict, by score, as they came."""
        yield from (i + 1 for i in self.order)

    def is_shown(self, path: str) -> bool:
        """Tell whether a creative of a campaign's page has a part of its own."""
        known = self.known.get(path)
        return known is not None and self._shown[known.number - 1] >= 0

    def _worst_first(self, i: int) -> tuple[int, float, int]:
        return self._ranks[i], self._scores[i], i

    def _add(self, number: int, creative: CreativeReport) -> None:
        self._ranks.append(RANKS["unreadable" if creative.error else creative.verdict])
        self._scores.append(-1.0 if creative.score is None else creative.score)
        self._findings.append(len(creative.findings))
        self._pictures.append(sum(len(p.thumbnail or "") for p in creative.page_views))
        self._lengths.append(_length(creative))
        self._tally(number, creative)
        pages = self._wanted.get(creative.path)
        if pages is not None and creative.path not in self.known:
            known = self.known[creative.path] = Known(number, creative.pages)
            self._keep(known, creative.page_views, pages)
        home = self._homes.of(creative)
        if home is not None:
            gather(self.said[home[0]][home[1]], creative)

    def _tally(self, number: int, creative: CreativeReport) -> None:
        for score in creative.dimensions:
            measured = self.measured.setdefault(score.dimension, Measured())
            if score.score is not None:
                measured.creatives += 1
            elif score.reason is not None:
                code = score.reason.code
                times, first = measured.reasons.get(code, (0, score.reason))
                measured.reasons[code] = times + 1, first
        for found in creative.findings:
            stale = found.rule.startswith("WVR")
            rows = self.stale if stale else self.accepted
            if (stale or found.waived) and len(rows) < MOST_ACCEPTED:
                rows.append((number, creative.path, found))

    def _keep(self, known: Known, views: Iterable[PageFeatures], pages: set[int]) -> None:
        """Keep small pictures of the pages that a campaign speaks of, its first page at least."""
        for i, page in enumerate(views):
            wanted = page.number in pages or (i == 0 and pages <= {0})
            if not wanted or not page.thumbnail or len(self.thumbnails) >= MOST_THUMBNAILS:
                continue
            small = shrunk(page.thumbnail)
            if small is None:
                continue
            picture, width, height = small
            thumbnail = Thumbnail(f"t{len(self.thumbnails) + 1}", picture, width, height)
            self.thumbnails.append(thumbnail)
            known.thumbnails[page.number] = thumbnail

    def _share_out(self) -> None:
        """Give the room of the file to the worst creatives first."""
        findings, pictures, room = MOST_FINDINGS, 0, DETAIL_ROOM
        for i in self.order:
            room -= self._lengths[i]
            full = self.creatives_shown == MOST_CREATIVES or room < 0
            if self.cut_findings or full:
                self.cut_creatives = self.cut_creatives or not self.cut_findings
                self._shown[i] = -1
                continue
            self.creatives_shown += 1
            self._shown[i] = min(self._findings[i], findings)
            self.cut_findings = self._shown[i] < self._findings[i]
            findings -= self._shown[i]
            size: Size = "large"
            if pictures + self._pictures[i] > LARGE_PICTURES:
                size = "small" if pictures + SMALL_PICTURE <= ALL_PICTURES else "none"
            self._sizes[i] = _SIZES.index(size)
            cost = {"large": self._pictures[i], "small": SMALL_PICTURE, "none": 0}[size]
            pictures += min(cost, self._pictures[i])


def _length(creative: CreativeReport) -> int:
    """Estimate the characters of a creative's detail without its pictures, rather too many."""
    places = sum(1 + len(f.more_places) for f in creative.findings)
    text = sum(min(len(page.text), 1_500 + 400 * places) for page in creative.page_views[:8])
    colours = min(len(creative.palette), 24)
    return 3_500 + 950 * len(creative.findings) + 250 * places + 450 * colours + text


def shown_rows(campaign: CampaignReport) -> Iterator[str]:
    """Walk the paths of the matrix's rows that are shown."""
    if campaign.coherence is not None:
        yield from (row.path for row in campaign.coherence.creatives[:MOST_ROWS])


def _wanted(campaigns: Iterable[CampaignReport]) -> dict[str, set[int]]:
    """Give the pages whose pictures the campaigns show, by path; 0 stands for the first."""
    wanted: dict[str, set[int]] = {}
    for campaign in campaigns:
        for conflict in campaign.conflicts:
            for side in conflict.sides:
                wanted.setdefault(side.path, set()).add(page_of(side))
        if campaign.coherence is not None:
            for pair in campaign.coherence.pairs:
                wanted.setdefault(pair.one, set()).add(0)
                wanted.setdefault(pair.other, set()).add(0)
            for saying in campaign.coherence.sayings:
                wanted.setdefault(saying.path, set()).add(0)
        for path in shown_rows(campaign):
            wanted.setdefault(path, set()).add(0)
    return wanted


def page_of(side: Side) -> int:
    """Give the page on which a side says its word; 0 where it names none."""
    return side.place.page or 0


class _Homes:
    """Finds the campaign that a creative belongs to, and its side there."""

    def __init__(self, campaigns: Iterable[CampaignReport]) -> None:
        self._campaigns = list(campaigns)
        self._rows: dict[str, int] = {}
        self._named: dict[str, list[int]] = {}
        for i, campaign in enumerate(self._campaigns):
            if campaign.coherence is None:
                continue
            self._named.setdefault(campaign.name, []).append(i)
            for row in campaign.coherence.creatives:
                self._rows.setdefault(row.path, i)

    def of(self, creative: CreativeReport) -> tuple[int, int] | None:
        """Give the campaign's place in the report and the side, 0 or 1; None for neither."""
        path = creative.path.replace("\\", "/")
        place = self._rows.get(creative.path)
        for i in self._named.get(creative.campaign, ()) if place is None else ():
            folder = self._campaigns[i].folder.replace("\\", "/")
            if not folder or path.startswith(folder.rstrip("/") + "/"):
                place = i
        if place is None:
            return None
        side = side_of(self._campaigns[place], creative, path)
        return None if side is None else (place, side)


def side_of(campaign: CampaignReport, creative: CreativeReport, path: str) -> int | None:
    """Tell on which side of a campaign a creative is; None on neither."""
    coherence = campaign.coherence
    assert coherence is not None  # only such campaigns are homes
    one, other = coherence.sides
    if one == other:
        return 0
    for number, side in enumerate((one, other)):
        folder = side.replace("\\", "/").rstrip("/")
        if creative.channel == side or path == folder or path.startswith(folder + "/"):
            return number
    return None


def gather(said: Said, creative: CreativeReport) -> None:
    """Add what a creative states to what its side does."""
    seen = set()
    for fact in creative.facts:
        if (fact.kind, fact.value) in seen:
            continue
        seen.add((fact.kind, fact.value))
        values = said.setdefault(fact.kind, {})
        if fact.value in values or len(values) < MOST_VALUES:
            raw, times = values.get(fact.value, (fact.raw, 0))
            values[fact.value] = raw, times + 1
