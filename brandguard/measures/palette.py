"""A page's pixels → its palette: the colours a designer would name, their shares and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from brandguard.measures.clusters import cluster
from brandguard.measures.masks import colour_mask, neighbours
from brandguard.measures.merging import Groups, merge_blends, merge_twins, part_named, snap
from brandguard.measures.places import main_box, photo_tiles, tile, tile_counts
from brandguard.measures.planes import part_planes
from brandguard.measures.raster import EDGE_WEIGHT
from brandguard.model.colour import hex_of_rgb, rgb_of_oklab
from brandguard.model.features import Neighbours, Swatch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from brandguard.measures.places import Tiling
    from brandguard.measures.raster import Raster
    from brandguard.model.creative import Page

MODE_RADIUS = 0.02
MODE_SHARE = 0.3
"""A cluster shows its commonest colour, not its mean, where that colour (within MODE_RADIUS, OKLab)
holds this share of it: planes stay exact, and no halo stains them."""

PLANE_RADIUS = 0.012
PLANE_SHARE = 0.6
"""A colour so much of which lies within PLANE_RADIUS of its mode is a drawn plane, whatever lies
around it: in photographs light and grain spread every colour wider than that."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a page, largest share first, and those that touch."""

    swatches: tuple[Swatch, ...] = ()
    neighbours: tuple[Neighbours, ...] = ()


def extract_palette(page: Page, raster: Raster) -> tuple[Swatch, ...]:
    """Find a page's colours, largest share first. Shares sum to 1; () where nothing is opaque."""
    return extract_colours(page, raster).swatches


def extract_colours(page: Page, raster: Raster) -> Colours:
    """Find a page's colours, and which of them touch; nothing where nothing is opaque."""
    used = np.flatnonzero(raster.bin_area)
    if not len(used):
        return Colours()
    labels = np.zeros(len(raster.bin_area), dtype=np.intp)
    labels[used] = cluster(raster.bin_oklab[used], raster.bin_mass[used])
    part_planes(labels, raster, used)
    if page.vector:
        part_named(labels, raster, page.fills)
    groups = _groups(raster, labels, used)
    seen = _pixel_labels(raster, labels, len(groups.area))
    tiling = tile(*raster.flat.shape)
    counts = tile_counts(seen, tiling, len(groups.area))
    groups.in_photo *= (counts * photo_tiles(raster, tiling)).sum(axis=(1, 2))
    merge_blends(groups, raster, seen)
    if page.vector:
        snap(groups, page.fills)
    merge_twins(groups)
    swatches = tuple(_swatch(j, groups, seen, counts, tiling) for j in groups.by_size())
    names = [swatch.hex for swatch in swatches]
    return Colours(swatches, neighbours(groups, raster, seen, tiling, names))


def _pixel_labels(raster: Raster, labels: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Label each pixel with its bin's cluster; a transparent one with `count`."""
    seen = labels[raster.bin_of]
    return seen if raster.opaque is None else np.where(raster.opaque, seen, count)


def _groups(raster: Raster, labels: NDArray[np.intp], used: NDArray[np.intp]) -> Groups:
    of, count = labels[used], int(labels.max()) + 1
    area = np.bincount(of, weights=raster.bin_area[used], minlength=count)
    weights = raster.bin_mass[used]
    mass = np.bincount(of, weights=weights, minlength=count)
    off = _off_mode(raster.bin_oklab[used], weights, of)
    plane = np.bincount(of, weights=weights * (off < PLANE_RADIUS), minlength=count)
    return Groups(
        became=np.arange(count),
        rgb=_shown(raster, used, off < MODE_RADIUS, of),
        area=area.astype(float),
        # mass = flat + EDGE_WEIGHT · (area - flat), solved for the flat part.
        flat=(mass - EDGE_WEIGHT * area) / (1 - EDGE_WEIGHT),
        # A plane cannot be a photograph's; of the others the pixels are counted by the caller.
        in_photo=(plane < PLANE_SHARE * mass).astype(float),
        exact=np.zeros(count, dtype=bool),
    )


def _off_mode(
    oklab: NDArray[np.float64], mass: NDArray[np.float64], labels: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Give each bin's OKLab distance from the heaviest bin of its cluster: (n,)."""
    peak = np.zeros(int(labels.max()) + 1, dtype=np.intp)
    lightest_first = np.argsort(mass, kind="stable")
    peak[labels[lightest_first]] = lightest_first  # the last one written is the heaviest
    return np.asarray(np.sqrt(((oklab - oklab[peak[labels]]) ** 2).sum(axis=1)))


def _shown(
    raster: Raster, used: NDArray[np.intp], near_mode: NDArray[np.bool_], labels: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Choose the colour that stands for each cluster: its mode if there is one, else its mean."""
    count, mass = int(labels.max()) + 1, raster.bin_mass[used]
    mode, mode_mass = _mean_by(labels, raster.bin_rgb[used], mass * near_mode, count)
    mean, total = _mean_by(labels, raster.bin_oklab[used], mass, count)
    clear = mode_mass > MODE_SHARE * total
    return np.where(clear[:, None], mode, rgb_of_oklab(mean))


def _mean_by(
    labels: NDArray[np.intp], values: NDArray[np.float64], weights: NDArray[np.float64], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    total = np.bincount(labels, weights=weights, minlength=count)
    sums = [np.bincount(labels, weights=weights * v, minlength=count) for v in values.T]
    return np.stack(sums, axis=1) / np.maximum(total, 1e-12)[:, None], total.astype(float)


def _swatch(
    j: int, groups: Groups, seen: NDArray[np.intp], counts: NDArray[np.intp], tiling: Tiling
) -> Swatch:
    photo, box, mask = bool(groups.photo[j]), None, None
    if not photo:
        mine = np.append(groups.became == j, False)  # the last: transparent pixels
        own = counts[mine[:-1]].sum(axis=0)
        box = main_box(seen, mine, own, tiling)
        mask = colour_mask(own, tiling, seen.shape)
    return Swatch(
        hex=hex_of_rgb(groups.rgb[j]),
        share=float(groups.area[j] / groups.area.sum()),
        photo=photo,
        box=box,
        exact=bool(groups.exact[j]),
        mask=mask,
        flat=float(np.clip(groups.flat[j] / groups.area[j], 0.0, 1.0)),
    )
