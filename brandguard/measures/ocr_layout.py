"""Lines found in a picture → the order in which people read them: rows, columns, blocks.

Pure arithmetic on boxes. The page is first turned straight by the lines' own slant. Then it is cut:
bands of rows one under the other; bands that share a gutter are columns, read one after the other,
unless they are the rows of a table (a dish and its price), which are read across.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.measures.ocr_engine import Line

GUTTER = 0.7
"""Least width of the gap between the boxes of two columns, in line heights. A space is a third of
one, and boxes reach a fifth of one beyond their letters."""
PARAGRAPH = 2.0
"""Bands farther apart than so many line heights are no part of the same columns."""
LEADING = 1.0
"""Lines closer than so many line heights, of about the same size, are one block."""
SAME_SIZE = 1.45
"""Heights whose ratio is under it are one size: the box of a line without ascenders is lower."""
CELL = 12
"""Characters up to which the entries of a column look like cells of a table (a price, a day)."""
STEEP = math.radians(30)
"""Lines that slant more are no part of the text's rows: they are read by themselves, at the end."""
DEEPEST = 12
"""Columns within columns, at most."""


@dataclass(frozen=True, slots=True)
class _Rect:
    """A line turned straight; `index` is its place in the list that came in."""

    left: float
    top: float
    right: float
    bottom: float
    index: int
    letters: int

    @property
    def height(self) -> float:
        return self.bottom - self.top


Row = tuple[int, ...]
"""Indices of lines that stand side by side and are read as one line."""


def blocks_of(lines: Sequence[Line]) -> list[list[Row]]:
    """Give the blocks in reading order, each a list of rows."""
    slant = _slant(lines)
    flat = [i for i, line in enumerate(lines) if abs(_turn(_angle(line) - slant)) < STEEP]
    steep = [i for i in range(len(lines)) if i not in set(flat)]
    rects = [_straight(lines[i], i, slant) for i in flat]
    blocks = _ordered(rects, 0)
    alone: list[list[Row]] = [[(i,)] for i in steep]
    return blocks + alone


def _angle(line: Line) -> float:
    (x0, y0), (x1, y1) = line.corners[0], line.corners[1]
    return math.atan2(y1 - y0, x1 - x0)


def _turn(angle: float) -> float:
    return (angle + math.pi) % (2 * math.pi) - math.pi


def _length(line: Line) -> float:
    return math.dist(line.corners[0], line.corners[1])


def _slant(lines: Sequence[Line]) -> float:
    """Give the slant of most of the text, in radians: the median, long lines counting more."""
    weighted = sorted((_angle(line), _length(line)) for line in lines)
    half = sum(length for _, length in weighted) / 2
    for angle, length in weighted:
        half -= length
        if half <= 0:
            return angle
    return 0.0


def _straight(line: Line, index: int, slant: float) -> _Rect:
    cos, sin = math.cos(-slant), math.sin(-slant)
    xs = [x * cos - y * sin for x, y in line.corners]
    ys = [x * sin + y * cos for x, y in line.corners]
    return _Rect(min(xs), min(ys), max(xs), max(ys), index, len(line.text))


def _ordered(rects: Sequence[_Rect], depth: int) -> list[list[Row]]:
    if not rects:
        return []
    found: list[list[Row]] = []
    loose: list[_Rect] = []
    for section in _sections(_bands(rects)):
        cut = _columns(section) if depth < DEEPEST else None
        if cut is None:
            loose += section
            continue
        found += _plain(loose)
        loose = []
        for side in cut:
            found += _ordered(side, depth + 1)
    return found + _plain(loose)


def _bands(rects: Sequence[_Rect]) -> list[list[_Rect]]:
    """Part rectangles into bands: no rectangle of one reaches beside one of the next.

    Boxes of lines set tight overlap a little: a quarter of the lower one's height counts as apart.
    """
    bands: list[list[_Rect]] = []
    bottom = -math.inf
    for rect in sorted(rects, key=lambda r: (r.top, r.left)):
        if rect.top >= bottom - rect.height / 4:
            bands.append([])
            bottom = -math.inf
        bands[-1].append(rect)
        bottom = max(bottom, rect.bottom)
    return bands


def _sections(bands: Sequence[list[_Rect]]) -> list[list[_Rect]]:
    """Join bands that follow each other closely and share a gutter."""
    sections: list[list[_Rect]] = []
    for band in bands:
        if sections and _near(sections[-1], band):
            both = sections[-1] + band
            shared = _gutter(sections[-1]) or _gutter(band)
            if shared is not None and _gutter(both) is not None:
                sections[-1] = both
                continue
        sections.append(list(band))
    return sections


def _near(above: Sequence[_Rect], below: Sequence[_Rect]) -> bool:
    gap = min(r.top for r in below) - max(r.bottom for r in above)
    return gap < PARAGRAPH * median(r.height for r in [*above, *below])


def _gutter(rects: Sequence[_Rect]) -> tuple[list[_Rect], list[_Rect]] | None:
    """Part rectangles at the widest gap that runs through all of them; None where there is none."""
    least = GUTTER * median(r.height for r in rects)
    ordered = sorted(rects, key=lambda r: r.left)
    best, at, reach = least, 0, -math.inf
    for i, rect in enumerate(ordered):
        if i and rect.left - reach > best:
            best, at = rect.left - reach, i
        reach = max(reach, rect.right)
    if not at:
        return None
    return ordered[:at], ordered[at:]


def _columns(rects: Sequence[_Rect]) -> tuple[list[_Rect], list[_Rect]] | None:
    """Part a section into columns; None for one, for a table, and for two things side by side."""
    cut = _gutter(rects)
    if cut is None or len(rects) == len(cut) or _is_table(*cut):
        return None
    return cut


def _is_table(left: Sequence[_Rect], right: Sequence[_Rect]) -> bool:
    """Tell rows of a table from columns of text: short entries, each beside one of the others."""
    few, many = sorted((left, right), key=len)
    if min(median(r.letters for r in left), median(r.letters for r in right)) > CELL:
        return False
    beside = sum(any(_beside(one, other) for other in many) for one in few)
    return beside * 5 >= len(few) * 4 and len(few) * 2 >= len(many)


def _beside(one: _Rect, other: _Rect) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > min(one.height, other.height) / 2


def _plain(rects: Sequence[_Rect]) -> list[list[Row]]:
    """Give the rows of text in one column, parted into blocks where size or distance changes."""
    blocks: list[list[Row]] = []
    above: list[_Rect] = []
    for row in _rows(rects):
        if above and _goes_on(above, row):
            blocks[-1].append(tuple(r.index for r in row))
        else:
            blocks.append([tuple(r.index for r in row)])
        above = row
    return blocks


def _rows(rects: Sequence[_Rect]) -> list[list[_Rect]]:
    rows: list[list[_Rect]] = []
    for rect in sorted(rects, key=lambda r: (r.top + r.bottom, r.left)):
        for row in rows[-3:]:
            if all(_beside(rect, other) and _apart(rect, other) for other in row):
                row.append(rect)
                break
        else:
            rows.append([rect])
    return [sorted(row, key=lambda r: r.left) for row in rows]


def _apart(one: _Rect, other: _Rect) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared < min(one.right - one.left, other.right - other.left) / 2


def _goes_on(above: Sequence[_Rect], below: Sequence[_Rect]) -> bool:
    upper, lower = (median(r.height for r in row) for row in (above, below))
    gap = min(r.top for r in below) - max(r.bottom for r in above)
    return gap < LEADING * min(upper, lower) and max(upper, lower) < SAME_SIZE * min(upper, lower)
