"""Whether two facts speak of the same thing: their words first, then their meaning."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from brandguard.language.meaning import alike

if TYPE_CHECKING:
    from brandguard.model.facts import Fact

Same = Literal["same", "unknown", "different"]

OVERLAP = 0.6
"""Share of the shorter one's words that the other has too, from which they are the same."""
NEARLY = 0.75
"""Share of the longer one's words that the other has too: nearly the same words."""
SHORT = 3
"""Words up to which a topic is a name for a thing rather than a piece of a sentence."""
STEM = 5
# Cosines of the encoder, from pairs of product names in three languages (language.meaning).
TRANSLATION = 0.75
OTHER_NAME = 0.62
OTHER_TRANSLATED = 0.52
"""Across languages names of the same thing begin lower: of 30 pairs of names 25 lie above, of 25 of
different things 6."""
OTHER_SENTENCE = 0.3
FAR_PRICES = 2.2
"""Prices further apart than this are not of one thing unless the words say so."""


def same_words(one: Fact, other: Fact) -> bool:
    """Whether two facts are about nearly the same words, or translations of each other.

    What two creatives need that do not carry one message by themselves. Within one language the
    encoder is not asked: a campaign may have thousands of pairs.
    """
    words = [_stems(fact) for fact in (one, other)]
    if not all(words):
        return False
    shared = _shared(*words)
    if shared / max(len(w) for w in words) >= NEARLY:
        return True
    return one.language != other.language and alike(one.topic, other.topic) >= TRANSLATION


def same_subject(one: Fact, other: Fact) -> Same:
    """Tell whether two facts of a kind are about the same thing, as far as their words go."""
    everything = [fact.details.get("all") == "1" for fact in (one, other)]
    words = [_stems(fact) for fact in (one, other)]
    if not words[0] or not words[1]:
        narrow = words[1] if everything[0] else words[0] if everything[1] else set()
        return "unknown" if not narrow or all(everything) else "different"
    shared = _shared(*words)
    smaller = min(len(words[0]), len(words[1]))
    if shared / smaller >= OVERLAP:
        return "same"
    score = alike(one.topic, other.topic)
    short = max(len(words[0]), len(words[1])) <= SHORT
    if one.language == other.language:
        return _in_one_language(one, other, score, short=short, shared=shared)
    if score >= TRANSLATION:
        return "same"
    return (
        "different"
        if score < (OTHER_TRANSLATED if short and not shared else OTHER_SENTENCE)
        else "unknown"
    )


def _in_one_language(one: Fact, other: Fact, score: float, *, short: bool, shared: int) -> Same:
    if short and not shared:
        return "same" if score >= TRANSLATION else "different" if score < OTHER_NAME else "unknown"
    if short:  # «massaggio rilassante», «massaggio sportivo»: what they do not share decides
        rest = [_rest(a, b) for a, b in ((one, other), (other, one))]
        return "different" if alike(*rest) < OTHER_NAME else "unknown"
    return "different" if score < OTHER_SENTENCE and not shared else "unknown"


def likeness(one: Fact, other: Fact) -> float:
    """Give how much two facts share of what they are about, 0–1, to pair several with several."""
    words = [_stems(fact) for fact in (one, other)]
    smaller = min(len(words[0]), len(words[1]))
    overlap = _shared(*words) / smaller if smaller else 0.0
    return max(overlap, alike(one.topic, other.topic))


def _stems(fact: Fact) -> set[str]:
    return {_fold(word)[: STEM + 1] if len(word) > STEM else _fold(word) for word in fact.about}


def _shared(one: set[str], other: set[str]) -> int:
    return len({w[:STEM] for w in one} & {w[:STEM] for w in other})


def _rest(one: Fact, other: Fact) -> str:
    theirs = {_fold(word)[:STEM] for word in other.about}
    return " ".join(word for word in one.about if _fold(word)[:STEM] not in theirs)


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
