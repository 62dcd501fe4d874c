"""Where colours lie and which touch, measured on drawings of known colours."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from brandguard.measures.palette import extract_colours
from brandguard.measures.raster import rasterise
from brandguard.model.creative import Page
from brandguard.model.mask import boxes

RED, GREEN, YELLOW = "#E4002B", "#00843D", "#FFD100"


def colours(picture, jpeg=False):
    if jpeg:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=75)
        picture = Image.open(out).convert("RGB")
    page = Page(1, *picture.size, pixels=np.asarray(picture))
    return extract_colours(page, rasterise(page))


def flag(size=(600, 500)):
    picture = Image.new("RGB", size, RED)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, size[0] // 2, size[1]), fill=GREEN)
    return picture, draw


def test_scattered_spots_are_marked_one_by_one():
    picture = Image.new("RGB", (600, 600), "#FFFFFF")
    draw = ImageDraw.Draw(picture)
    for x, y in ((60, 60), (500, 80), (80, 500), (520, 520)):
        draw.ellipse((x - 30, y - 30, x + 30, y + 30), fill=RED)
    spot = next(s for s in colours(picture).swatches if s.hex == RED)
    marked = sum((b[2] - b[0]) * (b[3] - b[1]) for b in boxes(spot.mask))
    assert spot.share <= marked <= 3 * spot.share
    assert {(b[0] > 0.5, b[1] > 0.5) for b in boxes(spot.mask)} == {
        (False, False), (True, False), (False, True), (True, True),
    }  # fmt: skip
    assert (spot.box[2] - spot.box[0]) < 0.2


@pytest.mark.parametrize("jpeg", [False, True])
@pytest.mark.parametrize("size", [(300, 250), (1200, 900)])
def test_planes_that_touch_are_neighbours_along_their_border(size, jpeg):
    (pair,) = colours(flag(size)[0], jpeg).neighbours
    assert pair.length == pytest.approx((size[1] / size[0]) ** 0.5, rel=0.1)
    assert pair.box[0] < 0.5 < pair.box[2]
    assert pair.box[2] - pair.box[0] < 0.1
    assert boxes(pair.mask)


def test_a_white_band_parts_two_planes():
    picture, draw = flag()
    draw.rectangle((280, 0, 320, 500), fill="#FFFFFF")
    pairs = [{n.first, n.second} for n in colours(picture).neighbours]
    assert {RED, GREEN} not in pairs
    assert {RED, "#FFFFFF"} in pairs


def test_one_colour_and_an_empty_page_have_no_neighbours():
    assert colours(Image.new("RGB", (50, 50), RED)).neighbours == ()
    clear = Page(1, 5, 5, pixels=np.zeros((5, 5, 3), np.uint8), opacity=np.zeros((5, 5), np.uint8))
    assert extract_colours(clear, rasterise(clear)).swatches == ()
