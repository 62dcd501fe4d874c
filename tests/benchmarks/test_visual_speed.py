"""What each visual measure costs on 12 megapixels, against a plain decode in the same run."""

# ruff: noqa: T201  a benchmark prints its table

from __future__ import annotations

from statistics import median

import pytest
from benchmarks.pictures_12mp import pictures
from benchmarks.test_logo_quality import template
from benchmarks.test_logo_speed import decode, milliseconds, visual

from brandguard.measures.codes import find_codes
from brandguard.measures.contrast import text_contrasts
from brandguard.measures.imagery import phash, picture_traits, reduced_oklab, thumbnail
from brandguard.measures.logo import find_logos
from brandguard.measures.look import look
from brandguard.measures.ocr_likely import strokes_of
from brandguard.measures.palette import extract_colours
from brandguard.measures.raster import rasterise
from brandguard.measures.shades import shades
from brandguard.readers import read

ROUNDS = 5
FAMILY = ("lockup", "crescent", "badge")
PALETTE_BAR, VISUAL_BAR, FURTHER_BAR = 0.6, 3.0, 0.7


def first_page(data):
    return next(iter(read(data, "photo.jpg").pages))


def by_measure(data, templates):
    """Give what runs each measure alone, by name, as `everything.measure` calls it."""
    page = first_page(data)
    raster, strokes = rasterise(page), strokes_of(page.pixels)
    small = reduced_oklab(raster)
    return {
        "reading": lambda: first_page(data),
        "raster": lambda: rasterise(page),
        "strokes": lambda: strokes_of(page.pixels),
        "palette": lambda: extract_colours(page, raster),
        "contrast": lambda: text_contrasts(page),
        "codes": lambda: find_codes(page.pixels, None, strokes),
        "reduced": lambda: reduced_oklab(raster),
        "traits": lambda: picture_traits(page, raster, small),
        "look": lambda: look(page, raster, small),
        "hash": lambda: phash(raster),
        "shades": lambda: shades(raster),
        "thumbnail": lambda: thumbnail(page),
        "one logo": lambda: find_logos(page, templates[:1]),
        "three logos": lambda: find_logos(page, templates),
    }


def ratios(data, templates):
    """Give palette, all with one logo and each further logo, in plain decodes of the same file.

    The runs take turns, so that a busy machine slows all alike.
    """

    def palette():
        page = first_page(data)
        extract_colours(page, rasterise(page))

    runs = (
        lambda: decode(data),
        palette,
        lambda: visual(data, templates[:1]),
        lambda: visual(data, templates),
    )
    times = [[milliseconds(run, 1) for run in runs] for _ in range(ROUNDS)]
    plain, colours, one, three = (median(column) for column in zip(*times, strict=True))
    return plain, colours / plain, one / plain, (three - one) / plain / (len(templates) - 1)


@pytest.mark.benchmark(group="visual speed")
def test_every_visual_measure_of_12_megapixels(benchmark):
    if benchmark.disabled:
        pytest.skip("a benchmark: run with --benchmark-enable")
    import sklearn.cluster  # noqa: F401  so that loading it is in nobody's time

    templates = tuple(template(name) for name in FAMILY)
    files = pictures()
    costs, rows = {}, []
    for name, data in files.items():
        visual(data, templates)  # warm: libraries loaded, templates kept at their sizes
        runs = by_measure(data, templates)
        costs[name] = {what: milliseconds(run, ROUNDS) for what, run in runs.items()}
        rows.append((name, *ratios(data, templates)))
    print("\nmilliseconds of CPU " + "".join(f"{name:>11}" for name in files))
    for what in next(iter(costs.values())):
        print(f"{what:20}" + "".join(f"{costs[name][what]:11.1f}" for name in files))
    print("\nin plain decodes    decode ms  palette  all, 1 logo  each further logo")
    for name, plain, colours, one, further in rows:
        print(f"{name:20}{plain:9.0f}{colours:9.2f}{one:13.2f}{further:19.2f}")
    print(f"{'bar':20}{'':9}{PALETTE_BAR:9.2f}{VISUAL_BAR:13.2f}{FURTHER_BAR:19.2f}")
    benchmark.pedantic(visual, args=(files["mixed"], templates[:1]), rounds=3)
