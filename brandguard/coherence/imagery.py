"""Imagery: how alike two sides look, by what neither size nor proportions determine.

Traits and texture of the look (model.look.LAYOUT) without the aspect; where things lie on the page
does not count. The distance is given in units of how far the pages lie from other brands' pages
(likeness.cohort): at 1 they are no more alike than strangers that happen to look alike, and
agreement is 100 / (1 + distance²): 50 there. Each page is held against the nearest of the other
side, so that a campaign may have several motifs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from brandguard.coherence.basis import Compared, why_not
from brandguard.likeness.cohort import ASPECT, NEAREST_SHARE, PARTS, part_distances, shipped_cohort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from brandguard.coherence.basis import Basis
    from brandguard.coherence.portrait import Portrait

COMPARED = ("traits", "texture")
LEAST_STRANGENESS = 1e-3


class Imagery:
    """How the creatives of a campaign look."""

    def __init__(self, portraits: Sequence[Portrait], basis: Basis) -> None:
        del basis
        self._portraits = portraits
        self._gaps = _gaps([one.looks for one in portraits])

    def between(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        """Compare two sides: the mean of the ways to the nearest creative of the other side."""
        first, second = ([i for i in side if self._portraits[i].looks] for side in (ones, others))
        if not first or not second:
            return why_not("imagery", self._portraits, ones, others)
        gaps = self._gaps[np.ix_(first, second)]
        far = float((gaps.min(axis=1).mean() + gaps.min(axis=0).mean()) / 2)
        return Compared(100.0 / (1.0 + far**2), parts=(("distance", far),))


def _gaps(looks: Sequence[tuple[tuple[float, ...], ...]]) -> NDArray[np.float64]:
    """Give the distance between creatives, shape (n, n): infinite where one has no picture."""
    out = np.full((len(looks), len(looks)), np.inf)
    shown = [i for i, rows in enumerate(looks) if rows]
    if not shown:
        return out
    cohort = shipped_cohort()
    pages = cohort.embed([row for i in shown for row in looks[i]])
    strangers = cohort.rows.copy()
    pages[:, ASPECT] = strangers[:, ASPECT] = 0.0
    brands = _far(pages, strangers)
    starts = np.flatnonzero(np.diff(cohort.brand, prepend=-1))
    nearest = np.sort(np.minimum.reduceat(brands, starts, axis=1), axis=1)
    count = max(1, round(NEAREST_SHARE * nearest.shape[1]))
    strange = np.maximum(nearest[:, :count].mean(axis=1), LEAST_STRANGENESS)
    between = 2 * _far(pages, pages) / (strange[:, None] + strange[None])
    sizes = [len(looks[i]) for i in shown]
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
    near = np.minimum.reduceat(between, first, axis=1)
    near = np.add.reduceat(near, first, axis=0) / np.array(sizes)[:, None]
    out[np.ix_(shown, shown)] = (near + near.T) / 2
    return out


def _far(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    gaps = part_distances(one, other)
    return np.asarray(gaps[[PARTS.index(name) for name in COMPARED]].sum(axis=0))
