"""Finding logos: place, stretch, turn, colours, ground and space, and what is no logo."""

import math

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from brandguard.measures.logo import find_logos
from brandguard.measures.logo_template import prepare, same_shape, template_png
from brandguard.model.creative import Page
from brandguard.model.logo import SURE, LogoTemplate
from brandguard.settings import asset_path

RED, INK, WHITE = "#C8102E", "#1F2A44", "#FFFFFF"


def mark(first=RED, second=INK):
    """Draw a two-coloured mark of 400 × 160."""
    big = Image.new("RGBA", (1200, 480))
    draw = ImageDraw.Draw(big)
    draw.ellipse((10, 10, 470, 470), fill=first)
    draw.polygon([(240, 90), (380, 380), (100, 380)], fill=(0, 0, 0, 0))
    for i, top in enumerate((40, 180, 110, 260)):
        draw.rounded_rectangle((560 + 160 * i, top, 660 + 160 * i, 470), 40, fill=second)
    return big.resize((400, 160), Image.Resampling.LANCZOS)


def page_of(picture, **sizes):
    pixels = np.asarray(picture.convert("RGB"))
    return Page(1, picture.width, picture.height, pixels, **sizes)


def template(name, picture):
    opacity = np.ascontiguousarray(np.asarray(picture)[..., 3])
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    page = Page(1, *picture.size, np.asarray(paper), opacity)
    png, aspect = template_png(page)
    return LogoTemplate(name, name, aspect, png)


MAIN = template("main", mark())
REVERSED = template("reversed", mark(WHITE, WHITE))


def placed(logo, at=(60, 50), ground="#F4EFE6", size=(900, 700)):
    page = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(asset_path("fonts", "figtree", "Figtree-Bold.ttf")), 48)
    draw.text((60, 450), "Everything must go\nuntil Sunday night", font=font, fill="#555555")
    draw.rectangle((600, 420, 860, 640), fill="#88AA77")
    if logo is not None:
        page.paste(logo, at, logo)
    return page


def only(page, *templates):
    (sighting,) = find_logos(page_of(page) if isinstance(page, Image.Image) else page, templates)
    assert sighting.confidence >= SURE
    return sighting


def test_a_logo_is_found_where_it_is_and_as_it_is():
    seen = only(placed(mark().resize((250, 100), Image.Resampling.LANCZOS)), MAIN)
    assert seen.name == "main"
    assert np.array(seen.box) * [900, 700, 900, 700] == pytest.approx([62, 52, 298, 148], abs=2)
    assert (seen.width_px, seen.height_px) == pytest.approx((236, 96), abs=2)
    assert abs(seen.distortion) < 0.005
    assert abs(seen.angle) < 0.1
    assert seen.colour_difference < 2
    assert seen.recolouring == "none"
    assert seen.ground_kind == "flat"
    assert seen.clear_space == 1.5
    assert seen.contrast > 3


@pytest.mark.parametrize("size", [(270, 100), (250, 115), (350, 100)])
def test_how_much_it_is_stretched(size):
    seen = only(placed(mark().resize(size, Image.Resampling.LANCZOS)), MAIN)
    assert seen.distortion == pytest.approx(size[0] / size[1] / 2.5 - 1, abs=0.01)


@pytest.mark.parametrize("angle", [-10, 3, 10])
def test_how_far_it_is_turned(angle):
    logo = mark().resize((250, 100), Image.Resampling.LANCZOS)
    turned = logo.rotate(-angle, Image.Resampling.BICUBIC, expand=True)
    seen = only(placed(turned), MAIN)
    assert seen.angle == pytest.approx(angle, abs=0.3)
    assert abs(seen.distortion) < 0.01
    top_left, top_right = seen.corners[:2]
    slope = (top_right[1] - top_left[1]) * 700, (top_right[0] - top_left[0]) * 900
    assert math.degrees(math.atan2(*slope)) == pytest.approx(angle, abs=0.5)


def test_versions_of_one_shape_are_told_by_their_colours():
    assert same_shape(prepare(MAIN), prepare(REVERSED))
    small = mark(WHITE, WHITE).resize((250, 100), Image.Resampling.LANCZOS)
    seen = only(placed(small, ground="#1B4D3E"), MAIN, REVERSED)
    assert (seen.name, seen.recolouring) == ("reversed", "none")
    seen = only(placed(small, ground="#1B4D3E"), MAIN)
    assert (seen.name, seen.recolouring) == ("main", "mono")
    assert seen.colour_difference > 30


def test_another_colour_is_told():
    seen = only(placed(mark("#1E9E5A", "#7A3FD0").resize((250, 100))), MAIN)
    assert seen.recolouring == "other"
    assert seen.colour_difference > 20
    assert seen.wanted_colour.startswith(("#C", "#1", "#2"))


def test_clear_space_ends_at_the_nearest_ink():
    page = placed(mark().resize((250, 100), Image.Resampling.LANCZOS))
    ImageDraw.Draw(page).rectangle((100, 190, 300, 230), fill="#333333")
    seen = only(page, MAIN)
    assert seen.clear_space == pytest.approx(0.4, abs=0.06)


def test_the_ground_of_a_gradient_and_of_a_photograph():
    logo = mark().resize((250, 100), Image.Resampling.LANCZOS)
    down, across = np.mgrid[0:1:700j, 0:1:900j]
    slope = Image.fromarray(
        np.uint8(np.dstack([90 + 160 * across, 230 - 40 * down, 160 + 90 * down]))
    )
    slope.paste(logo, (60, 50), logo)
    assert only(slope, MAIN).ground_kind == "gradient"
    rng = np.random.default_rng(1)
    coarse = Image.fromarray(np.uint8(rng.integers(165, 240, (30, 40, 3))))
    photo = coarse.resize((900, 700), Image.Resampling.BICUBIC)
    photo.paste(logo, (60, 50), logo)
    (seen,) = find_logos(page_of(photo), (MAIN,))
    assert (seen.ground_kind, seen.clear_space) == ("photo", None)


def test_millimetres_where_the_page_has_some_and_pixels_of_the_original():
    page = placed(mark().resize((250, 100), Image.Resampling.LANCZOS))
    reduced = page_of(page, width_mm=90.0, height_mm=70.0)
    reduced = Page(
        1, 3600, 2800, reduced.pixels, width_mm=90.0, height_mm=70.0
    )  # decoded at a quarter
    seen = only(reduced, MAIN)
    assert seen.width_mm == pytest.approx(23.6, abs=0.2)
    assert seen.width_px == pytest.approx(944, abs=8)


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (3, 400), (30, 30), (400, 3)])
def test_tiny_pages_hold_no_logo(size):
    page = Page(1, *size, np.zeros((size[1], size[0], 3), np.uint8))
    assert find_logos(page, (MAIN,)) == ()


def test_an_even_page_and_one_without_the_logo_hold_none():
    assert find_logos(page_of(Image.new("RGB", (900, 700), "#F4EFE6")), (MAIN,)) == ()
    assert find_logos(page_of(placed(None)), (MAIN,)) == ()


def test_a_ground_that_covers_the_whole_file_is_no_part_of_the_logo():
    sheet = Image.new("RGBA", (480, 240), "#1B4D3E")
    sheet.alpha_composite(mark(WHITE, WHITE), (40, 40))
    assert same_shape(prepare(template("on ground", sheet)), prepare(REVERSED))


def test_a_symbol_within_the_logo_is_no_second_logo():
    symbol = template("symbol", mark().crop((0, 0, 162, 160)))
    page = placed(mark().resize((250, 100), Image.Resampling.LANCZOS))
    assert [s.name for s in find_logos(page_of(page), (symbol, MAIN))] == ["main"]
    alone = placed(mark().crop((0, 0, 162, 160)).resize((101, 100), Image.Resampling.LANCZOS))
    assert [s.name for s in find_logos(page_of(alone), (symbol, MAIN))] == ["symbol"]


def test_two_copies_are_two_sightings():
    small = mark().resize((250, 100), Image.Resampling.LANCZOS)
    page = placed(small)
    page.paste(small, (560, 60), small)
    assert len(find_logos(page_of(page), (MAIN,))) == 2


@pytest.mark.parametrize("ground", ["#9AA0A6", "#6F8F7A"])
def test_how_plain_the_other_versions_would_be_on_this_ground(ground):
    logos = {"main": mark(), "reversed": mark(WHITE, WHITE)}
    shown = {
        name: only(placed(logo.resize((250, 100)), ground=ground), MAIN, REVERSED)
        for name, logo in logos.items()
    }
    for name, other in (("main", "reversed"), ("reversed", "main")):
        assert shown[name].name == name
        assert shown[name].alternatives == ((other, pytest.approx(shown[other].contrast, rel=0.1)),)
