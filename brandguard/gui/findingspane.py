"""The right pane: verdict, the findings as cards, and what could not be measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.card import FindingCard
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.verdictpane import VerdictPane
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from brandguard.gui.entry import Entry
    from brandguard.gui.session import Session
    from brandguard.model.report import CreativeReport

_SLICE = 4
"""Cards made before the event loop gets its turn: a card takes one or two milliseconds."""
_PORTION = 60
"""Cards made without being asked for more."""


class FindingsPane(QWidget):
    """Shows the findings of the session's creative; a click on a card points at its place."""

    accept_wanted = Signal(int)
    """The finding at this place of the list shall be accepted: somebody must ask why."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cards: list[FindingCard] = []
        self._wanted = 0
        self._next_slice = QTimer(self)
        self._next_slice.setSingleShot(True)
        self._next_slice.timeout.connect(self._add_slice)
        self._verdict = VerdictPane()
        self._empty = QLabel()
        self._unmeasured = TintLabel(QUIET)
        self._unmeasured_head = TintLabel(QUIET, messages().text("report.not_measured"))
        self._more = QPushButton()
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._area = QScrollArea()
        self._lay_out()
        session.current_changed.connect(self._show_current)
        session.finding_changed.connect(self._show_chosen)

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The cards that are shown."""
        return tuple(self._cards)

    def _lay_out(self) -> None:
        for label in (self._empty, self._unmeasured):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        bold = self._unmeasured_head.font()
        bold.setWeight(bold.Weight.DemiBold)
        self._unmeasured_head.setFont(bold)
        self._more.clicked.connect(self._want_more)
        self._column.setContentsMargins(0, 0, theme.SPACE // 2, 0)
        self._column.setSpacing(theme.SPACE)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._more)
        self._column.addSpacing(theme.SPACE)
        self._column.addWidget(self._unmeasured_head)
        self._column.addWidget(self._unmeasured)
        self._column.addStretch(1)
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Findings"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its cards take the focus
        self._area.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*([theme.SPACE * 3 // 2] * 4))
        outer.setSpacing(theme.SPACE * 3 // 2)
        outer.addWidget(self._verdict)
        outer.addWidget(self._area, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the cards anew: those made out of sight were measured at another width."""
        super().showEvent(event)
        QCoreApplication.postEvent(self._list, QEvent(QEvent.Type.LayoutRequest))

    def _show_current(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        entry = self._session.current
        self._verdict.show_entry(entry)
        report = entry.report if entry is not None else None
        self._empty.setText(self._empty_words(entry))
        self._empty.setVisible(not self._session.findings)
        self._unmeasured.setText(_unmeasured_words(report) if report is not None else "")
        for label in (self._unmeasured, self._unmeasured_head):
            label.setVisible(bool(self._unmeasured.text()))
        self._wanted = 0
        self._want_more()
        self._area.verticalScrollBar().setValue(0)

    def _want_more(self) -> None:
        self._wanted = min(self._wanted + _PORTION, len(self._session.findings))
        self._add_slice()

    def _add_slice(self) -> None:
        self._add_cards(min(len(self._cards) + _SLICE, self._wanted))
        if len(self._cards) < self._wanted:
            self._next_slice.start(0)
        left = len(self._session.findings) - self._wanted
        self._more.setText(self.tr("Show more findings: {left}").format(left=left))
        self._more.setVisible(left > 0)
        self._show_chosen()

    def _add_cards(self, until: int) -> None:
        for index in range(len(self._cards), until):
            card = FindingCard(index, self._session.findings[index])
            card.pressed.connect(self._session.select_finding)
            card.accept_wanted.connect(self.accept_wanted)
            card.take_back_wanted.connect(self._take_back)
            self._cards.append(card)
            self._column.insertWidget(index, card)

    def _take_back(self, index: int) -> None:
        entry = self._session.current
        if entry is not None and entry.report is not None:
            self._session.accepting.take_back(self._session.findings[index], entry.report)

    def _show_chosen(self) -> None:
        chosen = self._session.finding
        if chosen is not None and len(self._cards) <= chosen < len(self._session.findings):
            self._add_cards(chosen + 1)
            self._wanted = max(self._wanted, chosen + 1)
        for card in self._cards:
            card.choose(card.index == chosen)
            if card.index == chosen:
                self._area.ensureWidgetVisible(card, 0, theme.SPACE)

    def _empty_words(self, entry: Entry | None) -> str:
        if entry is None:
            return self.tr("Choose a creative to see its findings.")
        if entry.report is None:
            return self.tr("Waiting for its turn.")
        if any(score.distance is not None for score in entry.report.dimensions):
            return messages().text("report.only_distance")
        return self.tr("Nothing found that is off brand.")


def _unmeasured_words(report: CreativeReport) -> str:
    """Say line by line what was not measured and why; a dimension and its measure once."""
    words = messages()
    reasons: dict[str, str] = {}
    named = {score.dimension for score in report.dimensions if score.reason is not None}
    for dimension in report.dimensions:
        if dimension.reason is not None:
            reasons[words.name("dimension", dimension.dimension)] = words.note(dimension.reason)
    for coverage in report.coverage:
        if not coverage.measured and coverage.reason is not None and coverage.what not in named:
            if words.note(coverage.reason) in reasons.values():
                continue  # said already, of the dimension that this is measured for
            name = words.name("what", coverage.what)
            reasons.setdefault(name[:1].upper() + name[1:], words.note(coverage.reason))
    by_reason: dict[str, list[str]] = {}
    for name, reason in reasons.items():
        by_reason.setdefault(reason, []).append(name)
    return "\n".join(f"{', '.join(names)}: {reason}" for reason, names in by_reason.items())
