"""How score and agreement moved from run to run, as a picture."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from brandguard.gui import theme
from brandguard.gui.charts import CENTRE, RIGHT, Ink, line_height, widest, write
from brandguard.gui.words import messages, number
from brandguard.model.trend import TrendPoint

if TYPE_CHECKING:
    from collections.abc import Sequence


_TALL = 140.0
_MARK = 4.0
_GRID = (0.0, 25.0, 50.0, 75.0, 100.0)


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Two lines over the runs: the score, whole with discs, and the agreement, dashed, squares."""

    name: str
    points: tuple[TrendPoint, ...]
    now: str
    """What stands in place of the time of a point without one: as it is now."""

    @property
    def description(self) -> str:
        """Say every run."""
        return "; ".join(self._said(point) for point in self.points)

    def _said(self, point: TrendPoint) -> str:
        words = messages()
        parts = [self._when(point)]
        figures = (("report.score", point.score), ("report.agreement", point.coherence))
        parts += [
            f"{words.text(key)} {number(value)}" for key, value in figures if value is not None
        ]
        return ", ".join(parts)

    def _when(self, point: TrendPoint) -> str:
        if not point.started:
            return self.now
        try:
            moment = dt.datetime.fromisoformat(point.started).astimezone()
        except ValueError:
            return point.started[:16]
        day = QDate(moment.year, moment.month, moment.day)
        return QLocale().toString(day, QLocale.FormatType.ShortFormat)

    def height(self, width: float, font: QFont) -> float:
        """Give the drawing, the days below it and the legend; nothing without two runs."""
        del width
        if len(self.points) < 2:  # noqa: PLR2004  a line has two ends
            return 0.0
        return _TALL + 2 * line_height(font) + theme.SPACE

    def paint(self, painter: QPainter, width: float, font: QFont, ink: Ink) -> None:
        """Draw grid, lines, days and legend."""
        line = line_height(font)
        left = widest((number(100.0, 0),), font) + theme.SPACE
        box = QRectF(left, line / 2, width - left - theme.SPACE * 2, _TALL - line / 2)
        self._grid(painter, box, ink, line)
        self._days(painter, box, ink, line)
        score = [point.score for point in self.points]
        coherence = [point.coherence for point in self.points]
        self._line(painter, box, score, ink.one, square=False)
        self._line(painter, box, coherence, ink.other, square=True)
        self._legend(painter, QRectF(left, _TALL + line + theme.SPACE, box.width(), line), ink)

    def _grid(self, painter: QPainter, box: QRectF, ink: Ink, line: float) -> None:
        for value in _GRID:
            y = box.bottom() - value / 100.0 * box.height()
            painter.setPen(QPen(ink.line, 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            label = QRectF(0, y - line / 2, box.left() - theme.SPACE, line)
            write(painter, label, number(value, 0), ink.quiet, RIGHT)

    def _days(self, painter: QPainter, box: QRectF, ink: Ink, line: float) -> None:
        """Write as many days as there is room for, a dagger where the profile changed."""
        wide = widest((self._when(point) for point in self.points), painter.font()) + theme.SPACE
        every = max(1, round(wide / max(self._step(box), 1.0) + 0.5))
        last = len(self.points) - 1
        for place, point in enumerate(self.points):
            x = self._x(box, place)
            before = self.points[place - 1] if place else point
            if before.profile_sha256 != point.profile_sha256:
                mark = QRectF(x - wide / 2, box.top() - line / 2, wide, line)
                write(painter, mark, "†", ink.quiet, CENTRE)
            if place == last or (place % every == 0 and last - place >= every):
                under = QRectF(x - wide / 2, box.bottom() + 2, wide, line)
                under.moveRight(min(under.right(), box.right() + theme.SPACE * 2))
                under.moveLeft(max(under.left(), 0.0))
                write(painter, under, self._when(point), ink.quiet, CENTRE)

    def _step(self, box: QRectF) -> float:
        return box.width() / max(len(self.points) - 1, 1)

    def _x(self, box: QRectF, place: int) -> float:
        return box.left() + place * self._step(box)

    def _line(
        self,
        painter: QPainter,
        box: QRectF,
        values: Sequence[float | None],
        colour: QColor,
        *,
        square: bool,
    ) -> None:
        places = [
            QPointF(self._x(box, i), box.bottom() - min(max(v, 0.0), 100.0) / 100 * box.height())
            for i, v in enumerate(values)
            if v is not None
        ]
        style = Qt.PenStyle.DashLine if square else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for place in places:
            _mark(painter, place, square=square)

    def _legend(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        words = messages()
        left = box.left()
        series = (("report.score", ink.one, False), ("report.agreement", ink.other, True))
        for key, colour, square in series:
            text = words.text(key)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            _mark(painter, QPointF(left + _MARK, box.center().y()), square=square)
            room = widest((text,), painter.font()) + 2.0
            write(painter, QRectF(left + _MARK * 4, box.top(), room, box.height()), text, ink.text)
            left += _MARK * 4 + room + theme.SPACE * 2
        if any(p.profile_sha256 != self.points[0].profile_sha256 for p in self.points):
            text = f"† {words.text('report.profile_changed')}"
            rest = QRectF(left, box.top(), box.right() - left, box.height())
            write(painter, rest, text, ink.quiet)


def _mark(painter: QPainter, place: QPointF, *, square: bool) -> None:
    if square:
        corner = QPointF(place.x() - _MARK, place.y() - _MARK)
        painter.drawRect(QRectF(corner.x(), corner.y(), 2 * _MARK, 2 * _MARK))
    else:
        painter.drawEllipse(place, _MARK, _MARK)
