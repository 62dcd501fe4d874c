"""Where colours lie: which tiles of a page are photograph, and the box of a colour's main area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from brandguard.measures.raster import Raster
    from brandguard.model.creative import Box

TILES = 1500
"""About how many tiles a page has: 12 to 16 sampled pixels wide on a large one."""
LEAST_TILE = 8
"""As wide as a JPEG block, so that the ringing of one is not a whole tile."""

CALM_STEP = 2
"""Greatest difference to the next pixel that a drawn plane shows, also after JPEG."""
CALM_SHARE = 0.35
"""A tile of a drawing keeps at least this share of calm pixels: the ground between the letters."""
LEAST_COLOURS = 5
"""A photograph's tile has many colours (of 5 bits a channel); one of type on a plane has few."""
GRADED = (4, 70)
"""Range of values within a tile of sky or skin: more than a plane, less than an edge."""
OWN_SHARE = 0.3
"""A tile belongs to a colour that fills it at least this much of what it fills its fullest tile."""

_NEIGHBOURS = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)


@dataclass(frozen=True, slots=True, eq=False)
class Tiling:
    """A grid of square tiles over a raster."""

    size: int
    rows: int
    columns: int
    tile_of: NDArray[np.intp]
    """(h, w): index of each pixel's tile, row by row."""


def tile(height: int, width: int) -> Tiling:
    """Lay about TILES square tiles over a page; the last row and column may be cut."""
    size = max(LEAST_TILE, round(float(np.sqrt(height * width / TILES))))
    rows, columns = -(-height // size), -(-width // size)
    row, column = np.arange(height) // size, np.arange(width) // size
    return Tiling(size, rows, columns, row[:, None] * columns + column)


def photo_tiles(raster: Raster, tiling: Tiling) -> NDArray[np.bool_]:
    """Find the tiles that are photograph: (rows, columns).

    Photographs are restless from pixel to pixel and full of colours; planes, type and gradients are
    not. From such tiles the region grows over graded ones beside it: sky, skin, blurred ground.
    """
    if min(raster.flat.shape) < 2:  # noqa: PLR2004  a line has no neighbours to be restless with
        return np.zeros((tiling.rows, tiling.columns), dtype=bool)
    restless = _calm_share(raster.rgb, tiling) < CALM_SHARE
    if not restless.any():
        return restless
    core = _without_loners(restless & (_colours(raster, tiling, restless) >= LEAST_COLOURS))
    if not core.any():
        return core
    span = _range(raster.rgb, tiling)
    graded = (span > GRADED[0]) & (span < GRADED[1])
    return _grown(core, graded | restless)


def _calm_share(rgb: NDArray[np.uint8], tiling: Tiling) -> NDArray[np.float64]:
    """Give the share of each tile's pixels that hardly differ from the next one in the row."""
    ahead, here = rgb[::2, 1:], rgb[::2, :-1]
    step = np.maximum(ahead, here) - np.minimum(ahead, here)
    calm = np.maximum(np.maximum(step[..., 0], step[..., 1]), step[..., 2]) <= CALM_STEP
    rows = _starts(tiling.rows, calm.shape[0], tiling.size / 2)
    columns = _starts(tiling.columns, calm.shape[1], tiling.size)
    number = np.outer(np.diff(rows, append=calm.shape[0]), np.diff(columns, append=calm.shape[1]))
    calm_number = _over_tiles(np.add, calm.astype(np.intp), rows, columns)
    return np.asarray(calm_number / np.maximum(number, 1))


def _starts(count: int, length: int, size: float) -> NDArray[np.intp]:
    """Say where each of `count` tiles begins among `length` samples."""
    starts = np.minimum(np.ceil(np.arange(count) * size), length - 1)
    return np.asarray(starts, dtype=np.intp)


def _colours(raster: Raster, tiling: Tiling, restless: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Count the colours that hold two pixels of every second row, in the restless tiles alone."""
    tile_of, bin_of = tiling.tile_of[::2], raster.bin_of[::2]
    looked_at = restless.ravel()[tile_of]
    bins = len(raster.bin_area)
    pairs = np.sort((tile_of[looked_at] * bins + bin_of[looked_at]).astype(np.int32))
    fresh = np.flatnonzero(np.diff(pairs, prepend=-1))
    lasting = fresh[np.diff(fresh, append=len(pairs)) > 1]
    counts = np.bincount(pairs[lasting] // bins, minlength=restless.size)
    return np.asarray(counts.reshape(restless.shape), dtype=np.intp)


def _range(rgb: NDArray[np.uint8], tiling: Tiling) -> NDArray[np.intp]:
    """Give the range of green, 0–255, in each tile: nearest to lightness, from every 4th pixel."""
    some = np.ascontiguousarray(rgb[::2, ::2, 1])
    rows = _starts(tiling.rows, some.shape[0], tiling.size / 2)
    columns = _starts(tiling.columns, some.shape[1], tiling.size / 2)
    high = _over_tiles(np.maximum, some, rows, columns)
    low = _over_tiles(np.minimum, some, rows, columns)
    return np.asarray(high - low, dtype=np.intp)


def _over_tiles(
    reduce: np.ufunc, values: NDArray[Any], rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> NDArray[Any]:
    return np.asarray(reduce.reduceat(reduce.reduceat(values, rows, axis=0), columns, axis=1))


def _around(mask: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Count the marked neighbours, of eight, of each tile."""
    padded = np.pad(mask.astype(np.intp), 1)
    rows, columns = mask.shape
    shifts = [padded[1 + i : 1 + i + rows, 1 + j : 1 + j + columns] for i, j in _NEIGHBOURS]
    return np.asarray(np.sum(shifts, axis=0), dtype=np.intp)


def _without_loners(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Drop tiles with fewer than three marked neighbours: a line of type, the corner of a logo."""
    return np.asarray(mask & (_around(mask) >= 3))  # noqa: PLR2004  a corner of a 2 × 2 block


def _grown(core: NDArray[np.bool_], ground: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Spread from the core over the ground, and over tiles that are all but enclosed."""
    grown = core
    for _ in range(sum(core.shape)):
        around = _around(grown)
        wider = grown | (ground & (around >= 2)) | (around >= 6)  # noqa: PLR2004  an edge; a hole
        if np.array_equal(wider, grown):
            break
        grown = wider
    return grown


def tile_counts(labels: NDArray[np.intp], tiling: Tiling, count: int) -> NDArray[np.intp]:
    """Count the pixels of each label in each tile: (count, rows, columns)."""
    number = tiling.rows * tiling.columns
    pairs = labels.ravel() * number + tiling.tile_of.ravel()
    counts = np.bincount(pairs, minlength=count * number)[: count * number]
    return counts.reshape(count, tiling.rows, tiling.columns)


def main_box(
    labels: NDArray[np.intp], mine: NDArray[np.bool_], counts: NDArray[np.intp], tiling: Tiling
) -> Box | None:
    """Box the largest coherent area of one colour; None if it has no pixel.

    `labels` (h, w) is each pixel's cluster, `mine` (k,) marks the clusters of the colour, `counts`
    (rows, columns) counts its pixels by tile. Areas are tiles that touch, also by a corner, so that
    the letters of a word are one area.
    """
    if not counts.any():
        return None
    rows, columns = _largest_area(counts >= OWN_SHARE * counts.max(), counts)
    top, left = int(rows.min()) * tiling.size, int(columns.min()) * tiling.size
    bottom, right = (int(rows.max()) + 1) * tiling.size, (int(columns.max()) + 1) * tiling.size
    part = mine[labels[top:bottom, left:right]]
    across, down = np.flatnonzero(part.any(axis=0)), np.flatnonzero(part.any(axis=1))
    height, width = labels.shape
    return (
        float((left + across[0]) / width),
        float((top + down[0]) / height),
        float((left + across[-1] + 1) / width),
        float((top + down[-1] + 1) / height),
    )


def _largest_area(
    owned: NDArray[np.bool_], counts: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the rows and columns of the tiles of the heaviest group that touches itself.

    scipy.ndimage.label does the same, but loading it takes longer than a whole one-file run.
    """
    width = owned.shape[1] + 1  # one empty column, so that no row touches the next one's start
    weights = np.pad(np.where(owned, counts, 0), ((0, 0), (0, 1))).ravel()
    left = dict.fromkeys(np.flatnonzero(weights).tolist())
    weight_of = weights.tolist()
    steps = [row * width + column for row, column in _NEIGHBOURS]
    best: list[int] = []
    best_weight = 0
    while left:
        group = [next(iter(left))]
        del left[group[0]]
        for tile_number in group:  # grows while it is walked
            for step in steps:
                if tile_number + step in left:
                    del left[tile_number + step]
                    group.append(tile_number + step)
        weight = sum(weight_of[number] for number in group)
        if weight > best_weight:
            best, best_weight = group, weight
    rows, columns = np.divmod(np.array(best), width)
    return rows, columns
