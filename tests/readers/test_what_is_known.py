"""Format by format, what a file tells: asserted on a generated file of each.

`TABLE` is what the documentation says of each format; a new format adds its row and its file.
"""

import document_files as documents
import psd_files
import pytest
import reader_files as files
import video_files

from brandguard.readers import FORMATS, html_drawing, libreoffice, read

PRINT = {"dpi": (300, 300)}

FILES = {
    "png": (".png", lambda: files.encode(files.picture(), "PNG", **PRINT)),
    "jpeg": (".jpg", lambda: files.encode(files.picture(mode="CMYK"), "JPEG", **PRINT)),
    "webp": (".webp", lambda: files.encode(files.picture(), "WEBP")),
    "gif": (".gif", lambda: files.encode(files.picture().convert("P"), "GIF")),
    "bmp": (".bmp", lambda: files.encode(files.picture(), "BMP")),
    "tiff": (".tif", lambda: files.encode(files.picture(), "TIFF", **PRINT)),
    "avif": (".avif", lambda: files.encode(files.picture(), "AVIF")),
    "psd": (".psd", psd_files.flyer),
    **{s[1:]: (s, lambda s=s: video_files.film([files.RED], s)) for s in video_files.CODECS},
    "pdf": (".pdf", lambda: files.pdf(files.FLYER)),
    "svg": (".svg", lambda: files.SVG),
    "html": (".html", lambda: files.HTML),
    "markdown": (".md", lambda: files.MARKDOWN),
    "text": (".txt", lambda: b"Solo oggi"),
    **{
        suffix.removeprefix("."): (suffix, lambda suffix=suffix: documents.every_document()[suffix])
        for suffix in documents.every_document()
    },
}

TABLE = {
    "png": "pixels mm",
    "jpeg": "pixels mm space",
    "webp": "pixels",
    "gif": "pixels",
    "bmp": "pixels",
    "tiff": "pixels mm",
    "avif": "pixels",
    "psd": "pixels text fonts sizes colours places mm",
    "mp4": "pixels",
    "mov": "pixels",
    "webm": "pixels",
    "pdf": "pixels text fonts sizes colours mm",
    "svg": "pixels text fonts sizes colours mm",
    "html": "text fonts colours",
    "markdown": "text",
    "text": "text",
    "docx": "text fonts sizes weights colours mm links",
    "pptx": "pixels text fonts sizes weights colours places mm links",
    "odt": "text fonts sizes weights colours mm links",
    "odp": "text fonts sizes weights colours places mm",
    "idml": "text fonts sizes weights colours inks spots mm",
    "rtf": "text fonts sizes weights colours",
    "eml": "pixels text fonts sizes weights colours",
    "mhtml": "pixels text fonts sizes weights colours",
    "xlsx": "text",
    "csv": "text",
    "srt": "text",
    "vtt": "text",
}
"""At least this is told without any optional program. «space» is an ink or gamut other than sRGB's,
«inks» are builds, «places» the boxes of words."""


@pytest.fixture(autouse=True)
def _nothing_is_drawn(monkeypatch):
    monkeypatch.setattr(libreoffice, "executable", lambda: None)
    monkeypatch.setattr(html_drawing, "why_not", lambda: "weasyprint")


def known(creative):
    pages = list(creative.pages)
    runs = [run for page in pages for run in page.runs]
    fills = [fill for page in pages for fill in page.fills]
    return {
        "pixels": any(page.pixels is not None for page in pages),
        "text": any(page.text for page in pages),
        "fonts": any(run.font for run in runs),
        "sizes": any(run.size_pt for run in runs),
        "weights": any(run.weight for run in runs),
        "colours": bool(fills),
        "inks": any(fill.cmyk for fill in fills),
        "spots": any(fill.spot for fill in fills),
        "places": any(run.box for run in runs),
        "mm": any(page.width_mm and page.height_mm for page in pages),
        "links": any(page.links for page in pages),
        "space": creative.colour_space not in {None, "sRGB", "Grey"},
    }


@pytest.mark.parametrize("name", sorted(TABLE))
def test_what_a_format_tells(name):
    suffix, make = FILES[name]
    data = make()
    if name in {"docx", "pptx", "odt"}:
        data = with_a_link(name)
    creative = read(data, f"creative{suffix}")
    assert creative.format == name
    told = known(creative)
    missing = [what for what in TABLE[name].split() if not told[what]]
    assert not missing


def with_a_link(name):
    """The document with a link to be clicked."""
    if name == "pptx":
        return documents.slides(
            lambda _, slide: setattr(
                slide.shapes[2].click_action.hyperlink, "address", "https://acme.example"
            )
        )
    if name == "odt":
        link = b'<text:p><text:a xlink:href="https://acme.example">qui</text:a></text:p>'
        return documents.changed(
            documents.open_text(),
            "content.xml",
            lambda body: body.replace(b"</office:text>", link + b"</office:text>"),
        )
    relation = "word/_rels/document.xml.rels"
    linked = documents.with_link_outside(
        documents.word(), relation, "hyperlink", "https://acme.example"
    )
    use = (
        b'<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships" r:id="rIdOut"><w:r><w:t>qui</w:t></w:r></w:hyperlink></w:p>'
    )
    return documents.changed(
        linked, "word/document.xml", lambda body: body.replace(b"<w:body>", b"<w:body>" + use)
    )


def test_every_format_that_is_read_here_has_its_row():
    optional = {format_.name for format_ in FORMATS if format_.needs}
    assert set(TABLE) <= {format_.name for format_ in FORMATS}
    assert {"docx", "pptx", "odt", "odp", "eml", "csv"} <= set(TABLE)
    assert not optional & set(TABLE)
