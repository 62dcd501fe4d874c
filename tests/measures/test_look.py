from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image, ImageDraw

from brandguard.measures.look import look
from brandguard.measures.raster import rasterise
from brandguard.model.creative import Page
from brandguard.model.look import LAYOUT, LENGTH


def look_of(pixels):
    pixels = np.ascontiguousarray(pixels, dtype=np.uint8)
    page = Page(1, pixels.shape[1], pixels.shape[0], pixels)
    return look(page, rasterise(page))


def part(row, name):
    return np.array(row)[LAYOUT[name]]


def gap(first, second, name):
    return float(np.abs(part(first, name) - part(second, name)).max())


def poster(width=800, height=600, *, disc="#C8102E"):
    image = Image.new("RGB", (width, height), "#FFFFFF")
    pen = ImageDraw.Draw(image)
    pen.ellipse((width * 0.5, height * 0.2, width * 0.9, height * 0.8), fill=disc)
    pen.rectangle((0, height * 0.8, width * 0.6, height), fill="#003A70")
    return np.asarray(image)


@settings(max_examples=25, deadline=None)
@given(
    arrays(
        np.uint8,
        array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=40).map(lambda s: (*s, 3)),
        elements=st.integers(0, 255),
    )
)
def test_any_picture_gives_a_full_finite_row_whose_colours_add_up(pixels):
    row = look_of(pixels)
    assert len(row) == LENGTH <= 400
    assert np.isfinite(row).all()
    assert part(row, "colours").sum() == pytest.approx(1, abs=0.01)
    assert part(row, "colours").min() >= 0


def test_the_parts_cover_the_row_without_gap_or_overlap():
    places = [i for piece in LAYOUT.values() for i in range(piece.start, piece.stop)]
    assert places == list(range(LENGTH))


def test_the_same_pixels_give_the_same_row():
    assert look_of(poster()) == look_of(poster().copy())


def test_size_and_compression_of_the_export_hardly_matter():
    buffer = io.BytesIO()
    Image.fromarray(poster(1600, 1200)).save(buffer, "JPEG", quality=80)
    original, copy = look_of(poster()), look_of(np.asarray(Image.open(buffer).convert("RGB")))
    for name in ("colours", "layout", "edges"):
        assert gap(original, copy, name) < 0.03


def test_another_colour_moves_the_colours_and_not_the_edges_much():
    red, green = look_of(poster()), look_of(poster(disc="#10802E"))
    assert gap(red, green, "colours") > 0.05
    assert gap(red, green, "edges") < 0.1


def test_a_mirrored_page_keeps_its_colours_and_changes_its_layout():
    page = poster()
    straight, mirrored = look_of(page), look_of(page[:, ::-1])
    assert gap(straight, mirrored, "colours") < 0.005
    assert gap(straight, mirrored, "layout") > 0.2


def test_the_layout_says_where_it_is_light():
    half = np.zeros((300, 300, 3), dtype=np.uint8)
    half[:150] = 255
    cells = part(look_of(half), "layout").reshape(6, 6, 3)
    assert (cells[:3, :, 0] > 0.99).all()
    assert (cells[3:, :, 0] < 0.01).all()


def test_white_and_nearly_white_share_a_grey_and_have_no_hue():
    colours = part(look_of(np.full((50, 50, 3), (253, 254, 255), dtype=np.uint8)), "colours")
    assert colours[:6].sum() == pytest.approx(1, abs=1e-3)
