"""Where a click leads, as facts: what no words of the page say is stated all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brandguard.measures.facts import measure_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.model.creative import Box, Span
    from brandguard.model.facts import Fact
    from brandguard.model.features import PageFeatures

MOST = 50
"""Links of a creative that are read; a catalogue repeats the same few on every page."""
_WRITTEN = {"mailto:": "", "tel:": "Tel. ", "http://": "http://", "https://": "https://"}
"""What stands before the address in a link, and in a text that says the same."""


def link_facts(
    pages: Sequence[PageFeatures],
    stated: Sequence[Fact],
    expected: tuple[str, ...] = (),
    region: str | None = None,
) -> tuple[Fact, ...]:
    """Give the addresses, mailboxes and numbers that only links name, each once.

    Their span is the words that are clicked; (0, 0) where there are none.
    """
    known = {(fact.kind, fact.value) for fact in stated}
    found = []
    for page, url, box in _links(pages):
        span = _words_in(page, box)
        written = _as_text(url)
        for fact in measure_facts([(page.number, written)], expected, region) if written else ():
            if fact.kind in {"url", "email", "phone"} and (fact.kind, fact.value) not in known:
                known.add((fact.kind, fact.value))
                words = page.text[slice(*span)].strip()
                found.append(replace(fact, raw=url, span=span, sentence=words or url))
    return tuple(found)


def _links(pages: Sequence[PageFeatures]) -> Iterator[tuple[PageFeatures, str, Box | None]]:
    unique: dict[str, tuple[PageFeatures, str, Box | None]] = {}
    for page in pages:
        for link in page.links:
            unique.setdefault(link.url, (page, link.url, link.box))
    yield from list(unique.values())[:MOST]


def _as_text(url: str) -> str:
    """Write a link's address as a text would; nothing for what opens no site, mail or phone."""
    for start, written in _WRITTEN.items():
        if url.lower().startswith(start):
            rest = url[len(start) :]
            return written + (rest if start.startswith("http") else rest.partition("?")[0])
    return ""


def _words_in(page: PageFeatures, box: Box | None) -> Span:
    """Give the words that lie in a link's box: those whose middle does."""
    inside = []
    for run in page.runs if box is not None else ():
        if run.box is not None and box is not None:
            x, y = (run.box[0] + run.box[2]) / 2, (run.box[1] + run.box[3]) / 2
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                inside.append(run.span)
    return (min(s for s, _ in inside), max(e for _, e in inside)) if inside else (0, 0)
