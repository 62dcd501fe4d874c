"""PDF: pages drawn, text with runs, named colours with places, and what is refused."""

import io
import itertools

import numpy as np
import pikepdf
import pytest
import reader_files as files

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, read


def only_page(data, limits=None, path="a.pdf"):
    (page,) = read(data, path, limits).pages
    return page


def refused(data, path="a.pdf", limits=None):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, path, limits).pages)
    return caught.value.note


def test_a_page_is_drawn_on_white_in_its_size():
    page = only_page(files.pdf(files.FLYER))
    assert page.pixels.shape == (800, 1600, 3)
    assert (page.width_px, page.height_px) == (1600, 800)
    assert tuple(page.pixels[100, 100]) == (229, 0, 43)
    assert tuple(page.pixels[790, 1590]) == files.WHITE
    assert page.width_mm == pytest.approx(200 / 72 * 25.4)
    assert page.vector


def test_text_has_lines_and_runs_with_font_size_colour_and_place():
    page = only_page(files.pdf(files.FLYER))
    assert page.text == "Sconti del 20%\nsolo oggi"
    assert [page.text[slice(*run.span)] for run in page.runs] == ["Sconti del 20%", "solo oggi"]
    first = page.runs[0]
    assert (first.font, first.size_pt, first.colour, first.source) == (
        "Helvetica", 12.0, "#0000FF", "live",
    )  # fmt: skip
    left, top, right, bottom = first.box
    assert 0.04 < left < 0.08 < right < 0.6
    assert 0.68 < top < bottom < 0.84


def test_the_size_is_the_size_on_paper():
    scaled = b"2 0 0 2 0 0 cm BT /F1 10 Tf 1.5 0 0 1.5 5 20 Tm (Ciao) Tj ET"
    assert only_page(files.pdf(scaled)).runs[0].size_pt == pytest.approx(30)


def test_accents_and_words_parted_at_a_line_end():
    content = "BT /F1 12 Tf 10 60 Td (perché così) Tj ET".encode("cp1252")
    assert only_page(files.pdf(content)).text == "perché così"


def test_named_colours_have_their_places():
    fills = only_page(files.pdf(files.FLYER)).fills
    assert {(fill.hex, fill.kind) for fill in fills} == {("#E5002B", "fill"), ("#0000FF", "text")}
    assert next(fill.box for fill in fills if fill.kind == "fill") == (0.0, 0.0, 1.0, 0.5)


def test_strokes_are_named_and_what_lies_outside_is_not():
    content = b"1 0 0 RG 4 w 10 10 80 40 re S 0 1 0 rg 500 500 9 9 re f"
    fills = only_page(files.pdf(content)).fills
    assert [(fill.hex, fill.kind) for fill in fills] == [("#FF0000", "stroke")]


def test_drawings_within_drawings_are_followed_to_their_place():
    def resources(document):
        inner = document.make_stream(b"0 0.5 0 rg 0 0 50 25 re f")
        inner.Type, inner.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        inner.BBox = pikepdf.Array([0, 0, 100, 100])
        inner.Matrix = pikepdf.Array([2, 0, 0, 2, 0, 0])
        return pikepdf.Dictionary(XObject=pikepdf.Dictionary(X0=inner))

    fills = only_page(files.pdf(b"q 1 0 0 1 100 0 cm /X0 Do Q", resources=resources)).fills
    assert [(fill.hex, fill.box) for fill in fills] == [("#008000", (0.5, 0.5, 1.0, 1.0))]


def test_boxes_follow_rotation_and_crop():
    turned = only_page(files.pdf(files.FLYER, Rotate=90))
    assert turned.pixels.shape == (1600, 800, 3)
    assert next(f.box for f in turned.fills if f.kind == "fill") == (0.5, 0.0, 1.0, 1.0)
    cropped = only_page(files.pdf(files.FLYER, CropBox=pikepdf.Array([0, 50, 100, 100])))
    assert next(f.box for f in cropped.fills if f.kind == "fill") == (0.0, 0.0, 1.0, 1.0)


def test_the_fills_of_a_map_are_bounded():
    content = b"".join(
        b"%.4f 0.5 0.25 rg %d %d 1 1 re f\n" % (i % 600 / 600, i % 200, i // 200)
        for i in range(5000)
    )
    fills = only_page(files.pdf(content)).fills
    assert len({fill.hex for fill in fills}) <= 256
    assert len(fills) <= 256 * 8


def test_invisible_text_under_a_scan_has_no_colour():
    run = only_page(files.pdf(b"BT /F1 12 Tf 3 Tr 10 20 Td (sotto) Tj ET")).runs[0]
    assert run.colour is None


def test_a_page_without_text_or_shapes():
    page = only_page(files.pdf())
    assert (page.text, page.runs, page.fills, page.vector) == ("", (), (), False)


def test_pages_are_drawn_when_they_are_reached(monkeypatch):
    drawn = []
    monkeypatch.setattr(
        "brandguard.readers.pdf._render",
        lambda *_: drawn.append(1) or np.zeros((2, 2, 3), np.uint8),
    )
    creative = read(files.pdf(files.FLYER, pages=5), "a.pdf")
    assert creative.page_count == 5
    pages = list(itertools.islice(creative.pages, 2))
    assert [page.number for page in pages] == [1, 2]
    assert len(drawn) == 2


def test_pages_over_the_limit_are_told():
    creative = read(files.pdf(pages=4), "a.pdf", Limits(max_pages=3))
    assert len(list(creative.pages)) == 3
    assert creative.notes[0].code == "SYS016"
    assert creative.notes[0].facts == {"what": "pages", "pages": 4, "read": 3}


@pytest.mark.parametrize("size", [(14_400, 14_400), (14_400, 3), (3, 14_400)])
def test_a_huge_page_is_drawn_small(size):
    page = only_page(files.pdf(size=size))
    assert max(page.pixels.shape) <= 1600
    clamped = only_page(files.pdf(size=(500, 500)), Limits(render_pixels=10_000))
    assert clamped.pixels.shape[0] * clamped.pixels.shape[1] <= 10_500


def test_a_locked_pdf():
    document = pikepdf.open(io.BytesIO(files.pdf(files.FLYER)))
    out = io.BytesIO()
    document.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    note = refused(out.getvalue())
    assert (note.code, note.facts) == ("SYS007", {"format": "pdf"})


def test_a_pdf_that_anyone_may_read_is_read():
    document = pikepdf.open(io.BytesIO(files.pdf(files.FLYER)))
    out = io.BytesIO()
    document.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    assert only_page(out.getvalue()).text.startswith("Sconti")


def test_damaged_and_truncated_pdfs():
    data = files.pdf(files.FLYER)
    assert refused(data[:300]).facts["cause"] == "truncated"
    assert refused(b"%PDF-1.4\nrubbish\n%%EOF").facts["cause"] == "damaged"


def test_a_pdf_without_pages():
    document = pikepdf.new()
    out = io.BytesIO()
    document.save(out)
    note = refused(out.getvalue())
    assert note.code == "SYS003"


def test_illustrator_files_are_pdf_inside_or_say_how_to_be():
    assert only_page(files.pdf(files.FLYER), path="logo.ai").text.startswith("Sconti")
    content = b"BT /F1 9 Tf 5 50 Td (This file was saved without PDF Content.) Tj ET"
    note = refused(files.pdf(content), "logo.ai")
    assert (note.code, note.facts["cure"]) == ("SYS004", "save_compatible")


def test_truncation_anywhere_is_a_note_or_a_page():
    data = files.pdf(files.FLYER, pages=2)
    for sixteenth in range(1, 16):
        pages, note = files.outcome(data[: len(data) * sixteenth // 16], "a.pdf")
        assert pages or note.code in {"SYS003", "SYS004"}
