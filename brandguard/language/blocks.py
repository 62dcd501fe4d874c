"""Where a text falls apart: blocks first, because flyers end lines where others write stops.

A line break ends a block unless the line plainly goes on: prose wrapped at a margin, a word cut by
a hyphen, a line that ends in a comma or an article, a next line that begins small.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.language.cleaning import Clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.model.creative import Span

WRAPPED = 45
"""Characters from which a line may be one of prose that was wrapped at a margin."""
FULL = 0.75
"""A wrapped line is at least this share of the page's longest line."""
TWO_WORDS = 2

_BULLET = re.compile(r"^\s*(?:[-–—•·*▪►●✓✔→»]|\d{1,2}[.)])\s")
_ENDED = re.compile(r"[.!?…:;]['\")\]»]*\s*$")
_CUT = re.compile(r"[^\W\d_]{2}-\s*$")
_OPEN = re.compile(r"(?:,|&|\()\s*$")
# A line that ends in one of these waits for the next.
_WAITING = frozenset(
    """il lo la i gli le l' un uno una di a da in con su per tra fra e ed o del dello della dei
    degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei
    negli nelle
    sul sullo sulla sui sugli sulle che
    el los las unos unas de y u en con por para sin del al que tu tus su sus nuestro nuestra
    the an of to at for with and or your our my from by""".split()  # noqa: SIM905  reads as a text
)
_NOT_AN_END = frozenset(
    """art artt avv dott dr dra dr.ssa ecc es etc fig ing int lic mr mrs ms n no núm nr p pag pág pp
    prof sig sigg sr sra sras sres srta st tel tlf ud uds vd vds vol vs www v.le p.zza c a.m p.m
    e.g i.e approx min max""".split()  # noqa: SIM905  reads as a text
)
_STOP = re.compile(r"[.!?…]+['\")\]»”]*(?=\s+[\"'«“¿¡(\[-]*[^\W_a-z]|\s+[^\w\s]|\s*$)|;\s|\n")


def blocks(page: Clean) -> list[Clean]:
    """Cut a page into blocks of lines that belong together, in order; empty ones are left out."""
    lines = list(_lines(page.text))
    longest = max((end - start for start, end in lines), default=0)
    found: list[Clean] = []
    letters: list[str] = []
    at: list[int] = []
    for i, (start, end) in enumerate(lines):
        line = page.text[start:end]
        following = page.text[slice(*lines[i + 1])] if i + 1 < len(lines) else ""
        goes_on = continues(line, following, longest)
        cut = goes_on and _CUT.search(line) and following.lstrip()[:1].islower()
        if cut:
            end = start + len(line.rstrip()) - 1  # noqa: PLW2901  the hyphen goes too
        letters.append(page.text[start:end])
        at.extend(page.at[start:end])
        if goes_on and not cut:
            letters.append(" ")
            at.append(page.at[end - 1])
        if not goes_on:
            text = "".join(letters)
            if text.strip():
                found.append(Clean(text, at))
            letters, at = [], []
    return found


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def continues(line: str, following: str, longest: int) -> bool:
    """Whether the next line goes on with this one; `longest` is the page's longest line."""
    here, there = line.strip(), following.strip()
    if not here or not there or _BULLET.match(following) or _ENDED.search(here):
        return False
    last = here.split()[-1].lower()
    if _OPEN.search(here) or last in _WAITING or last.endswith("'"):
        return True
    first = there[0]
    if first.islower():
        return len(here.split()) >= TWO_WORDS or bool(_CUT.search(here))
    wrapped = len(here) >= WRAPPED and len(here) >= FULL * longest
    return wrapped and not here.isupper()


def sentences(text: str) -> list[Span]:
    """Cut a block into sentences, without the space around them.

    A stop ends one where a capital, a mark or nothing follows; abbreviations and initials do not.
    """
    found: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.group().startswith(".") and _abbreviated(text, stop.start()):
            continue
        _add(found, text, start, stop.end())
        start = stop.end()
    _add(found, text, start, len(text))
    return found


def _abbreviated(text: str, stop: int) -> bool:
    word = text[max(0, stop - 8) : stop].rsplit(" ", maxsplit=1)[-1].lower().lstrip("(\"'«")
    return word in _NOT_AN_END or (len(word) == 1 and word.isalpha()) or word.isdigit()


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        found.append((left, left + len(piece.strip())))


def words(text: str) -> Sequence[Span]:
    """Find the words: runs of letters, with apostrophes and hyphens inside them."""
    return [match.span() for match in _WORD.finditer(text)]


_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?")
