"""The matrix as a picture: creatives by dimensions, each cell with its figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from brandguard.gui import theme
from brandguard.gui.charts import CENTRE, Ink, bold, line_height, widest, write
from brandguard.gui.words import messages, number
from brandguard.writers.contradictions import heat

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

_CELL = 28.0
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One creative and its figures, in the order of the columns; None where not compared."""

    label: str
    scores: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class HeatChart:
    """Rows of cells that are redder where less agrees; the figure says the same."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]

    @property
    def description(self) -> str:
        """Say every row."""
        return "; ".join(
            f"{row.label}: "
            + ", ".join(
                f"{column} {_figure(score)}"
                for column, score in zip(self.columns, row.scores, strict=True)
            )
            for row in self.rows
        )

    def height(self, width: float, font: QFont) -> float:
        """Give the heads of the columns and a line for each row."""
        del width
        return line_height(font) + theme.SPACE + len(self.rows) * self._row(font)

    def _row(self, font: QFont) -> float:
        return max(_CELL, line_height(font) + theme.SPACE / 2)

    def paint(self, painter: QPainter, width: float, font: QFont, ink: Ink) -> None:
        """Draw heads, names and cells."""
        names = widest((row.label for row in self.rows), font, most=width * 0.3) + theme.SPACE
        wide = (width - names) / max(len(self.columns), 1)
        painter.setFont(bold(font))
        for place, column in enumerate(self.columns):
            head = QRectF(names + place * wide, 0, wide - _GAP, line_height(font))
            write(painter, head, column, ink.text, CENTRE)
        painter.setFont(font)
        top = line_height(font) + theme.SPACE / 2
        for row in self.rows:
            box = QRectF(0, top, names - theme.SPACE, self._row(font))
            write(painter, box, row.label, ink.text, elide=Qt.TextElideMode.ElideMiddle)
            for place, score in enumerate(row.scores):
                cell = QRectF(names + place * wide, top, wide - _GAP, self._row(font) - _GAP)
                paint_cell(painter, cell, score, ink)
            top += self._row(font)


def paint_cell(painter: QPainter, cell: QRectF, score: float | None, ink: Ink) -> None:
    """Draw one figure on the colour of its step."""
    step = heat(score)
    painter.setPen(Qt.PenStyle.NoPen)
    if step is not None:
        painter.setBrush(ink.heat(step))
        painter.drawRoundedRect(cell, 3, 3)
    write(painter, cell, _figure(score), ink.quiet if step is None else ink.text, CENTRE)


def _figure(score: float | None) -> str:
    return "–" if score is None else number(score, 0)


def not_compared(reason: str) -> str:
    """Say why a cell has no figure."""
    words = messages().text("report.not_compared")
    return f"{words}: {reason}" if reason else words
