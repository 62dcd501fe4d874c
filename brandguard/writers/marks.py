"""A page's text cut into stretches, each with the numbers of the findings that lie on it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from brandguard.model.creative import Span
from brandguard.model.report import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


WHOLE = 1500
"""Texts up to this many characters are shown whole, longer ones around the marks only."""
CONTEXT = 160
MOST_MARKS = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of one finding in a text."""

    span: Span
    number: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text under the same findings; `numbers` is empty where there are none."""

    text: str
    numbers: tuple[int, ...] = ()
    severity: Severity | None = None
    first: bool = False
    """Whether a finding begins here, so that its number is printed."""


def stretches(text: str, marks: Iterable[Mark]) -> tuple[list[Stretch], bool]:
    """Cut a text at its marks; True where parts without marks were left out."""
    valid = [m for m in marks if 0 <= m.span[0] < m.span[1] <= len(text)][:MOST_MARKS]
    windows = _windows(text, valid)
    pieces: list[Stretch] = []
    seen: set[int] = set()
    for i, (start, end) in enumerate(windows):
        if start > 0 or i > 0:
            pieces.append(Stretch(" … "))
        for piece in _cut(text, start, end, valid):
            pieces.append(_numbered(piece, seen))
            seen.update(piece.numbers)
    if windows and windows[-1][1] < len(text):
        pieces.append(Stretch(" …"))
    return pieces, windows != [(0, len(text))]


def _numbered(piece: Stretch, seen: set[int]) -> Stretch:
    if not piece.numbers or set(piece.numbers) <= seen:
        return piece
    return Stretch(piece.text, piece.numbers, piece.severity, first=True)


def _windows(text: str, marks: Sequence[Mark]) -> list[Span]:
    """Give the parts of the text that are shown."""
    if len(text) <= WHOLE:
        return [(0, len(text))]
    if not marks:
        return [(0, _word_edge(text, WHOLE, WHOLE // 2))]
    windows: list[Span] = []
    for start, end in sorted(m.span for m in marks):
        left = max(0, start - CONTEXT)
        right = min(len(text), end + CONTEXT)
        window = (_word_edge(text, left, start), _word_edge(text, right, end))
        if windows and window[0] <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], window[1]))
        else:
            windows.append(window)
    return windows


def _word_edge(text: str, edge: int, towards: int) -> int:
    """Move an edge to the nearest gap between words on the way towards what is shown."""
    if edge in {0, len(text)}:
        return edge
    step = 1 if towards > edge else -1
    for i in range(edge, towards, step):
        if text[i].isspace():
            return i
    return edge


def _cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Stretch]:
    order = ("fail", "warn", "note", "off")
    edges = {start, end}
    for mark in marks:
        edges.update(edge for edge in mark.span if start < edge < end)
    line = sorted(edges)
    for left, right in pairwise(line):
        over = [m for m in marks if m.span[0] <= left and right <= m.span[1]]
        worst = min((m.severity for m in over), key=order.index, default=None)
        yield Stretch(text[left:right], tuple(sorted({m.number for m in over})), worst)
