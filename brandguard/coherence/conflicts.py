"""Which facts of a campaign's creatives contradict each other: CAM010.

Pairs of an online and an offline creative carry one message by the very idea of a campaign: where
each names one discount, it is the same one unless the words say otherwise. Any other pair may be
two products in two posts: there the words must say that they are about the same thing.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from brandguard.checks.contradictions import WITHOUT_SUBJECT, contradictions
from brandguard.model.creative import Channel
from brandguard.model.facts import Fact, FactKind
from brandguard.model.report import Conflict, Finding, Place, Side, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brandguard.checks.contradictions import Contradiction
    from brandguard.model.profile import Profile
    from brandguard.model.report import Severity

MOST_PAIRS = 3_000
"""Pairs of creatives that are compared in a campaign, those across the channels first."""
MOST_SIDES = 600
"""Words that one conflict holds: two of every creative that is compared."""
MOST_CONFLICTS = 100
SOFT = frozenset({"handle", "hashtag", "url"})
"""Kinds of which a campaign may well have two: a warning, where others fail."""
TYPO = 0.8
"""Likeness of two addresses or numbers from which one is the other with a slip."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """What one creative states, with the places."""

    path: str
    channel: Channel | None
    facts: tuple[tuple[Fact, Place], ...]
    side: str | None = None
    """Which of two sides it is on; None where the channel says so."""

    @property
    def at(self) -> str:
        """Its side; empty where it is on neither."""
        return self.side if self.side is not None else self.channel or ""


def conflicts_between(creatives: Sequence[Voiced]) -> tuple[Conflict, ...]:
    """Compare creatives pair by pair; the same two values make one conflict with all its sides."""
    sides: dict[tuple[FactKind, str, str], dict[tuple[str, str], Side]] = defaultdict(dict)
    for one, other in _pairs(creatives):
        close = _close(one, other)
        if (close and one.at > other.at) or (not close and one.path > other.path):
            one, other = other, one  # noqa: PLW2901  offline is named first
        for found in _contradictions(one, other, close=close):
            low, high = sorted((_yearless(found.one), _yearless(found.other)))
            known = sides[found.kind, low, high]
            for creative, fact in ((one, found.one), (other, found.other)):
                if len(known) < MOST_SIDES:
                    known.setdefault((creative.path, _yearless(fact)), _side(creative, fact))
        if len(sides) >= MOST_CONFLICTS:
            break
    for (kind, low, high), known in sides.items():
        _complete(known, kind, (low, high), creatives)
    at = {one.path: one.at for one in creatives}
    return tuple(Conflict("CAM010", kind, in_order(both, at)) for (kind, *_), both in sides.items())


def _complete(
    known: dict[tuple[str, str], Side],
    kind: FactKind,
    values: tuple[str, str],
    creatives: Sequence[Voiced],
) -> None:
    """Add who says one of the two values too, so that the counts are those of the campaign.

    Creatives of one channel are not held against each other as two channels are, and some pairs
    are never looked at. One that says both values speaks of two things: the pairs have judged it.
    """
    for creative in creatives:
        said = {value: _saying(creative, kind, value) for value in values}
        if all(said.values()):
            continue
        for value, facts in said.items():
            if facts and len(known) < MOST_SIDES:
                known.setdefault((creative.path, value), _side(creative, facts[0]))


def _saying(creative: Voiced, kind: FactKind, value: str) -> list[Fact]:
    return [f for f, _ in creative.facts if f.kind == kind and _yearless(f) == value]


def _close(one: Voiced, other: Voiced) -> bool:
    """Whether two creatives are on the two sides, and so carry one message."""
    return bool(one.at and other.at) and one.at != other.at


def _pairs(creatives: Sequence[Voiced]) -> Iterable[tuple[Voiced, Voiced]]:
    across: list[tuple[Voiced, Voiced]] = []
    within: list[tuple[Voiced, Voiced]] = []
    for one, other in combinations(creatives, 2):
        (across if _close(one, other) else within).append((one, other))
    return (across + within)[:MOST_PAIRS]


def _contradictions(one: Voiced, other: Voiced, *, close: bool) -> list[Contradiction]:
    mine, theirs = ([fact for fact, _ in side.facts] for side in (one, other))
    found = contradictions(mine, theirs, close=close)
    if close:
        return found
    return [c for c in found if c.kind not in WITHOUT_SUBJECT or _slip(c)]


def _slip(found: Contradiction) -> bool:
    """Whether two numbers or addresses are one with a slip: two digits changed places."""
    parts = [fact.value.split("@") for fact in (found.one, found.other)]
    ratios = (difflib.SequenceMatcher(None, a, b).ratio() for a, b in zip(*parts, strict=False))
    return min(ratios) >= TYPO


def yearless(kind: FactKind | None, value: str) -> str:
    """Give what makes two sides say the same: a date without its year is that date."""
    return "/".join(day[-5:] for day in value.split("/")) if kind == "date" else value


def _yearless(fact: Fact) -> str:
    return yearless(fact.kind, fact.value)


def _side(creative: Voiced, fact: Fact) -> Side:
    place = next(place for other, place in creative.facts if other == fact)
    return Side(creative.path, creative.channel, fact.value, place, fact.raw, fact.sentence)


def in_order(
    sides: dict[tuple[str, str], Side], at: Mapping[str, str] | None = None
) -> tuple[Side, ...]:
    """Put an offline and an online side that contradict each other first, where there are such.

    `at` says on which side each path is, where that is not the channel.
    """

    def where(side: Side) -> str:
        return (at or {}).get(side.path) or side.channel or ""

    every = sorted(sides.items(), key=lambda item: (where(item[1]) or "~", item[0]))
    pairs = [
        (one, other)
        for ((_, value), one), ((_, another), other) in combinations(every, 2)
        if value != another
    ]
    across = (pair for pair in pairs if where(pair[0]) != where(pair[1]))
    first, second = next(across, pairs[0])
    return (first, second, *(s for _, s in every if s is not first and s is not second))


def findings_of(
    conflicts: Sequence[Conflict],
    profile: Profile | None,
    *,
    both_channels: bool = True,
    at: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Say each conflict as a finding of the campaign.

    Between online and offline it fails (a link, handle or hashtag warns); within one channel it
    warns. A folder without both channels may hold anything: there it is a note.
    """
    wanted = profile.rules.get("CAM010") if profile else None
    return tuple(_finding(one, wanted, at or {}, both_channels=both_channels) for one in conflicts)


def _finding(
    conflict: Conflict, wanted: Severity | None, at: Mapping[str, str], *, both_channels: bool
) -> Finding:
    one, other = conflict.sides[:2]
    where = [at.get(side.path) or side.channel or "" for side in (one, other)]
    across = all(where) and where[0] != where[1]
    own: Severity = "fail" if across and conflict.fact not in SOFT else "warn"
    own = own if both_channels else "note"
    key = f"{conflict.fact} {one.value} {other.value}"
    return Finding(
        "CAM010",
        wanted or own,
        facts={
            "kind": conflict.fact,
            "one": one.raw,
            "path": one.path,
            "other": other.raw,
            "other_path": other.path,
            "value": one.value,
            "other_value": other.value,
            "sentence": one.sentence,
            "other_sentence": other.sentence,
            "page": _page(one),
            "other_page": _page(other),
        },
        key=key,
        place=one.place,
        limit_from="built in" if wanted is None else "profile: defaults.brandguard.rules.CAM010",
        suggestion=True,
        fingerprint=fingerprint("CAM010", one.path, key, Place()),
    )


def _page(side: Side) -> int | None:
    """Give the page to name: of most creatives there is one, and its number says nothing."""
    page = side.place.page
    return page if page is not None and page > 1 else None
