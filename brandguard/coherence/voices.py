"""Voice: how alike two sides sound in the languages that both speak.

Three things count. Address: where one side says tu and the other Lei, half of what is left goes;
where some of their pairs do, that part of the half. Traits: only what two intervals leave no doubt
of counts, in units of how much texts differ in the trait. Style: the weighted distance of
likeness.voice_space, at which strangers lie 1 apart; it counts by how many words there are, for
short texts tell little. Agreement is 100 / (1 + distance²). Between media, what a medium itself
decides (language.media) is left out, and traits are taken home first.
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from brandguard.coherence.basis import Compared, why_not
from brandguard.language.media import elsewhere, norm_of
from brandguard.language.speech_es import AMERICAN
from brandguard.likeness.voice_space import LEAST_TRAIT_SPREAD, shipped_cohort, trait_scale
from brandguard.model.creative import Medium, Note
from brandguard.model.features import Measured
from brandguard.model.report import Deduction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from brandguard.coherence.basis import Basis
    from brandguard.coherence.portrait import Portrait, Spoken

    Heard = list[tuple[int, Spoken]]

COUNTED_ELSEWHERE = frozenset({
    "informal_rate", "plural_rate", "formal_rate", "gulpease", "szigriszt", "fernandez_huerta",
    "flesch",
})  # fmt: skip
"""Address counts by itself; the readability of a language is `readability` already."""
MOST_SPREADS = 3.0
DOUBT = 1.96
STYLE_AT = 300.0
"""Words of the shorter side at which style counts as much as the traits. Judgement."""
ADDRESS_TAKES = 0.5
ADDRESSES = frozenset({"informal", "plural", "formal"})
SURE = 2
"""Signs that each side needs where tu meets voi (coherence.addresses)."""


STYLE = ("c", "b", "e", "p", "s")
"""Families of the style that are compared; traits count by themselves."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One trait of a side, on the scale where texts are compared (likeness.voice_space)."""

    value: float
    error: float
    below: float
    above: float
    """How far it may lie lower or higher in another medium."""


class Voices:
    """How the creatives of a campaign sound."""

    def __init__(self, portraits: Sequence[Portrait], basis: Basis) -> None:
        self._portraits = portraits
        self._american = (basis.region or "").lower() in AMERICAN
        self._languages = sorted({v.language for one in portraits for v in one.voices})
        self._vectors = {
            (i, v.language): np.frombuffer(b64decode(v.vector), dtype="<f2").astype(np.float32)
            for i, one in enumerate(portraits)
            for v in one.voices
            if v.vector
        }

    def between(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        """Compare two sides, language by language; more words count more."""
        found, clashes = [], []
        spoken = False
        for language in self._languages:
            first, second = self._in(language, ones), self._in(language, others)
            if not first or not second:
                continue
            spoken = True
            clash = self._clash(first, second, language)
            clashes += [clash] if clash is not None else []
            compared = self._sound(first, second, language, addressed=clash is not None)
            if compared is not None:
                found.append(compared)
        if not found:
            if spoken:
                return Compared(None, Note("why.too_short", {"words": self._words(ones, others)}))
            return self._why_not(ones, others)
        weights = np.array([weight for weight, _, _ in found])
        far = float(weights @ [d for _, d, _ in found] / weights.sum())
        parts = {"distance": far}
        for name in ("range", "style"):
            known = [(w, p[name]) for w, _, p in found if name in p]
            if known:
                parts[name] = sum(w * x for w, x in known) / sum(w for w, _ in known)
        left = 100.0 / (1.0 + far**2)
        takes = ADDRESS_TAKES * max(clashes, default=0.0)
        taken = (Deduction("CAM011", left * takes, ""),) if takes else ()
        return Compared(
            left - sum(d.points for d in taken), parts=tuple(parts.items()), deductions=taken
        )

    def _in(self, language: str, side: Sequence[int]) -> Heard:
        return [(i, v) for i in side for v in self._portraits[i].voices if v.language == language]

    def _why_not(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        if all(any(self._portraits[i].voices for i in side) for side in (ones, others)):
            return Compared(None, Note("why.no_common_language"))
        return why_not("voice", self._portraits, ones, others)

    def _words(self, *sides: Sequence[int]) -> int:
        return min(sum(v.words for i in s for v in self._portraits[i].voices) for s in sides)

    def _clash(self, first: Heard, second: Heard, language: str) -> float | None:
        """Give the part of the pairs across the sides that address their reader in another form.

        None where one side addresses nobody plainly. A press release speaks to editors in the
        third person, whatever the brand says to its customers: it has no say.
        """
        sides = [
            [
                v
                for i, v in side
                if v.address in ADDRESSES and not _of_the_press(self._portraits[i].medium)
            ]
            for side in (first, second)
        ]
        pairs = [self._differ(one, other, language) for one in sides[0] for other in sides[1]]
        return sum(pairs) / len(pairs) if pairs else None

    def _differ(self, one: Spoken, other: Spoken, language: str) -> bool:
        if one.address == other.address:
            return False
        if "formal" in {one.address, other.address}:
            return True
        return min(one.count, other.count) >= SURE and not (self._american and language == "es")

    def _sound(
        self, first: Heard, second: Heard, language: str, *, addressed: bool
    ) -> tuple[float, float, dict[str, float]] | None:
        """Give the words of the shorter side, the distance and its parts."""
        media = [{self._portraits[i].medium for i, _ in side} for side in (first, second)]
        across = media[0] | media[1] if media[0] != media[1] or "other" in media[0] else set()
        traits = self._traits(first, second, language, across=bool(across))
        style = self._style(first, second, language, frozenset(across))
        words = float(min(sum(v.words for _, v in side) for side in (first, second)))
        if traits is None or style is None:
            return (words, 0.0, {}) if addressed else None
        part = words / (words + STYLE_AT)
        far = (traits + part * style) / (1 + part)
        return words, far, {"range": traits, "style": style}

    def _traits(self, first: Heard, second: Heard, language: str, *, across: bool) -> float | None:
        """Give the mean gap between traits beyond doubt, in spreads of the language's texts."""
        one, other = (self._pooled(side, across=across) for side in (first, second))
        cohort = shipped_cohort(language)
        names = sorted((set(one) & set(other)) - COUNTED_ELSEWHERE)
        gaps = []
        for name in names:
            place = cohort.features.get(f"t:{name}")
            if place is not None:
                spread = max(float(cohort.spread[place]), LEAST_TRAIT_SPREAD)
                gaps.append(min(_apart(one[name], other[name]) / spread, MOST_SPREADS))
        return float(np.mean(gaps)) if gaps else None

    def _pooled(self, side: Heard, *, across: bool) -> dict[str, Trait]:
        """Give each trait of a side, by words; `across` media, as it would be at home."""
        sums: dict[str, list[tuple[int, Trait]]] = {}
        for i, voice in side:
            medium = self._portraits[i].medium if across else "other"
            for name, measured in voice.traits.items():
                trait = _at_home(medium, name, measured)
                if trait is not None:
                    sums.setdefault(name, []).append((voice.words, trait))
        return {name: _mean(rows) for name, rows in sums.items()}

    def _style(
        self, first: Heard, second: Heard, language: str, media: frozenset[Medium]
    ) -> float | None:
        means = []
        for side in (first, second):
            known = [(self._vectors[i, language], v.words) for i, v in side if v.vector]
            if not known:
                return None
            means.append(np.average([v for v, _ in known], axis=0, weights=[n for _, n in known]))
        kept = _kept(language, media)
        cohort = shipped_cohort(language)
        far = weight = 0.0
        for family in STYLE:
            place = cohort.places[family]
            one, other = (mean[place][kept[place]] for mean in means)
            if len(one):
                far += cohort.weights[family] * (1 - _cosine(one, other))
                weight += cohort.weights[family]
        return far / weight if weight else None


def _of_the_press(medium: Medium) -> bool:
    norm = norm_of(medium)
    return norm is not None and norm.kind == "press"


def _cosine(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths else 0.0


@lru_cache(maxsize=64)
def _kept(language: str, media: frozenset[Medium]) -> NDArray[np.bool_]:
    """Tell which features of the style none of the media decides, shape (features,)."""
    norms = [norm for medium in sorted(media) if (norm := norm_of(medium)) is not None]
    names = shipped_cohort(language).features
    return np.array([not any(norm.decides(name) for norm in norms) for name in names])


@lru_cache(maxsize=8192)
def _at_home(medium: Medium, name: str, measured: tuple[float, float, float]) -> Trait | None:
    """Scale a trait, with the room that its medium leaves; None where the medium decides it."""
    value, low, high = measured
    home = elsewhere(medium, name, (value, value))
    if home is None:
        return None
    at, error = trait_scale(name, Measured(value, low, high))
    down, up = (trait_scale(name, Measured(end, end, end))[0] for end in home)
    return Trait(at, error, at - down, up - at)


def _mean(rows: Sequence[tuple[int, Trait]]) -> Trait:
    words = sum(n for n, _ in rows)
    return Trait(
        sum(n * t.value for n, t in rows) / words,
        sum((n * t.error) ** 2 for n, t in rows) ** 0.5 / words,
        sum(n * t.below for n, t in rows) / words,
        sum(n * t.above for n, t in rows) / words,
    )


def _apart(one: Trait, other: Trait) -> float:
    """Give by how much two traits differ beyond doubt and beyond what their media allow."""
    low, high = sorted((one, other), key=lambda trait: trait.value)
    gap = (high.value - high.below) - (low.value + low.above)
    doubt: float = DOUBT * (one.error**2 + other.error**2) ** 0.5
    return max(0.0, gap - doubt)
