"""A box that can be pressed as a whole: by a click, by Enter or by Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QWidget

from brandguard.gui import theme


class PressFrame(QFrame):
    """Shows a hairline, a wash under the pointer, and a ring while it has the focus."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._over = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that began and ended here."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click, so that nothing below does."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As a click, by Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Look as before."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and frame."""
        del event
        painter = QPainter(self)
        draw_ground(painter, self, ring=self.hasFocus(), wash=self._over)


def draw_ground(painter: QPainter, widget: QWidget, *, ring: bool, wash: bool) -> QRect:
    """Draw a card's ground and frame, with a ring or a wash where asked; give where it lies."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette, box = widget.palette(), widget.rect().adjusted(1, 1, -1, -1)
    highlight = palette.color(QPalette.ColorRole.Highlight)
    painter.setPen(QPen(highlight, 2) if ring else QPen(theme.hairline(palette), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    if wash:
        tint = QColor(highlight)
        tint.setAlphaF(0.10)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 6, 6)
    return box
