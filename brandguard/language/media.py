"""The norm of a medium: what it decides about a text itself, whoever speaks.

A radio script has no hashtags and short sentences whatever the brand's leaflets have; that says
nothing about its voice. The data stands in assets/lexicons/media_norms.toml. To compare two texts
of different media, take each one's interval home with `elsewhere` and see whether they meet; to
hold a text against a brand's range, take the range to the text's medium with `within`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from brandguard.settings import asset_path

if TYPE_CHECKING:
    from brandguard.model.creative import Medium

Range = tuple[float, float]

SIGNED = frozenset({
    "readability", "gulpease", "szigriszt", "fernandez_huerta", "flesch",
})  # fmt: skip
"""Traits that may lie below zero; every other one is a rate, a length or a mean."""


@dataclass(frozen=True, slots=True)
class MediumNorm:
    """What media of one kind decide about a text."""

    kind: str
    """spoken, short, post, press."""
    traits: frozenset[str]
    """Traits that the medium decides altogether."""
    marks: frozenset[str] | None
    """Marks that it decides; None for all of them."""
    shapes: frozenset[str]
    """Figures of shape that it decides, as measures.style names them after «s:»."""
    room: Mapping[str, Range]
    """By how much a trait may lie below and above what the brand does elsewhere."""

    def decides(self, feature: str) -> bool:
        """Tell whether the medium decides a feature as measures.style names it, or «t:» a trait."""
        family, name = feature[0], feature[2:]
        if family == "p":
            return self.marks is None or name in self.marks
        if family == "s":
            return name in self.shapes
        return family == "t" and name in self.traits


def norm_of(medium: Medium) -> MediumNorm | None:
    """Give the norm of a medium; None where it decides nothing: a flyer, a letter, a web page."""
    return _norms().get(medium)


def within(medium: Medium, trait: str, usual: Range) -> Range | None:
    """Give between which values a trait may lie in a medium, from what the brand does elsewhere.

    None where the medium decides the trait: no value of it says anything of the brand.
    """
    return _moved(medium, trait, usual, taken_home=False)


def elsewhere(medium: Medium, trait: str, found: Range) -> Range | None:
    """Give between which values a trait would lie elsewhere, from what it is in a medium.

    The other way round: an interval measured in a script becomes what a leaflet of the same voice
    may have. None where the medium decides the trait.
    """
    return _moved(medium, trait, found, taken_home=True)


def _moved(medium: Medium, trait: str, span: Range, *, taken_home: bool) -> Range | None:
    norm = norm_of(medium)
    if norm is None:
        return span
    if trait in norm.traits:
        return None
    down, up = norm.room.get(trait, (0.0, 0.0))
    if taken_home:
        down, up = up, down
    low = span[0] - down
    return (low if trait in SIGNED else max(low, min(span[0], 0.0))), span[1] + up


@cache
def _norms() -> Mapping[str, MediumNorm]:
    with asset_path("lexicons", "media_norms.toml").open("rb") as file:
        table = tomllib.load(file)
    return {
        medium: MediumNorm(
            kind=kind,
            traits=frozenset(row["traits"]),
            marks=None if row["marks"] == "all" else frozenset(row["marks"]),
            shapes=frozenset(row["shapes"]),
            room={trait: (low, high) for trait, (low, high) in row["room"].items()},
        )
        for kind, row in table.items()
        for medium in row["media"]
    }
