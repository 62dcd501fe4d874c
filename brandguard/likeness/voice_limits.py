"""Where a learned voice begins to warn: its approved texts, each judged by the others.

Texts of one series (one template) do not judge each other. Texts that share whole stretches of
words were partly read before they are judged, so their distances promise too much: for that part
the usual distance of the cohort's voices stands in.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from brandguard.likeness.threshold import (
    LEAST_RATE,
    MOST_RATE,
    Limits,
    set_limits,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from brandguard.likeness.voice_space import Vector, VoiceCohort
    from brandguard.model.features import VoiceTraits

SERIES = 0.5
"""Cosine of masked characters from which two texts are one series: of real texts by one author on
other matters hardly any pair passes 0.4, forms of one template pass 0.6."""
COPIES = 0.99
"""The same for copies."""

STRETCH = 4
"""Words that stand in the same row in two texts by more than chance."""

ODD = 2.0
"""Standard deviations (by the median of absolute differences) above the median beyond which an
approved text's own distance counts as this: one odd approved text must not open the door to
strangers. On voices that the cohort does not hold, 2 gives 3 % (Spanish) and 5 % (English) false
alarms at a promised 5 %, 1.8 gives 4 % and 6 %."""
LEAST_FOR_ODD = 5
"""Texts from which one can be odd."""
MAD_TO_SIGMA = 1.4826

LEAST_WAY = 0.01
"""Keeps the way from heart to limit finite for texts that are copies of one another."""


def own_wording(voices: Sequence[VoiceTraits]) -> list[float]:
    """Give the part of each text's wording that no other of the texts has, 0–1.

    Counted in stretches of STRETCH words. A text whose words are not known counts whole.
    """
    stretches = [set(_stretches(voice)) for voice in voices]
    holders = Counter(stretch for text in stretches for stretch in text)
    return [
        sum(holders[stretch] == 1 for stretch in text) / len(text) if text else 1.0
        for text in stretches
    ]


def _stretches(voice: VoiceTraits) -> Iterable[tuple[str, ...]]:
    words = [word.lemma for word in voice.lemmas]
    return zip(*(islice(words, start, None) for start in range(STRETCH)), strict=False)


def voice_limits(
    approved: Vector, own: Sequence[float], false_alarms: float, cohort: VoiceCohort
) -> tuple[Limits, float]:
    """Set the limits by judging each text by those that are not of its series.

    Also gives the mean distance so found. `approved` has shape (texts, features), `own` is
    `own_wording` of the same texts.
    """
    values, count = left_out_values(approved, own, cohort)
    share = float(np.mean(own))
    limits = set_limits(values, count, false_alarms, cohort.prior, share=share, resolved=True)
    return limits, float(np.mean(values)) if values else cohort.prior.at(1)[0]


def left_out_values(
    approved: Vector, own: Sequence[float], cohort: VoiceCohort
) -> tuple[list[float], int]:
    """Judge each text by those that are not of its series; also gives how many judge on average."""
    apart = _apart(approved, cohort)
    judged = [number for number, others in enumerate(apart) if others.any()]
    found = [left_out(approved[[i]], approved[apart[i]], cohort)[0] for i in judged]
    count = round(float(np.mean([apart[i].sum() for i in judged]))) if judged else 1
    usual = cohort.prior.at(count)[0]
    values = without_oddities(
        [
            value + (1 - own[i]) * max(usual - value, 0.0)
            for i, value in zip(judged, found, strict=True)
        ]
    )
    return values, count


def _apart(approved: Vector, cohort: VoiceCohort) -> NDArray[np.bool_]:
    """Tell which texts judge which, shape (texts, texts): none its own series.

    Where all are of one series, a strict template, they do judge each other, copies excepted.
    """
    characters = approved[:, cohort.places["c"]]
    likeness = characters @ characters.T
    apart = likeness <= SERIES
    template = ~apart.any(axis=1)
    apart[template] = likeness[template] <= COPIES
    return np.asarray(apart)


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


def scatter_of(limits: Limits, level: float, false_alarms: float) -> float:
    """Give the standard deviation of the brand's own distances that its limit implies."""
    rate = min(max(false_alarms, LEAST_RATE), MOST_RATE / 2)
    return max(limits.warn_at - level, LEAST_WAY) / NormalDist().inv_cdf(1 - rate)
