"""Plain text, and how bytes become text for every format that is made of words."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from brandguard.model.creative import Creative, Note, Page
from brandguard.readers import codes
from brandguard.readers.refusal import damaged

if TYPE_CHECKING:
    from brandguard.readers.limits import Limits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
"""Bytes that the encoding is guessed from."""


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read plain text as one page without a picture."""
    text, notes = shorten(decode(data, format_), limits)
    return creative_of_text(text, format_, notes)


def creative_of_text(text: str, format_: str, notes: tuple[Note, ...]) -> Creative:
    """Make the one page of a creative that is words alone."""
    page = Page(number=1, width_px=0, height_px=0, text=text)
    return Creative(format=format_, pages=iter((page,)), page_count=1, notes=notes)


def decode(data: bytes, format_: str, declared: str | None = None) -> str:
    """Turn bytes into text whose only line break is the newline character.

    The encoding is, in order: that of the byte order mark, UTF-8, the declared one, the one that
    charset-normalizer finds, Windows-1252. Raises UnreadableCreativeError (SYS003) for bytes that
    are no text in any encoding.
    """
    text = _decode(data, declared)
    if "\0" in text:
        raise damaged(format_, "not_text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def shorten(text: str, limits: Limits) -> tuple[str, tuple[Note, ...]]:
    """Cut a text at the limit, with the note that says so."""
    if len(text) <= limits.max_characters:
        return text, ()
    cut = Note(codes.TEXT_CUT, {"what": "characters", "limit": limits.max_characters})
    return text[: limits.max_characters], (cut,)


def _decode(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for candidate in ("utf-8", declared or "utf-8"):
        try:
            return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode(_guess(data[:_SAMPLE]), "replace")


def _guess(sample: bytes) -> str:
    """Find the encoding; where several fit as well, that of Windows in our three languages."""
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None or any(m.encoding == "cp1252" and m.chaos <= best.chaos for m in matches):
        return "cp1252"
    return best.encoding
