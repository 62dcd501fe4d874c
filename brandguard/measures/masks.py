"""Coarse masks of where colours lie, and which of them touch."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.features import Neighbours
from brandguard.model.mask import Mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from brandguard.measures.merging import Groups
    from brandguard.measures.places import Tiling
    from brandguard.measures.raster import Raster
    from brandguard.model.creative import Box

MOST_CELLS = 1800
"""Cells of a mask: 225 bytes, 300 characters of base64. A page's tiles are about 1,500, unless it
is a ribbon."""
LEAST_PART = 0.1
"""A cell is a colour's where that fills so much of it, as type does, or what it fills of its
fullest cell by OWN_PART."""
OWN_PART = 0.3

GAP = 10
"""Two planes touch where at most so many sampled pixels that belong to neither lie between their
flat parts: anti-aliasing, and what JPEG makes of an edge."""
LEAST_BORDER = 0.04
"""Length of a common border, in mean sides of the page, under which it is a coincidence."""
MOST_PAIRS = 12


def colour_mask(counts: NDArray[np.intp], tiling: Tiling, shape: tuple[int, ...]) -> Mask | None:
    """Mark the tiles that a colour fills enough of; `counts` (rows, columns) are its pixels."""
    peak = int(counts.max(initial=0))
    if not peak:
        return None
    least = min(OWN_PART * peak, LEAST_PART * tiling.size**2)
    return pack(counts >= max(least, 1.0), tiling, shape)


def pack(marked: NDArray[np.bool_], tiling: Tiling, shape: tuple[int, ...]) -> Mask:
    """Write marked tiles (rows, columns) of a raster of `shape` as a mask of at most MOST_CELLS."""
    step = 1
    while -(-marked.shape[0] // step) * -(-marked.shape[1] // step) > MOST_CELLS:
        step += 1
    if step > 1:
        rows, columns = (np.arange(0, length, step) for length in marked.shape)
        marked = np.logical_or.reduceat(np.logical_or.reduceat(marked, rows, 0), columns, 1)
    side = tiling.size * step
    height, width = shape[:2]
    return Mask(
        columns=marked.shape[1],
        rows=marked.shape[0],
        cell=(side / width, side / height),
        bits=base64.b64encode(np.packbits(marked).tobytes()).decode("ascii"),
    )


def neighbours(
    groups: Groups, raster: Raster, seen: NDArray[np.intp], tiling: Tiling, names: Sequence[str]
) -> tuple[Neighbours, ...]:
    """Find which drawn colours touch; `names` are the hex codes in the order of groups.by_size().

    Planes touch where a flat pixel of the one is followed by a flat pixel of the other.
    """
    order = [j for j in groups.by_size() if not groups.photo[j]]
    count = len(order)
    if count < 2:  # noqa: PLR2004  a pair
        return ()
    rank = np.full(len(groups.area) + 1, count, dtype=np.uint16)
    rank[order] = np.arange(count)
    labels = rank[np.append(groups.became, len(groups.area))][seen]
    labels[~raster.flat] = count
    height, width = labels.shape
    across, where_across = _crossings(labels, count)
    down, where_down = _crossings(np.ascontiguousarray(labels.T), count)
    where = np.concatenate([where_across, where_down % height * width + where_down // height])
    tiles = tiling.tile_of.ravel()[where]
    code_of_name = dict(enumerate(n for j, n in zip(groups.by_size(), names, strict=True)
                                  if not groups.photo[j]))  # fmt: skip
    pairs = np.concatenate([across, down])
    lengths = np.bincount(pairs, minlength=count * count) / float(np.sqrt(height * width))
    found = []
    for pair in np.argsort(-lengths, kind="stable")[:MOST_PAIRS]:
        if lengths[pair] < LEAST_BORDER:
            break
        cells = np.bincount(tiles[pairs == pair], minlength=tiling.rows * tiling.columns)
        marked = cells.reshape(tiling.rows, tiling.columns) > 0
        first, second = divmod(int(pair), count)
        found.append(
            Neighbours(
                code_of_name[first], code_of_name[second], float(lengths[pair]),
                _box(marked, tiling, labels.shape), pack(marked, tiling, labels.shape),
            )
        )  # fmt: skip
    return tuple(found)


def _crossings(labels: NDArray[np.uint16], count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Walk along the rows of (h, w), and stop wherever one colour follows another within GAP.

    Gives of each place the pair (smaller × count + larger) and the number of the pixel before it.
    """
    width = labels.shape[1]
    drawn = np.flatnonzero(labels.ravel() < count)
    label = labels.ravel()[drawn]
    change = np.flatnonzero(label[1:] != label[:-1])
    before, after = drawn[change], drawn[change + 1]
    close = (after - before <= GAP) & (after % width > before % width)
    one, two = label[change[close]].astype(np.intp), label[change[close] + 1].astype(np.intp)
    return np.minimum(one, two) * count + np.maximum(one, two), before[close]


def _box(marked: NDArray[np.bool_], tiling: Tiling, shape: tuple[int, ...]) -> Box:
    down, across = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    height, width = shape[:2]
    return (
        float(across[0] * tiling.size / width),
        float(down[0] * tiling.size / height),
        min(float((across[-1] + 1) * tiling.size / width), 1.0),
        min(float((down[-1] + 1) * tiling.size / height), 1.0),
    )
