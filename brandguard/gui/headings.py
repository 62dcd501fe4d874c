"""Words of first and second rank on pages: headings of sections, and plain wrapped text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from brandguard.gui import theme

_RANKS = {1: 1.6, 2: 1.15, 3: 1.0}
"""Sizes of headings in body texts."""


def heading(text: str, rank: int = 2) -> QLabel:
    """Make a heading of a page (1), a section (2) or a card (3)."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * _RANKS[rank])
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label


def wrapped(text: str, *, strong: bool = False) -> QLabel:
    """Make plain text that breaks into lines."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if strong:
        font = label.font()
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)
    return label
