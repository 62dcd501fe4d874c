"""What looking for logos costs, as a ratio to a plain decode of the same file in the same run."""

# ruff: noqa: T201  a benchmark prints its table

import io
import subprocess
import sys
import time
from statistics import median

import numpy as np
import pytest
from benchmarks.logo_designs import design
from benchmarks.palette_set import photo_12mp
from benchmarks.test_logo_quality import template
from PIL import Image

from brandguard.measures.everything import Wanted, measure
from brandguard.measures.logo import find_logos
from brandguard.readers import read

ROUNDS = 5
FAMILY = ("lockup", "crescent", "badge")


def with_logo(data):
    """Put a logo into the photograph, as large as a sender's usually is."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    logo = design("lockup").resize((900, round(900 * 0.2)))
    picture.paste(logo, (200, 160), logo)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def milliseconds(run, rounds=ROUNDS):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return 1000 * median(times)


def decode(data):
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def visual(data, logos):
    wanted = Wanted(voice=False, facts=False, logos=logos)
    return measure(read(data, "photo.jpg"), data, wanted)


@pytest.mark.benchmark(group="logo speed")
def test_visual_measures_with_logos_of_12_megapixels(benchmark):
    if benchmark.disabled:
        pytest.skip("a benchmark: run with --benchmark-enable")
    import sklearn.cluster  # noqa: F401  so that loading it is in nobody's time

    data = photo_12mp()
    templates = tuple(template(name) for name in FAMILY)
    for title, file in (("without the logo", data), ("with the logo", with_logo(data))):
        visual(file, templates)  # warm: templates are kept at their sizes
        plain = milliseconds(lambda file=file: decode(file))
        costs = [
            milliseconds(lambda file=file, n=n: visual(file, templates[:n]))
            for n in range(len(templates) + 1)
        ]
        print(
            f"\n{title}: decode {plain:.0f} ms; visual measures × decode: "
            + ", ".join(f"{n} logos {cost / plain:.2f}" for n, cost in enumerate(costs))
        )
        assert costs[1] <= 3 * plain
        assert (costs[-1] - costs[1]) / (len(costs) - 2) <= 0.7 * plain
    benchmark(visual, data, templates[:1])


def test_a_photograph_of_12_megapixels_shows_no_logo():
    page = next(iter(read(photo_12mp(), "photo.jpg").pages))
    assert find_logos(page, (template(FAMILY[0]),)) == ()


# Not getrusage: its peak is inherited from the process that started this one.
_PEAK = """
import pathlib, sys
sys.path[:0] = {path!r}
from benchmarks.test_logo_quality import template
from benchmarks.test_logo_speed import visual
data = sys.stdin.buffer.read()
visual(data, (template("lockup"),))
status = pathlib.Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
@pytest.mark.benchmark(group="logo memory")
def test_a_fresh_process_stays_small(benchmark):
    if benchmark.disabled:
        pytest.skip("a benchmark: run with --benchmark-enable")
    code = _PEAK.format(path=sys.path)
    done = benchmark.pedantic(
        subprocess.run, args=([sys.executable, "-c", code],),
        kwargs={"input": photo_12mp(), "capture_output": True, "check": True}, rounds=1,
    )  # fmt: skip
    print(f"\npeak resident memory: {int(done.stdout)} MB")
    assert int(done.stdout) <= 400
