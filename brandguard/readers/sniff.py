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
    (b"{\\rtf", "rtf"),
    (b"8BPS", "psd"),
)
_HEIF_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1"})
_PDF_WITHIN = 1024
"""A PDF's mark may stand after some bytes of junk: every viewer looks through the first 1024."""

_STILL_BRANDS: Final = {
    b"crx ": ("Canon raw", "export_picture"), b"M4A ": ("MPEG-4 audio", "nothing"),
    b"M4B ": ("MPEG-4 audio", "nothing"), b"jxl ": ("JPEG XL", "export_picture"),
}  # fmt: skip
"""Main brands of ISO media files that are neither pictures that are read nor films."""
_QUICKTIME: Final = frozenset({b"moov", b"mdat", b"wide", b"skip", b"free", b"pnot"})
"""First boxes of films from before there were brands."""
_MATROSKA: Final = b"\x1aE\xdf\xa3"

_UNSUPPORTED: Final = (
    (b"%!PS", "PostScript", "export_pdf"),
    (b"\xc5\xd0\xd3\xc6", "Encapsulated PostScript", "export_pdf"),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", "Adobe InDesign", "export_pdf"),
    (b"\x00\xffKA", "Affinity", "export_pdf"),
    (b"gimp xcf", "GIMP", "export_picture"),
    (b"fig-kiwi", "Figma", "export_pdf"),
    (b"fig-jam.", "Figma", "export_pdf"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000", "export_picture"),
    (b"\xff\x4f\xff\x51", "JPEG 2000", "export_picture"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL", "export_picture"),
    (b"\xff\x0a", "JPEG XL", "export_picture"),
    (b"\x00\x00\x01\x00", "Windows icon", "export_picture"),
    (GZIP_MAGIC, "gzip", "unpack"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip", "unpack"),
    (b"Rar!", "RAR", "unpack"),
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
_OLE_CURES: Final = {
    name: "save_table" if suffix == ".xls" else "save_office"
    for suffix, name in _OLE_NAMES.items()
    if suffix not in {".pub", ".msg"}
} | {"Microsoft Outlook": "save_eml"}
_LOCKED_OLE: Final = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream that holds a Word, Excel or PowerPoint file with a password."""
_ZIP_READABLE: Final = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", "odp"),
    (b"mimetypeapplication/vnd.oasis.opendocument.graphics", "odp"),
    (b"mimetypeapplication/vnd.adobe.indesign-idml", "idml"),
    (b"designmap.xml", "idml"),
    (b"word/document.xml", "docx"),
    (b"ppt/presentation.xml", "pptx"),
    (b"xl/workbook.xml", "xlsx"),
    (b"word/_rels/", "docx"),
    (b"ppt/_rels/", "pptx"),
    (b"xl/_rels/", "xlsx"),
)
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_MARKS: Final = (
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument", "save_table"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "OpenDocument", "export_pdf"),
    (b"mimetypeapplication/epub", "EPUB", "export_pdf"),
    (b"mimetypeapplication/vnd.adobe.sparkler", "Adobe XD", "export_pdf"),
    (b"[Content_Types].xml", "Microsoft Office", "export_pdf"),
    (b"Index/Document.iwa", "Apple iWork", "export_pdf"),
    (b"Index.zip", "Apple iWork", "export_pdf"),
    (b"document.json", "Sketch", "export_pdf"),
    (b"content/riffData.cdr", "CorelDRAW", "export_pdf"),
    (b"content/root.dat", "CorelDRAW", "export_pdf"),
)
_NAMES_BY_SUFFIX: Final = {
    ".sla": "Scribus", ".cdr": "CorelDRAW", ".fig": "Figma", ".xd": "Adobe XD",
    ".qxp": "QuarkXPress", ".afdesign": "Affinity", ".afphoto": "Affinity", ".afpub": "Affinity",
    ".key": "Apple Keynote", ".pages": "Apple Pages", ".numbers": "Apple Numbers",
    ".sketch": "Sketch", ".indd": "Adobe InDesign", ".fla": "Adobe Animate",
}  # fmt: skip
_BY_NAME_ALONE: Final = frozenset({"eml", "mhtml", "csv", "srt", "vtt"})
"""Kinds of text that the name decides: their readers say whether the content fits."""
_TEXTUAL: Final = frozenset({"svg", "html", "markdown", "text", *_BY_NAME_ALONE})
_PLAIN: Final = frozenset({"markdown", "text"})
_HTML_START: Final = re.compile(
    r"\s*+(?>(?><!--.*?-->|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[%?].*?[%?]>)\s*+)*+"
    r"<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
"""The beginning of a page, after comments and the tags of templates."""
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
        _refuse_unsupported(data, suffix, promised)
        found = _format_of_text(data, suffix, promised)
    if found == "heic" and find_spec("pillow_heif") is None:
        raise _unsupported("HEIC", suffix, "install_heif")
    if promised is None or promised == found:
        return Sniffed(found)
    facts = {"suffix": suffix, "expected": promised, "found": found}
    if found in _TEXTUAL and not (promised in _TEXTUAL or found == "svg"):
        raise UnreadableCreativeError(Note(codes.WRONG_SUFFIX, {**facts, "read": False}))
    return Sniffed(found, (Note(codes.WRONG_SUFFIX, {**facts, "read": True}),))


def _format_by_magic(data: bytes) -> str | None:  # noqa: PLR0911  one return a kind of container
    by_start = next((format_ for magic, format_ in _READABLE if data.startswith(magic)), None)
    if by_start is not None:
        return by_start
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":  # two reserved fields
        return "bmp"
    if data[4:8] == b"ftyp":
        return _format_by_brand(data)
    if data[4:8] in _QUICKTIME and data[:2] == b"\0\0":
        return "mov"
    if data.startswith(_MATROSKA):
        return "webm"
    if data.startswith(b"PK\x03\x04"):
        return _format_of_zip(data)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    return "svg" if data.startswith(GZIP_MAGIC) and _SVG_START.match(_start_of_gzip(data)) else None


def _format_of_zip(data: bytes) -> str | None:
    """Tell documents that are archives by the names within, which stand at the end as well."""
    head = data[:_HEAD] + data[-_HEAD:]
    return next((format_ for mark, format_ in _ZIP_READABLE if mark in head), None)


def _format_by_brand(data: bytes) -> str | None:
    """Tell the pictures among the ISO media files, which share one kind of head with films."""
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, 48, 4))}
    if brands & {b"avif", b"avis"}:
        return "avif"
    if brands & _HEIF_BRANDS:
        return "heic"
    if data[8:12] in _STILL_BRANDS:
        return None
    return "mov" if data[8:12] == b"qt  " else "mp4"


def _start_of_gzip(data: bytes) -> str:
    try:
        return _head_of_text(zlib.decompressobj(wbits=31).decompress(data[:_HEAD], _HEAD))
    except zlib.error:
        return ""


def _refuse_unsupported(data: bytes, suffix: str, promised: str | None) -> None:
    for magic, name, cure in _UNSUPPORTED:
        if data.startswith(magic):
            raise _unsupported(name, suffix, cure)
    if data.startswith(_OLE):
        if _LOCKED_OLE in data:
            raise UnreadableCreativeError(Note(codes.LOCKED, {"format": promised or "docx"}))
        kind = _OLE_NAMES.get(suffix, "Microsoft Office 97–2003")
        raise _unsupported(kind, suffix, _OLE_CURES.get(kind, "export_pdf"))
    if data.startswith(b"PK\x03\x04"):
        _refuse_zip(data, suffix, promised)
    if data[4:8] == b"ftyp":
        name, cure = _STILL_BRANDS[data[8:12]]
        raise _unsupported(name, suffix, cure)
    if data.startswith(b"RIFF"):
        kind = {b"WAVE": "WAV", b"AVI ": "AVI"}.get(data[8:12], "RIFF")
        if kind != "RIFF":
            raise _unsupported(kind, suffix, "export_film" if kind == "AVI" else "nothing")
        raise _unsupported("CorelDRAW" if data[8:11] == b"CDR" else kind, suffix, "export_pdf")


def _refuse_zip(data: bytes, suffix: str, promised: str | None) -> None:
    head = data[:_HEAD] + data[-_HEAD:]  # the names stand in the central directory at the end
    for mark, name, cure in _ZIP_MARKS:
        if mark in head:
            raise _unsupported(_NAMES_BY_SUFFIX.get(suffix, name), suffix, cure)
    if promised in {format_ for _, format_ in _ZIP_READABLE}:
        raise damaged(promised or "", "not_this_format" if _ZIP_END in data else "truncated")
    known = _NAMES_BY_SUFFIX.get(suffix)
    raise _unsupported(known or "ZIP", suffix, "export_pdf" if known else "unpack")


def _format_of_text(data: bytes, suffix: str, promised: str | None) -> str:
    """Name the kind of text, or refuse: binary rubbish, or text that is no copy (a CSV, code)."""
    if looks_binary(data):
        cause = "not_text" if promised in _TEXTUAL else "not_this_format"
        if promised is None:
            raise _unsupported(_NAMES_BY_SUFFIX.get(suffix, ""), suffix, "export_pdf")
        raise damaged(promised, cause)
    head = _head_of_text(data)
    if promised not in _PLAIN and _SVG_START.match(head):
        return "svg"
    if promised == "html" or (promised != "markdown" and _HTML_START.match(head)):
        return "html"
    if promised == "svg":
        raise damaged("svg", "not_this_format")
    if promised in _PLAIN or promised in _BY_NAME_ALONE:
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
