"""Where findings are drawn on a page's thumbnail: frames, hatched areas, numbered badges.

A frame lies around what it speaks of, never on it, and its badge outside the frame: where it covers
as few words as it can. Small print is what a report must not hide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from brandguard.model.mask import Mask
from brandguard.model.mask import boxes as cells_of
from brandguard.model.report import Severity
from brandguard.writers.contour import contours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandguard.model.creative import Box
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import Finding, Place

LONG_SIDE = 360
"""The drawing's long side in its own units, close to a pixel on the screen."""
BADGE = 18
AIR, LITTLE_AIR = 4, 2
"""Between a place and the line around it: a line on the letters would make them unreadable. Around
a line of text little, or it would lie on the lines above and below."""
LINE_OF_TEXT = 24
"""Height up to which a place is taken for a line of text."""
OVERHANG = 14
"""How far a badge may stick out of the page, for whoever leaves a margin around the picture."""
MOST_HATCHED = 1 / 3
"""Part of a page up to which an area is hatched: more would hide the picture; a border will do."""
MOST_WORD_BOXES = 6
MOST_PLACES, MOST_PLACES_OF_A_NOTE = 12, 6
"""Of one finding on one page. A note on everything that is drawn says so in words."""
MOST_WORDS_KEPT_CLEAR = 200
_REACH = 8
_STEPS = sorted(
    product(range(-_REACH, _REACH + 1), repeat=2),
    key=lambda step: (max(abs(step[0]), abs(step[1])), step[1] < 0, step[0] < 0, step),
)
"""Where a badge goes when its corner is taken, in badges right and down: near first."""

Rectangle = tuple[float, float, float, float]
"""Four edges (left, top, right, bottom) in the drawing's units; of a frame left, top, width and
height."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One rectangle of one finding, with the centre of its badge where it carries one.

    `cells` and `border` are SVG path data where the place is an area rather than a rectangle; the
    area is to be filled by the even-odd rule.
    """

    number: int
    severity: Severity
    x: float
    y: float
    width: float
    height: float
    badge: tuple[float, float] | None = None
    cells: str = ""
    border: str = ""
    mask: Mask | None = None

    @property
    def frame(self) -> Rectangle:
        """The line around the rectangle, with air between: left, top, width, height."""
        air = LITTLE_AIR if self.height < LINE_OF_TEXT else AIR
        return self.x - air, self.y - air, self.width + 2 * air, self.height + 2 * air


@dataclass(frozen=True, slots=True)
class Overlay:
    """All that is drawn over one page of this size."""

    width: float
    height: float
    outlines: tuple[Outline, ...]


def overlay(
    page: PageFeatures,
    numbered: Iterable[tuple[int, Finding]],
    long_side: float = LONG_SIDE,
    overhang: float = 0.0,
) -> Overlay:
    """Lay out the places that lie on this page; one badge a finding, and none over another.

    Badges stick out of the page by `overhang` at most.
    """
    scale = long_side / max(page.width_px, page.height_px, 1)
    width = max(page.width_px, 1) * scale
    height = max(page.height_px, 1) * scale
    table = _Table(width, height, overhang, _words(page, width, height))
    outlines: list[Outline] = []
    for number, finding in numbered:
        for i, (box, mask) in enumerate(_drawn(page, finding)):
            left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in box)
            x, y = left * width, top * height
            w, h = max((right - left) * width, 2.0), max((bottom - top) * height, 2.0)
            cells, border = _paths(mask, width, height) if mask else ("", "")
            one = Outline(number, finding.severity, x, y, w, h, None, cells, border, mask)
            outlines.append(replace(one, badge=table.seat(one.frame)) if i == 0 else one)
    return Overlay(width, height, tuple(outlines))


def _drawn(page: PageFeatures, finding: Finding) -> list[tuple[Box, Mask | None]]:
    """Give the areas of a finding that are drawn: not so many that the page is hidden by them."""
    places = [p for p in (finding.place, *finding.more_places) if p.page == page.number]
    if finding.severity == "note" and len(places) > MOST_PLACES_OF_A_NOTE:
        return []
    return list(_areas(page, places[:MOST_PLACES]))


def _paths(mask: Mask, width: float, height: float) -> tuple[str, str]:
    """Write a mask as SVG path data: its area, where it is not too large, and its border."""
    border = "".join(
        "M" + "L".join(f"{x * width:.1f} {y * height:.1f}" for x, y in line) + "Z"
        for line in contours(mask)
        if line
    )
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in cells_of(mask))
    return (border if area <= MOST_HATCHED else ""), border


def _areas(page: PageFeatures, places: Iterable[Place]) -> Iterator[tuple[Box, Mask | None]]:
    for place in places:
        if place.box is not None:
            yield place.box, place.mask
        elif place.span is not None:
            start, end = place.span
            runs = (r for r in page.runs if r.box and r.span[0] < end and start < r.span[1])
            for run, _ in zip(runs, range(MOST_WORD_BOXES), strict=False):
                assert run.box is not None
                yield run.box, None


def _words(page: PageFeatures, width: float, height: float) -> list[Rectangle]:
    """Give where words stand on the page, which badges had better not cover."""
    boxes = [run.box for run in page.runs if run.box][:MOST_WORDS_KEPT_CLEAR]
    return [(a * width, b * height, c * width, d * height) for a, b, c, d in boxes]


class _Table:
    """The page as a table at which each badge finds a seat."""

    def __init__(
        self, width: float, height: float, overhang: float, words: list[Rectangle]
    ) -> None:
        half = BADGE / 2 + 1
        self._low = half - overhang
        self._right = max(width - half + overhang, self._low)
        self._bottom = max(height - half + overhang, self._low)
        self._avoid = words
        self._taken: list[tuple[float, float]] = []

    def seat(self, around: Rectangle) -> tuple[float, float]:
        """Put a badge outside a frame where it covers least, and apart from the other badges."""
        x, y, width, height = around
        frame = (x, y, x + width, y + height)
        spots = [self._inside(spot) for spot in _around(frame)]
        free = [s for s in spots if all(_apart(s, other) for other in self._taken)]
        spot = min(free, key=lambda s: self._covered(s, frame)) if free else self._anywhere(frame)
        self._taken.append(spot)
        return spot

    def _inside(self, spot: tuple[float, float]) -> tuple[float, float]:
        x, y = spot
        return min(max(x, self._low), self._right), min(max(y, self._low), self._bottom)

    def _covered(self, spot: tuple[float, float], frame: Rectangle) -> float:
        """Give how much of words and of the place itself a badge would cover; places count more."""
        words = sum(_shared(spot, box) for box in self._avoid)
        return round(4 * _shared(spot, frame) + words)

    def _anywhere(self, frame: Rectangle) -> tuple[float, float]:
        left, top = self._inside((frame[0], frame[1]))
        for right, down in _STEPS:
            spot = (left + right * BADGE, top + down * BADGE)
            if spot == self._inside(spot) and all(_apart(spot, other) for other in self._taken):
                return spot
        return left, top


def _around(frame: Rectangle) -> list[tuple[float, float]]:
    """Give the spots around a frame, those at its top left first."""
    left, top, right, bottom = frame
    half = BADGE / 2
    spots = [
        (left - half, top + half), (left + half, top - half), (right - half, top - half),
        (right + half, top + half), (left + half, bottom + half), (right - half, bottom + half),
        (left - half, bottom - half), (right + half, bottom - half),
    ]  # fmt: skip
    return spots + [(x + step * BADGE, y) for step in (1, 2, 3, -1, -2, -3) for x, y in spots]


def _shared(spot: tuple[float, float], box: Rectangle) -> float:
    """Give the area that a badge has in common with a rectangle."""
    half = BADGE / 2
    wide = min(spot[0] + half, box[2]) - max(spot[0] - half, box[0])
    high = min(spot[1] + half, box[3]) - max(spot[1] - half, box[1])
    return max(wide, 0.0) * max(high, 0.0)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) >= BADGE - 0.001  # rounding
