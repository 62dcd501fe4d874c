"""Where a stretch of text lies: places for findings that speak of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.report import Place

if TYPE_CHECKING:
    from brandguard.model.creative import Span
    from brandguard.model.features import Features, PageFeatures

MAX_PLACES = 50
"""Places shown of one finding; more would hide the creative under marks."""


def place_of(page: PageFeatures, span: Span) -> Place:
    """Give the place of a stretch of a page's text, with the box of the run it begins in."""
    for run in page.runs:
        if run.span[0] <= span[0] < run.span[1]:
            return Place(page.number, run.box, span, run.source)
    return Place(page.number, None, span, "live")


def places_of(features: Features, spans: list[tuple[int, Span]]) -> tuple[Place, ...]:
    """Give the places of stretches named by page number, at most MAX_PLACES, in reading order."""
    pages = {page.number: page for page in features.pages}
    known = sorted({(number, span) for number, span in spans if number in pages})
    return tuple(place_of(pages[number], span) for number, span in known[:MAX_PLACES])
