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
