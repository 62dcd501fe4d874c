"""Where voices are compared: masked style and traits, measured against a background of other texts.

A feature counts by how far it lies from what is usual in the language, in units of how much texts
differ in it: that is the cohort normalisation (Auckenthaler et al. 2000) done once for every
feature, and it takes away what all texts share. Texts are compared family by family (characters,
neighbours, endings, marks, shape, traits) by the cosine of these vectors. A family counts by one
over the scatter of its cosines between strangers, so that a family of twelve figures, whose cosines
are wild, does not drown one of six thousand. A text that is also like other voices is less this
brand's: a part of its likeness to the nearest voices of the cohort counts against it. The figures
come from free treebanks, free handbooks and copy of our own: packaging/make_voice_cohort.py.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from brandguard.likeness.threshold import Prior
from brandguard.model.errors import ModelError
from brandguard.model.said import Said
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from brandguard.model.features import Measured

Vector = NDArray[np.float32]

LANGUAGES: tuple[str, ...] = ("en", "es", "it")

FAMILIES: Mapping[str, str] = MappingProxyType({
    "c": "style", "b": "words", "e": "endings", "p": "punctuation", "s": "shape", "t": "range",
})  # fmt: skip
"""By the letter that its features begin with (measures.style; t: traits): how a family is named in
reports. Function words alone («f:») are left out: neighbours and characters hold them already."""

MOST = 3.0
"""Standard deviations beyond which a feature counts no more: one odd mark must not be the style."""

LEAST_SPREAD = 2.0
"""Of its family's median spread: what the background hardly has is no measure of anything. On
voices that the cohort does not hold, 1 to 2 rank alike, 0.5 a little worse."""

LEAST_TRAIT_SPREAD = 0.25
"""The same for traits, in the unit of the trait's scale."""

PLAIN_TRAITS = frozenset({
    "gulpease", "szigriszt", "fernandez_huerta", "flesch", "rarity", "letters_per_word",
})  # fmt: skip
"""Traits that are compared as they are; the others are counts, whose roots have an even scatter."""

NEAREST_VOICES = 3
VOICES_COUNT = 0.2
"""What the mean likeness to the nearest voices of the cohort counts against a text. On voices that
the cohort does not hold, a quarter to a half ranks best (mean AUC 0.90–0.94 for 0.87–0.94 without),
a whole worse. But those are handbooks, as part of the cohort is: for others less is safer."""

NEAREST = 3
"""Nearest approved texts whose mean cosine counts as much as the cosine to the mean of all."""


@dataclass(frozen=True, slots=True, eq=False)
class VoiceCohort:
    """What is usual in a language, and how texts differ."""

    name: str
    """Changes whenever the figures do."""
    language: str
    features: Mapping[str, int]
    """Place of each feature; families stand together, in the order of FAMILIES."""
    places: Mapping[str, slice]
    """Place of each family."""
    centre: NDArray[np.float32]
    spread: NDArray[np.float32]
    weights: Mapping[str, float]
    """How much each family counts; strangers lie at a weighted distance of 1 on average."""
    prior: Prior
    voices: Vector
    """(n, features): means of the cohort's voices, each family of length 1."""

    def vector(self, style: Mapping[str, float], traits: Mapping[str, Measured | None]) -> Vector:
        """Place one text: standardised, each family of length 1, shape (features,)."""
        values = np.zeros(len(self.features), dtype=np.float32)
        words, characters = max(style.get("n:words", 1), 1), max(style.get("n:characters", 1), 1)
        for name, count in style.items():
            place = self.features.get(name)
            if place is not None:
                family = name[0]
                values[place] = count if family == "s" else count / words
                if family == "c":
                    values[place] = count / characters
        np.sqrt(values, out=values)
        values -= self.centre
        values /= self.spread
        measured = self.places["t"]
        values[measured] = 0.0
        for name, trait in traits.items():
            place = self.features.get(f"t:{name}")
            if place is not None and trait is not None:
                values[place] = self._trait(place, name, trait)
        np.clip(values, -MOST, MOST, out=values)
        for part in self.places.values():
            length = float(np.linalg.norm(values[part]))
            values[part] /= max(length, 1e-6)
        return values

    def _trait(self, place: int, name: str, trait: Measured) -> float:
        """Standardise a trait and shrink it by what its own interval leaves open."""
        value, error = trait_scale(name, trait)
        spread = float(self.spread[place])
        certain = spread**2 / (spread**2 + error**2)
        return (value - float(self.centre[place])) / spread * certain

    def without(self, decided: Callable[[str], bool]) -> VoiceCohort:
        """Give the same cohort without some features, by name: what is left is compared alone.

        The other families' weights grow, so that strangers still lie at 1.
        """
        names = [name for name in self.features if not decided(name)]
        kept = np.array([self.features[name] for name in names], dtype=np.intp)
        places = family_places(names)
        voices = self.voices[:, kept]
        for place in places.values():
            lengths = np.linalg.norm(voices[:, place], axis=1, keepdims=True)
            voices[:, place] /= np.maximum(lengths, 1e-6)
        weights = {f: w * (places[f].stop > places[f].start) for f, w in self.weights.items()}
        grown = sum(self.weights.values()) / sum(weights.values())
        return replace(
            self,
            name=f"{self.name}, {len(names)} features",
            features={name: place for place, name in enumerate(names)},
            places=places,
            centre=self.centre[kept],
            spread=self.spread[kept],
            weights={family: weight * grown for family, weight in weights.items()},
            voices=voices,
        )

    def likeness(self, texts: Vector, approved: Vector, mean: Vector) -> NDArray[np.float64]:
        """Give how alike texts are to the approved ones by family, −1–1, shape (families, texts).

        `texts` and `approved` have shape (n, features); `mean` is the mean of the
        approved ones with each family of length 1.
        """
        out = np.empty((len(self.places), len(texts)))
        for number, family in enumerate(self.places.values()):
            each = texts[:, family] @ approved[:, family].T
            count = min(NEAREST, each.shape[1])
            near = np.partition(each, -count, axis=1)[:, -count:].mean(axis=1)
            out[number] = (near + texts[:, family] @ mean[family]) / 2
        return out

    def mean(self, approved: Vector) -> Vector:
        """Give the mean of placed texts, each family of length 1."""
        mean: Vector = approved.mean(axis=0)
        for family in self.places.values():
            mean[family] /= max(float(np.linalg.norm(mean[family])), 1e-6)
        return mean

    def strangers(self, texts: Vector) -> NDArray[np.float64]:
        """Give how alike texts are to the voices of the cohort that they are most alike to.

        By family, shape (families, texts); 0 where the cohort has no voices.
        """
        if not len(self.voices):
            return np.zeros((len(self.places), len(texts)))
        weights = np.array([self.weights[family] for family in self.places])
        each = np.stack([texts[:, p] @ self.voices[:, p].T for p in self.places.values()])
        total = np.tensordot(weights, each, axes=1)
        count = min(NEAREST_VOICES, total.shape[1])
        near = np.argsort(-total, axis=1, kind="stable")[:, :count]
        return np.asarray(np.take_along_axis(each, near[None], axis=2).mean(axis=2))

    def distances(self, texts: Vector, approved: Vector, mean: Vector) -> NDArray[np.float64]:
        """Give weighted distances by family, which add up, shape (families, texts)."""
        likeness = self.likeness(texts, approved, mean)
        return self.weigh(likeness - VOICES_COUNT * self.strangers(texts))

    def weigh(self, likeness: NDArray[np.float64]) -> NDArray[np.float64]:
        """Turn likeness into weighted distances that add up, same shape."""
        weights = np.array([self.weights[family] for family in self.places])
        distances: NDArray[np.float64] = weights[:, None] * (1 - likeness)
        return distances


def trait_scale(name: str, trait: Measured) -> tuple[float, float]:
    """Give a trait on the scale where it is compared, with its standard error there."""
    if name in PLAIN_TRAITS:
        return trait.value, (trait.high - trait.low) / 3.92
    low, value, high = (max(x, 0.0) ** 0.5 for x in (trait.low, trait.value, trait.high))
    return value, (high - low) / 3.92


def family_places(names: Sequence[str]) -> dict[str, slice]:
    """Find where each family lies in feature names that are sorted by family."""
    letters = [name[0] for name in names]
    places = {}
    for family in FAMILIES:
        start = letters.index(family) if family in letters else 0
        places[family] = slice(start, start + letters.count(family))
    return places


@lru_cache(maxsize=4)
def shipped_cohort(language: str) -> VoiceCohort:
    """Read the cohort of a language that comes with the program; ModelError where it is damaged."""
    return read_cohort(asset_path("models", f"voice_cohort_{language}.json.gz"))


def read_cohort(path: Path) -> VoiceCohort:
    """Read a cohort's file; ModelError where it is missing or damaged."""
    try:
        with gzip.open(path) as stream:
            return cohort_of(json.load(stream))
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        text = Said("{file}: the cohort of voices cannot be read: install again", file=path)
        raise ModelError(text) from error


def cohort_of(stored: Mapping[str, Any]) -> VoiceCohort:
    """Build a cohort from what its file holds; KeyError or ValueError where that is not whole."""
    names = stored["features"]
    centre, spread = (np.array(stored[key], dtype=np.float32) for key in ("centre", "spread"))
    if not len(names) == len(centre) == len(spread) or not (spread > 0).all():
        raise ValueError("features, centre and spread do not belong together")
    return VoiceCohort(
        name=str(stored["name"]),
        language=str(stored["language"]),
        features={name: place for place, name in enumerate(names)},
        places=family_places(names),
        centre=centre,
        spread=spread,
        weights={family: float(stored["weights"][family]) for family in FAMILIES},
        prior=Prior.of_array(np.array(stored["prior"], dtype=np.float64)),
        voices=unpacked(stored["voices"], len(names)),
    )


def packed(rows: Vector) -> dict[str, Any]:
    """Write rows as bytes, each in 127ths of its largest figure."""
    most = np.maximum(np.abs(rows).max(axis=1), 1e-6) if len(rows) else np.zeros(0)
    steps = np.round(rows / most[:, None] * 127).astype(np.int8)
    return {"most": [float(f"{x:.4g}") for x in most], "steps": b64encode(steps.tobytes()).decode()}


def unpacked(stored: Mapping[str, Any], width: int) -> Vector:
    """Read rows that `packed` wrote; ValueError where they have not the width."""
    most = np.array(stored["most"], dtype=np.float32)
    steps = np.frombuffer(b64decode(stored["steps"]), dtype=np.int8).reshape(len(most), width)
    return np.asarray(steps * (most[:, None] / 127), dtype=np.float32)
