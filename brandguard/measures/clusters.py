"""Counted colours → groups of like colour. Seeds are found, not drawn, so every run agrees."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RADIUS = 0.045
"""OKLab distance within which a heavier colour is the seed for a lighter one; about ΔE00 5."""

LEAST_MASS = 0.0012
"""Share of the mass around a seed under which it is noise: a quarter of an accent of 0.5 %."""

MOST_SEEDS = 24
CANDIDATES = 2000
"""Bins looked at for seeds, heaviest first: those after them are single pixels of photographs."""

ROUNDS = 6
"""Lloyd rounds. Planes settle in three or four; a photograph goes on for dozens, to no gain."""


def seeds(colours: NDArray[np.float64], mass: NDArray[np.float64]) -> NDArray[np.float64]:
    """Choose where clusters start: the heaviest colour, then the heaviest not near it, and so on.

    `colours` is (n, 3) in OKLab, `mass` (n,). Returns (k, 3) with 1 ≤ k ≤ MOST_SEEDS for n ≥ 1.
    """
    order = np.lexsort((*colours.T, -mass))[:CANDIDATES]
    points, weights = colours[order], mass[order]
    squares = (points**2).sum(axis=1)
    least = mass.sum() * LEAST_MASS
    free = np.ones(len(order), dtype=bool)
    chosen: list[NDArray[np.float64]] = []
    for i in range(len(order)):
        if not free[i]:
            continue
        if weights[i] * (len(order) - i) < least or len(chosen) == MOST_SEEDS:
            break
        near = free & (squares - 2 * points @ points[i] < RADIUS**2 - squares[i])
        if weights[near].sum() >= least:
            chosen.append(points[i])
            free &= ~near
        else:
            free[i] = False
    return np.array(chosen) if chosen else points[:1]


def cluster(
    colours: NDArray[np.float64], mass: NDArray[np.float64], engine: str | None = None
) -> NDArray[np.intp]:
    """Group colours by weighted k-means from `seeds`: (n,) labels from 0.

    `engine` is "sklearn" or "numpy". Left open it is scikit-learn where that is loaded already, as
    in a warm worker; loading it costs 1.6 s, many times the work, so a process that has not done so
    takes the same steps in NumPy. Only labels are returned, so that what is made of them cannot
    differ by the engine; that the labels agree is tested.
    """
    start = seeds(colours, mass)
    if len(start) == 1:
        return np.zeros(len(colours), dtype=np.intp)
    chosen = engine or ("sklearn" if "sklearn.cluster" in sys.modules else "numpy")
    return {"sklearn": _by_sklearn, "numpy": _by_numpy}[chosen](colours, mass, start)


def _by_sklearn(
    colours: NDArray[np.float64], mass: NDArray[np.float64], start: NDArray[np.float64]
) -> NDArray[np.intp]:
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    engine = KMeans(len(start), init=start, n_init=1, max_iter=ROUNDS, tol=0.0, algorithm="lloyd")
    with warnings.catch_warnings():
        # Rounds are bounded on purpose; and fewer distinct colours than seeds cannot be.
        warnings.simplefilter("ignore", ConvergenceWarning)
        labels = engine.fit(colours, sample_weight=mass).labels_
    return np.asarray(labels, dtype=np.intp)


def _by_numpy(
    colours: NDArray[np.float64], mass: NDArray[np.float64], start: NDArray[np.float64]
) -> NDArray[np.intp]:
    # Centred as scikit-learn does, so that near ties fall to the same side.
    middle = colours.mean(axis=0)
    points, centres = colours - middle, start - middle
    labels = _nearest(points, centres)
    for _ in range(ROUNDS):
        weights = np.bincount(labels, weights=mass, minlength=len(centres))
        sums = [
            np.bincount(labels, weights=mass * axis, minlength=len(centres)) for axis in points.T
        ]
        held = weights > 0
        centres = np.where(
            held[:, None], np.stack(sums, 1) / np.where(held, weights, 1)[:, None], centres
        )
        before, labels = labels, _nearest(points, centres)
        if np.array_equal(before, labels):
            break
    return labels


def _nearest(points: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.intp]:
    squares = (centres**2).sum(axis=1)
    return np.asarray((squares - 2 * points @ centres.T).argmin(axis=1), dtype=np.intp)
