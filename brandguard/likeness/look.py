"""The learned look: how far a creative lies from the approved ones, as a whole and in colour.

Three distances: the whole look, which decides (IMG001); its colours beside those of the nearest
approved page, which only rank; and whether an accident befell the colours (likeness.habit, COL007),
which decides. The first two of a page are those to the nearest approved page, part by part
(model.look.LAYOUT), divided by its distance to other brands (likeness.cohort) and by the limit at
which the brand's own examples begin to be odd (likeness.threshold): 1 is where a warning begins. A
creative of several pages has the mean of its pages' distances: one odd page among many does not
condemn it, and none hides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.likeness.cohort import PARTS, Cohort, part_distances, shipped_cohort
from brandguard.likeness.habit import (
    ColourPage,
    Habit,
    HabitLimits,
    colour_page,
    grid_of,
    habit_distance,
    set_habit_limits,
)
from brandguard.likeness.threshold import (
    SERIES_RATIO,
    Limits,
    leave_series_out,
    series_of,
    set_limits,
)
from brandguard.model.look import LAYOUT
from brandguard.model.report import Distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.features import Features
    from brandguard.model.report import Dimension

COPY_BITS = 6
"""Bits by which hashes of near-duplicates differ at most."""

MAX_EXAMPLES = 1000
"""Approved creatives kept; of more, evenly many of their sorted paths: the distances between all of
them would no longer fit into memory, and a thousand show every habit of a brand."""

COLOUR_PARTS = ("added", "missing")
"""Of the colour distance: what the nearest approved creative has less of, and what more."""

LOOK_ROOM = 1.5
"""How much farther than the examples' own limit the whole look may lie. Examples that are approved
together are more alike than the next campaign will be to them, and what goes wrong by accident is
the colour habit's to tell. Judgement,
confirmed on the development brands: at 1.4 more false alarms, from 1.8 on less damage is found."""

_COLOURS = PARTS.index("colours")
_TINY = 1e-30


@dataclass(frozen=True, slots=True)
class LookExample:
    """An approved creative: its pages' look rows and hashes."""

    path: str
    rows: tuple[tuple[float, ...], ...]
    hashes: tuple[str | None, ...]
    colours: tuple[ColourPage, ...] = ()


@dataclass(frozen=True, slots=True)
class LookReference:
    """What a brand's approved creatives look like. Can be written as JSON and read again."""

    examples: tuple[LookExample, ...]
    """Sorted by path; at least one."""
    false_alarms: float
    """The rate that the limits were set for."""
    cohort: str
    """The cohort that they were set with; with another one they are set anew."""
    look: Limits
    colour: Limits
    series: int
    """Independent groups among the examples: near-duplicates count once."""
    habit: HabitLimits | None = None
    """Limits of accidents to the colours; None in files that older versions learned."""

    def __hash__(self) -> int:
        """Hash what is cheap: the rows may be a hundred thousand numbers."""
        return hash((self.cohort, self.look, self.colour, len(self.examples)))


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """A reference as judging needs it."""

    rows: NDArray[np.float64]
    owner: NDArray[np.intp]
    look: Limits
    colour: Limits
    habit: Habit | None
    """None where no example has colours."""


def fit_look(examples: Sequence[tuple[str, Features]], false_alarms: float) -> LookReference | None:
    """Learn from approved creatives, each with its path; None if none of them has a picture."""
    shown = sorted((path, f) for path, f in _distinct(examples) if _rows(f))
    if not shown:
        return None
    if len(shown) > MAX_EXAMPLES:
        shown = [shown[i * len(shown) // MAX_EXAMPLES] for i in range(MAX_EXAMPLES)]
    kept = tuple(
        LookExample(
            path,
            _rows(f),
            tuple(p.phash for p in f.pages if p.look is not None),
            tuple(colour_page(p) for p in f.pages if p.shades),
        )
        for path, f in shown
    )
    cohort = shipped_cohort()
    look, colour, series = _limits(kept, false_alarms, cohort)
    coloured = [(f, e.colours) for (_, f), e in zip(shown, kept, strict=True)]
    habit = set_habit_limits(coloured, series, false_alarms, cohort.habit)
    return LookReference(kept, false_alarms, cohort.name, look, colour, len(set(series)), habit)


def look_distances(features: Features, reference: LookReference) -> tuple[Distance, ...]:
    """Measure a creative against the approved ones: imagery, colour, and accidents to colour.

    Empty where the creative has no picture. Each value is 1 where the brand's own examples, judged
    by each other, would begin to be warned of.
    """
    rows = _rows(features)
    if not rows:
        return ()
    ready, cohort = _ready(reference), shipped_cohort()
    pages = cohort.embed(rows)
    far, far_in_colour = cohort.strangeness(pages)
    gaps = part_distances(pages, ready.rows)
    paths = [reference.examples[owner].path for owner in ready.owner]
    near, best = _nearest(gaps, far)
    reached = gaps[:, np.arange(len(pages)), near] / far
    look = _distance("imagery", PARTS, reached, ready.look, paths[best])
    near, best = _nearest(gaps[_COLOURS:][:1], far_in_colour)
    reached = _added_missing(pages, ready.rows[near]) / far_in_colour
    colour = _distance("colour", COLOUR_PARTS, reached, ready.colour, paths[best])
    if ready.habit is None or reference.habit is None:
        return look, colour
    accident = habit_distance(features, ready.habit, reference.habit)
    return (look, colour, accident) if accident else (look, colour)


def look_alarms(reference: LookReference) -> tuple[int, int]:
    """Count the series of approved creatives that would be warned of, and all that were judged."""
    rows, owner = _stacked(reference.examples, shipped_cohort())
    far, _ = shipped_cohort().strangeness(rows)
    look = _between_examples(part_distances(rows, rows).sum(axis=0) / far[:, None], owner)
    values = leave_series_out(look, _series(reference.examples, look))
    return sum(value > reference.look.warn_at for value in values), len(values)


def _rows(features: Features) -> tuple[tuple[float, ...], ...]:
    return tuple(page.look for page in features.pages if page.look is not None)


def _distinct(examples: Sequence[tuple[str, Features]]) -> Sequence[tuple[str, Features]]:
    """Keep one example of each path."""
    return list(dict(examples).items())


def _nearest(gaps: NDArray[np.float64], far: NDArray[np.float64]) -> tuple[NDArray[np.intp], int]:
    """Find each page's nearest approved page, and that of the page that lies nearest of all.

    `gaps` has shape (parts, pages, approved pages), `far` (pages,).
    """
    ratio = gaps.sum(axis=0) / far[:, None]
    near = ratio.argmin(axis=1)
    return near, int(near[ratio.min(axis=1).argmin()])


def _added_missing(
    pages: NDArray[np.float64], approved: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Split each page's colour distance into what is too much and what too little, (2, pages)."""
    place = LAYOUT["colours"]
    change = pages[:, place] - approved[:, place]
    added = (np.maximum(change, 0.0) ** 2).sum(axis=1)
    missing = (np.minimum(change, 0.0) ** 2).sum(axis=1)
    # a/√(a+m) + m/√(a+m) is the distance √(a+m) itself.
    return np.asarray(np.stack([added, missing]) / np.sqrt(np.maximum(added + missing, _TINY)))


def _distance(
    dimension: Dimension,
    names: Sequence[str],
    reached: NDArray[np.float64],
    limits: Limits,
    nearest: str,
) -> Distance:
    """Write down a distance; `reached` has shape (parts, pages), 1 = as far as other brands."""
    amounts = (reached.mean(axis=1) / limits.warn_at).tolist()
    parts = sorted(zip(names, amounts, strict=True), key=lambda part: (-part[1], part[0]))
    return Distance(
        dimension=dimension,
        value=float(sum(amounts)),
        fail_at=limits.fail_at / limits.warn_at,
        parts=tuple(parts),
        nearest=nearest,
        decides=dimension == "imagery",
    )


@lru_cache(maxsize=8)
def _ready(reference: LookReference) -> _Ready:
    cohort = shipped_cohort()
    look, colour = reference.look, reference.colour
    if reference.cohort != cohort.name:
        look, colour, _ = _limits(reference.examples, reference.false_alarms, cohort)
    rows, owner = _stacked(reference.examples, cohort)
    coloured = [example.colours for example in reference.examples if example.colours]
    habit = None
    if coloured:
        mean = np.asarray(sum(map(grid_of, coloured))) / len(coloured)
        habit = Habit.of(mean, (page for pages in coloured for page in pages))
    return _Ready(rows, owner, look, colour, habit)


def _stacked(
    examples: Sequence[LookExample], cohort: Cohort
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Give all pages of all examples, embedded, and the number of the example each belongs to."""
    rows = cohort.embed([row for example in examples for row in example.rows])
    return rows, np.repeat(np.arange(len(examples)), [len(e.rows) for e in examples])


def _limits(
    examples: Sequence[LookExample], false_alarms: float, cohort: Cohort
) -> tuple[Limits, Limits, list[int]]:
    """Set the limits of look and colour by leaving out one series of examples at a time.

    Gives the series of each example too.
    """
    rows, owner = _stacked(examples, cohort)
    far, far_in_colour = cohort.strangeness(rows)
    gaps = part_distances(rows, rows)
    look = _between_examples(gaps.sum(axis=0) / far[:, None], owner)
    colour = _between_examples(gaps[_COLOURS] / far_in_colour[:, None], owner)
    series = _series(examples, look)
    out = [
        set_limits(
            leave_series_out(distances, series),
            len(set(series)) - 1,
            false_alarms,
            cohort.priors[measure],
        )
        for measure, distances in (("look", look), ("colour", colour))
    ]
    look_limits = replace(
        out[0], warn_at=LOOK_ROOM * out[0].warn_at, fail_at=LOOK_ROOM * out[0].fail_at
    )
    return look_limits, out[1], series


def _series(examples: Sequence[LookExample], look: NDArray[np.float64]) -> list[int]:
    copies = _copies(examples)
    series = series_of(copies | (look < SERIES_RATIO))
    if len(set(series)) == 1:  # a strict template: only true copies are left out together
        series = series_of(copies)
    return series


def _between_examples(ratios: NDArray[np.float64], owner: NDArray[np.intp]) -> NDArray[np.float64]:
    """Turn page distances into creative distances, from row to column: mean over a row's pages."""
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    nearest = np.minimum.reduceat(ratios, starts, axis=1)
    counts = np.diff(np.append(starts, len(owner)))
    return np.asarray(np.add.reduceat(nearest, starts, axis=0) / counts[:, None])


def _copies(examples: Sequence[LookExample]) -> NDArray[np.bool_]:
    """Tell which examples share a page, but for near nothing, shape (n, n)."""
    hashes = [(n, h) for n, e in enumerate(examples) for h in e.hashes if h is not None]
    out = np.zeros((len(examples), len(examples)), dtype=bool)
    bits = np.array([int(h, 16) for _, h in hashes], dtype=np.uint64)
    owner = np.array([n for n, _ in hashes], dtype=np.intp)
    for number, own_bits in zip(owner, bits, strict=True):
        alike = np.bitwise_count(bits ^ own_bits) <= COPY_BITS
        out[number, owner[alike]] = True
    return out
