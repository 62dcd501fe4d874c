"""The measured palette of a page, and below each colour the brand's nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from brandguard.gui import theme
from brandguard.gui.words import messages, number, plain_tip
from brandguard.model.report import PaletteRow

if TYPE_CHECKING:
    from collections.abc import Sequence

_BAND = 22
_LEAST_WIDTH = 3.0


@dataclass(frozen=True, slots=True)
class _Piece:
    row: PaletteRow
    left: float
    width: float


class PaletteStrip(QWidget):
    """Two bands: what was measured, by its share; and what the brand has nearest to it.

    A click on a colour, or an arrow key, shows where it lies; another one ends that.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PaletteRow, ...] = ()
        self._chosen: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Palette: measured colours and the brand's nearest"))

    @property
    def chosen(self) -> PaletteRow | None:
        """The colour whose places are shown."""
        return self._rows[self._chosen] if self._chosen is not None else None

    def choose(self, index: int | None) -> None:
        """Show where a colour lies; None for none."""
        if index is not None and not 0 <= index < len(self._rows):
            index = None
        if index != self._chosen:
            self._chosen = index
            self.update()
            self.chosen_changed.emit()

    @property
    def shown(self) -> bool:
        """Whether there is a palette to show."""
        return bool(self._rows)

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Show the colours of one page, largest share first."""
        ordered = tuple(sorted(rows, key=lambda row: -row.swatch.share))
        if ordered != self._rows:
            self._rows = ordered
            self.choose(None)
        self.setAccessibleDescription("; ".join(self._sentence(row) for row in self._rows))
        self.setVisible(bool(self._rows))
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for two bands and a line of figures."""
        return QSize(200, 2 * _BAND + self.fontMetrics().height() + theme.SPACE)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint, but as narrow as need be."""
        return QSize(80, self.sizeHint().height())

    def _label_width(self) -> float:
        metrics = QFontMetricsF(self.font())
        words = (self.tr("Measured"), self.tr("Nearest"))
        return max(metrics.horizontalAdvance(word) for word in words) + theme.SPACE

    def _pieces(self) -> list[_Piece]:
        total = sum(row.swatch.share for row in self._rows)
        room = self.width() - self._label_width()
        if total <= 0 or room <= 0:
            return []
        widths = [max(row.swatch.share / total * room, _LEAST_WIDTH) for row in self._rows]
        squeeze = room / sum(widths)
        pieces, left = [], self._label_width()
        for row, width in zip(self._rows, widths, strict=True):
            pieces.append(_Piece(row, left, width * squeeze))
            left += width * squeeze
        return pieces

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bands and, where there is room, their figures."""
        del event
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        painter.setPen(theme.muted(self.palette()))
        label = self._label_width()
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(0, 0, label, _BAND), int(centre), self.tr("Measured"))
        painter.drawText(QRectF(0, _BAND, label, _BAND), int(centre), self.tr("Nearest"))
        for piece in self._pieces():
            upper = QRectF(piece.left, 0, piece.width, _BAND)
            lower = upper.translated(0, _BAND)
            painter.fillRect(upper, QColor(piece.row.swatch.hex))
            if piece.row.nearest_hex:
                painter.fillRect(lower, QColor(piece.row.nearest_hex))
            for words in self._figures(piece.row):
                if metrics.horizontalAdvance(words) + 6 <= piece.width:
                    below = QRectF(piece.left, 2 * _BAND + 2, piece.width, metrics.height())
                    painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), words)
                    break
        painter.setPen(theme.hairline(self.palette()))
        edge = QRectF(label, 0, self.width() - label - 1, 2 * _BAND)
        painter.drawRect(edge)
        self._mark(painter)

    def _mark(self, painter: QPainter) -> None:
        """Frame the colour in hand, and the strip while it has the focus."""
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.0)
        painter.setPen(pen)
        pieces = self._pieces()
        if self._chosen is not None and self._chosen < len(pieces):
            piece = pieces[self._chosen]
            painter.drawRect(QRectF(piece.left + 1, 1, piece.width - 2, 2 * _BAND - 2))
        elif self.hasFocus():
            painter.drawRect(QRectF(1, 1, self.width() - 3, 2 * _BAND - 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show where the colour under the pointer lies, or no longer."""
        for index, piece in enumerate(self._pieces()):
            if piece.left <= event.position().x() < piece.left + piece.width:
                self.choose(None if index == self._chosen else index)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from colour to colour."""
        at = -1 if self._chosen is None else self._chosen
        steps = {Qt.Key.Key_Right: at + 1, Qt.Key.Key_Left: max(at - 1, 0)}
        if event.key() in steps:
            self.choose(min(steps[Qt.Key(event.key())], len(self._rows) - 1))
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def _figures(self, row: PaletteRow) -> tuple[str, ...]:
        """Give what to write below a colour, from the longest form to the shortest."""
        share = messages().percent(row.swatch.share)
        named = f"{row.swatch.hex}  {share}"
        if row.delta_e is None:
            return (named, share)
        away = f"ΔE {number(row.delta_e)}"
        return (f"{named}  {away}", named, share)

    def event(self, event: QEvent) -> bool:
        """Tell about the colour under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for piece in self._pieces():
                if piece.left <= event.pos().x() < piece.left + piece.width:
                    QToolTip.showText(event.globalPos(), plain_tip(self._sentence(piece.row)), self)
                    return True
            QToolTip.hideText()
        return super().event(event)

    def _sentence(self, row: PaletteRow) -> str:
        share = messages().percent(row.swatch.share)
        if row.nearest is None or row.delta_e is None:
            return self.tr("{hex}, {share}").format(hex=row.swatch.hex, share=share)
        return self.tr("{hex}, {share}; nearest {name} {brand}, ΔE {delta}").format(
            hex=row.swatch.hex, share=share, name=row.nearest, brand=row.nearest_hex or "",
            delta=number(row.delta_e),
        )  # fmt: skip
