"""A creative of the report view: picture, score, and its gravest findings with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.entry import COUNTED
from brandguard.gui.pictures import decode
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import entry_sentence, messages, number, state_word, where_words

if TYPE_CHECKING:
    from brandguard.gui.entry import Entry
    from brandguard.model.report import Finding

_PICTURE = 88
_MOST = 3
"""Findings that are told; the creative's own page has them all."""


class WorstCard(QFrame):
    """Can be clicked and reached by Tab: leads to the creative."""

    pressed = Signal(str)

    def __init__(self, entry: Entry, *, accepted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = entry.path
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(entry_sentence(entry))
        row = QHBoxLayout(self)
        row.setContentsMargins(*([theme.SPACE * 3 // 2] * 4))
        row.setSpacing(theme.SPACE * 2)
        row.addWidget(_picture(entry), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE // 2)
        words.addLayout(_head(entry))
        report = entry.report
        if report is not None and report.error is not None:
            words.addLayout(_line("unreadable", messages().note(report.error)))
        for finding in _gravest(entry, accepted=accepted):
            words.addLayout(_line(finding.severity, _said(finding)))
        words.addStretch(1)
        row.addLayout(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the creative."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self._path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit(self._path)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and a ring around it while it has the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        line = QPen(theme.hairline(palette), 1)
        if self.hasFocus():
            line = QPen(palette.color(QPalette.ColorRole.Highlight), 2)
        painter.setPen(line)
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


def _picture(entry: Entry) -> QLabel:
    label = QLabel()
    label.setFixedSize(_PICTURE, _PICTURE)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    pages = entry.report.page_views if entry.report is not None else ()
    if pages and pages[0].thumbnail:
        ratio = label.devicePixelRatioF()
        side = round(_PICTURE * ratio)
        pixmap = decode(pages[0].thumbnail).scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap.setDevicePixelRatio(ratio)
        label.setPixmap(pixmap)
    else:
        label.setText("¶" if any(page.text for page in pages) else theme.LOOKS[entry.state].shape)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _head(entry: Entry) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE * 3 // 2)
    name = ElidedLabel()
    name.setText(entry.name)
    bold = name.font()
    bold.setWeight(bold.Weight.DemiBold)
    name.setFont(bold)
    row.addWidget(name, 1)
    row.addWidget(TintLabel(QUIET, where_words(entry)))
    row.addWidget(
        TintLabel(entry.state, f"{theme.LOOKS[entry.state].shape} {state_word(entry.state)}")
    )
    if entry.report is not None and entry.report.score is not None:
        score = QLabel(number(entry.report.score))
        score.setFont(bold)
        row.addWidget(score)
    return row


def _gravest(entry: Entry, *, accepted: bool) -> list[Finding]:
    findings = entry.report.findings if entry.report is not None and not entry.report.error else ()
    shown = [
        finding
        for finding in findings
        if finding.severity in COUNTED and (accepted or finding.waived is None)
    ]
    return sorted(shown, key=lambda finding: COUNTED.index(finding.severity))[:_MOST]


def _said(finding: Finding) -> str:
    words = messages()
    said = words.message(finding)
    if finding.waived is not None:
        return f"{said} {words.text('report.waived', reason=finding.waived.reason)}"
    return f"{said} {words.suggestion(finding) or ''}".strip()


def _line(tone: str, text: str) -> QHBoxLayout:
    sign = TintLabel(tone, theme.LOOKS[tone].shape)
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return row
