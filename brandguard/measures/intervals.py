"""Traits with their uncertainty: 95 % intervals that are the same every time.

Counts: the posterior of a Poisson rate under Jeffreys' prior, Gamma(n + 1/2), its quantiles by
Wilson and Hilferty's cube-root approximation of chi-square (within 2 % of the true ones from three
on, and never below zero). Means: Student's t.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from brandguard.model.features import Measured

if TYPE_CHECKING:
    from collections.abc import Sequence

Z = 1.959964
"""Normal quantile for 95 %."""


def gamma_bounds(count: float) -> tuple[float, float]:
    """Give the bounds of an expected count when `count` were seen."""
    freedom = 2 * (count + 0.5)
    spread = math.sqrt(2 / (9 * freedom))
    low, high = (max(0.0, 1 - 2 / (9 * freedom) + z * spread) ** 3 for z in (-Z, Z))
    return freedom * low / 2, freedom * high / 2


def rate(count: int, size: float, per: float = 1.0) -> Measured:
    """Measure how often something happens: `count` in `size`, told per `per`."""
    low, high = gamma_bounds(count)
    value = count / size * per
    return Measured(value, min(value, low / size * per), high / size * per)


def size_per(count: int, size: float) -> Measured:
    """Measure how much there is to each: `size` over `count` (words to a sentence)."""
    low, high = gamma_bounds(count)
    value = size / count
    return Measured(value, size / high, max(value, size / low) if low else value)


def mean(values: Sequence[float]) -> Measured:
    """Measure the mean of values; one value alone has no spread."""
    count = len(values)
    middle = math.fsum(values) / count
    if count == 1:
        return Measured(middle, middle, middle)
    variance = math.fsum((value - middle) ** 2 for value in values) / (count - 1)
    reach = _t(count - 1) * math.sqrt(variance / count)
    return Measured(middle, middle - reach, middle + reach)


def _t(freedom: int) -> float:
    """Give Student's 97.5 % quantile (Cornish–Fisher in 1/freedom, within 1 % from 4 on)."""
    cubic = (Z**3 + Z) / (4 * freedom)
    fifth = (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * freedom**2)
    return Z + cubic + fifth


def combined(constant: float, *parts: tuple[float, Measured]) -> Measured:
    """Measure a constant plus weighted traits, taken as independent."""
    value = constant + sum(weight * part.value for weight, part in parts)
    down = math.sqrt(sum(_reach(weight, part, up=False) ** 2 for weight, part in parts))
    up = math.sqrt(sum(_reach(weight, part, up=True) ** 2 for weight, part in parts))
    return Measured(value, value - down, value + up)


def _reach(weight: float, part: Measured, *, up: bool) -> float:
    upward = part.high - part.value
    downward = part.value - part.low
    return abs(weight) * (upward if up == (weight > 0) else downward)
