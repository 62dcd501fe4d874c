"""Somebody exports the report."""

from fakes import PROFILE

from brandguard.model.errors import OutputError


def test_export_writes_what_is_judged_to_the_chosen_file(checked, script, tmp_path, qtbot):
    target = tmp_path / "report.html"
    checked.dialogs.save_html = lambda: target
    checked.export.trigger()
    qtbot.waitUntil(lambda: "Report written" in checked.toast.text())
    assert target.read_text().startswith("<!doctype html>")
    reports, profile, path, language = script.exported[0]
    assert [r.path for r in reports] == [
        checked.session.rows.at(i).path for i in range(checked.session.rows.rowCount())
    ]
    assert (profile, path, language) == (PROFILE, target, "en")


def test_a_file_that_cannot_be_written_is_told_in_plain_words(checked, script, tmp_path, qtbot):
    script.export_error = OutputError("/full/report.html: no space left; the old file is untouched")
    checked.dialogs.save_html = lambda: tmp_path / "report.html"
    checked.export.trigger()
    qtbot.waitUntil(lambda: bool(checked.dialogs.told))
    assert "no space left" in str(checked.dialogs.told[0])
    assert checked.export.isEnabled()


def test_nothing_to_export_nothing_offered(window):
    assert not window.export.isEnabled()


def test_thinking_better_of_it_writes_nothing(checked, script):
    checked.dialogs.save_html = lambda: None
    checked.export.trigger()
    assert script.exported == []
