"""The border of a marked area as closed lines that a pen can draw, without the stairs of its grid.

A mask is a coarse grid. Its border runs through the middles of the cells' edges, as marching
squares does (Lorensen and Cline 1987, in the plane), where it is a stair; what was straight and the
corners between longer sides stay. No line lies further than half a cell from where it was measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.mask import runs

if TYPE_CHECKING:
    from brandguard.model.mask import Mask

Corner = tuple[int, int]
Line = list[tuple[float, float]]


def contours(mask: Mask) -> list[Line]:
    """Give the closed lines around a mask's area and its holes, as fractions of the page."""
    wide, high = mask.cell
    return [
        [(min(x * wide, 1.0), min(y * high, 1.0)) for x, y in _smooth(loop)]
        for loop in _loops(_edges(mask))
    ]


def _edges(mask: Mask) -> dict[Corner, list[Corner]]:
    """Give the cells' edges on the border, by their start, the area on their right hand."""
    marked = {(row, column) for row, a, b in runs(mask) for column in range(a, b)}
    edges: dict[Corner, list[Corner]] = {}
    for row, column in sorted(marked):
        left, right, top, bottom = column, column + 1, row, row + 1
        sides = (
            ((row - 1, column), (left, top), (right, top)),
            ((row, column + 1), (right, top), (right, bottom)),
            ((row + 1, column), (right, bottom), (left, bottom)),
            ((row, column - 1), (left, bottom), (left, top)),
        )
        for neighbour, start, end in sides:
            if neighbour not in marked:
                edges.setdefault(start, []).append(end)
    return edges


def _loops(edges: dict[Corner, list[Corner]]) -> list[list[Corner]]:
    """Join edges to closed lines; where two areas touch at a corner, each keeps its own line."""
    loops = []
    while edges:
        start = here = next(iter(edges))
        came: Corner | None = None
        loop = []
        while here in edges:
            ways = edges[here]
            way = _right_hand(came, here, ways)
            ways.remove(way)
            if not ways:
                del edges[here]
            loop.append(here)
            came, here = here, way
            if here == start:
                break
        loops.append(loop)
    return loops


def _right_hand(came: Corner | None, here: Corner, ways: list[Corner]) -> Corner:
    if came is None or len(ways) == 1:
        return ways[0]
    across, down = here[0] - came[0], here[1] - came[1]
    right = (here[0] - down, here[1] + across)
    return right if right in ways else ways[0]


def _smooth(loop: list[Corner]) -> Line:
    """Turn stairs into slopes; a rectangle, and corners between longer sides, stay as they are."""
    turns = _turns(loop)
    following = [*turns[1:], turns[0]]
    sides = [abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in zip(turns, following, strict=True)]
    rectangle = len(turns) == 4  # noqa: PLR2004  corners
    stays = [rectangle or min(sides[i - 1], sides[i]) > 1 for i in range(len(turns))]
    line: Line = []
    for i, (start, end) in enumerate(zip(turns, following, strict=True)):
        if stays[i]:
            line.append((float(start[0]), float(start[1])))
        across = (end[0] - start[0]) / sides[i] / 2
        down = (end[1] - start[1]) / sides[i] / 2
        if not stays[i]:
            line.append((start[0] + across, start[1] + down))
        if not stays[(i + 1) % len(turns)] and (sides[i] > 1 or stays[i]):
            line.append((end[0] - across, end[1] - down))
    return line


def _turns(loop: list[Corner]) -> list[Corner]:
    """Keep the corners where the line changes its direction."""
    kept = []
    for i, (x, y) in enumerate(loop):
        (ax, ay), (bx, by) = loop[i - 1], loop[(i + 1) % len(loop)]
        if (x - ax) * (by - y) != (y - ay) * (bx - x):
            kept.append((x, y))
    return kept
