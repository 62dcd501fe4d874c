"""How right palettes are on 112 generated creatives, beside the peers. The table is printed."""

# ruff: noqa: T201  a benchmark prints its table

import warnings
from statistics import fmean

import pytest
from benchmarks.palette_set import EACH, KINDS, Case, error, palette_set
from benchmarks.peers import peers

from brandguard.measures.palette import extract_palette
from brandguard.measures.raster import rasterise

FOUND = 3.0
"""ΔE00 within which a colour counts as found."""


def _ours(case: Case, _path: str) -> list[str]:
    page = case.page()
    return [swatch.hex for swatch in extract_palette(page, rasterise(page))]


def _methods():
    installed, missing = peers()
    rest = {name: lambda _, path, run=run: run(path) for name, run in installed.items()}
    return {"BrandGuard": _ours} | rest, missing


def _measure(cases, folder):
    methods, missing = _methods()
    rows = {name: {kind: [] for kind in KINDS} for name in methods}
    for case in cases:
        path = folder / f"{case.name}{case.suffix}"
        path.write_bytes(case.data)
        for name, extract in methods.items():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the peers' own deprecations
                found = extract(case, str(path))
            main = [error(colour, found) for colour in case.main]
            rows[name][case.kind].append((main, error(case.accent, found), error(case.ink, found)))
    return rows, missing


def _figures(results):
    main = [e for mains, _, _ in results for e in mains]
    accents = [accent for _, accent, _ in results]
    return {
        "mean": fmean(e for mains, accent, _ in results for e in (*mains, accent)),
        "main": fmean(main),
        "worst": max(main),
        "accent": fmean(a < FOUND for a in accents),
        "ink": fmean(ink < FOUND for _, _, ink in results),
    }


def _print(rows, missing, count):
    print(
        f"\n{count} creatives; ΔE00 to the nearest swatch; accents of 0.5 % found within {FOUND:g}"
    )
    print(
        f"{'':16s}{'mean':>7s}{'main':>7s}{'worst':>7s}{'accent':>8s}{'ink':>6s}   accents by kind"
    )
    for name, kinds in rows.items():
        all_ = _figures([r for results in kinds.values() for r in results])
        by_kind = " ".join(f"{k} {_figures(r)['accent']:.2f}" for k, r in kinds.items())
        print(
            f"{name:16s}{all_['mean']:7.2f}{all_['main']:7.2f}{all_['worst']:7.1f}"
            f"{all_['accent']:8.2f}{all_['ink']:6.2f}   {by_kind}"
        )
    for name, why in missing.items():
        print(f"{name:16s} {why}")


@pytest.mark.benchmark(group="palette quality")
def test_main_colours_and_accents_are_found_as_well_as_by_the_best_peer(benchmark, tmp_path):
    # A plain run of the suite looks at a few; `make bench` at all.
    cases = palette_set(1 if benchmark.disabled else EACH)
    rows, missing = benchmark.pedantic(_measure, args=(cases, tmp_path), rounds=1)
    _print(rows, missing, len(cases))
    figures = {
        name: _figures([r for k in kinds.values() for r in k]) for name, kinds in rows.items()
    }
    ours = figures.pop("BrandGuard")
    assert ours["mean"] <= 1.5
    assert ours["accent"] >= 0.95
    for name, theirs in figures.items():
        assert ours["main"] <= theirs["main"] + 0.1, name
        assert ours["accent"] >= theirs["accent"], name
