"""A label in the colour of a state, which follows the scheme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from brandguard.gui import theme

QUIET = "queued"
"""The tone of second-rank text."""


class TintLabel(QLabel):
    """Plain text in the colour of a state (a key of theme.LOOKS)."""

    def __init__(self, tone: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._ink()

    def tint(self, tone: str) -> None:
        """Take the colour of another state."""
        self._tone = tone
        self._ink()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_tone"):
            self._ink()

    def _ink(self) -> None:
        colour = theme.colour(self._tone, self.palette())
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            own = QPalette()  # of which this one role is ours, and all others go on to be inherited
            own.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(own)
