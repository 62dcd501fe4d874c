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

from brandguard.language.media import norm_of
from brandguard.likeness.threshold import Limits
from brandguard.likeness.voice_limits import (
    LEAST_WAY,
    left_out_values,
    own_wording,
    scatter_of,
    voice_limits,
)
from brandguard.likeness.voice_space import (
    FAMILIES,
    LANGUAGES,
    NEAREST,
    PLAIN_TRAITS,
    Vector,
    VoiceCohort,
    shipped_cohort,
    trait_scale,
)
from brandguard.model.creative import Medium
from brandguard.model.features import Measured
from brandguard.model.report import Distance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.model.features import VoiceTraits
    from brandguard.model.report import Facts

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

TONE = ("c", "b", "e")
"""Families that hold words alone."""

ENOUGH = 8
"""Approved texts of the medium's kind from which they are the norm: with fewer, the prior would
decide more of their limit than they do."""

RANGE = (0.05, 0.95)
PRIOR_FREEDOM = 4.0
"""Examples that the cohort's scatter of a trait counts for."""


@dataclass(frozen=True, slots=True)
class VoiceExample:
    """An approved text: its masked style and traits."""

    path: str
    words: int
    style: dict[str, float]
    traits: dict[str, Measured | None]
    medium: Medium = "other"
    own: float = 1.0
    """Part of its wording that none of the others has (voice_limits.own_wording)."""


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
    """A reference as judging a medium needs it."""

    cohort: VoiceCohort
    examples: tuple[VoiceExample, ...]
    approved: Vector
    mean: Vector
    limits: Limits
    level: float
    words: float
    """Of the usual approved text."""
    heart: NDArray[np.float64]
    """By family, (families, 1): what is taken from each part."""
    crowd: NDArray[np.float64]
    """(examples,): how alike each approved text is to its nearest fellows."""
    norm: str | None
    """«medium» where what the medium decides was left out, «examples» where the approved texts of
    its kind alone are compared, None where all is compared with all."""


def fit_voice(
    examples: Sequence[tuple[str, VoiceTraits]],
    language: str,
    false_alarms: float,
    media: Mapping[str, Medium] | None = None,
) -> VoiceReference | None:
    """Learn from approved texts of one language, each with its path; `media` are known by path.

    None where none of them has LEAST_WORDS words in it, or nothing is shipped for the language.
    """
    if language not in LANGUAGES:
        return None
    usable = {
        path: voice
        for path, voice in sorted(examples, key=lambda example: example[0])
        if voice.language == language and voice.words >= LEAST_WORDS and voice.style
    }
    paths = list(usable)
    if not paths:
        return None
    if len(paths) > MAX_EXAMPLES:
        paths = [paths[i * len(paths) // MAX_EXAMPLES] for i in range(MAX_EXAMPLES)]
    voices = [usable[path] for path in paths]
    kept = tuple(
        VoiceExample(path, v.words, v.style, v.traits, (media or {}).get(path, "other"), own)
        for path, v, own in zip(paths, voices, own_wording(voices), strict=True)
    )
    cohort = shipped_cohort(language)
    limits, level = _limits(kept, _stacked(kept, cohort), false_alarms, cohort)
    return VoiceReference(language, kept, false_alarms, cohort.name, limits, level)


def voice_alarms(reference: VoiceReference) -> tuple[int, int]:
    """Count the approved texts that would be warned of, judged by the others, and all so judged."""
    cohort = shipped_cohort(reference.language)
    approved = _stacked(reference.examples, cohort)
    values, _ = left_out_values(approved, [e.own for e in reference.examples], cohort)
    return sum(value > reference.limits.warn_at for value in values), len(values)


def voice_distance(
    voice: VoiceTraits, reference: VoiceReference, medium: Medium = "other"
) -> Distance | None:
    """Measure a text against the approved ones; None where it is too short or in another language.

    1 is where the brand's own texts, judged by each other, would begin to be warned of. A text of a
    medium that decides part of its form is compared in the rest, or with the approved texts of that
    kind where there are ENOUGH; the distance's facts then name the medium.
    """
    if voice.language != reference.language or voice.words < LEAST_WORDS or not voice.style:
        return None
    norm = norm_of(medium)
    ready = _ready(reference, medium if norm else "other")
    cohort = ready.cohort
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
    return Distance(
        dimension="voice",
        value=total,
        fail_at=max((fail_at - heart) / way, 1.0),
        parts=tuple(named),
        nearest=ready.examples[_nearest(text, ready)].path,
        decides=True,
        facts=_facts(medium, ready.norm),
    )


def _facts(medium: Medium, norm: str | None) -> Facts:
    """Say which norm a text was compared within; nothing where all was compared with all."""
    if norm is None:
        return {}
    if norm == "examples":
        return {"norm": norm, "examples_of": medium}
    return {"norm": norm, "medium": medium}


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
    ready = _ready(reference, "other")
    cohort = ready.cohort
    text = cohort.vector(voice.style, voice.traits)
    gaps = {
        name: float(text[place] - ready.mean[place]) * cohort.weights[name[0]]
        for name, place in cohort.features.items()
        if name[0] != "c"
    }
    return sorted(gaps.items(), key=lambda gap: (-abs(gap[1]), gap[0]))[:count]


def _nearest(text: Vector, ready: _Ready) -> int:
    """Find the approved text to read beside: the most alike in tone, for its kind.

    Marks, shape and traits say what form a text has; two leaflets are alike in them, whatever they
    sound like. A text in the middle of the others is alike to all and would be named for all, so
    how alike it is to its own nearest fellows is taken off (Conneau et al. 2018, «Word translation
    without parallel data», 2.3: cross-domain similarity local scaling).
    """
    return int((2 * _alike(text, ready.approved, ready.cohort)[0] - ready.crowd).argmax())


def _alike(texts: Vector, approved: Vector, cohort: VoiceCohort) -> NDArray[np.float64]:
    """Give the weighted likeness in tone of texts to approved ones, shape (texts, approved)."""
    total = np.zeros((len(texts), len(approved)))
    for family in TONE:
        place = cohort.places[family]
        total += cohort.weights[family] * (texts[:, place] @ approved[:, place].T)
    return total


def _crowd(approved: Vector, cohort: VoiceCohort) -> NDArray[np.float64]:
    if len(approved) == 1:
        return np.zeros(1)
    each = _alike(approved, approved, cohort)
    np.fill_diagonal(each, -np.inf)
    count = min(NEAREST, len(approved) - 1)
    return np.asarray(np.sort(each, axis=1)[:, -count:].mean(axis=1))


def _stacked(examples: Sequence[VoiceExample], cohort: VoiceCohort) -> Vector:
    return np.stack([cohort.vector(example.style, example.traits) for example in examples])


def _limits(
    examples: Sequence[VoiceExample], approved: Vector, false_alarms: float, cohort: VoiceCohort
) -> tuple[Limits, float]:
    return voice_limits(approved, [e.own for e in examples], false_alarms, cohort)


@lru_cache(maxsize=16)
def _ready(reference: VoiceReference, medium: Medium) -> _Ready:
    cohort, examples = shipped_cohort(reference.language), reference.examples
    norm, used = norm_of(medium), None
    if norm is not None:
        kin = tuple(e for e in examples if (own := norm_of(e.medium)) and own.kind == norm.kind)
        used = "examples" if len(kin) >= ENOUGH else "medium"
        if used == "examples":
            examples = kin
        else:
            cohort = cohort.without(norm.decides)
    approved = _stacked(examples, cohort)
    limits, level = reference.limits, reference.level
    if used or reference.cohort != cohort.name:
        limits, level = _limits(examples, approved, reference.false_alarms, cohort)
    heart = max(level - HEART * scatter_of(limits, level, reference.false_alarms), 0.0)
    weights = np.array([cohort.weights[family] for family in cohort.places])
    return _Ready(
        cohort=cohort,
        examples=examples,
        approved=approved,
        mean=cohort.mean(approved),
        limits=limits,
        level=min(level, limits.warn_at),
        words=float(np.median([example.words for example in examples])),
        heart=(heart * weights / weights.sum())[:, None],
        crowd=_crowd(approved, cohort),
        norm=used,
    )
