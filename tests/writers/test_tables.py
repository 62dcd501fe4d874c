"""CSV and Excel: one row a finding, opened by another library, and nothing in them computes."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
import sample_report
from hypothesis import given, settings
from hypothesis import strategies as st
from readback import data_of, lone, workbook_of
from test_hostile import NASTY, hostile

from brandguard.messages import LANGUAGES, Messages
from brandguard.model.report import CampaignReport, Conflict, Finding, Place, Side
from brandguard.walk import has_mark
from brandguard.writers import xlsx
from brandguard.writers.csv_table import harmless
from brandguard.writers.links import uri
from brandguard.writers.tables import FINDING_COLUMNS

FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1", "=cmd|' /C calc'!A0",
    "-20 % sconto",
)  # fmt: skip
SEPARATOR = {"en": ",", "it": ";", "es": ";"}


def rows_of(report, lang="en"):
    data = data_of(report, "csv", lang)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(
        csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=SEPARATOR[lang])
    )


def named(path):
    return sample_report.report(sample_report.failing(path=path))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_csv_is_a_row_a_finding_under_heads_in_the_language(lang):
    head, *rows = rows_of(lone(), lang)
    assert head == [Messages.load(lang).name("column", name) for name in FINDING_COLUMNS]
    assert len(rows) == sum(len(c.findings) for c in lone().creatives)
    assert {len(row) for row in rows} == {len(FINDING_COLUMNS)}
    first = dict(zip(FINDING_COLUMNS, rows[0], strict=True))
    assert first["file"] == "spring/offline/volantino.pdf"
    assert first["score"] == ("28.4" if lang == "en" else "28,4")
    assert first["left"] == ("0.55" if lang == "en" else "0,55")
    assert dict(zip(FINDING_COLUMNS, rows[2], strict=True))["words"] == "Scopra"


def test_csv_ends_its_lines_as_the_standard_says():
    data = data_of(lone(), "csv")
    assert data.count(b"\r\n") == data.count(b"\n") == 8


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_a_spreadsheet_would_compute_stays_words(formula):
    row = dict(zip(FINDING_COLUMNS, rows_of(named(formula))[1], strict=True))
    assert not row["file"].lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))
    sheet = workbook_of(named(formula))["Findings"]
    assert sheet["A2"].data_type == "s"


@pytest.mark.parametrize("nasty", NASTY)
def test_no_cell_of_a_hostile_report_computes(nasty):
    report = hostile(nasty)
    for row in rows_of(report):
        assert not [c for c in row if c.lstrip().startswith(("=", "+", "@", "\t", "\r"))]
    assert len(rows_of(report)) == 1 + sum(len(c.findings) for c in report.creatives) + len(
        report.campaigns[0].findings
    )
    for sheet in workbook_of(report):
        kinds = {c.data_type for row in sheet.iter_rows() for c in row if c.value is not None}
        assert kinds <= {"s", "n"}


@given(st.text())
def test_nothing_that_is_harmless_begins_like_a_formula(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert harmless(text).endswith(text)


def test_a_workbook_has_its_sheets_with_heads_that_stay():
    book = workbook_of(sample_report.report(), "es")
    assert book.sheetnames == [
        "Resumen",
        "Piezas",
        "Observaciones",
        "Colores",
        "Campañas",
        "Contradicciones",
        "Concordancia",
    ]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.column_dimensions["A"].width > 15
    creatives = book["Piezas"]
    assert [c.value for c in creatives["H"]] == ["Puntuación", 28.4, 96.31, None]
    assert creatives["H2"].number_format == "0.0"
    assert book["Colores"]["D2"].number_format == "0.0%"


def test_links_lead_to_the_creatives_own_files_alone():
    odd = "primavera/città 50%/a#b?.png"
    book = workbook_of(sample_report.report(sample_report.passing(path=odd)))
    links = [c.hyperlink.target for s in book for r in s.iter_rows() for c in r if c.hyperlink]
    assert links == ["primavera/citt%C3%A0%2050%25/a%23b%3F.png"]
    assert book["Creatives"]["A2"].value == odd


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("http://evil.example/x", "http%3A//evil.example/x"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("/srv/a b.png", "file:///srv/a%20b.png"),
        ("//server/share/a.png", None),
        ("-", None),
        ("caf\udce9.png", "caf%E9.png"),
        ("../up.png", "../up.png"),
    ],
)
def test_an_address_is_relative_or_a_file(path, address):
    assert uri(path) == address


def test_the_same_report_gives_the_same_workbook():
    assert data_of(sample_report.report(), "xlsx") == data_of(sample_report.report(), "xlsx")


def test_a_workbook_is_a_sound_archive_and_known_as_ours(tmp_path):
    file = tmp_path / "r.xlsx"
    file.write_bytes(data_of(sample_report.report(), "xlsx"))
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert archive.comment == b"brandguard report/1"
    assert has_mark(str(file))
    (tmp_path / "other.xlsx").write_bytes(b"PK brandguard")
    assert not has_mark(str(tmp_path / "other.xlsx"))


def test_a_full_sheet_says_so(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 20)
    book = workbook_of(sample_report.report(*[sample_report.failing()] * 4))
    assert book["Findings"].max_row == 20
    assert any("JSON report" in str(c.value) for c in book["Summary"]["A"])


def test_a_very_long_word_is_cut_to_what_a_cell_holds():
    base = sample_report.failing()
    wordy = replace(base.findings[4], facts={"found": "x" * 40_000, "term": "y"})
    book = workbook_of(sample_report.report(replace(base, findings=(wordy,))))
    assert 32_000 < len(book["Findings"]["L2"].value) < 32_767


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=30))
def test_any_name_comes_back_from_a_workbook(name):
    from brandguard.model.paths import display_path

    report = sample_report.report(sample_report.passing(path=f"a{name}z"))
    value = workbook_of(report)["Creatives"]["A2"].value
    assert value == display_path(f"a{name}z") or "\ufffe" in name or "\uffff" in name


def conflicting():
    sides = (
        Side(
            "spring/offline/f.pdf", "offline", "-30 %", Place(1), "−30 %", "Meno 30 fino a maggio."
        ),
        Side("spring/online/p.png", "online", "-20 %", Place(1), "−20 %"),
    )
    facts = {
        "kind": "discount", "one": "−30 %", "path": sides[0].path, "other": "−20 %",
        "other_path": sides[1].path,
    }  # fmt: skip
    found = Finding("CAM010", "fail", facts, place=Place(1), fingerprint="7" * 16)
    campaign = CampaignReport(
        "spring", 60.0, "fail", 3, (found,), (Conflict("CAM010", "discount", sides),)
    )
    return replace(sample_report.report(), campaigns=(campaign,))


def test_both_sides_of_a_conflict_are_rows():
    rows = [[c.value for c in row] for row in workbook_of(conflicting())["Conflicts"].iter_rows()]
    assert [(row[4], row[7], row[8]) for row in rows[1:]] == [
        ("spring/offline/f.pdf", "−30 %", "Meno 30 fino a maggio."),
        ("spring/online/p.png", "−20 %", None),
    ]
    assert rows_of(conflicting())[-1][0] == "spring/offline/f.pdf"


def test_a_conflict_names_both_files_in_sarif_and_the_first_in_annotations():
    run = json.loads(data_of(conflicting(), "sarif"))["runs"][0]
    found = [
        one["physicalLocation"]["artifactLocation"]["uri"]
        for one in run["results"][-1]["locations"]
    ]
    assert found == ["spring/offline/f.pdf", "spring/online/p.png"]
    assert (
        "::error file=spring/offline/f.pdf,title=CAM010"
        in data_of(conflicting(), "github").decode()
    )
