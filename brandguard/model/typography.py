"""What the profile says of type: families, weights, sizes, and how many families are enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from brandguard.model.fontnames import family_key, relatives

TextRole = Literal["text", "headline"]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of the brand, with the weights and slopes that it may be set in."""

    name: str
    weights: tuple[tuple[int, int], ...] = ()
    """From and to, of CSS (400 is regular, 700 bold); empty where every weight is right."""
    upright: bool = True
    italic: bool = True
    key: str = ""
    """Where it stands in the file: typography.fonts.0."""

    def holds(self, family: str) -> bool:
        """Tell whether a font is of this family, its condensed and its black included."""
        return family_key(self.name) in relatives(family)

    def allows(self, weight: int | None, *, italic: bool) -> bool:
        """Tell whether the family may be set so; a weight that is not known may be any."""
        slope = self.italic if italic else self.upright
        fits = weight is None or any(low <= weight <= high for low, high in self.weights)
        return slope and (fits or not self.weights)


@dataclass(frozen=True, slots=True)
class Headings:
    """How headlines are set."""

    family: str
    weight: int | None = None
    key: str = "typography.headings"


@dataclass(frozen=True, slots=True)
class TypographyRules:
    """How the brand sets its words."""

    families: tuple[Family, ...] = ()
    """Empty where any will do."""
    fallbacks: tuple[str, ...] = ()
    """Families that may stand in online, where the brand's own cannot be sent along."""
    headings: Headings | None = None
    least: Mapping[tuple[str, TextRole], float] = field(default_factory=dict)
    """Least size by channel or medium: points offline, pixels online."""
    max_families: int | None = None

    def family_of(self, name: str) -> Family | None:
        """Give the brand's family that a font belongs to, the one of its very name first."""
        key = family_key(name)
        own = [f for f in self.families if f.holds(name)]
        return next((f for f in own if family_key(f.name) == key), own[0] if own else None)

    def stands_in(self, name: str) -> bool:
        """Tell whether a font is an allowed stand-in."""
        return any(family_key(fallback) in relatives(name) for fallback in self.fallbacks)
