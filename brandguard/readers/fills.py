"""Named colours gathered from a page, bounded however many shapes it is made of."""

from __future__ import annotations

from heapq import heappush, heappushpop
from typing import TYPE_CHECKING

from brandguard.model.creative import VectorFill

if TYPE_CHECKING:
    from typing import Literal

    from brandguard.model.creative import Box

    Kind = Literal["fill", "text", "stroke"]

WHOLE_PAGE: Box = (0.0, 0.0, 1.0, 1.0)
_BOXES_PER_COLOUR = 8
_MOST_COLOURS = 256


class FillCollector:
    """Keeps of each colour and kind the largest boxes, and of all colours those with most area.

    A map or a mesh has tens of thousands of paths: what a user can be shown of them is a few
    places of each colour.
    """

    def __init__(self) -> None:
        self._boxes: dict[tuple[str, Kind], list[tuple[float, Box]]] = {}
        self._area: dict[tuple[str, Kind], float] = {}

    def add(self, colour: str, box: Box, kind: Kind) -> None:
        """Take note of one shape, or one piece of text, in a colour written as #RRGGBB."""
        key = (colour, kind)
        area = (box[2] - box[0]) * (box[3] - box[1])
        self._area[key] = self._area.get(key, 0.0) + area
        boxes = self._boxes.setdefault(key, [])
        if any(box == other for _, other in boxes):
            return
        if len(boxes) < _BOXES_PER_COLOUR:
            heappush(boxes, (area, box))
        else:
            heappushpop(boxes, (area, box))

    def fills(self) -> tuple[VectorFill, ...]:
        """Give the colours with most area first, each colour's boxes largest first."""
        order = sorted(self._area, key=lambda key: (-self._area[key], key))[:_MOST_COLOURS]
        return tuple(
            VectorFill(colour, box, kind)
            for colour, kind in order
            for _, box in sorted(self._boxes[colour, kind], key=lambda pair: (-pair[0], pair[1]))
        )
