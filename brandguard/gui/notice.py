"""A quiet page for states without content: what is the matter and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 620
"""Device-independent pixels: lines of about 80 letters."""
_LEAST_LINES = 12
"""A list is no taller than its lines, but long ones wrap: it has room for so many at least."""


class Notice(QWidget):
    """Heading, a sentence or two, optionally a list to read, and buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.text = QLabel()
        self.list = QPlainTextEdit()
        self._buttons = QHBoxLayout()
        self._column = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        font = self.heading.font()
        font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * 1.5)
        font.setWeight(font.Weight.DemiBold)
        self.heading.setFont(font)
        for label in (self.heading, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list.setReadOnly(True)
        self.list.setAcceptDrops(False)
        self.list.setTabChangesFocus(True)
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setAccessibleName(self.tr("Details"))
        self.list.hide()
        column = QVBoxLayout(self._column)
        column.setSpacing(theme.SPACE * 2)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addWidget(self.list, 20)
        column.addLayout(self._buttons)
        self._column.setMaximumWidth(_WIDTH)
        column.addStretch(1)
        column.setContentsMargins(*([theme.SPACE * 3] * 4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACE * 8, 0, theme.SPACE * 2)
        row.addStretch(1)
        row.addWidget(self._column, 8)
        row.addStretch(1)
        self._buttons.addStretch(1)

    def say(self, heading: str, text: str, lines: Sequence[str] = ()) -> None:
        """Show these words; `lines` are a list that may be long."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.list.setPlainText("\n".join(lines))
        self.list.setVisible(bool(lines))
        line = self.list.fontMetrics().lineSpacing()
        self.list.setMaximumHeight((max(len(lines), _LEAST_LINES) + 1) * line)

    def add_button(self, button: QPushButton) -> QPushButton:
        """Put a button into the row, the most likely one first."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
