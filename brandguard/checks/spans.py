"""Where a stretch of text lies: places for findings that speak of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.report import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.creative import Box, Span, TextRun
    from brandguard.model.features import Features, PageFeatures

SURELY = 0.95
"""Confidence of a recognised word from which a finding about it may fail a creative. On flyers made
for measuring, 99 % of the words read right have it, and words misread lie below it."""
MAX_PLACES = 50
"""Places shown of one finding; more would hide the creative under marks."""


def place_of(page: PageFeatures, span: Span) -> Place:
    """Give the place of a stretch of a page's text, with the box of the run it begins in."""
    touched = [r for r in page.runs if r.span[0] < span[1] and span[0] < r.span[1]]
    if not touched:
        return Place(page.number, None, span, "live")
    first = touched[0]
    box = _around(touched) if first.source == "ocr" else first.box
    return Place(page.number, box, span, first.source)


def _around(words: Sequence[TextRun]) -> Box | None:
    """Give the box around recognised words as far as they stand in the first one's line."""
    boxes = [word.box for word in words if word.box is not None]
    line = [b for b in boxes if min(b[3], boxes[0][3]) > max(b[1], boxes[0][1])]
    if not line:
        return None
    left, top, right, bottom = zip(*line, strict=True)
    return (min(left), min(top), max(right), max(bottom))


def surely_read(features: Features, place: Place) -> bool:
    """Tell whether the words of a place were recognised surely enough for a verdict of its own."""
    page = next((p for p in features.pages if p.number == place.page), None)
    span = place.span
    if page is None or span is None:
        return False
    words = [r for r in page.runs if r.span[0] < span[1] and span[0] < r.span[1]]
    return bool(words) and all((word.confidence or 0.0) >= SURELY for word in words)


def places_of(features: Features, spans: list[tuple[int, Span]]) -> tuple[Place, ...]:
    """Give the places of stretches named by page number, at most MAX_PLACES, in reading order."""
    pages = {page.number: page for page in features.pages}
    known = sorted({(number, span) for number, span in spans if number in pages})
    return tuple(place_of(pages[number], span) for number, span in known[:MAX_PLACES])
