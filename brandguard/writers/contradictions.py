"""How a campaign's contradictions are told, in the HTML report and in the window alike."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from brandguard.model.paths import display_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.messages import Messages
    from brandguard.model.coherence import PairAgreement
    from brandguard.model.report import CampaignReport, Conflict, Finding, Side

WELL = 90.0
"""Agreement from which on a pair is not worth a picture."""
_HEAT = (40.0, 60.0, 75.0, 90.0)
"""From which score on a cell of the matrix is a step calmer; its figure says the rest."""


def told(one: CampaignReport) -> Iterator[tuple[Finding | None, Conflict | None]]:
    """Give the findings in their order, each with its conflict; then conflicts without any."""
    left = list(one.conflicts)
    for found in one.findings:
        mine = next((conflict for conflict in left if is_of(conflict, found)), None)
        if mine is not None:
            left.remove(mine)
        yield found, mine
    yield from ((None, conflict) for conflict in left)


def is_of(conflict: Conflict, found: Finding) -> bool:
    """Tell whether a finding speaks of this conflict: the same rule, and the first two sides."""
    if conflict.rule != found.rule or len(conflict.sides) < 2:  # noqa: PLR2004  both of them
        return False
    one, other = conflict.sides[:2]
    facts = found.facts
    value = facts.get("value") in {None, one.value}
    other_value = facts.get("other_value") in {None, other.value}
    named = (facts.get("path"), facts.get("other_path")) == (one.path, other.path)
    return named and value and other_value


def by_value(conflict: Conflict) -> tuple[tuple[Side, ...], ...]:
    """Group the sides by what they say, in the order in which it is first said."""
    groups: dict[str, list[Side]] = {}
    for side in conflict.sides:
        groups.setdefault(_same(conflict, side), []).append(side)
    return tuple(map(tuple, groups.values()))


def _same(conflict: Conflict, side: Side) -> str:
    """Give what makes two sides say the same: a date without its year is that date."""
    if conflict.fact != "date":
        return side.value
    return "/".join(day[-5:] for day in side.value.split("/"))


def value_words(conflict: Conflict, side: Side, words: Messages) -> str:
    """Give a value for people: as it stands in the first creative, or the form of address."""
    language, colon, form = side.value.partition(":")
    if conflict.fact is None and colon:
        return words.name(f"address_{language}", form)
    if conflict.fact == "discount":  # «30 %» and «−30 %» are the same
        return display_text(side.value).replace("-", "−")
    return plain(side.raw or side.value)


def plain(raw: str) -> str:
    """Give a value as it stands, less the wide signs that recognising text in pixels makes."""
    return display_text(unicodedata.normalize("NFKC", raw))


def parted(side: Side) -> tuple[str, str, str]:
    """Cut a sentence at the words that it is quoted for: before, themselves, after."""
    sentence, raw = display_text(side.sentence), display_text(side.raw)
    before, found, after = sentence.partition(raw) if raw else (sentence, "", "")
    return before, found, after


def heat(score: float | None) -> int | None:
    """Give the step of a score, 0 (far apart) to 4 (one); None without a score."""
    return None if score is None else sum(score >= step for step in _HEAT)


def far_apart(pairs: Sequence[PairAgreement], most: int) -> list[PairAgreement]:
    """Give the pairs that are worth a look: the worst, and a few more that do not agree well."""
    worth = [p for i, p in enumerate(pairs) if i == 0 or (p.score is not None and p.score < WELL)]
    return worth[:most]
