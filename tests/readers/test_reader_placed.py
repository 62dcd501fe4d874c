"""Pictures placed on PDF pages, and what they say of a logo."""

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw

from brandguard.measures.logo import find_logos
from brandguard.measures.logo_template import template_png
from brandguard.model.creative import Page
from brandguard.model.logo import LogoTemplate
from brandguard.readers import read


def logo():
    picture = Image.new("RGB", (400, 160), "#FFFFFF")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((10, 10, 150, 150), fill="#C8102E")
    draw.polygon([(80, 30), (130, 130), (40, 130)], fill="#FFFFFF")
    for i, top in enumerate((20, 70, 40, 90)):
        draw.rectangle((190 + 50 * i, top, 220 + 50 * i, 150), fill="#1F2A44")
    return picture


def pdf_with(matrix):
    document = pikepdf.new()
    picture = logo()
    image = document.make_stream(
        picture.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=400,
        Height=160, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8,
    )  # fmt: skip
    page = document.add_blank_page(page_size=(420, 595))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    content = f"q {' '.join(map(str, matrix))} cm /Im0 Do Q"
    page.Contents = document.make_stream(content.encode())
    out = io.BytesIO()
    document.save(out)
    return next(iter(read(out.getvalue(), "a.pdf").pages))


def test_a_placed_picture_has_its_corners_and_its_own_size():
    (placed,) = pdf_with((200, 0, 0, 80, 42, 455)).placed
    assert (placed.kind, placed.width, placed.height) == ("image", 400, 160)
    wanted = [(0.1, 60 / 595), (242 / 420, 60 / 595), (242 / 420, 140 / 595), (0.1, 140 / 595)]
    assert np.array(placed.corners) == pytest.approx(np.array(wanted), abs=1e-4)


@pytest.mark.parametrize("stretch", [1.0, 1.08, 0.9])
def test_a_logo_placed_as_a_picture_is_measured_by_the_file(stretch):
    picture = logo()
    png, aspect = template_png(Page(1, 400, 160, np.asarray(picture)))
    page = pdf_with((200 * stretch, 0, 0, 80, 42, 455))
    (seen,) = find_logos(page, (LogoTemplate("a", "a", aspect, png),))
    assert seen.source == "vector"
    assert seen.distortion == pytest.approx(stretch - 1, abs=0.001)
    assert seen.angle == pytest.approx(0, abs=0.01)


def pdf_with_drawing(matrix, *, depth=1):
    """Place a vector logo as a drawing (form XObject), within `depth - 1` others."""
    document = pikepdf.new()
    content = (
        b"0.78 0.06 0.18 rg 10 10 140 140 re f 0.12 0.16 0.26 rg 190 10 30 130 re f"
        b" 240 10 30 80 re f 290 10 30 110 re f 340 10 30 60 re f"
    )
    resources, box = pikepdf.Dictionary(), [0, 0, 400, 160]
    for _ in range(depth):
        form = document.make_stream(
            content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=box,
            Resources=resources,
        )  # fmt: skip
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))
        content = b"q 1 0 0 1 0 0 cm /Fm0 Do Q"
    page = document.add_blank_page(page_size=(420, 595))
    page.Resources = resources
    page.Contents = document.make_stream(f"q {' '.join(map(str, matrix))} cm /Fm0 Do Q".encode())
    out = io.BytesIO()
    document.save(out)
    return next(iter(read(out.getvalue(), "a.pdf").pages))


@pytest.mark.parametrize("depth", [1, 3])
def test_a_placed_drawing_has_the_corners_of_its_ink_and_is_given_once(depth):
    (placed,) = pdf_with_drawing((0.5, 0, 0, 0.5, 42, 455), depth=depth).placed
    assert placed.kind == "drawing"
    assert (placed.width, placed.height) == pytest.approx((360, 140), abs=0.5)
    left, top, right, bottom = 47 / 420, 65 / 595, 227 / 420, 135 / 595
    wanted = [(left, top), (right, top), (right, bottom), (left, bottom)]
    assert np.array(placed.corners) == pytest.approx(np.array(wanted), abs=1e-3)


@pytest.mark.parametrize("stretch", [1.0, 1.08])
def test_a_small_drawn_logo_is_measured_by_the_file(stretch):
    large = pdf_with_drawing((1, 0, 0, 1, 10, 300))
    png, aspect = template_png(large)
    page = pdf_with_drawing((0.09 * stretch, 0, 0, 0.09, 300, 40))
    (seen,) = find_logos(page, (LogoTemplate("a", "a", aspect, png),))
    assert seen.source == "vector"
    assert seen.distortion == pytest.approx(stretch - 1, abs=0.002)
    assert seen.width_mm == pytest.approx(360 * 0.09 * stretch * 25.4 / 72, rel=0.03)
