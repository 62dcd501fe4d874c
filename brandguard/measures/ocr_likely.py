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
STROKES = 2
"""Strokes that one cell must have in one channel: where two colours meet, one channel goes up and
another down, and that is no stroke."""
CROWDED = 18
"""The same of a cell that is crowded: three a row."""
ROWS = 300
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
    """Count the strokes of each cell: edges up or edges down of a row, whichever are fewer."""
    height, width = pixels.shape[:2]
    if min(height, width) < SMALL:
        return np.zeros((1, 1), dtype=np.int64)
    planes = np.ascontiguousarray(pixels[:: max(1, height // ROWS)].transpose(2, 0, 1))
    left, right = planes[..., :-1], planes[..., 1:]
    lower = np.minimum(left, right)
    up = _per_cell(np.subtract(right, lower) > STEP)
    down = _per_cell(np.subtract(left, lower) > STEP)
    strokes = np.minimum(up, down)  # row by row: both must happen in one
    padded = np.pad(strokes, ((0, 0), (0, -strokes.shape[1] % BAND), (0, 0)))
    bands = padded.reshape(3, -1, BAND, strokes.shape[2]).sum(axis=2, dtype=np.int64)
    return np.asarray(bands.max(axis=0))


def _per_cell(edges: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Count edges in each stretch of CELL pixels of each row; a rest at the right is one too."""
    rest = -edges.shape[2] % CELL
    if rest:
        edges = np.pad(edges, ((0, 0), (0, 0), (0, rest)))
    cells = edges.view(np.uint8).reshape(*edges.shape[:2], -1, CELL)
    return np.asarray(cells.sum(axis=3, dtype=np.uint8))
