"""The one pass over the pixels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from brandguard.measures.raster import EDGE_WEIGHT, MAX_PIXELS, rasterise
from brandguard.model.colour import oklab_of_rgb
from brandguard.model.creative import Page


def page(pixels, opacity=None):
    pixels = np.asarray(pixels, dtype=np.uint8)
    return Page(1, pixels.shape[1], pixels.shape[0], pixels=pixels, opacity=opacity)


def halves(height=20, width=40):
    pixels = np.full((height, width, 3), 255)
    pixels[:, width // 2 :] = (228, 0, 43)
    return pixels


def test_a_plane_is_one_bin_of_its_very_colour():
    raster = rasterise(page(np.full((30, 30, 3), (228, 0, 43))))
    assert raster.bin_rgb.tolist() == [[228, 0, 43]]
    assert raster.bin_area.tolist() == raster.bin_mass.tolist() == [900]
    assert raster.flat.all()
    assert raster.opaque is None


def test_edges_count_a_quarter():
    raster = rasterise(page(halves()))
    assert raster.bin_area.tolist() == [400, 400]
    assert raster.bin_mass.tolist() == [400 - 20 * (1 - EDGE_WEIGHT)] * 2
    assert not raster.flat[:, 19:21].any()
    assert raster.flat[:, :19].all()


def test_transparent_pixels_are_neither_ink_nor_paper():
    opacity = np.zeros((20, 40), dtype=np.uint8)
    opacity[:, 20:] = 255
    raster = rasterise(page(halves(), opacity))
    assert raster.bin_area.sum() == 400
    red = raster.bin_of[0, -1]
    assert raster.bin_area[red] == 400
    assert raster.bin_rgb[red] == pytest.approx([228, 0, 43])


def test_full_opacity_is_no_opacity():
    raster = rasterise(page(halves(), np.full((20, 40), 255, dtype=np.uint8)))
    assert raster.opaque is None


def test_nothing_opaque_is_no_error():
    raster = rasterise(page(halves(), np.zeros((20, 40), dtype=np.uint8)))
    assert raster.bin_area.sum() == raster.bin_mass.sum() == 0


def test_a_large_page_is_sampled_evenly_and_without_new_colours():
    pixels = np.zeros((1500, 2000, 3), dtype=np.uint8)
    pixels[::2] = 255
    raster = rasterise(page(pixels))
    assert 0.9 * MAX_PIXELS < raster.flat.size <= MAX_PIXELS
    assert raster.rgb.shape[1] / raster.rgb.shape[0] == pytest.approx(2000 / 1500, rel=0.01)
    assert set(np.unique(raster.rgb)) == {0, 255}


@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (3, 200_000), (2, 2)])
def test_odd_shapes_are_pages_too(shape):
    raster = rasterise(page(np.full((*shape, 3), 7)))
    assert raster.flat.all()
    assert raster.bin_area.sum() == raster.flat.size


@pytest.mark.parametrize("pixels", [None, np.zeros((0, 5, 3), dtype=np.uint8)])
def test_a_page_without_pixels_is_refused(pixels):
    with pytest.raises(ValueError, match="no pixels"):
        rasterise(Page(3, 0, 0, pixels=pixels))


@given(hnp.arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12), st.just(3))))
def test_bins_hold_every_pixel_once(pixels):
    raster = rasterise(page(pixels))
    assert raster.bin_area.sum() == pixels.shape[0] * pixels.shape[1]
    assert np.bincount(raster.bin_of.ravel()).tolist() == raster.bin_area.tolist()
    assert (raster.bin_mass <= raster.bin_area).all()
    assert (raster.bin_mass >= EDGE_WEIGHT * raster.bin_area).all()
    off = np.abs(raster.bin_rgb[raster.bin_of] - pixels)
    assert off.max() < 8
    assert raster.bin_oklab == pytest.approx(oklab_of_rgb(raster.bin_rgb))
