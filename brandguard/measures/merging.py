"""Clusters that are one colour to the eye become one: anti-aliasing, near twins, named colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.measures.clusters import LEAST_MASS
from brandguard.model.colour import ciede2000, lab_of_rgb, rgb_of_hex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.measures.raster import Raster
    from brandguard.model.creative import VectorFill

SAME = 2.0
"""ΔE00 under which two swatches are one: side by side the difference is hardly seen."""

SNAP = 2.5
"""ΔE00 within which a swatch of a vector page is the colour that the file names: what anti-aliasing
and rendering shift a plane by, and no more."""

NAMED = 1.5
"""ΔE00 within which a plane is drawn in a colour that the file names."""

PHOTO_SHARE = 0.6
"""A swatch is a photograph's where so much of its area lies in photographic tiles."""

BLEND_FLAT = 0.25
"""A colour of which more than this share lies flat was drawn, and is no anti-aliasing."""
BLEND_DISTANCE = 24.0
"""How far (0–255, Euclidean) anti-aliasing lies off the straight line between its two colours: they
are mixed in sRGB; the rest is what JPEG does to it."""
BLEND_ENDS = (0.08, 0.92)
MIXED_SHARE = 0.6
"""Anti-aliasing is a cluster so many of whose pixels are mixtures of two larger ones near them."""
REACH = 2
OFTEN = 0.1
"""A colour beside fewer of a blend's pixels than this is not where it comes from."""
LOOKED_AT = 200
"""Pixels of a cluster that are looked at, evenly chosen."""


@dataclass(slots=True, eq=False)
class Groups:
    """The clusters of a page while they are being merged; arrays run over the k clusters."""

    became: NDArray[np.intp]
    """(k,): the cluster that each one belongs to by now."""
    rgb: NDArray[np.float64]
    """(k, 3): the colour shown, 0–255."""
    area: NDArray[np.float64]
    """(k,): pixels; 0 for a cluster that was merged away."""
    flat: NDArray[np.float64]
    """(k,): pixels of it that lie flat."""
    in_photo: NDArray[np.float64]
    """(k,): pixels of it in photographic tiles."""
    exact: NDArray[np.bool_]
    """(k,): whether the file itself names the colour."""

    @property
    def photo(self) -> NDArray[np.bool_]:
        """(k,): whether the cluster is a photograph's."""
        return self.in_photo > PHOTO_SHARE * self.area

    def by_size(self) -> list[int]:
        """List the clusters that are left, largest first; equals by colour."""
        order = np.lexsort((*self.rgb.T, -self.area))
        return [int(j) for j in order if self.area[j] > 0]

    def merge(self, target: NDArray[np.intp]) -> None:
        """Give each cluster's pixels to its target, or to that one's own target if it has one."""
        while not np.array_equal(target, target[target]):
            target = target[target]
        self.became = target[self.became]
        for values in (self.area, self.flat, self.in_photo):
            values[:] = np.bincount(target, weights=values, minlength=len(target))


def merge_blends(groups: Groups, raster: Raster, seen: NDArray[np.intp]) -> None:
    """Give anti-aliasing to the nearest colour beside it. `seen` (h, w) is each pixel's cluster.

    Each pixel is asked, not the cluster's colour: one cluster may hold the edges of several pairs.
    """
    target = np.arange(len(groups.area))
    drawn = (groups.flat > BLEND_FLAT * groups.area) | groups.photo
    pixels_of = _pixels_by_cluster(seen, len(groups.area))
    for j in groups.by_size():
        larger = np.flatnonzero(groups.area > groups.area[j])
        if drawn[j] or len(larger) < 2:  # noqa: PLR2004  a mixture has two ends
            continue
        pixels, beside = _beside(pixels_of[j], raster, seen, larger)
        if _is_mixed(pixels, beside, groups.rgb[larger]).mean() >= MIXED_SHARE:
            ends = larger[beside.mean(axis=0) >= OFTEN]
            off = ((groups.rgb[ends] - groups.rgb[j]) ** 2).sum(axis=1)
            target[j] = ends[int(off.argmin())] if len(ends) else j
    groups.merge(target)


def _pixels_by_cluster(seen: NDArray[np.intp], count: int) -> list[NDArray[np.intp]]:
    """List each cluster's pixels by their number in the flattened picture, ascending."""
    short = seen.ravel().astype(np.uint16)  # few bits, which a radix sort is quick with
    order = np.argsort(short, kind="stable")
    ends = np.cumsum(np.bincount(short, minlength=count))[:-1]
    return np.split(order, ends)


def _beside(
    own: NDArray[np.intp], raster: Raster, seen: NDArray[np.intp], larger: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Look at some of a cluster's `own` pixels: colours (n, 3), whether each larger one is near.

    The second is (n, len(larger)): whether that cluster has a pixel within REACH.
    """
    rows, columns = np.divmod(own[:: max(1, len(own) // LOOKED_AT)], seen.shape[1])
    reach = np.arange(-REACH, REACH + 1)
    near_rows = np.clip(rows[:, None] + reach, 0, seen.shape[0] - 1)
    near_columns = np.clip(columns[:, None] + reach, 0, seen.shape[1] - 1)
    around = seen[near_rows[:, :, None], near_columns[:, None, :]].reshape(len(rows), -1)
    near = np.zeros((len(rows), int(seen.max()) + 1), dtype=bool)
    near[np.arange(len(rows))[:, None], around] = True
    return raster.rgb[rows, columns].astype(float), near[:, larger]


def _is_mixed(
    pixels: NDArray[np.float64], beside: NDArray[np.bool_], rgb: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Say of each pixel (n,) whether it is a mixture of two of the colours (k, 3) beside it."""
    ends = np.flatnonzero(beside.any(axis=0))
    rgb, beside = rgb[ends], beside[:, ends]
    first, second = np.triu_indices(len(rgb), 1)
    line = rgb[second] - rgb[first]
    length = np.maximum((line**2).sum(axis=1), 1e-9)
    along = (pixels @ line.T - (rgb[first] * line).sum(axis=1)) / length
    away = ((pixels[:, None] - rgb) ** 2).sum(axis=-1)  # squared, to each colour
    off = away[:, first] - along**2 * length  # Pythagoras
    between = (along > BLEND_ENDS[0]) & (along < BLEND_ENDS[1]) & (off < BLEND_DISTANCE**2)
    return np.asarray((between & beside[:, first] & beside[:, second]).any(axis=1))


def part_named(labels: NDArray[np.intp], raster: Raster, fills: Iterable[VectorFill]) -> None:
    """Give each colour that the file names a cluster of its own, where it fills a plane.

    So the brand's red and last year's red, which one cluster would hold, are told apart.
    `labels` (n,) is changed in place.
    """
    named = _named(fills)
    planes = np.flatnonzero(raster.bin_mass > LEAST_MASS * raster.bin_mass.sum())
    if not len(named) or not len(planes):
        return
    lab = lab_of_rgb(raster.bin_rgb[planes])
    difference = ciede2000(lab[:, None], lab_of_rgb(named)[None])
    nearest, close = difference.argmin(axis=1), difference.min(axis=1) < NAMED
    _, number = np.unique(nearest[close], return_inverse=True)
    labels[planes[close]] = labels.max() + 1 + number


def _named(fills: Iterable[VectorFill]) -> NDArray[np.float64]:
    """Give the colours that a file names: (n, 3), each once."""
    codes = sorted({fill.hex.upper() for fill in fills})
    return np.array([rgb_of_hex(code) for code in codes], dtype=np.float64).reshape(-1, 3)


def snap(groups: Groups, fills: Iterable[VectorFill]) -> None:
    """Replace a cluster's colour by the one that the file names, where there is one near it."""
    exact = _named(fills)
    if not len(exact):
        return
    difference = ciede2000(lab_of_rgb(groups.rgb)[:, None], lab_of_rgb(exact)[None])
    nearest = difference.argmin(axis=1)
    groups.exact = (difference.min(axis=1) <= SNAP) & ~groups.photo
    groups.rgb = np.where(groups.exact[:, None], exact[nearest], groups.rgb)


def merge_twins(groups: Groups) -> None:
    """Give each cluster to a larger one that looks the same; a colour that the file names stays."""
    target = np.arange(len(groups.area))
    lab = lab_of_rgb(groups.rgb)
    alike = ciede2000(lab[:, None], lab[None]) < SAME
    kept: list[int] = []
    for j in sorted(groups.by_size(), key=lambda j: not groups.exact[j]):
        twins = [i for i in kept if alike[i, j]]
        if groups.exact[j]:
            # Two colours that the file names are two, however near: only the very same is one.
            twins = [i for i in twins if np.array_equal(groups.rgb[i], groups.rgb[j])]
        if twins:
            target[j] = twins[0]
        else:
            kept.append(j)
    groups.merge(target)
