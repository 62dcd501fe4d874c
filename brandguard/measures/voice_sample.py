"""The text that a voice is measured on: its sentences, their words, tokens and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from brandguard.language.blocks import sentences
from brandguard.language.cleaning import Clean
from brandguard.language.pipelines import Token
from brandguard.language.speech import Mark
from brandguard.model.creative import Span

LONGEST = 1500
"""Characters of a sentence: what has no stop for longer is cut, so that reading stays bounded."""

_WORD = re.compile(r"\d[\d.,:]*\d|[^\W_]+(?:['-][^\W_]+)*'?")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|\b[\w-]{2,40}\.(?:com|it|es|eu|org|net|io|app|store|shop)\b(?:/\S*)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Line:
    """One sentence on its page. Positions index `text`; `clean.span` leads back to the page."""

    page: int
    clean: Clean
    text: str
    """The sentence with its links blanked out."""
    words: Sequence[Span]
    tokens: Sequence[Token] = ()
    marks: Sequence[Mark] = field(default_factory=list)
    places: Sequence[tuple[str, int, int]] = ()
    """What the traits count: kind, start, end (see voice_traits.places)."""


@dataclass(frozen=True)
class Sample:
    """All sentences in one language."""

    language: str
    lines: Sequence[Line]

    @cached_property
    def words(self) -> int:
        """Number of words."""
        return sum(len(line.words) for line in self.lines)

    @cached_property
    def sentences(self) -> int:
        """Number of sentences that have a word."""
        return sum(bool(line.words) for line in self.lines)


def counted_words(text: str) -> list[Span]:
    """Find what counts as a word: letters (with apostrophes and hyphens inside) and numbers."""
    return [match.span() for match in _WORD.finditer(text)]


def lines_of(block: Clean, page: int) -> list[Line]:
    """Cut a block into sentences that have a word or a mark that says something."""
    blank = _LINK.sub(lambda match: " " * len(match.group()), block.text)
    found = []
    for start, end in sentences(blank):
        for left, right in _bites(blank, start, end):
            text = blank[left:right]
            found.append(Line(page, block.part(left, right), text, counted_words(text)))
    return found


def _bites(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a stretch without a stop into pieces of at most LONGEST characters, between words."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        if text[start:cut].strip():
            yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
