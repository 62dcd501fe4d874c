"""A timer that notes how long the event loop was away between two ticks.

By the clock, and by what the window's own thread did meanwhile: the second figure does not depend
on what else the computer is busy with. tests/benchmarks/window_run.py shares this.
"""

import gc
import time

import psutil
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


def watch_drop(window, drop, files, name, until):
    """Watch a drop until all is judged; `until` turns the event loop until something holds."""
    before = _resident()
    watch, progress = Watch(), lambda: window.session.progress
    drop()
    until(lambda: progress().done > 0)
    first, then = watch.seconds, _resident(collect=False)
    until(lambda: bool(progress().ended))
    watch.stop()
    now = _resident()
    print(watch.words(name, files, first))  # noqa: T201  figures for -s
    print(  # noqa: T201  as above
        f"resident memory: {(now - before) / files / 1000:.1f} kB more a creative,"
        f" {(now - then) / files / 1000:.1f} kB without what the first one brought"
    )
    assert progress().done == files
    assert window.session.rows.rowCount() == files
    assert len(window.session.rows.reports()) == files
    return watch


def _resident(*, collect=True):
    if collect:
        gc.collect()
    return psutil.Process().memory_info().rss


def _spread(gaps):
    gaps = sorted(gaps) or [0.0]
    p50, p99 = gaps[len(gaps) // 2], gaps[int(len(gaps) * 0.99)]
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, worst {gaps[-1]:.1f} ms"
