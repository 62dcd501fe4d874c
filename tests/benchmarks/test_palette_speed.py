"""How long a palette takes, as a ratio to a plain decode of the same file in the same run."""

# ruff: noqa: T201  a benchmark prints its table

import io
import time
import warnings
from statistics import median

import numpy as np
import pytest
from benchmarks.palette_set import photo_12mp
from benchmarks.peers import SLOW, peers
from PIL import Image

from brandguard.measures.palette import extract_palette
from brandguard.measures.raster import rasterise
from brandguard.model.creative import Page
from brandguard.readers import read

ROUNDS = 7


def _decode(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def _page(data: bytes) -> Page:
    return next(iter(read(data, "photo.jpg").pages))


def _palette(data: bytes):
    page = _page(data)
    return extract_palette(page, rasterise(page))


def _milliseconds(run, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return 1000 * median(times)


@pytest.fixture(scope="module")
def camera_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("photo") / "photo.jpg"
    path.write_bytes(photo_12mp())
    return path


@pytest.mark.parametrize("engine", ["numpy", "sklearn"])
@pytest.mark.benchmark(group="palette speed")
def test_palette_of_12_megapixels(benchmark, camera_file, engine, monkeypatch):
    """Time decoding and palette together, as a warm worker and as a one-file run do them."""
    import sklearn.cluster  # noqa: F401  so that loading it is in nobody's time

    from brandguard.measures import clusters

    monkeypatch.setattr(clusters, "_by_numpy", getattr(clusters, f"_by_{engine}"))
    monkeypatch.setattr(clusters, "_by_sklearn", getattr(clusters, f"_by_{engine}"))
    data = camera_file.read_bytes()
    found = benchmark(_palette, data)
    assert sum(swatch.share for swatch in found) == pytest.approx(1)
    if benchmark.disabled:
        return
    # One after the other in the same minute, in CPU time: a busy machine slows both alike.
    pairs = [
        (_milliseconds(lambda: _palette(data), 1), _milliseconds(lambda: _decode(data), 1))
        for _ in range(ROUNDS)
    ]
    ours, full = (median(times) for times in zip(*pairs, strict=True))
    draft = _milliseconds(lambda: _page(data), ROUNDS)
    print(
        f"\n12 MP JPEG of {len(data) / 1e6:.1f} MB, {engine}: plain decode {full:.0f} ms, reduced"
        f" decode {draft:.0f} ms, palette with it {ours:.0f} ms = {ours / full:.2f} of plain"
    )


@pytest.mark.benchmark(group="palette speed")
def test_peers_on_12_megapixels(benchmark, camera_file):
    """Time the peers on the same file; a plain run of the suite does not wait for them."""
    installed, missing = peers()
    if benchmark.disabled:
        pytest.skip("peers are timed by `make bench` alone")
    if not installed:
        pytest.skip("; ".join(f"{name}: {why}" for name, why in missing.items()))
    data = camera_file.read_bytes()
    full = benchmark.pedantic(lambda: _milliseconds(lambda: _decode(data), 3), rounds=1)
    print(f"\n12 MP JPEG: plain decode {full:.0f} ms")
    for name, extract in installed.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the peers' own deprecations
            taken = _milliseconds(
                lambda run=extract: run(str(camera_file)), 1 if name in SLOW else 3
            )
        print(f"{name:16s} {taken:7.0f} ms = {taken / full:.2f} of plain")
