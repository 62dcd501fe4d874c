"""How much of one distribution must be carried, and how far, to make it the other."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

UNITS = 50
"""Equal parts that each side is cut into: two per cent are the least that counts."""


def moved(first: ArrayLike, second: ArrayLike, cost: NDArray[np.float64]) -> float:
    """Give the least mean cost of carrying the weights of one side to those of the other.

    `cost` has shape (len(first), len(second)); the answer lies between its least and its most.
    """
    return carried(cost[np.ix_(cut(first), cut(second))])


def cut(weights: ArrayLike) -> NDArray[np.intp]:
    """Cut weights into UNITS equal parts; gives for each the number of its weight."""
    return np.repeat(np.arange(np.size(weights)), _parts(weights))


def carried(spread: NDArray[np.float64]) -> float:
    """Give the least mean cost of assigning parts to parts, `spread` being that of each pair.

    Exact for whole parts, and the same in both directions (Jonker and Volgenant 1987, in SciPy).
    """
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # it has none

    rows, columns = linear_sum_assignment(spread)
    return math.fsum(spread[rows, columns].tolist()) / UNITS  # whatever their order


def _parts(weights: ArrayLike) -> NDArray[np.intp]:
    """Cut weights into UNITS whole parts; the largest remainders get what rounding leaves."""
    values = np.asarray(weights, dtype=np.float64)
    exact = values / values.sum() * UNITS
    whole = np.floor(exact + 1e-9).astype(np.intp)
    order = np.argsort(np.round(whole - exact, 9), kind="stable")
    whole[order[: UNITS - int(whole.sum())]] += 1
    return np.asarray(whole)
