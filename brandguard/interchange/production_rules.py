"""From the production section of a profile file to the rules on how files are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.production import OfflineProduction, OnlineProduction, ProductionRules

if TYPE_CHECKING:
    from brandguard.interchange.schema_making import (
        OfflineSection,
        OnlineSection,
        ProductionSection,
    )


def production_rules(section: ProductionSection) -> ProductionRules | None:
    """Give the rules on production; None where the profile says nothing of it."""
    if section.offline is None and section.online is None:
        return None
    return ProductionRules(
        _offline(section.offline) if section.offline else None,
        _online(section.online) if section.online else None,
    )


def _offline(section: OfflineSection) -> OfflineProduction:
    return OfflineProduction(
        min_dpi=section.min_dpi,
        cmyk=section.colour == "cmyk",
        spots=tuple(section.spots or ()),
        no_other_spots=section.spots is not None,
        fonts_embedded=section.fonts_embedded,
        bleed_mm=section.bleed_mm,
        build_tolerance=section.build_tolerance / 100,
    )


def _online(section: OnlineSection) -> OnlineProduction:
    return OnlineProduction(
        sizes={medium: tuple(sizes) for medium, sizes in section.sizes.items()},
        max_kb={str(medium): kilobytes for medium, kilobytes in section.max_kb.items()},
        srgb=section.colour == "srgb",
    )
