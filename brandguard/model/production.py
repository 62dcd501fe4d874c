"""What the profile says of how files are made, for the printer and for screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Size = tuple[int, int]
"""Width and height in pixels."""


@dataclass(frozen=True, slots=True)
class OfflineProduction:
    """What a printer is to be given."""

    min_dpi: float | None = None
    """Least pixels an inch of a picture at the size it is placed."""
    cmyk: bool = False
    """Whether RGB must not stand in a file for print."""
    spots: tuple[str, ...] = ()
    """Spot inks that may be used besides those of the brand's colours."""
    no_other_spots: bool = False
    """Whether spot inks that are not named are wrong."""
    fonts_embedded: bool = False
    bleed_mm: float | None = None
    build_tolerance: float = 0.03
    """How far a build in inks, each 0–1, may lie from the brand's: rounding."""


@dataclass(frozen=True, slots=True)
class OnlineProduction:
    """What a screen is to be given."""

    sizes: Mapping[str, tuple[Size, ...]] = field(default_factory=dict)
    """By medium."""
    max_kb: Mapping[str, float] = field(default_factory=dict)
    """By medium; under «» for all others."""
    srgb: bool = False


@dataclass(frozen=True, slots=True)
class ProductionRules:
    """How files are made. A side is None where the profile says nothing of it."""

    offline: OfflineProduction | None = None
    online: OnlineProduction | None = None
