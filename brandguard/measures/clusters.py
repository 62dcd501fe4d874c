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
HEAVY = 1500
"""Bins that decide where clusters lie, heaviest first: those after them are single pixels of
photographs, and only join the nearest."""

ROUNDS = 6
"""Lloyd rounds. Planes settle in three or four; a photograph goes on for dozens, to no gain."""


def seeds(colours: NDArray[np.float64], mass: NDArray[np.float64]) -> NDArray[np.float64]:
    """Choose where clusters start: the heaviest colour, then the heaviest not near it, and so on.

    `colours` is (n, 3) in OKLab, `mass` (n,), heaviest first. Returns (k, 3), 1 ≤ k ≤ MOST_SEEDS.
    """
    squares = (colours**2).sum(axis=1)
    rest = float(mass.sum())
    least = rest * LEAST_MASS
    free = np.ones(len(mass), dtype=bool)
    chosen: list[NDArray[np.float64]] = []
    for i in range(len(mass)):
        if not free[i]:
            continue
        if rest < least or len(chosen) == MOST_SEEDS:
            break
        near = free & (squares - 2 * colours @ colours[i] < RADIUS**2 - squares[i])
        near_mass = float(mass[near].sum())
        if near_mass >= least:
            chosen.append(colours[i])
            free &= ~near
            rest -= near_mass
        else:
            free[i] = False
            rest -= float(mass[i])
    return np.array(chosen) if chosen else colours[:1]


def cluster(
    colours: NDArray[np.float64], mass: NDArray[np.float64], engine: str | None = None
) -> NDArray[np.intp]:
    """Group colours by weighted k-means from `seeds`: (n,) labels from 0.

    `engine` is "sklearn" or "numpy". Left open it is scikit-learn where that is loaded already, as
    in a warm worker; loading it costs 1.6 s, many times the work, so a process that has not done so
    takes the same steps in NumPy. Of either only the labels are used, so that what is made of them
    cannot differ by the engine; that the labels agree is tested.
    """
    heavy = np.argsort(-mass, kind="stable")[:HEAVY]
    points, weights = colours[heavy], mass[heavy]
    start = seeds(points, weights)
    if len(start) == 1:
        return np.zeros(len(colours), dtype=np.intp)
    chosen = engine or ("sklearn" if "sklearn.cluster" in sys.modules else "numpy")
    labels = {"sklearn": _by_sklearn, "numpy": _by_numpy}[chosen](points, weights, start)
    return _nearest(colours, _centres(points, weights, labels, start))


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
        centres = _centres(points, mass, labels, centres)
        before, labels = labels, _nearest(points, centres)
        if np.array_equal(before, labels):
            break
    return labels


def _centres(
    points: NDArray[np.float64],
    mass: NDArray[np.float64],
    labels: NDArray[np.intp],
    before: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Give each cluster's centre of mass; one that has lost all its points stays where it was."""
    count = len(before)
    weights = np.bincount(labels, weights=mass, minlength=count)
    sums = [np.bincount(labels, weights=mass * axis, minlength=count) for axis in points.T]
    held = (weights > 0)[:, None]
    return np.where(held, np.stack(sums, axis=1) / np.maximum(weights, 1e-12)[:, None], before)


def _nearest(points: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.intp]:
    squares = (centres**2).sum(axis=1)
    return np.asarray((squares - 2 * points @ centres.T).argmin(axis=1), dtype=np.intp)
