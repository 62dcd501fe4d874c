"""Four brand dimensions in plain words on top of the traits: two measured, two honestly not.

Of the four dimensions of tone (Moran 2016, Nielsen Norman Group) formal–casual and
matter-of-fact–enthusiastic leave marks that can be counted. Humour and irreverence do not: serious–
funny and respectful–irreverent are always None.

A dimension is 100 / (1 + e^−x), x = ½ · Σ sign · (trait − usual) / step, each term cut at ±2: 0 is
wholly the first word, 100 wholly the second, 50 neither. The steps are a judgement: what a reader
would notice. The interval carries the traits' own intervals through, as independent.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING

from brandguard.model.features import Measured

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Term:
    """What one trait adds to a dimension."""

    trait: str
    usual: float
    """Its value in plain copy, in the trait's unit."""
    step: float
    """The change that a reader notices; below zero where more of it means less."""


DIMENSIONS: Mapping[str, tuple[Term, ...]] = MappingProxyType({
    "formal_casual": (
        Term("informal_rate", 1.0, 2.0),
        Term("formal_rate", 0.2, -1.0),
        Term("contractions", 0.5, 1.5),
        Term("exclamations", 0.3, 1.5),
        Term("questions", 0.3, 1.5),
        Term("emoji", 0.0, 1.0),
        Term("passive", 1.0, -1.5),
        Term("words_per_sentence", 16.0, -8.0),
        Term("letters_per_word", 5.0, -0.5),
    ),
    "factual_enthusiastic": (
        Term("exclamations", 0.3, 0.8),
        Term("superlatives", 0.3, 0.8),
        Term("intensifiers", 0.8, 1.2),
        Term("emoji", 0.0, 0.8),
        Term("capitals", 0.5, 3.0),
        Term("hedges", 0.5, -2.0),
    ),
    "serious_funny": (),
    "respectful_irreverent": (),
})  # fmt: skip
"""No terms: not measured."""

MOST = 2.0
"""Steps at which a single trait is cut: no one habit is a tone."""
SHARE = 0.5


def voice_dimensions(traits: Mapping[str, Measured | None]) -> dict[str, Measured | None]:
    """Place a voice on the four dimensions, 0–100 with a 95 % interval.

    None where a dimension cannot be measured, or the text was too short for traits.
    """
    return {name: _placed(terms, traits) for name, terms in DIMENSIONS.items()}


def _placed(terms: tuple[Term, ...], traits: Mapping[str, Measured | None]) -> Measured | None:
    known = [(term, found) for term in terms if (found := traits.get(term.trait)) is not None]
    if not known:
        return None
    x = SHARE * sum(_steps(term, found.value) for term, found in known)
    below = above = 0.0
    for term, found in known:
        ends = sorted((_steps(term, found.low), _steps(term, found.high)))
        at = _steps(term, found.value)
        below += (SHARE * (at - ends[0])) ** 2
        above += (SHARE * (ends[1] - at)) ** 2
    return Measured(_scale(x), _scale(x - sqrt(below)), _scale(x + sqrt(above)))


def _steps(term: Term, value: float) -> float:
    return min(max((value - term.usual) / term.step, -MOST), MOST)


def _scale(x: float) -> float:
    return 100.0 / (1.0 + exp(-x))
