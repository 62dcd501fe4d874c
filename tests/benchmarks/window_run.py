"""How the window feels while 1,000 creatives are checked, by the real engine: cold, then warm.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/window_run.py [NUMBER]

A timer of 5 ms watches the event loop. «Own work» is processor time of the window's thread between
two ticks: unlike the gaps it does not depend on what else the computer does. To be met on a quiet
machine: gaps of 50 ms at p99 and 200 ms at worst, the first verdict within 3 s of a warm start, 150
kB of resident memory a creative. The store of measurements lies in a folder of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "gui"))

from crowd import crowd
from PySide6.QtCore import QSettings, QUrl
from test_drop import drop
from watching import watch_drop

from brandguard.gui.app import make_app
from brandguard.gui.backend import real
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.memory import Memory
from brandguard.gui.session import Session
from brandguard.gui.task import end_all

REST_S = 2.0
"""For what comes after a run: comparing, keeping the session."""


def until(condition, patience_s=600.0):
    """Turn the event loop as the program does, until something holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, look, begun = QEventLoop(), QTimer(), time.perf_counter()
    look.timeout.connect(lambda: condition() and loop.quit())
    look.start(10)
    QTimer.singleShot(int(patience_s * 1000), loop, loop.quit)
    loop.exec()
    assert time.perf_counter() - begun < patience_s


def main(files: int) -> None:
    """Drop the same folder three times into one window, closed in between."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"HOME": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home})
        os.environ.update({"XDG_DATA_HOME": home, "XDG_STATE_HOME": home})
        brand = Path(home) / "brand"
        brand.mkdir()
        folder = crowd(brand, files)
        make_app()
        backend = real()
        session = Session(backend)
        settings = QSettings(str(Path(home) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(session, Memory(settings))
        window.resize(1200, 800)
        window.show()
        try:
            for name in ("cold", "warm", "warm again"):
                urls = [QUrl.fromLocalFile(str(folder))]
                watch_drop(window, lambda: drop(window, urls), files, name, until)  # noqa: B023  called at once
                begun = time.perf_counter()
                until(lambda: time.perf_counter() - begun > REST_S)  # noqa: B023  as above
                session.clear()
                session.profile = None
        finally:
            session.close()
            backend.close()
            session.wait()
            end_all()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
