"""What a file is: by its bytes first, by its suffix where the bytes leave it open."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes
from brandguard.readers.refusal import damaged

if TYPE_CHECKING:
    from collections.abc import Mapping

GZIP_MAGIC: Final = b"\x1f\x8b"

_READABLE: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
)
_HEIF_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1"})
_PDF_WITHIN = 1024
"""A PDF's mark may stand after some bytes of junk: every viewer looks through the first 1024."""

_UNSUPPORTED: Final = (
    (b"%!PS", "PostScript", "export_pdf"),
    (b"\xc5\xd0\xd3\xc6", "Encapsulated PostScript", "export_pdf"),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", "Adobe InDesign", "export_pdf"),
    (b"8BPS", "Adobe Photoshop", "export_picture"),
    (b"\x00\xffKA", "Affinity", "export_pdf"),
    (b"gimp xcf", "GIMP", "export_picture"),
    (b"{\\rtf", "Rich Text", "save_text"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000", "export_picture"),
    (b"\xff\x4f\xff\x51", "JPEG 2000", "export_picture"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL", "export_picture"),
    (b"\xff\x0a", "JPEG XL", "export_picture"),
    (b"\x00\x00\x01\x00", "Windows icon", "export_picture"),
    (GZIP_MAGIC, "gzip", "unpack"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip", "unpack"),
    (b"Rar!", "RAR", "unpack"),
    (b"\x1aE\xdf\xa3", "Matroska/WebM", "export_picture"),
    (b"OggS", "Ogg", "nothing"),
    (b"ID3", "MP3", "nothing"),
    (b"OTTO", "OpenType", "nothing"),
    (b"\x00\x01\x00\x00\x00", "TrueType", "nothing"),
    (b"wOFF", "WOFF", "nothing"),
    (b"wOF2", "WOFF2", "nothing"),
    (b"\x7fELF", "ELF", "nothing"),
    (b"SQLite format 3\x00", "SQLite", "nothing"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_NAMES: Final = {
    ".doc": "Microsoft Word 97–2003", ".dot": "Microsoft Word 97–2003",
    ".ppt": "Microsoft PowerPoint 97–2003", ".pps": "Microsoft PowerPoint 97–2003",
    ".xls": "Microsoft Excel 97–2003", ".pub": "Microsoft Publisher", ".msg": "Microsoft Outlook",
}  # fmt: skip
_ZIP_MARKS: Final = (
    (b"mimetypeapplication/vnd.oasis.opendocument", "OpenDocument", "export_pdf"),
    (b"mimetypeapplication/vnd.adobe.indesign-idml", "InDesign IDML", "export_pdf"),
    (b"mimetypeapplication/epub", "EPUB", "export_pdf"),
    (b"word/", "Microsoft Word", "export_pdf"),
    (b"ppt/", "Microsoft PowerPoint", "export_pdf"),
    (b"xl/", "Microsoft Excel", "export_pdf"),
    (b"[Content_Types].xml", "Microsoft Office", "export_pdf"),
    (b"Index/Document.iwa", "Apple iWork", "export_pdf"),
    (b"document.json", "Sketch", "export_pdf"),
)
_NAMES_BY_SUFFIX: Final = {
    ".sla": "Scribus", ".cdr": "CorelDRAW", ".fig": "Figma", ".xd": "Adobe XD",
    ".qxp": "QuarkXPress", ".eml": "E-mail", ".csv": "CSV",
}  # fmt: skip
_TEXTUAL: Final = frozenset({"svg", "html", "markdown", "text"})
_PLAIN: Final = frozenset({"markdown", "text"})
_HTML_START: Final = re.compile(
    r"\s*+(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_SVG_START: Final = re.compile(  # atomic throughout: a hostile prolog must not make it backtrack
    r"\s*+(?>(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?>\[.*?\]\s*+)?+>)\s*+)*+"
    r"<(?>\w+:)?svg[\s>/]",
    re.DOTALL,
)
_HEAD = 65536
"""Bytes looked at for the kind of a text: licences in comments may stand before the first tag."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is, with a note where its name says something else."""

    format: str
    notes: tuple[Note, ...] = ()


def suffix_of(path: str) -> str:
    """Give the last suffix in lower case with its dot, "" for none (and for standard input)."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""


def recognise(data: bytes, path: str, formats_by_suffix: Mapping[str, str]) -> Sniffed:
    """Say which format the bytes are in.

    Raises UnreadableCreativeError with SYS004 for a format that is not read, SYS008 for text under
    the name of a picture or PDF, SYS003 for bytes that begin like nothing we know.
    """
    suffix = suffix_of(path)
    promised = formats_by_suffix.get(suffix)
    found = _format_by_magic(data)
    if found is None:
        _refuse_unsupported(data, suffix)
        found = _format_of_text(data, suffix, promised)
    if found == "heic" and find_spec("pillow_heif") is None:
        raise _unsupported("HEIC", suffix, "install_heif")
    if promised is None or promised == found:
        return Sniffed(found)
    facts = {"suffix": suffix, "expected": promised, "found": found}
    if found in _TEXTUAL and not (promised in _TEXTUAL or found == "svg"):
        raise UnreadableCreativeError(Note(codes.WRONG_SUFFIX, {**facts, "read": False}))
    return Sniffed(found, (Note(codes.WRONG_SUFFIX, {**facts, "read": True}),))


def _format_by_magic(data: bytes) -> str | None:
    by_start = next((format_ for magic, format_ in _READABLE if data.startswith(magic)), None)
    if by_start is not None:
        return by_start
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":  # two reserved fields
        return "bmp"
    if data[4:8] == b"ftyp":
        return _format_by_brand(data)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    return "svg" if data.startswith(GZIP_MAGIC) and _SVG_START.match(_start_of_gzip(data)) else None


def _format_by_brand(data: bytes) -> str | None:
    """Tell the pictures among the ISO media files, which share one kind of head with films."""
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, 48, 4))}
    if brands & {b"avif", b"avis"}:
        return "avif"
    return "heic" if brands & _HEIF_BRANDS else None


def _start_of_gzip(data: bytes) -> str:
    try:
        return _head_of_text(zlib.decompressobj(wbits=31).decompress(data[:_HEAD], _HEAD))
    except zlib.error:
        return ""


def _refuse_unsupported(data: bytes, suffix: str) -> None:
    for magic, name, cure in _UNSUPPORTED:
        if data.startswith(magic):
            raise _unsupported(name, suffix, cure)
    if data.startswith(_OLE):
        raise _unsupported(_OLE_NAMES.get(suffix, "Microsoft Office 97–2003"), suffix, "export_pdf")
    if data.startswith(b"PK\x03\x04"):
        head = data[:_HEAD] + data[-_HEAD:]  # the names stand in the central directory at the end
        for mark, name, cure in _ZIP_MARKS:
            if mark in head:
                raise _unsupported(name, suffix, cure)
        raise _unsupported("ZIP", suffix, "unpack")
    if data[4:8] == b"ftyp":
        raise _unsupported("MP4/QuickTime", suffix, "export_picture")
    if data.startswith(b"RIFF"):
        kind = {b"WAVE": "WAV", b"AVI ": "AVI"}.get(data[8:12], "RIFF")
        raise _unsupported("CorelDRAW" if data[8:11] == b"CDR" else kind, suffix, "export_pdf")


def _format_of_text(data: bytes, suffix: str, promised: str | None) -> str:
    """Name the kind of text, or refuse: binary rubbish, or text that is no copy (a CSV, code)."""
    if looks_binary(data):
        cause = "not_text" if promised in _TEXTUAL else "not_this_format"
        if promised is None:
            raise _unsupported(_NAMES_BY_SUFFIX.get(suffix, ""), suffix, "export_pdf")
        raise damaged(promised, cause)
    head = _head_of_text(data)
    if promised not in _PLAIN:
        if _SVG_START.match(head):
            return "svg"
        if promised == "html" or _HTML_START.match(head):
            return "html"
    if promised == "svg":
        raise damaged("svg", "not_this_format")
    if promised in _PLAIN:
        return str(promised)
    if promised is None and suffix:
        known = _NAMES_BY_SUFFIX.get(suffix)
        raise _unsupported(known or "", suffix, "export_pdf" if known == "Scribus" else "save_text")
    return "text"


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: NULs, or many control characters.

    UTF-16 and UTF-32 hold NULs and are told by their byte order mark.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    head = data[:_HEAD]
    if b"\0" in data:
        return True
    controls = sum(head.count(code) for code in range(32) if code not in b"\t\n\r\f\x1b\x1a")
    return controls * 50 > len(head)  # over 2 %: no encoding of text has that many


def _head_of_text(data: bytes) -> str:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def _unsupported(name: str, suffix: str, cure: str) -> UnreadableCreativeError:
    return UnreadableCreativeError(
        Note(codes.UNSUPPORTED, {"format": name, "suffix": suffix, "cure": cure})
    )
