"""Typefaces of a page: families, weights, slopes and sizes, as the file itself names them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.reader_files import encode, noise, pdf

from brandguard.measures.everything import Wanted, measure
from brandguard.measures.typography import typefaces
from brandguard.model.creative import TextRun
from brandguard.model.features import Typeface
from brandguard.readers import read


def measured(data, name):
    return measure(read(data, name), data, Wanted(voice=False, facts=False))


def page_of(data, name):
    return measured(data, name).pages[0]


def row(features):
    return next(c for c in features.coverage if c.what == "typography")


def test_a_pdf_names_its_fonts_with_sizes_in_points_and_whether_they_are_embedded():
    page = page_of(
        pdf(b"BT /F1 12 Tf 10 60 Td (Sconti) Tj /F1 8 Tf 0 -20 Td (oggi) Tj ET"), "a.pdf"
    )
    assert page.typefaces == (
        Typeface("Helvetica", letters=10, least_pt=8.0, most_pt=12.0, embedded=False),
    )


def test_the_size_is_the_one_on_paper():
    page = page_of(pdf(b"BT /F1 1 Tf 24 0 0 24 10 60 Tm (Sconti) Tj ET"), "a.pdf")
    assert page.typefaces[0].most_pt == 24.0


HTML = b"""<style>.lead{font:italic 700 20px/1.4 "Open Sans", Arial, sans-serif}</style>
<body style="font-family:Inter;font-size:16px"><h1 style="font-size:32px">Saldi</h1>
<p class=lead>Solo oggi</p><p>In <b>tutti</b> i negozi</p>"""


def test_html_knows_weights_and_slopes_by_style_by_element_and_in_shorthand():
    page = page_of(HTML, "a.html")
    faces = {(f.family, f.weight, f.italic, f.least_pt, f.most_pt) for f in page.typefaces}
    assert faces == {
        ("Inter", 700, False, 12.0, 24.0),
        ("Open Sans", 700, True, 15.0, 15.0),
        ("Inter", 400, False, 12.0, 12.0),
    }


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 100 50">'
    b'<g font-family="Figtree" font-weight="600"><text y="20" font-size="10">Caro '
    b'<tspan font-style="italic">lettore</tspan></text></g></svg>'
)


def test_svg_inherits_weight_and_slope_and_counts_sizes_in_its_millimetres():
    page = page_of(SVG, "a.svg")
    assert [(f.family, f.weight, f.italic) for f in page.typefaces] == [
        ("Figtree", 600, True), ("Figtree", 600, False),
    ]  # fmt: skip
    assert page.typefaces[0].least_pt == pytest.approx(10 * 72 / 25.4, abs=0.02)


def test_where_letters_are_pixels_nothing_is_said_of_fonts_and_why():
    features = measured(encode(noise(64, 48), "PNG"), "a.png")
    assert features.pages[0].typefaces is None
    assert not row(features).measured
    assert row(features).reason.code in {"why.no_text", "why.letters_are_pixels"}


def test_words_without_a_font_are_covered_as_such():
    features = measured(b"<p>Ciao a tutti</p>", "a.html")
    assert row(features).reason.code == "why.no_fonts_named"


def run(start, end, font, **more):
    return TextRun((start, end), font=font, **more)


def test_spellings_of_one_font_are_one_typeface_under_the_commonest_name():
    runs = [run(0, 4, "AAAAAA+OpenSans-Bold"), run(4, 10, "Open Sans Bold")]
    assert [(f.family, f.weight, f.letters) for f in typefaces("abcdefghij", runs)] == [
        ("Open Sans", 700, 10)
    ]


def test_bullets_made_up_names_and_recognised_words_name_no_font():
    runs = [run(0, 2, "Wingdings"), run(2, 4, "CIDFont+F1"), run(4, 6, "Inter", source="ocr")]
    assert typefaces("abcdef", runs) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Inter", "Inter-Bold", "Lora", None]),
                          st.integers(0, 9), st.floats(1, 99)), max_size=8))  # fmt: skip
def test_every_letter_in_a_named_font_is_counted_once(rows):
    runs, at = [], 0
    for font, length, size in rows:
        runs.append(run(at, at + length, font, size_pt=size))
        at += length
    found = typefaces("x" * at, runs) or ()
    assert sum(f.letters for f in found) == sum(n for font, n, _ in rows if font)
    assert all(f.least_pt <= f.most_pt for f in found)
