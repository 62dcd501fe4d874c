"""Somebody sees that a creative was taken for the wrong medium, and corrects it."""

import pytest
from fakes import PROFILE

from brandguard.gui.backend import real
from brandguard.model.errors import OutputError, ProfileError


def choose(window, channel, medium):
    window.preview.place.fill()
    menus = {a.text(): a.menu() for a in window.preview.place.choices.actions()}
    next(a for a in menus[channel].actions() if a.text() == medium).trigger()


def test_the_button_says_where_it_runs_and_how_that_is_known(checked):
    button = checked.preview.place
    assert button.text() == "Offline · poster ▾"
    assert "Click to correct" in button.toolTip()


def test_a_correction_is_judged_and_can_be_undone(checked, qtbot, script):
    choose(checked, "Online", "banner")
    qtbot.waitUntil(lambda: checked.session.current.report.medium == "banner")
    assert checked.preview.place.text() == "Online · banner ▾"
    assert len(script.placed) == 1
    checked.undo.trigger()
    qtbot.waitUntil(lambda: checked.session.current.report.medium == "poster")
    checked.redo.trigger()
    qtbot.waitUntil(lambda: checked.session.current.report.medium == "banner")


def test_what_cannot_be_written_is_told_and_changes_nothing(checked, qtbot, script):
    script.place_error = OutputError("campaign.yml: no space left")
    with qtbot.waitSignal(checked.session.failed):
        choose(checked, "Online", "banner")
    assert checked.session.deeds.count() == 0
    assert checked.session.current.report.medium == "poster"


@pytest.fixture
def flyer(tmp_path):
    folder = tmp_path / "spring" / "offline"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Ciao")
    return folder / "a.txt"


def test_the_file_is_written_beside_the_channel_folders_and_taken_away_again(flyer):
    file = flyer.parent.parent / "campaign.yml"
    undo = real().place(str(flyer), "offline", "radio")
    assert "radio" in file.read_text()
    assert "offline/a.txt" in file.read_text()
    undo()
    assert not file.exists()


def test_a_file_that_is_there_keeps_its_comments_and_comes_back_as_it_was(flyer):
    file = flyer.parent.parent / "campaign.yml"
    file.write_text("# ours\nname: Spring\n")
    undo = real().place(str(flyer), None, "radio")
    assert file.read_text().startswith("# ours")
    undo()
    assert file.read_text() == "# ours\nname: Spring\n"


def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(flyer):
    file = flyer.parent.parent / "campaign.yml"
    undo = real().place(str(flyer), "offline", "radio")
    file.write_text("name: Other\n")
    with pytest.raises(OutputError, match="has changed since"):
        undo()
    assert file.read_text() == "name: Other\n"


def test_a_broken_file_is_told_and_left_alone(flyer):
    file = flyer.parent.parent / "campaign.yml"
    file.write_text("name: [")
    with pytest.raises(ProfileError):
        real().place(str(flyer), "offline", "radio")
    assert file.read_text() == "name: ["


def test_the_place_counts_when_the_window_judges_again(flyer):
    backend = real()
    judge = backend.judge(PROFILE)
    from fakes import FEATURES

    assert judge(str(flyer), FEATURES).medium == "other"
    backend.place(str(flyer), "offline", "radio")
    assert backend.judge(PROFILE)(str(flyer), FEATURES).medium == "radio"
