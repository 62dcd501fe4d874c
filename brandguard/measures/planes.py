"""Two drawn planes of like colours, which one cluster would hold, are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from brandguard.measures.raster import Raster

LEAST_MASS = 0.004
"""Share of a page's mass from which a second colour of a cluster may be a plane: an accent."""
APART = 0.016
"""OKLab distance from the cluster's commonest colour: about ΔE00 2, under which two are one."""
OWN = 0.02
"""OKLab distance within which a cluster's other colours go with the plane they are nearest to."""
SAME = 0.006
AROUND = 0.03
LEAST_ALONE = 3.0
"""A plane outweighs LEAST_ALONE times all else of its cluster within AROUND, but for what is its
own colour or the commonest one (SAME, OKLab): the steps of a gradient have equals beside them."""
MOST = 8
"""Colours that are looked at, heaviest first."""

EVEN = 2
"""Levels (0–255, any channel) within which a drawn plane stays, also after JPEG; a gradient runs
through the eight levels of its bin."""
EVEN_SHARE = 0.8
COHERENT = 0.75
"""Part of a plane's pixels whose neighbour in the row is of it too: dither and grain have less."""


def part_planes(labels: NDArray[np.intp], raster: Raster, used: NDArray[np.intp]) -> None:
    """Give each plane of its own within a cluster a cluster of its own; changes `labels` (n,).

    So a red and last year's red are two, where both fill planes: noise, gradients and photographs
    have no second colour that is even and coherent, and stay together.
    """
    mass, oklab = raster.bin_mass[used], raster.bin_oklab[used]
    peaks = np.zeros(int(labels.max()) + 1, dtype=np.intp)
    lightest_first = np.argsort(mass, kind="stable")
    peaks[labels[used[lightest_first]]] = lightest_first  # the last one written is the heaviest
    own_peak = peaks[labels[used]]
    off = np.sqrt(((oklab - oklab[own_peak]) ** 2).sum(axis=1))
    candidates = np.flatnonzero((off > APART) & (mass >= LEAST_MASS * mass.sum()))
    if len(candidates):
        candidates = candidates[np.argsort(-mass[candidates], kind="stable")[:MOST]]
    planes: list[int] = []
    for i in map(int, candidates):
        if any(((oklab[j] - oklab[i]) ** 2).sum() <= APART**2 for j in planes):
            continue
        near = np.flatnonzero((own_peak == own_peak[i]) & (off > SAME))
        away = np.sqrt(((oklab[near] - oklab[i]) ** 2).sum(axis=1))
        beside = near[(away > SAME) & (away < AROUND)]
        alone = mass[i] >= LEAST_ALONE * mass[beside].sum()
        if alone and _is_plane(raster, int(used[i])):
            planes.append(i)
    for i in planes:
        to_plane = ((oklab - oklab[i]) ** 2).sum(axis=1)
        mine = (own_peak == own_peak[i]) & (to_plane < off**2) & (to_plane < OWN**2)
        own_label = labels[used[i]]
        labels[used[mine & (labels[used] == own_label)]] = labels.max() + 1


def _is_plane(raster: Raster, number: int) -> bool:
    """Whether the pixels of a bin are one even colour in one piece, or some."""
    here = raster.bin_of == number
    together = here[:, 1:] & here[:, :-1]
    if together.sum() < COHERENT * here.sum():
        return False
    pixels = raster.rgb[here].astype(np.int16)
    even = (np.abs(pixels - np.median(pixels, axis=0)) <= EVEN).all(axis=1)
    return bool(even.mean() >= EVEN_SHARE)
