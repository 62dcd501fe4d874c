"""What the campaign view draws, made of a campaign's report and the open creatives. Without any Qt.

Figures and words are those of the reports: they come from the same functions and messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.gui.barcharts import AgreementRow, Band, Piece
from brandguard.gui.words import messages, number
from brandguard.model.creative import CHANNELS
from brandguard.model.facts import FACT_KINDS
from brandguard.model.paths import display_path, display_text
from brandguard.model.report import SEVERITIES
from brandguard.writers.contradictions import plain
from brandguard.writers.html_plan import Said, gather, side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brandguard.gui.entry import Entry
    from brandguard.model.coherence import Agreement, Coherence, Saying
    from brandguard.model.features import Swatch
    from brandguard.model.profile import Profile
    from brandguard.model.report import CampaignReport, Conflict, Finding

_MOST_COLOURS = 12
_LEAST_SHARE = 0.005
"""Of a side: less is nowhere to be seen in a bar."""
MOST_SAYINGS = 12
"""Headlines of one side."""


def is_member(campaign: CampaignReport, entry: Entry) -> bool:
    """Tell whether an open creative belongs to a campaign."""
    report = entry.report
    if report is None or report.campaign != campaign.name:
        return False
    folder = campaign.folder.replace("\\", "/").rstrip("/")
    return not folder or report.path.replace("\\", "/").startswith(folder + "/")


def side_number(campaign: CampaignReport, entry: Entry) -> int | None:
    """Tell on which side of its campaign a creative is; None on neither."""
    if entry.report is None or campaign.coherence is None:
        return None
    return side_of(campaign, entry.report, entry.path.replace("\\", "/"))


def side_names(found: Coherence) -> tuple[str, ...]:
    """Name the two sides, or the one where a campaign has one only."""
    words = messages()
    named = (words.name("channel", s) if s in CHANNELS else display_path(s) for s in found.sides)
    return tuple(name[:1].upper() + name[1:] for name in dict.fromkeys(named))


def title_of(found: Coherence) -> str:
    """Say what is compared with what, as the reports do."""
    words, names = messages(), side_names(found)
    if len(names) == 1:
        return words.text("report.agree_within")
    lower = [words.name("channel", s) if s in CHANNELS else display_path(s) for s in found.sides]
    return words.text("report.agree_sides", one=lower[0], other=lower[1])


def agreement_rows(dimensions: Sequence[Agreement]) -> tuple[AgreementRow, ...]:
    """Give each dimension's figure or reason, and what conflicts cost."""
    words = messages()
    return tuple(
        AgreementRow(
            words.name("dimension", one.dimension),
            one.score,
            words.note(one.reason) if one.reason is not None else "",
            _cost(one),
        )
        for one in dimensions
    )


def _cost(one: Agreement) -> str:
    """Say what conflicts cost, those of one rule together."""
    words = messages()
    taken: dict[str, list[float]] = {}
    for each in one.deductions:
        taken.setdefault(each.rule, []).append(each.points)
    return ", ".join(
        f"−{number(sum(points))} {words.title(rule)} ({rule})"
        + (f" ×{len(points)}" if len(points) > 1 else "")
        for rule, points in taken.items()
    )


def band(label: str, swatches: Iterable[Swatch]) -> Band:
    """Give a side's colours by their share, the largest first."""
    shown = [swatch for swatch in swatches if swatch.share >= _LEAST_SHARE][:_MOST_COLOURS]
    return Band(label, tuple(Piece(swatch.hex, swatch.share) for swatch in shown))


def brand_band(label: str, profile: Profile | None) -> Band | None:
    """Give the brand's own colours, all alike wide; None where the profile has none."""
    if profile is None or not profile.colours:
        return None
    pieces = tuple(Piece(c.hex, 1.0, display_text(c.name)) for c in profile.colours)
    return Band(label, pieces, shares=False)


def bands(found: Coherence, profile: Profile | None, brand: str) -> tuple[Band, ...]:
    """Give the palettes of both sides and the brand's, over each other."""
    made = [
        band(name, swatches)
        for name, swatches in zip(side_names(found), found.palettes, strict=False)
        if swatches
    ]
    own = brand_band(brand, profile)
    return (*made, own) if made and own is not None else tuple(made)


@dataclass(frozen=True, slots=True)
class FactRow:
    """What the sides state of one kind."""

    label: str
    at_odds: bool
    sides: tuple[str, ...]
    """In words, one for each side; empty where it says nothing of it."""


def fact_steps(
    campaign: CampaignReport, entries: Iterable[Entry], said: tuple[Said, Said]
) -> Iterator[None]:
    """Gather what each side states, a creative a step, into `said`."""
    for entry in entries:
        if entry.report is not None and is_member(campaign, entry):
            side = side_number(campaign, entry)
            if side is not None:
                gather(said[side], entry.report)
        yield


def fact_rows(campaign: CampaignReport, said: Sequence[Said]) -> tuple[FactRow, ...]:
    """Give the kinds of fact that are stated; one that contradicts is marked."""
    words = messages()
    at_odds = {conflict.fact for conflict in campaign.conflicts}
    found = campaign.coherence
    count = len(set(found.sides)) if found is not None else 1
    return tuple(
        FactRow(
            words.name("fact", kind),
            kind in at_odds,
            tuple(_facts(side.get(kind, {})) for side in said[:count]),
        )
        for kind in FACT_KINDS
        if any(kind in side for side in said)
    )


def _facts(values: dict[str, tuple[str, int]]) -> str:
    return ", ".join(
        plain(raw) + (f" ×{times}" if times > 1 else "") for raw, times in values.values()
    )


def sayings(found: Coherence) -> tuple[tuple[Saying, ...], ...]:
    """Give headlines and calls, one row a side."""
    count = len(set(found.sides))
    sides: list[list[Saying]] = [[] for _ in range(count)]
    for saying in found.sayings:
        place = int(count > 1 and _is_of(saying, found.sides[1]))
        if len(sides[place]) < MOST_SAYINGS and (saying.headline.strip() or saying.calls):
            sides[place].append(saying)
    return tuple(map(tuple, sides)) if any(sides) else ()


def _is_of(saying: Saying, side: str) -> bool:
    path, folder = saying.path.replace("\\", "/"), side.replace("\\", "/").rstrip("/")
    return folder in {saying.channel, path} or path.startswith(folder + "/")


def gravest_first(one: tuple[Finding | None, Conflict | None]) -> int:
    """Order cards: what fails first, what was accepted last; else as the reports have them."""
    found = one[0]
    if found is None or found.waived is not None:
        return len(SEVERITIES)
    return SEVERITIES.index(found.severity)
