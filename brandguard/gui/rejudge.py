"""Judges open creatives again by another profile, in slices that the window does not feel."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from brandguard.gui.bridge import ANNOUNCE_S
from brandguard.gui.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandguard.gui.backend import Judge
    from brandguard.gui.entry import Entry
    from brandguard.model.report import CreativeReport

SLICE_S = 0.008
"""Longest time between two turns of the event loop."""


class Rejudge(QObject):
    """One pass over the open creatives; a newer pass takes the place of one under way."""

    ended = Signal()
    failed = Signal(object)

    def __init__(
        self,
        put: Callable[[CreativeReport], None],
        flush: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._put, self._flush = put, flush
        self._judge: Judge | None = None
        self._waiting: list[Entry] = []
        self._task: Task[Judge] | None = None
        self._said_at = 0.0
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._slice)

    @property
    def running(self) -> bool:
        """Whether a pass is under way."""
        return self._task is not None or self._turn.isActive()

    def start(self, make: Callable[[], Judge], entries: Sequence[Entry]) -> None:
        """Judge these, the first ones first; `make` reads what judging needs, in a thread."""
        self.stop()
        self._waiting = [entry for entry in reversed(entries) if entry.features is not None]
        self._task = Task(make, self._ready, self._broken)

    def stop(self) -> None:
        """Forget the pass under way; what it has judged stays."""
        if self._task is not None:
            self._task.forget()
            self._task = None
        self._turn.stop()

    def _ready(self, judge: Judge) -> None:
        self._task, self._judge, self._said_at = None, judge, 0.0
        self._turn.start()

    def _broken(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)

    def _slice(self) -> None:
        until = time.perf_counter() + SLICE_S
        judge = self._judge
        while self._waiting and judge is not None:
            entry = self._waiting.pop()
            if entry.features is not None:
                self._put(judge(entry.path, entry.features))
            if time.perf_counter() >= until:
                break
        if not self._waiting:
            self._turn.stop()
            self._flush()
            self.ended.emit()
        elif time.perf_counter() - self._said_at >= ANNOUNCE_S:  # the creative that is shown: now
            self._flush()
            self._said_at = time.perf_counter()
