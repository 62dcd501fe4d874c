"""What a creative says first and what it asks for: its headline and its calls to action."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from brandguard.model.features import Call, Lead
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.model.creative import Span
    from brandguard.model.features import PageFeatures, VoiceTraits

LETTERS = 4
"""Letters that a headline has at least: «-30 %» is a fact, no headline."""
SAME_SIZE = 0.9
"""A next line of this part of the largest size belongs to the headline too."""
MOST_LINES = 4
LONGEST = 160
"""Characters of a headline or a call; what is longer is body copy and is cut at a word."""
MOST_CALLS = 10
MOST_WORDS = 14
"""Words of a sentence that still calls; a longer one explains."""
BUTTON_WORDS = 5
"""Words of a line that may be a button: «Scopri la collezione», «Más información aquí»."""
ARROWS = "→»>▸►➜\u203a"
"""What stands behind the words of a button."""

_END = re.compile(r"[.!?…](?=\s)|\n")


def lead_of(pages: Sequence[PageFeatures], voices: Sequence[VoiceTraits]) -> Lead | None:
    """Find headline and calls; None where there is no text.

    The headline is the largest line of the first page that has text, by type size or else by the
    height of its box, the first of them where several are as large; the first line where the file
    tells no sizes. A call is a short sentence or line with a command (imperative), or a line that
    reads like a button («Iscrizioni qui»); the headline excepted.
    """
    page = next((page for page in pages if any(_lines(page.text))), None)
    if page is None:
        return None
    span = _headline(page)
    headline = _shown(page.text[slice(*span)])
    texts = {page.number: page.text for page in pages}
    calls: dict[tuple[int, Span], Call] = {}
    for voice in voices:
        for sign in voice.evidence:
            if sign.kind != "imperative" or sign.page not in texts:
                continue
            if texts[sign.page][sign.span[1] :].lstrip().startswith(":"):
                continue  # «Contatti: …» tells, it does not ask
            place = _sentence(texts[sign.page], sign.span)
            text = _shown(texts[sign.page][slice(*place)])
            if 1 < len(text.split()) <= MOST_WORDS:  # one word alone calls where it is a button
                calls.setdefault((sign.page, place), Call(text, sign.page, place))
    for number, text in texts.items():
        for place in _buttons(text):
            if not any(n == number and _meet(place, other) for n, other in calls):
                calls[number, place] = Call(_shown(text[slice(*place)]), number, place)
    calls = {k: v for k, v in calls.items() if k[0] != page.number or not _meet(k[1], span)}
    return Lead(
        headline, page.number, span, tuple(calls[key] for key in sorted(calls)[:MOST_CALLS])
    )


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _buttons(text: str) -> Iterator[Span]:
    """Find lines that read like buttons: a few words, no stop, one of the lexicon's beginnings."""
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        words = line.strip().rstrip(ARROWS + "!¡ ").lstrip("¡ ")
        if not 1 <= len(words.split()) <= BUTTON_WORDS or words.endswith((".", ",", ";")):
            continue
        if ":" in words:
            continue
        if _calling().search(words.lower()):
            yield (
                match.start() + len(line) - len(line.lstrip()),
                match.start() + len(line.rstrip()),
            )


@cache
def _lexicon() -> dict[str, list[str]]:
    with asset_path("lexicons", "calls.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _calling() -> re.Pattern[str]:
    words = _lexicon()
    openings, endings = ("|".join(map(re.escape, words[k])) for k in ("openings", "endings"))
    return re.compile(rf"^(?:{openings})(?!\w)|(?<!\w)(?:{endings})$")


def _headline(page: PageFeatures) -> Span:
    every = list(_lines(page.text))
    said = [span for span in every if not _is_label(page.text[slice(*span)])]
    lines = [(span, _size(page, span)) for span in said or every]
    largest = max(size for _, size in lines)
    if not largest:
        start, end = lines[0][0]
        stop = _END.search(page.text, start, end)
        return start, stop.end() if stop else end
    first = next(i for i, (_, size) in enumerate(lines) if size == largest)
    last = first
    while (
        last + 1 < min(len(lines), first + MOST_LINES) and lines[last + 1][1] >= SAME_SIZE * largest
    ):
        last += 1
    return lines[first][0][0], lines[last][0][1]


def _is_label(line: str) -> bool:
    """Whether a line says what the document is, or what is heard: nobody speaks it."""
    plain = line.strip(" \t*_#:.").lower()
    directed = re.fullmatch(r"[(\[].*[)\]]", line.strip(" \t*_."))
    return bool(directed) or plain in _lexicon()["labels"]


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        if _has_letters(match.group()):
            yield match.span()


def _has_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= LETTERS


def _size(page: PageFeatures, span: Span) -> float:
    """Give the largest type size in a line, else the tallest box; 0 where neither is known."""
    runs = [run for run in page.runs if run.span[0] < span[1] and span[0] < run.span[1]]
    if any(run.size_pt for run in page.runs):
        return max((run.size_pt or 0.0 for run in runs), default=0.0)
    return max(
        (run.box[3] - run.box[1] for run in runs if run.box and run.source == "ocr"), default=0
    )


def _sentence(text: str, span: Span) -> Span:
    """Give the sentence or line around a place."""
    before = (m for m in _END.finditer(text, max(0, span[0] - LONGEST), span[0]))
    starts = [m.end() for m in before if not _goes_on(text, m)]
    start = starts[-1] if starts else max(0, span[0] - LONGEST)
    colon = text.rfind(": ", start, span[0])
    start = colon + 2 if colon >= 0 else start  # what stands before it is what the call is about
    after = _END.finditer(text, span[1], span[1] + LONGEST)
    stop = next((m for m in after if not _goes_on(text, m)), None)
    end = stop.end() if stop else min(len(text), span[1] + LONGEST)
    whole = text[start:end]
    return start + len(whole) - len(whole.lstrip()), end - len(whole) + len(whole.rstrip())


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether a line that ends without a stop goes on in the next one, which begins small."""
    return end.group() == "\n" and text[end.end() : end.end() + 1].islower()


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + "…"
