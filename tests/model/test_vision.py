import numpy as np
import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from brandguard.model.vision import DEFICIENCIES, picture_seen_with, seen_with

BYTE = st.integers(0, 255)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@given(BYTE, BYTE, BYTE)
def test_colours_are_those_of_a_known_implementation(deficiency, r, g, b):
    theirs = Color("srgb", [r / 255, g / 255, b / 255]).filter(
        deficiency, method="machado", space="srgb-linear"
    )
    wanted = [round(min(max(c, 0), 1) * 255) for c in theirs.convert("srgb").coords()]
    assert np.abs(seen_with(deficiency, [r, g, b]).astype(int) - wanted).max() <= 1


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_grey_stays_grey(deficiency):
    for grey in (0, 64, 128, 255):
        assert np.abs(seen_with(deficiency, [grey] * 3).astype(int) - grey).max() <= 1


def test_a_picture_is_its_pixels():
    pixels = np.random.default_rng(1).integers(0, 256, (700, 900, 3), dtype=np.uint8)
    assert (picture_seen_with("deutan", pixels) == seen_with("deutan", pixels)).all()
