"""Somebody hands on a report: exports it, prints it."""

import dataclasses

import pytest
from fakes import FEATURES, PROFILE, judged, unreadable
from PySide6.QtCore import Qt

from brandguard.gui.dialogs import Dialogs
from brandguard.gui.exportdialog import ExportDialog
from brandguard.gui.reporting import Order, StoppedError, Way, forms, print_pages, write
from brandguard.model.errors import OutputError
from brandguard.model.report import Waived
from brandguard.writers import FOLDER_WRITERS, WRITERS

JUDGED = [(judged("flyer.pdf"), FEATURES), (unreadable("broken.png"), None)]


@pytest.fixture
def target(checked, tmp_path):
    """The file that the user chooses, as a web page in English."""
    path = tmp_path / "report.html"
    checked.dialogs.report = lambda _memory, language: Order("html", path, language)
    return path


def test_export_writes_what_is_judged_to_the_chosen_file(checked, script, target, qtbot):
    checked.export.trigger()
    qtbot.waitUntil(lambda: "Report written" in checked.toast.text())
    assert target.read_text().startswith("<!doctype html>")
    reports, profile, order = script.exported[0]
    assert [r.path for r in reports] == list(checked.session.rows.paths())
    assert (profile, order.path, order.language) == (PROFILE, target, "en")


@pytest.mark.usefixtures("target")
def test_a_file_that_cannot_be_written_is_told_in_plain_words(checked, script, qtbot):
    script.export_error = OutputError("/full/report.html: no space left; the old file is untouched")
    checked.export.trigger()
    qtbot.waitUntil(lambda: bool(checked.dialogs.told))
    assert "no space left" in str(checked.dialogs.told[0])
    assert checked.export.isEnabled()


def test_nothing_to_export_nothing_offered(window):
    assert not window.export.isEnabled()
    assert not window.print.isEnabled()


def test_thinking_better_of_it_writes_nothing(checked, script, qtbot):
    asked = []

    def think_better(*wish):
        asked.append(wish)

    checked.dialogs.report = think_better
    checked.export.trigger()
    qtbot.waitUntil(lambda: bool(asked))
    assert script.exported == []


def test_a_long_export_shows_how_far_it_is_and_can_be_stopped(checked, script, target, qtbot):
    target.write_text("older")
    script.hold_export = True
    checked.export.trigger()
    qtbot.waitUntil(checked.status.bar.isVisible)
    assert checked.status.words.text() == "Making the report…"
    assert not checked.export.isEnabled()
    qtbot.mouseClick(checked.status.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Nothing was written" in checked.toast.text())
    assert target.read_text() == "older"
    assert not checked.status.bar.isVisible()
    assert checked.export.isEnabled()
    assert checked.dialogs.told == []


def test_the_language_of_reports_is_the_settings_own(checked, script, target, qtbot):
    script.shared = dataclasses.replace(script.shared, language="it")
    checked.export.trigger()
    qtbot.waitUntil(lambda: bool(script.exported))
    assert script.exported[0][2].language == "it"
    assert target.exists()


def test_every_format_of_the_registers_is_offered_but_those_of_terminals(checked, memory, qtbot):
    dialog = ExportDialog(memory, "es", checked)
    qtbot.addWidget(dialog)
    names = {form.name for form in forms()}
    assert names == {w.name for w in (*WRITERS, *FOLDER_WRITERS)} - {"text", "concise"}
    assert dialog.list.count() == len(names)
    assert dialog.language.currentData() == "es"
    assert dialog.form.name == "html"


def test_the_format_that_was_used_last_is_offered_first(checked, memory, qtbot):
    memory.last_form = "xlsx"
    dialog = ExportDialog(memory, "en", checked)
    qtbot.addWidget(dialog)
    assert dialog.form.name == "xlsx"


def test_a_name_without_a_suffix_gets_its_own(checked, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    chosen = str(tmp_path / "report")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    form = next(form for form in forms() if form.name == "pdf")
    assert Dialogs(checked).place_for(form).name == "report.pdf"


def test_printing_draws_the_pages_and_asks_for_a_printer(checked, script, qtbot):
    checked.print_preview.trigger()
    qtbot.waitUntil(lambda: checked.errands.printing.dialog is not None)
    dialog = checked.errands.printing.dialog
    assert dialog.windowTitle() == "Print preview"
    assert script.exported[0][2] == "en"
    dialog.close()
    qtbot.waitUntil(lambda: checked.errands.printing.dialog is None)


def test_pages_are_laid_onto_paper(qapp, tmp_path):
    import pypdfium2
    from fakes import encoded, picture
    from PySide6.QtPrintSupport import QPrinter

    from brandguard.gui.printing import paint

    assert qapp is not None
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    paint(printer, (encoded(picture(), "JPEG"), encoded(picture("#B42318"), "JPEG")))
    paper = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    assert len(paper) == 2
    paper.close()


# The doors themselves


def made(form, path, **changes):
    order = Order(form, path, "en", **changes)
    write(JUDGED, PROFILE, order, Way())
    return path


def test_the_real_export_is_a_page_with_every_creative(tmp_path):
    page = made("html", tmp_path / "report.html").read_text(encoding="utf-8")
    assert "flyer.pdf" in page
    assert "broken.png" in page
    assert "Luma" in page


@pytest.mark.parametrize("form", ["json", "csv", "sarif", "junit", "jsonl", "github", "xlsx"])
def test_the_other_formats_are_written_too(form, tmp_path):
    assert made(form, tmp_path / "report").stat().st_size > 100


def test_annotated_pictures_go_into_a_folder(tmp_path):
    folder = made("annotated", tmp_path / "drawn")
    assert [file.suffix for file in folder.iterdir()] == [".jpg", ".jpg"]


def test_accepted_findings_can_be_left_out(tmp_path):
    report = judged("flyer.pdf")
    first = dataclasses.replace(report.findings[0], waived=Waived("agreed with the client"))
    ones = [(dataclasses.replace(report, findings=(first, *report.findings[1:])), FEATURES)]
    for accepted in (True, False):
        path = tmp_path / f"{accepted}.json"
        write(ones, PROFILE, Order("json", path, "en", accepted=accepted), Way())
        assert ("agreed with the client" in path.read_text(encoding="utf-8")) is accepted


def test_the_real_export_says_where_it_could_not_write(tmp_path):
    with pytest.raises(OutputError, match="nowhere"):
        made("html", tmp_path / "nowhere" / "report.html")


def test_an_export_that_is_stopped_leaves_the_old_file(tmp_path):
    path = tmp_path / "report.html"
    path.write_text("older")
    way = Way()
    way.stop()
    with pytest.raises(StoppedError):
        write(JUDGED, PROFILE, Order("html", path, "en"), way)
    assert path.read_text() == "older"
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    import os

    def full(_):
        raise OSError(28, "No space left on device")

    path = tmp_path / "report.html"
    path.write_text("older")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="disk is full"):
        write(JUDGED, PROFILE, Order("html", path, "en"), Way())
    assert path.read_text() == "older"


@pytest.mark.usefixtures("qapp")
def test_a_print_shows_the_pages_of_the_pdf_report():
    way = Way()
    pages = print_pages(JUDGED, PROFILE, "it", way)
    assert all(page.startswith(b"\xff\xd8") for page in pages)
    assert len(pages) == way.total >= 2
