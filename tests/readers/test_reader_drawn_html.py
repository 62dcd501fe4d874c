"""HTML and e-mails as they are seen: size, colours, places of words, and what is never fetched."""

import base64
import subprocess
import sys
from email.message import EmailMessage

import numpy as np
import pytest
import reader_files as files
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from brandguard.model.creative import TextRun
from brandguard.readers import Limits, html_drawing, html_inside, read
from brandguard.readers.same_words import with_places

drawn = pytest.mark.skipif(
    html_drawing.why_not() is not None, reason="drawing needs WeasyPrint and Pango"
)
DOT = "<style>*{margin:0}body{background:#0A3CC8}</style>"


def page_of(source, name="a.html", limits=None):
    data = source if isinstance(source, bytes) else source.encode()
    return next(iter(read(data, name, limits).pages))


def codes_of(source, name="a.html"):
    data = source if isinstance(source, bytes) else source.encode()
    return {note.code: note.facts for note in read(data, name).notes}


def share_of(page, rgb):
    return float((np.abs(page.pixels.astype(int) - rgb).max(axis=2) <= 3).mean())


def red(width, height):
    return files.encode(Image.new("RGB", (width, height), (229, 0, 43)), "PNG")


def inline(data, kind="image/png"):
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


RED = inline(red(60, 40))


@drawn
@pytest.mark.parametrize(
    ("source", "size"),
    [
        ('<meta name="ad.size" content="width=300,height=250"><p>Saldi', (300, 250)),
        ("<body style='width:728px;height:90px'><p>Saldi", (728, 90)),
        ("<style>#ad{width:160px;height:600px}</style><div id=ad>Saldi</div>", (160, 600)),
        ("<header style='width:300px;height:80px'>Saldi</header><p>Solo oggi", (1280, None)),
        ("<body style='width:300px'><p>Saldi", (1280, None)),
        ("<!--[if mso]><![endif]--><p>Saldi", (600, None)),
        ("<!--[if mso]><![endif]--><table width='680'><td>Saldi</table>", (680, None)),
        ('<meta name="ad.size" content="width=0,height=99999"><p>Saldi', (1280, None)),
    ],
)
def test_a_banner_has_its_own_size_a_page_that_of_its_content(source, size):
    page = page_of(source)
    assert page.width_px == size[0]
    assert page.height_px == size[1] if size[1] else 16 <= page.height_px < 200
    assert page.pixels.shape == (page.height_px, page.width_px, 3)


@drawn
def test_a_page_is_as_tall_as_its_content_one_pixel_a_css_pixel():
    page = page_of(DOT + "<div style='height:2000px;background:#E5002B'></div>")
    assert (page.width_px, page.height_px) == (1280, 2000)
    assert share_of(page, (229, 0, 43)) > 0.99
    hero = page_of("<div style='min-height:100vh'>Saldi</div>")
    assert hero.height_px == html_drawing.SCREEN_HEIGHT + 16


@drawn
def test_words_have_their_place_and_keep_the_fonts_that_the_page_names():
    page = page_of(
        "<style>h1{font:700 40px 'Acme Grotesk'}p{font:16px Inter;color:#0A3CC8}</style><body>"
        "<ul><li>Menu</ul><h1>Saldi d’estate</h1><p style='text-transform:uppercase;width:200px'>"
        "Solo oggi in negozio fino alle otto di sera</p><p style='display:none'>mai</p>"
    )
    looks = {page.text[slice(*run.span)]: run for run in page.runs}
    head = looks["Saldi d’estate"]
    assert (head.font, head.size_pt, head.weight) == ("Acme Grotesk", 30.0, 700)
    lines = [run for run in page.runs if run.font == "Inter"]
    assert len(lines) > 1
    assert " ".join(page.text[slice(*run.span)] for run in lines).startswith("Solo oggi in negozio")
    assert {run.colour for run in lines} == {"#0A3CC8"}
    tops = [run.box[1] for run in (looks["Menu"], head, *lines)]
    assert tops == sorted(tops)
    assert all(run.box for run in page.runs)
    assert "mai" not in page.text


@drawn
def test_faint_words_have_their_contrast_measured():
    from brandguard.measures.contrast import text_contrasts

    page = page_of("<body style='background:#fff'><p style='color:#ddd;font-size:24px'>Pallido</p>")
    (faint,) = text_contrasts(page)
    assert faint.ratio < 1.5
    assert (faint.colour, faint.ground) == ("#DDDDDD", "#FFFFFF")


@drawn
def test_pictures_inside_the_file_are_drawn_others_are_told_and_leave_nothing():
    shown = page_of(DOT + f"<img src='{RED}' width=640 height=400>")
    assert share_of(shown, (229, 0, 43)) > 0.4
    source = (
        DOT + "<img src='https://a.example/x.png' alt='Black words'><img src=logo.png alt=Logo>"
        "<div style='background:url(//b.example/y.png);height:50px'></div>"
    )
    missing = page_of(source)
    assert share_of(missing, (10, 60, 200)) == 1
    assert codes_of(source)["SYS018"] == {"count": 3, "first": "https://a.example/x.png"}


@drawn
def test_pictures_of_an_email_are_drawn_in_it():
    message = EmailMessage()
    message["Subject"] = "Saldi"
    message.set_content("testo")
    message.add_alternative(
        f"{DOT}<p>Solo oggi</p><img src='CID:a%40b' width=600 height=400>", subtype="html"
    )
    picture = red(300, 200)
    message.get_payload()[-1].add_related(picture, "image", "png", cid="<a@b>")
    first, second = read(message.as_bytes(), "a.eml").pages
    assert first.width_px == 600
    assert share_of(first, (229, 0, 43)) > 0.8
    assert first.text == "Saldi\nSolo oggi"
    assert second.pixels.shape[:2] == (200, 300)


@drawn
def test_a_saved_page_shows_the_parts_that_lay_on_the_web():
    message = EmailMessage()
    message.set_content("<link rel=stylesheet href='s.css'><img src='a/b.png'>", subtype="html")
    message["Content-Location"] = "https://acme.example/saldi/index.html"
    message.make_related()
    style = "body{margin:0;background:#0A3CC8}img{width:1280px;height:100px;display:block}"
    message.add_related(style, "css")
    picture = red(300, 200)
    message.add_related(picture, "image", "png")
    page, css, image = message.get_payload()
    page["Content-Location"] = "https://acme.example/saldi/index.html"
    css["Content-Location"] = "https://acme.example/saldi/s.css"
    image["Content-Location"] = "https://acme.example/saldi/a/b.png"
    (shown,) = read(message.as_bytes(), "a.mhtml").pages
    assert (shown.width_px, shown.height_px) == (1280, 100)
    assert share_of(shown, (229, 0, 43)) > 0.99
    assert "SYS018" not in codes_of(message.as_bytes(), "a.mhtml")


@drawn
@pytest.mark.parametrize(
    "source",
    [
        "<style>@font-face{font-family:a;src:url(file:///etc/passwd)}p{font-family:a}</style><p>a",
        "<link rel=attachment href='file:///etc/passwd'><p>a",
        "<a rel=attachment href='file:///etc/passwd'>a</a>",
        "<p>a</p><svg width=9 height=9><image href='file:///etc/passwd' width=9 height=9 /></svg>",
        "<style>@page{background:url(file:///etc/passwd)}</style><p>a",
        "<style>p::before{content:url(file:///etc/passwd)}</style><p>a",
    ],
)
def test_files_that_a_page_asks_for_are_not_opened(source, monkeypatch):
    asked = []
    monkeypatch.setattr(html_inside.Inside, "_part", lambda _, at: asked.append(at) or 1 / 0)
    assert page_of(source).text == "a"
    assert set(asked) <= {"file:///etc/passwd"}


@drawn
@pytest.mark.parametrize(
    "picture",
    [
        inline(b"%!PS-Adobe-3.0 EPSF-3.0\n", "image/x-eps"),
        inline(
            b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\x7f\xff\xff\xff" * 2 + b"\x08\2" + b"\0" * 7
        ),
        inline(
            b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><svg>&b;</svg>", "image/svg+xml"
        ),
        inline(b"wOF2" + b"\0" * 99, "font/woff2"),
        "data:image/png;base64,!!!!",
        "data:,",
    ],
)
def test_pictures_that_are_none_are_left_out(picture):
    page = page_of(DOT + f"<img src='{picture}' alt=''><div style='height:90px'>")
    assert share_of(page, (10, 60, 200)) == 1


@drawn
@pytest.mark.parametrize(
    "style",
    [
        "height:1e9px", "width:1e9px", "font-size:1e9px", "font-size:1e300px", "margin:1e9px",
        "border:1e8px solid", "letter-spacing:1e9px", "line-height:1e9", "column-count:1000000",
        "transform:scale(1e9)", "position:absolute;top:1e9px", "zoom:1e9", "text-indent:-1e9px",
    ],
)  # fmt: skip
def test_sizes_without_measure_end_in_words_or_a_bounded_picture(style):
    page = page_of(f"<div style='{style}'>Solo oggi</div>")
    assert page.text == "Solo oggi"
    if page.pixels is not None:
        assert page.pixels.shape[0] * page.pixels.shape[1] <= 1.01 * Limits().keep_pixels
        assert page.height_px <= html_drawing.TALLEST


@drawn
@pytest.mark.parametrize(
    "body",
    [
        "<table>" + "<tr><td>x" * 20_000,
        "<p>" + "<b><i>" * 900 + "x",
        "<p style='display:grid;grid-template-columns:repeat(99999999,1fr)'>x",
    ],
    ids=["cells", "nesting", "grid"],
)
def test_what_takes_too_long_or_too_much_is_read_without_a_picture(body, monkeypatch):
    monkeypatch.setattr(html_drawing, "SECONDS", 0.3)
    page = page_of(body)
    assert page.pixels is None
    assert "x" in page.text
    assert codes_of(body)["SYS015"] == {"format": "html"}


@drawn
def test_a_drawing_that_swallows_the_end_of_its_time_is_ended_again(monkeypatch):
    uses = "".join(
        f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 10 + "</g>" for i in range(1, 10)
    )
    bomb = (
        f'<svg width="9" height="9"><g id="a0"><path d="M0 0h9"/></g>{uses}<use href="#a9"/></svg>'
    )
    monkeypatch.setattr(html_drawing, "SECONDS", 0.3)
    monkeypatch.setattr(html_drawing, "_AGAIN", 0.2)
    assert page_of(f"<p>Saldi</p>{bomb}{bomb}").pixels is None


def _for_ever():
    with html_drawing._at_most(0.02):
        while True:
            pass


def test_nothing_strikes_after_the_end(monkeypatch):
    monkeypatch.setattr(html_drawing, "_AGAIN", 0.01)
    with html_drawing._at_most(60.0):
        pass
    for _ in range(5):
        with pytest.raises(html_drawing._StoppedError):
            _for_ever()
    assert sum(range(1_000_000)) > 0


@drawn
def test_scripts_and_frames_are_not_drawn():
    page = page_of(DOT + "<body><script>document.write('x')</script><noscript>no</noscript>"
                   "<iframe srcdoc='<p>x'></iframe><object>x</object>")  # fmt: skip
    assert share_of(page, (10, 60, 200)) == 1


@pytest.mark.parametrize("lacking", ["weasyprint", "pango"])
def test_without_the_means_words_are_read_and_the_cure_is_told(lacking, monkeypatch):
    monkeypatch.setattr(html_drawing, "why_not", lambda: lacking)
    page = page_of(DOT + "<p>Saldi")
    assert (page.text, page.pixels) == ("Saldi", None)
    assert codes_of("<p>Saldi")["SYS015"] == {"format": "html", "cure": f"install_{lacking}"}


def test_what_is_missing_is_told_apart(monkeypatch):
    def cannot(name):
        raise OSError(name)

    monkeypatch.setattr(html_drawing, "find_spec", lambda name: name != "weasyprint" or None)
    assert html_drawing.why_not.__wrapped__() == "weasyprint"
    monkeypatch.setattr(html_drawing, "find_spec", lambda _: True)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert html_drawing.why_not.__wrapped__() == "pango"


WITHOUT = """
import importlib.util, sys
there = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "pyphen" else there(name, *more)
sys.modules["pyphen"] = None
from brandguard.readers import read
source = b"<html lang=it><p style='hyphens:auto;width:40px'>precipitevolissimevolmente"
(page,) = read(source, "a.html").pages
print(page.pixels is not None, page.text)
"""


@drawn
def test_pages_are_drawn_without_dictionaries_of_hyphenation():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False
    )
    assert done.stdout == "True precipitevolissimevolmente\n", done.stderr


@given(
    st.lists(st.text("ab ñ", min_size=1, max_size=9), max_size=6),
    st.lists(st.text("abAB", min_size=1, max_size=9), max_size=6),
)
def test_places_never_change_what_is_said(words, seen):
    text, drawn_text = "\n".join(words), "\n".join(seen)
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(len(words))]
    runs = tuple(
        TextRun((at, at + len(w)), font="Acme") for at, w in zip(starts, words, strict=True)
    )
    ends = [sum(len(w) + 1 for w in seen[: i + 1]) - 1 for i in range(len(seen))]
    lines = tuple(
        TextRun((end - len(w), end), box=(0, 0, 1, 1)) for end, w in zip(ends, seen, strict=True)
    )
    found = with_places(text, runs, drawn_text, lines)
    assert [run.span for run in found] == sorted(run.span for run in found)
    told = [i for run in found for i in range(*run.span) if not text[i].isspace()]
    assert told == [i for i, letter in enumerate(text) if not letter.isspace()]
    for run in found:
        if run.box:
            shown = "".join(text[slice(*run.span)].split()).casefold()
            assert shown in drawn_text.replace("\n", "").casefold()
