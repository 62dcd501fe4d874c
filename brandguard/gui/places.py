"""Where a page's findings are drawn: boxes on the picture, spans in its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.model.creative import Box, Span
from brandguard.model.mask import Mask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.features import PageFeatures
    from brandguard.model.report import CreativeReport, Finding, Place


POINTED = -1
"""Stands for a finding's index where a mark is none of the creative's own findings."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One box of a finding on a page. `index` is the finding's in its report."""

    index: int
    severity: str
    box: Box
    mask: Mask | None = None
    """Where exactly; the box is then around its largest part."""
    first: bool = True
    """Whether it is the first of its finding's on the page, the one that carries the number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of a page's text that a finding speaks of, in characters."""

    index: int
    severity: str
    span: Span


def page_view(report: CreativeReport | None, number: int) -> PageFeatures | None:
    """Give a page of a report by its number."""
    for page in report.page_views if report else ():
        if page.number == number:
            return page
    return None


def spots(report: CreativeReport, page: PageFeatures) -> tuple[Spot, ...]:
    """Give all boxes to draw on a page; a finding in words lies where those words are set."""
    found = []
    for index, finding in enumerate(report.findings):
        first = True
        for place in _places(finding, page.number):
            boxes = (place.box,) if place.box is not None else _boxes_of_words(place, page)
            for box in boxes:
                found.append(Spot(index, finding.severity, box, place.mask, first))
                first = False
    return tuple(found)


def marks(report: CreativeReport, page: PageFeatures) -> tuple[Mark, ...]:
    """Give all stretches of a page's text to mark."""
    return tuple(
        Mark(index, finding.severity, place.span)
        for index, finding in enumerate(report.findings)
        for place in _places(finding, page.number)
        if place.span is not None
    )


def boxes_at(place: Place, page: PageFeatures) -> tuple[Box, ...]:
    """Give where a place lies on its page; for words, where they are set. None of another page."""
    if (place.page or 1) != page.number:
        return ()
    return (place.box,) if place.box is not None else _boxes_of_words(place, page)


def _places(finding: Finding, page: int) -> Iterator[Place]:
    for place in (finding.place, *finding.more_places):
        if (place.page or 1) == page:
            yield place


def _boxes_of_words(place: Place, page: PageFeatures) -> tuple[Box, ...]:
    if place.span is None:
        return ()
    start, end = place.span
    return tuple(
        run.box
        for run in page.runs
        if run.box is not None and run.span[0] < end and start < run.span[1]
    )
