"""How a score came about, line by line, in figures that add up as they are printed.

Rounding each figure by itself would leave sums that are off by a hundredth. So what is left after
each step is rounded, and a step is printed as the difference of the two.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, DimensionScore

DIGITS = 2
MOST_PARTS = 4

View = dict[str, Any]


def sums(creative: CreativeReport, words: Messages) -> View:
    """Give the ledger of a creative: a line a dimension, their mean, and what a fail leaves of it.

    In each line 100 − distance − deductions = score; the last column adds up to the mean.
    """
    scored = [d for d in creative.dimensions if d.score is not None]
    total = sum(d.weight for d in scored)
    shares = [d.weight / total if total else 0.0 for d in scored]
    running = accumulate(
        ((d.score or 0.0) * share for d, share in zip(scored, shares, strict=True)), initial=0.0
    )
    mean = sum((d.score or 0.0) * s for d, s in zip(scored, shares, strict=True)) if total else None
    lines = [
        _line(d, creative, words) | {"weight": share, "adds": adds}
        for d, share, adds in zip(scored, shares, steps(tuple(running)), strict=True)
    ]
    return {"lines": lines, "mean": mean, "cap": creative.cap, "score": creative.score}


def steps(values: Sequence[float]) -> list[float]:
    """Give the differences of values rounded to DIGITS, so that they add up to the last one."""
    rounded = [round(value, DIGITS) for value in values]
    return [round(after - before, DIGITS) for before, after in pairwise(rounded)]


def _line(score: DimensionScore, creative: CreativeReport, words: Messages) -> View:
    points: dict[str, float] = {}
    times: dict[str, int] = {}
    for one in score.deductions:
        points[one.rule] = points.get(one.rule, 0.0) + one.points
        times[one.rule] = times.get(one.rule, 0) + 1
    end = score.score or 0.0
    start = end + sum(points.values())
    left = [100.0, start]
    for taken in points.values():
        left.append(left[-1] - taken)
    distance, *taken_points = steps(left)
    mine = [d for d in creative.distances if d.dimension == score.dimension]
    parts = [part for d in mine for part in d.parts if part[1] > 0][:MOST_PARTS]
    nearest = next((d.nearest for d in mine if d.nearest), None)
    return {
        "name": words.name("dimension", score.dimension),
        "score": end,
        "distance": score.distance,
        "distance_points": distance,
        "parts": [(words.name("part", name), value) for name, value in parts],
        "nearest": display_path(nearest.replace("\\", "/").rpartition("/")[2]) if nearest else None,
        "deductions": [
            (rule, words.title(rule), taken, times[rule])
            for rule, taken in zip(points, taken_points, strict=True)
        ],
    }
