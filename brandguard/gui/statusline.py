"""The lower edge: counts by severity, and how far the run or a report is, with its Cancel."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from brandguard.gui import theme
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.entry import COUNTED
from brandguard.gui.pace import Pace
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import counted, severity_count

if TYPE_CHECKING:
    from brandguard.gui.export import Exporter
    from brandguard.gui.session import Session

_BAR_WIDTH = 180
_FEW_S, _NEARLY_A_MINUTE_S, _MANY_MINUTES = 10, 55, 90
"""Below these a time is told in seconds, in tens of them, in minutes; then in hours."""


class StatusLine(QStatusBar):
    """Shows the session's counts and progress; while no run is under way, a report's."""

    def __init__(self, session: Session, exporter: Exporter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._exporter = session, exporter
        self._pace = Pace()
        self._running = False
        self._counts = {severity: TintLabel(severity) for severity in COUNTED}
        self.words = ElidedLabel()
        self.left = TintLabel(QUIET)
        self.bar = QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self._stop)
        self._lay_out()
        session.counts_changed.connect(self._show_counts)
        session.progress_changed.connect(self._show_progress)
        exporter.moved.connect(self._show_report)
        exporter.busy_changed.connect(self._show_progress)
        self._show_counts()
        self._show_progress()

    def _lay_out(self) -> None:
        self.setSizeGripEnabled(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        row.setSpacing(theme.SPACE * 2)
        for label in self._counts.values():
            row.addWidget(label)
        row.addWidget(self.words, 1)
        row.addWidget(self.left)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.addWidget(line, 1)
        self.setStyleSheet("QStatusBar::item { border: none; }")

    def _stop(self) -> None:
        if self._session.progress.running:
            self._session.cancel()
        else:
            self._exporter.stop()

    def _show_counts(self) -> None:
        for severity, label in self._counts.items():
            count = self._session.counts[severity]
            label.setText(f"{theme.LOOKS[severity].shape} {severity_count(severity, count)}")
            label.setVisible(self._session.rows.rowCount() > 0)
            label.tint(severity if count else QUIET)

    def _show_progress(self) -> None:
        now = self._session.progress
        if not now.running and self._exporter.busy:
            return  # the report's own steps are shown as they come
        self.bar.setVisible(now.running)
        self.cancel.setVisible(now.running)
        if not now.running:
            self._running = False
            self.left.hide()
            self.words.setText(now.ended)
            return
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self.cancel.setToolTip(self.tr("Stop the run; what is checked stays (Esc)"))
        self._show_bar(now.done, now.total)
        self._show_left(now.done, now.total)
        if not now.total:
            self.words.setText(self.tr("Looking for creatives…"))
            return
        words = self.tr("{done} of {total}").format(
            done=counted(now.done), total=counted(now.total)
        )
        self.words.setText(f"{words} · {now.name}" if now.name else words)

    def _show_left(self, done: int, total: int) -> None:
        """Say how long it will take, once that is known well enough."""
        now = time.monotonic()
        if not self._running or not total:
            self._pace.start(now)
            self._running = True
        self._pace.step(done, now)
        left = self._pace.left(total, now)
        self.left.setText(self.left_words(left) if left is not None else "")
        self.left.setVisible(left is not None)

    def left_words(self, seconds: float) -> str:
        """Say how long something will take, no more exactly than it is known."""
        if seconds < _FEW_S:
            return self.tr("a few seconds left")
        if seconds < _NEARLY_A_MINUTE_S:
            return self.tr("about %n seconds left", "", max(round(seconds / 10) * 10, 10))
        minutes = max(round(seconds / 60), 1)
        if minutes < _MANY_MINUTES:
            return self.tr("about %n minutes left", "", minutes)
        return self.tr("about %n hours left", "", round(minutes / 60))

    def _show_report(self, done: int, total: int) -> None:
        if self._session.progress.running:
            return
        self.bar.setAccessibleName(self.tr("Progress of the report"))
        self.cancel.setToolTip(self.tr("Give up the report; an older file stays"))
        self.bar.show()
        self.cancel.show()
        self.left.hide()
        self._show_bar(done, total if done else 0)
        self.words.setText(self.tr("Making the report…"))

    def _show_bar(self, done: int, total: int) -> None:
        self.bar.setUpdatesEnabled(False)  # else setValue paints at once, all that waits too
        self.bar.setRange(0, total)  # 0–0 while nothing is known: a bar that is busy
        self.bar.setValue(done)
        self.bar.setUpdatesEnabled(True)
