"""Where a stretch of text lies: places for findings that speak of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.logo import SURE
from brandguard.model.report import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.creative import Box, Span, TextRun
    from brandguard.model.features import Features, PageFeatures

SURELY = 0.95
"""Confidence of a recognised word from which a finding about it may fail a creative. Judgement."""
IN_A_LOGO = 0.5
"""Part of a text's box that must lie in a logo for the text to be a part of it."""
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


def is_in_a_logo(page: PageFeatures, span: Span) -> bool:
    """Tell whether a stretch of text is a part of a logo that was seen: drawn, not written."""
    box = place_of(page, span).box
    if box is None:
        return False
    area = max((box[2] - box[0]) * (box[3] - box[1]), 1e-9)
    return any(
        _shared(box, seen.box) >= IN_A_LOGO * area
        for seen in page.logos or ()
        if seen.confidence >= SURE
    )


def _shared(one: Box, other: Box) -> float:
    """Give the area that two boxes have in common."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)


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
