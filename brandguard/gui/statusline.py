"""The lower edge: counts by severity, and how far the run is, with its Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from brandguard.gui import theme
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.entry import COUNTED
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import severity_count

if TYPE_CHECKING:
    from brandguard.gui.session import Session

_BAR_WIDTH = 180


class StatusLine(QStatusBar):
    """Shows the session's counts and progress."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counts = {severity: TintLabel(severity) for severity in COUNTED}
        self.words = ElidedLabel()
        self.bar = QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop the run; what is checked stays (Esc)"))
        self.cancel.clicked.connect(session.cancel)
        self._lay_out()
        session.counts_changed.connect(self._show_counts)
        session.progress_changed.connect(self._show_progress)
        self._show_counts()
        self._show_progress()

    def _lay_out(self) -> None:
        self.setSizeGripEnabled(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        row.setSpacing(theme.SPACE * 2)
        for label in self._counts.values():
            row.addWidget(label)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.addWidget(line, 1)
        self.setStyleSheet("QStatusBar::item { border: none; }")

    def _show_counts(self) -> None:
        for severity, label in self._counts.items():
            count = self._session.counts[severity]
            label.setText(f"{theme.LOOKS[severity].shape} {severity_count(severity, count)}")
            label.setVisible(self._session.rows.rowCount() > 0)
            label.tint(severity if count else QUIET)

    def _show_progress(self) -> None:
        now = self._session.progress
        self.bar.setVisible(now.running)
        self.cancel.setVisible(now.running)
        if not now.running:
            self.words.setText(now.ended)
            return
        self.bar.setUpdatesEnabled(False)  # else setValue paints at once, all that waits too
        self.bar.setRange(0, now.total)  # 0–0 while nothing is known: a bar that is busy
        self.bar.setValue(now.done)
        self.bar.setUpdatesEnabled(True)
        if not now.total:
            self.words.setText(self.tr("Looking for creatives…"))
            return
        words = self.tr("{done} of {total}").format(done=now.done, total=now.total)
        self.words.setText(f"{words} · {now.name}" if now.name else words)
