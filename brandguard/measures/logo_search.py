"""Where on a page a logo may be: cross-correlation of edges over sizes, widths and turns.

Normalised cross-correlation of the strength of colour edges does not mind in which colours a logo
is drawn, nor on which ground. On a flat ground it divides nothing by nothing: weak fixed noise on
the page's edges keeps that quiet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from brandguard.measures.logo_template import PAD, Plane, edges_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray  # noqa: TC004  annotations alone

    from brandguard.measures.logo_template import Prepared

LEVELS = (200, 400, 800)
BENT_LEVELS = (200,)
"""Long sides at which a page is searched: a size of logo is looked for on the smallest that shows
it."""
SIZES = (*(float(x) for x in np.geomspace(0.045, 0.62, 15)), 0.75, 0.9)
"""The logo's long side as parts of the page's; a sticker is nearly all logo."""
ASPECTS = (0.93, 1.08)
WIDE_ASPECTS = (0.72, 1.4)
TURNS = (-10.0, 10.0)
SHORT, LONG = 8, 22
"""Pixels of a logo's sides from which its edges say something."""
NOISE = 0.03
LEAST = 0.3
"""Correlation under which there is nothing."""
TOP = 6
"""Candidates that are looked at closely."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a logo may be, in pixels of the page."""

    score: float
    x: float
    """Of its middle."""
    y: float
    width: float
    height: float
    angle: float = 0.0
    """Degrees, clockwise."""


@lru_cache(maxsize=1)
def _noise() -> Plane:
    tile = np.random.default_rng(0).normal(0, NOISE, (400, 400)).astype(np.float32)
    return np.tile(tile, (2, 2))


def noisy(edges: Plane) -> Plane:
    """Add the fixed noise; neither side may be longer than the largest level."""
    height, width = edges.shape
    return np.asarray(edges + _noise()[:height, :width])


@dataclass(slots=True, eq=False)
class Levels:
    """A page's edges at several sizes; every logo is looked for in the same."""

    pixels: NDArray[np.uint8]
    _edges: dict[int, tuple[float, Plane]]

    @classmethod
    def of(cls, pixels: NDArray[np.uint8]) -> Levels:
        """Begin with nothing; a level is made when it is asked for."""
        return cls(pixels, {})

    def at(self, side: int) -> tuple[float, Plane]:
        """Give a level's scale (level pixels to one of the page) and its edges."""
        import cv2

        if side not in self._edges:
            height, width = self.pixels.shape[:2]
            scale = min(1.0, side / max(height, width))
            size = (max(1, round(width * scale)), max(1, round(height * scale)))
            small = cv2.resize(self.pixels, size, interpolation=cv2.INTER_AREA)
            self._edges[side] = (scale, noisy(edges_of(small)))
        return self._edges[side]


def upright(levels: Levels, logo: Prepared) -> list[Candidate]:
    """Give the likeliest places of a logo that is drawn as it should be, or nearly so."""
    return _likeliest(
        [
            *(_at(levels, logo, size, a, 0.0, LEVELS[:2]) for size in SIZES for a in ASPECTS),
            *(_at(levels, logo, size, 1.0, 0.0, LEVELS, LEVELS[2]) for size in SIZES),
        ]
    )


def bent(levels: Levels, logo: Prepared) -> list[Candidate]:
    """Give the likeliest places of a logo that is turned or plainly stretched; not if small."""
    ways = [(aspect, 0.0) for aspect in WIDE_ASPECTS] + [(1.0, turn) for turn in TURNS]
    return _likeliest(
        _at(levels, logo, size, aspect, turn, BENT_LEVELS)
        for size in SIZES
        for aspect, turn in ways
    )


def _likeliest(found: Iterable[Candidate | None]) -> list[Candidate]:
    """Sort candidates, likeliest first, none on top of another."""
    kept: list[Candidate] = []
    for one in sorted((c for c in found if c), key=lambda c: -c.score):
        if one.score < LEAST:
            break
        if all(_apart(one, other) for other in kept):
            kept.append(one)
        if len(kept) == TOP:
            break
    return kept


def _apart(one: Candidate, other: Candidate) -> bool:
    away = abs(one.x - other.x) + abs(one.y - other.y) + abs(one.width - other.width)
    return away > 0.3 * one.width or one.angle != other.angle


def _at(  # noqa: PLR0917  the axes of the search, in their order
    levels: Levels, logo: Prepared, size: float, aspect: float, turn: float, sides: tuple[int, ...],
    only: int = 0,
) -> Candidate | None:  # fmt: skip
    """Look for a logo at one size, width and turn."""
    import cv2

    long = size * max(levels.pixels.shape[:2])
    width = long * min(1.0, logo.aspect) * aspect**0.5
    height = long / max(1.0, logo.aspect) / aspect**0.5
    for side in sides:  # the smallest that shows it
        scale, edges = levels.at(side)
        w, h = round(width * scale), round(height * scale)
        if min(w, h) < SHORT or max(w, h) < LONG:
            continue
        if only not in {0, side}:
            return None
        template = logo.edges_at(w, h)
        if turn:
            template = _turned(template, turn)
        rows, columns = template.shape
        if rows > edges.shape[0] or columns > edges.shape[1]:
            return None
        fit = cv2.matchTemplate(edges, template, cv2.TM_CCOEFF_NORMED)
        _, best, _, (x, y) = cv2.minMaxLoc(fit)
        middle = ((x + columns / 2) / scale, (y + rows / 2) / scale)
        return Candidate(float(best), *middle, w / scale, h / scale, turn)
    return None


def _turned(edges: Plane, degrees: float) -> Plane:
    """Turn edges clockwise about their middle; the frame grows so that nothing is lost."""
    import cv2

    height, width = edges.shape
    sine, cosine = abs(math.sin(math.radians(degrees))), abs(math.cos(math.radians(degrees)))
    columns, rows = round(width * cosine + height * sine), round(width * sine + height * cosine)
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)
    matrix[:, 2] += ((columns - width) / 2, (rows - height) / 2)
    return np.asarray(cv2.warpAffine(edges, matrix, (columns, rows)), np.float32)


__all__ = ["PAD", "Candidate", "Levels", "bent", "noisy", "upright"]
