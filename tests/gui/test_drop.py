"""Somebody drops files and folders on the window."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMimeData, QPointF, Qt, QUrl, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication


def entering(at, mime):
    where = at if QLibraryInfo.version() >= QVersionNumber(6, 12) else at.toPoint()
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    return QDragEnterEvent(where, Qt.DropAction.CopyAction, mime, button, keys)


def drop(widget, urls):
    mime = QMimeData()
    mime.setUrls(urls)
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    at = QPointF(widget.rect().center())
    enter = entering(at, mime)
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(at, action, mime, button, keys.NoModifier)
    QApplication.sendEvent(widget, event)
    return enter.isAccepted(), event.isAccepted()


def files(*paths):
    return [QUrl.fromLocalFile(str(path)) for path in paths]


def names(window):
    rows = window.session.rows
    return [rows.at(i).name for i in range(rows.rowCount())]


def test_dropped_files_are_judged_and_the_first_is_shown(window, creatives, qtbot):
    assert drop(window, files(*creatives)) == (True, True)
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    assert names(window) == ["banner.png", "broken.png", "flyer.pdf", "post.txt"]
    assert window.session.current.name == "banner.png"
    assert window.panes.isVisible()


def test_a_folder_is_walked(window, creatives, script, qtbot):
    folder = Path(creatives[0]).parent
    drop(window, files(folder))
    qtbot.waitUntil(lambda: window.session.rows.rowCount() == 4)
    assert script.runs[0][0] == (str(folder),)


def test_what_is_dropped_twice_is_there_once_and_the_user_is_told(checked, creatives, qtbot):
    drop(checked, files(*creatives[:2]))
    qtbot.waitUntil(lambda: "already open" in checked.toast.text())
    assert checked.toast.text() == "0 added, 2 skipped (2 already open)"
    assert len(names(checked)) == 4


def test_the_same_bytes_in_the_same_campaign_are_one_creative(window, creatives, script, qtbot):
    from fakes import judged

    for name in ("banner.png", "flyer.pdf"):
        script.reports[name] = lambda path: judged(path, sha256="one and the same")
    window.session.add(creatives)
    qtbot.waitUntil(lambda: bool(window.session.progress.ended))
    assert names(window) == ["banner.png", "broken.png", "post.txt"]
    assert "1 skipped: the same creative is already open" in window.toast.text()


def test_a_path_that_is_gone_is_named(window, creatives, tmp_path, qtbot):
    drop(window, files(creatives[0], tmp_path / "gone.png"))
    qtbot.waitUntil(lambda: "not found" in window.toast.text())
    assert "gone.png" in window.toast.text()
    qtbot.waitUntil(lambda: names(window) == ["banner.png"])


def test_what_lies_on_another_machine_is_named_and_the_rest_is_taken(window, creatives, qtbot):
    drop(window, [QUrl("https://example.org/banner.png"), *files(creatives[0])])
    assert "Download first: https://example.org/banner.png" in window.toast.text()
    qtbot.waitUntil(lambda: names(window) == ["banner.png"])


def test_the_drop_zone_answers_to_what_is_held_over_it(window):
    mime = QMimeData()
    mime.setUrls(files("/tmp"))
    point = QPointF(window.rect().center())
    QApplication.sendEvent(window, entering(point, mime))
    assert window.welcome.held
    window.welcome.hold(held=False)
    assert not window.welcome.held


def test_more_can_be_dropped_while_a_run_is_under_way(window, creatives, script, qtbot):
    script.hold_after = 1
    window.session.add(creatives[:2])
    qtbot.waitUntil(lambda: window.session.progress.done == 1)
    window.session.add(creatives[2:])
    qtbot.waitUntil(lambda: window.session.open_paths == 4)
    script.go_on.set()
    qtbot.waitUntil(lambda: len(script.runs) == 2 and not window.session.progress.running)
    assert len(names(window)) == 4


def test_files_that_are_no_creatives_are_counted_by_kind(window, creatives, script, qtbot):
    script.left_out = {"hidden": 2, "own": 1}
    window.session.add(creatives)
    qtbot.waitUntil(lambda: "Left out" in window.toast.text())
    said = window.toast.text()
    assert said.startswith("4 creatives. Left out: 2 hidden files, 1 file of BrandGuard itself")
