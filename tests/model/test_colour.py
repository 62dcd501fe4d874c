"""Colour arithmetic, against published figures and against coloraide."""

import math
from pathlib import Path

import numpy as np
import pytest
from coloraide import Color
from hypothesis import assume, given
from hypothesis import strategies as st

from brandguard.model import colour

SHARMA = np.loadtxt(Path(__file__).parent / "sharma2005.csv", delimiter=",", encoding="utf-8")
RGB = st.tuples(*[st.integers(0, 255)] * 3)


def test_ciede2000_is_that_of_sharma_wu_and_dalal():
    assert SHARMA.shape == (34, 7)
    one, two, wanted = SHARMA[:, :3], SHARMA[:, 3:6], SHARMA[:, 6]
    assert np.round(colour.ciede2000(one, two), 4) == pytest.approx(wanted, abs=1e-9)
    assert np.round(colour.ciede2000(two, one), 4) == pytest.approx(wanted, abs=1e-9)


def test_ciede2000_broadcasts():
    table = colour.ciede2000(SHARMA[:, None, :3], SHARMA[None, :, 3:6])
    assert table.shape == (34, 34)
    assert np.round(np.diagonal(table), 4) == pytest.approx(SHARMA[:, 6], abs=1e-9)


@given(RGB)
def test_oklab_and_cielab_are_coloraides(rgb):
    other = Color(colour.hex_of_rgb(rgb))
    assert colour.oklab_of_rgb(rgb) == pytest.approx(other.convert("oklab").coords(), abs=1e-6)
    assert colour.lab_of_rgb(rgb) == pytest.approx(other.convert("lab-d65").coords(), abs=1e-6)


def opposite(first, second):
    """Whether CIEDE2000 jumps: between opposite hues the last bit says which mean hue it takes."""
    hues = [math.degrees(math.atan2(b, a)) for _, a, b in map(colour.lab_of_rgb, (first, second))]
    return abs(abs(hues[0] - hues[1]) - 180) < 1e-9


@given(RGB, RGB)
def test_delta_e_and_contrast_are_coloraides(first, second):
    one, two = colour.hex_of_rgb(first), colour.hex_of_rgb(second)
    a, b = Color(one), Color(two)
    assume(not opposite(first, second))
    assert colour.delta_e(one, two) == pytest.approx(
        a.delta_e(b, method="2000", space="lab-d65"), abs=1e-6
    )
    # coloraide takes luminance from D65's white of more digits than WCAG writes.
    assert colour.contrast_ratio(one, two) == pytest.approx(a.contrast(b), abs=5e-3)
    assert colour.delta_e(one, two) == pytest.approx(colour.delta_e(two, one), abs=1e-9)


@given(RGB)
def test_hex_and_oklab_come_back(rgb):
    code = colour.hex_of_rgb(rgb)
    assert colour.rgb_of_hex(code) == rgb
    assert colour.rgb_of_oklab(colour.oklab_of_rgb(rgb)) == pytest.approx(rgb, abs=1e-6)


@given(st.lists(RGB, min_size=1, max_size=6))
def test_bytes_and_floats_agree(rows):
    exact = np.array(rows, dtype=float)
    packed = exact.astype(np.uint8)
    assert colour.oklab_of_rgb(packed) == pytest.approx(colour.oklab_of_rgb(exact), abs=1e-12)


@pytest.mark.parametrize(
    ("text", "rgb"),
    [("#E4002B", (228, 0, 43)), ("e4002b", (228, 0, 43)), (" #fA0 ", (255, 170, 0))],
)
def test_hex_is_read_as_people_write_it(text, rgb):
    assert colour.rgb_of_hex(text) == rgb


@pytest.mark.parametrize("text", ["", "#12345", "red", "#GG0000", "#12345678"])
def test_what_is_no_hex_is_refused(text):
    with pytest.raises(ValueError, match="not a colour"):
        colour.rgb_of_hex(text)


def test_hex_is_held_within_the_gamut():
    assert colour.hex_of_rgb([-3.0, 254.6, 300.0]) == "#00FFFF"


def test_contrast_runs_from_one_to_twenty_one():
    assert colour.contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert colour.contrast_ratio("#FFFFFF", "#FFFFFF") == 1
    assert colour.contrast_ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_greys_are_neutral_and_brand_colours_are_not():
    assert all(map(colour.is_neutral, ("#000000", "#777777", "#E9E4E0", "#FFFFFF")))
    assert not any(map(colour.is_neutral, ("#E4002B", "#003366", "#FBE9C6")))


def test_hue_goes_round():
    angle = colour.hue(colour.oklab_of_rgb([[255, 0, 0], [0, 0, 255]]))
    assert angle == pytest.approx([29.2, 264.1], abs=0.1)
    assert colour.hue_difference(350, 10) == pytest.approx(20)
    assert colour.hue_difference(10, 190) == pytest.approx(180)
