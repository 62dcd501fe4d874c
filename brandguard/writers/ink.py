"""Colour for terminals, by hand: the few escapes that the text reports need."""

from __future__ import annotations

_CODES = {
    "fail": "31",
    "unreadable": "31",
    "warn": "33",
    "pass": "32",
    "note": "36",
    "dim": "2",
    "bold": "1",
}

SHAPES = {
    "fail": "■", "warn": "▲", "note": "●", "off": "○", "pass": "✓", "not_evaluable": "–",
    "unreadable": "✕",
}  # fmt: skip
"""Severity and verdict as shapes, so that they are told apart without colour."""


def ink(text: str, kind: str, *, color: bool) -> str:
    """Colour words as a severity or verdict, dim or bold; unchanged without colour."""
    code = _CODES.get(kind)
    return f"\x1b[{code}m{text}\x1b[0m" if color and code else text
