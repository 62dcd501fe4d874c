"""Rows of a page with labels at the left, controls beside them and a word of help below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.tint import QUIET, TintLabel


class Rows:
    """Fills a widget from top to bottom."""

    def __init__(self, page: QWidget) -> None:
        self._form = QFormLayout(page)
        self._form.setContentsMargins(*([theme.SPACE * 3] * 4))
        self._form.setHorizontalSpacing(theme.SPACE * 3)
        self._form.setVerticalSpacing(theme.SPACE * 3 // 2)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def title(self, text: str) -> None:
        """Name the page."""
        self._form.addRow(_large(text, 1.5))

    def heading(self, text: str) -> None:
        """Begin a part."""
        label = _large(text, 1.15)
        label.setContentsMargins(0, theme.SPACE * 2, 0, 0)
        self._form.addRow(label)

    def add(self, name: str, control: QWidget | QLayout, hint: str = "") -> None:
        """Add a control with its name and what it is good for."""
        field = QVBoxLayout()
        field.setSpacing(theme.SPACE // 2)
        if isinstance(control, QWidget):
            field.addWidget(control)
            if name:
                control.setAccessibleName(name)
        else:
            field.addLayout(control)
        if hint:
            said = TintLabel(QUIET, hint)
            said.setWordWrap(True)
            field.addWidget(said)
            if isinstance(control, QWidget):
                control.setAccessibleDescription(hint)
        label = QLabel(name)
        label.setContentsMargins(0, theme.SPACE // 2, 0, 0)
        if isinstance(control, QWidget):
            label.setBuddy(control)
        self._form.addRow(label, field)


def _large(text: str, factor: float) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * factor)
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label
