"""Keeps what is open, a moment after it changed: a restart or a crash loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from brandguard.gui.sessionfile import Opened, load, save
from brandguard.gui.task import Task

if TYPE_CHECKING:
    from pathlib import Path

    from brandguard.gui.mainwindow import MainWindow

_PATIENCE_MS = 1_000


class Keeper(QObject):
    """Writes the session of one window to one file, in a thread, and brings it back."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window)
        self._window, self._file = window, file
        self._kept = load(file)
        self._zoom: float | None = None
        self._task: Task[bool] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PATIENCE_MS)
        self._later.timeout.connect(self._write)
        session = window.session
        for signal in (session.phase_changed, session.current_changed, session.page_changed):
            signal.connect(self._later.start)
        session.current_changed.connect(self._take_zoom)
        window.closing.connect(self.write_now)

    def restore(self) -> None:
        """Open what was open, if anything was."""
        if self._kept:
            self._zoom = self._kept.zoom
            self._window.session.restore(self._kept)

    def write_now(self) -> None:
        """Write before the window goes."""
        self._later.stop()
        save(self._file, self._now())

    def _now(self) -> Opened:
        return replace(self._window.session.opened, zoom=self._window.preview.canvas.zoom)

    def _take_zoom(self) -> None:
        """Zoom as it was, once the creative is there again."""
        if self._zoom is not None and self._window.session.current is not None:
            zoom, self._zoom = self._zoom, None
            self._window.preview.canvas.zoom_to(zoom)

    def _write(self) -> None:
        now, file = self._now(), self._file
        if now == self._kept:
            return
        self._kept = now
        self._task = Task(lambda: save(file, now), lambda _: None, lambda _: None)
