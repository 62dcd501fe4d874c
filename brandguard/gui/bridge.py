"""Carries a run's events from the thread that walks the generator into Qt's event loop.

A plain thread walks the generator and fills a queue; the event loop empties it in slices of at
most 12 ms and then yields, so that paint and input go between (Picard's completion callbacks, run
back to back, froze its window for a decade). Cancelling detaches at once: the window forgets the
run, and its thread closes the generator as soon as the event that it waits for has come.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLICE_S = 0.012
"""Longest stretch of event handling before the event loop gets its turn."""

_IN_QUEUE = 256
"""Events that may wait; a generator that is faster than the window waits for it."""
_LOOK_EVERY_S = 0.1
"""How often a thread that waits for room looks whether it should stop."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ended:
    """The generator has come to its end; `error` where it did so by raising."""

    error: BaseException | None = None


class _Walk:
    """One generator, walked in one thread."""

    def __init__(self, make: Callable[[], Iterator[object]], wake: Callable[[], None]) -> None:
        self.events: queue.Queue[object] = queue.Queue(_IN_QUEUE)
        self._make = make
        self._wake = wake
        self._stop = threading.Event()
        self._waking = threading.Lock()
        self.thread = threading.Thread(target=self._run, name="brandguard-review", daemon=True)
        self.thread.start()

    def stop(self) -> None:
        with self._waking:  # once this returns, nobody is woken by this walk any more
            self._stop.set()

    def _run(self) -> None:
        error: BaseException | None = None
        try:
            events = self._make()
            try:
                for event in events:
                    if not self._put(event):
                        break
            finally:
                close = getattr(events, "close", None)
                if close is not None:
                    close()
        except Exception as raised:  # noqa: BLE001  handed over to the window
            _log.exception("the run ended by an error")
            error = raised
        self._put(Ended(error))

    def _put(self, event: object) -> bool:
        while not self._stop.is_set():
            try:
                self.events.put(event, timeout=_LOOK_EVERY_S)
            except queue.Full:
                continue
            with self._waking:
                if not self._stop.is_set():
                    self._wake()
            return True
        return False


class Bridge(QObject):
    """Runs one generator at a time and hands its events over in the window's thread.

    `handle` gets every event, in order, `Ended` last; `flush` is called at the end of each slice,
    so that a model can announce its new rows in one go.
    """

    _arrived = Signal()

    def __init__(
        self,
        handle: Callable[[object], None],
        flush: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._handle = handle
        self._flush = flush
        self._walk: _Walk | None = None
        self._last_thread: threading.Thread | None = None
        self._awake = threading.Event()
        self._arrived.connect(self._drain)

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._walk is not None

    def start(self, make: Callable[[], Iterator[object]]) -> None:
        """Walk what `make` gives (it is called in the thread); a run under way is cancelled."""
        self.cancel()
        self._awake.clear()
        self._walk = _Walk(make, self._wake)
        self._last_thread = self._walk.thread

    def cancel(self) -> None:
        """Forget the run under way: none of its events comes any more."""
        if self._walk is not None:
            self._walk.stop()
            self._walk = None

    def close(self, wait_s: float = 3.0) -> None:
        """Cancel, and give the thread a moment to close its generator."""
        self.cancel()
        if self._last_thread is not None:
            self._last_thread.join(wait_s)

    def _wake(self) -> None:
        """Send one signal for all events that come before it is heard. Runs in the run's thread."""
        if not self._awake.is_set():
            self._awake.set()
            self._arrived.emit()

    def _drain(self) -> None:
        self._awake.clear()
        until = time.perf_counter() + SLICE_S
        while self._walk is not None:
            try:
                event = self._walk.events.get_nowait()
            except queue.Empty:
                break
            if isinstance(event, Ended):
                self._walk = None
            self._handle(event)
            if time.perf_counter() >= until:
                QTimer.singleShot(0, self._drain)
                break
        self._flush()
