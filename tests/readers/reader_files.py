"""Small real files of every format, made on the spot."""

import io
import zlib

import numpy as np
import pikepdf
from PIL import Image

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import read

RED, BLUE, WHITE = (229, 0, 43), (10, 60, 200), (255, 255, 255)


def picture(width=120, height=80, mode="RGB"):
    """Left half red, right half blue."""
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:, : width // 2], pixels[:, width // 2 :] = RED, BLUE
    return Image.fromarray(pixels).convert(mode)


def noise(width, height, mode="RGB", seed=0):
    rng = np.random.default_rng(seed)
    bands = {"RGB": 3, "CMYK": 4, "L": 1}[mode]
    pixels = rng.integers(0, 256, (height, width, bands), dtype=np.uint8)
    return Image.fromarray(
        pixels.squeeze() if bands == 1 else pixels, mode=None if bands < 4 else mode
    )


def encode(image, name, **options):
    out = io.BytesIO()
    image.save(out, name, **options)
    return out.getvalue()


def pdf(content=b"", pages=1, size=(200, 100), resources=None, **page_keys):
    """A PDF whose pages all hold the same content stream, with Helvetica as /F1."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    for _ in range(pages):
        page = document.add_blank_page(page_size=size)
        page.Contents = document.make_stream(content)
        page.Resources = resources(document) if resources else pikepdf.Dictionary()
        page.Resources.Font = pikepdf.Dictionary(F1=font)
        for key, value in page_keys.items():
            page.obj[f"/{key}"] = value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FLYER = (
    b"0.898 0 0.169 rg 0 50 200 50 re f "
    b"BT /F1 12 Tf 0 0 1 rg 10 20 Td (Sconti del 20%) Tj 0 -14 Td (solo oggi) Tj ET"
)

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 200 100">'
    b"<style>:root{--brand:#E5002B} .b{fill:var(--brand)}</style>"
    b'<rect class="b" width="100" height="100"/>'
    b'<rect x="100" width="100" height="100" style="fill:rgb(10 60 200 / 100%)"/>'
    b'<text x="10" y="40" font-family="Inter, sans-serif" font-size="20" fill="#fff">Ciao '
    b'<tspan x="10" dy="24">mondo</tspan></text></svg>'
)

HTML = (
    "<!DOCTYPE html><html><head><title>Nein</title><style>.k{color:#E5002B;font-family:Inter,sans}"
    "</style></head><body bgcolor='#ffffff'><h1 class=k>Saldi d’estate</h1><p>Solo <b>oggi</b>"
    "<br>in negozio</p><img alt='non io'><script>x</script><p style='display:none'>nascosto</p>"
    "</body></html>"
).encode()

MARKDOWN = b"---\ntitle: no\n---\n# Titolo\n\nUn *testo* [con link](http://x.y).\n\n- uno\n- due\n"


def animation(name, frames=12, distinct=12, **options):
    images = [Image.new("RGB", (40, 30), (20 * (i % distinct), 0, 90)) for i in range(frames)]
    return encode(images[0], name, save_all=True, append_images=images[1:], duration=50, **options)


def every_format():
    """One file of each format, by suffix."""
    drawn = noise(64, 48)
    return {
        ".png": encode(drawn, "PNG"),
        ".jpg": encode(drawn, "JPEG"),
        ".webp": encode(drawn, "WEBP"),
        ".gif": encode(drawn.convert("P"), "GIF"),
        ".bmp": encode(drawn, "BMP"),
        ".tif": encode(drawn, "TIFF"),
        ".avif": encode(drawn, "AVIF"),
        ".pdf": pdf(FLYER),
        ".svg": SVG,
        ".html": HTML,
        ".md": MARKDOWN,
        ".txt": "Perché no?\r\nSì.".encode(),
    }


def png_header(width, height):
    """A PNG that announces a size and holds next to nothing."""

    def chunk(kind, body):
        crc = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + crc

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    rows = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x06\0\0\0") + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )  # fmt: skip


def outcome(data, path, limits=None):
    """The pages of a file, and no note; or no pages, and the note that refuses it."""
    try:
        return list(read(data, path, limits).pages), None
    except UnreadableCreativeError as error:
        return [], error.note
