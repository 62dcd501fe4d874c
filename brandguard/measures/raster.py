"""The one pass over a page's pixels that every picture measure shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.model.colour import oklab_of_rgb

if TYPE_CHECKING:
    from brandguard.model.creative import Page

MAX_PIXELS = 200_000
"""Enough to find an accent of 0.5 %; more changes no figure, only the time."""

FLAT_RANGE = 20
"""Greatest difference (0–255, any channel) within 3 × 3 pixels of a flat place: over the noise of
JPEG quality 75, under the anti-aliased edge of text one can read."""

EDGE_WEIGHT = 0.25
"""What a pixel at an edge counts: enough for thin text to be found, too little for its halo to."""

OPAQUE = 128
"""Least opacity of a pixel that counts."""

BITS = 5
_LEVELS = 1 << (3 * BITS)


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """A page sampled to some 300,000 pixels, with its colours counted into bins.

    Transparent pixels are neither ink nor paper: they have a bin (so that `bin_of` always indexes
    one), but add nothing to mass or area. Where a creative is a cut-out, shares are therefore of
    what can be seen of it, not of the sheet it lies on. All areas are 0 if nothing is opaque.
    """

    rgb: NDArray[np.uint8]
    """(h, w, 3): pixels on an even grid, never means, for a mean makes colours that nobody used."""
    opaque: NDArray[np.bool_] | None
    """(h, w); None = everywhere."""
    flat: NDArray[np.bool_]
    """(h, w): the colours within 3 × 3 pixels differ by at most FLAT_RANGE."""
    bin_of: NDArray[np.intp]
    """(h, w): index into the bins."""
    bin_rgb: NDArray[np.float64]
    """(n, 3): mean of the bin's flat pixels (of all where none is flat), 0–255."""
    bin_oklab: NDArray[np.float64]
    """(n, 3)."""
    bin_mass: NDArray[np.float64]
    """(n,): opaque pixels, those at edges counted EDGE_WEIGHT."""
    bin_area: NDArray[np.float64]
    """(n,): opaque pixels as they are."""


def rasterise(page: Page) -> Raster:
    """Sample a page and count its colours; ValueError if the page has no pixels."""
    if page.pixels is None or page.pixels.size == 0:
        raise ValueError(f"page {page.number} has no pixels")
    rows, columns = _grid(*page.pixels.shape[:2])
    rgb = page.pixels.take(rows, axis=0).take(columns, axis=1)
    opaque = (
        None
        if page.opacity is None
        else page.opacity.take(rows, axis=0).take(columns, axis=1) >= OPAQUE
    )
    if opaque is not None and opaque.all():
        opaque = None
    flat = _flat(rgb)
    planes = np.ascontiguousarray(rgb.reshape(-1, 3).T)
    codes = _codes(planes)
    occupied = np.bincount(codes, minlength=_LEVELS) > 0
    index = np.cumsum(occupied) - 1
    bin_of = index[codes]
    count = int(index[-1]) + 1
    counted = np.ones(flat.size, dtype=bool) if opaque is None else opaque.ravel()
    flat_area, colours = _bins(planes, bin_of, flat.ravel() & counted, count)
    area = np.bincount(bin_of, weights=counted, minlength=count).astype(float)
    return Raster(
        rgb=rgb,
        opaque=opaque,
        flat=flat,
        bin_of=bin_of.reshape(flat.shape),
        bin_rgb=colours,
        bin_oklab=oklab_of_rgb(colours),
        bin_mass=flat_area + EDGE_WEIGHT * (area - flat_area),
        bin_area=area,
    )


def _grid(height: int, width: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Choose the rows and columns to look at: all of a small page, an even choice of others."""
    step = max(1.0, float(np.sqrt(height * width / MAX_PIXELS)))
    return _spaced(height, step), _spaced(width, step)


def _spaced(length: int, step: float) -> NDArray[np.intp]:
    count = max(1, int(length / step))
    return ((np.arange(count) + 0.5) * (length / count)).astype(np.intp)


def _flat(rgb: NDArray[np.uint8]) -> NDArray[np.bool_]:
    high = _spread_out(_spread_out(rgb, np.maximum, 0), np.maximum, 1)
    low = _spread_out(_spread_out(rgb, np.minimum, 0), np.minimum, 1)
    red, green, blue = np.moveaxis(high - low, -1, 0)
    return np.asarray(np.maximum(np.maximum(red, green), blue) <= FLAT_RANGE)


def _spread_out(values: NDArray[np.uint8], keep: np.ufunc, axis: int) -> NDArray[np.uint8]:
    """Give each pixel the extreme of itself and its two neighbours along an axis."""
    out = values.copy()
    result, source = np.swapaxes(out, 0, axis), np.swapaxes(values, 0, axis)
    keep(result[1:], source[:-1], out=result[1:])
    keep(result[:-1], source[1:], out=result[:-1])
    return out


def _codes(planes: NDArray[np.uint8]) -> NDArray[np.uint16]:
    red, green, blue = (planes >> (8 - BITS)).astype(np.uint16)
    return np.asarray((red << 2 * BITS) | (green << BITS) | blue)


def _bins(
    planes: NDArray[np.uint8], bin_of: NDArray[np.intp], level: NDArray[np.bool_], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Count each bin's level pixels, and give its colour: (count,) and (count, 3).

    The colour is the mean of the level pixels; a bin without one has the mean of all.
    """
    area = np.bincount(bin_of, weights=level, minlength=count).astype(float)
    sums = np.stack([np.bincount(bin_of, weights=p * level, minlength=count) for p in planes], 1)
    lacking = area == 0
    number = area.copy()
    if lacking.any():
        rest = np.flatnonzero(lacking[bin_of])
        number += np.bincount(bin_of[rest], minlength=count)
        for channel, plane in enumerate(planes):
            sums[:, channel] += np.bincount(bin_of[rest], weights=plane[rest], minlength=count)
    return area, sums / number[:, None]
