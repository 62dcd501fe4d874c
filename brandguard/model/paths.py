"""Paths and foreign words as they may be shown: nothing in them moves a cursor or an eye."""

from __future__ import annotations

import base64
import os
import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls: a newline forges a line, an escape drives the terminal
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls: «gpj.exe» read backwards
    "\u2028\u2029"  # line and paragraph separators
    "\ud800-\udfff]"  # surrogates: bytes of a name that are no text
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BYTE_SURROGATES = range(0xDC80, 0xDD00)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if code in _BYTE_SURROGATES:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004  one byte


def display_path(path: str) -> str:
    r"""Give a path as one safe line: surrogates, controls and bidi controls as backslash escapes.

    The byte \xe9 of a file name that is no UTF-8 is shown as \xe9.
    """
    return _UNSAFE.sub(_escape, path)


def display_text(text: str) -> str:
    """Give foreign words (a term found, a reader's complaint) as one safe line, as display_path."""
    return _UNSAFE.sub(_escape, text)


def path_b64(path: str) -> str | None:
    """Give the path's bytes in base64 where it is no valid Unicode, else None."""
    try:
        path.encode()
    except UnicodeEncodeError:
        try:
            raw = os.fsencode(path)
        except UnicodeEncodeError:  # a lone surrogate that stands for no byte, or Windows
            raw = path.encode("utf-8", "surrogatepass")
        return base64.b64encode(raw).decode("ascii")
    return None
