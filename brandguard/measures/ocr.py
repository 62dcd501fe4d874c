"""Text of a picture: recognised lines → one text in reading order, with a run for each word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandguard.measures.ocr_layout import blocks_of
from brandguard.measures.ocr_repair import mended
from brandguard.model.creative import TextRun
from brandguard.model.features import TextContrast

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from brandguard.measures.ocr_engine import Corners, Line, Word
    from brandguard.model.creative import Box

LEAST_SURE = 0.5
"""Certainty under which a word is dropped: what patterns and leaves are read as."""
LEAST_SURE_LINE = 0.6
"""The same of the mean of a line."""
SURE_FOREIGN = 0.9
"""Certainty under which letters of a script that none of our languages writes are dropped: the
recogniser knows 18,000 of them, and sees them in hatching and foliage."""

_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9]")
_LETTER = re.compile(r"[^\W_]")
_CUT = re.compile(r"[^\W\d_]{2,}[-‐]$")  # noqa: RUF001  the hyphen of typesetters
_GOES_ON = re.compile(r"[^\W\d_]")


def read_text(
    pixels: NDArray[np.uint8], expected: tuple[str, ...] = ()
) -> tuple[str, tuple[TextRun, ...]]:
    """Read a page's pixels (height, width, 3; sRGB); boxes are fractions of the page.

    `expected` are the languages that the text may be in.
    """
    from brandguard.measures.ocr_engine import recognise

    height, width = pixels.shape[:2]
    text, runs = set_text(recognise(pixels), (width, height))
    return mended(text, runs, expected)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What was recognised on one page, and how well its words stand out."""

    text: str
    runs: tuple[TextRun, ...] = ()
    contrasts: tuple[TextContrast, ...] = ()


def set_text(lines: Sequence[Line], size: tuple[float, float]) -> tuple[str, tuple[TextRun, ...]]:
    """Set recognised lines in reading order; `size` is the page's width and height in their unit.

    Rows are lines of the text, blocks are parted by an empty line. A word that was cut by a hyphen
    at the end of a line is one word again. What was hardly recognised is left out.
    """
    kept = [(line, words) for line in lines if (words := _believed(line))]
    blocks = blocks_of([line for line, _ in kept])
    writer = _Writer()
    for block in blocks:
        for row in block:
            placed = [(kept[i][0].corners, word) for i in row for word in kept[i][1]]
            writer.line(placed, size)
        writer.gap()
    return writer.text, tuple(writer.runs)


def _believed(line: Line) -> tuple[Word, ...]:
    """Give the words of a line that can be believed; none where the line as a whole cannot."""
    if sum(word.confidence for word in line.words) < LEAST_SURE_LINE * len(line.words):
        return ()
    words = tuple(word for word in line.words if word.confidence >= _least(word))
    return words if any(_LETTER.search(word.text) for word in words) else ()


def _least(word: Word) -> float:
    foreign = _LETTER.search(word.text) and not _LATIN.search(word.text)
    return SURE_FOREIGN if foreign else LEAST_SURE


class _Writer:
    """A text that grows word by word, with a run for each."""

    def __init__(self) -> None:
        self.text = ""
        self.runs: list[TextRun] = []
        self._break = ""

    def line(self, words: Sequence[tuple[Corners, Word]], size: tuple[float, float]) -> None:
        """Add a line; where the last one ended in a cut word, its rest comes without a break."""
        for corners, word in words:
            if self._break == "\n" and _CUT.search(self.text) and _rest(word.text):
                self._mend()
                self._add(word, corners, size)
                self._break = "\n"  # the line goes on under the one that it was cut from
                continue
            self._write(word, corners, size)
        self._break = "\n"

    def _write(self, word: Word, corners: Corners, size: tuple[float, float]) -> None:
        if self.text:
            self.text += self._break
        self._add(word, corners, size)

    def _add(self, word: Word, corners: Corners, size: tuple[float, float]) -> None:
        start = len(self.text)
        self.text += word.text
        box = box_of(corners, word.start, word.end, size)
        sure = round(word.confidence, 3)
        self.runs.append(TextRun((start, len(self.text)), box, source="ocr", confidence=sure))
        self._break = " "

    def _mend(self) -> None:
        self.text = self.text[:-1]
        last = self.runs[-1]
        self.runs[-1] = replace(last, span=(last.span[0], last.span[1] - 1))

    def gap(self) -> None:
        """End a block."""
        self._break = "\n\n"


def _rest(word: str) -> bool:
    return bool(_GOES_ON.match(word)) and word[0].islower()


def box_of(corners: Corners, start: float, end: float, size: tuple[float, float]) -> Box:
    """Give the box around a stretch (0–1 along the line) of a line's corners, as page fractions."""
    (tl, tr, br, bl) = corners
    points = [
        (a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at)
        for a, b in ((tl, tr), (bl, br))
        for at in (start, end)
    ]
    xs = [min(max(x / size[0], 0.0), 1.0) for x, _ in points]
    ys = [min(max(y / size[1], 0.0), 1.0) for _, y in points]
    return tuple(round(v, 5) for v in (min(xs), min(ys), max(xs), max(ys)))  # type: ignore[return-value]  # four of them
