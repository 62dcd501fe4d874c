"""A score as it is printed adds up line by line; things put aside come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample_report
from hypothesis import given
from hypothesis import strategies as st

from brandguard.model.report import Deduction, DimensionScore
from brandguard.writers.pdf.scoring import add_up, spread
from brandguard.writers.pdf.shelf import Shelf
from brandguard.writers.pdf.style import heat

scores = st.floats(0, 100)
parts = st.lists(st.floats(0, 1000), min_size=1, max_size=9)


@given(parts)
def test_rounded_parts_add_up_and_none_is_off_by_one(exact):
    total = round(sum(exact))
    rounded = spread(exact, total)
    assert sum(rounded) == total
    assert all(abs(a - b) < 1.000001 for a, b in zip(rounded, exact, strict=True))


def test_the_largest_rest_gets_what_is_over():
    assert spread([1.2, 2.7, 3.1], 7) == [1, 3, 3]
    assert spread([], 0) == []
    assert spread([2.5, 2.5], 4) == [2, 2]


@st.composite
def creatives(draw):
    lines = []
    for name in ("colour", "logo", "voice")[: draw(st.integers(1, 3))]:
        taken = draw(st.lists(st.floats(0.01, 20), max_size=6))
        left = draw(st.floats(0, max(0.0, 100 - sum(taken)))) if sum(taken) < 100 else 0.0
        deductions = tuple(Deduction(f"COL{i:03d}", p, "f" * 16) for i, p in enumerate(taken))
        weight = draw(st.floats(0.05, 1))
        lines.append(DimensionScore(name, left, "warn", weight, None, deductions))
    total = sum(d.weight for d in lines)
    mean = sum(d.weight * d.score for d in lines) / total
    cap = draw(st.sampled_from([None, 50.0]))
    score = mean if cap is None else mean * cap / 100
    return replace(sample_report.failing(), dimensions=tuple(lines), cap=cap, score=score)


@given(creatives())
def test_each_line_and_the_whole_add_up_as_they_are_printed(creative):
    made = add_up(creative)
    for line in made.lines:
        assert line.start - sum(points for _, points in line.taken) == line.score
    assert sum(line.counts for line in made.lines) == made.mean
    assert sum(line.share for line in made.lines) == 1000
    assert abs(made.score - made.mean * (made.cap or 100) / 100) <= 1


def test_what_has_no_score_has_no_table():
    assert add_up(sample_report.unreadable()) is None


def test_what_is_put_aside_comes_back_in_any_order():
    with Shelf() as shelf:
        for number in range(5):
            assert shelf.add(replace(sample_report.passing(), path=str(number))) == number
        assert [shelf[n].path for n in (3, 0, 4)] == ["3", "0", "4"]
        assert [one.path for one in shelf] == list("01234")
        assert shelf[2] == replace(sample_report.passing(), path="2")


@pytest.mark.parametrize("score", [0, 12.5, 50, 70, 99.9, 100])
def test_figures_are_read_on_every_ground_of_the_matrix(score):
    def light(hex_):
        channels = [int(hex_[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert (light(heat(score)) + 0.05) / (light("#1B1D22") + 0.05) > 7
