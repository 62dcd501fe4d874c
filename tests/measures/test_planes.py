"""Like colours that are planes of their own are told apart; noise, gradients and dither are not."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from brandguard.measures.palette import extract_palette
from brandguard.measures.raster import rasterise
from brandguard.model.colour import delta_e
from brandguard.model.creative import Page


def palette(picture, jpeg=False):
    if jpeg:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=75)
        picture = Image.open(out).convert("RGB")
    page = Page(1, *picture.size, pixels=np.asarray(picture))
    return [s for s in extract_palette(page, rasterise(page)) if s.share > 0.02]


@pytest.mark.parametrize("jpeg", [False, True])
@pytest.mark.parametrize(
    ("first", "second"),
    [("#E4002B", "#EF3340"), ("#0057B8", "#0063C6"), ("#1B365D", "#22406B")],
)
def test_last_years_red_beside_this_years_is_seen(first, second, jpeg):
    picture = Image.new("RGB", (600, 400), "#FFFFFF")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 600, 150), fill=first)
    draw.rectangle((50, 250, 250, 350), fill=second)
    found = palette(picture, jpeg)
    assert len(found) == 3
    for wanted in (first, second):
        assert min(delta_e(wanted, swatch.hex) for swatch in found) < 1


def test_grain_dither_and_a_faint_gradient_stay_one_colour():
    rng = np.random.default_rng(1)
    ground = np.full((400, 600, 3), (0, 87, 184), dtype=float)
    grain = (ground + rng.normal(0, 3, (400, 600, 1))).clip(0, 255)
    chequered = ground.copy()
    chequered[::2, ::2] += 12
    ramp = ground + np.linspace(0, 10, 600)[None, :, None]
    for pixels in (grain, chequered, ramp):
        assert len(palette(Image.fromarray(pixels.astype(np.uint8)))) == 1
