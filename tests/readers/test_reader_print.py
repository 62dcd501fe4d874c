"""What a PDF tells the printer: pictures at their size, RGB, overprint, bleed, intent, links."""

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from readers.reader_files import pdf

from brandguard.readers import read


def creative(content=b"", **options):
    return read(pdf(content, **options), "a.pdf")


def page_of(content=b"", **options):
    return next(iter(creative(content, **options).pages))


def picture(document, width, height, space, bands=1, **keys):
    stream = pikepdf.Stream(document, bytes(width * height * bands))
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = width, height, 8
    if space is not None:
        stream.ColorSpace = space
    for key, value in keys.items():
        stream[f"/{key}"] = value
    return stream


def with_picture(width, height, space, bands=1, **keys):
    def build(document):
        thing = picture(document, width, height, space, bands, **keys)
        return Dictionary(XObject=Dictionary(Im=thing))

    return build


def test_a_picture_has_its_dpi_at_the_size_it_is_placed_and_its_own_colours():
    placed = b"q 72 0 0 36 10 10 cm /Im Do Q"
    page = page_of(placed, resources=with_picture(300, 100, Name.DeviceRGB, 3))
    (found,) = page.production.pictures
    assert (found.width_px, found.height_px, found.space) == (300, 100, "rgb")
    assert found.dpi == pytest.approx(
        200
    )  # 100 pixels down half an inch are fewer than 300 an inch
    assert found.box == pytest.approx((10 / 200, 54 / 100, 82 / 200, 90 / 100), abs=1e-4)


def test_a_turned_picture_keeps_its_dpi_and_a_clipped_one_is_where_it_is_seen():
    turned = b"q 0 72 -72 0 100 10 cm /Im Do Q"
    clipped = b"q 0 0 50 100 re W n 200 0 0 100 0 0 cm /Im Do Q"
    square = with_picture(72, 72, Name.DeviceGray)
    assert page_of(turned, resources=square).production.pictures[0].dpi == pytest.approx(72)
    (found,) = page_of(clipped, resources=square).production.pictures
    assert found.box == pytest.approx((0, 0, 0.25, 1), abs=1e-4)


@pytest.mark.parametrize(("space", "bands", "keys", "found"), [
    (Name.DeviceCMYK, 4, {}, "cmyk"),
    (Name.DeviceGray, 1, {}, "grey"),
    (Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\0\0\0\xff\xff\xff")]), 1, {}, "rgb"),
    (Array([Name.CalRGB, Dictionary(WhitePoint=Array([1, 1, 1]))]), 3, {}, "rgb"),
    (None, 1, {"ImageMask": True, "BitsPerComponent": 1}, "mask"),
])  # fmt: skip
def test_a_pictures_colour_space_is_named(space, bands, keys, found):
    built = with_picture(40, 40, space, bands, **keys)
    (placed,) = page_of(b"q 99 0 0 99 0 0 cm /Im Do Q", resources=built).production.pictures
    assert placed.space == found


def test_a_picture_in_a_drawing_takes_its_matrix():
    def build(document):
        form = pikepdf.Stream(document, b"100 0 0 100 0 0 cm /Im Do")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 100])
        form.Matrix = Array([0.36, 0, 0, 0.36, 0, 0])
        image = picture(document, 150, 150, Name.DeviceGray)
        form.Resources = Dictionary(XObject=Dictionary(Im=image))
        return Dictionary(XObject=Dictionary(Fm=form))

    (found,) = page_of(b"/Fm Do", resources=build).production.pictures
    assert found.dpi == pytest.approx(300)


@settings(max_examples=40, deadline=None)
@given(st.floats(20, 150), st.integers(1, 400))
def test_twice_as_large_is_half_the_dpi(side, pixels):
    def dpi(side):
        content = f"q {side:.3f} 0 0 {side:.3f} 0 0 cm /Im Do Q".encode()
        built = with_picture(pixels, pixels, Name.DeviceGray)
        data = pdf(content, size=(400, 400), resources=built)
        return next(iter(read(data, "a.pdf").pages)).production.pictures[0].dpi

    assert dpi(2 * side) == pytest.approx(dpi(side) / 2, abs=0.2)


def test_rgb_shapes_and_letters_are_noted_white_and_inks_are_not():
    content = (
        b"1 0 0 rg 0 0 100 100 re f 1 1 1 rg 0 0 9 9 re f 0 0 0 1 k 9 9 9 9 re f "
        b"BT /F1 9 Tf 0 0 1 rg 20 60 Td (Ciao) Tj ET"
    )
    found = page_of(content).production.rgb
    assert [(f.hex, f.kind) for f in found] == [("#FF0000", "fill"), ("#0000FF", "text")]
    assert found[0].area == pytest.approx(0.5, abs=1e-3)


def overprinting(mode, *, on=True):
    def build(_):
        state = Dictionary(Type=Name.ExtGState, OP=on, op=on, OPM=mode)
        return Dictionary(ExtGState=Dictionary(GS=state))

    return build


WHITE_WORDS = b"/GS gs BT /F1 9 Tf 0 0 0 0 k 20 60 Td (Ciao) Tj ET"


def test_white_letters_set_to_overprint_are_lost_and_others_are_not():
    (found,) = page_of(WHITE_WORDS, resources=overprinting(1)).production.lost
    assert (found.kind, found.hex, found.size_pt) == ("text", "#FFFFFF", 9.0)
    assert page_of(WHITE_WORDS, resources=overprinting(0)).production.lost == ()
    assert page_of(WHITE_WORDS, resources=overprinting(1, on=False)).production.lost == ()
    black = b"/GS gs BT /F1 9 Tf 0 0 0 1 k 20 60 Td (Ciao) Tj ET"
    assert page_of(black, resources=overprinting(1)).production.lost == ()


def test_a_state_that_is_taken_back_no_longer_overprints():
    content = b"q /GS gs Q 0 0 0 0 k 0 0 100 100 re f"
    assert page_of(content, resources=overprinting(1)).production.lost == ()


def test_the_bleed_is_what_lies_around_the_cut():
    mm = 72 / 25.4
    trim = Array([3 * mm, 5 * mm, 200 - 3 * mm, 100 - 2 * mm])
    page = page_of(TrimBox=trim)
    assert page.production.bleed_mm == pytest.approx((3, 2, 3, 5), abs=0.02)
    smaller = Array([2 * mm, 2 * mm, 200 - 2 * mm, 100 - mm])
    page = page_of(TrimBox=trim, BleedBox=smaller)
    assert page.production.bleed_mm == pytest.approx((1, 1, 1, 3), abs=0.02)
    assert page_of().production.bleed_mm is None


def test_the_output_intent_is_named():
    document = pikepdf.open(io.BytesIO(pdf()))
    intent = Dictionary(Type=Name.OutputIntent, OutputConditionIdentifier="FOGRA39")
    document.Root.OutputIntents = Array([intent])
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue(), "a.pdf").output_intent == "FOGRA39"
    assert creative().output_intent is None


def test_links_lead_where_they_say_and_nothing_else_counts():
    def link(**action):
        rect = Array([20, 10, 60, 30])
        return Dictionary(Subtype=Name.Link, Rect=rect, A=Dictionary(**action))

    url = link(S=Name.URI, URI="https://acme.example/saldi")
    script = link(S=Name.JavaScript, JS="app.alert(1)")
    (found,) = page_of(Annots=Array([url, script])).links
    assert found.url == "https://acme.example/saldi"
    assert found.box == pytest.approx((0.1, 0.7, 0.3, 0.9), abs=1e-4)


def test_broken_links_cost_nothing_but_themselves():
    good = Dictionary(Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.URI, URI="https://a.example"))
    for broken in (Array([good, 7]), Name.Nonsense, Array([Dictionary(A=3)])):
        page = page_of(b"0 0 0 1 k 0 0 9 9 re f", Annots=broken)
        assert page.fills
        assert len(page.links) <= 1
