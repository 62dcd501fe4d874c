"""1,000 creatives are dropped; a timer of 5 ms watches the event loop. Figures with -s."""

import gc
import tracemalloc
from dataclasses import replace

from crowd import crowd
from fakes import FEATURES, judged, page
from PySide6.QtCore import QUrl
from test_drop import drop
from watching import Watch, watch_drop

from brandguard.gui.app import make_app
from brandguard.gui.backend import real
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.session import Session
from brandguard.gui.task import end_all

FILES = 1_000
READ_BY_THE_ENGINE = 200
MOST_BYTES = 150_000
"""Of memory for each creative that is open."""


def run(window, folder, files, qtbot, name):
    watch = watch_drop(
        window,
        lambda: drop(window, [QUrl.fromLocalFile(str(folder))]),
        files,
        name,
        lambda condition: qtbot.waitUntil(condition, timeout=240_000),
    )
    assert watch.ticks > 0


def fill(folder, files):
    folder.mkdir(parents=True)
    for i in range(files):
        (folder / f"creative-{i:04}.png").write_bytes(b"x")
    return folder


def test_1000_files_arrive_from_the_fake_engine(window, tmp_path, qtbot):
    run(window, fill(tmp_path / "many", FILES), FILES, qtbot, "fake engine")


def test_the_report_is_open_while_1000_files_arrive(window, creatives, tmp_path, qtbot):
    window.session.add(creatives[:1])
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")
    window.session.clear()
    window.session.add(creatives[:1])
    window.views.show_view("report")
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")
    folder = fill(tmp_path / "many", FILES)
    watch = Watch()
    window.session.add([str(folder)])
    qtbot.waitUntil(lambda: window.session.progress.ended == "1,000 checked", timeout=120_000)
    watch.stop()
    print(watch.words("with the report open", FILES, 0.0))  # noqa: T201  figures for -s
    qtbot.waitUntil(lambda: window.report.figures.creatives == FILES + 1)


def test_a_creative_that_is_open_takes_little_memory(window, script, tmp_path, qtbot):
    """Each with two pages of text and a picture of its own, as the engine hands them over."""
    letters = "Scopri la luce di ogni giorno, con calma. " * 50

    def fresh(path):
        number = int(path[-8:-4])
        pages = tuple(
            replace(page(p, text=f"{letters}{number}"), thumbnail=page(p).thumbnail + "A" * number)
            for p in (1, 2)
        )
        return replace(judged(path), page_views=pages)

    folder = fill(tmp_path / "many", FILES)
    script.reports = {f"creative-{i:04}.png": fresh for i in range(FILES)}
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    window.session.add([str(folder)])
    qtbot.waitUntil(lambda: bool(window.session.progress.ended), timeout=240_000)
    gc.collect()
    each = (tracemalloc.get_traced_memory()[0] - before) / FILES
    tracemalloc.stop()
    print(f"\nmemory: {each / 1000:.1f} kB a creative, of Python's own")  # noqa: T201  as above
    assert FEATURES is window.session.rows.entries()[0].features
    assert each < MOST_BYTES


def test_files_arrive_from_the_real_engine(qtbot, memory, tmp_path):
    """Pictures and posts; 1,000 of them: tests/benchmarks/window_run.py."""
    make_app()
    folder = crowd(tmp_path, READ_BY_THE_ENGINE)
    backend = real()
    session = Session(backend)
    window = MainWindow(session, memory)
    qtbot.addWidget(window)
    window.show()
    try:
        run(window, folder, READ_BY_THE_ENGINE, qtbot, "real engine, cold")
        session.clear()
        session.profile = None
        run(window, folder, READ_BY_THE_ENGINE, qtbot, "real engine, warm")
    finally:
        session.close()
        backend.close()
        session.wait()
        end_all()
