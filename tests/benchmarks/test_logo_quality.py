"""How many logos are found, and how well: `pytest tests/benchmarks/test_logo_quality.py -s`.

In an ordinary run a small part of the set is drawn; the bars are the same.
"""

# ruff: noqa: T201  a benchmark prints its table

from __future__ import annotations

import io
from collections import defaultdict

import numpy as np
import pytest
from benchmarks.logo_designs import DESIGNS, DEVELOPED_ON, design
from benchmarks.logo_set import CONDITIONS, composites
from PIL import Image

from brandguard.measures.logo import find_logos
from brandguard.measures.logo_template import template_png
from brandguard.model.creative import Page
from brandguard.model.logo import DOUBT, SURE, LogoTemplate
from brandguard.readers import read

FEW = ("serif word", "badge")
FEW_CONDITIONS = (
    ("present", "flat"), ("small", "flat"), ("stretched 8 %", "flat"), ("turned 10°", "gradient"),
    ("recoloured", "flat"), ("similar", "flat"), ("absent", "gradient"), ("present", "photo"),
)  # fmt: skip


def template(name):
    logo = design(name)
    rgba = np.asarray(logo)
    paper = Image.new("RGB", logo.size, "white")
    paper.paste(logo, mask=logo.getchannel("A"))
    opacity = np.ascontiguousarray(rgba[..., 3])
    png, aspect = template_png(Page(1, logo.width, logo.height, np.asarray(paper), opacity))
    return LogoTemplate(name, name, aspect, png)


def overlap(box, truth):
    across = min(box[2], truth[2]) - max(box[0], truth[0])
    down = min(box[3], truth[3]) - max(box[1], truth[1])
    common = max(0, across) * max(0, down)
    areas = [(r - left) * (b - t) for left, t, r, b in (box, truth)]
    return common / (sum(areas) - common)


def measure(cases):
    """Give a row for each composite: case, the right sighting, wrong ones, doubtful ones."""
    templates = {name: template(name) for name in DESIGNS}
    rows = []
    for case in cases:
        suffix = "x.png" if case.data[:4] == b"\x89PNG" else "x.jpg"
        page = next(iter(read(case.data, suffix).pages))
        scale = np.array([page.width_px, page.height_px] * 2)
        right, wrong, doubtful = None, 0, 0
        for seen in find_logos(page, (templates[case.design],)):
            hit = case.box is not None and overlap(np.array(seen.box) * scale, case.box) > 0.6
            if seen.confidence < SURE:
                doubtful += 1
            elif hit:
                right = seen
            else:
                wrong += 1
        rows.append((case, right, wrong, doubtful))
    return rows


def quality(rows):
    """Give recall, precision and the largest errors of nine in ten: of the aspect, of the angle."""
    there = [row for row in rows if row[0].box is not None]
    found = [row for row in there if row[1] is not None]
    wrong = sum(row[2] for row in rows)
    recall = len(found) / len(there) if there else None
    precision = len(found) / (len(found) + wrong) if found or wrong else None
    aspect = [abs((1 + seen.distortion) / (1 + case.distortion) - 1) for case, seen, _, _ in found]
    angle = [abs(seen.angle - case.angle) for case, seen, _, _ in found]
    return recall, precision, aspect, angle


def show(title, rows):
    recall, precision, aspect, angle = quality(rows)
    part = lambda values, q: f"{np.percentile(values, q):.3f}" if values else "–"  # noqa: E731
    share = lambda value: "–" if value is None else f"{value:.3f}"  # noqa: E731
    doubts = sum(row[3] > 0 for row in rows)
    print(
        f"{title:28} {len(rows):4} {share(recall):>7} {share(precision):>9} {doubts:6} "
        f"{part(aspect, 50):>8} {part(aspect, 95):>6} {part(angle, 50):>8} {part(angle, 95):>6}"
    )


def table(rows):
    print()
    print(f"{'':28}    n  recall precision doubts  aspect    p95    angle    p95")
    by_name = defaultdict(list)
    for row in rows:
        by_name[row[0].name].append(row)
    for name, some in by_name.items():
        show(name, some)
    even = [row for row in rows if row[0].ground != "photo"]
    show("flat and gradient", even)
    show("  developed on", [r for r in even if r[0].design in DEVELOPED_ON])
    show("  held out", [r for r in even if r[0].design not in DEVELOPED_ON])
    show("photographs", [row for row in rows if row[0].ground == "photo"])
    return even


@pytest.mark.benchmark
def test_logos_are_found_and_measured(benchmark):
    few = benchmark.disabled
    cases = composites(FEW, FEW_CONDITIONS) if few else composites(DESIGNS, CONDITIONS)
    rows = benchmark.pedantic(measure, args=(cases,), rounds=1)
    even = table(rows)
    held_out = [row for row in even if row[0].design not in DEVELOPED_ON]
    for part in (even, held_out):
        recall, precision, aspect, angle = quality(part)
        assert recall >= 0.95
        assert precision >= 0.98
        assert np.percentile(aspect, 95) <= 0.02
        assert np.percentile(angle, 95) <= 1.0


def test_what_is_not_sure_lies_between_the_two_limits():
    assert 0 < DOUBT < SURE < 1


def test_templates_are_small_and_trimmed():
    small = template("lockup")
    with Image.open(io.BytesIO(small.png)) as picture:
        assert max(picture.size) == 400
        alpha = np.asarray(picture)[..., 3]
    assert alpha.any(0).all() or alpha[:, 0].any()
    assert alpha[0].any()
    assert alpha[-1].any()
