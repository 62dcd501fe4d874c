"""1,000 creatives are dropped; a timer of 5 ms watches the event loop. Figures with -s."""

import gc
import tracemalloc
from dataclasses import replace

from fakes import FEATURES, judged, page
from PySide6.QtCore import QUrl
from test_drop import drop
from watching import Watch

from brandguard.gui.backend import real
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.session import Session
from brandguard.gui.task import end_all

FILES = 1_000
READ_BY_THE_ENGINE = 200
MOST_BYTES = 150_000
"""Of memory for each creative that is open."""


def run(window, folder, files, qtbot, name):
    watch = Watch()
    drop(window, [QUrl.fromLocalFile(str(folder))])
    qtbot.waitUntil(lambda: window.session.progress.done > 0, timeout=120_000)
    first = watch.seconds
    qtbot.waitUntil(lambda: bool(window.session.progress.ended), timeout=240_000)
    watch.stop()
    print(watch.words(name, files, first))  # noqa: T201  figures for -s
    assert window.session.progress.done == files
    assert window.session.rows.rowCount() == files
    assert len(window.session.rows.reports()) == files
    assert watch.ticks > 0
    return watch


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
    qtbot.waitUntil(lambda: window.session.progress.ended == "1000 checked", timeout=120_000)
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
    folder = tmp_path / "brand" / "online"
    folder.mkdir(parents=True)
    profile = "meta: {name: Luma}\ncolor: {palette: {sun: '#F2B441'}}\n"
    (tmp_path / "brand" / "_brand.yml").write_text(profile)
    for i in range(READ_BY_THE_ENGINE):
        text = f"Scopri la luce numero {i}. Contattaci oggi e passa in negozio!"
        (folder / f"post-{i:03}.txt").write_text(text)
    backend = real()
    session = Session(backend)
    window = MainWindow(session, memory)
    qtbot.addWidget(window)
    window.show()
    try:
        run(window, folder, READ_BY_THE_ENGINE, qtbot, "real engine, cold")
        window.session.clear()
        window.session.profile = None
        run(window, folder, READ_BY_THE_ENGINE, qtbot, "real engine, warm")
    finally:
        session.close()
        backend.close()
        session.wait()
        end_all()
