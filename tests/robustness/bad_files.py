"""A bad file of every class that the hostile-input requirements name, each made on the spot.

`bad_files` gives them by name. Each costs next to nothing to make and, unguarded, a gigabyte or a
worker to read. Names repeat with a number where a batch wants many.
"""

import os
import socket
from functools import cache
from pathlib import Path

import document_files as documents
import hostile_files as hostile
import psd_files
import reader_files as files
import video_files
from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
DEEP, MANY = 200_000, 300_000


def _svg(body, size='width="100" height="100"'):
    return f"{SVG}{size}>{body}</svg>".encode()


def laughs(root, closing):
    """Entities within entities: three gigabytes of «lol» in a kilobyte."""
    entities = ""
    for i in range(1, 10):
        entities += f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">'
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>{root}&l9;{closing}'


def office_bomb(megabytes=40):
    """A Word file whose text announces hundreds of megabytes and takes a few hundred kilobytes."""
    block = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 30_000
    return documents.changed(
        documents.word(), "word/document.xml", lambda _: b"<a>" + block * megabytes + b"</a>"
    )


def lying_archive():
    """An archive whose directory says that an entry is small."""
    data = bytearray(documents.packed({"mimetype": "x", "word/document.xml": b"a" * 20_000_000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def page_of(side):
    """A PDF page of so many points."""
    return files.pdf(files.FLYER, MediaBox=[0, 0, side, side])


def self_drawing_pdf():
    """A form that draws itself."""
    objects = hostile._page(b"/XObject<</F 5 0 R>>", hostile.stream(b"/F Do"))
    objects.append(
        hostile.stream(
            b"/F Do /F Do /F Do",
            b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F 5 0 R>>>>",
        )
    )
    return hostile.pdf(objects)


def uses(levels=10):
    """Drawings that use each other ten times: ten thousand million in the end."""
    parts = ""
    for i in range(levels):
        use = f"<use xlink:href='#u{i + 1}'/>"
        parts += f'<g id="u{i}">{use * 10}</g>'
    return _svg(f'<defs>{parts}<g id="u{levels}"><path d="M0 0h9"/></g></defs><use href="#u0"/>')


@cache
def _truncated():
    """Every format that is read, broken off in the middle."""
    whole = {**files.every_format(), **documents.every_document()}
    for text in (".md", ".txt", ".csv", ".srt", ".vtt", ".html", ".eml", ".mhtml", ".rtf"):
        del whole[text]  # half of a text is a text
    whole[".psd"] = psd_files.flyer()
    return {f"half{suffix}": data[: len(data) // 2] for suffix, data in whole.items()}


CLASSES = {
    "empty.png": lambda: b"",
    "bomb.png": hostile.png_bomb,
    "huge.png": lambda: files.png_header(2_000_000, 2_000_000),
    "huge.gif": lambda: b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\2\2D\1\0;",
    "text.jpg": lambda: b"I am no picture, I am a shopping list.\n",
    "noise.jpg": lambda: b"\xff\xd8\xff\xe0" + bytes(range(1, 256)) * 20,
    "noise.bin": lambda: bytes(range(256)) * 40,
    "bomb.docx": office_bomb,
    "laughs.docx": lambda: documents.changed(
        documents.word(), "word/document.xml", lambda _: laughs("<a>", "</a>").encode()
    ),
    "lying.docx": lying_archive,
    "nothing.pptx": lambda: documents.packed({"ppt/presentation.xml": b""}),
    "laughs.svg": lambda: laughs(SVG + ">", "</svg>").encode(),
    "outside.svg": lambda: (
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _svg("<text>&x;</text>")
    ),
    "wide.svg": lambda: _svg("<rect width='9' height='9'/>", 'width="1e6" height="1e6"'),
    "deep.svg": lambda: _svg("<g>" * DEEP + "</g>" * DEEP),
    "many.svg": lambda: _svg("<rect/>" * MANY),
    "uses.svg": uses,
    "bomb.svgz": lambda: _gzipped(SVG.encode() + b">" + b" " * 1_000_000),
    "bomb.pdf": hostile.pdf_bomb,
    "endless.pdf": hostile.endless_pdf,
    "itself.pdf": self_drawing_pdf,
    "wall.pdf": lambda: page_of(14_400),
    "world.pdf": lambda: page_of(1_000_000),
    "huge.psd": lambda: psd_files.header(300_000, 300_000, version=2),
    "strange.psd": lambda: psd_files.header(100, 100, mode=66),
    "deep.html": lambda: b"<html>" + b"<div>" * DEEP + b"ciao",
    "deep.rtf": lambda: rb"{\rtf1 " + b"{" * DEEP,
    "deep.eml": lambda: (
        b"MIME-Version: 1.0\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000)
        )
    ),
    "list.mp4": lambda: video_files.PLAYLIST.format("file:///etc/passwd").encode(),
    "list.mov": lambda: video_files.CONCAT.format("/etc/passwd").encode(),
    "broken.mp4": lambda: video_files.film([files.RED])[:700],
    "broken.webm": lambda: video_files.film([files.RED], ".webm")[:200],
    "script.eps": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run\n",
    "design.indd": lambda: b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5" + bytes(200),
}
READ_ALL_THE_SAME = {
    "wide.svg", "uses.svg", "wall.pdf", "world.pdf", "itself.pdf", "deep.html", "deep.eml",
    "half.pdf",
}  # fmt: skip
"""Bad in their make, but harmless once the guards hold: these may be read or refused."""


def _gzipped(data):
    return hostile.squeezed(data, 300, wbits=31)


@cache
def bad_files():
    """All bad files by name."""
    made = {name: make() for name, make in CLASSES.items()}
    return {**made, **_truncated()}


NAMES = [
    b"new\nline", b"caf\xe9", b"\xff\xfe", b"=HYPERLINK(1)", b"<img src=x onerror=1>",
    "\u202egnp.exe".encode(), b"a" * 250, b"--profile", b"%s%n", b"bell\x07",
]  # fmt: skip
"""Names of files that a report, a terminal or a table could trip over."""


NO_FILES = ("pipe.png", "loop.png", "zero.png", "socket.png")


def write_odd_names(folder, data):
    """Write a good file under each odd name; gives the names as Python knows them."""
    names = [os.fsdecode(name[:200] + b".png") for name in NAMES]
    for name in names:
        (folder / name).write_bytes(data)
    return names


def write_no_files(folder):
    """Write what is no regular file: a pipe, a socket, links; gives their names (NO_FILES)."""
    os.mkfifo(folder / "pipe.png")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (folder / "zero.png").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(folder)  # a socket's path is short
        try:
            server.bind("socket.png")
        finally:
            os.chdir(here)
    return list(NO_FILES)


def good_files(count):
    """Small good creatives of many formats, by name."""
    kinds = {
        ".png": lambda image: files.encode(image, "PNG"),
        ".jpg": lambda image: files.encode(image, "JPEG"),
        ".webp": lambda image: files.encode(image, "WEBP"),
        ".gif": lambda image: files.encode(image.convert("P"), "GIF"),
        ".txt": lambda _: b"Solo oggi tutto al 30 % in meno, nei nostri negozi.",
        ".svg": lambda _: files.SVG,
        ".pdf": lambda _: files.pdf(files.FLYER),
        ".psd": lambda image: psd_files.saved(psd_files.flat(image)),
        ".docx": lambda _: documents.every_document()[".docx"],
        ".eml": lambda _: documents.every_document()[".eml"],
    }
    suffixes = list(kinds)
    made = {}
    for i in range(count):
        suffix = suffixes[i % len(suffixes)]
        image = Image.new("RGB", (96, 64), (i % 256, 37 * i % 256, 91 * i % 256))
        image.paste((215, 38, 61), (0, 0, 40, 40))
        made[f"good-{i:04}{suffix}"] = kinds[suffix](image)
    return made
