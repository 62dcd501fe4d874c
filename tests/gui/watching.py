"""A timer that notes how long the event loop was away between two ticks."""

import time

from PySide6.QtCore import Qt, QTimer


class Watch:
    """Watches from now on."""

    def __init__(self):
        self.gaps_ms = []
        self._started = self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self):
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now

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
        gaps = sorted(self.gaps_ms) or [0.0]
        return (
            f"\n{name}: {files} files in {self.took:.2f} s, the first verdict after {first:.2f} s,"
            f" {len(gaps)} ticks, gap p50 {gaps[len(gaps) // 2]:.1f} ms,"
            f" p99 {gaps[int(len(gaps) * 0.99)]:.1f} ms, worst {gaps[-1]:.1f} ms"
        )
