"""The head of the campaign view: which campaign, how it did, and how far its sides agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.headings import heading
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import messages, number, state_word
from brandguard.model.paths import display_path, display_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.model.report import CampaignReport

_SELECTOR = 280


class Figure(QWidget):
    """A large figure over its name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.value = heading("–", 1)
        font = self.value.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.value.setFont(font)
        label = TintLabel(QUIET, name)
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.value, label):
            each.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(each)

    def show_value(self, value: float | None) -> None:
        """Show a score, a dash for none."""
        self.value.setText(number(value) if value is not None else "–")
        self.value.setAccessibleName(f"{self._name} {self.value.text()}")


class CampaignHead(QWidget):
    """Name or selector, verdict and counts on the left; score and agreement on the right."""

    chosen = Signal(int)
    """The place of the campaign that the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = messages()
        self.name = heading("", 1)
        self.selector = QComboBox()
        self.selector.setAccessibleName(self.tr("Campaign"))
        self.selector.setMinimumWidth(_SELECTOR)
        self.selector.activated.connect(self.chosen)
        self.verdict = TintLabel(QUIET)
        self.counts = TintLabel(QUIET)
        self.folder = TintLabel(QUIET)
        self.folder.setWordWrap(True)
        self.score = Figure(words.text("report.score"))
        self.agreement = Figure(words.text("report.agreement"))
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE * 2)
        for label in (self.verdict, self.counts):
            line.addWidget(label)
        line.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE // 2)
        left.addWidget(self.selector, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.name)
        left.addLayout(line)
        left.addWidget(self.folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE * 4)
        row.addLayout(left, 1)
        for figure in (self.score, self.agreement):
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)

    def show_choice(self, campaigns: Sequence[CampaignReport], place: int) -> None:
        """Offer the campaigns, where there is more than one."""
        self.selector.blockSignals(True)  # noqa: FBT003  as Qt has it
        self.selector.clear()
        for one in campaigns:
            score = number(one.score) if one.score is not None else "–"
            self.selector.addItem(f"{_name(one)}  ·  {score}")
        self.selector.setCurrentIndex(place)
        self.selector.blockSignals(False)  # noqa: FBT003  as Qt has it
        self.selector.setVisible(len(campaigns) > 1)
        self.name.setVisible(len(campaigns) == 1)

    def show_campaign(self, one: CampaignReport, sides: Mapping[str, int]) -> None:
        """Show one campaign; `sides` are its creatives by channel."""
        words = messages()
        self.name.setText(_name(one))
        self.verdict.setText(f"{theme.LOOKS[one.verdict].shape} {state_word(one.verdict)}")
        self.verdict.tint(one.verdict)
        parts = [words.count("creatives", one.creatives)]
        for channel, count in sides.items():
            name = words.name("channel", channel) if channel else self.tr("channel unknown")
            parts.append(f"{name} {number(count, 0)}")
        self.counts.setText("  ·  ".join(parts))
        self.folder.setText(display_path(one.folder))
        self.folder.setVisible(bool(one.folder))
        self.score.show_value(one.score)
        self.agreement.show_value(one.coherence.score if one.coherence is not None else None)


def _name(one: CampaignReport) -> str:
    return display_text(one.name) or "·"


def quiet(text: str) -> QLabel:
    """Make a line of second rank."""
    label = TintLabel(QUIET, text)
    label.setWordWrap(True)
    return label
