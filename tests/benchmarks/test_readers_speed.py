"""How long a 12-megapixel JPEG takes to read, against Pillow's plain full decode of it."""

import io

import numpy as np
import pytest
from PIL import Image

from brandguard.readers import read


@pytest.fixture(scope="module")
def photograph():
    """A 4000 × 3000 JPEG of some 2 MB, with gradients and grain."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[0:3000, 0:4000]
    grain = rng.normal(0, 12, x.shape)
    pixels = np.stack([128 + 100 * np.sin(x / 90) + grain, 128 + 90 * np.cos(y / 70), (x + y) / 28])
    out = io.BytesIO()
    picture = Image.fromarray(pixels.clip(0, 255).astype(np.uint8).transpose(1, 2, 0).copy())
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


@pytest.mark.benchmark(group="12 MP JPEG")
def test_plain_full_decode(benchmark, photograph):
    shape = benchmark(lambda: np.asarray(Image.open(io.BytesIO(photograph))).shape)
    assert shape == (3000, 4000, 3)


@pytest.mark.benchmark(group="12 MP JPEG")
def test_read(benchmark, photograph):
    page = benchmark(lambda: next(iter(read(photograph, "photograph.jpg").pages)))
    assert (page.width_px, page.height_px) == (4000, 3000)
    assert page.pixels.shape == (750, 1000, 3)
