"""HTML, Markdown and plain text: the words that a reader sees, in their encoding."""

import pytest
import reader_files as files
from hypothesis import given
from hypothesis import strategies as st

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, html_drawing, read
from brandguard.readers.css import Sheet, colour, first_family, size_pt
from brandguard.readers.textflow import Flow


def only_page(data, path, limits=None):
    (page,) = read(data, path, limits).pages
    return page


def refused(data, path, limits=None):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, path, limits).pages)
    return caught.value.note


@pytest.fixture(autouse=True)
def undrawn(monkeypatch):
    """What is read of a page by itself; its drawing stands in test_reader_drawn_html."""
    monkeypatch.setattr(html_drawing, "why_not", lambda: "weasyprint")


def test_html_gives_the_words_that_are_seen():
    creative = read(files.HTML, "mail.html")
    (page,) = creative.pages
    assert page.text == "Saldi d’estate\nSolo oggi\nin negozio"
    assert page.pixels is None
    assert [note.code for note in creative.notes] == ["SYS015"]


def test_html_gives_fonts_sizes_and_colours_that_styles_name():
    page = only_page(
        b"<style>p{font-size:20px} .x{color:hsl(0 100% 50%)} #y{background:#00f url(z.png)}</style>"
        b"<body style='font-family:\"Brand Sans\", Arial'><p class=x>uno <span id=y>due</span>"
        b"<font color=green face=Courier>tre</font></p><p style='font-size:1.5em'>quattro</p>",
        "a.html",
    )
    looks = {page.text[slice(*run.span)]: (run.font, run.size_pt, run.colour) for run in page.runs}
    assert looks["uno due"] == ("Brand Sans", 15.0, "#FF0000")
    assert looks["tre"] == ("Courier", 15.0, "#008000")
    fills = {(fill.hex, fill.kind) for fill in page.fills}
    assert fills == {("#FF0000", "text"), ("#0000FF", "fill"), ("#008000", "text")}


def test_html_in_a_dark_room_or_on_paper_does_not_count():
    page = only_page(
        b"<style>@media (prefers-color-scheme:dark){p{color:#111}} @media screen{p{color:#222}}"
        b"</style><p>x</p>",
        "a.html",
    )
    assert [fill.hex for fill in page.fills] == ["#222222"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_html_encodings(encoding):
    declared = "windows-1252" if encoding == "cp1252" else "utf-8"
    head = f'<head><meta charset="{declared}"></head>'
    source = f"<html>{head}<body><p>Perché così, señor</p></body></html>"
    assert only_page(source.encode(encoding), "a.html").text == "Perché così, señor"


def test_html_that_is_nested_without_end_is_refused():
    note = refused(b"<html>" + b"<div>" * 200_000 + b"x", "a.html")
    assert (note.code, note.facts["what"]) == ("SYS005", "depth")


def test_html_with_sloppy_ends_is_read():
    source = b"<html><ul>" + b"<li>uno<p>due" * 3000 + b"</ul><table><tr><td>tre</table>"
    text = only_page(source, "a.html").text
    assert text.startswith("uno\ndue\nuno")
    assert text.endswith("tre")


def test_html_with_too_many_elements_is_cut_with_a_note():
    creative = read(b"<html><p>a</p>" + b"<p>b</p>" * 500, "a.html", Limits(max_elements=300))
    assert "SYS019" in {note.code for note in creative.notes}
    assert next(iter(creative.pages)).text.startswith("a\nb")


def test_markdown_gives_a_line_for_each_block():
    source = files.MARKDOWN + (
        b"\n> citazione  \n> seconda\n\n```\ncodice\n```\n\n| a | b |\n|---|---|\n| c | `d` |\n\n"
        b"![non io](x.png) e <b>questo</b>\n\n<div>anche <i>questo</i></div>\n"
    )
    assert only_page(source, "copy.md").text.split("\n") == [
        "Titolo", "Un testo con link.", "uno", "due", "citazione", "seconda", "a", "b", "c", "d",
        "e questo", "anche questo",
    ]  # fmt: skip


def test_markdown_front_matter_of_both_kinds_is_dropped():
    assert only_page(b"+++\ntitle = 'x'\n+++\nCiao", "a.md").text == "Ciao"
    assert only_page(b"---\nCiao", "a.md").text == "Ciao"  # a rule, not front matter


def test_markdown_nested_without_end_is_read():
    assert "x" in only_page(b"> " * 20_000 + b"x\n\nx", "a.md").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_plain_text_encodings(encoding):
    wanted = "¿Perché no? Così è più bello, señor: 20 € – «oggi»" * 3
    assert only_page(wanted.encode(encoding), "a.txt").text == wanted


def test_newlines_are_newlines():
    assert only_page(b"a\r\nb\rc\n", "a.txt").text == "a\nb\nc\n"


def test_standard_input_is_text_even_if_it_looks_like_markup():
    assert only_page(b"Nur 5 < 6 > 4", "-").text == "Nur 5 < 6 > 4"


def test_a_long_text_is_cut_with_a_note():
    creative = read(b"a" * 50, "a.txt", Limits(max_characters=20))
    assert next(iter(creative.pages)).text == "a" * 20
    assert creative.notes[0].code == "SYS019"
    assert creative.notes[0].facts == {"what": "characters", "limit": 20}


def test_bytes_that_are_no_text():
    note = refused(b"words\0and nothing", "a.txt")
    assert (note.code, note.facts["cause"]) == ("SYS003", "not_text")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("#abc", ("#AABBCC", 1)), ("rgb(10 20 30 / 50%)", ("#0A141E", 0.5)),
        ("hsl(120deg 100% 25%)", ("#008000", 1)), ("hwb(0 0% 0%)", ("#FF0000", 1)),
        ("oklch(0.62796 0.25768 29.234)", ("#FF0000", 1)), ("transparent", ("#000000", 0)),
        ("currentColor", None), ("none", None), ("", None), ("rgb(nan 0 0)", None),
    ],
)  # fmt: skip
def test_colours_of_css(value, found):
    assert colour(value) == found


def test_sizes_and_families():
    assert size_pt("16px", None) == 12
    assert size_pt("2em", 9) == 18
    assert size_pt("150%", 10) == 15
    assert size_pt("big", 10) is None
    assert size_pt("-3px", 10) is None
    assert first_family(" 'Brand Sans' , serif") == "Brand Sans"


@given(st.text(max_size=200))
def test_any_style_sheet_can_be_taken_in(source):
    sheet = Sheet()
    sheet.gather(source)
    sheet.add(source)
    sheet.matching("p", ["a"], "b")


@given(st.lists(st.one_of(st.none(), st.text(alphabet="ab \n\t", max_size=6)), max_size=20))
def test_runs_point_at_their_words(pieces):
    flow = Flow()
    for number, piece in enumerate(pieces):
        if piece is None:
            flow.line_break()
        else:
            flow.add(piece, (f"font {number}", None, None))
    text, runs = flow.finish()
    assert text == "\n".join(line.strip() for line in text.split("\n"))
    assert "  " not in text
    for run in runs:
        number = int(run.font.split()[1])
        assert text[slice(*run.span)] == " ".join(pieces[number].split())
