"""SVG: drawn as a browser would, read for words and colours, and never reaching outside."""

import base64
import gzip
import http.server
import threading

import numpy as np
import pytest
import reader_files as files

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, read

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body, attributes='width="100" height="100"'):
    return f"<svg {NS} {attributes}>{body}</svg>".encode()


def only_page(data, path="a.svg", limits=None):
    (page,) = read(data, path, limits).pages
    return page


def refused(data, limits=None):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, "a.svg", limits).pages)
    return caught.value.note


def test_variables_and_modern_colours_are_drawn():
    page = only_page(files.SVG)
    assert page.pixels.shape == (800, 1600, 3)
    assert tuple(page.pixels[20, 20]) == files.RED
    assert tuple(page.pixels[20, 1500]) == files.BLUE
    assert (page.width_mm, page.height_mm) == (pytest.approx(100), pytest.approx(50))


def test_words_stand_in_lines_with_font_size_and_colour():
    page = only_page(files.SVG)
    assert page.text == "Ciao\nmondo"
    run = page.runs[0]
    assert (run.font, run.colour) == ("Inter", "#FFFFFF")
    assert run.size_pt == pytest.approx(20 * (100 / 200) / 25.4 * 72, abs=0.02)  # 20 units of ½ mm


def test_named_colours_have_their_places():
    fills = {(fill.hex, fill.kind): fill.box for fill in only_page(files.SVG).fills}
    assert fills["#E5002B", "fill"] == (0.0, 0.0, 0.5, 1.0)
    assert fills["#0A3CC8", "fill"] == (0.5, 0.0, 1.0, 1.0)
    assert ("#FFFFFF", "text") in fills


def test_transforms_gradients_uses_and_hidden_things():
    page = only_page(svg(
        '<defs><linearGradient id="g"><stop stop-color="#123456"/></linearGradient>'
        '<linearGradient id="unused"><stop stop-color="#ABCDEF"/></linearGradient>'
        '<rect id="r" width="10" height="10" fill="#00FF00"/></defs>'
        '<g transform="translate(50 0) scale(2)"><rect width="25" height="50" fill="url(#g)"/></g>'
        '<use xlink:href="#r" x="20" y="30"/><rect width="9" height="9" display="none" fill="red"/>'
        '<circle cx="50" cy="50" r="10" stroke="#0000FF" style="fill:none"/>'
    ))  # fmt: skip
    fills = {(fill.hex, fill.kind): fill.box for fill in page.fills}
    assert fills == {
        ("#123456", "fill"): (0.5, 0.0, 1.0, 1.0),
        ("#00FF00", "fill"): (0.2, 0.3, 0.3, 0.4),
        ("#0000FF", "stroke"): (0.4, 0.4, 0.6, 0.6),
    }


def test_nothing_behind_the_drawing_is_white_paper_and_told():
    page = only_page(svg('<rect width="50" height="100" fill="#E5002B"/>'))
    assert tuple(page.pixels[800, 1500]) == files.WHITE
    assert (page.opacity[800, 100], page.opacity[800, 1500]) == (255, 0)


def test_a_compressed_drawing():
    assert only_page(gzip.compress(files.SVG), "a.svgz").text == "Ciao\nmondo"
    bomb = gzip.compress(files.SVG + b" " * 3_000_000)
    note = refused(bomb, Limits(max_inflated=1_000_000))
    assert (note.code, note.facts["what"]) == ("SYS005", "inflated")


def test_entities_that_are_plain_text_are_filled_in():
    data = (
        b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY n "http://www.w3.org/2000/svg">'
        b'<!ENTITY r "#E5002B">]><svg xmlns="&n;" width="10" height="10">'
        b'<rect width="10" height="10" fill="&r;"/></svg>'
    )
    assert tuple(only_page(data).pixels[5, 5]) == files.RED


@pytest.mark.parametrize("subset", [
    '<!ENTITY a "x"><!ENTITY b "&a;&a;">',
    '<!ENTITY x SYSTEM "file:///etc/passwd">',
    '<!ENTITY % p "x"> %p;',
])  # fmt: skip
def test_other_entities_are_refused(subset):
    note = refused(f"<!DOCTYPE svg [{subset}]>".encode() + svg("<text>&x;&b;</text>"))
    assert note.code in {"SYS005", "SYS003"}


def test_bombs_are_refused_before_they_are_drawn():
    deep = refused(svg("<g>" * 200_000 + "</g>" * 200_000))
    assert (deep.code, deep.facts["what"]) == ("SYS005", "depth")
    many = refused(svg("<g/>" * 100_001))
    assert (many.code, many.facts["what"]) == ("SYS005", "nodes")
    grown = f'<!DOCTYPE svg [<!ENTITY a "{"x" * 10_000}">]>'.encode() + svg("&a;" * 10_000)
    assert refused(grown).facts["what"] == "inflated"
    picture = base64.b64encode(files.png_header(13_000, 13_000)).decode()
    note = refused(svg(f'<image href="data:image/png;base64,{picture}" width="9" height="9"/>'))
    assert (note.code, note.facts["what"]) == ("SYS005", "pixels")


@pytest.mark.parametrize("size", ["40000", "1000000", "1e30", "0.000001"])
def test_a_drawing_that_says_it_is_huge_is_drawn_small(size):
    page = only_page(svg("<rect width='5' height='5'/>", f'width="{size}" height="{size}"'))
    assert max(page.pixels.shape) <= 1600


def test_variables_that_grow_each_other_end():
    grow = "".join(f"--v{i}:{f'var(--v{i + 1}) ' * 20};" for i in range(30))
    rules = f":root{{{grow}--s:var(--s)}} rect{{fill:var(--v0);stroke:var(--s)}}"
    body = f"<style>{rules}</style>"
    assert only_page(svg(body + "<rect width='9' height='9'/>")).vector


def test_drawings_that_use_each_other_end():
    chain = "".join(
        f'<g id="u{i}">{f"<use href={chr(34)}#u{i + 1}{chr(34)}/>" * 10}</g>' for i in range(9)
    )
    data = svg(f"<defs>{chain}</defs><use href='#u0'/>")
    pages, note = files.outcome(data, "a.svg", Limits(long_side=64))
    assert pages or note.code == "SYS003"


@pytest.fixture
def listener():
    """A server on this machine that writes down who came."""
    visits = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            visits.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", visits
        server.shutdown()


@pytest.mark.parametrize("body", [
    '<image href="{url}" width="100" height="100"/>',
    '<image xlink:href="{url}" width="100" height="100"/>',
    '<image href=" {url}" width="100" height="100"/>',
    '<filter id="f"><feImage href="{url}"/></filter><rect width="9" height="9" filter="url(#f)"/>',
    '<use href="{url}#a"/>',
    '<rect width="99" height="99" fill="url({url}#a)"/>',
    '<rect width="99" height="99" style="fill:url(\'{url}\')"/>',
    '<style>@import url({url}); rect{{fill:url({url})}}</style><rect width="9" height="9"/>',
    '<style>@font-face{{font-family:a;src:url({url})}}</style><text font-family="a">a</text>',
    '<image xml:base="{url}" href="#x" width="9" height="9"/>',
    '<image href="data:image/svg+xml,%3Csvg/%3E" width="9" height="9"/><image href="{url}"/>',
    '<foreignObject width="9" height="9"><img src="{url}"/></foreignObject><image href="{url}"/>',
])  # fmt: skip
def test_nothing_outside_the_file_is_read(body, listener, tmp_path):
    home, visits = listener
    canary = tmp_path / "canary.png"
    canary.write_bytes(files.encode(files.picture(100, 100), "PNG"))
    for url in (
        str(canary),
        f"file://{canary}",
        f"../../../../../../..{canary}",
        f"{home}/canary.png",
    ):
        creative = read(svg(body.format(url=url)), str(tmp_path / "a.svg"), Limits(long_side=100))
        (page,) = creative.pages
        for colour in (files.RED, files.BLUE):
            assert not (page.pixels == np.array(colour, np.uint8)).all(axis=-1).any()
        assert [note.code for note in creative.notes] == ["SYS018"]
        assert creative.notes[0].facts["count"] >= 1
    assert visits == []


def test_pictures_within_the_file_stay():
    picture = base64.b64encode(files.encode(files.picture(100, 100), "PNG")).decode()
    creative = read(
        svg(f'<image href="data:image/png;base64,{picture}" width="100" height="100"/>'),
        "a.svg",
        Limits(long_side=200),
    )
    (page,) = creative.pages
    assert tuple(page.pixels[100, 40]) == files.RED
    assert creative.notes == ()


def test_a_link_is_no_loss():
    assert read(svg('<a href="http://x.y"><rect width="9" height="9"/></a>'), "a.svg").notes == ()


def test_broken_and_truncated_drawings():
    assert refused(files.SVG[:200]).facts["cause"] == "truncated"
    assert refused(svg("<g></h>")).code == "SYS003"
    assert refused(b"<?xml version='1.0'?><book/>").facts["cause"] == "not_this_format"
    for sixteenth in range(1, 16):
        pages, note = files.outcome(files.SVG[: len(files.SVG) * sixteenth // 16], "a.svg")
        assert not pages
        assert note.code == "SYS003"
