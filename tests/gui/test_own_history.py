"""The window keeps the scores of its own runs, by the same rules as the command line."""

from dataclasses import replace

import pytest
from fakes import judged

from brandguard.checks import BY_CODE
from brandguard.engine import Finished, Judged, Request
from brandguard.gui.runkeeping import NotKept, ToKeep, counted, keep
from brandguard.gui.upkeep import own_upkeep
from brandguard.history.trends import Wish, lines
from brandguard.history.where import where
from brandguard.interchange.brandyml import load_profile
from brandguard.model.errors import HistoryError, UsageError
from brandguard.model.report import Summary
from brandguard.settings import history_file


@pytest.fixture
def brand(tmp_path, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    file = tmp_path / "_brand.yml"
    file.write_text("meta: {name: Luma}\ncolor: {palette: {sun: '#F2B441'}}\n", encoding="utf-8")
    (tmp_path / "spring").mkdir()
    (tmp_path / "spring" / "post.txt").write_text("Scopri la luce.", encoding="utf-8")
    return load_profile(file, BY_CODE)


def walked(brand, path, *, creatives=1):
    """Give what is to be kept of a run, as the thread that walks it is told."""

    def events():
        for number in range(creatives):
            yield Judged(judged(f"{path}/{number}.txt"), number + 1, creatives, None)
        yield Finished(Summary(creatives=creatives), ())

    given = list(counted(events(), Request(paths=(str(path),)), brand))
    assert isinstance(given[-1], Finished)
    return [event for event in given if isinstance(event, (ToKeep, NotKept))]


def test_a_run_of_a_folder_is_kept_and_the_first_one_is_told(brand, tmp_path):
    (event,) = walked(brand, tmp_path / "spring", creatives=2)
    assert event.run.paths == ("spring",)
    assert event.run.parts[0].counts["creatives"] == 2
    assert keep(event) is True
    assert keep(event) is False
    kept = lines(where(str(history_file())), Wish(brand="Luma"))
    assert [len(line.points) for line in kept if line.kind == "run"] == [2]


def test_runs_that_nobody_could_repeat_are_not_kept(brand, tmp_path, monkeypatch):
    folder = tmp_path / "spring"
    assert walked(brand, folder / "post.txt") == []  # a single file
    assert walked(replace(brand, sha256="another"), folder) == []  # under edit
    assert walked(replace(brand, path=None), folder) == []
    assert walked(brand, folder, creatives=0) == []
    monkeypatch.setenv("CI", "true")
    assert walked(brand, folder) == []


def test_the_settings_and_the_environment_decide(brand, tmp_path, monkeypatch):
    folder, save = tmp_path / "spring", own_upkeep().save
    on = True
    save("no-history", on)
    assert walked(brand, folder) == []
    monkeypatch.setenv("BRANDGUARD_NO_HISTORY", "0")
    assert len(walked(brand, folder)) == 1
    monkeypatch.delenv("BRANDGUARD_NO_HISTORY")
    save("no-history", None)
    save("history", str(tmp_path / "scores.db"))
    (event,) = walked(brand, folder / "post.txt")  # a place that is named keeps every run
    assert keep(event) is False
    assert (tmp_path / "scores.db").is_file()


def test_a_place_that_cannot_be_does_not_fail_the_run(brand, tmp_path):
    own_upkeep().save("history", str(tmp_path / "gone" / "scores.db"))
    (event,) = walked(brand, tmp_path / "spring")
    assert isinstance(event, NotKept)
    assert isinstance(event.error, UsageError)


def test_what_the_user_asks_for_may_be_kept_and_a_restored_session_not(
    window, creatives, script, qtbot
):
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    opened = window.session.opened
    window.session.check_again()
    qtbot.waitUntil(lambda: len(script.wished_kept) == 2 and not window.session.progress.running)
    window.session.clear()
    window.session.restore(opened)
    qtbot.waitUntil(lambda: len(script.wished_kept) == 3)
    edited = replace(window.session.profile, languages=("it", "es"))  # to be measured anew
    qtbot.waitUntil(lambda: not window.session.progress.running)
    window.session.judge_by(edited)
    qtbot.waitUntil(lambda: len(script.wished_kept) == 4)
    assert script.wished_kept == [True, True, False, False]


def test_the_first_kept_run_is_told_and_trends_are_drawn_anew(window, creatives, script, qtbot):
    script.to_keep, script.first_kept = ToKeep(None, None), True
    with qtbot.waitSignal(window.session.scores.kept):
        window.session.add(creatives)
    assert script.kept == [script.to_keep]
    assert "The settings can switch that off" in window.toast.text()


def test_a_history_that_cannot_be_written_is_a_word_and_no_dialog(window, creatives, script, qtbot):
    script.to_keep = ToKeep(None, None)
    script.keep_error = HistoryError("the history /x: database is locked")
    window.session.add(creatives)
    qtbot.waitUntil(lambda: "database is locked" in window.toast.text())
    assert window.dialogs.told == []
    assert window.session.progress.ended == "4 checked"
