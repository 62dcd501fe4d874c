"""Where findings are drawn on a page's thumbnail: rectangles, hatched areas, numbered badges."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from brandguard.model.mask import Mask
from brandguard.model.mask import boxes as cells_of
from brandguard.model.mask import outline as outline_of
from brandguard.model.report import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandguard.model.creative import Box
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import Finding, Place

LONG_SIDE = 360
"""The drawing's long side in its own units, close to a pixel on the screen."""
BADGE = 18
MOST_HATCHED = 1 / 3
"""Part of a page up to which an area is hatched: more would hide the picture; a border will do."""
MOST_WORD_BOXES = 6
_REACH = 8
_STEPS = sorted(
    product(range(-_REACH, _REACH + 1), repeat=2),
    key=lambda step: (max(abs(step[0]), abs(step[1])), step[1] < 0, step[0] < 0, step),
)
"""Where a badge goes when its corner is taken, in badges right and down: near first."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One rectangle of one finding, with the centre of its badge where it carries one.

    `cells` and `border` are SVG path data where the place is an area rather than a rectangle.
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


@dataclass(frozen=True, slots=True)
class Overlay:
    """All that is drawn over one page of this size."""

    width: float
    height: float
    outlines: tuple[Outline, ...]


def overlay(
    page: PageFeatures, numbered: Iterable[tuple[int, Finding]], long_side: float = LONG_SIDE
) -> Overlay:
    """Lay out the places that lie on this page; one badge a finding, and none over another."""
    scale = long_side / max(page.width_px, page.height_px, 1)
    width = max(page.width_px, 1) * scale
    height = max(page.height_px, 1) * scale
    taken: list[tuple[float, float]] = []
    outlines: list[Outline] = []
    for number, finding in numbered:
        for i, (box, mask) in enumerate(_areas(page, (finding.place, *finding.more_places))):
            left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in box)
            x, y = left * width, top * height
            badge = _free(x, y, width, height, taken) if i == 0 else None
            w, h = max((right - left) * width, 2.0), max((bottom - top) * height, 2.0)
            cells, border = _paths(mask, width, height) if mask else ("", "")
            paths = (badge, cells, border, mask)
            outlines.append(Outline(number, finding.severity, x, y, w, h, *paths))
    return Overlay(width, height, tuple(outlines))


def _paths(mask: Mask, width: float, height: float) -> tuple[str, str]:
    """Write a mask as SVG path data: its area, where it is not too large, and its border."""
    parts = list(cells_of(mask))
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in parts)
    cells = "".join(
        f"M{left * width:.1f} {top * height:.1f}H{right * width:.1f}V{bottom * height:.1f}"
        f"H{left * width:.1f}Z"
        for left, top, right, bottom in (parts if area <= MOST_HATCHED else ())
    )
    border = "".join(
        f"M{min(x, 1) * width:.1f} {min(y, 1) * height:.1f}"
        f"L{min(to_x, 1) * width:.1f} {min(to_y, 1) * height:.1f}"
        for (x, y), (to_x, to_y) in outline_of(mask)
    )
    return cells, border


def _areas(page: PageFeatures, places: Iterable[Place]) -> Iterator[tuple[Box, Mask | None]]:
    for place in places:
        if place.page != page.number:
            continue
        if place.box is not None:
            yield place.box, place.mask
        elif place.span is not None:
            start, end = place.span
            runs = (r for r in page.runs if r.box and r.span[0] < end and start < r.span[1])
            for run, _ in zip(runs, range(MOST_WORD_BOXES), strict=False):
                assert run.box is not None
                yield run.box, None


def _free(
    x: float, y: float, width: float, height: float, taken: list[tuple[float, float]]
) -> tuple[float, float]:
    """Put a badge at the rectangle's corner, or beside the badges that are there already."""
    half = BADGE / 2 + 2
    left = min(max(x + 2, half), max(width - half, half))
    top = min(max(y + 2, half), max(height - half, half))
    for right, down in _STEPS:
        spot = (left + right * BADGE, top + down * BADGE)
        inside = half <= spot[0] <= width - half and half <= spot[1] <= height - half
        if (inside or (right, down) == (0, 0)) and all(_apart(spot, other) for other in taken):
            taken.append(spot)
            return spot
    return left, top


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) >= BADGE - 0.001  # rounding
