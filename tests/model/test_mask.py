"""Masks: marked cells, their rectangles and their border."""

import base64

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from brandguard.measures.masks import MOST_CELLS, pack
from brandguard.measures.places import tile
from brandguard.model.mask import Mask, boxes, outline, runs

CELLS = arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12)))


def mask(cells):
    rows, columns = cells.shape
    bits = base64.b64encode(np.packbits(cells).tobytes()).decode()
    return Mask(columns, rows, (1 / columns, 1 / rows), bits)


def painted(rectangles, shape):
    out = np.zeros(shape, dtype=int)
    for left, top, right, bottom in rectangles:
        rows = slice(round(top * shape[0]), round(bottom * shape[0]))
        out[rows, round(left * shape[1]) : round(right * shape[1])] += 1
    return out


@given(CELLS)
def test_rectangles_cover_every_marked_cell_once_and_no_other(cells):
    assert (painted(boxes(mask(cells)), cells.shape) == cells).all()


@given(CELLS)
def test_runs_are_the_marked_stretches(cells):
    again = np.zeros_like(cells)
    for row, start, end in runs(mask(cells)):
        again[row, start:end] = True
    assert (again == cells).all()


@given(CELLS)
def test_the_border_is_as_long_as_the_edges_between_marked_and_unmarked(cells):
    padded = np.pad(cells, 1).astype(int)
    edges = np.abs(np.diff(padded, axis=0)).sum() / cells.shape[1]
    edges += np.abs(np.diff(padded, axis=1)).sum() / cells.shape[0]
    length = sum(abs(x - to_x) + abs(y - to_y) for (x, y), (to_x, to_y) in outline(mask(cells)))
    assert np.isclose(length, edges)


def test_a_band_is_one_rectangle():
    cells = np.zeros((6, 8), dtype=bool)
    cells[2:5] = True
    (band,) = boxes(mask(cells))
    assert np.allclose(band, (0, 2 / 6, 1, 5 / 6))


def test_what_is_damaged_marks_nothing():
    for broken in ("", "*", "AA"):
        assert boxes(Mask(40, 40, (0.025, 0.025), broken)) == ()


def test_a_mask_is_small_whatever_the_page():
    for height, width in ((450, 450), (60, 3000), (1, 200_000), (7, 5)):
        tiling = tile(height, width)
        packed = pack(np.ones((tiling.rows, tiling.columns), dtype=bool), tiling, (height, width))
        assert packed.columns * packed.rows <= MOST_CELLS
        assert len(packed.bits) <= 304
        ((left, top, right, bottom),) = boxes(packed)
        assert (left, top) == (0.0, 0.0)
        assert np.isclose(right, 1.0)
        assert np.isclose(bottom, 1.0)
