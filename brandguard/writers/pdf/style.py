"""How the PDF report looks: the page's grid, the type and its sizes, the colours. All in points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from brandguard.model.report import FactValue

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
"""A4."""
LEFT, TOP, BOTTOM = 51.0, 68.0, 62.0
"""Margins; the running head and foot lie in those at the top and the bottom."""
WIDTH = PAGE_WIDTH - 2 * LEFT
FLOOR = PAGE_HEIGHT - BOTTOM
GAP = 14.0
"""Between columns."""

INK, MUTED, HAIR, SOFT, PAPER = "#1B1D22", "#5C616C", "#DAD8D2", "#F4F2ED", "#FFFFFF"
COLOURS = {
    "fail": "#B3261E", "unreadable": "#B3261E", "warn": "#8A5800", "note": "#2A5DA6",
    "off": "#5C616C", "pass": "#1C6B3F", "not_evaluable": "#5C616C",
}  # fmt: skip
"""Those of the HTML report and the annotated pictures."""
_HEAT = ((0.0, (0xF0, 0xB8, 0xB1)), (50.0, (0xF7, 0xDD, 0xC0)), (75.0, (0xF6, 0xEE, 0xCF)),
         (100.0, (0xCF, 0xE6, 0xD8)))  # fmt: skip
"""Grounds of the matrix, light enough for black figures (WCAG: over 11 to 1)."""

Family = Literal["Figtree", "Fraunces"]


@dataclass(frozen=True, slots=True)
class Style:
    """One voice of the type: family, weight (400, 600, 700), size, distance of lines, colour."""

    family: Family = "Figtree"
    weight: int = 400
    size: float = 9.0
    leading: float = 13.0
    colour: str = INK
    italic: bool = False

    def but(self, *, colour: str) -> Style:
        """Give the same in another colour."""
        return replace(self, colour=colour)


BODY = Style()
STRONG = Style(weight=600)
QUIET = Style(colour=MUTED)
SMALL = Style(size=7.6, leading=10.6, colour=MUTED)
SMALL_INK = Style(size=7.6, leading=10.6)
SMALL_STRONG = Style(weight=600, size=7.6, leading=10.6)
LABEL = Style(weight=600, size=7.6, leading=11.0, colour=MUTED)
LEAD = Style(size=11.0, leading=16.0)
QUOTE = Style("Fraunces", 400, 9.4, 13.0, italic=True)
EXCERPT = Style("Fraunces", 400, 6.4, 8.0, italic=True)
TITLE = Style("Fraunces", 600, 34.0, 39.0)
SECTION = Style("Fraunces", 600, 22.0, 27.0)
HEADING = Style(weight=700, size=12.0, leading=16.0)
SUBHEADING = Style(weight=700, size=9.6, leading=13.0)
FIGURE = Style("Fraunces", 600, 58.0, 62.0)
COUNT = Style("Fraunces", 600, 19.0, 23.0)
SCORE = Style("Fraunces", 600, 20.0, 24.0)
BADGE = Style(weight=700, size=6.4, leading=8.0, colour=PAPER)


def heat(score: float) -> str:
    """Give the ground for a score of 0–100: from red over sand to green, always with a figure."""
    score = min(max(score, 0.0), 100.0)
    for (low, dark), (high, light) in pairwise(_HEAT):
        if score <= high:
            part = (score - low) / (high - low)
            mixed = (round(a + (b - a) * part) for a, b in zip(dark, light, strict=True))
            return "#" + "".join(f"{channel:02X}" for channel in mixed)
    return SOFT


def verdict_of(fails: int, warns: int, passes: int) -> str:
    """Give the worst of what was counted."""
    return "fail" if fails else "warn" if warns else "pass" if passes else "not_evaluable"


def is_hex(value: FactValue) -> bool:
    """Tell whether a fact is a colour, #RRGGBB."""
    return (
        isinstance(value, str)
        and len(value) == 7  # noqa: PLR2004  # and six digits
        and value[0] == "#"
        and all(c in "0123456789ABCDEFabcdef" for c in value[1:])
    )
