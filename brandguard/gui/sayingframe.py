"""What one creative says first, and what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.entry import Entry
from brandguard.gui.pressframe import PressFrame
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import plain_tip
from brandguard.model.paths import display_path, display_text

if TYPE_CHECKING:
    from brandguard.model.coherence import Saying


class SayingFrame(PressFrame):
    """Headline, calls to action and the creative's name; pressing it goes there."""

    def __init__(self, saying: Saying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = Entry(saying.path).name
        headline = display_text(" ".join(saying.headline.split())) or "–"
        calls = " · ".join(display_text(" ".join(call.split())) for call in saying.calls)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE * 3 // 2] * 4))
        column.setSpacing(theme.SPACE // 2)
        first = ElidedLabel(text=headline, mode=Qt.TextElideMode.ElideRight)
        font = first.font()
        font.setWeight(font.Weight.DemiBold)
        first.setFont(font)
        column.addWidget(first)
        if calls:
            column.addWidget(ElidedLabel(text=f"→ {calls}", mode=Qt.TextElideMode.ElideRight))
        column.addWidget(TintLabel(QUIET, name))
        self.setAccessibleName(f"{name}: {headline}")
        self.setAccessibleDescription(calls)
        self.setToolTip(plain_tip("\n".join((headline, calls, display_path(saying.path)))))
