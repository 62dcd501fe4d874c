"""The look of a page as a row of numbers: colours, layout, edges, texture, rim and traits.

model.look.LAYOUT names the stretches of the row. Each is measured on a sample or a reduction of
fixed size, so that an export at another size gives nearly the same row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from brandguard.measures.imagery import (
    EDGE_STEP,
    colour_weights,
    edge_strength,
    effective_colours,
    flat_share,
    reduced_oklab,
)
from brandguard.model.colour import chroma
from brandguard.model.look import (
    CHROMAS,
    DIRECTIONS,
    EDGE_GRID,
    GREYS,
    GRID,
    HUES,
    LEVELS,
    LIGHTS,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from brandguard.measures.raster import Raster
    from brandguard.model.creative import Page

DIGITS = 4
"""Decimals kept: a thousandth of a colour's share is beyond what any comparison feels."""

GREY_CHROMA, COLOUR_CHROMA = 0.02, 0.05
"""OKLab chroma up to which a colour is wholly a grey, and from which it wholly has a hue; between
them it counts as both, so that no JPEG noise moves a white page among the colours."""


def look(page: Page, raster: Raster, small: NDArray[np.float64] | None = None) -> tuple[float, ...]:
    """Describe how a page looks, in numbers laid out as model.look says.

    `small` is `reduced_oklab(raster)` where it has been made already.
    """
    lab = reduced_oklab(raster) if small is None else small
    across, down = edge_strength(lab[..., 0])
    row = np.concatenate(
        [
            _colours(raster),
            _cells(lab, GRID).ravel(),
            _edges(across, down),
            _texture(lab),
            _rim(lab),
            _traits(page, raster, np.hypot(across, down)),
        ]
    )
    # Adding zero turns −0.0 into 0.0: the same number must be written in the same way.
    return tuple((np.round(row, DIGITS) + 0.0).tolist())


def _colours(raster: Raster) -> NDArray[np.float64]:
    """Spread the colours' shares over soft bins: neighbours share what lies between them."""
    lab, weight = raster.bin_oklab, colour_weights(raster)
    saturation = chroma(lab)
    ramp = (saturation - GREY_CHROMA) / (COLOUR_CHROMA - GREY_CHROMA)
    coloured = np.clip(ramp, 0, 1)
    greys = np.zeros(GREYS)
    for index, part in _between(lab[:, 0], 0.0, 1.0, GREYS):
        greys += np.bincount(index, weight * (1 - coloured) * part, GREYS)
    hues = np.zeros(HUES * CHROMAS * LIGHTS)
    turn = np.arctan2(lab[:, 2], lab[:, 1]) / (2 * np.pi) % 1.0 * HUES
    first = np.floor(turn).astype(int)
    for hue, hue_part in ((first, 1 - (turn - first)), (first + 1, turn - first)):
        for strong, strong_part in _between(saturation, 0.06, 0.18, CHROMAS):
            for light, light_part in _between(lab[:, 0], 0.2, 0.95, LIGHTS):
                part = weight * coloured * hue_part * strong_part * light_part
                place = ((hue % HUES) * CHROMAS + strong) * LIGHTS + light
                hues += np.bincount(place, part, len(hues))
    return np.concatenate([greys, hues])


def _between(
    values: NDArray[np.float64], low: float, high: float, count: int
) -> tuple[tuple[NDArray[np.intp], NDArray[np.float64]], ...]:
    """Split each value between the two nearest of `count` even steps from low to high."""
    place = np.clip((values - low) / (high - low), 0, 1) * (count - 1)
    index = np.minimum(place.astype(np.intp), count - 2)
    return (index, 1 - (place - index)), (index + 1, place - index)


def _cells(values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Average (h, w, …) over count × count cells; where there are fewer pixels, cells repeat."""
    for axis in (0, 1):
        size = values.shape[axis]
        starts = np.arange(count) * size // count
        stops = np.maximum((np.arange(count) + 1) * size // count, starts + 1)
        # Where a cell begins at the very next one's start, reduceat gives that one pixel.
        sums = np.add.reduceat(values, starts, axis=axis)
        shape = [1] * values.ndim
        shape[axis] = count
        values = sums / (stops - starts).reshape(shape)
    return values


def _edges(across: NDArray[np.float64], down: NDArray[np.float64]) -> NDArray[np.float64]:
    strength = np.hypot(across, down)
    angle = np.arctan2(down, across) % np.pi / np.pi * DIRECTIONS
    direction = np.floor(angle + 0.5).astype(int) % DIRECTIONS
    by_direction = [_cells(strength * (direction == d), EDGE_GRID) for d in range(DIRECTIONS)]
    return np.asarray(np.sqrt(np.stack(by_direction, axis=-1)).ravel())


def _texture(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the contrast that each halving of the picture takes away: fine detail first."""
    out: list[float] = []
    for _ in range(LEVELS):
        height, width = lab.shape[0] // 2, lab.shape[1] // 2
        if min(height, width) < 1:
            out += out[-2:] or [-4.0, -4.0]
            continue
        even = lab[: height * 2, : width * 2]
        # Four slices, for a mean over two short axes takes several times as long.
        corners = (even[::2, ::2], even[::2, 1::2], even[1::2, ::2], even[1::2, 1::2])
        mean = np.add.reduce(corners) / 4
        lost = np.add.reduce([(corner - mean) ** 2 for corner in corners]) / 4
        light, hue = lost[..., 0].mean(), lost[..., 1:].mean()
        out += [float(np.log10(1e-4 + np.sqrt(light))), float(np.log10(1e-4 + np.sqrt(hue)))]
        lab = mean
    return np.array(out)


def _rim(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    depth = max(1, max(lab.shape[:2]) // 32)
    sides = (lab[:depth], lab[-depth:], lab[:, :depth], lab[:, -depth:])
    flat = [side.reshape(-1, 3) for side in sides]
    return np.concatenate([s.mean(axis=0) for s in flat] + [s.std(axis=0) for s in flat])


def _traits(page: Page, raster: Raster, edges: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the page as a whole, in the order of model.look.TRAITS."""
    weight, lab = colour_weights(raster), raster.bin_oklab
    lightness, green_red, blue_yellow = weight @ lab
    largest = np.sort(weight)[::-1]
    return np.array(
        [
            flat_share(raster),
            np.log(effective_colours(weight)),
            lightness,
            np.sqrt(weight @ (lab[:, 0] - lightness) ** 2),
            weight @ chroma(lab),
            green_red,
            blue_yellow,
            (edges > EDGE_STEP).mean(),
            np.log(page.width_px / max(page.height_px, 1)),
            largest[0],
            largest[:5].sum(),
            weight @ (chroma(lab) > COLOUR_CHROMA),
        ]
    )
