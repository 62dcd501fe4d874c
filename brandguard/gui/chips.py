"""Small signs of a card: the number that its place bears too, and colours side by side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from brandguard.gui import theme

_SIDE = 20
_SWATCH = QSize(28, 16)


class NumberChip(QWidget):
    """A finding's number in its severity's colour, drawn as the overlay draws it."""

    def __init__(self, number: int, severity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = str(number)
        self._colour = QColor(theme.LOOKS[severity].light)
        width = QFontMetricsF(self._font()).horizontalAdvance(self._text) + 10
        self.setFixedSize(max(_SIDE, int(width)), _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setBold(True)
        return font


class ColourPair(QWidget):
    """The colour that was found, an arrow, and the one to use; or one colour alone."""

    def __init__(self, colours: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for one line."""
        return QSize(120, max(_SWATCH.height(), self.fontMetrics().height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each colour with its code, arrows between."""
        del event
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        left = 0.0
        for place, colour in enumerate(self._colours):
            if place:
                left = self._write(painter, metrics, left, "→")
            top = (self.height() - _SWATCH.height()) / 2
            box = QRectF(left + 0.5, top, _SWATCH.width(), _SWATCH.height())
            painter.setBrush(QColor(colour))
            painter.setPen(theme.muted(self.palette()))
            painter.drawRoundedRect(box, 3, 3)
            left = self._write(painter, metrics, box.right() + theme.SPACE * 0.75, colour)

    def _write(self, painter: QPainter, metrics: QFontMetricsF, left: float, text: str) -> float:
        width = metrics.horizontalAdvance(text)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        line = QRectF(left, 0, width + 2, self.height())
        painter.drawText(
            line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text
        )
        return left + width + theme.SPACE
