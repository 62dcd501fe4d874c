"""A box that can be pressed as a whole: by a click, by Enter or by Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highlight = self.palette().color(QPalette.ColorRole.Highlight)
        ground = self.palette().color(QPalette.ColorRole.Base)
        pen = QPen(theme.hairline(self.palette()), 1)
        if self.hasFocus():
            pen = QPen(highlight, 2)
        painter.setPen(pen)
        painter.setBrush(ground)
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 6, 6)
        if self._over:
            wash = QColor(highlight)
            wash.setAlphaF(0.10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash)
            painter.drawRoundedRect(box, 6, 6)
