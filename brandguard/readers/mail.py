"""E-mails and saved web pages (EML, MHTML): subject, the page as it is seen, pictures sent along.

Pictures on a server are never fetched, and attached files are not opened.
"""

from __future__ import annotations

import codecs as text_codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from brandguard.model.creative import Creative, Note, Page
from brandguard.readers import codes, html
from brandguard.readers.document import Facts, outside_note, picture_pages
from brandguard.readers.html_inside import Part
from brandguard.readers.refusal import damaged, too_large
from brandguard.readers.text import creative_of_text, decode, shorten

if TYPE_CHECKING:
    from email.message import EmailMessage

    from brandguard.readers.limits import Limits

_MOST_PARTS: Final = 1_000
_MOST_BOUNDARIES: Final = 200
"""Kinds of boundary that may be declared: the parser goes one step deeper for each."""
_BOUNDARY: Final = re.compile(rb"boundary\s*=", re.IGNORECASE)
_LEAST_PICTURE: Final = (200, 60)
"""Pixels of an inline picture's width and height from which on it is a banner and no icon."""
_OUTSIDE: Final = re.compile(
    r"(?:src|background|poster)\s*=\s*[\"']?\s*((?:https?:)?//[^\"'\s>]+)"
    r"|url\(\s*[\"']?((?:https?:)?//[^\"')\s]+)|@import\s+[\"']((?:https?:)?//[^\"']+)",
    re.IGNORECASE,
)
_HEADERS: Final = re.compile(rb"\s*(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)")
_MOST_DASHES: Final = 10_000
"""Lines that begin as the border between two parts does."""


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read an e-mail: its subject and text as a page, its inline pictures as further pages."""
    from email import message_from_bytes, policy

    if not _HEADERS.match(data[:4096]):
        raise damaged(format_, "not_this_format")
    boundaries = len(_BOUNDARY.findall(data))
    if boundaries > _MOST_BOUNDARIES:
        raise too_large("depth", boundaries, _MOST_BOUNDARIES)
    dashes = data.count(b"\n--")
    if dashes > _MOST_DASHES:
        raise too_large("entries", dashes, _MOST_DASHES)
    message: Any = message_from_bytes(data, policy=policy.default)
    parts = _parts(message)
    body, attached = _body(parts), _attached(parts)
    page, notes = _text_page(body, parts, format_, limits)
    subject = " ".join(str(message.get("Subject", "") or "").split())
    if subject and format_ == "eml":
        page = _with_subject(page, subject)
    pictures = _pictures(parts, page, limits)
    notes = tuple(
        replace(note, facts={**note.facts, "pictures": len(pictures)})
        if pictures and note.code == codes.NOT_RENDERED
        else note
        for note in notes
    )
    if attached:
        facts: Facts = {"part": "attachments"}
        notes = (*notes, Note(codes.PARTLY_READ, facts))
    if not (page.text.strip() or pictures or page.fills or page.placed):
        raise damaged(format_, "no_pages")
    return Creative(format_, iter((page, *pictures)), 1 + len(pictures), notes=notes)


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """Give the parts in order, those of a forwarded message too."""
    found: list[EmailMessage] = []
    stack: list[Any] = [message]
    while stack:
        part = stack.pop()
        found.append(part)
        if len(found) > _MOST_PARTS:
            raise too_large("entries", len(found), _MOST_PARTS)
        if part.is_multipart():
            stack.extend(reversed(part.get_payload()))
    return found


def _body(parts: list[EmailMessage]) -> EmailMessage | None:
    """Choose the part that a reader sees: the first in HTML, else the first in plain text."""
    seen = [part for part in parts if part.get_content_disposition() != "attachment"]
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in seen:
            if part.get_content_type() == kind:
                return part
    return None


def _attached(parts: list[EmailMessage]) -> int:
    return sum(part.get_content_disposition() == "attachment" for part in parts)


def _text_page(
    body: EmailMessage | None, parts: list[EmailMessage], format_: str, limits: Limits
) -> tuple[Page, tuple[Note, ...]]:
    """Read and draw the body; a page without words where an e-mail is pictures alone."""
    if body is None:
        return Page(number=1, width_px=0, height_px=0), ()
    raw: Any = body.get_payload(decode=True)
    text = decode(raw or b"", format_, body.get_content_charset())
    if body.get_content_type() == "text/plain":
        words, cut = shorten(text, limits)
        creative = creative_of_text(words, format_, cut)
    else:
        source = text_codecs.BOM_UTF8 + text.encode()
        within = html.Setting(_beside(parts), _address(body), mail=format_ == "eml")
        creative = html.read_within(source, format_, limits, within)
    outside = [next(filter(None, found)) for found in _OUTSIDE.findall(text)]
    page = next(iter(creative.pages))
    known = any(note.code == codes.OUTSIDE_REMOVED for note in creative.notes)
    extra = () if known or body.get_content_type() == "text/plain" else outside_note(outside)
    return page, (*creative.notes, *extra)


def _beside(parts: list[EmailMessage]) -> dict[str, Part]:
    """Give the pictures and style sheets that a page may show, by the names it calls them."""
    found: dict[str, Part] = {}
    for part in parts:
        kind = part.get_content_type()
        if kind != "text/css" and part.get_content_maintype() != "image":
            continue
        raw: Any = part.get_payload(decode=True)
        name = unquote(str(part.get("Content-ID", "") or "")).strip().strip("<>")
        for called in (name and f"cid:{name}", _address(part)):
            if called and raw:
                found.setdefault(called, Part(raw, kind))
    return found


def _address(part: EmailMessage) -> str | None:
    """Say where a part once lay."""
    return unquote(" ".join(str(part.get("Content-Location", "") or "").split())) or None


def _with_subject(page: Page, subject: str) -> Page:
    """Put the subject on a line before the text: it is what a reader sees first."""
    if not page.text:
        return replace(page, text=subject)
    by = len(subject) + 1
    runs = tuple(replace(r, span=(r.span[0] + by, r.span[1] + by)) for r in page.runs)
    return replace(page, text=f"{subject}\n{page.text}", runs=runs)


def _pictures(parts: list[EmailMessage], page: Page, limits: Limits) -> list[Page]:
    """Decode the pictures that are sent along to be seen, the largest file first.

    Those of a page that was drawn stand by themselves only where the page has words: pixels are
    read for words where a page has none.
    """
    if page.pixels is not None and not page.text.strip():
        return []
    files = []
    for part in parts:
        inline = part.get_content_disposition() != "attachment" or part.get("Content-ID")
        if part.get_content_maintype() == "image" and inline:
            raw: Any = part.get_payload(decode=True)
            if raw and _large_enough(raw, limits):
                files.append((-len(raw), unquote(str(part.get("Content-ID", ""))), raw))
    files.sort(key=lambda file: file[:2])
    return picture_pages((raw for _, _, raw in files), 2, limits)


def _large_enough(data: bytes, limits: Limits) -> bool:
    """Look at a picture's header: icons and counting pixels are no pages."""
    import io
    import warnings

    from PIL import Image as Pillow

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formats = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
            with Pillow.open(io.BytesIO(data), formats=formats) as picture:
                width, height = picture.size
    except Exception:  # noqa: BLE001  Pillow raises every kind of exception on broken pictures
        return False
    enough = width >= _LEAST_PICTURE[0] and height >= _LEAST_PICTURE[1]
    return enough and width * height <= limits.max_pixels
