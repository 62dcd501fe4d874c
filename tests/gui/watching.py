"""A timer that notes how long the event loop was away between two ticks.

By the clock, and by what the window's own thread did meanwhile: the second figure does not depend
on what else the computer is busy with.
"""

import time

from PySide6.QtCore import Qt, QTimer


class Watch:
    """Watches from now on."""

    def __init__(self):
        self.gaps_ms = []
        self.work_ms = []
        self._started = self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self):
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now
        worked = time.thread_time()
        self.work_ms.append((worked - self._worked) * 1000)
        self._worked = worked

    @property
    def seconds(self):
        return time.perf_counter() - self._started

    @property
    def ticks(self):
        return len(self.gaps_ms)

    def stop(self):
        self.took = self.seconds
        self._timer.stop()

    def words(self, name, files, first):
        return (
            f"\n{name}: {files} files in {self.took:.2f} s, the first verdict after {first:.2f} s,"
            f" {self.ticks} ticks; gap {_spread(self.gaps_ms)}; own work {_spread(self.work_ms)}"
        )


def _spread(gaps):
    gaps = sorted(gaps) or [0.0]
    p50, p99 = gaps[len(gaps) // 2], gaps[int(len(gaps) * 0.99)]
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, worst {gaps[-1]:.1f} ms"
