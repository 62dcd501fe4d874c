"""The one pass over a page's pixels that every picture measure shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.model.colour import oklab_of_rgb

if TYPE_CHECKING:
    from brandguard.model.creative import Page

MAX_PIXELS = 300_000
"""Enough to find an accent of 0.5 %; more changes no figure, only the time."""

SLACK = 1.5
"""A page of up to SLACK × MAX_PIXELS is taken whole: halving it loses more than it saves."""

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
    """(h, w, 3): every n-th pixel, never a mean, for a mean makes colours that nobody used."""
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
    step = _step(page.pixels.shape[0] * page.pixels.shape[1])
    rgb = np.ascontiguousarray(page.pixels[::step, ::step])
    opaque = None if page.opacity is None else page.opacity[::step, ::step] >= OPAQUE
    if opaque is not None and opaque.all():
        opaque = None
    flat = _flat(rgb)
    codes = _codes(rgb)
    occupied = np.bincount(codes, minlength=_LEVELS) > 0
    index = np.cumsum(occupied) - 1
    bin_of = index[codes]
    count = int(index[-1]) + 1
    seen = None if opaque is None else opaque.ravel()
    area, flat_area = _areas(bin_of, flat.ravel(), seen, count)
    colours = _bin_colours(rgb, bin_of, flat.ravel(), seen, count)
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


def _step(pixels: int) -> int:
    if pixels <= SLACK * MAX_PIXELS:
        return 1
    return int(np.ceil(np.sqrt(pixels / MAX_PIXELS)))


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


def _codes(rgb: NDArray[np.uint8]) -> NDArray[np.intp]:
    levels = rgb.reshape(-1, 3) >> (8 - BITS)
    code = levels[:, 0].astype(np.intp)
    for channel in (1, 2):
        code <<= BITS
        code |= levels[:, channel]
    return code


def _areas(
    bin_of: NDArray[np.intp],
    flat: NDArray[np.bool_],
    opaque: NDArray[np.bool_] | None,
    count: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Count the opaque pixels of each bin: all of them, and those in flat places."""
    every = bin_of if opaque is None else bin_of[opaque]
    level = bin_of[flat if opaque is None else flat & opaque]
    area, flat_area = (np.bincount(bins, minlength=count).astype(float) for bins in (every, level))
    return area, flat_area


def _bin_colours(
    rgb: NDArray[np.uint8],
    bin_of: NDArray[np.intp],
    flat: NDArray[np.bool_],
    opaque: NDArray[np.bool_] | None,
    count: int,
) -> NDArray[np.float64]:
    pixels = rgb.reshape(-1, 3)
    best = flat if opaque is None else flat & opaque
    flat_mean, flat_count = _means(pixels[best], bin_of[best], count)
    if (flat_count > 0).all():
        return flat_mean
    every_mean, _ = _means(pixels, bin_of, count)
    return np.where(flat_count[:, None] > 0, flat_mean, every_mean)


def _means(
    pixels: NDArray[np.uint8], bins: NDArray[np.intp], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    number = np.bincount(bins, minlength=count).astype(float)
    sums = [np.bincount(bins, weights=pixels[:, c], minlength=count) for c in range(3)]
    return np.stack(sums, axis=1) / np.maximum(number, 1)[:, None], number
