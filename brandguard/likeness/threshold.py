"""Where a learned distance begins to warn: from the approved examples, backed by a shipped prior.

Each approved example is judged by the others (leave-one-out). Examples of one series, which differ
by a headline, are left out together: the next campaign will not be a reprint of the last, so a
distance to a sister would promise too much. From these distances two limits are made and blended:

- a conformal one, the ⌈(n+1)(1−rate)⌉-th smallest (Vovk et al. 2005, «Algorithmic Learning in a
  Random World»): free of assumptions, but unable to resolve 5 % under 19 examples;
- a predictive one, level + z·√variance, with level and variance shrunk towards those of the
  cohort's brands (empirical Bayes, normal-inverse-gamma; Gelman et al., «Bayesian Data Analysis»,
  3.3).

The fewer the examples the more the prior decides; `own` tells how far it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FAIL_SHARE = 0.2
"""Share of the warning rate that may fail: a fifth, which few examples can only extrapolate."""

CONFORMAL_EXAMPLES = 20
"""Examples at which the conformal limit counts as much as the predictive one: the number from which
it resolves a rate of 5 %."""

LEAST_RATE, MOST_RATE = 0.001, 0.5
"""Rates beyond these are taken as these."""

SERIES_RATIO = 0.25
"""Two examples that are this much nearer to each other than to other brands are of one series.
Anything from 0.2 to 0.3 makes nearly the same groups of real creatives."""

LEAST_LIMIT = 0.05
"""Of the distance to other brands: nothing nearer is ever warned of, however alike the examples."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What leave-one-out distances of a brand are like, by how many examples it has.

    All in the unit of the distance (1 = as far as other brands), one value for each of `examples`.
    """

    examples: tuple[int, ...]
    level: tuple[float, ...]
    """Mean over brands of a brand's mean distance."""
    level_variance: tuple[float, ...]
    """How brands differ in it."""
    spread_variance: tuple[float, ...]
    """Variance within a brand."""
    certainty: tuple[float, ...]
    """Degrees of freedom of the latter: how alike brands are in it."""

    @classmethod
    def of_array(cls, table: NDArray[np.float64]) -> Prior:
        """Read the five rows of a table, in the order of the fields."""
        rows = [tuple(float(v) for v in row) for row in table]
        return cls(tuple(int(v) for v in rows[0]), *rows[1:])

    def at(self, examples: int) -> tuple[float, float, float, float]:
        """Give level, its variance, variance within and certainty for a number of examples."""
        place = log(min(max(examples, 1), self.examples[-1]))
        steps = [log(n) for n in self.examples]
        columns = (self.level, self.level_variance, self.spread_variance, self.certainty)
        level, between, within, certainty = (float(np.interp(place, steps, c)) for c in columns)
        return level, between, within, certainty


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a distance warns and where it fails, and how sure that is."""

    warn_at: float
    fail_at: float
    series: int
    """Independent examples that were judged by the others; 0 where none could be."""
    own: float
    """0–1: how far the limits are the brand's own; the rest is the prior."""


def set_limits(
    values: Sequence[float],
    others: int,
    false_alarms: float,
    prior: Prior,
    *,
    share: float = 1.0,
    resolved: bool = False,
) -> Limits:
    """Set the limits from leave-one-out distances, one a series, each to `others` other series.

    Without values (a single example, or copies of one) the limits are the prior's alone. `share`
    (0–1) is how far the examples are independent: each counts as this much of one. With `resolved`
    the conformal limit may only widen the other where the examples are too few for the rate: the
    largest of ten distances is passed by one creative in eleven, which is more than 5 %.
    """
    rate = min(max(false_alarms, LEAST_RATE), MOST_RATE)
    warn = _predictive(values, others, rate, prior, share)
    fail = _predictive(values, others, rate * FAIL_SHARE, prior, share)
    count = len(values) * share
    warn_at = warn
    if values:
        part = count / (count + CONFORMAL_EXAMPLES)
        place = min(ceil((len(values) + 1) * (1 - rate)), len(values))
        conformal = sorted(values)[place - 1]
        if resolved and (len(values) + 1) * (1 - rate) > len(values):
            conformal = max(conformal, warn)
        warn_at = (1 - part) * warn + part * conformal
    warn_at = max(warn_at, LEAST_LIMIT)
    certainty = prior.at(others)[3]
    own = max(count - 1, 0.0) / (certainty + max(count - 1, 0.0))
    return Limits(warn_at, warn_at * fail / warn, len(values), own)


def _predictive(
    values: Sequence[float], others: int, rate: float, prior: Prior, share: float
) -> float:
    """Give the distance that the next on-brand creative passes at the rate, as a normal tail."""
    level, between, within, certainty = prior.at(others)
    if values:
        count = len(values) * share
        mean = sum(values) / len(values)
        squares = sum((v - mean) ** 2 for v in values) * share
        freedom = certainty + max(count - 1, 0.0)
        within = (certainty * within + squares) / freedom
        certainty = freedom
        precision = count / within + 1 / between
        level = (mean * count / within + level / between) / precision
        between = 1 / precision
    # Student's t of n degrees has the variance n/(n−2): the normal tail is widened by it.
    widened = (within + between) * certainty / (certainty - 2)
    return level + NormalDist().inv_cdf(1 - rate) * sqrt(widened)


def series_of(related: NDArray[np.bool_]) -> list[int]:
    """Group examples that are related, directly or through others; a number for each, from 0.

    `related` has shape (n, n) and counts if it holds in either direction.
    """
    group = list(range(len(related)))

    def root(member: int) -> int:
        while group[member] != member:
            group[member] = group[group[member]]
            member = group[member]
        return member

    for first, second in zip(*np.nonzero(related), strict=True):
        one, two = root(int(first)), root(int(second))
        group[max(one, two)] = min(one, two)
    roots = [root(member) for member in range(len(related))]
    numbers = {r: n for n, r in enumerate(sorted(set(roots)))}
    return [numbers[r] for r in roots]


def leave_series_out(distances: NDArray[np.float64], series: Sequence[int]) -> list[float]:
    """Judge each series by the others: the mean over its members of the nearest distance.

    `distances` has shape (n, n), from row to column. Empty where there is one series only.
    """
    group = np.array(series)
    out = []
    for number in sorted(set(series)):
        mine = group == number
        if mine.all():
            return []
        out.append(float(distances[np.ix_(mine, ~mine)].min(axis=1).mean()))
    return out
