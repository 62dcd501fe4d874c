"""How long A4 print PDFs take to read, with all that is known of them, against drawing them alone.

At most 2.5 times as long as PDFium needs to draw the same pages at the same size.
"""

import io

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from brandguard.readers import Limits, read

PAGES = 4
A4 = (595, 842)
WORDS = b"Torte fatte a mano ogni mattina, con farina del mulino qui accanto "
DPI = 200


def photograph(document, width=1200, height=900):
    """A CMYK photograph of 1.1 million pixels, as a JPEG."""
    y, x = np.mgrid[0:height, 0:width]
    waves = [np.sin(x / 70 + k) * 60 + np.cos(y / 50 - k) * 60 + 128 for k in range(3)]
    inks = np.stack([*waves, np.full(x.shape, 10.0)], axis=-1)
    inks += np.random.default_rng(0).normal(0, 8, inks.shape)
    out = io.BytesIO()
    Image.fromarray(inks.clip(0, 255).astype(np.uint8), mode="CMYK").save(out, "JPEG", quality=88)
    stream = pikepdf.Stream(document, out.getvalue())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = width, height, 8
    stream.ColorSpace, stream.Filter = pikepdf.Name.DeviceCMYK, pikepdf.Name.DCTDecode
    stream.Decode = [1, 0] * 4
    return stream


def page_content():
    """A brochure page: a picture, a coloured ground, some drawing and fifty lines of text."""
    parts = [b"0 0.95 0.85 0.05 k 0 700 595 142 re f", b"q 500 0 0 375 47 300 cm /Im Do Q"]
    parts += [
        b"0.%02d 0.2 0 0.1 k %d 20 9 %d re f" % (k, 10 + 11 * k, 10 + 3 * (k % 9))
        for k in range(50)
    ]
    lines = b" ".join(b"0 -11 Td (%s%d) Tj" % (WORDS + WORDS[: 9 * (k % 4)], k) for k in range(50))
    parts += [b"BT 0 0 0 1 k /F1 8 Tf 40 690 Td " + lines + b" ET"]
    parts += [b"BT 0 0 0 0 k /F1 40 Tf 40 760 Td (Pane e torte) Tj ET"]
    return b"\n".join(parts)


@pytest.fixture(scope="module")
def brochure():
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for _ in range(PAGES):
        page = document.add_blank_page(page_size=(A4[0] + 17, A4[1] + 17))
        page.Contents = document.make_stream(page_content())
        picture = photograph(document)
        page.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=font), XObject=pikepdf.Dictionary(Im=picture)
        )
        page.obj.TrimBox = pikepdf.Array([8.5, 8.5, A4[0] + 8.5, A4[1] + 8.5])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def drawn(data):
    """Draw every page as large as the reader does, and nothing else."""
    document = pypdfium2.PdfDocument(data)
    pixels = 0
    for page in document:
        scale = Limits().long_side / max(page.get_size())
        pixels += page.render(scale=scale, rev_byteorder=True).to_numpy().size
    document.close()
    return pixels


@pytest.mark.benchmark(group="A4 print PDF, 4 pages")
def test_plain_drawing(benchmark, brochure):
    assert benchmark(drawn, brochure) > PAGES * 1600 * 1100


@pytest.mark.benchmark(group="A4 print PDF, 4 pages")
def test_read(benchmark, brochure):
    pages = benchmark(lambda: list(read(brochure, "brochure.pdf").pages))
    assert len(pages) == PAGES
    assert pages[0].production.pictures[0].space == "cmyk"
    assert pages[0].text.count("Torte") > 50
