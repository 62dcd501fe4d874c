"""A coarse picture of where something lies on a page: marked cells of an even grid."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import Box


@dataclass(frozen=True, slots=True)
class Mask:
    """Marked cells of a grid that begins at the page's top left corner; a few hundred bytes."""

    columns: int
    rows: int
    cell: tuple[float, float]
    """Width and height of a cell as fractions of the page; the last of a row may stick out."""
    bits: str
    """One bit a cell, row by row, the first in the highest bit of the first byte; base64."""


def runs(mask: Mask) -> Iterator[tuple[int, int, int]]:
    """Walk the marked stretches: row, first column, column after the last. Nothing if damaged."""
    try:
        data = base64.b64decode(mask.bits, validate=True)
    except (binascii.Error, ValueError):
        return
    size = mask.columns * mask.rows
    if mask.columns < 1 or not 0 <= size <= 8 * len(data):
        return
    digits = f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}"
    for row in range(mask.rows):
        line = digits[row * mask.columns : (row + 1) * mask.columns]
        start = line.find("1")
        while start >= 0:
            end = line.find("0", start)
            end = mask.columns if end < 0 else end
            yield row, start, end
            start = line.find("1", end)


def boxes(mask: Mask) -> tuple[Box, ...]:
    """Give the marked area as rectangles within the page.

    Like stretches in rows below each other are one rectangle, so that a band is a single one.
    """
    wide, high = mask.cell
    growing: dict[tuple[int, int], int] = {}
    found: list[tuple[int, int, int, int]] = []
    row_before = -1
    for row, stretches in _by_row(mask):
        if row != row_before + 1:
            found += [(a, top, b, row_before + 1) for (a, b), top in growing.items()]
            growing = {}
        found += [(a, t, b, row) for (a, b), t in growing.items() if (a, b) not in stretches]
        growing = {pair: growing.get(pair, row) for pair in stretches}
        row_before = row
    found += [(a, top, b, row_before + 1) for (a, b), top in growing.items()]
    return tuple(
        (a * wide, top * high, min(b * wide, 1.0), min(bottom * high, 1.0))
        for a, top, b, bottom in sorted(found, key=lambda f: (f[1], f[0]))
    )


def _by_row(mask: Mask) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    gathered: dict[int, list[tuple[int, int]]] = {}
    for row, start, end in runs(mask):
        gathered.setdefault(row, []).append((start, end))
    yield from gathered.items()


def outline(mask: Mask) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Walk the border of the marked area: straight pieces, as fractions of the page.

    Each piece is ((x, y), (x, y)), along a cell's edge between a marked cell and an unmarked one or
    the page's end; pieces in one line are joined.
    """
    marked = {(row, column) for row, a, b in runs(mask) for column in range(a, b)}
    wide, high = mask.cell
    level: list[tuple[int, int, int]] = []
    upright: list[tuple[int, int, int]] = []
    for row, column in marked:
        level += [(row + k, column, side) for k, side in ((0, 0), (1, 1))
                  if (row + 2 * k - 1, column) not in marked]  # fmt: skip
        upright += [(column + k, row, side) for k, side in ((0, 0), (1, 1))
                    if (row, column + 2 * k - 1) not in marked]  # fmt: skip
    for y, start, end in _joined(level):
        yield (start * wide, y * high), (end * wide, y * high)
    for x, start, end in _joined(upright):
        yield (x * wide, start * high), (x * wide, end * high)


def _joined(edges: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Join unit edges (line, position, side) that follow each other: line, start, end."""
    here: tuple[int, int, int, int] | None = None
    for line, position, side in sorted(edges, key=lambda e: (e[0], e[2], e[1])):
        if here is not None and here[:2] == (line, side) and here[3] == position:
            here = (line, side, here[2], position + 1)
            continue
        if here is not None:
            yield here[0], here[2], here[3]
        here = (line, side, position, position + 1)
    if here is not None:
        yield here[0], here[2], here[3]
