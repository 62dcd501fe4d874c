"""Documents drawn by the real LibreOffice, where it is installed, and what it is kept from."""

import document_files as documents
import pytest

from brandguard.model.creative import TextRun
from brandguard.readers import libreoffice, read
from brandguard.readers.same_words import SameWords


def _installed():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(libreoffice.VARIABLE, raising=False)
        return libreoffice.executable()


INSTALLED = _installed()
real = pytest.mark.skipif(INSTALLED is None, reason="LibreOffice is not installed")
ON_LOAD = (
    '<office:scripts><office:event-listeners xmlns:script="urn:oasis:names:tc:opendocument:xmlns:'
    'script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><script:event-listener '
    'script:language="ooo:script" script:event-name="dom:load" xlink:type="simple" xlink:href="'
    'vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"/>'
    "</office:event-listeners></office:scripts>"
)
BASIC = (
    '<?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script" '
    'script:name="M" script:language="StarBasic">Sub Main\nOpen "{0}" For Output As #1\n'
    'Print #1, "x"\nClose #1\nShell("/usr/bin/touch {0}")\nEnd Sub</script:module>'
)
LIBRARY = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false"><library:element library:name="M"/></library:library>'
)
LIBRARIES = (
    '<library:libraries xmlns:library="http://openoffice.org/2000/library"><library:library '
    'library:name="Standard" library:link="false"/></library:libraries>'
)


def with_macro(target):
    """A text that runs a macro when it is opened."""
    parts = {
        "Basic/Standard/M.xml": BASIC.format(target),
        "Basic/Standard/script-lb.xml": LIBRARY,
        "Basic/script-lc.xml": LIBRARIES,
    }
    data = documents.open_text()
    for name, body in parts.items():
        data = documents.changed(data, name, lambda _, body=body: body.encode())
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in parts
    )
    data = documents.changed(
        data,
        "META-INF/manifest.xml",
        lambda b: b.replace(b"</manifest:manifest>", entries.encode() + b"</manifest:manifest>"),
    )
    return documents.changed(
        data,
        "content.xml",
        lambda b: b.replace(b"<office:scripts/>", b"").replace(
            b"<office:automatic-styles", ON_LOAD.encode() + b"<office:automatic-styles", 1
        ),
    )


@pytest.fixture(autouse=True)
def _the_installed_one(monkeypatch):
    if INSTALLED:
        monkeypatch.setenv(libreoffice.VARIABLE, INSTALLED)


def test_another_program_can_be_named_and_none(monkeypatch):
    monkeypatch.setenv(libreoffice.VARIABLE, "/opt/office/soffice")
    assert libreoffice.executable() == "/opt/office/soffice"
    monkeypatch.setenv(libreoffice.VARIABLE, "")
    assert libreoffice.executable() is None


@real
@pytest.mark.parametrize(
    ("suffix", "fonts", "size"),
    [
        (".docx", {"Open Sans", "Cambria", "Calibri"}, (148, 210)),
        (".pptx", {"Open Sans", "Calibri"}, (254, 190.5)),
        (".odt", {"Open Sans"}, (210, 297)),
        (".odp", {"Open Sans"}, (280, 210)),
    ],
)
def test_a_document_is_drawn_with_the_fonts_that_it_names(suffix, fonts, size):
    creative = read(documents.every_document()[suffix], f"a{suffix}")
    page = next(iter(creative.pages))
    assert page.pixels is not None
    assert (page.width_mm, page.height_mm) == pytest.approx(size, abs=1)
    assert {run.font for run in page.runs} == fonts
    assert all(run.box for run in page.runs)
    assert page.production is None
    assert not {"SYS015", "SYS018"} & {note.code for note in creative.notes}


@real
def test_no_macro_is_run(tmp_path):
    target = tmp_path / "ran"
    (page,) = read(with_macro(target), "a.odt").pages
    assert page.pixels is not None
    assert not target.exists()


FILL = (
    '<draw:fill-image xmlns:xlink="http://www.w3.org/1999/xlink" draw:name="f" xlink:href="{}"/>'
    "</office:styles>"
)


@pytest.mark.parametrize("where", ["styles.xml", "Object 1/content.xml"])
def test_what_lies_outside_is_found_in_every_part_and_nothing_is_drawn(where, monkeypatch):
    drawn = []
    monkeypatch.setattr(libreoffice, "to_pdf", lambda *given: drawn.append(given))
    address = "http://127.0.0.1:9/x.png"
    if where == "styles.xml":
        fill = FILL.format(address).encode()
        data = documents.changed(
            documents.open_slides(), where, lambda b: b.replace(b"</office:styles>", fill)
        )
    else:
        image = f'<a xmlns:x="http://www.w3.org/1999/xlink" x:href="{address}"/>'.encode()
        data = documents.changed(documents.open_text(), where, lambda _: image)
    notes = {note.code: note.facts for note in read(data, "a.odp").notes}
    assert notes["SYS018"]["first"] == address
    assert not drawn


def test_a_picture_beside_an_object_lies_within(monkeypatch):
    monkeypatch.setattr(libreoffice, "executable", lambda: None)
    image = b'<a xmlns:x="http://www.w3.org/1999/xlink" x:href="../Pictures/a.png"/>'
    data = documents.changed(documents.open_text(), "Object 1/content.xml", lambda _: image)
    assert "SYS018" not in {note.code for note in read(data, "a.odt").notes}


def test_words_are_found_once_in_their_order_and_again_where_they_are_repeated():
    head, body = TextRun((0, 11), font="Acme"), TextRun((12, 23), font="Body")
    same = SameWords("Acme S.p.A.\nsolo oggi a", (head, body))
    whole, short = TextRun((0, 11)), TextRun((0, 4))
    assert same.parted("ACME S.P.A.", whole)[0][1] is head
    assert same.parted("Solo oggi a", whole)[0][1] is body
    assert same.parted("Acme S.p.A.", whole) == [(whole, None)]
    assert same.parted("Acme S.p.A.", whole, anywhere=True)[0][1] is head
    assert same.parted("solo", short, anywhere=True) == [(short, None)]
