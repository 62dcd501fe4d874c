"""Facts of two creatives → what they say against each other.

What both say is set aside first. Of the rest, facts of one kind are compared pair by pair: where
each side has one left and the words do not say that they speak of different things, they contradict
each other (`close`: two channels of one campaign). Otherwise the words must say that they are about
the same thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from brandguard.checks.agreement import compare
from brandguard.checks.subjects import FAR_PRICES, likeness, same_subject, same_words
from brandguard.model.facts import FACT_KINDS, Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_OF_A_KIND = 40
"""Facts of one kind of one creative that are compared: a price list is no message."""
WITHOUT_SUBJECT = frozenset(
    {"phone", "url", "email", "handle", "hashtag", "code", "postal_address", "claim"}
)
"""Kinds of which a message has one, whatever stands around it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that cannot both be right."""

    kind: FactKind
    one: Fact
    other: Fact


def contradictions(
    ones: Sequence[Fact], others: Sequence[Fact], *, close: bool
) -> list[Contradiction]:
    """Compare the facts of two creatives, kind by kind.

    `close` says that both carry one message (online and offline of a campaign), so that a single
    discount here and another there are the same one unless the words say otherwise.
    """
    found = []
    for kind in FACT_KINDS:
        mine = _distinct([f for f in ones if f.kind == kind])
        theirs = _distinct([f for f in others if f.kind == kind])
        if mine and theirs:
            found += _of_kind(kind, mine, theirs, close=close)
    return found


def _distinct(facts: list[Fact]) -> list[Fact]:
    seen: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.value, fact.role, fact.details.get("unit"), fact.topic), fact)
    return list(seen.values())[:MOST_OF_A_KIND]


def _of_kind(
    kind: FactKind, mine: list[Fact], theirs: list[Fact], *, close: bool
) -> list[Contradiction]:
    agreed_mine = {id(a) for a in mine for b in theirs if compare(a, b) == "agree"}
    agreed_theirs = {id(b) for b in theirs for a in mine if compare(a, b) == "agree"}
    if kind in {"hashtag", "handle"} and agreed_mine:
        return []  # they share one; more of them are topics and friends
    left = [a for a in mine if id(a) not in agreed_mine]
    right = [b for b in theirs if id(b) not in agreed_theirs]
    left = _unrepeated(left, [a for a in mine if id(a) in agreed_mine])
    right = _unrepeated(right, [b for b in theirs if id(b) in agreed_theirs])
    pairs = [(a, b) for a in left for b in right if compare(a, b) == "differ"]
    alone = len({a.value for a, _ in pairs}) == 1 and len({b.value for _, b in pairs}) == 1
    found: list[Contradiction] = []
    used: set[int] = set()
    ranked = sorted(pairs, key=lambda pair: -likeness(*pair)) if close and len(pairs) > 1 else pairs
    for a, b in ranked:
        if id(a) in used or id(b) in used:
            continue
        if _contradict(kind, a, b, close=close, alone=alone):
            found.append(Contradiction(kind, a, b))
            used |= {id(a), id(b)}
    return found


def _unrepeated(left: list[Fact], agreed: list[Fact]) -> list[Fact]:
    """Drop values that this creative says elsewhere in words that were agreed on."""
    values = {f.value for f in agreed}
    return [f for f in left if f.value not in values]


def _contradict(kind: FactKind, one: Fact, other: Fact, *, close: bool, alone: bool) -> bool:
    if kind in WITHOUT_SUBJECT:
        return alone
    if not close:
        return _recurs(one, other) and same_words(one, other)
    same = same_subject(one, other)
    if same == "different":
        return False
    if same == "same":
        return True
    if kind == "price" and _far(one, other):
        return False
    return alone


PASSING = {"date": frozenset({"until", "range"}), "hours": frozenset({"open"})}
"""Roles that a lasting message has: other dates and times are of single events, one a post."""


def _recurs(one: Fact, other: Fact) -> bool:
    """Whether two facts of any two creatives can be of one thing: not two events, two years."""
    roles = PASSING.get(one.kind)
    if roles is not None and not {one.role, other.role} <= roles:
        return False
    years = {fact.value[:4] for fact in (one, other) if fact.kind == "date"} - {"--"}
    return len({year for year in years if year.isdigit()}) < 2  # noqa: PLR2004  two years


def _far(one: Fact, other: Fact) -> bool:
    amounts = sorted(float(f.value[4:].partition("–")[0]) for f in (one, other))
    return amounts[0] <= 0 or amounts[1] / amounts[0] > FAR_PRICES


def within(facts: Sequence[Fact]) -> list[Contradiction]:
    """Compare the facts of one creative with one another: only what the words say is the same.

    Where values of a kind stand in a list (three prices, two shops), they are of different things.
    """
    found: list[Contradiction] = []
    for kind in ("price", "discount", "offer", "hours"):
        alike = _distinct([f for f in facts if f.kind == kind])
        found += [
            Contradiction(one.kind, one, other)
            for one, other in combinations(alike, 2)
            if compare(one, other) == "differ"
            and one.role == other.role
            and (one.kind != "hours" or one.role == "open")
            and _same_words(one, other)
        ]
    return found


def _same_words(one: Fact, other: Fact) -> bool:
    """Whether two facts of one creative are about the very same words, and said apart."""
    return bool(one.about) and set(one.about) == set(other.about) and one.sentence != other.sentence
