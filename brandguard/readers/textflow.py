"""Words gathered piece by piece into one text, white space as a reader sees it, and its runs."""

from __future__ import annotations

import re
from typing import NamedTuple

from brandguard.model.creative import TextRun


class Look(NamedTuple):
    """How words are set."""

    font: str | None = None
    size_pt: float | None = None
    colour: str | None = None
    weight: int | None = None
    italic: bool | None = None


_SPACE = re.compile(r"[ \t\n\f\r]+")
_MOST_RUNS = 20_000


class Flow:
    """A text that grows: runs of white space are one space, lines have none at their ends."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, Look]] = []
        self._pending = ""  # white space that is written only if words follow

    @property
    def length(self) -> int:
        """Characters gathered so far."""
        return self._length

    def line_break(self) -> None:
        """End the line, if it has words."""
        if self._length:
            self._pending = "\n"

    def add(self, words: str, given: Look | tuple[str | None, float | None, str | None]) -> None:
        """Add words set in one font, size and colour."""
        look = Look(*given)
        plain = _SPACE.sub(" ", words)
        if plain.startswith(" ") and not self._pending and self._length:
            self._pending = " "
        core = plain.strip(" ")
        if not core:
            return
        before = self._pending if self._length else ""
        start = self._length + len(before)
        self._parts += (before, core)
        self._length = start + len(core)
        self._pending = " " if plain.endswith(" ") else ""
        if self._runs and self._runs[-1][2] == look and before != "\n":
            start = self._runs.pop()[0]
        self._runs.append((start, self._length, look))

    def finish(self) -> tuple[str, tuple[TextRun, ...]]:
        """Give the text and its runs; runs of which nothing is known are left out."""
        runs = tuple(
            TextRun(
                (start, end), None, look.font, look.size_pt, look.colour,
                weight=look.weight, italic=look.italic,
            )
            for start, end, look in self._runs[:_MOST_RUNS]
            if any(value is not None for value in look)
        )  # fmt: skip
        return "".join(self._parts), runs
