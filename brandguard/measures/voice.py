"""How a text sounds: who speaks to whom, and twenty-odd traits with their uncertainty.

Lines and blocks first, then sentences, then the language's pipeline; a text in several languages
gives several voices. See docs/voice.md for what each trait is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brandguard.language import speech_en, speech_es, speech_it
from brandguard.language.blocks import blocks
from brandguard.language.cleaning import clean
from brandguard.language.identify import base, stretches
from brandguard.language.lexicons import lemma
from brandguard.language.pipelines import LANGUAGES, read
from brandguard.measures.voice_sample import Line, Sample, counted_words, lines_of
from brandguard.measures.voice_traits import TRAITS, measure_traits, places
from brandguard.model.features import Evidence, Measured, VoiceTraits, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandguard.language.cleaning import Clean
    from brandguard.language.pipelines import Token
    from brandguard.language.speech import Mark
    from brandguard.model.features import Address

__all__ = ["MAX_WORDS", "MIN_WORDS", "TRAITS", "measure_voice"]

MAX_WORDS = 20_000
"""Words of a creative that are read; a voice is settled long before."""
MAX_CHARACTERS = 200_000
"""The same in characters, for text without spaces."""
MIN_WORDS = 30
"""Fewer words give no traits: their intervals would hold every brand."""
MAX_EVIDENCE = 50
"""Places kept of each kind."""

SOLID = 2
"""Marks from which a second address is more than a slip."""
SOLID_SHARE = 0.2
"""And the share of all marks it must have."""

_SPEECH: dict[str, Callable[[Sequence[Token]], list[Mark]]] = {
    "en": speech_en.marks,
    "es": speech_es.marks,
    "it": speech_it.marks,
}


def measure_voice(
    pages: Sequence[tuple[int, str]], expected: tuple[str, ...] = ()
) -> tuple[VoiceTraits, ...]:
    """Measure the voice of a creative's text: one for each language in it, most words first.

    `pages` are page numbers with their text, which all spans index. `expected` names languages that
    short text is taken for, the likeliest first; a region (es-419, es-MX) makes ustedes a plural
    and not a formal address. Text in a language without a pipeline is named and counted, no more.
    Beyond MAX_WORDS nothing is read, and `truncated` says so.
    """
    pieces, truncated = _pieces(pages)
    places_of = {id(block): number for number, block in pieces}
    by_language: dict[str, list[Line]] = {}
    for stretch in stretches([block for _, block in pieces], expected):
        lines = lines_of(stretch.block, places_of[id(stretch.block)])
        by_language.setdefault(stretch.language, []).extend(lines)
    american = _american(expected)
    voices = [
        _voice(language, lines, american=american and language == "es", truncated=truncated)
        for language, lines in by_language.items()
    ]
    found = [voice for voice in voices if voice.words]
    return tuple(sorted(found, key=lambda voice: (-voice.words, voice.language)))


def _pieces(pages: Sequence[tuple[int, str]]) -> tuple[list[tuple[int, Clean]], bool]:
    """Cut the pages into blocks, up to the limits; and say whether a limit was met."""
    found: list[tuple[int, Clean]] = []
    words, characters = MAX_WORDS, MAX_CHARACTERS
    for number, text in pages:
        page = clean(text[:characters])
        cut = len(text) > characters
        characters -= min(len(text), characters)
        for block in blocks(page):
            spans = counted_words(block.text)
            if len(spans) > words:
                if words:
                    found.append((number, block.part(0, spans[words - 1][1])))
                return found, True
            words -= len(spans)
            found.append((number, block))
        if cut:
            return found, True
    return found, False


def _american(expected: tuple[str, ...]) -> bool:
    spanish = [tag.lower().replace("_", "-") for tag in expected if base(tag) == "es"]
    return bool(spanish) and spanish[0].partition("-")[2] in speech_es.AMERICAN


def _voice(language: str, lines: list[Line], *, american: bool, truncated: bool) -> VoiceTraits:
    if language not in LANGUAGES:
        return _named_only(language, lines, truncated=truncated)
    spoken = [line for line in lines if line.words]
    for line, tokens in zip(spoken, read(language, [line.text for line in spoken]), strict=True):
        line.tokens = tokens
        line.marks = _marks(language, tokens, american=american)
    for line in lines:
        line.places = places(line, language)
    sample = Sample(language, lines)
    evidence = _evidence(sample)
    counts = Counter(mark.kind for line in lines for mark in line.marks)
    enough = sample.words >= MIN_WORDS
    return VoiceTraits(
        language=language,
        words=sample.words,
        sentences=len(spoken),
        address=_address([mark for line in lines for mark in line.marks], sample.words),
        address_counts={kind: counts[kind] for kind in ("informal", "plural", "formal")},
        imperatives=counts["imperative"],
        we=counts["we"],
        traits=measure_traits(sample) if enough else _unmeasured(),
        evidence=evidence,
        lemmas=_lemmas(sample),
        truncated=truncated,
    )


def _named_only(language: str, lines: list[Line], *, truncated: bool) -> VoiceTraits:
    """Give a voice in a language without a pipeline: its words, nothing judged."""
    return VoiceTraits(
        language=language,
        words=sum(len(line.words) for line in lines),
        sentences=sum(bool(line.words) for line in lines),
        address="none",
        address_counts={"informal": 0, "plural": 0, "formal": 0},
        imperatives=0,
        we=0,
        traits=_unmeasured(),
        lemmas=tuple(
            Word(line.page, line.clean.span(start, end), line.text[start:end].lower())
            for line in lines
            for start, end in line.words
        ),
        truncated=truncated,
    )


def _unmeasured() -> dict[str, Measured | None]:
    return dict.fromkeys(TRAITS)


def _marks(language: str, tokens: Sequence[Token], *, american: bool) -> list[Mark]:
    marks = _SPEECH[language](tokens)
    return [speech_es.american(mark, tokens) for mark in marks] if american else marks


def _address(marks: Sequence[Mark], words: int) -> Address:
    """Decide the address of a whole text by majority.

    Where counts are equal, the stronger marks decide. «mixed» takes a second address with at least
    two marks, one of them strong (a pronoun or possessive), and a fifth of all; beside a first that
    is as solid. A text of fewer than MIN_WORDS that says each as often is mixed: it has no room for
    more than one of either («Scopri la collezione. La invitiamo in negozio.»).
    """
    spoken = [mark for mark in marks if mark.kind in {"informal", "plural", "formal"}]
    if not spoken:
        return "none"
    counts = Counter(mark.kind for mark in spoken)
    strong = Counter(mark.kind for mark in spoken if mark.strong)
    first, *others = sorted(counts, key=lambda kind: (-counts[kind], -strong[kind], kind))
    for other in others:
        solid = counts[other] >= SOLID and counts[other] >= SOLID_SHARE * len(spoken)
        both_strong = strong[other] and strong[first]
        even = counts[other] == counts[first] and (words < MIN_WORDS or both_strong)
        if even or (solid and both_strong):
            return "mixed"
    address: dict[str, Address] = {"informal": "informal", "plural": "plural", "formal": "formal"}
    return address[first]


def _evidence(sample: Sample) -> tuple[Evidence, ...]:
    """Gather the places behind the counts, in reading order, at most MAX_EVIDENCE of a kind."""
    kept: Counter[str] = Counter()
    found: list[Evidence] = []
    for line in sample.lines:
        here: list[tuple[str, int, int]] = [(m.kind, m.start, m.end) for m in line.marks]
        here += line.places
        for kind, start, end in sorted(here, key=lambda place: (place[1], place[0])):
            if kept[kind] < MAX_EVIDENCE:
                kept[kind] += 1
                found.append(Evidence(kind, line.page, line.clean.span(start, end)))
    return tuple(found)


def _lemmas(sample: Sample) -> tuple[Word, ...]:
    return tuple(
        Word(
            line.page,
            line.clean.span(token.start, token.end),
            lemma(token.text, sample.language, token.lemma, token.pos),
        )
        for line in sample.lines
        for token in line.tokens
        if any(letter.isalpha() for letter in token.text)
    )
