"""How a look row is laid out, so that measuring and judging agree."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GREYS, HUES, CHROMAS, LIGHTS = 6, 12, 2, 4
GRID = 6
EDGE_GRID, DIRECTIONS = 4, 4
LEVELS = 5
TRAITS: tuple[str, ...] = (
    "flat", "log_colours", "lightness", "contrast", "chroma", "green_red", "blue_yellow", "edges",
    "log_aspect", "largest", "five_largest", "coloured",
)  # fmt: skip


def _slices(sizes: tuple[tuple[str, int], ...]) -> dict[str, slice]:
    out, start = {}, 0
    for name, size in sizes:
        out[name] = slice(start, start + size)
        start += size
    return out


LAYOUT: Mapping[str, slice] = MappingProxyType(
    _slices((
        ("colours", GREYS + HUES * CHROMAS * LIGHTS),
        ("layout", GRID * GRID * 3),
        ("edges", EDGE_GRID * EDGE_GRID * DIRECTIONS),
        ("texture", LEVELS * 2),
        ("rim", 4 * 3 * 2),
        ("traits", len(TRAITS)),
    ))
)  # fmt: skip
"""colours: shares of soft OKLab bins, 6 greys by lightness, then hue × chroma × lightness; sum 1.
layout: mean OKLab of 6 × 6 cells, row by row. edges: root of the mean edge strength in 4 directions
of 4 × 4 cells. texture: log of the contrast at 5 scales, in lightness and in hue. rim: mean, then
deviation, of OKLab along top, bottom, left, right. traits: the figures named in TRAITS."""

LENGTH = max(part.stop for part in LAYOUT.values())
