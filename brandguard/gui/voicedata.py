"""What a voice chart draws, made of measured voices, the profile and what was learned. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.gui.voicechart import Point, TraitRow, VoiceChart, VoiceWords, trait_name
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.gui.backend import LearnedVoice
    from brandguard.model.features import VoiceTraits
    from brandguard.model.profile import Profile

MOST_ROWS = 14
Voices = tuple["VoiceTraits", ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A creative, or all of a side."""

    label: str
    voices: Voices


def language_of(series: Sequence[Series]) -> str | None:
    """Give the language to draw: the one most series speak, of these the one with most words."""
    words: dict[str, int] = {}
    spoken: dict[str, int] = {}
    for one in series:
        measured = [voice for voice in one.voices if any(voice.traits.values())]
        for language in {voice.language for voice in measured}:
            spoken[language] = spoken.get(language, 0) + 1
        for voice in measured:
            words[voice.language] = words.get(voice.language, 0) + voice.words
    return max(words, key=lambda name: (spoken[name], words[name], name), default=None)


def voice_chart(
    name: str,
    series: Sequence[Series],
    profile: Profile | None,
    learned: Mapping[str, LearnedVoice],
    words: VoiceWords,
) -> VoiceChart | None:
    """Draw the traits of one language; None where no text is long enough to have traits."""
    language = language_of(series)
    if language is None:
        return None
    mine = [[v for v in one.voices if v.language == language] for one in series]
    known = learned.get(language)
    ranges = dict(known.ranges) if known else {}
    ranges |= profile.voice_ranges.get(language, {}) if profile else {}
    rows = [
        TraitRow(
            trait_name(trait),
            ranges.get(trait),
            points,
            tuple(e[trait] for e in known.examples if trait in e) if known else (),
        )
        for trait in _traits(mine)
        if any(points := tuple(_point(voices, trait) for voices in mine))
    ]
    rows = [row for row in rows if row.brand or any(p and p.value for p in row.points)]
    spoken = messages().name("language_name", language)
    return VoiceChart(
        f"{name} ({spoken})", tuple(one.label for one in series), _chosen(rows), words
    )


def _traits(series: Sequence[Sequence[VoiceTraits]]) -> tuple[str, ...]:
    from brandguard.measures.voice_traits import TRAITS

    there = {name for voices in series for voice in voices for name in voice.traits}
    return tuple(name for name in TRAITS if name in there and name != "readability")


def _chosen(rows: Sequence[TraitRow]) -> tuple[TraitRow, ...]:
    """Keep the rows that tell most: those that the brand has a range for, then the others."""
    if len(rows) <= MOST_ROWS:
        return tuple(rows)
    ranked = sorted(range(len(rows)), key=lambda i: (not _tells(rows[i]), rows[i].brand is None, i))
    return tuple(rows[i] for i in sorted(ranked[:MOST_ROWS]))


def _tells(row: TraitRow) -> bool:
    return any(point is not None and row.is_outside(point) for point in row.points)


def _point(voices: Sequence[VoiceTraits], trait: str) -> Point | None:
    """Give one text's value and interval; of several the mean by words, and their span."""
    found = [(v.words, measured) for v in voices if (measured := v.traits.get(trait)) is not None]
    if not found:
        return None
    if len(found) == 1:
        measured = found[0][1]
        return Point(measured.value, measured.low, measured.high)
    total = sum(words for words, _ in found) or 1
    mean = sum(words * measured.value for words, measured in found) / total
    values = [measured.value for _, measured in found]
    return Point(mean, min(values), max(values))
