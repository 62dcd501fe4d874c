"""What approved creatives have in common besides colour: picture traits, voice traits, address."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

import numpy as np

from brandguard.model.profile import PictureTrait

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.model.features import Features, VoiceTraits

Range = tuple[float, float]

LEAST_EXAMPLES = 5
"""Fewer say nothing about a range."""
SPREAD = (0.05, 0.95)
MARGIN = 0.25
"""Part of the spread that a range is widened by on either side: the next one may lie outside."""
LEAST_MARGIN = {"colours": 1.0, "chroma": 0.02, "warmth": 0.02}
"""What a range is widened by at least, in the trait's unit: less than this nobody sees."""
LEAST_MARGIN_ELSE = 0.05
LEAST_ADDRESSED = 3
"""Texts that address their reader, from which on an address is learned."""
LEAST_AGREEMENT = 0.9
"""Part of the approved texts with an address that must agree before it becomes a rule."""


def learn_picture_ranges(examples: Sequence[Features]) -> dict[str, Range]:
    """Give the ranges that the traits of approved pictures lie in; empty if there are too few."""
    traits = [page.traits for f in examples for page in f.pages if page.traits]
    if len(traits) < LEAST_EXAMPLES:
        return {}
    names = [name for name in get_args(PictureTrait) if name != "aspect"]
    ranges = {
        name: _range(
            [float(getattr(t, name)) for t in traits], LEAST_MARGIN.get(name, LEAST_MARGIN_ELSE)
        )
        for name in names
    }
    # Warmth alone may be below zero.
    return {k: (v[0] if k == "warmth" else max(v[0], 0.0), v[1]) for k, v in ranges.items()}


def learn_voice_ranges(voices: Sequence[VoiceTraits]) -> dict[str, Range]:
    """Give the ranges of a language's traits over approved texts that are long enough."""
    intervals: dict[str, list[Range]] = {}
    for voice in voices:
        for name, trait in voice.traits.items():
            if trait is not None:
                intervals.setdefault(name, []).append((trait.low, trait.high))
    return {k: _hull(v) for k, v in sorted(intervals.items()) if len(v) >= LEAST_EXAMPLES}


def learn_address(voices: Sequence[VoiceTraits]) -> str | None:
    """Give the address that nearly all approved texts use; None where they disagree or use none."""
    counts = Counter(v.address for v in voices if v.address != "none")
    if sum(counts.values()) < LEAST_ADDRESSED:
        return None
    address, count = counts.most_common(1)[0]
    agreed = address != "mixed" and count >= LEAST_AGREEMENT * sum(counts.values())
    return address if agreed else None


def by_language(examples: Sequence[Features]) -> Mapping[str, list[VoiceTraits]]:
    """Sort the approved creatives' voices by language: each creative counts in its main one."""
    out: dict[str, list[VoiceTraits]] = {}
    for features in examples:
        if features.voices:
            out.setdefault(features.voices[0].language, []).append(features.voices[0])
    return out


def _hull(intervals: Sequence[Range]) -> Range:
    """Span what the texts' own uncertainty allows: no emoji in 80 words is not «never an emoji»."""
    low = float(np.quantile([low for low, _ in intervals], SPREAD[0]))
    high = float(np.quantile([high for _, high in intervals], SPREAD[1]))
    return round(low, 4), round(high, 4)


def _range(values: Sequence[float], least_margin: float) -> Range:
    low, high = (float(np.quantile(values, q)) for q in SPREAD)
    room = max(MARGIN * (high - low), least_margin)
    return round(low - room, 2), round(high + room, 2)
