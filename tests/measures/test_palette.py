"""Palettes: what one sees is what is named, in its place, and the same on every run."""

import subprocess
import sys

import numpy as np
import pytest
from benchmarks.palette_set import ACCENT, error, palette_set, synthetic_photo
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from brandguard.measures import clusters
from brandguard.measures.palette import extract_palette
from brandguard.measures.raster import rasterise
from brandguard.model.colour import delta_e, hex_of_rgb
from brandguard.model.creative import Page, VectorFill

RED, WHITE, BLUE, SAND = (228, 0, 43), (255, 255, 255), (0, 87, 184), (235, 211, 172)


def page(picture, **more):
    pixels = np.asarray(picture, dtype=np.uint8)
    return Page(1, pixels.shape[1], pixels.shape[0], pixels=pixels, **more)


def palette(picture, **more):
    given_page = page(picture, **more)
    return extract_palette(given_page, rasterise(given_page))


def drawn(*boxes, size=(400, 300), ground=WHITE):
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    for box, colour in boxes:
        draw.rectangle(box, fill=colour)
    return picture


@pytest.fixture(scope="module")
def cases():
    """Some 28 of the generated creatives, each with the palette that was found in it."""
    found = []
    for case in palette_set(each=4):
        case_page = case.page()
        found.append((case, extract_palette(case_page, rasterise(case_page))))
    return found


def test_planes_have_their_exact_colour_share_and_place():
    found = palette(drawn(((0, 240, 399, 299), RED), ((40, 30, 59, 49), BLUE)))
    assert [s.hex for s in found] == ["#FFFFFF", "#E4002B", "#0057B8"]
    assert [s.share for s in found] == pytest.approx([0.8 - 400 / 120_000, 0.2, 400 / 120_000])
    assert found[1].box == pytest.approx((0, 0.8, 1, 1))
    assert found[2].box == pytest.approx((0.1, 0.1, 0.15, 1 / 6))
    assert not any(s.photo or s.exact for s in found)


def test_the_box_is_around_the_largest_of_several_areas():
    small, large = (20, 20, 39, 39), (200, 150, 319, 249)
    found = palette(drawn((small, RED), (large, RED)))
    assert found[1].box == pytest.approx((0.5, 0.5, 0.8, 250 / 300))


def test_anti_aliasing_is_no_colour():
    picture = drawn(((0, 200, 399, 299), RED))
    draw = ImageDraw.Draw(picture)
    draw.text((20, 40), "Saldi d'estate", BLUE, ImageFont.load_default(44))
    draw.text((20, 225), "fino al 31 maggio", WHITE, ImageFont.load_default(34))
    assert {s.hex for s in palette(picture)} == {"#FFFFFF", "#E4002B", "#0057B8"}


def test_near_twins_are_one_swatch():
    found = palette(drawn(((0, 150, 399, 299), (228, 4, 44)), ((0, 0, 399, 149), RED)))
    assert len(found) == 1
    assert found[0].share == pytest.approx(1)


def test_a_photograph_is_told_from_planes():
    rng = np.random.default_rng(3)
    picture = drawn(((0, 0, 399, 69), RED), ground=SAND)
    picture.paste(synthetic_photo(300, 160, rng), (50, 100))
    found = palette(picture)
    assert not any(s.photo for s in found if s.hex in {"#E4002B", "#EBD3AC"})
    assert sum(s.share for s in found if s.photo) == pytest.approx(0.4, abs=0.06)


def test_a_photograph_alone_is_all_photograph():
    found = palette(synthetic_photo(400, 300, np.random.default_rng(4)))
    assert sum(s.share for s in found if s.photo) > 0.95


def test_type_and_gradients_are_no_photographs():
    ramp = np.linspace(0, 1, 400)[None, :, None]
    ground = np.repeat(ramp * np.array(RED) + (1 - ramp) * np.array(BLUE), 300, axis=0)
    picture = Image.fromarray(np.rint(ground).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for y in range(10, 280, 16):
        draw.text(
            (10, y), "Piccole tazze, grandi colazioni " * 2, WHITE, ImageFont.load_default(12)
        )
    assert not any(s.photo for s in palette(picture))


def test_a_vector_page_has_the_colours_that_its_file_names():
    rendered = drawn(((0, 150, 399, 299), (227, 2, 45)), ground=(254, 255, 255))
    fills = (VectorFill("#e4002b", (0, 0.5, 1, 1)), VectorFill("#00FF00", (0, 0, 0, 0)))
    found = palette(rendered, vector=True, fills=fills)
    assert {(s.hex, s.exact) for s in found} == {("#E4002B", True), ("#FEFFFF", False)}


def test_two_named_colours_stay_two_however_near():
    rendered = drawn(((0, 150, 399, 299), (240, 40, 40)), ground=(228, 0, 43))
    fills = tuple(VectorFill(code, (0, 0, 1, 1)) for code in ("#E4002B", "#F02828"))
    assert len(palette(rendered, vector=True, fills=fills)) == 2


def test_a_raster_page_takes_no_colour_from_fills():
    found = palette(drawn(), fills=(VectorFill("#FEFEFE", (0, 0, 1, 1)),))
    assert [(s.hex, s.exact) for s in found] == [("#FFFFFF", False)]


def test_a_cut_out_has_no_paper():
    opacity = np.zeros((300, 400), dtype=np.uint8)
    opacity[100:200, 100:300] = 255
    found = palette(drawn(((100, 100, 299, 199), RED)), opacity=opacity)
    assert [(s.hex, s.share) for s in found] == [("#E4002B", 1.0)]


def test_an_invisible_page_has_an_empty_palette():
    assert palette(drawn(), opacity=np.zeros((300, 400), dtype=np.uint8)) == ()


def test_generated_creatives_keep_their_main_colours(cases):
    errors = [
        error(colour, [s.hex for s in found]) for case, found in cases for colour in case.main
    ]
    assert np.mean(errors) < 0.2
    assert max(errors) < 2


def test_generated_creatives_keep_their_accents(cases):
    errors = [error(case.accent, [s.hex for s in found]) for case, found in cases]
    assert np.mean(np.array(errors) < 3) >= 0.95
    flat = [(c, found) for c, found in cases if c.kind in {"flat", "text"}]
    for case, found in flat:
        share = next(s.share for s in found if delta_e(s.hex, case.accent) < 3)
        assert share == pytest.approx(ACCENT, rel=0.35)


def test_generated_creatives_show_no_colour_that_nobody_drew(cases):
    for case, found in cases:
        # Type of nine pixels, as on a leaderboard, has no stroke that is not anti-aliased.
        if case.kind in {"flat", "text", "alpha"} and "728" not in case.name:
            strange = [s for s in found if error(s.hex, [*case.main, case.ink, case.accent]) > 3]
            assert not strange, case.name


def test_every_share_counts_and_the_largest_comes_first(cases):
    for _, found in cases:
        shares = [s.share for s in found]
        assert sum(shares) == pytest.approx(1)
        assert shares == sorted(shares, reverse=True)


def test_boxes_lie_on_the_page_and_photographs_have_none(cases):
    for _, found in cases:
        for swatch in found:
            if swatch.photo:
                assert swatch.box is None
            else:
                left, top, right, bottom = swatch.box
                assert 0 <= left < right <= 1
                assert 0 <= top < bottom <= 1


def test_numpy_and_scikit_learn_group_alike(cases):
    for case, _ in cases:
        raster = rasterise(case.page())
        used = raster.bin_area > 0
        colours, mass = raster.bin_oklab[used], raster.bin_mass[used]
        ours = clusters.cluster(colours, mass, "numpy")
        assert np.array_equal(ours, clusters.cluster(colours, mass, "sklearn")), case.name


def test_scikit_learn_is_used_where_it_is_loaded_and_never_loaded_for_it():
    script = (
        "import sys, numpy as np; from brandguard.measures import clusters as c;"
        "calls = []; c._by_sklearn = lambda *a: calls.append(1) or c._by_numpy(*a);"
        "x = np.eye(3); m = np.ones(3);"
        "c.cluster(x, m); assert not calls and 'sklearn' not in sys.modules;"
        "import sklearn.cluster; c.cluster(x, m); assert calls"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


COLOURS = ((228, 0, 43), (0, 87, 184), (255, 255, 255), (27, 27, 27), (242, 184, 59), (95, 129, 64))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=16, max_size=16), st.randoms(use_true_random=False))
def test_moving_the_parts_of_a_drawing_moves_no_colour(parts, random):
    def tiled(order):
        blocks = np.array([COLOURS[i] for i in order], dtype=np.uint8).reshape(4, 4, 3)
        return blocks.repeat(40, axis=0).repeat(40, axis=1)

    moved = parts.copy()
    random.shuffle(moved)
    before, after = ({s.hex: s.share for s in palette(tiled(o))} for o in (parts, moved))
    assert before == pytest.approx(after)
    wanted = {hex_of_rgb(COLOURS[i]): parts.count(i) / 16 for i in set(parts)}
    assert before == pytest.approx(wanted)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_any_pixels_have_a_palette(height, width, seed):
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3))
    found = palette(pixels)
    assert sum(s.share for s in found) == pytest.approx(1)
    assert found == palette(pixels)
