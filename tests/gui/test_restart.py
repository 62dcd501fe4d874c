"""Somebody closes the window, or it crashes, and finds everything where it was."""

import json

import pytest
from fakes import backend
from hypothesis import given
from hypothesis import strategies as st

from brandguard.gui.keeper import Keeper
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.session import Session
from brandguard.gui.sessionfile import Opened, load, save


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "session.json"


@given(
    st.builds(
        Opened,
        paths=st.lists(st.text()).map(tuple),
        removed=st.lists(st.text()).map(tuple),
        profile=st.none() | st.text(min_size=1),
        current=st.none() | st.text(min_size=1),
        page=st.integers(1, 999),
        zoom=st.none() | st.floats(0.01, 64),
    )
)
def test_what_is_kept_comes_back(tmp_path_factory, opened):
    path = tmp_path_factory.mktemp("kept") / "session.json"
    assert save(path, opened)
    assert load(path) == opened


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"paths": 3}', '{"page": "x"}', '{"zoom": []}', "\x00"]
)
def test_a_damaged_file_is_as_good_as_none(file, text):
    file.parent.mkdir()
    file.write_text(text)
    assert load(file) == Opened()
    assert load(file.parent / "missing.json") == Opened()


def test_a_folder_that_cannot_be_written_is_no_crash(tmp_path):
    (tmp_path / "state").write_text("a file where a folder should be")
    assert not save(tmp_path / "state" / "session.json", Opened(("a.png",)))


def second_window(qtbot, script, memory, file):
    session = Session(backend(script))
    window = MainWindow(session, memory)
    qtbot.addWidget(window)
    window.show()
    keeper = Keeper(window, file)
    keeper.restore()
    return window


def test_creatives_profile_selection_page_and_zoom_come_back(checked, qtbot, script, memory, file):
    Keeper(checked, file)
    checked.session.select_path(checked.session.order()[2])
    checked.session.turn_to(2)
    checked.preview.canvas.zoom_to(1.5)
    name = checked.session.current.name
    checked.close()
    again = second_window(qtbot, script, memory, file)
    qtbot.waitUntil(lambda: again.session.progress.ended == "4 checked")
    assert again.session.current.name == name
    assert again.session.page == 2
    assert again.preview.canvas.zoom == pytest.approx(1.5)
    assert again.session.profile.name == "Luma"
    again.session.close()
    again.session.wait()


def test_it_is_written_while_the_window_is_open_so_that_a_crash_loses_nothing(
    window, creatives, qtbot, file
):
    Keeper(window, file)
    window.session.add(creatives)
    qtbot.waitUntil(file.exists, timeout=5000)
    qtbot.waitUntil(lambda: len(json.loads(file.read_text())["paths"]) == 4, timeout=5000)


def test_an_empty_session_opens_the_welcome_page(qtbot, script, memory, file):
    window = second_window(qtbot, script, memory, file)
    assert window.session.phase == "welcome"
    assert script.runs == []


def test_what_was_taken_out_stays_out_after_a_restart(checked, qtbot, script, memory, file):
    Keeper(checked, file)
    checked.session.remove(checked.session.order()[0])
    checked.close()
    again = second_window(qtbot, script, memory, file)
    qtbot.waitUntil(lambda: bool(again.session.progress.ended))
    names = [entry.name for entry in again.session.rows.entries()]
    assert "banner.png" not in names
    assert len(names) == 3
    again.session.close()
    again.session.wait()
