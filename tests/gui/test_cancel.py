"""Somebody stops a run."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_escape_stops_at_once_and_keeps_what_is_judged(window, creatives, script, qtbot):
    script.hold_after = 2
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.status.words.text() == "2 of 4 · flyer.pdf")
    assert window.session.rows.rowCount() == 4
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.session.progress.running
    assert window.status.words.text().startswith("Stopped: 2 kept, 2 not checked")
    assert window.session.rows.rowCount() == 2
    assert window.status.cancel.isHidden()
    script.go_on.set()
    assert script.closed.wait(5)
    qtbot.wait(50)
    assert window.session.rows.rowCount() == 2


def test_the_button_cancels_too(window, creatives, script, qtbot):
    script.hold_after = 1
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.done == 1)
    qtbot.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
    assert window.session.progress.ended.startswith("Stopped: 1 kept")


def test_check_again_goes_on_after_a_cancel(window, creatives, script, qtbot):
    script.hold_after = 1
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.done == 1)
    window.session.cancel()
    script.go_on.set()
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    assert window.session.rows.rowCount() == 4


def test_check_again_lets_go_of_what_is_no_longer_there(checked, creatives, qtbot):
    from pathlib import Path

    session = checked.session
    session.clear()
    folder = Path(creatives[0]).parent
    session.add([str(folder)])
    qtbot.waitUntil(lambda: session.rows.rowCount() == 4)
    Path(creatives[1]).unlink()
    session.check_again()
    qtbot.waitUntil(lambda: session.rows.rowCount() == 3)
    assert session.counts == {"fail": 3, "warn": 2, "note": 2}


def test_results_can_be_looked_at_while_others_are_measured(window, creatives, script, qtbot):
    script.hold_after = 2
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.done == 2)
    qtbot.waitUntil(lambda: window.session.rows.rowCount() == 4)
    window.session.select(1)
    assert window.session.current.name == "flyer.pdf"
    assert len(window.findings.cards) == 3


def test_a_run_that_breaks_keeps_its_results_and_tells_why(window, creatives, script, qtbot):
    script.hold_after = 1
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.done == 1)
    script.error = ValueError("the engine stumbled")
    script.go_on.set()
    qtbot.waitUntil(lambda: bool(window.dialogs.told))
    assert str(window.dialogs.told[0]) == "the engine stumbled"
    assert window.session.rows.rowCount() == 1
    assert window.status.words.text() == "The run ended early: 1 kept."
