"""English: you, imperatives, we."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.language.lexicons import listed
from brandguard.language.speech import Mark, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.language.pipelines import Token

OPENERS = frozenset(
    """and or but then so now today just please never always don't do not n't also simply first why
    instead don’t""".split()  # noqa: SIM905
) - {"why"}
YOU_WORDS = frozenset("you your yours yourself yourselves ya y'all u".split())  # noqa: SIM905
WE_WORDS = frozenset("we us our ours ourselves".split())  # noqa: SIM905
AFTER_ORDER = frozenset(
    """now today here online your our the a an us it this that these more up in with at and , ! .
    one early tickets for me them yours free on ahead""".split()  # noqa: SIM905
)
"""Words that follow an imperative and not the noun of the same form («book now», «book fair»)."""
BASE = frozenset({"VB", "VBP"})


def marks(tokens: Sequence[Token]) -> list[Mark]:
    """Find the marks of an English sentence."""
    sentence = Sentence(tokens, OPENERS)
    for i, token in enumerate(tokens):
        low = token.lower
        if low in YOU_WORDS:
            sentence.mark("informal", token, strong=True)
        elif _we(sentence, i):
            sentence.mark("we", token)
        if _imperative(sentence, i):
            sentence.mark("imperative", token)
    return sentence.marks


def _we(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.text == "US":  # the country, unless everything is in capitals
        return sentence.shouts
    if token.lower == "'s":
        return sentence.lower(i - 1) == "let"
    return token.lower in WE_WORDS


def _imperative(sentence: Sentence, i: int) -> bool:
    """Whether a token tells somebody to do something; «let's» tells nobody."""
    token = sentence.tokens[i]
    joined = sentence.coordinated(i)
    if not (sentence.opens(i) or joined) or _not_an_order(sentence, i):
        return False
    if token.tag in BASE and token.pos in {"VERB", "AUX"}:
        return _free(sentence, i)
    # A headline's first word is taken for a name or a noun: «Book now».
    order = token.lower in listed("en", "orders") and token.pos in {"PROPN", "NOUN", "ADJ", "VERB"}
    if order and (sentence.first_word(i) or sentence.lower(i - 1) in {"and", ","}):
        return sentence.lower(i + 1) in AFTER_ORDER or i + 1 == len(sentence.tokens) == 1
    return False


def _not_an_order(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    following = sentence.lower(i + 1)
    if token.lower == "let" and following in {"'s", "us"}:
        return True
    if token.lower in {"do", "don't"} and following in {"n't", "not", "you", "we"}:
        return True  # the verb that follows is counted
    return sentence.question or token.lower in {"thank", "thanks", "welcome"}


def _free(sentence: Sentence, i: int) -> bool:
    """Whether the verb has no subject, no «to» and no other auxiliary than do."""
    for at, child in enumerate(sentence.tokens):
        if child.head != i or at == i:
            continue
        if child.dep in {"nsubj", "nsubjpass", "expl"} and at < i:
            return False
        if child.dep == "aux" and child.lower not in {"do", "don't", "don’t"}:
            return False
    return True
