"""Whether a picture may hold text at all: cheap, and made to miss none rather than to be exact.

Letters are strokes: along a row the colour goes up and down again within a few pixels. Flat
grounds, gradients, soft photographs and edges of shapes do not; hatching, foliage and crowds do,
and are then read in vain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEP = 24
"""Least difference of neighbouring pixels in one channel: #E4E4E4 on white is fainter."""
CELL = 48
"""Width of a cell in pixels, BAND its height in rows that are looked at."""
BAND = 6
STROKES = 5
"""Edges up and edges down that one cell must have (three channels count apart)."""
CROWDED = 54
"""The same of a cell that is crowded: three edges a row and channel."""
ROWS = 400
"""Rows that are looked at, evenly spaced; bounds the time to a few milliseconds."""
SMALL = 24
"""A picture with a shorter side is no place for text."""


def may_hold_text(pixels: NDArray[np.uint8]) -> bool:
    """Tell whether to look for text in pixels of shape (height, width, 3)."""
    return bool((_strokes(pixels) >= STROKES).any())


def is_dense(pixels: NDArray[np.uint8]) -> bool:
    """Tell whether strokes crowd as in small print or a code with tiny modules."""
    dense = _strokes(pixels) >= CROWDED
    if min(dense.shape) < 2:  # noqa: PLR2004  a pair of neighbours needs two
        return bool(dense.any())
    return bool((dense[1:, 1:] & dense[1:, :-1] & dense[:-1, 1:] & dense[:-1, :-1]).any())


def _strokes(pixels: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Count, cell by cell, the edges that go up or those that go down, whichever are fewer."""
    height, width = pixels.shape[:2]
    if min(height, width) < SMALL:
        return np.zeros((1, 1), dtype=np.int64)
    rows = np.ascontiguousarray(pixels[:: max(1, height // ROWS)]).reshape(-1, width * 3)
    left, right = rows[:, :-3], rows[:, 3:]
    lower = np.minimum(left, right)
    up = _per_cell(np.subtract(right, lower) > STEP)
    down = _per_cell(np.subtract(left, lower) > STEP)
    return np.asarray(np.minimum(up, down))


def _per_cell(edges: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Count edges cell by cell; a rest at the right and at the bottom makes cells of its own."""
    height, width = edges.shape
    wide, high = -width % (CELL * 3), -height % BAND
    if wide or high:
        edges = np.pad(edges, ((0, high), (0, wide)))
    across = edges.view(np.uint8).reshape(edges.shape[0], -1, CELL * 3).sum(axis=2, dtype=np.uint8)
    return np.asarray(across.reshape(-1, BAND, across.shape[1]).sum(axis=1, dtype=np.int64))
