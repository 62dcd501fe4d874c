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
from brandguard.learning.typefaces import LearnedType, learn_typefaces
from brandguard.likeness.look import fit_look
from brandguard.likeness.voice import fit_voice
from brandguard.model.profile import BrandColour, Profile
from brandguard.model.report import Severity, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.features import Address, Features

Named = tuple[str, "Features"]
"""An approved creative: its path and what was measured on it."""

LEARNABLE = (
    "COL001", "COL002", "COL003", "COL004", "IMG002", "VOX002", "VOX004", "TYP001",
    "TYP005",
)  # fmt: skip
"""Rules whose limits `learn` finds, and whose false alarms it therefore must know."""
SEEN = ("COL", "IMG", "TYP")
"""Families that warn only from so many examples as resolve the rate (19 for 5 %): until then the
learned distances speak, which have other brands behind them."""
FOREIGN = {"COL001": 0.1, "COL002": 0.05}
"""Rules about foreign colours, and how much of the area they leave a creative beyond what the worst
approved one shows, judged by the others. Of the development brands five keep to a palette: 1 of 45
creatives not learned from exceeds its worst by more than 0.04, and half of the strangers do; a
foreign band of an eighth is still seen. Judgement."""
LEAST_FOREIGN = 12
"""Approved creatives with a picture from which a strict palette shows: the next one exceeds the
worst of twelve once in thirteen, and FOREIGN beyond it hardly ever. With seven, real brands' own
creatives were warned of at 7.1 % where 5 % were promised, without the rule at 5.9 %."""
MOST_ROOM = 0.35
"""Of the area: a brand whose own creatives need more keeps to no palette."""
MAX_FOLDS = 40
"""Approved creatives that are left out one by one; with more, evenly spaced ones are."""


@dataclass(frozen=True, slots=True)
class RuleRate:
    """How often a learned rule would flag an approved creative that it had not seen."""

    flagged: int
    judged: int
    severity: Severity
    room: float | None = None
    """Of a rule about foreign colours: the part of the area that it leaves a creative."""
    by: tuple[str, ...] = ()
    """The approved creatives that it would flag, the worst first."""
    enough: bool = True
    """Whether there were examples enough to know."""


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
    typefaces: LearnedType | None = None


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
    typefaces = learn_typefaces(features)
    rates = {code: found for code, found in rates.items() if _asked(code, typefaces)}
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
        typefaces=typefaces,
    )


def _asked(code: str, typefaces: LearnedType | None) -> bool:
    """Say whether a rule has anything to go by: those on type only where families were learned."""
    if code == "TYP005":
        return typefaces is not None and typefaces.headings is not None
    return not code.startswith("TYP") or typefaces is not None


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
    typefaces = learn_typefaces(features)
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
        typography=typefaces.rules if typefaces else None,
    )


def _rates(examples: Sequence[Named], false_alarms: float) -> dict[str, RuleRate]:
    """Leave examples out one by one and count which rules flag them (at most MAX_FOLDS of them)."""
    step = max(1, -(-len(examples) // MAX_FOLDS))
    judged = dict.fromkeys(LEARNABLE, 0)
    flagged: dict[str, dict[str, float]] = {code: {} for code in LEARNABLE}
    for i in range(0, len(examples), step):
        path, features = examples[i]
        others = _others(examples, i)
        for code in _applicable(features):
            judged[code] += 1
        if not others:
            continue
        limits = replace(
            _limits(others),
            rules=dict.fromkeys(LEARNABLE, "warn"),
            colour_room=dict.fromkeys(FOREIGN, 0.0),  # so that findings say what they cover
        )
        for finding in checks.run(Subject(path, features), limits):
            if finding.rule in flagged:
                covered = finding.facts.get("together")
                flagged[finding.rule][path] = covered if isinstance(covered, float) else 1.0
    return {
        code: _rate(code, flagged[code], judged[code], false_alarms)
        for code in LEARNABLE
        if judged[code]
    }


def _rate(code: str, flagged: Mapping[str, float], judged: int, false_alarms: float) -> RuleRate:
    """Say how severe a learned rule may be; `flagged` has what it flags, and on how much area."""
    resolved = math.ceil(1 / false_alarms) - 1 if false_alarms > 0 else MAX_FOLDS + 1
    enough = judged >= (resolved if code[:3] in SEEN else 2)
    kept = enough and len(flagged) <= false_alarms / len(LEARNABLE) * judged
    worst = tuple(sorted(flagged, key=lambda path: (-flagged[path], path)))
    room = None
    if not kept and code in FOREIGN and judged >= LEAST_FOREIGN:
        most = round(max(flagged.values(), default=0.0) + FOREIGN[code], 2)
        enough, kept = True, most <= MOST_ROOM
        room = most if kept else None
    return RuleRate(
        len(flagged), judged, "warn" if kept else "note", room=room, by=worst, enough=enough
    )


def _applicable(features: Features) -> Iterable[str]:
    """Name the learned rules that can say anything of a creative."""
    if any(page.palette for page in features.pages):
        yield from (code for code in LEARNABLE if code[:3] in {"COL", "IMG"})
    if features.voices:
        yield from (code for code in LEARNABLE if code.startswith("VOX"))
    if any(page.typefaces for page in features.pages):
        yield from (code for code in LEARNABLE if code.startswith("TYP"))


def _others(examples: Sequence[Named], left_out: int) -> list[Features]:
    """Give the other examples without near-duplicates of the one left out."""
    sha = examples[left_out][1].sha256
    hashes = {p.phash for p in examples[left_out][1].pages if p.phash}
    return [
        f
        for i, (_, f) in enumerate(examples)
        if i != left_out and f.sha256 != sha and not hashes & {p.phash for p in f.pages if p.phash}
    ]
