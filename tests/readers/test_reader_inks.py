"""The inks of PDF pages: builds and spot colours with their places, and files made to hurt."""

import io
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.reader_files import pdf

from brandguard.readers import ink_spaces, pdf_colours, read
from brandguard.readers.ink_uses import InkUses
from brandguard.readers.pdf_streams import unpacked


def page_of(content, **options):
    return next(iter(read(pdf(content, **options), "a.pdf").pages))


def inks(content, **options):
    return [f for f in page_of(content, **options).fills if f.cmyk or f.spot]


def test_a_build_keeps_its_inks_place_and_area():
    (fill,) = inks(b"0.6 0.4 0.4 1 k 0 50 200 50 re f")
    assert (fill.kind, fill.cmyk) == ("fill", (0.6, 0.4, 0.4, 1.0))
    assert fill.box == pytest.approx((0, 0, 1, 0.5), abs=1e-4)
    assert fill.area == pytest.approx(0.5, abs=1e-3)


def test_its_colour_on_screen_is_the_one_that_pdfium_shows():
    page = page_of(b"0 1 0.85 0.05 k 0 0 200 100 re f")
    shown = {fill.hex for fill in page.fills}
    assert len(shown) == 1


def test_rgb_names_no_inks_and_grey_is_black_ink():
    assert inks(b"1 0 0 rg 0 0 200 100 re f") == []
    (fill,) = inks(b"0.2 g 0 0 200 100 re f")
    assert fill.cmyk == (0, 0, 0, 0.8)


def test_text_has_its_size_and_the_place_of_its_run():
    page = page_of(b"BT /F1 8 Tf 20 60 Td 0.75 0.68 0.67 0.9 k (Regolamento) Tj ET")
    (fill,) = [f for f in page.fills if f.cmyk]
    assert (fill.kind, fill.size_pt) == ("text", 8.0)
    assert fill.box == page.runs[0].box


def test_state_is_kept_and_restored_and_matrices_apply():
    fills = inks(b"1 0 0 0 k q 0 0 0 1 k 0.5 0 0 0.5 100 0 cm 0 0 200 100 re f Q 0 0 20 10 re f")
    assert {(f.cmyk, round(f.area, 3)) for f in fills} == {
        ((0, 0, 0, 1), 0.25), ((1, 0, 0, 0), 0.01),
    }  # fmt: skip


def test_a_clip_bounds_the_area():
    (fill,) = inks(b"0 0 20 10 re W n 0 0 0 1 k 0 0 200 100 re f")
    assert fill.area == pytest.approx(0.01, abs=1e-3)


def spaces(names):
    def build(_):
        alternate = pikepdf.Dictionary(
            FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0.8, 0], N=1
        )
        space = pikepdf.Array(
            [pikepdf.Name.Separation, pikepdf.Name(names), pikepdf.Name.DeviceCMYK, alternate]
        )
        return pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(CS0=space))

    return build


def test_spot_colours_have_their_name_and_registration_is_none():
    content = b"/CS0 cs 1 scn 0 0 200 100 re f"
    (fill,) = inks(content, resources=spaces("/PANTONE 186 C"))
    assert (fill.spot, fill.cmyk) == ("PANTONE 186 C", None)
    assert inks(content, resources=spaces("/All")) == []
    (black,) = inks(content, resources=spaces("/Black"))
    assert black.cmyk == (0, 0, 0, 1)


def form(content, **keys):
    def build(document):
        stream = pikepdf.Stream(document, content)
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        stream.BBox = pikepdf.Array([0, 0, 200, 100])
        for key, value in keys.items():
            stream[f"/{key}"] = value
        shared = document.make_indirect(stream)
        shared.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=shared))
        return pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=shared))

    return build


def test_drawings_within_drawings_are_followed_with_their_matrix():
    inside = form(b"0 0 0 1 k 0 0 200 100 re f", Matrix=pikepdf.Array([0.5, 0, 0, 0.5, 0, 0]))
    (fill,) = inks(b"/Fm Do", resources=inside)
    assert fill.area == pytest.approx(0.25, abs=1e-3)


def test_a_drawing_that_places_itself_ends():
    # PDFium alone would take minutes for this one: here only the walk is asked.
    content = b"0 0 0 1 k 0 0 100 50 re f " + b"/Fm Do " * 20
    data = pdf(b"/Fm Do", resources=form(content))
    uses = InkUses((1 / 200, 0, 0, -1 / 100, 0, 1), (), ())
    (fill,) = pdf_colours.inks_of_page(pikepdf.open(io.BytesIO(data)), 0, uses)
    assert fill.area == pytest.approx(0.25)


def test_a_bomb_is_left_alone():
    document = pikepdf.new()
    bomb = pikepdf.Stream(document, zlib.compress(b"0 0 0 1 k " * 10_000))
    bomb.Filter = pikepdf.Name.FlateDecode
    assert unpacked(bomb, 1000) is None
    assert len(unpacked(bomb, 100_000)) == 100_000
    torn = pikepdf.Stream(document, b"no zlib")
    torn.Filter = pikepdf.Name.FlateDecode
    assert unpacked(torn, 1000) is None
    assert unpacked(pikepdf.Dictionary(), 1000) is None


@given(st.lists(st.sampled_from(
    [b"q", b"Q", b"1 k", b"0 0 0 1 k", b"/X cs", b"1 scn", b"re", b"1 2 3 re", b"f", b"BT", b"ET",
     b"9 9 9 9 9 9 cm", b"1e30 0 0 1e30 0 0 cm", b"(a) Tj", b"/F1 Tf", b"/Fm Do", b"0 0 9 9 re",
     b"<<", b"]", b"BI ID EI", b"W", b"n", b"''", b"1 Tr", b"0 g"]), max_size=25))  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_no_nonsense_stops_the_page_from_being_read(pieces):
    page = page_of(b" ".join(pieces))
    assert page.pixels is not None
    for fill in page.fills:
        assert all(0 <= edge <= 1 for edge in fill.box)


def test_numbers_that_do_not_fit_a_space_are_no_inks():
    assert ink_spaces.ink_of(ink_spaces.CMYK, [1.0]) == ink_spaces.UNKNOWN
    assert ink_spaces.ink_of(ink_spaces.Space("named", ("A", "Black")), [0.0, 0.5]).cmyk == (
        0, 0, 0, 0.5,
    )  # fmt: skip


def test_a_page_is_shown_as_it_is_cut():
    content = b"1 0 0 rg 0 0 200 100 re f 0 0 1 rg 20 10 160 80 re f"
    page = page_of(content, TrimBox=pikepdf.Array([20, 10, 180, 90]))
    assert page.width_mm == pytest.approx(160 * 25.4 / 72)
    assert tuple(page.pixels[1, 1]) == (0, 0, 255)
    for wrong in ([500, 500, 600, 600], [90, 40, 110, 60]):
        page = page_of(content, TrimBox=pikepdf.Array(wrong))
        assert page.width_mm == pytest.approx(200 * 25.4 / 72)
