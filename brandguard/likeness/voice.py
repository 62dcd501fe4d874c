"""The learned voice: how far a text lies from the approved ones in style and measured traits.

The distance is the weighted distance of likeness.voice_space, counted from the brand's own heart
(its mean less HEART of its scatter) and divided by the way from there to the limit at which the
brand's own texts begin to be odd (likeness.threshold): 1 is where a warning begins. A text that is
shorter than the approved ones usually are is noisier: the limit moves away from the brand's mean as
its scatter grows, for short is not off.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.likeness.threshold import (
    LEAST_RATE,
    MOST_RATE,
    Limits,
    series_of,
    set_limits,
)
from brandguard.likeness.voice_space import (
    FAMILIES,
    LANGUAGES,
    PLAIN_TRAITS,
    Vector,
    VoiceCohort,
    shipped_cohort,
    trait_scale,
)
from brandguard.model.features import Measured
from brandguard.model.report import Distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.features import VoiceTraits

LEAST_WORDS = 30
"""Fewer words are too short for a judgement of style."""

MAX_EXAMPLES = 300
"""Approved texts kept; of more, evenly many of their sorted paths: three hundred settle a voice."""

HEART = 4.0
"""Standard deviations that the heart of a brand lies nearer than its mean: none of its own texts
comes that near, so the distance ranks all of them."""

NOISE = 0.5
"""Part of the variance between a brand's texts that is counting noise, which goes with one over the
words; the rest is how its texts differ. Judgement: at a half, real texts cut to 60 words give 3–9 %
false alarms at a promised 5 %, cut to 35 words 0–13 %; without it 5–17 % and 11–38 %."""

SERIES = 0.5
"""Cosine of masked characters from which two texts are one series: of real texts by one author on
other matters hardly any pair passes 0.4, forms of one template pass 0.6."""

ODD = 2.0
"""Standard deviations (by the median of absolute differences) above the median beyond which an
approved text's own distance counts as this: one odd approved text must not open the door to
strangers. On voices that the cohort does not hold, 2 gives 3 % (Spanish) and 5 % (English) false
alarms at a promised 5 %, 1.8 gives 4 % and 6 %."""
LEAST_FOR_ODD = 5
"""Texts from which one can be odd."""
MAD_TO_SIGMA = 1.4826

RANGE = (0.05, 0.95)
PRIOR_FREEDOM = 4.0
"""Examples that the cohort's scatter of a trait counts for."""
LEAST_WAY = 0.01
"""Keeps the way from heart to limit finite for texts that are copies of one another."""


@dataclass(frozen=True, slots=True)
class VoiceExample:
    """An approved text: its masked style and traits."""

    path: str
    words: int
    style: dict[str, float]
    traits: dict[str, Measured | None]


@dataclass(frozen=True, slots=True)
class VoiceReference:
    """What a brand's approved texts in one language sound like. Can be written as JSON."""

    language: str
    examples: tuple[VoiceExample, ...]
    """Sorted by path; at least one."""
    false_alarms: float
    """The rate that the limits were set for."""
    cohort: str
    """The cohort that they were set with; with another one they are set anew."""
    limits: Limits
    """`limits.own` says how far they are the brand's own; the rest is the prior."""
    level: float
    """Mean distance of an approved text to the others."""

    def __hash__(self) -> int:
        """Hash what is cheap."""
        return hash((self.language, self.cohort, self.limits, self.level, len(self.examples)))


@dataclass(frozen=True, slots=True)
class TraitRange:
    """Between which values nine in ten of the brand's texts have a trait."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """A reference as judging needs it."""

    approved: Vector
    mean: Vector
    limits: Limits
    level: float
    words: float
    """Of the usual approved text."""
    heart: NDArray[np.float64]
    """By family, (families, 1): what is taken from each part."""


def fit_voice(
    examples: Sequence[tuple[str, VoiceTraits]], language: str, false_alarms: float
) -> VoiceReference | None:
    """Learn from approved texts of one language, each with its path.

    None where none of them has LEAST_WORDS words in it, or nothing is shipped for the language.
    """
    if language not in LANGUAGES:
        return None
    usable = {
        path: voice
        for path, voice in sorted(examples, key=lambda example: example[0])
        if voice.language == language and voice.words >= LEAST_WORDS and voice.style
    }
    kept = [VoiceExample(p, v.words, v.style, v.traits) for p, v in usable.items()]
    if not kept:
        return None
    if len(kept) > MAX_EXAMPLES:
        kept = [kept[i * len(kept) // MAX_EXAMPLES] for i in range(MAX_EXAMPLES)]
    cohort = shipped_cohort(language)
    limits, level = _limits(_stacked(kept, cohort), false_alarms, cohort)
    return VoiceReference(language, tuple(kept), false_alarms, cohort.name, limits, level)


def voice_distance(voice: VoiceTraits, reference: VoiceReference) -> Distance | None:
    """Measure a text against the approved ones; None where it is too short or in another language.

    1 is where the brand's own texts, judged by each other, would begin to be warned of.
    """
    if voice.language != reference.language or voice.words < LEAST_WORDS or not voice.style:
        return None
    ready, cohort = _ready(reference), shipped_cohort(reference.language)
    text = cohort.vector(voice.style, voice.traits)[None, :]
    parts = cohort.distances(text, ready.approved, ready.mean) - ready.heart
    heart, limits = float(ready.heart.sum()), ready.limits
    looser = sqrt(1 + NOISE * max(ready.words / voice.words - 1, 0.0))
    warn_at, fail_at = (
        ready.level + (limit - ready.level) * looser for limit in (limits.warn_at, limits.fail_at)
    )
    way = max(warn_at - heart, LEAST_WAY)
    amounts = (parts[:, 0] / way).tolist()
    total = float(sum(amounts))
    if total < 0:  # nearer than any text of the brand's own
        amounts, total = [0.0] * len(amounts), 0.0
    named = sorted(zip(FAMILIES.values(), amounts, strict=True), key=lambda p: (-p[1], p[0]))
    fail = (fail_at - heart) / way
    return Distance(
        dimension="voice",
        value=total,
        fail_at=max(fail, 1.0),
        parts=tuple(named),
        nearest=reference.examples[_nearest(text, ready.approved, cohort)].path,
        decides=True,
    )


def trait_ranges(reference: VoiceReference) -> dict[str, TraitRange]:
    """Give the predictive range of each trait over the approved texts, by trait.

    A normal one on the trait's scale, its variance shrunk towards the cohort's where texts are few.
    """
    cohort = shipped_cohort(reference.language)
    tail = NormalDist().inv_cdf(RANGE[1])
    out = {}
    for name in sorted({name for example in reference.examples for name in example.traits}):
        place = cohort.features.get(f"t:{name}")
        measured = [t for e in reference.examples if (t := e.traits.get(name)) is not None]
        if place is None or not measured:
            continue
        values = np.array([trait_scale(name, trait)[0] for trait in measured])
        mean, count = float(values.mean()), len(values)
        squares = float(((values - mean) ** 2).sum())
        background = PRIOR_FREEDOM * float(cohort.spread[place]) ** 2
        variance = (background + squares) / (PRIOR_FREEDOM + count - 1)
        reach = tail * sqrt(variance * (1 + 1 / count))
        low, high = mean - reach, mean + reach
        if name not in PLAIN_TRAITS:
            low, high = max(low, 0.0) ** 2, high**2
        out[name] = TraitRange(low, high)
    return out


def telling_features(
    voice: VoiceTraits, reference: VoiceReference, count: int = 5
) -> list[tuple[str, float]]:
    """Name what sets a text apart most: features as measures.style names them, strongest first.

    Above zero the text has more of it than the approved ones, below zero less. Characters are left
    out: a reader can do nothing with them.
    """
    if voice.language != reference.language:
        return []
    ready, cohort = _ready(reference), shipped_cohort(reference.language)
    text = cohort.vector(voice.style, voice.traits)
    gaps = {
        name: float(text[place] - ready.mean[place]) * cohort.weights[name[0]]
        for name, place in cohort.features.items()
        if name[0] != "c"
    }
    return sorted(gaps.items(), key=lambda gap: (-abs(gap[1]), gap[0]))[:count]


def _nearest(text: Vector, approved: Vector, cohort: VoiceCohort) -> int:
    total = np.zeros(len(approved))
    for family, place in cohort.places.items():
        total += cohort.weights[family] * (approved[:, place] @ text[0, place])
    return int(total.argmax())


def _stacked(examples: Sequence[VoiceExample], cohort: VoiceCohort) -> Vector:
    return np.stack([cohort.vector(example.style, example.traits) for example in examples])


@lru_cache(maxsize=8)
def _ready(reference: VoiceReference) -> _Ready:
    cohort = shipped_cohort(reference.language)
    approved = _stacked(reference.examples, cohort)
    limits, level = reference.limits, reference.level
    if reference.cohort != cohort.name:
        limits, level = _limits(approved, reference.false_alarms, cohort)
    heart = max(level - HEART * _scatter(limits, level, reference.false_alarms), 0.0)
    weights = np.array([cohort.weights[family] for family in cohort.places])
    return _Ready(
        approved=approved,
        mean=cohort.mean(approved),
        limits=limits,
        level=min(level, limits.warn_at),
        words=float(np.median([example.words for example in reference.examples])),
        heart=(heart * weights / weights.sum())[:, None],
    )


def _scatter(limits: Limits, level: float, false_alarms: float) -> float:
    """Give the standard deviation of the brand's own distances that its limit implies."""
    rate = min(max(false_alarms, LEAST_RATE), MOST_RATE / 2)
    return max(limits.warn_at - level, LEAST_WAY) / NormalDist().inv_cdf(1 - rate)


def _limits(approved: Vector, false_alarms: float, cohort: VoiceCohort) -> tuple[Limits, float]:
    """Set the limits by leaving out one series at a time; also the mean distance left out."""
    series = np.array(_series(approved, cohort))
    count = len(set(series.tolist()))
    values: list[float] = []
    for number in range(count) if count > 1 else ():
        mine = series == number
        values += left_out(approved[mine], approved[~mine], cohort)
    values = without_oddities(values)
    limits = set_limits(values, max(count - 1, 1), false_alarms, cohort.prior)
    return limits, float(np.mean(values)) if values else cohort.prior.at(1)[0]


def without_oddities(values: Sequence[float]) -> list[float]:
    """Bring distances that lie ODD above the median down to that line; few stay as they are."""
    if len(values) < LEAST_FOR_ODD:
        return list(values)
    middle = float(np.median(values))
    most = middle + ODD * MAD_TO_SIGMA * float(np.median(np.abs(np.array(values) - middle)))
    return [min(value, most) for value in values]


def left_out(texts: Vector, others: Vector, cohort: VoiceCohort) -> list[float]:
    """Give the distance of placed texts to others that they are not among."""
    parts = cohort.distances(texts, others, cohort.mean(others))
    return [float(value) for value in parts.sum(axis=0)]


def _series(approved: Vector, cohort: VoiceCohort) -> list[int]:
    characters = approved[:, cohort.places["c"]]
    series = series_of(characters @ characters.T > SERIES)
    # A strict template: only copies are left out together.
    return series if len(set(series)) > 1 else series_of(characters @ characters.T > 0.99)  # noqa: PLR2004  as said
