"""Colours that are no colours of their own: tints, halos, and steps of a gradient.

All of a page's colours are looked at together, as rows of 0–255.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.colour import is_neutral, rgb_of_hex

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    Rows = NDArray[np.float64]
    Flags = NDArray[np.bool_]

MIXED = 9.0
"""Distance (0–255, Euclidean) from the straight line between two colours of the page within which a
colour is taken for a step of their gradient."""
MIXED_AT_EDGES = 36.0
"""The same for a colour that lies mostly at edges: what JPEG with halved colour makes of thin type,
whose lightness stays and whose colour fades."""
PLANE = 0.5
"""Flat part of a colour that lies in planes."""

WAY = 24.0
STEPS = 4
STEP_APART = 0.15
"""A gradient from a brand colour that the page shows towards another one: so many colours of the
page, none farther than this from the one before, within WAY (0–255, Euclidean) of the straight way.
Blends in other spaces bend away from it (one in OKLab from a vivid green to navy by 7), glows more:
judgement."""

TINT = 0.25
"""White from which a lighter brand colour is a tint, as 75 % of it in print; under that it is the
colour itself, or nearly."""


def rows_of(codes: Sequence[str]) -> Rows:
    """Give colours written as #RRGGBB as rows of 0–255."""
    return np.array([_rgb(code) for code in codes], dtype=float).reshape(-1, 3)


_rgb = lru_cache(maxsize=16_384)(rgb_of_hex)


def mixed(codes: Sequence[str], flat: Sequence[float], ends: Sequence[str]) -> list[bool]:
    """Tell which lie between two colours of `ends`: a gradient, a halo.

    `flat` is the part of each colour, 0–1, that lies in planes.
    """
    if len(ends) < 2:  # noqa: PLR2004  the two of a way
        return [False] * len(codes)
    first, second = _pairs(len(ends))
    within = np.where(np.array(flat) >= PLANE, MIXED, MIXED_AT_EDGES)
    far = rows_of(ends)
    along, off = _beside(rows_of(codes), far[first], far[second])
    return _told((off < within**2) & (along > 0) & (along < 1))


@lru_cache(maxsize=64)
def _pairs(many: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    first, second = np.triu_indices(many, k=1)
    return first, second


def steps(page: Sequence[str], colours: Sequence[str], shown: Collection[str]) -> list[bool]:
    """Tell which are one step of a gradient from a colour of the brand towards another one.

    The far end of a glow may be nowhere on the page; that the page shows one end, and from there a
    step every STEP_APART of the way and STEPS of them, shows what it is.
    """
    starts = {code for code in shown if len(page) - (code in page) >= STEPS}
    ways = [way for way in permutations(colours, 2) if way[0] in starts]
    if not ways:
        return [False] * len(page)
    along, off = _beside(rows_of(page), *(rows_of([way[end] for way in ways]) for end in (0, 1)))
    on_the_way = (off < WAY**2) & (along > 0) & (along < 1)
    busy = on_the_way.sum(axis=1) >= STEPS
    on_the_way, along = on_the_way[busy], along[busy]
    reach = _reach(np.where(on_the_way, along, np.inf))
    return _told(on_the_way & (along <= reach[:, None]))


def _told(on_ways: Flags) -> list[bool]:
    """Tell which points (across) are on any of the ways (down)."""
    return [bool(on) for on in np.asarray(on_ways.any(axis=0))]


def tints(points: Rows, colours: Sequence[str]) -> Flags:
    """Tell which are a colour of the brand thinned with white by TINT at least."""
    full = rows_of([code for code in colours if not is_neutral(code)])  # a tint of grey is a grey
    white = np.full_like(full, 255.0)
    along, off = _beside(points, full, white)
    return np.asarray(((along >= TINT) & (along <= 1) & (off < MIXED**2)).any(axis=0))


def _beside(points: Rows, starts: Rows, ends: Rows) -> tuple[Rows, Rows]:
    """Hold points (across) against straight ways (down): how far along, 0–1, how far off, squared.

    Along a way that leads nowhere every point is at its start. All but the one division is whole
    numbers, so that a limit is met or missed exactly.
    """
    lines = ends - starts
    length = np.maximum(_dot(lines, lines), 1.0)[:, None]
    forward = lines @ points.T - _dot(lines, starts)[:, None]
    away = _dot(points, points) - 2 * (starts @ points.T) + _dot(starts, starts)[:, None]
    return forward / length, away - forward**2 / length


def _dot(first: Rows, second: Rows) -> Rows:
    """Multiply row by row; several times as fast for few rows as to multiply and sum."""
    return np.asarray(np.einsum("ij,ij->i", first, second))


def _reach(along: Rows) -> Rows:
    """Say how far the first steps of each way lead (inf where nothing is); −1 for fewer than STEPS.

    The first is counted from 0; none may be farther than STEP_APART from the last.
    """
    if not along.size:
        return np.full(len(along), -1.0)
    ordered = np.sort(along, axis=1)
    before = np.concatenate((np.zeros((len(ordered), 1)), ordered[:, :-1]), axis=1)
    finite = np.isfinite(ordered)
    near = finite & (ordered - np.where(finite, before, 0.0) <= STEP_APART)
    count = np.logical_and.accumulate(near, axis=1).sum(axis=1)
    last = ordered[np.arange(len(ordered)), np.maximum(count - 1, 0)]
    return np.where(count >= STEPS, last, -1.0)
