"""A part of a long page: a heading, a quiet line below it, and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.headings import heading
from brandguard.gui.tint import QUIET, TintLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class Section(QWidget):
    """Hidden as long as it holds nothing."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title: QLabel = heading(title)
        self.note = TintLabel(QUIET)
        self.note.setWordWrap(True)
        self.note.hide()
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE * 3 // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addLayout(self._body)
        self.hide()

    def say(self, title: str, note: str = "") -> None:
        """Take other words."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others and show the section."""
        self._body.addWidget(widget)
        self._appear()

    def add_layout(self, layout: QLayout) -> None:
        """Put a layout below the others and show the section."""
        self._body.addLayout(layout)
        self._appear()

    def _appear(self) -> None:
        """Show the section; without a parent that would be a window of its own."""
        if self.parent() is not None:
            self.show()

    def clear(self) -> None:
        """Throw away what it holds and hide."""
        empty(self._body)
        self.hide()


def empty(layout: QLayout) -> None:
    """Throw away everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
            inner.deleteLater()
