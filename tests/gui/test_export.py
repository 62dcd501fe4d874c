"""Somebody exports the report."""

import pytest
from fakes import PROFILE, judged, unreadable

from brandguard.gui.backend import real
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


def test_the_real_export_is_a_page_with_every_creative(tmp_path):
    target = tmp_path / "report.html"
    real().export_html([judged("flyer.pdf"), unreadable("broken.png")], PROFILE, target, "en")
    page = target.read_text(encoding="utf-8")
    assert "flyer.pdf" in page
    assert "broken.png" in page
    assert "Luma" in page


def test_the_real_export_says_where_it_could_not_write(tmp_path):
    with pytest.raises(OutputError, match="nowhere"):
        real().export_html([], PROFILE, tmp_path / "nowhere" / "report.html", "en")
