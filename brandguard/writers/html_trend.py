"""How scores moved, as the HTML report draws it: a line, and the same figures in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brandguard.model.paths import display_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.trend import TrendLine, TrendPoint

WIDTH, HEIGHT = 600.0, 120.0
"""Of the drawing, in its own units; scores from 0 at the bottom to 100 at the top."""
MOST_RUNS = 12
"""Rows of the table; the line has all of them."""

View = dict[str, Any]


def trends(lines: Sequence[TrendLine], words: Messages) -> list[View]:
    """Give the whole run and each campaign; only those with two runs or more have a line."""
    return [_trend(line, words) for line in lines if len(line.points) > 1]


def _trend(line: TrendLine, words: Messages) -> View:
    places = _places(line.points)
    return {
        "name": display_text(line.campaign) if line.campaign else words.text("report.whole_run"),
        "path": " ".join(
            f"{'M' if i == 0 else 'L'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(places)
        ),
        "last": places[-1] if places else None,
        "runs": [
            {
                "when": display_text(point.started)[:16].replace("T", " "),
                "creatives": point.creatives,
                "score": point.score,
                "coherence": point.coherence,
                "changed": before is not None and before.profile_sha256 != point.profile_sha256,
            }
            for before, point in _with_before(line.points)[-MOST_RUNS:]
        ],
    }


def _places(points: Sequence[TrendPoint]) -> list[tuple[float, float]]:
    """Lay the scored runs out at even steps: a run a week or three a day are read alike."""
    step = WIDTH / max(len(points) - 1, 1)
    return [
        (i * step, HEIGHT * (1 - min(max(p.score, 0.0), 100.0) / 100))
        for i, p in enumerate(points)
        if p.score is not None
    ]


def _with_before(
    points: Sequence[TrendPoint],
) -> list[tuple[TrendPoint | None, TrendPoint]]:
    return list(zip([None, *points[:-1]], points, strict=True))
