"""Somebody opens, drops or double-clicks a brand profile: it is the profile, not a creative."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from test_drop import drop

from brandguard.model.errors import ProfileError, ProfileProblem


@pytest.fixture
def brand(tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text("meta: {name: Luma}\n", encoding="utf-8")
    return str(file)


def loaded(script):
    """Note which profiles are read."""
    read, plain = [], script.load_profile

    def load(path):
        read.append(str(path))
        return plain(path)

    script.load_profile = load
    return read


def test_alone_it_is_opened_as_the_profile(window, brand, script, qtbot):
    read = loaded(script)
    window.open_paths([brand])
    qtbot.waitUntil(lambda: window.session.profile is not None)
    assert read == [brand]
    assert window.session.open_paths == 0
    assert script.runs == []
    qtbot.waitUntil(lambda: "_brand.yml" in window.toast.text())


def test_dropped_with_creatives_it_judges_them(window, brand, creatives, script, qtbot):
    read = loaded(script)
    drop(window, [QUrl.fromLocalFile(path) for path in (*creatives, brand)])
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    assert read == [brand]
    assert [paths for paths, _ in script.runs] == [tuple(creatives)]
    assert brand not in window.session.rows.paths()


def test_what_is_open_is_judged_by_it(checked, brand, creatives, script, qtbot):
    read = loaded(script)
    more = Path(brand).with_name("more.png")
    more.write_bytes(b"more")
    checked.session.add([brand, str(more)])
    qtbot.waitUntil(lambda: len(script.runs) == 2 and not checked.session.progress.running)
    assert read[-1] == brand
    assert script.runs[-1][0] == (*creatives, str(more))
    assert checked.session.rows.rowCount() == 5


def test_of_two_the_first_is_taken_and_the_other_named(window, brand, script, qtbot):
    read = loaded(script)
    other = Path(brand).with_name("other.yml")
    other.write_text("meta: {name: Other}\ncolor: {palette: {red: '#FF0000'}}\n", encoding="utf-8")
    window.session.add([brand, str(other)])
    qtbot.waitUntil(lambda: bool(window.toast.text()))
    assert read == [brand]
    assert "1 further profile not used" in window.toast.text()


def test_one_with_errors_is_told_and_keeps_the_creatives_waiting(
    window, brand, creatives, script, qtbot
):
    script.profile_error = ProfileError(brand, (ProfileProblem(3, "color", "is no colour"),))
    window.session.add([*creatives, brand])
    qtbot.waitUntil(window.invalid.isVisible)
    script.profile_error = None
    window.session.check_again()
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")


def test_a_profile_that_was_named_goes_before_one_among_the_creatives(
    window, brand, creatives, script, qtbot
):
    read = loaded(script)
    window.session.add_with_profile([*creatives, brand], Path("/chosen/_brand.yml"))
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    assert read == ["/chosen/_brand.yml"]
    assert script.runs[0][0] == tuple(creatives)
