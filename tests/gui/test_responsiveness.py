"""200 creatives are dropped; a timer of 5 ms watches the event loop. Figures with -s."""

import time

from PySide6.QtCore import Qt, QTimer, QUrl
from test_drop import drop

from brandguard.gui.backend import real
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.session import Session
from brandguard.gui.task import end_all

FILES = 200


class Watch:
    """Notes how long the event loop was away between two ticks."""

    def __init__(self):
        self.gaps_ms = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self):
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now

    def stop(self):
        self._timer.stop()

    def words(self, name, seconds):
        gaps = sorted(self.gaps_ms)
        return (
            f"\n{name}: {FILES} files in {seconds:.2f} s, {len(gaps)} ticks, gap p50"
            f" {gaps[len(gaps) // 2]:.1f} ms, p99 {gaps[int(len(gaps) * 0.99)]:.1f} ms,"
            f" worst {gaps[-1]:.1f} ms"
        )


def run(window, folder, qtbot, name):
    watch = Watch()
    started = time.perf_counter()
    drop(window, [QUrl.fromLocalFile(str(folder))])
    qtbot.waitUntil(lambda: bool(window.session.progress.ended), timeout=60_000)
    watch.stop()
    print(watch.words(name, time.perf_counter() - started))  # noqa: T201  figures for -s
    assert window.session.progress.done == FILES
    assert window.session.rows.rowCount() == FILES
    assert len(window.session.rows.reports()) == FILES


def test_200_files_arrive_from_the_fake_engine(window, tmp_path, qtbot):
    folder = tmp_path / "many"
    folder.mkdir()
    for i in range(FILES):
        (folder / f"creative-{i:03}.png").write_bytes(b"x")
    run(window, folder, qtbot, "fake engine")


def test_200_files_arrive_from_the_real_engine(qtbot, memory, tmp_path):
    folder = tmp_path / "brand" / "online"
    folder.mkdir(parents=True)
    profile = "meta: {name: Luma}\ncolor: {palette: {sun: '#F2B441'}}\n"
    (tmp_path / "brand" / "_brand.yml").write_text(profile)
    for i in range(FILES):
        text = f"Scopri la luce numero {i}. Contattaci oggi e passa in negozio!"
        (folder / f"post-{i:03}.txt").write_text(text)
    backend = real()
    session = Session(backend)
    window = MainWindow(session, memory)
    qtbot.addWidget(window)
    window.show()
    try:
        run(window, folder, qtbot, "real engine")
    finally:
        session.close()
        backend.close()
        session.wait()
        end_all()
