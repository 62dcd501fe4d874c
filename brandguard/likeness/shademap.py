"""How usual each colour is for a brand: a density over OKLab, learned from approved pages.

Each page spreads its shades over a grid; the grid is blurred three times, narrow, middling and
wide, and the three are mixed (a kernel density estimate with a mixture of bandwidths: Silverman
1986, «Density Estimation for Statistics and Data Analysis»). So a brand that repeats its colours
to the digit has sharp peaks and notices a small shift, and a loose one does not. A floor stands
for all colours of the world, so that a new one is strange but not impossible.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.colour import oklab_of_rgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEP = 0.0125
"""Side of a cell, OKLab: half of what is plainly seen side by side."""
LOW = np.array([0.0, -0.25, -0.33])
CELLS = (82, 45, 45)
"""The grid covers sRGB: L 0–1, a −0.23–0.28, b −0.31–0.20."""

WIDTHS = ((0.0125, 0.4), (0.03, 0.3), (0.07, 0.2))
"""Bandwidths (OKLab) with their parts in the mixture: the same plane after another export, the same
colour in another light, the same family."""
FLOOR = 2.0
"""Density of the rest: a tenth of all mass, spread evenly over sRGB (of volume 0.05 or so)."""


def spread(rgb: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Lay a page's colours, 0–255, on the grid: each between the eight cells around it."""
    grid = np.zeros(int(np.prod(CELLS)))
    for index, part in _around(oklab_of_rgb(rgb)):
        np.add.at(grid, index, shares * part)
    return grid.reshape(CELLS)


def log_density(grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """Blur a grid of mass 1 into the logarithm of a density, in nats."""
    out = np.full(CELLS, FLOOR)
    for width, part in WIDTHS:
        blurred = grid
        for axis, count in enumerate(CELLS):
            turned = np.tensordot(_kernel(count, width), blurred, axes=(1, axis))
            blurred = np.moveaxis(turned, 0, axis)
        out += part * blurred
    return np.asarray(np.log(out))


def at(density: NDArray[np.float64], oklab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Read a density at colours (n, 3), between the cells."""
    flat = density.ravel()
    out = np.zeros(len(oklab))
    for index, part in _around(oklab):
        out += flat[index] * part
    return out


def _around(
    oklab: NDArray[np.float64],
) -> list[tuple[NDArray[np.intp], NDArray[np.float64]]]:
    """Give the eight cells around each colour, each with how much of the colour is its own."""
    place = (oklab - LOW) / STEP
    first = np.floor(place).astype(np.intp)
    rest = place - first
    ends = []
    for axis, count in enumerate(CELLS):
        low = np.clip(first[:, axis], 0, count - 2)
        ends.append(((low, 1 - rest[:, axis]), (low + 1, rest[:, axis])))
    out = []
    for corner in product(*ends):
        (light, one), (green_red, two), (blue_yellow, three) = corner
        cell = (light * CELLS[1] + green_red) * CELLS[2] + blue_yellow
        out.append((cell, one * two * three))
    return out


@cache
def _kernel(count: int, width: float) -> NDArray[np.float64]:
    away = (np.arange(count)[:, None] - np.arange(count)) * STEP / width
    return np.asarray(np.exp(-(away**2) / 2) / (width * np.sqrt(2 * np.pi)))
