import numpy as np
import pytest

from brandguard.measures.raster import rasterise
from brandguard.measures.shades import MOST, shades
from brandguard.model.creative import Page


def page(pixels, opacity=None):
    return Page(1, pixels.shape[1], pixels.shape[0], pixels, opacity=opacity)


def test_planes_are_listed_with_their_shares_the_largest_first():
    pixels = np.full((100, 100, 3), 255, dtype=np.uint8)
    pixels[80:] = (29, 63, 143)
    assert shades(rasterise(page(pixels))) == (("#FFFFFF", 0.8), ("#1D3F8F", 0.2))


def test_a_photograph_has_many_and_they_sum_to_one():
    pixels = np.random.default_rng(0).integers(0, 256, (200, 200, 3)).astype(np.uint8)
    found = shades(rasterise(page(pixels)))
    assert len(found) == MOST
    assert sum(share for _, share in found) == pytest.approx(1, abs=1e-3)


def test_a_page_of_nothing_has_none():
    pixels = np.zeros((20, 20, 3), dtype=np.uint8)
    assert shades(rasterise(page(pixels, np.zeros((20, 20), dtype=np.uint8)))) == ()
