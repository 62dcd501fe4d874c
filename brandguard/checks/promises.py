"""What a campaign file wants stated, against what a creative states.

A creative that states a wanted value may state others beside it: a second discount, the number of
the press office. Where it states none of them, other values of the kind speak against it, unless
they are plainly of something else: prices of a list, dates of single events, somebody's hashtag.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from brandguard.checks.agreement import compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.campaign import Expected
    from brandguard.model.facts import Fact

LISTED = frozenset({"price", "hours", "date"})
"""Kinds of which a creative may name many: only a single other value is held against it."""
FREE = frozenset({"hashtag", "handle"})
"""Kinds that anybody adds to: only a slip of the wanted one is held against it."""
SLIP = 0.8
"""Likeness of two names from which one is the other with a slip."""


def states(wanted: Expected, facts: Sequence[Fact]) -> bool:
    """Whether any of the wanted values is stated."""
    return any(_same(one, fact) for fact in facts for one in _alike(wanted, fact))


def otherwise(wanted: Expected, facts: Sequence[Fact]) -> list[Fact]:
    """Give the facts that are stated in the place of the wanted ones, each value once."""
    if wanted.kind == "claim" or states(wanted, facts):
        return []
    found = {
        fact.value: fact
        for fact in reversed(facts)
        if (others := _alike(wanted, fact)) and all(compare(o, fact) == "differ" for o in others)
    }
    if wanted.kind in FREE:
        found = {v: f for v, f in found.items() if any(_slip(o, f) for o in _alike(wanted, f))}
    if wanted.kind in LISTED and len(found) > 1:
        return []
    return sorted(found.values(), key=lambda fact: (fact.page, fact.span))


def _alike(wanted: Expected, fact: Fact) -> list[Fact]:
    """Give the wanted facts as if they stood beside this one: in its language, for its purpose.

    What the file writes is meant as it is written: no translation of it, no sister site.
    """
    if fact.kind != wanted.kind:
        return []
    # A file says when or up to when; it never says for whom a number is there.
    timed = fact.kind in {"date", "price"}
    return [
        replace(one, language=fact.language, role=one.role if timed else fact.role)
        for one in wanted.facts
    ]


def _same(one: Fact, fact: Fact) -> bool:
    return one.value == fact.value or compare(one, fact) == "agree"


def _slip(one: Fact, fact: Fact) -> bool:
    return difflib.SequenceMatcher(None, one.value, fact.value).ratio() >= SLIP
