"""Logos that the file itself places: small ones, on photographs, padded, stretched, turned."""

import base64
import io
import math
from dataclasses import replace

import numpy as np
import pytest
from benchmarks.logo_designs import DESIGNS, design
from benchmarks.logo_set import photo
from benchmarks.test_logo_quality import template
from PIL import Image

from brandguard.measures.logo import find_logos
from brandguard.measures.logo_placed import frames_of
from brandguard.model.creative import Page, PlacedObject
from brandguard.model.logo import SURE
from brandguard.readers import read

WIDE, HIGH = 1600, 1130


def page_with(picture, at, size, ground=None, turn=0.0):
    """Place a picture (RGBA) on a page and say so, as a reader does."""
    sheet = Image.new("RGB", (WIDE, HIGH), "#F4EFE6") if ground is None else ground.copy()
    small = picture.resize(size, Image.Resampling.LANCZOS)
    middle = at[0] + size[0] / 2, at[1] + size[1] / 2
    small = small.rotate(-turn, Image.Resampling.BICUBIC, expand=True)
    left, top = round(middle[0] - small.width / 2), round(middle[1] - small.height / 2)
    sheet.paste(small, (left, top), small)
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half = [(x * size[0] / 2, y * size[1] / 2) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    corners = [(middle[0] + c * x - s * y, middle[1] + s * x + c * y) for x, y in half]
    placed = PlacedObject(
        "drawing", tuple((x / WIDE, y / HIGH) for x, y in corners), *map(float, picture.size)
    )
    return Page(1, WIDE, HIGH, np.asarray(sheet), placed=(placed,), vector=True)


def on_photo():
    rng = np.random.default_rng(5)
    return Image.fromarray(photo(rng, WIDE, HIGH, light=True))


def small_size(picture, share=0.055):
    scale = share * WIDE / max(picture.size)
    return round(picture.width * scale), round(picture.height * scale)


@pytest.mark.parametrize("name", ["lockup", "crescent", "badge"])
def test_a_small_placed_logo_is_found_with_the_geometry_of_the_file(name):
    picture = design(name)
    page = page_with(picture, (1300, 900), small_size(picture))
    (seen,) = find_logos(page, (template(name),))
    assert seen.confidence >= SURE
    assert seen.source == "vector"
    assert seen.angle == pytest.approx(0, abs=1e-6)


def test_a_placed_logo_on_a_photograph_is_found():
    picture = design("lockup")
    page = page_with(picture, (900, 700), small_size(picture, 0.08), on_photo())
    (seen,) = find_logos(page, (template("lockup"),))
    assert seen.confidence >= SURE


def test_padding_around_the_ink_is_no_part_of_the_logo():
    logo = design("lockup")
    padded = Image.new("RGBA", (round(logo.width * 1.3), round(logo.height * 2.4)))
    padded.paste(logo, (round(logo.width * 0.15), round(logo.height * 0.9)))
    page = page_with(padded, (1100, 800), (160, round(160 * padded.height / padded.width)))
    (seen,) = find_logos(page, (template("lockup"),))
    assert seen.width_px == pytest.approx(160 / 1.3, rel=0.06)


def test_stretch_and_turn_are_the_matrix_s():
    picture = design("lockup")
    size = (round(300 * 1.1), round(300 * picture.height / picture.width))
    page = page_with(picture, (700, 500), size, turn=20.0)
    (seen,) = find_logos(page, (template("lockup"),))
    exact = size[0] / size[1] * picture.height / picture.width - 1
    assert seen.source == "vector"
    assert (seen.distortion, seen.angle) == pytest.approx((exact, 20.0), abs=1e-4)


def test_another_picture_in_a_frame_of_the_same_proportions_is_not_claimed():
    for name in DESIGNS[::5]:
        other = design(name, other=True)
        for share in (0.04, 0.08):
            page = page_with(other, (1200, 850), small_size(other, share))
            sure = [s for s in find_logos(page, (template(name),)) if s.confidence >= SURE]
            assert sure == []


def test_what_lies_behind_the_logo_says_nothing_of_it():
    picture = design("lockup")
    page = page_with(picture, (100, 100), (400, round(400 * picture.height / picture.width)))
    behind = PlacedObject("image", ((0, 0), (1, 0), (1, 1), (0, 1)), 800, 565)
    (seen,) = find_logos(replace(page, placed=(behind,)), (template("lockup"),))
    assert seen.source == "pixels"


@pytest.mark.parametrize("quarter", range(4))
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_frame_stands_upright_however_the_file_stores_it(quarter, mirrored):
    corners = [(0.2, 0.2), (0.4, 0.2), (0.4, 0.3), (0.2, 0.3)]
    corners = corners[quarter:] + corners[:quarter]
    corners = corners[::-1] if mirrored else corners
    stored = (100.0, 50.0) if corners[0][1] == corners[1][1] else (50.0, 100.0)
    placed = PlacedObject("image", tuple(corners), *stored)
    page = Page(1, 1000, 1000, np.full((1000, 1000, 3), 255, np.uint8), placed=(placed,))
    (frame,) = frames_of(page)
    assert (frame.width, frame.height, frame.angle) == pytest.approx((200, 100, 0), abs=1e-9)
    assert frame.stretch == pytest.approx(0, abs=1e-9)


def test_slanted_flat_and_endless_objects_are_left_aside():
    slanted = PlacedObject("image", ((0.2, 0.2), (0.4, 0.2), (0.5, 0.3), (0.3, 0.3)), 10, 5)
    flat = PlacedObject("image", ((0.2, 0.2), (0.2, 0.2), (0.2, 0.3), (0.2, 0.3)), 10, 5)
    page = Page(1, 100, 100, np.zeros((100, 100, 3), np.uint8), placed=(slanted, flat))
    assert frames_of(page) == ()


def test_a_small_logo_in_an_svg_is_found_in_its_group():
    logo = io.BytesIO()
    design("lockup").save(logo, "PNG")
    name = f"data:image/png;base64,{base64.b64encode(logo.getvalue()).decode()}"
    wide, high = design("lockup").size
    source = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000"><rect width="1600"'
        f' height="1000" fill="#FFF"/><image x="1400" y="900" width="88" href="{name}"'
        f' height="{88 * high / wide}"/></svg>'
    )
    page = next(iter(read(source.encode(), "a.svg").pages))
    (seen,) = find_logos(page, (template("lockup"),))
    assert (seen.source, seen.angle) == ("vector", 0)
    assert seen.distortion == pytest.approx(0, abs=1e-6)
