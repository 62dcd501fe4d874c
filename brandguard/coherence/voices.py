"""Voice: how alike two sides sound in the languages that both speak.

Three things count. Address: where one side says tu and the other Lei, half of what is left goes;
where some of their pairs do, that part of the half.
Traits: only what two intervals leave no doubt of counts, in units of how much texts differ in the
trait. Style: the weighted distance of likeness.voice_space, at which strangers lie 1 apart; it
counts by how many words there are, for short texts tell little. Agreement is 100 / (1 + distance²).
Between media, what a medium determines is left out: a post has emoji and no long sentences.
"""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

import numpy as np

from brandguard.coherence.basis import Compared, why_not
from brandguard.language.speech_es import AMERICAN
from brandguard.model.creative import Note
from brandguard.model.report import Deduction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from brandguard.coherence.basis import Basis
    from brandguard.coherence.portrait import Portrait, Spoken

OF_THE_MEDIUM = frozenset({
    "words_per_sentence", "readability", "hashtags", "emoji", "exclamations", "questions",
    "capitals", "imperative_rate", "we_rate",
})  # fmt: skip
"""Traits that a medium determines more than a brand does."""
COUNTED_ELSEWHERE = frozenset({
    "informal_rate", "plural_rate", "formal_rate", "gulpease", "szigriszt", "fernandez_huerta",
    "flesch",
})  # fmt: skip
"""Address counts by itself; the readability of a language is `readability` already."""
STYLE_OF_A_BRAND = ("c", "b", "e")
"""Families of the style that are compared between media: characters, neighbours, endings. Marks,
shape and the mix of traits change with the medium."""
MOST_SPREADS = 3.0
DOUBT = 1.96
STYLE_AT = 300.0
"""Words of the shorter side at which style counts as much as the traits. Judgement."""
ADDRESS_TAKES = 0.5
ADDRESSES = frozenset({"informal", "plural", "formal"})
SURE = 2
"""Signs that each side needs where tu meets voi (coherence.addresses)."""


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

    def _in(self, language: str, side: Sequence[int]) -> list[tuple[int, Spoken]]:
        return [(i, v) for i in side for v in self._portraits[i].voices if v.language == language]

    def _why_not(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        if all(any(self._portraits[i].voices for i in side) for side in (ones, others)):
            return Compared(None, Note("why.no_common_language"))
        return why_not("voice", self._portraits, ones, others)

    def _words(self, *sides: Sequence[int]) -> int:
        return min(sum(v.words for i in s for v in self._portraits[i].voices) for s in sides)

    def _clash(
        self, first: list[tuple[int, Spoken]], second: list[tuple[int, Spoken]], language: str
    ) -> float | None:
        """Give the part of the pairs across the sides that address their reader in another form.

        None where one side addresses nobody plainly. A press release speaks to editors, whom
        every brand addresses formally: it has no say.
        """
        sides = [
            [
                v
                for i, v in side
                if v.address in ADDRESSES and self._portraits[i].medium != "press-release"
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
        self,
        first: list[tuple[int, Spoken]],
        second: list[tuple[int, Spoken]],
        language: str,
        *,
        addressed: bool,
    ) -> tuple[float, float, dict[str, float]] | None:
        """Give the words of the shorter side, the distance and its parts."""
        media = [{self._portraits[i].medium for i, _ in side} for side in (first, second)]
        same = media[0] == media[1] and "other" not in media[0]
        traits = _traits(_pooled(first), _pooled(second), language, same=same)
        style = self._style(first, second, language, same=same)
        words = float(min(sum(v.words for _, v in side) for side in (first, second)))
        if traits is None or style is None:
            return (words, 0.0, {}) if addressed else None
        part = words / (words + STYLE_AT)
        far = (traits + part * style) / (1 + part)
        return words, far, {"range": traits, "style": style}

    def _style(
        self,
        first: list[tuple[int, Spoken]],
        second: list[tuple[int, Spoken]],
        language: str,
        *,
        same: bool,
    ) -> float | None:
        from brandguard.likeness.voice_space import shipped_cohort

        means = []
        for side in (first, second):
            known = [(self._vectors[i, language], v.words) for i, v in side if v.vector]
            if not known:
                return None
            means.append(np.average([v for v, _ in known], axis=0, weights=[n for _, n in known]))
        cohort = shipped_cohort(language)
        families = tuple(cohort.places) if same else STYLE_OF_A_BRAND
        weight = sum(cohort.weights[f] for f in families)
        far = sum(
            cohort.weights[f] * (1 - _cosine(*(m[cohort.places[f]] for m in means)))
            for f in families
        )
        return float(far / weight)


def _cosine(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths else 0.0


def _pooled(side: list[tuple[int, Spoken]]) -> dict[str, tuple[float, float]]:
    """Give each trait of a side by words: mean and standard error."""
    sums: dict[str, list[float]] = {}
    for _, voice in side:
        for name, (value, error) in voice.traits.items():
            row = sums.setdefault(name, [0.0, 0.0, 0.0])
            row[0] += voice.words * value
            row[1] += (voice.words * error) ** 2
            row[2] += voice.words
    return {name: (v / n, e**0.5 / n) for name, (v, e, n) in sums.items()}


def _traits(
    one: dict[str, tuple[float, float]],
    other: dict[str, tuple[float, float]],
    language: str,
    *,
    same: bool,
) -> float | None:
    """Give the mean gap between traits beyond doubt, in spreads of the language's texts."""
    from brandguard.likeness.voice_space import LEAST_TRAIT_SPREAD, shipped_cohort

    left_out = COUNTED_ELSEWHERE if same else COUNTED_ELSEWHERE | OF_THE_MEDIUM
    names = sorted((set(one) & set(other)) - left_out)
    if not names:
        return None
    cohort = shipped_cohort(language)
    gaps = []
    for name in names:
        place = cohort.features.get(f"t:{name}")
        if place is None:
            continue
        (a, error), (b, other_error) = one[name], other[name]
        sure = max(0.0, abs(a - b) - DOUBT * (error**2 + other_error**2) ** 0.5)
        spread = max(float(cohort.spread[place]), LEAST_TRAIT_SPREAD)
        gaps.append(min(sure / spread, MOST_SPREADS))
    return float(np.mean(gaps)) if gaps else None
