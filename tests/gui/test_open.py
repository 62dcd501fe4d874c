"""Somebody pastes, takes out, and opens files while the window runs already."""

from pathlib import Path

import pytest
from fakes import picture
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from brandguard.gui import bringing
from brandguard.gui.clipboard import pasted
from brandguard.gui.oneinstance import Listener, hand_over


class Board:
    def __init__(self, data):
        self._data = data

    def mimeData(self):  # noqa: N802  as Qt calls it
        return self._data


pytestmark = pytest.mark.usefixtures("qapp")


def test_a_pasted_picture_becomes_a_file(tmp_path):
    data = QMimeData()
    data.setImageData(picture())
    (path,) = pasted(Board(data), tmp_path / "pasted")
    assert path.endswith(".png")
    assert Path(path).read_bytes().startswith(b"\x89PNG")
    (other,) = pasted(Board(data), tmp_path / "pasted")
    assert other != path


def test_a_pasted_text_becomes_a_file(tmp_path):
    data = QMimeData()
    data.setText("Scopri l'offerta: −20 %")
    (path,) = pasted(Board(data), tmp_path)
    assert Path(path).read_text(encoding="utf-8") == "Scopri l'offerta: −20 %"


def test_pasted_files_are_taken_as_they_are(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    data.setText("file:///a.png")
    assert pasted(Board(data), tmp_path) == [str(tmp_path / "a.png")]


def test_nothing_to_paste_is_said(window):
    QGuiApplication.clipboard().clear()
    window.paste.trigger()
    assert "no picture" in window.toast.text()


def test_paste_checks_what_was_pasted(window, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(bringing, "pasted_folder", lambda: tmp_path)
    QGuiApplication.clipboard().setText("Scopri la luce")
    window.paste.trigger()
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")


def test_a_creative_is_taken_out_and_brought_back(checked):
    session = checked.session
    name = session.current.name
    counts = dict(session.counts)
    checked.remove.trigger()
    assert name not in [entry.name for entry in session.rows.entries()]
    assert session.current is not None
    assert session.counts["fail"] == counts["fail"] - 1
    assert checked.undo.text() == f"Undo remove {name}"
    checked.undo.trigger()
    assert name in [entry.name for entry in session.rows.entries()]
    assert session.counts == counts


def test_what_was_taken_out_does_not_come_back_with_the_next_check(checked, qtbot, script):
    session = checked.session
    path, runs = session.current.path, len(script.runs)
    session.remove(path)
    session.check_again()
    qtbot.waitUntil(lambda: len(script.runs) > runs and not session.progress.running)
    assert session.rows.get(path) is None


def test_a_second_start_hands_its_paths_to_the_window_that_runs(window, creatives, qtbot):
    name = f"brandguard-test-{id(window)}"
    assert not hand_over(creatives, name)
    listener = Listener(name)
    listener.opened.connect(window.open_paths)
    with qtbot.waitSignal(listener.opened):
        assert hand_over(creatives, name)
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    listener.close()


def test_a_socket_left_by_a_crash_does_not_keep_the_window_alone(qtbot):
    name = "brandguard-test-crash"
    first, second = Listener(name), Listener(name)
    with qtbot.waitSignal(second.opened):
        assert hand_over(["/tmp"], name)
    first.close()
    second.close()


def test_without_a_profile_one_can_be_learned_from_examples(window, creatives, script, qtbot):
    script.profile = None
    window.session.add(creatives)
    qtbot.waitUntil(window.no_profile.isVisible)
    qtbot.mouseClick(window.no_profile.learn_button, Qt.MouseButton.LeftButton)
    assert window.views.shown.name == "profile"
    assert window.profile_view.isVisible()
