"""From a page's text and spans to what Qt's editor counts in. Pure functions."""

from __future__ import annotations

import bisect

_BREAKS = {0x0D: "\n", 0x2029: "\n", 0x2028: "\n", 0x0B: "\n", 0x0C: "\n"}
_FRAMES = {0xFDD0: " ", 0xFDD1: " ", 0x00: " "}
"""Characters by which Qt's documents mark their own frames, and NUL."""
_ONE_UNIT = 0xFFFF


def editor_text(text: str) -> str:
    r"""Give text of equal length that Qt's editor neither joins nor splits.

    \r\n would become one break and shift every span behind it, so its first half becomes a space.
    """
    return text.replace("\r\n", " \n").translate({**_BREAKS, **_FRAMES})


class Offsets:
    """Converts between characters, as findings count, and UTF-16 units, as Qt counts."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [i for i, character in enumerate(text) if ord(character) > _ONE_UNIT]
        self._wide_units = [i + n for n, i in enumerate(self._wide)]

    def to_qt(self, character: int) -> int:
        """Give the UTF-16 offset of a character's offset; outside the text, its nearest end."""
        character = min(max(character, 0), self._length)
        return character + bisect.bisect_left(self._wide, character)

    def from_qt(self, unit: int) -> int:
        """Give the character in which a UTF-16 offset lies."""
        return unit - bisect.bisect_left(self._wide_units, unit)
