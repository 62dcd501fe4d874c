"""Texts that recognition read with a slip: «Drink responsib1y» is the text that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from brandguard.model.features import PageFeatures

SHORTEST = 8
"""Letters: a shorter text must be read without a slip, or too many others are like it."""
USUAL = 0.04
"""Slips a letter that sure words have; recognition promises 2 % over a page (docs/adr/0003)."""
UNSURE = 0.4
"""Slips a letter more for confidence that is missing. Judgement."""
MOST = 0.12
"""Part of the letters that may differ at most: more is another wording."""
SECONDS = 0.25
MOST_READ = 20_000
"""Letters of a page in which a text is looked for."""


def recognised(page: PageFeatures) -> bool:
    """Whether a page's text was read from its pixels."""
    return bool(page.runs) and all(run.source == "ocr" for run in page.runs)


def slips_allowed(letters: int, page: PageFeatures) -> int:
    """Give how many letters of a text may have been misread on a page; none in live text."""
    if letters < SHORTEST or not recognised(page):
        return 0
    sure = sum(run.confidence or 0.0 for run in page.runs) / len(page.runs)
    return max(1, int(letters * min(MOST, USUAL + UNSURE * (1.0 - sure))))


def holds_nearly(text: str, wanted: str, slips: int) -> bool:
    """Whether a text (letters and digits alone) holds the wanted one with so many slips at most.

    Figures must be right: a slip there is another fact.
    """
    if wanted in text:
        return True
    if not slips:
        return False
    text, wanted = _one_stroke(text), _one_stroke(wanted)
    pattern = regex.compile(f"(?b)(?:{regex.escape(wanted)}){{e<={slips}}}")
    try:
        match = pattern.search(text[:MOST_READ], timeout=SECONDS)
    except TimeoutError:
        return False
    return match is not None and _figures(match.group()) == _figures(wanted)


def _one_stroke(text: str) -> str:
    """Write pairs of letters that look like one as that one: the commonest slips count once."""
    return text.replace("rn", "m").replace("vv", "w")


def _figures(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
