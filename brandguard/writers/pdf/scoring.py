"""A score line by line, in figures that add up as they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.writers.pdf.style import HAIR, LABEL, SMALL, SMALL_INK, SMALL_STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, DimensionScore
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.piece import Piece

TENTHS = 10
MOST_RULES = 4
"""Rules named in a line; the others are added up."""


@dataclass(frozen=True, slots=True)
class Line:
    """One dimension in tenths of a point: start − taken = score, and what it counts for."""

    dimension: str
    start: int
    taken: tuple[tuple[str, int], ...]
    score: int
    share: int
    """Of the mean, in tenths of a per cent; the shares of all lines are 1000."""
    counts: int
    """The tenths of a point that it brings to the mean; those of all lines are the mean."""
    learned: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """The whole of a creative's score, in tenths of a point."""

    lines: tuple[Line, ...]
    mean: int
    cap: float | None
    score: int


def spread(parts: Sequence[float], total: int) -> list[int]:
    """Round parts to whole numbers that add up to `total`: what is over goes to the largest rests.

    This is the method of the largest remainder; no part moves by one or more where the parts add
    up to within half of the total.
    """
    if not parts:
        return []
    whole = [int(part // 1) for part in parts]
    rests = sorted(range(len(parts)), key=lambda i: (whole[i] - parts[i], i))
    over = total - sum(whole)
    step = 1 if over > 0 else -1
    for i in range(abs(over)):
        place = rests[i % len(rests)] if over > 0 else rests[-1 - i % len(rests)]
        whole[place] += step
    return whole


def add_up(creative: CreativeReport) -> Sum | None:
    """Take a creative's score apart; None where it has none."""
    scored = [d for d in creative.dimensions if d.score is not None]
    total = sum(d.weight for d in scored)
    if creative.score is None or not scored or total <= 0:
        return None
    exact = [d.weight / total * (d.score or 0.0) for d in scored]
    mean = round(sum(exact) * TENTHS)
    shares = spread([d.weight / total * 1000 for d in scored], 1000)
    counts = spread([one * TENTHS for one in exact], mean)
    lines = tuple(_line(*one) for one in zip(scored, shares, counts, strict=True))
    return Sum(lines, mean, creative.cap, round(creative.score * TENTHS))


def _line(score: DimensionScore, share: int, counts: int) -> Line:
    points: dict[str, float] = {}
    for one in score.deductions:
        points[one.rule] = points.get(one.rule, 0.0) + one.points
    value = score.score or 0.0
    start, end = round((value + sum(points.values())) * TENTHS), round(value * TENTHS)
    taken = spread([p * TENTHS for p in points.values()], start - end)
    named = sorted(zip(points, taken, strict=True), key=lambda one: (-one[1], one[0]))
    if len(named) > MOST_RULES:
        rest = sum(p for _, p in named[MOST_RULES - 1 :])
        named = [*named[: MOST_RULES - 1], ("…", rest)]
    learned = score.distance is not None
    return Line(score.dimension, start, tuple(named), end, share, counts, learned)


def compose(book: Book, creative: CreativeReport, width: float) -> Piece | None:
    """Compose the score's table; None where there is no score."""
    made = add_up(creative)
    if made is None:
        return None
    words, piece = book.words, book.piece(width)
    columns = _columns(width)
    heads = ("report.dimension", "report.start", "report.deductions", "report.score",
             "report.weight", "pdf.counts_for")  # fmt: skip
    y = 0.0
    for (x, wide, align), head in zip(columns, heads, strict=True):
        y = max(y, piece.text(x, 0, wide, words.text(head), LABEL, align, 2))
    piece.rule(y + 2, "#8F9096", 0.8)
    y += 3
    for line in made.lines:
        y = _row(piece, columns, line, y, words)
    return _feet(piece, columns, made, y, words)


_Columns = tuple[tuple[float, float, "_Align"], ...]
if TYPE_CHECKING:
    from brandguard.writers.pdf.press import Align as _Align


def _columns(width: float) -> _Columns:
    """Give left edge, width and alignment of the columns."""
    fixed = (60.0, 34.0, 0.0, 46.0, 34.0, 38.0)
    middle = width - sum(fixed) - 5 * 8
    made: list[tuple[float, float, _Align]] = []
    x = 0.0
    for i, wide in enumerate(fixed):
        wide = wide or middle  # noqa: PLW2901  the one that takes what is left
        made.append((x, wide, "left" if i in {0, 2} else "right"))
        x += wide + 8
    return tuple(made)


def _row(piece: Piece, columns: _Columns, line: Line, y: float, words: Messages) -> float:
    start = tenths(line.start, words)
    taken = ", ".join(f"{rule} −{tenths(points, words)}" for rule, points in line.taken)
    cells = (
        words.name("dimension", line.dimension), start + ("*" if line.learned else ""),
        taken or words.text("report.no_deductions"), tenths(line.score, words),
        words.percent(line.share / 1000), tenths(line.counts, words),
    )  # fmt: skip
    styles = (
        SMALL_STRONG,
        SMALL_INK,
        SMALL_INK if taken else SMALL,
        SMALL_STRONG,
        SMALL,
        SMALL_INK,
    )
    bottom = y
    for (x, wide, align), cell, style in zip(columns, cells, styles, strict=True):
        bottom = max(bottom, piece.text(x, y + 3, wide, cell, style, align))
    return piece.rule(bottom + 3, HAIR, 0.5)


def _feet(piece: Piece, columns: _Columns, made: Sum, y: float, words: Messages) -> Piece:
    x, wide, _ = columns[-1]
    before = x - 8
    rows = [(words.text("report.weighted_mean"), made.mean)]
    if made.cap is not None:
        rows.append((words.text("report.cap", cap=made.cap), made.score))
    for label, figure in rows:
        end = piece.text(0, y + 3, before, label, SMALL)
        piece.text(x, y + 3, wide, tenths(figure, words), SMALL_STRONG, "right")
        y = end
    if any(line.learned for line in made.lines):
        y = piece.text(0, y + 2, piece.width, f"* {words.text('report.start_distance')}", SMALL)
    piece.space(y)
    return piece


def tenths(value: int, words: Messages) -> str:
    """Write tenths of a point."""
    return words.number(value / TENTHS)
