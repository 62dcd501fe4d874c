"""Long work on widgets, done a little at a time between two turns of the event loop."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE_S = 0.010
"""Longest time that steps are begun in before the event loop has its turn; a step is short."""


class Slices(QObject):
    """Runs an iterator step by step; a newer one takes the place of one under way."""

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._slice)

    @property
    def running(self) -> bool:
        """Whether work is left."""
        return self._steps is not None

    def start(self, steps: Iterator[None]) -> None:
        """Do this instead of what was under way."""
        self._steps = steps
        self._turn.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._steps = None
        self._turn.stop()

    def _slice(self) -> None:
        until = time.perf_counter() + SLICE_S
        steps = self._steps
        while steps is not None:
            try:
                next(steps)
            except StopIteration:
                self.stop()
                self.ended.emit()
                return
            if self._steps is not steps or time.perf_counter() >= until:
                return
