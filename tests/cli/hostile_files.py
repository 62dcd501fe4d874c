"""Bad files of every kind, made small and on the spot."""

import struct
import zlib

from PIL import Image


def squeezed(block, times, wbits=15):
    """A block of bytes many times over, compressed in no time: its packed form is repeated.

    The check sum at the end is wrong, which nobody sees who does not unpack it all.
    """
    packer = zlib.compressobj(9, wbits=-15)
    part = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    whole = zlib.compressobj(9, wbits=wbits)
    head = whole.compress(b"") + whole.flush(zlib.Z_FULL_FLUSH)
    return head + part * times + whole.flush()


def png_bomb(side=13_000):
    """A PNG of side² RGBA pixels in a few kilobytes."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    body = squeezed(b"\x00" * (1 + side * 4), side)
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def pdf(objects):
    """A PDF of numbered objects; the first is the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for i, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % i + body + b"\nendobj\n"
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % o for o in offsets)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        at,
    )


def stream(body, extra=b""):
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(body), extra, body)


def _page(resources, contents):
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<%s>>/Contents 4 0 R>>"
        % resources,
        contents,
    ]


def pdf_bomb(megabytes=1000):
    """Twelve kilobytes that inflate, twice, to a gigabyte of drawing."""
    body = zlib.compress(squeezed(b"0 0 m 9 9 l S\n" * 75_000, megabytes), 9)
    return pdf(_page(b"", stream(body, b"/Filter[/FlateDecode/FlateDecode]")))


def endless_pdf(levels=20):
    """Each form draws the next one three times: 3²⁰ drawings."""
    objects = _page(b"/XObject<</F 5 0 R>>", stream(b"/F Do"))
    for i in range(levels):
        number = 5 + i + 1
        body = b"/F Do /F Do /F Do" if i < levels - 1 else b"0 0 50 50 re f"
        resources = b"/Resources<</XObject<</F %d 0 R>>>>" % number if i < levels - 1 else b""
        objects.append(stream(body, b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]" + resources))
    return pdf(objects)


def truncated_png(tmp_path):
    file = tmp_path / "whole.png"
    Image.effect_noise((200, 200), 80).save(file)
    data = file.read_bytes()
    file.unlink()
    return data[: len(data) // 2]
