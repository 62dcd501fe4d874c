from __future__ import annotations

import base64
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image, ImageDraw

from brandguard.measures.imagery import (
    THUMBNAIL_BYTES,
    THUMBNAIL_SIDE,
    phash,
    picture_traits,
    thumbnail,
)
from brandguard.measures.raster import rasterise
from brandguard.model.creative import Page


def page_of(pixels, opacity=None):
    pixels = np.ascontiguousarray(pixels, dtype=np.uint8)
    return Page(1, pixels.shape[1], pixels.shape[0], pixels, opacity)


def traits_of(pixels, opacity=None):
    page = page_of(pixels, opacity)
    return picture_traits(page, rasterise(page))


def hash_of(pixels):
    return phash(rasterise(page_of(pixels)))


def hash_distance(first, second):
    return (int(first, 16) ^ int(second, 16)).bit_count()


def plain(colour, height=120, width=200):
    return np.full((height, width, 3), colour, dtype=np.uint8)


def poster(width=400, height=300):
    image = Image.new("RGB", (width, height), "#FFFFFF")
    pen = ImageDraw.Draw(image)
    pen.ellipse((width * 0.5, height * 0.2, width * 0.9, height * 0.8), fill="#C8102E")
    pen.rectangle((0, height * 0.8, width * 0.6, height), fill="#003A70")
    return np.asarray(image)


def noise(seed=1, size=(200, 300, 3)):
    return np.random.default_rng(seed).integers(0, 256, size=size, dtype=np.uint8)


def test_a_plain_page_is_flat_of_one_colour_and_no_photograph():
    traits = traits_of(plain((200, 16, 46)))
    assert traits.flat == 1
    assert traits.colours == pytest.approx(1)
    assert traits.busyness == 0
    assert traits.photo == 0
    assert traits.contrast == pytest.approx(0, abs=1e-4)
    assert traits.aspect == pytest.approx(200 / 120, abs=1e-4)


def test_white_is_light_and_black_is_dark():
    assert traits_of(plain(255)).lightness == pytest.approx(1, abs=1e-3)
    assert traits_of(plain(0)).lightness == pytest.approx(0, abs=1e-3)


def test_yellow_is_warm_blue_is_cold_grey_is_neither():
    assert traits_of(plain((255, 220, 0))).warmth > 0.1
    assert traits_of(plain((0, 60, 255))).warmth < -0.1
    grey = traits_of(plain(128))
    assert grey.warmth == pytest.approx(0, abs=1e-3)
    assert grey.chroma == pytest.approx(0, abs=1e-3)


def test_two_halves_count_as_two_colours_with_the_contrast_between_them():
    halves = plain(255)
    halves[:, 100:] = 0
    traits = traits_of(halves)
    assert traits.colours == pytest.approx(2, abs=0.01)
    assert traits.contrast == pytest.approx(0.5, abs=0.01)


def test_a_noisy_scene_is_more_photographic_than_a_drawn_poster():
    coarse = Image.fromarray(noise(size=(40, 60, 3))).resize((600, 400), Image.Resampling.BICUBIC)
    scene = np.clip(np.asarray(coarse).astype(int) + noise(2, (400, 600, 3)) % 25, 0, 255)
    assert traits_of(scene).photo > 0.9
    assert traits_of(poster()).photo < 0.1


def test_a_gradient_is_no_photograph_though_it_has_many_colours():
    ramp = np.linspace(0, 255, 600).astype(np.uint8)
    gradient = np.stack([np.tile(ramp, (400, 1)), np.tile(ramp[::-1], (400, 1))], axis=-1)
    gradient = np.dstack([gradient, np.tile(ramp[:400, None], (1, 600))])
    assert traits_of(gradient).photo < 0.3


def test_traits_of_an_export_at_half_the_size_are_nearly_the_same():
    large, small = traits_of(poster(1600, 1200)), traits_of(poster(800, 600))
    assert large.busyness == pytest.approx(small.busyness, abs=0.01)
    assert large.lightness == pytest.approx(small.lightness, abs=0.01)
    assert large.aspect == small.aspect


def test_what_is_transparent_does_not_count():
    pixels, opacity = plain((255, 0, 0)), np.full((120, 200), 255, dtype=np.uint8)
    pixels[:, 50:], opacity[:, 50:] = 255, 0
    assert traits_of(pixels, opacity).chroma == pytest.approx(
        traits_of(plain((255, 0, 0))).chroma, abs=1e-4
    )


def test_a_wholly_transparent_page_is_measured_as_its_paper():
    assert traits_of(plain(255), np.zeros((120, 200), np.uint8)).lightness == pytest.approx(
        1, abs=1e-3
    )


@settings(max_examples=25, deadline=None)
@given(
    arrays(
        np.uint8,
        array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=40).map(lambda s: (*s, 3)),
        elements=st.integers(0, 255),
    )
)
def test_traits_keep_within_their_units_for_any_picture(pixels):
    traits = traits_of(pixels)
    for name in ("flat", "photo", "lightness", "busyness"):
        assert 0 <= getattr(traits, name) <= 1
    assert 0 <= traits.contrast <= 0.51
    assert 0 <= traits.chroma <= 0.33
    assert 1 <= traits.colours <= pixels.shape[0] * pixels.shape[1] + 1e-6
    assert len(hash_of(pixels)) == 16


def test_the_hash_of_a_resized_recompressed_copy_is_near_and_of_another_picture_far():
    original = poster(800, 600)
    buffer = io.BytesIO()
    Image.fromarray(original).resize((400, 300)).save(buffer, "JPEG", quality=40)
    copy = np.asarray(Image.open(buffer).convert("RGB"))
    assert hash_distance(hash_of(original), hash_of(copy)) <= 6
    assert hash_distance(hash_of(original), hash_of(original[:, ::-1])) > 12
    assert hash_distance(hash_of(original), hash_of(noise())) > 12


def test_plain_pages_have_one_hash_whatever_their_colour():
    assert hash_distance(hash_of(plain(10)), hash_of(plain((200, 16, 46)))) <= 1


def test_the_thumbnail_is_a_small_jpeg_and_the_same_each_time():
    pixels = noise(size=(900, 1400, 3))
    data = base64.b64decode(thumbnail(page_of(pixels)))
    assert len(data) <= THUMBNAIL_BYTES
    image = Image.open(io.BytesIO(data))
    assert image.format == "JPEG"
    assert max(image.size) <= THUMBNAIL_SIDE
    assert thumbnail(page_of(pixels.copy())) == thumbnail(page_of(pixels))


def test_a_small_picture_is_not_enlarged():
    data = base64.b64decode(thumbnail(page_of(plain(9, 20, 30))))
    assert Image.open(io.BytesIO(data)).size == (30, 20)


def test_a_page_without_pixels_has_no_thumbnail():
    with pytest.raises(ValueError, match="page 3"):
        thumbnail(Page(3, 10, 10))
