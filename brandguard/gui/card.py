"""One finding as a card: how grave, what, measured against what limit, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.chips import ColourPair, NumberChip
from brandguard.gui.pressframe import draw_ground
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import messages, severity_word
from brandguard.model.paths import display_text
from brandguard.waivers import UNWAIVABLE

if TYPE_CHECKING:
    from brandguard.model.report import Finding

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
_COLOUR_FACTS = ("found", "nearest_hex", "hex")


class FindingCard(QFrame):
    """Can be clicked and reached by Tab; shows that its finding is the one in hand."""

    pressed = Signal(int)
    accept_wanted = Signal(int)
    take_back_wanted = Signal(int)

    def __init__(self, index: int, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self.finding = finding
        self.chosen = False
        self._words = messages()
        self._column = QVBoxLayout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fill()

    def choose(self, chosen: bool) -> None:
        """Show it as the finding in hand."""
        self.chosen = chosen
        self.update()

    def _fill(self) -> None:
        title = self._words.title(self.finding.rule)
        message = self._words.message(self.finding)
        pad = theme.SPACE * 3 // 2
        self._column.setContentsMargins(pad + 4, pad, pad, pad)
        self._column.setSpacing(theme.SPACE // 2)
        self._column.addLayout(self._top_row())
        self._column.addWidget(_label(title, bold=True))
        self._column.addWidget(_label(message))
        if colours := _colours(self.finding):
            self._column.addWidget(ColourPair(colours))
        advice = self._words.suggestion(self.finding)
        if advice:
            self._column.addLayout(self._advice_row(advice))
        if (source := self._words.limit_from(self.finding)) is not None:
            quiet = TintLabel(QUIET, source)
            quiet.setWordWrap(True)
            self._column.addWidget(quiet)
        accepted = accepted_words(self.finding)
        if accepted:
            self._column.addWidget(_label(accepted))
        self._column.addLayout(self._deeds_row())
        word = severity_word(self.finding.severity)
        self.setAccessibleName(f"{self.index + 1}. {word}: {title}")
        self.setAccessibleDescription(" ".join(filter(None, (accepted, message, advice))))

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        severity = self.finding.severity
        head = f"{theme.LOOKS[severity].shape} {severity_word(severity)}"
        row.addWidget(NumberChip(self.index + 1, severity))
        if self.finding.waived is not None:
            head += " · " + self._words.text("column.waived")
        tone = severity if self.finding.waived is None else QUIET
        row.addWidget(TintLabel(tone, head))
        row.addStretch(1)
        row.addWidget(TintLabel(QUIET, self.finding.rule))
        return row

    def _advice_row(self, advice: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(_label(advice), 1)
        found = _HEX.search(advice)
        if found is not None:
            value = found.group()
            button = QPushButton(self.tr("Copy {value}").format(value=value))
            button.clicked.connect(lambda: QGuiApplication.clipboard().setText(value))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _deeds_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        if self.finding.waived is not None:
            button = QPushButton(self.tr("Take back"))
            button.clicked.connect(lambda: self.take_back_wanted.emit(self.index))
        else:
            button = QPushButton(self.tr("Accept…"))
            button.setToolTip(self.tr("Accept this finding, for a reason (W)"))
            button.clicked.connect(lambda: self.accept_wanted.emit(self.index))
        name = self.tr("{deed}: finding {number}")
        button.setAccessibleName(name.format(deed=button.text().rstrip("…"), number=self.index + 1))
        if not self.finding.rule.startswith(UNWAIVABLE):
            row.addWidget(button)
        return row

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at the finding's place."""
        self.pressed.emit(self.index)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As a click, by Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self.index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card: a bar in the severity's colour, a ring while it has the focus."""
        del event
        painter = QPainter(self)
        ring = self.chosen or self.hasFocus()
        box = draw_ground(painter, self, ring=ring, wash=self.chosen)
        painter.setBrush(theme.colour(self.finding.severity, self.palette()))
        painter.drawRoundedRect(box.left() + 5, box.top() + 8, 4, box.height() - 16, 2, 2)


def accepted_words(finding: Finding) -> str:
    """Say who accepted a finding, why and until when; nothing where nobody did."""
    waived, words = finding.waived, messages()
    if waived is None:
        return ""
    said = [words.text("report.waived", reason=display_text(waived.reason))]
    if waived.by:
        said.append(words.text("report.waived_by", by=display_text(waived.by)))
    if waived.until:
        said.append(words.text("report.waived_until", until=waived.until))
    return ", ".join(said)


def _colours(finding: Finding) -> tuple[str, ...]:
    """Give the colour that was found, then the brand's, where a finding speaks of colours."""
    values = [finding.facts.get(fact) for fact in _COLOUR_FACTS]
    known = [x for x in values if isinstance(x, str) and _HEX.fullmatch(x)]
    return tuple(dict.fromkeys(known))[:2]


def _label(text: str, *, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if bold:
        font = label.font()
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)
    return label
