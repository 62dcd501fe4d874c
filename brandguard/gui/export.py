"""Writes the HTML report in a thread; the old file stays where it cannot be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandguard.gui.task import Task
from brandguard.gui.words import messages
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from pathlib import Path

    from brandguard.gui.session import Session


class Exporter(QObject):
    """One export at a time."""

    said = Signal(str)
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def export(self, path: Path) -> None:
        """Write what is judged so far; `said` or `failed` tells how it came out."""
        profile = self._session.profile
        if profile is None or self.busy:
            return
        reports = self._session.rows.reports()
        write, language = self._session.backend.export_html, messages().lang
        self._task = Task(
            lambda: write(reports, profile, path, language),
            lambda _: self._done(path),
            self._fail,
        )
        self.busy_changed.emit()

    def _done(self, path: Path) -> None:
        self._task = None
        self.busy_changed.emit()
        self.said.emit(self.tr("Report written: {path}").format(path=display_path(str(path))))

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.busy_changed.emit()
        self.failed.emit(error)
