"""A sentence that appears over the lower edge of the window and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from brandguard.gui import theme

_SECONDS = 7


class Toast(QLabel):
    """Shown over its parent; read aloud by screen readers; gone at a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setMargin(theme.SPACE * 3 // 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)

    def say(self, text: str) -> None:
        """Show a sentence for some seconds, or for longer if it is long."""
        self.setText(text)
        self.setAccessibleName(text)
        self._settle()
        self.show()
        self.raise_()
        self._timer.start(1000 * max(_SECONDS, len(text) // 12))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place while the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        parent = self._over
        metrics = self.fontMetrics()
        room = max(min(parent.width() - 4 * theme.SPACE, 640), 160)
        wanted = metrics.horizontalAdvance(self.text()) + 2 * self.margin() + theme.SPACE
        width = min(wanted, room)
        height = (
            self.heightForWidth(width) if wanted > room else metrics.height() + 2 * self.margin()
        )
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - 6 * theme.SPACE, width, height)
