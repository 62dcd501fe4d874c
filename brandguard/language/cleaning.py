"""Text as the pipelines can read it, every character knowing where it came from.

Soft hyphens, bidirectional marks and other invisible characters vanish; ligatures, full-width and
«fancy» letters become plain ones; quotes and spaces of all kinds become the common one. Positions
found in the clean text lead back to the original through `at`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandguard.model.creative import Span

MAX_WORD = 80
"""A run of this many characters without a space is no word (a link, a code, noise): it is left out,
so that no tokeniser has to look at it."""

_FORMAT = "Cf"
_COMPATIBLE = ("\ufb00", "\ufb06"), ("\uff01", "\uff5e"), ("\U0001d400", "\U0001d7ff")
"""Ligatures, full-width forms and mathematical letters; NFKC elsewhere would spoil º, ½ and ™."""
_SPACES = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t"
)
_BREAKS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_SAME = dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'") | dict.fromkeys("\u201c\u201d\u201e", '"')


@dataclass(frozen=True, slots=True)
class Clean:
    """Clean text; `at[i]` is the position of its i-th character in the original."""

    text: str
    at: Sequence[int]

    def part(self, start: int, end: int) -> Clean:
        """Give a stretch of it."""
        return Clean(self.text[start:end], self.at[start:end])

    def span(self, start: int, end: int) -> Span:
        """Give the stretch of the original that a non-empty stretch of the clean text came from."""
        return self.at[start], self.at[end - 1] + 1


def clean(text: str) -> Clean:
    """Clean a text, keeping the origin of every character."""
    if text.isascii() and not any(mark in text for mark in "\t\r\v\f\x00`"):
        whole = Clean(text, range(len(text)))
    else:
        letters: list[str] = []
        at: list[int] = []
        for start, end in _clusters(text):
            for letter in _plain(text[start:end]):
                letters.append(letter)
                at.append(end - 1 if end - start > 1 else start)
        whole = Clean("".join(letters), at)
    return _without_noise(whole)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Give the places of characters with the combining marks that follow them."""
    starts = [i for i, letter in enumerate(text) if not i or not unicodedata.combining(letter)]
    return list(pairwise([*starts, len(text)]))


def _plain(cluster: str) -> str:  # noqa: PLR0911  one answer a kind of character
    """Give what stands for a character (with its combining marks) in the clean text."""
    if len(cluster) > 1:
        return unicodedata.normalize("NFC", cluster[:4])
    if " " < cluster < "\x7f" and cluster != "`":
        return cluster
    if cluster in _SAME:
        return _SAME[cluster]
    if cluster in _SPACES:
        return " "
    if cluster in _BREAKS:
        return "\n"
    if any(first <= cluster <= last for first, last in _COMPATIBLE):
        return unicodedata.normalize("NFKC", cluster)
    category = unicodedata.category(cluster)
    if category == _FORMAT or (category in {"Cc", "Cs"} and cluster != "\n"):
        return ""
    return cluster


def _without_noise(whole: Clean) -> Clean:
    """Leave out runs of MAX_WORD characters and more without a space."""
    if len(whole.text) < MAX_WORD:
        return whole
    kept: list[tuple[int, int]] = []
    at = 0
    for piece in whole.text.split(" "):
        for line in piece.split("\n"):
            if len(line) < MAX_WORD:
                kept.append((at, min(at + len(line) + 1, len(whole.text))))
            elif at + len(line) < len(whole.text):
                kept.append((at + len(line), at + len(line) + 1))
            at += len(line) + 1
    if sum(end - start for start, end in kept) == len(whole.text):
        return whole
    text = "".join(whole.text[start:end] for start, end in kept)
    return Clean(text, [whole.at[i] for start, end in kept for i in range(start, end)])
