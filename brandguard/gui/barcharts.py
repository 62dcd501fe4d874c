"""Charts of bars: how far sides agree by dimension, and palettes over each other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from brandguard.gui import theme
from brandguard.gui.charts import RIGHT, Ink, bold, line_height, widest, write
from brandguard.gui.words import messages, number
from brandguard.writers.contradictions import heat

_BAR = 8.0
_BAND = 32.0
_LEAST_PIECE = 3.0
_STEPS = ("fail", "warn", "warn", "pass", "pass")
"""Tone of a bar by its step of agreement: as the HTML report draws it."""


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One dimension: its figure, or why there is none."""

    label: str
    score: float | None
    reason: str = ""
    note: str = ""
    """What else is to be said: what conflicts cost."""


@dataclass(frozen=True, slots=True)
class AgreementChart:
    """One bar a dimension, 0–100, with the figure in words beside it."""

    name: str
    rows: tuple[AgreementRow, ...]

    @property
    def description(self) -> str:
        """Say every row."""
        return "; ".join(self._said(row) for row in self.rows)

    def _said(self, row: AgreementRow) -> str:
        figure = number(row.score) if row.score is not None else self._why(row)
        return f"{row.label} {figure}" + (f" ({row.note})" if row.note else "")

    def _why(self, row: AgreementRow) -> str:
        words = messages().text("report.not_compared")
        return f"{words}: {row.reason}" if row.reason else words

    def height(self, width: float, font: QFont) -> float:
        """Give a line for each row; a note stands below its bar where it has no room beside."""
        del width
        return sum(self._lines(row) for row in self.rows) * line_height(font)

    def _lines(self, row: AgreementRow) -> int:
        return 2 if row.note else 1

    def paint(self, painter: QPainter, width: float, font: QFont, ink: Ink) -> None:
        """Draw names, bars and figures; words in place of a bar where nothing was compared."""
        line = line_height(font)
        strong = bold(font)
        names = widest((row.label for row in self.rows), font, most=width * 0.4)
        left = names + theme.SPACE * 2
        figures = widest((number(100.0),), strong) + theme.SPACE
        room = max(width - left - figures, 24.0)
        top = 0.0
        for row in self.rows:
            painter.setFont(font)
            write(painter, QRectF(0, top, names, line), row.label, ink.text)
            if row.score is None:
                rest = QRectF(left, top, width - left, line)
                write(painter, rest, self._why(row), ink.quiet)
            else:
                box = QRectF(left, top + (line - _BAR) / 2, room, _BAR)
                self._bar(painter, box, row.score, ink)
                painter.setFont(strong)
                side = QRectF(left + room, top, figures, line)
                write(painter, side, number(row.score), ink.text, RIGHT)
            if row.note:
                painter.setFont(font)
                below = QRectF(left, top + line, width - left, line)
                write(painter, below, row.note, ink.quiet)
            top += line * self._lines(row)

    def _bar(self, painter: QPainter, box: QRectF, score: float, ink: Ink) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(ink.text)
        ground.setAlphaF(0.10)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
        look = theme.LOOKS[_STEPS[heat(score) or 0]]
        painter.setBrush(QColor(look.dark if ink.dark else look.light))
        full = QRectF(box)
        full.setWidth(max(box.width() * score / 100.0, _BAR))
        painter.drawRoundedRect(full, _BAR / 2, _BAR / 2)


@dataclass(frozen=True, slots=True)
class Piece:
    """One colour of a palette: how much of it, and what it is called where it has a name."""

    hex: str
    share: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """One palette; `shares` are true amounts, else all are drawn alike."""

    label: str
    pieces: tuple[Piece, ...]
    shares: bool = True


@dataclass(frozen=True, slots=True)
class PaletteChart:
    """Palettes over each other, each as wide as the chart, with the colours' codes below."""

    name: str
    bands: tuple[Band, ...]

    @property
    def description(self) -> str:
        """Say every colour."""
        return "; ".join(
            f"{band.label}: " + ", ".join(self._said(band, piece) for piece in band.pieces)
            for band in self.bands
        )

    def _said(self, band: Band, piece: Piece) -> str:
        parts = [piece.label, piece.hex]
        parts += [messages().percent(piece.share)] if band.shares else []
        return " ".join(filter(None, parts))

    def height(self, width: float, font: QFont) -> float:
        """Give a label, a band and a line of codes for each palette."""
        del width
        one = 2 * line_height(font) + _BAND
        return len(self.bands) * (one + theme.SPACE) - theme.SPACE if self.bands else 0.0

    def paint(self, painter: QPainter, width: float, font: QFont, ink: Ink) -> None:
        """Draw each palette."""
        line = line_height(font)
        top = 0.0
        for band in self.bands:
            painter.setFont(bold(font))
            write(painter, QRectF(0, top, width, line), band.label, ink.text)
            painter.setFont(font)
            self._band(painter, band, QRectF(0, top + line, width, _BAND), ink)
            top += 2 * line + _BAND + theme.SPACE

    def _band(self, painter: QPainter, band: Band, box: QRectF, ink: Ink) -> None:
        total = sum(piece.share for piece in band.pieces) or 1.0
        wide = [max(piece.share / total * box.width(), _LEAST_PIECE) for piece in band.pieces]
        squeeze = box.width() / (sum(wide) or 1.0)
        metrics = QFontMetricsF(painter.font())
        left = box.left()
        for piece, width in zip(band.pieces, wide, strict=True):
            part = QRectF(left, box.top(), width * squeeze, box.height())
            painter.fillRect(part, QColor(piece.hex))
            for words in self._figures(band, piece):
                if metrics.horizontalAdvance(words) + theme.SPACE / 2 <= part.width():
                    below = QRectF(left, box.bottom(), part.width(), line_height(painter.font()))
                    write(painter, below, words, ink.quiet)
                    break
            left += part.width()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.quiet, 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _figures(self, band: Band, piece: Piece) -> tuple[str, ...]:
        if not band.shares:
            return (f"{piece.label}  {piece.hex}", piece.label, piece.hex)
        share = messages().percent(piece.share)
        return (f"{piece.hex}  {share}", share)
