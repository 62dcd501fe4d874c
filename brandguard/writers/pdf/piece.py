"""A piece of a page: what belongs together is composed first, measured, and then set as one."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen, QPolygonF

from brandguard.writers.pdf.press import UNIT, Align, Laid, Type
from brandguard.writers.pdf.style import COLOURS, INK, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from brandguard.writers.pdf.book import Book

Op = Callable[["Book", float, float], None]
"""Draws something with the piece's top left corner at that point of the page."""


class Piece:
    """Text, lines, shapes and pictures at points of their own; `height` grows with them."""

    def __init__(self, type_: Type, width: float) -> None:
        self.type, self.width, self.height = type_, width, 0.0
        self._ops: list[Op] = []

    def paint(self, book: Book, x: float, y: float) -> None:
        """Draw everything with the top left corner there."""
        for op in self._ops:
            op(book, x, y)

    def _grow(self, bottom: float) -> float:
        self.height = max(self.height, bottom)
        return bottom

    def space(self, bottom: float) -> float:
        """Let the piece reach down to here at least."""
        return self._grow(bottom)

    def text(
        self, x: float, y: float, width: float, words: str, style: Style,
        align: Align = "left", lines: int = 0,
    ) -> float:  # fmt: skip
        """Set words, and give where they end below."""
        if not words:
            return y
        laid = self.type.lay(words, style, width, align, lines)
        return self.laid(x, y, laid)

    def laid(self, x: float, y: float, laid: Laid) -> float:
        """Set words that are laid out already."""
        self._ops.append(lambda book, left, top: laid.draw(book.painter, left + x, top + y))
        return self._grow(y + laid.height)

    def name(self, x: float, y: float, width: float, words: str, style: Style) -> float:
        """Set a name in one line, cut in its middle where it is too long."""
        return self.text(x, y, width, self.type.shorten(words, style, width), style, lines=1)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str | None = None,
        line: str | None = None, weight: float = 0.6, radius: float = 0.0,
    ) -> float:  # fmt: skip
        """Draw a rectangle, and give where it ends below."""

        def op(book: Book, left: float, top: float) -> None:
            painter = book.painter
            painter.setBrush(QColor(fill) if fill else QBrush())
            painter.setPen(_pen(line, weight) if line else Qt.PenStyle.NoPen)
            rect = QRectF((left + x) * UNIT, (top + y) * UNIT, width * UNIT, height * UNIT)
            if radius:
                painter.drawRoundedRect(rect, radius * UNIT, radius * UNIT)
            else:
                painter.drawRect(rect)

        self._ops.append(op)
        return self._grow(y + height)

    def rule(self, y: float, colour: str, weight: float = 0.6, x: float = 0.0) -> float:
        """Draw a line across the piece from `x` on."""
        return self.line((x, y), (self.width, y), colour, weight)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, weight: float = 0.6
    ) -> float:
        """Draw a straight line, and give its lower end."""

        def op(book: Book, left: float, top: float) -> None:
            book.painter.setPen(_pen(colour, weight))
            book.painter.drawLine(
                QPointF((left + start[0]) * UNIT, (top + start[1]) * UNIT),
                QPointF((left + end[0]) * UNIT, (top + end[1]) * UNIT),
            )

        self._ops.append(op)
        return self._grow(max(start[1], end[1]))

    def shape(self, kind: str, x: float, y: float, size: float) -> None:
        """Draw the sign of a severity or verdict in a square of this size: told without colour."""

        def op(book: Book, left: float, top: float) -> None:
            draw_shape(book.painter, kind, left + x, top + y, size)

        self._ops.append(op)
        self._grow(y + size)

    def badge(self, number: int, kind: str, x: float, y: float, size: float, style: Style) -> None:
        """Draw a number on the sign of its severity."""
        self.shape(kind, x, y, size)
        down = size * 0.13 if kind == "warn" else 0.0
        laid = self.type.lay(str(number), style, size * 2, "centre")
        self.laid(x - size / 2, y + (size - style.leading) / 2 + down, laid)

    def picture(self, x: float, y: float, width: float, height: float, image: QImage) -> float:
        """Draw a picture of this size, and give where it ends below."""
        target = (width * UNIT, height * UNIT)

        def op(book: Book, left: float, top: float) -> None:
            rect = QRectF((left + x) * UNIT, (top + y) * UNIT, *target)
            book.painter.drawImage(rect, image)

        self._ops.append(op)
        return self._grow(y + height)

    def put(self, other: Piece, x: float, y: float) -> float:
        """Set another piece within this one, and give where it ends below."""
        self._ops.append(lambda book, left, top: other.paint(book, left + x, top + y))
        return self._grow(y + other.height)

    def link(self, x: float, y: float, width: float, height: float, target: str) -> None:
        """Make a part of the piece lead to an anchor, should the document have it."""
        self._ops.append(
            lambda book, left, top: book.add_link((left + x, top + y, width, height), target)
        )

    def anchor(self, target: str, title: str | None = None, level: int = 1) -> None:
        """Let links lead here; with a title the place stands among the bookmarks too."""
        self._ops.append(lambda book, _, top: book.add_anchor(target, top, title, level))


def draw_shape(painter: QPainter, kind: str, x: float, y: float, size: float) -> None:
    """Draw a sign: square, triangle, disc, tick, dash, cross, ring."""
    x, y, size = x * UNIT, y * UNIT, size * UNIT
    colour = QColor(COLOURS.get(kind, INK))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    box = QRectF(x, y, size, size)
    if kind == "fail":
        painter.drawRoundedRect(box, size / 6, size / 6)
    elif kind == "warn":
        wide = size * 0.12
        corners = ((size / 2, -wide), (size + wide, size), (-wide, size))
        painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in corners]))
    elif kind == "note":
        painter.drawEllipse(box)
    else:
        _draw_strokes(painter, kind, box, colour)


def _draw_strokes(painter: QPainter, kind: str, box: QRectF, colour: QColor) -> None:
    size = box.width()
    pen = QPen(colour, size / 6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(QBrush())
    strokes: dict[str, tuple[tuple[float, float], ...]] = {
        "pass": ((0.1, 0.55), (0.4, 0.85), (0.4, 0.85), (0.9, 0.15)),
        "unreadable": ((0.15, 0.15), (0.85, 0.85), (0.85, 0.15), (0.15, 0.85)),
        "not_evaluable": ((0.1, 0.5), (0.9, 0.5)),
    }
    if kind not in strokes:
        painter.drawEllipse(box.adjusted(size / 12, size / 12, -size / 12, -size / 12))
        return
    points = [QPointF(box.x() + a * size, box.y() + b * size) for a, b in strokes[kind]]
    for start, end in zip(points[::2], points[1::2], strict=True):
        painter.drawLine(start, end)


def _pen(colour: str, weight: float) -> QPen:
    pen = QPen(QColor(colour), weight * UNIT)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def bar(piece: Piece, x: float, y: float, width: float, share: float, colour: str) -> None:
    """Draw a bar on its track; `share` is 0–1."""
    high = 5.0
    share = min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0
    piece.box(x, y, width, high, "#E9E7E1", radius=high / 2)
    if share > 0:
        piece.box(x, y, max(width * share, high), high, colour, radius=high / 2)
