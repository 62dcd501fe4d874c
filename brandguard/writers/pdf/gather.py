"""One walk over the creatives: what the summary needs is counted, what is drawn is put aside."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brandguard.model.creative import Channel, Medium
from brandguard.model.report import DIMENSIONS, Finding
from brandguard.writers.pdf.naming import kept_name
from brandguard.writers.pdf.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, Dimension, Report

MOST_REASONS = 60
MOST_PAGES_KEPT = 24
MOST_WORDS_KEPT = 240
"""Letters."""
MOST_SAID = 5
"""Different things found by one rule that are named."""
MOST_NAMED = 3
"""Creatives that are named where many share something."""


@dataclass(frozen=True, slots=True)
class Row:
    """A creative in a line of a table."""

    number: int
    path: str
    kind: str
    channel: Channel | None
    medium: Medium
    score: float | None
    notes: tuple[tuple[str, int], ...] = ()
    """Rules that made a note, and how often."""
    reason: str = ""


@dataclass(slots=True)
class Trouble:
    """What one rule found in the whole run."""

    rule: str
    fails: int = 0
    warns: int = 0
    creatives: int = 0
    points: float = 0.0
    """Taken from the scores of all creatives together."""
    example: Finding | None = None
    number: int = 0
    """The creative of the example, the one with the lowest score; 0 for a campaign's own."""
    lowest: float = 101.0
    words: dict[str, None] = field(default_factory=dict)
    """What was found: the words, colours and kinds of fact, as they came."""


@dataclass(slots=True)
class Gap:
    """Something that could not be measured, for one reason."""

    names: dict[str, int] = field(default_factory=dict)
    creatives: int = 0
    named: list[tuple[int, str]] = field(default_factory=list)
    """Numbers and names of the first few."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody accepted."""

    number: int
    path: str
    finding: Finding


class Gathered:
    """What one walk gave. Close it to throw the files away."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self.cards: Shelf[tuple[int, CreativeReport]] = self._stack.enter_context(Shelf())
        self.passes: Shelf[Row] = self._stack.enter_context(Shelf())
        self.unreadable: Shelf[Row] = self._stack.enter_context(Shelf())
        self.unjudged: Shelf[Row] = self._stack.enter_context(Shelf())
        self.accepted: Shelf[Accepted] = self._stack.enter_context(Shelf())
        self.looks: Shelf[tuple[tuple[str, ...], str]] = self._stack.enter_context(Shelf())
        self.order: list[tuple[int, float, int, int]] = []
        """Rank of the verdict, score, number, place on the shelf: sorted, the worst come first."""
        self.numbers: dict[str, int] = {}
        """Of the creatives that campaigns speak of, by path."""
        self._look_of: dict[str, int] = {}
        """Where their thumbnails and first words lie, by path."""
        self.troubles: dict[str, Trouble] = {}
        self.means: dict[Dimension, tuple[float, int]] = {}
        self.gaps: dict[str, Gap] = {}
        self.gaps_cut = False
        self.notes = 0
        self.learned = False
        """Whether some creative was held against approved ones."""
        self.campaigns_off: dict[str, set[str]] = {"fail": set(), "warn": set()}
        """In which campaigns the creatives of these verdicts are."""

    def close(self) -> None:
        """Throw away what was put aside."""
        self._stack.close()

    def worst_first(self, most: int) -> Iterator[tuple[int, CreativeReport]]:
        """Take the creatives that are off, the worst first."""
        for _, _, _, place in self.order[:most]:
            yield self.cards[place]

    def led_to(self) -> set[int]:
        """Give the numbers of the creatives that some link leads to."""
        named = {number for gap in self.gaps.values() for number, _ in gap.named}
        return named | set(self.numbers.values()) | {t.number for t in self.troubles.values()}

    def look(self, path: str, page: int | None) -> tuple[str, str]:
        """Give the picture of a page, and the first words, of one that a campaign speaks of."""
        if path not in self._look_of:
            return "", ""
        pages, text = self.looks[self._look_of[path]]
        number = (page or 1) - 1
        return (pages[number if number < len(pages) else 0] if pages else ""), text

    def remember(self, number: int, creative: CreativeReport) -> None:
        """Keep how one looks that a campaign speaks of."""
        if creative.path in self.numbers:
            return
        self.numbers[creative.path] = number
        views = creative.page_views[:MOST_PAGES_KEPT]
        text = " ".join(views[0].text[:MOST_WORDS_KEPT].split()) if views else ""
        pictures = tuple(view.thumbnail or "" for view in views)
        self._look_of[creative.path] = self.looks.add((pictures, text))


_RANK = {"fail": 0, "warn": 1}


def gather(report: Report, words: Messages) -> Gathered:
    """Walk the creatives once."""
    made = Gathered()
    wanted = _spoken_of(report)
    for number, creative in enumerate(report.creatives, start=1):
        kind = "unreadable" if creative.error else creative.verdict
        if creative.path in wanted:
            made.remember(number, creative)
        _count(made, number, creative, words)
        made.learned |= any(d.distance is not None for d in creative.dimensions)
        if kind in _RANK:
            made.campaigns_off[kind].add(creative.campaign or "")
        if kind in _RANK:
            slim = replace(creative, facts=(), addressed=(), coverage=creative.coverage)
            place = made.cards.add((number, slim))
            score = -1.0 if creative.score is None else creative.score
            made.order.append((_RANK[kind], score, number, place))
        elif creative.error is not None:
            note = words.note(creative.error)
            made.unreadable.add(replace(_row(number, creative, kind), reason=note, notes=()))
        elif kind == "pass":
            made.passes.add(_row(number, creative, kind))
        else:
            made.unjudged.add(_row(number, creative, kind, words))
    made.order.sort()
    for campaign in report.campaigns:
        for found in campaign.findings:
            _trouble(made, found, 0, -1.0)
    return made


def _spoken_of(report: Report) -> set[str]:
    """Give the paths that the campaign pages show."""
    paths: set[str] = set()
    for campaign in report.campaigns:
        paths.update(side.path for c in campaign.conflicts for side in c.sides)
        if campaign.coherence is not None:
            paths.update(one.path for one in campaign.coherence.creatives)
            paths.update(p for pair in campaign.coherence.pairs for p in (pair.one, pair.other))
            paths.update(one.path for one in campaign.coherence.sayings)
    return paths


def _count(made: Gathered, number: int, creative: CreativeReport, words: Messages) -> None:
    for found in creative.findings:
        if found.waived is not None:
            made.accepted.add(Accepted(number, creative.path, found))
    seen: set[str] = set()
    score = 101.0 if creative.score is None else creative.score
    for found in creative.findings:
        if found.waived is None and found.severity in {"fail", "warn"}:
            _trouble(made, found, number, score, again=found.rule in seen)
            seen.add(found.rule)
        elif found.severity == "note":
            made.notes += 1
    total = sum(d.weight for d in creative.dimensions if d.score is not None) or 1.0
    for one in creative.dimensions:
        if one.score is not None:
            mean, many = made.means.get(one.dimension, (0.0, 0))
            made.means[one.dimension] = (mean + one.score, many + 1)
        for taken in one.deductions:
            if taken.rule in made.troubles:
                made.troubles[taken.rule].points += taken.points * one.weight / total
    _note_gaps(made, number, creative, words)


def _trouble(
    made: Gathered, found: Finding, number: int, score: float, *, again: bool = False
) -> None:
    if found.severity not in {"fail", "warn"} or found.waived is not None:
        return
    trouble = made.troubles.setdefault(found.rule, Trouble(found.rule))
    trouble.fails += found.severity == "fail"
    trouble.warns += found.severity == "warn"
    trouble.creatives += not again and number > 0
    about = found.facts.get("kind") or found.facts.get("found")
    if isinstance(about, str) and len(trouble.words) < MOST_SAID:
        trouble.words.setdefault(about)
    if score < trouble.lowest or trouble.example is None:
        trouble.example, trouble.number, trouble.lowest = found, number, score


def worst_troubles(made: Gathered, most: int) -> list[Trouble]:
    """Give the rules to begin with: most fails first, then the most points, then warnings."""
    order = sorted(made.troubles.values(), key=lambda t: (-t.fails, -t.points, -t.warns, t.rule))
    return order[:most]


def means(made: Gathered) -> list[tuple[Dimension, float | None, int]]:
    """Give every dimension's mean score and over how many creatives it was taken."""
    return [
        (name, made.means[name][0] / made.means[name][1], made.means[name][1])
        if name in made.means
        else (name, None, 0)
        for name in DIMENSIONS
    ]


def _note_gaps(made: Gathered, number: int, creative: CreativeReport, words: Messages) -> None:
    """Group what could not be measured by the reason why."""
    pairs = [
        (words.note(score.reason), words.name("dimension", score.dimension))
        for score in creative.dimensions
        if score.score is None and score.reason is not None
    ]
    judged = {reason for reason, _ in pairs}
    named = {score.dimension for score in creative.dimensions}
    for item in creative.coverage:
        if item.measured or item.reason is None or item.what in named:
            continue
        reason, name = words.note(item.reason), words.name("what", item.what)
        if reason not in judged:  # else said already, of the dimension that it is measured for
            pairs.append((reason, name[:1].upper() + name[1:]))
    for reason in dict.fromkeys(reason for reason, _ in pairs):
        if reason not in made.gaps and len(made.gaps) >= MOST_REASONS:
            made.gaps_cut = True
            continue
        gap = made.gaps.setdefault(reason, Gap())
        gap.creatives += 1
        if len(gap.named) < MOST_NAMED:
            gap.named.append((number, kept_name(creative.path)))
        for name in (name for why, name in pairs if why == reason):
            gap.names[name] = gap.names.get(name, 0) + 1


def _row(number: int, creative: CreativeReport, kind: str, words: Messages | None = None) -> Row:
    notes: dict[str, int] = {}
    for found in creative.findings:
        if found.waived is None and found.severity == "note":
            notes[found.rule] = notes.get(found.rule, 0) + 1
    reasons = dict.fromkeys(
        words.note(d.reason) for d in creative.dimensions if words and d.reason is not None
    )
    return Row(
        number, creative.path, kind, creative.channel, creative.medium, creative.score,
        tuple(notes.items()), " · ".join(list(reasons)[:MOST_NAMED]),
    )  # fmt: skip
