"""A stretch of text in one language in which facts are looked for, and how they are noted down."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import regex

from brandguard.language.cleaning import Clean
from brandguard.language.topics import topic_of
from brandguard.model.facts import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import Span

SECONDS = 0.5
"""What one pattern may take on one passage; a text that needs more gives no such facts."""
SENTENCE_SHOWN = 160
_STOP = regex.compile(r"[.!?…;|•·]+(?=\s|$)|\n|\s[–—]\s")
_NOT_A_STOP = regex.compile(
    r"(?:\b(?:tel|n|nº|p|v|c|st|rd|ave|av|avda|ore|no|dott|sig|mr|mrs|dr|art|ca|es|min|max|ud|uds|"
    r"sta|sto|pza|piazz|p\.m|a\.m)|\W\p{L})$",
    regex.IGNORECASE,
)


@dataclass(slots=True)
class Passage:
    """A block of a page with its spelled-out numbers in digits; positions index `text`.

    What one kind of fact has used is blanked in `left`, so that no other reads it again.
    """

    page: int
    clean: Clean
    language: str
    source: str
    """The page's own text, which spans index."""
    before: str = ""
    """The block above: a headline may say what the price below it is for."""
    after: str = ""
    left: str = ""
    found: list[tuple[int, int, Fact]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.left = self.clean.text

    @property
    def text(self) -> str:
        """The whole text, with nothing blanked."""
        return self.clean.text

    def matches(self, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
        """Give the matches in what is left, within bounded time.

        All are found before the first is given: what is done with one, loading a library for
        instance, counts for the processor's time that the pattern may take.
        """
        found: list[regex.Match[str]] = []
        with suppress(TimeoutError):
            found.extend(pattern.finditer(self.left, timeout=SECONDS))
        yield from found

    def use(self, start: int, end: int) -> None:
        """Blank a stretch, so that it is not read as something else."""
        self.left = self.left[:start] + " " * (end - start) + self.left[end:]

    def sentence(self, start: int, end: int) -> Span:
        """Give the sentence around a stretch; abbreviations and initials do not end it."""
        left, right = 0, len(self.text)
        for stop in _STOP.finditer(self.text):
            if stop.group() == "." and _NOT_A_STOP.search(self.text[: stop.start()][-8:]):
                continue
            if stop.end() <= start:
                left = stop.end()
            elif stop.start() >= end:
                right = stop.start()
                break
        return left, right

    def note(
        self, kind: FactKind, value: str, start: int, end: int, role: str = "", **details: str
    ) -> None:
        """Keep a fact, and blank its place."""
        left, right = self.sentence(start, end)
        raw = self.text[start:end]
        start, end = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip(" .,"))
        span = self._whole(self.clean.span(start, end))
        while left < right and self.text[left].isspace():
            left += 1
        shown = " ".join(self.source[slice(*self.clean.span(left, right))].split())
        fact = Fact(
            kind=kind,
            value=value,
            raw=" ".join(self.source[slice(*span)].split()),
            page=self.page,
            span=span,
            language=self.language,
            role=role,
            sentence=shown[:SENTENCE_SHOWN],
            details=details,
        )
        self.found.append((start, end, fact))
        self.use(start, end)

    def _whole(self, span: Span) -> Span:
        """Take in the rest of a word of which a digit stands for the beginning."""
        start, end = span
        while end < len(self.source) and self.source[end - 1 : end + 1].isalpha():
            end += 1
        return start, end

    def facts(self) -> list[Fact]:
        """Give what was found in reading order, each with the words that say what it is about."""
        ordered = sorted(self.found, key=lambda entry: entry[:2])
        return [self._with_topic(i, ordered) for i in range(len(ordered))]

    def _with_topic(self, i: int, ordered: list[tuple[int, int, Fact]]) -> Fact:
        start, end, fact = ordered[i]
        left, right = self.sentence(start, end)
        alike = [
            (s, e) for s, e, other in ordered if other.kind == fact.kind and other.role != "old"
        ]
        left = max([left, *(e for _, e in alike if e <= start)])
        right = min([right, *(s for s, _ in alike if s >= end)])
        text = self._blanked(ordered)
        topic = topic_of(text[left:start], text[end:right], fact.kind, self.language)
        if not topic.words:
            topic = topic_of(self.before or self.after, "", fact.kind, self.language)
        more: dict[str, Any] = {"all": "1"} if topic.everything else {}
        return _replaced(fact, topic.words, topic.text, more)

    def _blanked(self, ordered: list[tuple[int, int, Fact]]) -> str:
        text = self.text
        for start, end, _ in ordered:
            text = text[:start] + " " * (end - start) + text[end:]
        return text


def _replaced(fact: Fact, about: tuple[str, ...], topic: str, more: dict[str, str]) -> Fact:
    from dataclasses import replace

    return replace(fact, about=about, topic=topic, details=fact.details | more)
