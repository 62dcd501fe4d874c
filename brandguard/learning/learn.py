"""Approved creatives → a profile, and the promise that goes with it.

A learned rule may warn only if it keeps the promised rate of false alarms on the approved creatives
themselves, each judged by what the others taught; otherwise it becomes a note that explains.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandguard import checks
from brandguard.channels import belonging
from brandguard.learning.palette import LearnedColour, learn_palette
from brandguard.learning.ranges import (
    Range,
    by_language,
    learn_address,
    learn_picture_ranges,
    learn_voice_ranges,
)
from brandguard.learning.reference import Example, LearnedFile
from brandguard.likeness.look import fit_look
from brandguard.likeness.voice import fit_voice
from brandguard.model.profile import BrandColour, Profile
from brandguard.model.report import Severity, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.features import Address, Features

Named = tuple[str, "Features"]
"""An approved creative: its path and what was measured on it."""

LEARNABLE = ("COL001", "COL002", "COL003", "COL004", "IMG002", "VOX002", "VOX004")
"""Rules whose limits `learn` finds, and whose false alarms it therefore must know."""
SEEN = ("COL", "IMG")
"""Families that warn only from so many examples as resolve the rate (19 for 5 %): until then the
learned distances speak, which have other brands behind them."""
MAX_FOLDS = 40
"""Approved creatives that are left out one by one; with more, evenly spaced ones are."""


@dataclass(frozen=True, slots=True)
class RuleRate:
    """How often a learned rule would flag an approved creative that it had not seen."""

    flagged: int
    judged: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class Learning:
    """All that approved creatives taught."""

    colours: tuple[LearnedColour, ...]
    picture_ranges: Mapping[str, Range]
    voice_ranges: Mapping[str, Mapping[str, Range]]
    address: Mapping[str, str]
    rules: Mapping[str, RuleRate]
    languages: tuple[str, ...]
    pictures: int
    texts: Mapping[str, int]
    file: LearnedFile


def learn(examples: Sequence[Named], false_alarms: float) -> Learning:
    """Learn from approved creatives, by path and features, at a rate of false alarms (0–1)."""
    features = [f for _, f in examples]
    voices = by_language(features)
    rate = false_alarms / _parts_of_a_creative(features)
    fitted = {
        language: fit_voice(
            [
                (p, f.voices[0])
                for p, f in examples
                if f.voices and f.voices[0].language == language
            ],
            language,
            rate,
            {path: belonging(path).medium for path, _ in examples},
        )
        for language in sorted(voices)
    }
    limits, rates = _limits(features), _rates(examples, false_alarms)
    return Learning(
        colours=learn_palette(features),
        picture_ranges=limits.picture_ranges,
        voice_ranges=limits.voice_ranges,
        address=limits.address,
        rules=rates,
        languages=tuple(sorted(voices, key=lambda x: (-len(voices[x]), x))),
        pictures=sum(any(p.palette for p in f.pages) for f in features),
        texts={language: len(v) for language, v in sorted(voices.items())},
        file=LearnedFile(
            look=fit_look(examples, rate),
            voices={language: v for language, v in fitted.items() if v is not None},
            examples=tuple(_example(path, f) for path, f in examples),
            flagged={code: (rate.flagged, rate.judged) for code, rate in rates.items()},
        ),
    )


def _parts_of_a_creative(features: Sequence[Features]) -> int:
    """Count the learned distances that decide on a usual creative: they share the false alarms."""
    both = sum(any(p.palette for p in f.pages) and any(v.style for v in f.voices) for f in features)
    return 2 if both * 2 > len(features) else 1


def _example(path: str, features: Features) -> Example:
    thumbnail = next((p.thumbnail for p in features.pages if p.thumbnail), None)
    return Example(path, features.sha256, thumbnail)


def _limits(features: Sequence[Features]) -> Profile:
    """Give a profile of nothing but the learned limits."""
    voices = by_language(features)
    address: dict[str, Address] = {}
    for language, found in sorted(voices.items()):
        learned = learn_address(found)
        if learned is not None:
            address[language] = learned  # type: ignore[assignment]  # one of the literals
    ranges = {language: learn_voice_ranges(found) for language, found in sorted(voices.items())}
    return Profile(
        name="",
        colours=tuple(
            BrandColour(
                c.name, c.hex, share=c.share, origin="learned", key=f"color.palette.{c.name}"
            )
            for c in learn_palette(features)
        ),
        picture_ranges=learn_picture_ranges(features),
        address=address,
        voice_ranges={language: r for language, r in ranges.items() if r},
    )


def _rates(examples: Sequence[Named], false_alarms: float) -> dict[str, RuleRate]:
    """Leave examples out one by one and count which rules flag them (at most MAX_FOLDS of them)."""
    step = max(1, -(-len(examples) // MAX_FOLDS))
    folds = range(0, len(examples), step)
    flagged, judged = dict.fromkeys(LEARNABLE, 0), dict.fromkeys(LEARNABLE, 0)
    for i in folds:
        path, features = examples[i]
        for code in _applicable(features):
            judged[code] += 1
        others = _others(examples, i)
        if not others:
            continue
        limits = replace(_limits(others), rules=dict.fromkeys(LEARNABLE, "warn"))
        found = {f.rule for f in checks.run(Subject(path, features), limits)}
        for code in found & flagged.keys():
            flagged[code] += 1
    share = false_alarms / len(LEARNABLE)
    resolved = math.ceil(1 / false_alarms) - 1 if false_alarms > 0 else MAX_FOLDS + 1
    least = {code: resolved if code[:3] in SEEN else 2 for code in LEARNABLE}
    return {
        code: RuleRate(count, n, "warn" if count <= share * n and n >= least[code] else "note")
        for (code, count), n in zip(flagged.items(), judged.values(), strict=True)
        if n
    }


def _applicable(features: Features) -> Iterable[str]:
    """Name the learned rules that can say anything of a creative."""
    if any(page.palette for page in features.pages):
        yield from (code for code in LEARNABLE if code[:3] in {"COL", "IMG"})
    if features.voices:
        yield from (code for code in LEARNABLE if code.startswith("VOX"))


def _others(examples: Sequence[Named], left_out: int) -> list[Features]:
    """Give the other examples without near-duplicates of the one left out."""
    sha = examples[left_out][1].sha256
    hashes = {p.phash for p in examples[left_out][1].pages if p.phash}
    return [
        f
        for i, (_, f) in enumerate(examples)
        if i != left_out and f.sha256 != sha and not hashes & {p.phash for p in f.pages if p.phash}
    ]
