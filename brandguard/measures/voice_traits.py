"""The traits of a voice: formulas, sources and units in one place.

| trait | what | interval |
| --- | --- | --- |
| words_per_sentence | words over sentences (a headline is one) | Poisson, sentences |
| letters_per_word | mean letters | t |
| gulpease | it: 89 + 300 S/W − 10 L/W (Lucisano and Piemontese 1988), 0–100 | combined |
| szigriszt | es: 206.835 − 62.3 syllables/W − W/S (Szigriszt-Pazos 1993) | combined |
| fernandez_huerta | es: 206.84 − 60 syllables/W − 1.02 W/S (Fernández Huerta 1959) | combined |
| flesch | en: 206.835 − 84.6 syllables/W − 1.015 W/S (Flesch 1948) | combined |
| readability | the language's own of the above (es: szigriszt); higher is easier | combined |
| rarity | mean of 7 − Zipf frequency over content words that wordfreq knows | t |
| anglicisms | it, es: English words per 100 words | Poisson |
| superlatives, intensifiers, hedges, passive | per 100 words | Poisson |
| exclamations, questions | runs of ! and ? per 100 words | Poisson |
| capitals | words of 4 letters and more in capitals, per 100 words | Poisson |
| hashtags, emoji | per 100 words | Poisson |
| contractions | en: per 100 words | Poisson |
| imperative_rate, informal_rate, plural_rate, formal_rate, we_rate | per 100 words | Poisson |
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from brandguard.language.lexicons import is_loan, listed, zipf
from brandguard.measures.intervals import combined, mean, rate, size_per
from brandguard.measures.syllables import syllables
from brandguard.model.features import Measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.language.pipelines import Token
    from brandguard.measures.voice_sample import Line, Sample

RATES: dict[str, str] = {
    "anglicisms": "anglicism", "superlatives": "superlative", "intensifiers": "intensifier",
    "hedges": "hedge", "exclamations": "exclamation", "questions": "question",
    "capitals": "capitals", "hashtags": "hashtag", "emoji": "emoji",
    "contractions": "contraction", "passive": "passive", "imperative_rate": "imperative",
    "informal_rate": "informal", "plural_rate": "plural", "formal_rate": "formal", "we_rate": "we",
}  # fmt: skip
"""Traits that count places per 100 words, by the kind of evidence they count."""
READABILITY: tuple[str, ...] = ("gulpease", "szigriszt", "fernandez_huerta", "flesch")
TRAITS: tuple[str, ...] = (
    "words_per_sentence", "letters_per_word", "readability", *READABILITY, "rarity", *RATES,
)  # fmt: skip
ONLY: dict[str, frozenset[str]] = {
    "anglicisms": frozenset({"it", "es"}),
    "contractions": frozenset({"en"}),
    "plural_rate": frozenset({"it", "es"}),
    "formal_rate": frozenset({"it", "es"}),
}
"""Traits that only these languages have."""

LONG_SENTENCE = 30
"""Words from which a sentence is shown as long."""
LONG_CAPITALS = 4
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
COMMONEST_ZIPF = 7.0
FEWEST_CONTENT_WORDS = 10

_SIGNS = re.compile(
    r"(?P<exclamation>!(?:\s?[!?])*)|(?P<question>\?(?:\s?[!?])*)|(?P<hashtag>#\w+)"
)
_CONTRACTION = re.compile(
    r"\b\w+(?:n't|'(?:re|ll|ve|m|d))\b|\b(?:it|that|what|here|there|let|who|how|he|she|where)'s\b",
    re.IGNORECASE,
)
_SUPERLATIVE = {
    "it": re.compile(r"\w{2,}issim[oaie]$"),
    "es": re.compile(r"\w{2,}ísim[oa]s?$"),
}
_NEEDS_ARTICLE = frozenset({"mejor", "mejores", "peor", "peores"})
_ROMAN = re.compile(r"^[IVXLCDM]+$")
_NOT_ASCII_SIGN = re.compile(r"[^\w\s!-~]")


def measure_traits(sample: Sample) -> dict[str, Measured | None]:
    """Measure every trait of TRAITS; None for one that the language does not have."""
    traits: dict[str, Measured | None] = dict.fromkeys(TRAITS)
    traits["words_per_sentence"] = size_per(sample.sentences, sample.words)
    lengths = [_letters(word) for word in _words(sample)]
    traits["letters_per_word"] = mean(lengths)
    traits |= _readability(sample, mean(lengths))
    traits["rarity"] = _rarity(sample)
    counts = _counts(sample)
    for name, kind in RATES.items():
        if sample.language in ONLY.get(name, {sample.language}):
            traits[name] = rate(counts[kind], sample.words, 100)
    return traits


def _words(sample: Sample) -> Iterator[str]:
    for line in sample.lines:
        for start, end in line.words:
            yield line.text[start:end]


def _letters(word: str) -> float:
    return float(sum(letter.isalnum() for letter in word))


def _readability(sample: Sample, letters: Measured) -> dict[str, Measured | None]:
    per_word = rate(sample.sentences, sample.words)
    if sample.language == "it":
        gulpease = _bounded(combined(89, (300, per_word), (-10, letters)))
        return {"gulpease": gulpease, "readability": gulpease}
    length = size_per(sample.sentences, sample.words)
    beats = mean([float(syllables(word, sample.language)) for word in _words(sample)])
    if sample.language == "es":
        szigriszt = combined(206.835, (-62.3, beats), (-1, length))
        huerta = combined(206.84, (-60, beats), (-1.02, length))
        return {"szigriszt": szigriszt, "fernandez_huerta": huerta, "readability": szigriszt}
    flesch = combined(206.835, (-84.6, beats), (-1.015, length))
    return {"flesch": flesch, "readability": flesch}


def _bounded(measured: Measured) -> Measured:
    low, value, high = (
        min(100.0, max(0.0, x)) for x in (measured.low, measured.value, measured.high)
    )
    return Measured(value, low, high)


def _rarity(sample: Sample) -> Measured | None:
    tokens = (token for line in sample.lines for token in line.tokens if token.pos in CONTENT)
    known = [found for token in tokens if (found := zipf(token.lower, sample.language))]
    if len(known) < FEWEST_CONTENT_WORDS:
        return None
    return mean([COMMONEST_ZIPF - found for found in known])


def _counts(sample: Sample) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in sample.lines:
        counts.update(mark.kind for mark in line.marks)
        counts.update(kind for kind, _, _ in line.places)
    return counts


# ------------------------------------------------------------------------------------------ places


def places(line: Line, language: str) -> list[tuple[str, int, int]]:
    """Find every place of a sentence that a trait counts: kind, start, end in the sentence."""
    found = [
        (str(match.lastgroup), match.start(), match.end()) for match in _SIGNS.finditer(line.text)
    ]
    found += _emoji(line.text)
    for name in ("intensifiers", "hedges"):
        pattern = _phrases(language, name)
        found += [(RATES[name], *match.span()) for match in pattern.finditer(line.text.lower())]
    found += list(_of_words(line, language))
    found += list(_of_tokens(line.tokens, language))
    if language == "en":
        found += [("contraction", *match.span()) for match in _CONTRACTION.finditer(line.text)]
    if len(line.words) > LONG_SENTENCE:
        found.append(("long_sentence", 0, len(line.text)))
    return found


@cache
def _phrases(language: str, name: str) -> re.Pattern[str]:
    """Give a pattern for a list of words and phrases, the longest first."""
    phrases = sorted(listed(language, name), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


def _emoji(text: str) -> list[tuple[str, int, int]]:
    if not _NOT_ASCII_SIGN.search(text):
        return []
    import emoji

    return [("emoji", hit["match_start"], hit["match_end"]) for hit in emoji.emoji_list(text)]


def _of_words(line: Line, language: str) -> Iterator[tuple[str, int, int]]:
    """Find capitals and anglicisms; a capitalised word inside a sentence is taken for a name."""
    words = [line.text[start:end] for start, end in line.words]
    titled = sum(word[:1].isupper() for word in words) > len(words) / 2
    for at, (word, (start, end)) in enumerate(zip(words, line.words, strict=True)):
        if len(word) >= LONG_CAPITALS and word.isupper() and not _ROMAN.match(word):
            yield "capitals", start, end
        name = word[:1].isupper() and at and not titled
        if language != "en" and not name and is_loan(word.strip("'"), language):
            yield "anglicism", start, end


def _of_tokens(tokens: Sequence[Token], language: str) -> Iterator[tuple[str, int, int]]:
    """Find superlatives and passives."""
    before = ""
    for token in tokens:
        low = token.lower
        if token.dep in {"aux:pass", "auxpass"}:
            yield "passive", token.start, token.end
        if _superlative(token, low, before, language):
            yield "superlative", token.start, token.end
        before = low


def _superlative(token: Token, low: str, before: str, language: str) -> bool:
    if token.tag in {"JJS", "RBS"}:
        return True
    after_article = before in listed(language, "superlative_articles")
    if low in listed(language, "superlatives"):
        return after_article or low not in _NEEDS_ARTICLE
    if after_article and low in listed(language, "superlative_adverbs"):
        return True
    ending = _SUPERLATIVE.get(language)
    return bool(ending and ending.search(low))
