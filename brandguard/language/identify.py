"""Which language a text is in, block by block.

py3langid, held to six languages: of 60 short pieces of copy it names 59, unrestricted 54. Under
four words it is a coin toss for every known library, so there the expected language decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from brandguard.language.blocks import words
from brandguard.language.cleaning import Clean

if TYPE_CHECKING:
    from collections.abc import Sequence


CANDIDATES: tuple[str, ...] = ("it", "es", "en", "fr", "de", "pt")
OURS: tuple[str, ...] = ("it", "es", "en")
"""Those with a pipeline."""
ENOUGH_WORDS = 4
"""Fewer words do not tell a language."""
SURE = 0.75
"""From this probability on a short text speaks for itself, against what was expected."""
SURE_BLOCK = 0.85
"""From this probability on a block has another language than the rest of its text."""
SURE_FOREIGN = 0.95
"""The same for a language that nobody expects and no pipeline reads: a claim in Italian may look
Portuguese, and would then not be judged at all."""
MAX_READ = 2000
"""Characters of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block and the language it is in."""

    block: Clean
    language: str


@cache
def _identifier() -> Any:  # noqa: ANN401  the library has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(CANDIDATES))
    return identifier


def ranked(text: str) -> list[tuple[str, float]]:
    """Give the six languages with their probabilities, the likeliest first."""
    ranking = _identifier().rank(text[:MAX_READ])
    return [(str(language), float(probability)) for language, probability in ranking]


def likeliest(text: str) -> tuple[str, float]:
    """Give the likeliest language, its probability; one of ours where a foreign one is unsure."""
    if any(mark in text for mark in "¿¡ñÑ"):
        return "es", 1.0
    ranking = ranked(text)
    language, probability = ranking[0]
    if language in OURS or probability >= SURE_FOREIGN:
        return language, probability
    return next((name, share) for name, share in ranking if name in OURS)


def base(language: str) -> str:
    """Give the language of a tag with a region: es of es-419."""
    return language.replace("_", "-").split("-")[0].lower()


def identify(text: str, expected: tuple[str, ...] = ()) -> str | None:
    """Name the language of a text (it, es, en, fr, de, pt); None for one without words.

    Where the text is short or the ranking close, the first expected language decides; without one,
    the likeliest.
    """
    count = len(words(text[:MAX_READ]))
    if not count:
        return base(expected[0]) if expected else None
    best, probability = likeliest(text)
    wanted = [base(tag) for tag in expected]
    if not wanted or best in wanted:
        return best if count >= ENOUGH_WORDS or not wanted else wanted[0]
    sure = SURE if best in OURS else SURE_FOREIGN
    return best if count >= ENOUGH_WORDS and probability >= sure else wanted[0]


def stretches(blocks: Sequence[Clean], expected: tuple[str, ...] = ()) -> list[Stretch]:
    """Name the language of each block; small or unclear ones go with the text's main language.

    The main language is that of the whole text. A block leaves it only when it is long enough and
    its own language is plain.
    """
    main = identify("\n".join(block.text for block in blocks), expected)
    if main is None:
        return []
    return [Stretch(block, _of_block(block.text, main, expected)) for block in blocks]


def _of_block(text: str, main: str, expected: tuple[str, ...]) -> str:
    count = len(words(text[:MAX_READ]))
    if count < ENOUGH_WORDS:
        return main
    best, probability = likeliest(text)
    if best == main:
        return main
    known = best in {base(tag) for tag in expected} or best == "en"
    return best if probability >= (SURE_BLOCK if known else SURE_FOREIGN) else main
