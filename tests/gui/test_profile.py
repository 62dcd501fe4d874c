"""Somebody has a profile that is wrong, or none, or several."""

from pathlib import Path

from fakes import PROFILE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from brandguard.model.errors import ProfileError, ProfileProblem
from brandguard.model.profile import Profile

WRONG = ProfileError(
    "/brand/_brand.yml",
    (
        ProfileProblem(3, "color.palette.red", "is no colour: write #RRGGBB"),
        ProfileProblem(9, "defaults.brandguard.colours", "is unknown; did you mean colors?"),
        ProfileProblem(None, "meta", "is missing"),
    ),
)


def test_every_error_of_a_profile_is_shown_with_its_line(window, creatives, script, qtbot):
    script.profile_error = WRONG
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.phase == "invalid")
    lines = [line.strip() for line in window.invalid.list.toPlainText().split("\n")]
    assert [line for line in lines if line] == [
        "Line 3  ·  color.palette.red",
        "is no colour: write #RRGGBB",
        "Line 9  ·  defaults.brandguard.colours",
        "is unknown; did you mean colors?",
        "meta",
        "is missing",
    ]
    assert window.invalid.isVisible()
    assert "/brand/_brand.yml" in window.invalid.text.text()
    assert script.runs == []


def test_a_mended_profile_is_read_again_and_what_waited_is_checked(
    window, creatives, script, qtbot
):
    script.profile_error = WRONG
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.phase == "invalid")
    script.profile_error = None
    again = next(b for b in window.invalid.findChildren(QPushButton) if "again" in b.text())
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    assert window.panes.isVisible()


def test_without_a_profile_the_window_explains_and_offers_one(window, creatives, script, qtbot):
    script.profile = None
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.phase == "no_profile")
    assert window.no_profile.isVisible()
    assert "_brand.yml" in window.no_profile.text.text()
    window.dialogs.profile = lambda: Path("/brand/_brand.yml")
    qtbot.mouseClick(window.no_profile.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")


def test_another_profile_judges_everything_again(checked, script, qtbot):
    script.profile = Profile("Nordlys", "/nordlys/_brand.yml")
    checked.session.open_profile(Path("/nordlys/_brand.yml"))
    qtbot.waitUntil(lambda: len(script.runs) == 2)
    assert script.runs[1][1].name == "Nordlys"
    assert len(script.runs[1][0]) == 4
    assert checked.profile_button.accessibleName() == "Profile: Nordlys"


def test_a_profile_that_fails_to_open_leaves_the_results_there(checked, script, qtbot):
    script.profile_error = WRONG
    checked.session.open_profile(Path("/other/_brand.yml"))
    qtbot.waitUntil(lambda: checked.session.phase == "invalid")
    assert checked.session.rows.rowCount() == 4
    script.profile_error = None
    checked.session.open_profile(Path("/brand/_brand.yml"))
    qtbot.waitUntil(lambda: checked.session.phase == "workspace")


def test_profiles_that_were_used_are_offered_again(window, memory, tmp_path, script, qtbot):
    file = tmp_path / "Nordlys" / "_brand.yml"
    file.parent.mkdir()
    file.write_text("meta: {name: Nordlys}")
    script.profile = Profile("Nordlys", str(file))
    window.session.open_profile(file)
    qtbot.waitUntil(lambda: memory.recent_profiles() == (file,))
    window.profile_button.fill()
    texts = [action.text() for action in window.profile_button.menu().actions()]
    assert any("_brand.yml" in text and "Nordlys" in text for text in texts)


def test_the_name_of_a_profile_stays_text(window, script, qtbot):
    script.profile = Profile("<b>A & B</b>", "/brand/_brand.yml")
    window.session.open_profile(Path("/brand/_brand.yml"))
    qtbot.waitUntil(lambda: window.session.profile is not None)
    assert "<b>A && B</b>" in window.profile_button.text()
    assert PROFILE.name not in window.profile_button.text()
