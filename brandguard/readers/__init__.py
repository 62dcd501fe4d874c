"""File → Creative. One module a format family; the register is the tuple below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from brandguard.model.creative import Creative, Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import (
    codes,
    html,
    html_drawing,
    idml,
    mail,
    markdown,
    office,
    pdf,
    psd,
    raster,
    rtf,
    subtitles,
    svg,
    table,
    text,
    video,
)
from brandguard.readers.guard import read_bytes
from brandguard.readers.limits import Limits
from brandguard.readers.refusal import from_library, guarded
from brandguard.readers.sniff import recognise

__all__ = ["FORMATS", "Format", "Limits", "could_be_drawn_now", "read", "read_bytes"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format that is read: its suffixes, what a file of it gives, and its reader."""

    name: str
    suffixes: tuple[str, ...]
    gives: tuple[str, ...]
    """Of: picture, text, fonts, colours (named by the file, exact), size_mm."""
    reader: Callable[[bytes, str, Limits], Creative]
    needs: str | None = None
    """A library that must be installed for it."""
    drawn_by: str | None = None
    """An optional program that adds the picture."""


_DRAWN = ("picture", "text", "fonts", "colours", "size_mm")
_TOLD = ("text", "fonts", "colours")

FORMATS: tuple[Format, ...] = (
    Format("png", (".png", ".apng"), ("picture", "size_mm"), raster.read),
    Format("jpeg", (".jpg", ".jpeg", ".jpe", ".jfif"), ("picture", "size_mm"), raster.read),
    Format("webp", (".webp",), ("picture",), raster.read),
    Format("gif", (".gif",), ("picture",), raster.read),
    Format("bmp", (".bmp", ".dib"), ("picture",), raster.read),
    Format("tiff", (".tif", ".tiff"), ("picture", "size_mm"), raster.read),
    Format("avif", (".avif",), ("picture",), raster.read),
    Format("heic", (".heic", ".heif"), ("picture",), raster.read, needs="pillow_heif"),
    Format("psd", (".psd", ".psb"), ("picture", *_TOLD, "size_mm"), psd.read),
    Format("mp4", (".mp4", ".m4v"), ("picture",), video.read),
    Format("mov", (".mov", ".qt"), ("picture",), video.read),
    Format("webm", (".webm", ".mkv"), ("picture",), video.read),
    Format("pdf", (".pdf", ".ai"), _DRAWN, pdf.read),
    Format("svg", (".svg", ".svgz"), _DRAWN, svg.read),
    Format("html", (".html", ".htm", ".xhtml"), _TOLD, html.read, drawn_by="WeasyPrint"),
    Format("markdown", (".md", ".markdown"), ("text",), markdown.read),
    Format("text", (".txt", ".text"), ("text",), text.read),
    Format(
        "docx",
        (".docx", ".docm", ".dotx", ".dotm"),
        (*_TOLD, "size_mm"),
        office.read,
        drawn_by="LibreOffice",
    ),
    Format(
        "pptx",
        (".pptx", ".pptm", ".potx", ".potm", ".ppsx", ".ppsm"),
        (*_TOLD, "size_mm"),
        office.read,
        drawn_by="LibreOffice",
    ),
    Format("odt", (".odt", ".ott"), (*_TOLD, "size_mm"), office.read, drawn_by="LibreOffice"),
    Format(
        "odp",
        (".odp", ".otp", ".odg", ".otg"),
        (*_TOLD, "size_mm"),
        office.read,
        drawn_by="LibreOffice",
    ),
    Format("idml", (".idml",), (*_TOLD, "size_mm"), idml.read),
    Format("rtf", (".rtf",), _TOLD, rtf.read),
    Format("eml", (".eml",), ("picture", *_TOLD), mail.read, drawn_by="WeasyPrint"),
    Format("mhtml", (".mhtml", ".mht"), ("picture", *_TOLD), mail.read, drawn_by="WeasyPrint"),
    Format("xlsx", (".xlsx", ".xlsm", ".xltx"), ("text",), table.read),
    Format("csv", (".csv", ".tsv"), ("text",), table.read),
    Format("srt", (".srt",), ("text",), subtitles.read),
    Format("vtt", (".vtt",), ("text",), subtitles.read),
)

_READERS = {format_.name: format_.reader for format_ in FORMATS}
_BY_SUFFIX = {suffix: format_.name for format_ in FORMATS for suffix in format_.suffixes}


def could_be_drawn_now(notes: Iterable[Note]) -> bool:
    """Say whether a page was not drawn for want of what has been installed since."""
    cures = {note.facts.get("cure") for note in notes if note.code == codes.NOT_RENDERED}
    lacked = bool(cures & {"install_weasyprint", "install_pango"})
    return lacked and html_drawing.why_not() is None


def read(data: bytes, path: str, limits: Limits | None = None) -> Creative:
    """Read a creative from its bytes; `path` only gives its suffix («-» is text).

    Raises UnreadableCreativeError with a SYS note, and nothing else but MemoryError: at once, or
    while the pages are walked.
    """
    limits = limits or Limits()
    found = recognise(data, path, _BY_SUFFIX)
    try:
        creative = _READERS[found.format](data, found.format, limits)
    except (UnreadableCreativeError, MemoryError):
        raise
    except Exception as error:  # libraries raise every kind of exception on malformed input
        raise from_library(found.format, error) from error
    return replace(
        creative,
        pages=guarded(found.format, creative.pages),
        notes=(*found.notes, *creative.notes),
    )
