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
LEAST_OF_CODE = 24
"""Strokes of a whole picture under which there is no code: the smallest, of 21 modules, has three
in each of its rows, and at two pixels a module 14 of those are looked at."""
ROWS = 300
"""Rows that are looked at, evenly spaced; bounds the time to a few milliseconds."""
SMALL = 24
"""A picture with a shorter side is no place for text."""


def may_hold_text(strokes: NDArray[np.int64]) -> bool:
    """Tell whether to look for text where a picture has these strokes."""
    return bool((strokes >= STROKES).any())


def may_hold_code(strokes: NDArray[np.int64]) -> bool:
    """Tell whether strokes are as many as the smallest code's: it has three a row at the least."""
    return bool(strokes.sum() >= LEAST_OF_CODE)


def crowded_part(strokes: NDArray[np.int64], height: int) -> tuple[slice, slice] | None:
    """Give the rows and columns where strokes crowd as in small print or a code of tiny modules.

    `height` is the picture's. The part is a cell wider on each side than what crowds; None where
    nothing does.
    """
    dense = strokes >= CROWDED
    if min(dense.shape) >= 2:  # noqa: PLR2004  a pair of neighbours needs two
        dense = dense[1:, 1:] & dense[1:, :-1] & dense[:-1, 1:] & dense[:-1, :-1]
    bands, cells = np.nonzero(dense)
    if not len(bands):
        return None
    tall = BAND * _step(height)
    return (
        slice(max(0, int(bands.min()) * tall - CELL), int(bands.max() + 2) * tall + CELL),
        slice(max(0, int(cells.min() - 1) * CELL), int(cells.max() + 3) * CELL),
    )


def strokes_of(pixels: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Count the strokes of each cell of pixels (height, width, 3).

    A stroke is an edge up and an edge down of one row: whichever are fewer.
    """
    height, width = pixels.shape[:2]
    if min(height, width) < SMALL:
        return np.zeros((1, 1), dtype=np.int64)
    planes = np.ascontiguousarray(pixels[:: _step(height)].transpose(2, 0, 1))
    left, right = planes[..., :-1], planes[..., 1:]
    lower = np.minimum(left, right)
    up = _per_cell(np.subtract(right, lower) > STEP)
    down = _per_cell(np.subtract(left, lower) > STEP)
    strokes = np.minimum(up, down)  # row by row: both must happen in one
    padded = np.pad(strokes, ((0, 0), (0, -strokes.shape[1] % BAND), (0, 0)))
    bands = padded.reshape(3, -1, BAND, strokes.shape[2]).sum(axis=2, dtype=np.int64)
    return np.asarray(bands.max(axis=0))


def _step(height: int) -> int:
    """Say how many rows lie between those that are looked at."""
    return max(1, height // ROWS)


def _per_cell(edges: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Count edges in each stretch of CELL pixels of each row; a rest at the right is one too."""
    rest = -edges.shape[2] % CELL
    if rest:
        edges = np.pad(edges, ((0, 0), (0, 0), (0, rest)))
    cells = edges.view(np.uint8).reshape(*edges.shape[:2], -1, CELL)
    return np.asarray(cells.sum(axis=3, dtype=np.uint8))
