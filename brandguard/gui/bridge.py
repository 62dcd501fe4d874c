"""Carries a run's events from the thread that walks the generator into Qt's event loop.

A plain thread walks the generator and fills a queue; the event loop empties it in slices of at
most 8 ms and then yields, so that paint and input go between (Picard's completion callbacks, run
back to back, froze its window for a decade). Two traps are avoided here. Slices are begun by a
timer: Qt delivers signals of another thread that come while it delivers signals before anything
else, so that a fast generator would shut timers and paint out. And a thread that computes holds
Python's lock while the window wants to draw: after AHEAD_S it waits until the window has nothing
left to do. Cancelling detaches at once: the window forgets the run, and its thread closes the
generator as soon as the event that it waits for has come.
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

SLICE_S = 0.008
"""Longest stretch of event handling before the event loop gets its turn."""
ANNOUNCE_S = 0.1
"""Shortest time between two announcements of what has changed: each has the list drawn anew."""
AHEAD_S = 0.010
"""How long the thread may compute before it asks whether the window is at rest."""
PATIENCE_S = 0.25
"""How long it waits for that: a window that is never at rest must not hold up the run."""

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
        self._at_rest = threading.Event()
        self._turn_began = 0.0
        self._waking = threading.Lock()
        self.thread = threading.Thread(target=self._run, name="brandguard-review", daemon=True)
        self.thread.start()

    def stop(self) -> None:
        with self._waking:  # once this returns, nobody is woken by this walk any more
            self._stop.set()
        self._at_rest.set()

    def rest(self) -> None:
        """Say that the window has nothing to do."""
        self._at_rest.set()

    def _run(self) -> None:
        error: BaseException | None = None
        try:
            events = self._make()
            try:
                for event in events:
                    if not self._put(event):
                        break
                    self._give_way()
            finally:
                close = getattr(events, "close", None)
                if close is not None:
                    close()
        except Exception as raised:  # noqa: BLE001  handed over to the window
            _log.exception("the run ended by an error")
            error = raised
        self._put(Ended(error))

    def _give_way(self) -> None:
        """After a while, let the window come to rest first."""
        if time.perf_counter() - self._turn_began < AHEAD_S:
            return
        self._at_rest.clear()
        self._wake_window()
        self._at_rest.wait(PATIENCE_S)
        self._turn_began = time.perf_counter()

    def _wake_window(self) -> None:
        with self._waking:
            if not self._stop.is_set():
                self._wake()

    def _put(self, event: object) -> bool:
        while not self._stop.is_set():
            try:
                self.events.put(event, timeout=_LOOK_EVERY_S)
            except queue.Full:
                continue
            self._wake_window()
            return True
        return False


class Bridge(QObject):
    """Runs one generator at a time and hands its events over in the window's thread.

    `handle` gets every event, in order, `Ended` last; `flush` is called now and then, and at the
    end, so that a model can announce its new rows in one go. What `first` announces is drawn before
    the rest is.
    """

    _arrived = Signal()

    def __init__(
        self,
        handle: Callable[[object], None],
        flush: Callable[[], None],
        parent: QObject | None = None,
        *,
        first: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._handle = handle
        self._first, self._flush = first, flush
        self._walk: _Walk | None = None
        self._last_thread: threading.Thread | None = None
        self._awake = threading.Event()
        self._unsaid = False
        self._said_at = 0.0
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._drain)
        self._announce, self._rest = QTimer(self), QTimer(self)
        for timer, deed in ((self._announce, self._say), (self._rest, self._flush)):
            timer.setSingleShot(True)
            timer.timeout.connect(deed)
        self._arrived.connect(self._turn.start)

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
        self._turn.stop()

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
        """Handle what has come; where nothing has, and all is said and drawn, the window rests."""
        self._awake.clear()
        until = time.perf_counter() + SLICE_S
        handled = 0
        while self._walk is not None and (not handled or time.perf_counter() < until):
            try:
                event = self._walk.events.get_nowait()
            except queue.Empty:
                break
            handled += 1
            if isinstance(event, Ended):
                self._walk = None
            self._unsaid = True
            self._handle(event)
        if self._walk is None:
            self._turn.stop()
            self._say()
            self._flush_rest()
        elif handled:
            self._say_soon()
        else:
            self._turn.stop()
            self._walk.rest()

    def _say_soon(self) -> None:
        """Announce what has changed, at once if the last time is long ago."""
        left = self._said_at + ANNOUNCE_S - time.perf_counter()
        if left <= 0:
            self._say()
        elif not self._announce.isActive():
            self._announce.start(int(left * 1000) + 1)

    def _say(self) -> None:
        self._announce.stop()
        if self._unsaid:
            self._unsaid = False
            self._first()
            self._rest.start()
        self._said_at = time.perf_counter()

    def _flush_rest(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self._flush()
