"""How well and how fast text in pictures is read: fourteen flyers, and small print by its height.

pytest tests/benchmarks/test_ocr_quality.py -s
"""

# ruff: noqa: T201  a benchmark prints its table

import io
import time

import numpy as np
import psutil
import pytest
from benchmarks.flyers import FLYERS, SMALL_EN, SMALL_IT, Block, Flyer, draw, edits, folded
from PIL import Image

from brandguard.measures.ocr import read_text
from brandguard.measures.ocr_engine import warm_up

pytestmark = pytest.mark.slow
MEGABYTE = 1024 * 1024


def _pixels(flyer):
    image = draw(flyer)
    if flyer.jpeg:
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=flyer.jpeg)
        image = Image.open(stream).convert("RGB")
    return np.asarray(image)


def test_flyers_in_three_languages():
    warm_up()
    wrong = letters = seconds = 0
    spoken = dict.fromkeys(("it", "es", "en"), (0, 0))
    print(f"\n{'flyer':<18}{'letters':>8}{'wrong':>7}{'seconds':>9}")
    for flyer in FLYERS:
        pixels = _pixels(flyer)
        begun = time.process_time()
        text, _ = read_text(pixels, ("it", "es", "en"))
        took = time.process_time() - begun
        errors, length = edits(folded(text), folded(flyer.truth)), len(folded(flyer.truth))
        wrong, letters, seconds = wrong + errors, letters + length, seconds + took
        before = spoken[flyer.language]
        spoken[flyer.language] = (before[0] + errors, before[1] + length)
        print(f"{flyer.name:<18}{length:>8}{errors:>7}{took:>9.2f}")
    for language, (errors, length) in spoken.items():
        print(f"{language}: {errors / length:.2%} of the letters wrong")
    rss = psutil.Process().memory_info().rss // MEGABYTE
    print(f"all: {wrong / letters:.2%}; {seconds / len(FLYERS):.2f} CPU seconds a flyer; {rss} MB")
    assert wrong / letters <= 0.02


@pytest.mark.parametrize("ground", ["#FFFFFF", "photo"])
def test_small_print_by_its_height_on_a_page_of_2000_pixels(ground):
    ink = "#55555B" if ground == "#FFFFFF" else "#FFFFFF"
    print(f"\non {ground}:")
    for size in (10, 12, 14, 16, 20, 26):
        flyer = Flyer("small", "it", (1414, 2000), ground, (
            Block(.08, .05, "bold", 120, ink, ("Aria di casa",)),
            Block(.08, .30, "plain", size, ink, SMALL_IT),
            Block(.08, .60, "plain", size, ink, SMALL_EN),
        ))  # fmt: skip
        text, _ = read_text(_pixels(flyer), ("it", "en"))
        rate = edits(folded(text), folded(flyer.truth)) / len(folded(flyer.truth))
        points = size / 2000 * 297 / 25.4 * 72
        print(f"  {size} px ({points:.1f} pt on A4): {rate:.2%} of the letters wrong")
        if size >= 16:
            assert rate <= 0.03
