"""The PDF report read back by another library: its words, its places, its links and its fonts."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import coherent_report
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import sample_report
from readback import data_of

from brandguard.cli.output import Stream, parse_reports
from brandguard.messages import LANGUAGES, Messages
from brandguard.model.errors import UsageError
from brandguard.model.paths import display_path
from brandguard.model.report import ProfileRef, Report, Summary
from brandguard.model.trend import TrendLine, TrendPoint
from brandguard.walk import has_mark
from brandguard.writers import pdf

LONG = "spring/offline/" + "a" * 10_000 + "-flyer.pdf"
NAMES = (
    "spring/<b>bold</b><img src=/etc/passwd>.png",
    "spring/\u202egpj.exe\u2066.png",
    "spring/two\nlines\x1b[2J.png",
    "spring/caf\udce9.png",
    "spring/日本語 עברית — ñ.png",
    "spring/file:///etc/passwd",
    LONG,
)
A4 = (595.3, 841.9)


def words_in(data):
    """Give all words as one line; a soft break within them is no difference."""
    document = pypdfium2.PdfDocument(data)
    return "".join(
        re.sub(r"\s|\ufffe", "", page.get_textpage().get_text_bounded()) for page in document
    )


def squeezed(text):
    return re.sub(r"\s", "", text.replace("Δ", "delta"))


def boxes(page):
    """Give the boxes of the runs of text: left, bottom, right, top.

    Each letter is an object of its own; those that follow each other on a base line are a run.
    """
    runs, base = [], None
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = one.get_bounds()
        if right - left < 0.1 or top - bottom < 0.1:  # a blank
            continue
        line = round(one.get_matrix().f, 2)
        follows = runs and line == base and -2.5 < left - runs[-1][2] < 6
        if follows:
            a, b, c, d = runs[-1]
            runs[-1] = (a, min(b, bottom), max(c, right), max(d, top))
        else:
            runs.append((left, bottom, right, top))
        base = line
    return runs


def overlapping(page):
    return [
        (one, other)
        for one, other in combinations(boxes(page), 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 0.5
        and min(one[3], other[3]) - max(one[1], other[1]) > 1.2
        and not twice(one, other)
    ]


def twice(one, other):
    """Tell the two strokes of bold letters from a font of the system that has no bold."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.5


def outside(page):
    return [b for b in boxes(page) if b[0] < 0 or b[1] < 0 or b[2] > A4[0] or b[3] > A4[1]]


def set_well(data):
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, start=1):
        assert not outside(page), number
        assert not overlapping(page), number
    return len(document)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_said_and_nothing_lies_on_anything_else(lang):
    report, words = coherent_report.report(), Messages.load(lang)
    data = data_of(report, "pdf", lang)
    said = words_in(data)
    for creative in report.creatives:
        if creative.error is not None:
            assert squeezed(words.note(creative.error)) in said
            continue
        assert squeezed(Path(creative.path).name) in said
        assert squeezed(words.number(creative.score)) in said
        for found in creative.findings:
            for sentence in (words.title(found.rule), words.message(found)):
                assert squeezed(sentence) in said
            assert squeezed(words.suggestion(found) or "") in said
    for key in ("pdf.first", "pdf.by_dimension", "pdf.conflicts", "pdf.missing", "pdf.matrix",
                "pdf.pairs", "pdf.sayings", "pdf.palettes", "pdf.coverage", "pdf.accepted_title",
                "pdf.passes", "report.how_score"):  # fmt: skip
        assert squeezed(words.text(key)) in said
    for sentence in (
        "Sconto del 30 % sulle scarpe",
        "Scarpe a -20%",
        "Scopra la Sua nuova cucina!",
        "La tua cucina, a modo tuo",
        "The retailer insists on it",
        "2027-01-31",
    ):
        assert squeezed(sentence) in said
    assert squeezed(words.text("why.text_is_pixels")) in said
    assert 5 <= set_well(data) <= 9


@pytest.mark.parametrize("name", NAMES)
def test_foreign_names_are_words_and_stay_within_their_place(name):
    base = coherent_report.report(flyer=name)
    flyer, post, broken = base.creatives
    text = f"{name} <h1>copy</h1> " * 3 + flyer.page_views[0].text
    flyer = replace(flyer, page_views=(replace(flyer.page_views[0], text=text),))
    report = replace(
        base, creatives=(flyer, replace(post, path=name + "x"), broken),
        profile=ProfileRef(name, name, "0" * 64),
    )  # fmt: skip
    data = data_of(report, "pdf")
    said = words_in(data)
    set_well(data)
    if name == LONG:
        assert said.count("a" * 20) > 3
        assert "-flyer.pdf" in said
    elif name.isascii():
        assert squeezed(display_path(name).rpartition("/")[2]) in said
    assert not set("\x1b\u202e\u2066") & set(said)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert not [a for page in opened.pages for a in page.get("/Annots", []) if "/A" in a]


def test_a_long_suggestion_or_reason_breaks_but_leaves_no_column():
    long = "x" * 900 + " " + "word " * 200
    creative = sample_report.failing()
    found = tuple(
        replace(
            f,
            facts={k: long if isinstance(v, str) else v for k, v in f.facts.items()},
            waived=f.waived and replace(f.waived, reason=long, by=long),
            limit_from=f"profile: {long}",
        )
        for f in creative.findings
    )
    report = replace(sample_report.report(replace(creative, findings=found * 4)), campaigns=())
    assert set_well(data_of(report, "pdf")) > 5


@pytest.mark.parametrize(
    "report",
    [
        Report("0.1.0", None, Summary(), ()),
        replace(
            sample_report.report(*(sample_report.unreadable(f"{n}.png") for n in range(40))),
            summary=Summary(40, unreadable=40), campaigns=(),
        ),
        replace(sample_report.report(sample_report.passing()), campaigns=()),
    ],
    ids=["empty", "unreadable", "all pass"],
)  # fmt: skip
@pytest.mark.parametrize("lang", LANGUAGES)
def test_other_runs_are_reports_too(report, lang):
    data = data_of(report, "pdf", lang)
    set_well(data)
    said = words_in(data)
    for creative in report.creatives:
        assert creative.path.rpartition("/")[2] in said


def test_nothing_is_dated_unless_it_was_asked_for():
    assert "2026-11-22T10:00:00Z" not in words_in(data_of(sample_report.report(), "pdf"))
    data = data_of(sample_report.stamped("2026-11-22T10:00:00Z"), "pdf")
    assert "2026-11-22T10:00:00Z" in words_in(data)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert not {"/CreationDate", "/ModDate"} & set(opened.docinfo.keys())


def test_the_same_report_is_the_same_bytes_also_in_another_process():
    here = data_of(coherent_report.report(), "pdf", "it")
    assert here == data_of(coherent_report.report(), "pdf", "it")
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import coherent_report\n"
        "from brandguard.messages import Messages\n"
        "from brandguard.writers import pdf\n"
        "pdf.write(coherent_report.report(), sys.stdout.buffer, Messages.load('it'))\n"
    )
    there = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert there.stdout == here


def test_bookmarks_lead_through_the_report_and_links_from_conflicts_to_creatives():
    words = Messages.load("es")
    with pikepdf.open(io.BytesIO(data_of(coherent_report.report(), "pdf", "es"))) as opened:
        assert str(opened.Root.Lang) == "es"
        assert str(opened.docinfo["/Title"]) == words.text("report.title", name="Acme")
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_outline() as outline:
            titles = [item.title for item in outline.root]
            creatives = next(i for i in outline.root if i.title == words.text("pdf.creatives"))
        assert titles[0] == words.text("pdf.summary")
        assert titles[-1] == words.text("report.how_score")
        assert [item.title for item in creatives.children] == ["volantino.pdf"]
        pages = [page.obj.objgen for page in opened.pages]
        leads = [
            (number, pages.index(link.Dest[0].objgen))
            for number, page in enumerate(opened.pages)
            for link in page.get("/Annots", [])
        ]
    assert any(here == 1 and there > here for here, there in leads)


def test_only_the_fonts_that_are_shipped_are_in_it_whole_or_in_part():
    with pikepdf.open(io.BytesIO(data_of(coherent_report.report(), "pdf", "es"))) as opened:
        fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary)
                 and o.get("/Type") == "/FontDescriptor"]  # fmt: skip
        assert {re.sub(r"^/[A-Z]+\+", "", str(f.FontName))[:7] for f in fonts} == {
            "Figtree", "Fraunce",
        }  # fmt: skip
        assert all("/FontFile2" in font for font in fonts)


def test_it_is_known_as_ours_when_it_lies_among_the_creatives(tmp_path):
    ours, other = tmp_path / "report.pdf", tmp_path / "flyer.pdf"
    ours.write_bytes(data_of(sample_report.report(), "pdf"))
    assert has_mark(str(ours))
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(other)
    assert not has_mark(str(other))


def test_without_qt_it_is_a_wrong_call_with_the_cure(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtGui", None)
    for call in (lambda: parse_reports(["pdf=r.pdf"]), lambda: Stream("pdf", Path("r.pdf"), "en")):
        with pytest.raises(UsageError, match=re.escape("pip install 'brandguard[gui]'")):
            call()


@pytest.mark.parametrize("name", ["pdf", "xlsx"])
def test_a_terminal_is_not_filled_with_bytes(name, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(UsageError, match=f"--output report.{name}"):
        Stream(name, None, "en")
    Stream(name, Path("report"), "en")


def test_the_door_is_free_of_qt():
    script = "import sys, brandguard.writers; print([m for m in sys.modules if 'PySide6' in m])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_worst_come_first_and_beyond_the_limit_they_are_counted(monkeypatch):
    from brandguard.writers.pdf import creative

    monkeypatch.setattr(creative, "MOST_CREATIVES", 3)
    base = sample_report.failing()
    some = [replace(base, path=f"f{n}.pdf", score=float(n)) for n in (40, 10, 30, 20, 5)]
    data = data_of(replace(sample_report.report(*some), campaigns=()), "pdf")
    said = words_in(data)
    part = said[said.rindex(squeezed("Creatives to mend The worst come first")) :]
    order = dict.fromkeys(re.findall(r"f(?:5|10|20|30|40)\.pdf", part))
    assert list(order)[:3] == ["f5.pdf", "f10.pdf", "f20.pdf"]
    assert squeezed("the first 3 creatives") in said


def test_runs_before_this_one_are_drawn_where_they_were_asked_for():
    scores = (60.0, None, 71.5, 64.25, 81.0)
    points = tuple(
        TrendPoint(f"2026-11-{day:02d}T09:30:00+00:00", 12, score, profile_sha256="b"[: day // 4])
        for day, score in enumerate(scores, start=1)
    )
    lines = (
        TrendLine(None, points),
        TrendLine("<b>spring", points[:3]),
        TrendLine("one", points[:1]),
    )
    data = data_of(replace(sample_report.report(), trend=lines), "pdf", "en")
    set_well(data)
    said = words_in(data)
    for sentence in ("Over time", "Whole run", "2026-11-01 09:30", "2026-11-05 09:30", "+16.8",
                     "<b>spring", "another profile"):  # fmt: skip
        assert squeezed(sentence) in said
    assert squeezed("Over time") not in words_in(data_of(sample_report.report(), "pdf", "en"))


def test_a_picture_that_is_none_is_left_out():
    page = sample_report.failing().page_views[0]
    for thumbnail in ("no base64!", "AAAA", None):
        broken = replace(sample_report.failing(), page_views=(replace(page, thumbnail=thumbnail),))
        data = data_of(replace(sample_report.report(broken), campaigns=()), "pdf")
        assert squeezed("Scopra la Sua nuova cucina!") in words_in(data)


def test_write_needs_no_file_that_can_seek():
    class Pipe:
        def __init__(self):
            self.data = b""

        def write(self, part):
            self.data += part

    pipe = Pipe()
    pdf.write(sample_report.report(), pipe, Messages.load("en"))
    assert pipe.data.startswith(b"%PDF-")
