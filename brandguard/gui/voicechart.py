"""The voice as a picture: each trait on its own scale, the brand's range as a band behind it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from brandguard.gui import theme
from brandguard.gui.charts import RIGHT, Ink, bold, line_height, widest, write
from brandguard.gui.words import messages, number

_ROW = 32.0
_MARK = 5.0
_DOT = 2.0
_AIR = 0.08
"""Part of a scale that stays free at both ends."""


@dataclass(frozen=True, slots=True)
class Point:
    """A trait of one text or side: its value, and how sure it is or how far its texts spread."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TraitRow:
    """One trait. `brand` is the range that the profile sets or that was learned."""

    label: str
    brand: tuple[float, float] | None
    points: tuple[Point | None, ...]
    """One for each series, in their order."""
    examples: tuple[float, ...] = ()
    """Values of the approved examples."""

    def is_outside(self, point: Point) -> bool:
        """Tell whether a point lies beyond the brand's range with its whole interval."""
        if self.brand is None:
            return False
        return point.high < self.brand[0] or point.low > self.brand[1]


@dataclass(frozen=True, slots=True)
class VoiceChart:
    """Traits by rows. The first series is a disc, the second a diamond."""

    name: str
    series: tuple[str, ...]
    rows: tuple[TraitRow, ...]
    words: VoiceWords
    """What the legend says."""

    @property
    def description(self) -> str:
        """Say every row with its figures."""
        return "; ".join(self._said(row) for row in self.rows)

    def _said(self, row: TraitRow) -> str:
        parts = [row.label]
        for series, point in zip(self.series, row.points, strict=True):
            if point is not None:
                span = f"{number(point.low)}–{number(point.high)}"
                out = f", {self.words.outside}" if row.is_outside(point) else ""
                parts.append(f"{series} {number(point.value)} ({span}{out})")
        if row.brand is not None:
            parts.append(f"{self.words.brand} {number(row.brand[0])}–{number(row.brand[1])}")
        return ", ".join(parts)

    def height(self, width: float, font: QFont) -> float:
        """Give a row for each trait and two lines of legend."""
        del width
        if not self.rows:
            return 0.0
        return len(self.rows) * self._row(font) + 2 * line_height(font) + theme.SPACE

    def _row(self, font: QFont) -> float:
        return max(_ROW, line_height(font) + theme.SPACE)

    def paint(self, painter: QPainter, width: float, font: QFont, ink: Ink) -> None:
        """Draw the rows and below them the legend."""
        names = widest((row.label for row in self.rows), font, most=width * 0.34)
        figures = widest((self._figures(row) for row in self.rows), font, most=width * 0.26)
        left = names + theme.SPACE * 2
        room = max(width - left - figures - theme.SPACE * 2, 40.0)
        high = self._row(font)
        for place, row in enumerate(self.rows):
            top = place * high
            painter.setFont(font)
            write(painter, QRectF(0, top, names, high), row.label, ink.text)
            end = QRectF(width - figures, top, figures, high)
            colour = ink.bad if self._is_out(row) else ink.text
            write(painter, end, self._figures(row), colour, RIGHT)
            self._trait(painter, row, QRectF(left, top, room, high), ink)
        self._legend(painter, QRectF(0, len(self.rows) * high + theme.SPACE, width, 0), font, ink)

    def _is_out(self, row: TraitRow) -> bool:
        return any(point is not None and row.is_outside(point) for point in row.points)

    def _figures(self, row: TraitRow) -> str:
        shown = " · ".join("–" if p is None else number(p.value) for p in row.points)
        return f"▲ {shown}" if self._is_out(row) else shown

    def _trait(self, painter: QPainter, row: TraitRow, box: QRectF, ink: Ink) -> None:
        values = [*row.examples, *(row.brand or ())]
        values += [x for p in row.points if p is not None for x in (p.low, p.high)]
        least, most = min(values), max(values)
        spread = (most - least) or max(abs(most), 1.0)
        least, spread = least - _AIR * spread, spread * (1 + 2 * _AIR)

        def at(value: float) -> float:
            return float(box.left() + (value - least) / spread * box.width())

        middle = box.center().y()
        painter.setPen(QPen(ink.line, 1))
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
        if row.brand is not None:
            self._brand(painter, at(row.brand[0]), at(row.brand[1]), box, ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.quiet)
        for value in row.examples:
            painter.drawEllipse(QPointF(at(value), box.bottom() - 6.0), _DOT, _DOT)
        gap = 9.0 if sum(p is not None for p in row.points) > 1 else 0.0
        for place, point in enumerate(row.points):
            if point is not None:
                y = middle + (place - 0.5) * gap if gap else middle
                ends = at(point.low), at(point.value), at(point.high)
                self._point(painter, place, ends, y, ink)

    def _brand(self, painter: QPainter, left: float, right: float, box: QRectF, ink: Ink) -> None:
        """Draw the band, its ends as strokes so that it shows without colour too."""
        band = QRectF(left, box.top() + 5, max(right - left, 2.0), box.height() - 10)
        wash = QColor(ink.text)
        wash.setAlphaF(0.10)
        painter.fillRect(band, wash)
        painter.setPen(QPen(ink.quiet, 1.5))
        for x in (band.left(), band.right()):
            painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()))

    def _point(
        self, painter: QPainter, place: int, ends: tuple[float, float, float], y: float, ink: Ink
    ) -> None:
        low, value, high = ends
        colour = ink.other if place else ink.one
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        painter.setPen(QPen(ink.ground, 1))
        painter.setBrush(colour)
        _shape(painter, place, QPointF(value, y))

    def _legend(self, painter: QPainter, box: QRectF, font: QFont, ink: Ink) -> None:
        line = line_height(font)
        left = 0.0
        painter.setFont(bold(font))
        for place, series in enumerate(self.series):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.other if place else ink.one)
            _shape(painter, place, QPointF(left + _MARK, box.top() + line / 2))
            room = min(widest((series,), bold(font)) + 2.0, box.width() / 2 - 4 * _MARK)
            text = QRectF(left + _MARK * 3, box.top(), room, line)
            write(painter, text, series, ink.text, elide=Qt.TextElideMode.ElideMiddle)
            left += _MARK * 3 + room + theme.SPACE * 2
        painter.setFont(font)
        below = QRectF(0, box.top() + line, box.width(), line)
        write(painter, below, self.words.legend, ink.quiet)


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """Words around a voice chart."""

    brand: str
    outside: str
    legend: str


def _shape(painter: QPainter, place: int, centre: QPointF) -> None:
    """Draw a disc for the first series, a diamond for the others."""
    if place == 0:
        painter.drawEllipse(centre, _MARK, _MARK)
        return
    x, y, r = centre.x(), centre.y(), _MARK + 1
    corners = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def trait_name(trait: str) -> str:
    """Name a trait as findings do."""
    return messages().name("trait", trait)
