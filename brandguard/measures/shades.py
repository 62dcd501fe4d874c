"""The commonest shades of a page: finer than its palette, and without a choice of what matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.colour import hex_of_rgb

if TYPE_CHECKING:
    from brandguard.measures.raster import Raster

MOST = 96
"""Shades kept, the largest first: all that matters of a drawing, and the bulk of a photograph.
Judgement: 2 kB a page; other numbers were not tried."""
DIGITS = 5


def shades(raster: Raster) -> tuple[tuple[str, float], ...]:
    """List a page's commonest colours as #RRGGBB with their shares, the largest first.

    The shares are of what is listed: they sum to 1. () where nothing is opaque.
    """
    order = np.lexsort((*raster.bin_rgb.T, -raster.bin_area))[:MOST]
    kept = order[raster.bin_area[order] > 0]
    area = raster.bin_area[kept]
    parts = area / max(area.sum(), 1.0)
    return tuple(
        (hex_of_rgb(raster.bin_rgb[i]), round(float(part), DIGITS))
        for i, part in zip(kept, parts, strict=True)
    )
