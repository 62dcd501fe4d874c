"""How scores moved over the runs before this one, a line for the whole run and each campaign."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from brandguard.model.paths import display_text
from brandguard.writers.pdf.style import HAIR, LABEL, SMALL, STRONG, SUBHEADING, WIDTH

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import Report
    from brandguard.model.trend import TrendLine, TrendPoint
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.piece import Piece

MOST_LINES = 20
MOST_POINTS = 60
HIGH = 84.0
LEFT, RIGHT = 28.0, 92.0
"""Beside the drawing: the scale, and the last figures."""
_INK = "#3D414B"


def section(book: Book, report: Report) -> None:
    """Set the lines that have two runs or more, where a trend was asked for."""
    lines = [line for line in report.trend if _scored(line)[1:]]
    if not lines:
        return
    book.section(book.words.text("report.over_time"), "trend", least=200)
    for line in lines[:MOST_LINES]:
        book.place(_line(book, line), 18)


def _scored(line: TrendLine) -> list[tuple[TrendPoint, float]]:
    points = [(point, point.score) for point in line.points if point.score is not None]
    return points[-MOST_POINTS:]


def _line(book: Book, line: TrendLine) -> Piece:
    words, piece = book.words, book.piece()
    title = display_text(line.campaign) if line.campaign else words.text("report.whole_run")
    top = piece.name(0, 0, WIDTH, title, SUBHEADING) + 8
    wide = WIDTH - LEFT - RIGHT
    for mark in (0.0, 50.0, 100.0):
        y = top + _down(mark)
        piece.line((LEFT, y), (LEFT + wide, y), HAIR, 0.5)
        piece.text(0, y - 5.3, LEFT - 8, words.number(mark, 0), SMALL, "right", 1)
    points = _scored(line)
    step = wide / (len(points) - 1)
    places = [(LEFT + i * step, top + _down(score)) for i, (_, score) in enumerate(points)]
    changes = [
        i for i in range(1, len(points))
        if points[i][0].profile_sha256 != points[i - 1][0].profile_sha256
    ]  # fmt: skip
    for i in changes:  # the scores on its two sides were measured against different rules
        x = places[i][0] - step / 2
        piece.line((x, top), (x, top + HIGH), "#8F9096", 0.8)
    for i, (start, end) in enumerate(pairwise(places), start=1):
        if i not in changes:
            piece.line(start, end, _INK, 1.6)
    for x, y in places:
        piece.box(x - 2, y - 2, 4, 4, _INK, radius=2)
    bottom = _dates(piece, points, top + HIGH + 5, wide, words, changed=bool(changes))
    _last(piece, points, top, words)
    piece.space(bottom)
    return piece


def _down(score: float) -> float:
    return HIGH * (1 - min(max(score, 0.0), 100.0) / 100)


def _when(point: TrendPoint) -> str:
    return display_text(point.started)[:16].replace("T", " ")


def _dates(
    piece: Piece, points: list[tuple[TrendPoint, float]], y: float, wide: float, words: Messages,
    *, changed: bool,
) -> float:  # fmt: skip
    piece.text(LEFT, y, wide / 3, _when(points[0][0]), SMALL, lines=1)
    if changed:
        label = f"| {words.text('report.profile_changed')}"
        piece.text(LEFT + wide / 3, y, wide / 3, label, SMALL, "centre", 1)
    return piece.text(LEFT + wide * 2 / 3, y, wide / 3, _when(points[-1][0]), SMALL, "right", 1)


def _last(
    piece: Piece, points: list[tuple[TrendPoint, float]], top: float, words: Messages
) -> None:
    """Set the last score, and by how much it moved since the run before."""
    x, score = WIDTH - RIGHT + 14, points[-1][1]
    y = piece.text(x, top, RIGHT - 14, words.text("report.score"), LABEL, lines=1)
    y = piece.text(x, y, RIGHT - 14, words.number(score), STRONG, lines=1)
    moved = score - points[-2][1]
    sign = "+" if moved > 0 else ""
    piece.text(x, y, RIGHT - 14, sign + words.number(moved), SMALL, lines=1)
