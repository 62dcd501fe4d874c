"""Rows of a page with labels at the left, controls beside them and a word of help below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.tint import QUIET, TintLabel


class Rows:
    """Fills a widget from top to bottom."""

    def __init__(self, page: QWidget) -> None:
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(*([theme.SPACE * 3] * 4))
        self._grid.setHorizontalSpacing(theme.SPACE * 3)
        self._grid.setVerticalSpacing(theme.SPACE // 2)
        self._grid.setColumnStretch(1, 1)

    def title(self, text: str) -> None:
        """Name the page."""
        self._across(_large(text, 1.5))

    def heading(self, text: str) -> None:
        """Begin a part."""
        label = _large(text, 1.15)
        label.setContentsMargins(0, theme.SPACE * 2, 0, 0)
        self._across(label)

    def add(self, name: str, control: QWidget | QLayout, hint: str = "") -> None:
        """Add a control with its name and what it is good for."""
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, theme.SPACE // 2)
        label = QLabel(name)
        self._grid.addWidget(label, row + 1, 0)
        if isinstance(control, QWidget):
            self._grid.addWidget(control, row + 1, 1)
            label.setBuddy(control)
            if name:
                control.setAccessibleName(name)
            control.setAccessibleDescription(hint)
        else:
            self._grid.addLayout(control, row + 1, 1)
        if hint:
            said = TintLabel(QUIET, hint)
            said.setWordWrap(True)
            self._grid.addWidget(said, row + 2, 1)

    def end(self) -> None:
        """Keep all rows at the top."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _across(self, label: QLabel) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)


def _large(text: str, factor: float) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * factor)
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label
