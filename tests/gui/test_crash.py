"""Something breaks that nobody foresaw."""

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from brandguard.gui.crash import CrashHook, start_log
from brandguard.model.errors import UsageError
from brandguard.settings import log_folder


@pytest.fixture
def hooks():
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


@pytest.mark.usefixtures("hooks")
def test_an_error_in_a_thread_is_told_in_the_window(window, qtbot):
    CrashHook(window.dialogs.tell, window).install()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(window.dialogs.told))
    assert isinstance(window.dialogs.told[0], ZeroDivisionError)


def test_it_is_told_in_plain_words_with_details_to_copy(window):
    try:
        _ = {}["no such key"]
    except KeyError as error:
        window.dialogs.tell(error)
    box = window.findChild(QMessageBox)
    assert "Your files are untouched" in box.text()
    assert str(log_folder()) in box.informativeText()
    copy = next(b for b in box.findChildren(QPushButton) if b.text() == "Copy details")
    copy.click()
    assert "Traceback" in QGuiApplication.clipboard().text()
    assert box.isVisible()
    box.close()


def test_what_the_user_can_mend_is_said_without_a_traceback(window):
    window.dialogs.tell(UsageError("spring: there is no such file or folder"))
    box = window.findChild(QMessageBox)
    assert box.text() == "spring: there is no such file or folder"
    assert not box.detailedText()
    box.close()


def test_the_log_is_written_to_its_folder():
    import logging

    root = logging.getLogger("brandguard")
    before = list(root.handlers), root.level
    start_log()
    try:
        logging.getLogger("brandguard.gui").info("hello")
        assert "hello" in (log_folder() / "window.log").read_text()
    finally:
        for handler in root.handlers[len(before[0]) :]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(before[1])
