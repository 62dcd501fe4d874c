"""The background that looks are judged against: made-up brands that stand for all other brands.

A distance alone says little: a white page with black text lies near to every brand's white pages, a
strange photograph far from all of them. What counts is whether a page lies nearer to this brand's
approved pages than it lies to other brands' pages. So every distance is divided by the page's mean
distance to the nearest quarter of a cohort of other brands (the cohort normalisation of speaker
verification: Auckenthaler et al. 2000, «Score normalization for text-independent speaker
verification systems»). The cohort is drawn by packaging/look/make_look_cohort.py; only figures of
it are shipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from brandguard.likeness.habit import HabitPrior
from brandguard.likeness.threshold import Prior
from brandguard.model.errors import ModelError
from brandguard.model.look import LAYOUT, LENGTH, TRAITS
from brandguard.model.said import Said
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


COHORT_FILE = ("models", "look_cohort.npz")

PARTS: tuple[str, ...] = tuple(LAYOUT)

WEIGHTS: Mapping[str, float] = MappingProxyType({
    "colours": 2.0, "traits": 1.5, "layout": 1.0, "edges": 0.5, "texture": 0.5, "rim": 0.5,
})  # fmt: skip
"""How much each part counts once all are in one unit. Judgement: a third for colour, a quarter for
the traits, the rest for where things lie. The ranking of real brands hardly moves with them (mean
AUC 0.955–0.960 from equal weights to six twelfths for colour); more colour finds more recoloured
copies, and gives more false alarms. Weights learned on the made-up brands (discriminant analysis,
logistic regression) ranked real brands worse (0.94), for a made-up brand keeps to its layout more
faithfully than a real one."""

ASPECT = LAYOUT["traits"].start + TRAITS.index("log_aspect")
ASPECT_WEIGHT = 0.5
"""A new format of the same design is adaptation, so the aspect counts half of another trait."""

NEAREST_SHARE = 0.25
"""Share of the cohort's brands, the nearest ones, that a page is compared with."""

LEAST_STRANGENESS = 1e-3
"""Keeps the division finite for a page that lies on the cohort itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Cohort:
    """Rows of made-up brands, and what they teach: units of each part, and priors of thresholds."""

    name: str
    """Changes whenever the figures do."""
    centre: NDArray[np.float64]
    """(LENGTH,): mean of each number over the cohort."""
    spread: NDArray[np.float64]
    """(LENGTH,): its standard deviation."""
    unit: NDArray[np.float64]
    """(parts,): mean distance between pages of different brands, before weighting."""
    rows: NDArray[np.float64]
    """(n, LENGTH), embedded."""
    brand: NDArray[np.intp]
    """(n,): 0, 0, … 1, 1, …"""
    priors: Mapping[str, Prior]
    """By measure: look, colour."""
    habit: HabitPrior
    """Of the evidence for accidents to the colours."""

    def embed(self, rows: Sequence[Sequence[float]] | NDArray[Any]) -> NDArray[np.float64]:
        """Scale look rows so that each part's Euclidean distance is in its weighted unit."""
        return embed(rows, self.centre, self.spread, scales(self.unit))

    def strangeness(
        self, pages: NDArray[np.float64], own: int | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give how far embedded pages lie from other brands: by the whole look and by colour alone.

        Two arrays (pages,). `own` is a cohort brand to leave out: the pages' own.
        """
        gaps = part_distances(pages, self.rows)
        return tuple(  # type: ignore[return-value]  # two measures, two arrays
            np.maximum(self._to_brands(gap, own), LEAST_STRANGENESS)
            for gap in (gaps.sum(axis=0), gaps[PARTS.index("colours")])
        )

    def _to_brands(self, gap: NDArray[np.float64], own: int | None) -> NDArray[np.float64]:
        brands = [b for b in range(int(self.brand.max()) + 1) if b != own]
        nearest = np.stack([gap[:, self.brand == b].min(axis=1) for b in brands], axis=1)
        count = max(1, round(NEAREST_SHARE * len(brands)))
        return np.asarray(np.sort(nearest, axis=1)[:, :count].mean(axis=1))


def embed(
    rows: Sequence[Sequence[float]] | NDArray[Any],
    centre: NDArray[np.float64],
    spread: NDArray[np.float64],
    scale: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Scale look rows, each part by its `scale`; ValueError where a row has not LENGTH numbers."""
    values = np.array(rows, dtype=np.float64)
    if values.ndim != 2 or values.shape[1] != LENGTH:  # noqa: PLR2004  rows and columns
        raise ValueError(f"look rows of shape {values.shape}, wanted (n, {LENGTH})")
    for number, (name, place) in enumerate(LAYOUT.items()):
        part = values[:, place]
        if name == "colours":  # the distance of the roots is Hellinger's, 0–1
            part = np.sqrt(np.maximum(part, 0.0) / 2)
        elif name in {"layout", "edges"}:  # one unit already
            part = part / np.sqrt(part.shape[1])
        else:
            part = (part - centre[place]) / spread[place] / np.sqrt(part.shape[1])
        values[:, place] = part * scale[number]
    values[:, ASPECT] *= ASPECT_WEIGHT
    return values


def scales(unit: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn the units of the parts into scales that also carry their weights, (parts,)."""
    weights = np.array([WEIGHTS[name] for name in PARTS])
    return np.asarray(weights / weights.sum() / unit)


def part_distances(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure embedded rows against each other part by part, shape (parts, first, second)."""
    out = np.empty((len(LAYOUT), len(first), len(second)))
    for number, place in enumerate(LAYOUT.values()):
        one, two = first[:, place], second[:, place]
        squares = (one**2).sum(axis=1)[:, None] + (two**2).sum(axis=1) - 2 * one @ two.T
        # Equal rows leave a rest of the rounding, whose root would be a visible distance.
        out[number] = np.sqrt(np.where(squares < 1e-12, 0.0, squares))  # noqa: PLR2004  as said
    return out


@lru_cache(maxsize=1)
def shipped_cohort() -> Cohort:
    """Read the cohort that comes with the program; ModelError where it is missing or damaged."""
    return read_cohort(asset_path(*COHORT_FILE))


def read_cohort(path: Path) -> Cohort:
    """Read a cohort's file; ModelError where it is missing or damaged."""
    try:
        with np.load(path, allow_pickle=False) as data:
            stored = {name: np.asarray(data[name]) for name in data.files}
        scale = scales(stored["unit"])
        rows = embed(stored["rows"], stored["centre"], stored["spread"], scale)
        return Cohort(
            name=str(stored["name"]),
            centre=stored["centre"],
            spread=stored["spread"],
            unit=stored["unit"],
            rows=rows,
            brand=stored["brand"].astype(np.intp),
            priors={m: Prior.of_array(stored[f"prior_{m}"]) for m in ("look", "colour")},
            habit=HabitPrior(*(tuple(row) for row in stored["prior_habit"].tolist())),
        )
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
        text = Said("{file}: the cohort of looks cannot be read: install again", file=path)
        raise ModelError(text) from error
