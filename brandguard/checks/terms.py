"""Finding terms, names and texts in a page's text, whatever their case, accents and line breaks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from brandguard.language.cleaning import Clean, clean
from brandguard.language.lexicons import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brandguard.model.creative import Span

PATTERN_SECONDS = 0.25
"""Time that one pattern may take on one page: a hostile or careless one must not hang a run."""

LEMMATISED = frozenset({"en", "es", "it"})

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[\s\-‐‑–—'’]{1,3}")  # noqa: RUF001  the dashes are meant
"""What may stand between the words of one term: spaces, a line break, a dash, an apostrophe."""
_TRICKY = re.compile(
    "[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb00-\ufb06\ufeff\uff01-\uff5e"
    "\U0001d400-\U0001d7ff]"
)
"""Soft hyphens, bidirectional marks, ligatures…: what people do not see, and what tears words."""
REMEMBERED = 100_000
"""Characters of a text up to which its readable form is kept for the next term."""
_NAME_PIECE = re.compile(r"[^\W\d_]+|\d+")
_CAMEL = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")


def fold(text: str) -> str:
    """Take case and accents away, letter by letter: every character keeps its place."""
    return text.translate({ord(c): _folded(c) for c in set(text)})


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    bare = unicodedata.normalize("NFD", character)[0].lower()
    return bare if len(bare) == 1 else character


def readable(text: str) -> Clean:
    """Give a text as people see it; `span` of it leads back to the places in the original."""
    if len(text) > REMEMBERED or not _TRICKY.search(text):
        return _as_seen(text)
    return _as_seen_before(text)


def _as_seen(text: str) -> Clean:
    return clean(text) if _TRICKY.search(text) else Clean(text, range(len(text)))


_as_seen_before = lru_cache(maxsize=256)(_as_seen)


def written(text: str, span: Span) -> str:
    """Give a stretch as people see it, in one line."""
    return " ".join(_as_seen(text[slice(*span)]).text.split())


@lru_cache(maxsize=16)
def _folded_text(text: str) -> str:
    """Give `fold` of a text that is asked for once for every name of the brand."""
    return fold(text)


@lru_cache(maxsize=16)
def _words_of(text: str) -> tuple[tuple[str, Span], ...]:
    """Give the words in lower case with their places; asked for once for every term."""
    return tuple((match.group().lower(), match.span()) for match in _WORD.finditer(text))


def squash(text: str) -> str:
    """Keep folded letters and digits alone: line breaks, dashes and spaces no longer count."""
    return "".join(c for c in fold(unicodedata.normalize("NFKC", text)) if c.isalnum())


@lru_cache(maxsize=1024)
def term_words(term: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """Give a term's words, each in lower case and as lemma (the same without a language)."""
    words = [match.group().lower() for match in _WORD.finditer(_as_seen(term).text)]
    return tuple((w, lemma(w, language, w) if language else w) for w in words)


def find_term(
    text: str, term: str, language: str | None, lemmas: Mapping[Span, str]
) -> Iterator[Span]:
    """Find a term of one or more words in any inflected form.

    `lemmas` are those that the language's pipeline saw in the text; a word it did not see is looked
    up alone. In a language without lemmas the words must stand as they are. A term without letters
    or digits («%») is found literally.
    """
    language = language if language in LEMMATISED else None
    wanted = term_words(term, language)
    if not wanted:
        yield from ((m.start(), m.end()) for m in re.finditer(re.escape(term), text))
        return
    seen = readable(text)
    words = _words_of(seen.text)
    first = {form[:1] for form in wanted[0]}  # an inflected form keeps its first letter
    for at in range(len(words) - len(wanted) + 1):
        if words[at][0][:1] not in first:
            continue
        run = words[at : at + len(wanted)]
        alike = all(
            _alike(word, seen, span, want, language, lemmas)
            for (word, span), want in zip(run, wanted, strict=True)
        )
        if alike and _adjoining(seen.text, [span for _, span in run]):
            yield seen.span(run[0][1][0], run[-1][1][1])


def _alike(  # noqa: PLR0917  one helper of one function
    word: str,
    seen: Clean,
    span: Span,
    wanted: tuple[str, str],
    language: str | None,
    lemmas: Mapping[Span, str],
) -> bool:
    plain, base = wanted
    if word == plain:
        return True
    if language is None or word[:1] != base[:1]:  # an inflected form keeps its first letter
        return False
    return (lemmas.get(seen.span(*span)) or lemma(word, language, word)) in wanted


def _adjoining(text: str, spans: Sequence[Span]) -> bool:
    return all(_JOINED.fullmatch(text[left[1] : right[0]]) for left, right in pairwise(spans))


@lru_cache(maxsize=64)
def find_pattern(text: str, pattern: str) -> tuple[tuple[Span, ...], bool]:
    """Find a pattern of the regex library, whatever the case; and say whether it took too long.

    Stops after PATTERN_SECONDS with what it found by then; an invalid pattern finds nothing (the
    profile's reader is who complains about it).
    """
    found: list[Span] = []
    seen = readable(text)
    try:
        matches = _compiled(pattern).finditer(text, timeout=PATTERN_SECONDS)
        found.extend(match.span() for match in matches)
        if seen.text != text:
            matches = _compiled(pattern).finditer(seen.text, timeout=PATTERN_SECONDS)
            found.extend(seen.span(*m.span()) for m in matches if m.end() > m.start())
    except regex.error:
        return (), False
    except TimeoutError:
        return _solid(found), True
    return _solid(found), False


def _solid(found: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted({span for span in found if span[1] > span[0]}))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)


TORN_LETTERS = 3
"""Letters that either part of a torn name has at least: «Taza Mora», but not «A cme»."""


def find_name(text: str, name: str) -> Iterator[Span]:
    """Find a name however it is written: other capitals, accents, dashes, apart or together."""
    pattern = _name_pattern(name)
    if pattern is not None:
        seen = readable(text)
        yield from (seen.span(*match.span()) for match in pattern.finditer(_folded_text(seen.text)))


@lru_cache(maxsize=256)
def _name_pattern(name: str) -> re.Pattern[str] | None:
    pieces = [
        piece for match in _NAME_PIECE.finditer(name) for piece in _camel_pieces(match.group())
    ]
    if not pieces:
        return None
    joint = r"(?:[^\S\n]|[-‐‑–—_.'’&]){0,2}\n?"  # noqa: RUF001  the dashes are meant
    body = joint.join(re.escape(fold(piece)) for piece in pieces)
    if len(pieces) == 1:
        body = "|".join([body, *_torn_apart(fold(pieces[0]))])
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")


def _torn_apart(word: str) -> Iterator[str]:
    """Give the patterns of a one-word name that is written as two words or with a dash."""
    for at in range(TORN_LETTERS, len(word) - TORN_LETTERS + 1):
        yield rf"{re.escape(word[:at])}[ -]{re.escape(word[at:])}"


def _camel_pieces(word: str) -> Iterator[str]:
    start = 0
    for match in _CAMEL.finditer(word):
        at = match.start()
        if word[at - 1].islower() and word[at].isupper():
            yield word[start:at]
            start = at
    yield word[start:]
