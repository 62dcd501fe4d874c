"""A candidate looked at closely: where exactly it lies, and whether it is the logo at all.

The size is found by correlation on a small crop, the exact place by ECC (Evangelidis and Psarakis
2008) with an affine motion on the edges. Then the whole logo is checked, region by region: what
shares a mark with it but not the rest falls here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from brandguard.measures.logo_search import Candidate, noisy
from brandguard.measures.logo_template import PAD, Plane, edges_of

if TYPE_CHECKING:
    from numpy.typing import NDArray  # noqa: TC004  annotations alone

    from brandguard.measures.logo_template import Prepared

FIT_SIDE = 120.0
"""Pixels at which a logo is compared: the root of its area."""
MOST_ENLARGED = 2.0
SIZE_SIDE = 60.0
"""The same where only its size is looked for."""
MARGIN = 0.2
STEPS = (0.09, 0.04)
ALIGNMENTS = ((7, 8), (7, 12), (3, 40))
"""Blur and rounds of each alignment: the first is short, for most candidates end with it."""
HOPELESS = 0.32
"""Correlation of the first three sizes tried under which the others are not. A logo that is there
has 0.38 and more on the benchmark's composites, half of what is none has less than 0.3."""
LEAST_ALIGNED = 0.6
"""Correlation after an alignment under which there is no further one. A logo that is there has 0.7
after eight rounds of the first, half of what is none has less than 0.56."""
LEAST_SCORE = 0.4
"""Correlation on the crop under which a candidate is dropped."""
CELLS = 14
"""About how many cells a logo is cut into for the check of the whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A logo laid over a page."""

    crop: NDArray[np.uint8]
    """The part of the page around it, scaled."""
    to_crop: NDArray[np.float64]
    """(2, 3): from the logo's unit square (0–1 across and down) to the crop's pixels."""
    to_page: NDArray[np.float64]
    """(2, 3): from the crop's pixels to the page's."""
    size: tuple[int, int]
    """The logo's width and height in the crop, rounded."""
    edges: float
    """Correlation of the edges over the whole logo, −1–1."""
    cells: tuple[float, ...]
    """The same cell by cell."""

    @property
    def affine(self) -> NDArray[np.float64]:
        """From the logo's unit square to the page's pixels."""
        return compose(self.to_page, self.to_crop)


def compose(second: NDArray[np.float64], first: NDArray[np.float64]) -> NDArray[np.float64]:
    """Apply `first`, then `second`."""
    return np.hstack([second[:, :2] @ first[:, :2], second @ np.append(first[:, 2], 1.0)[:, None]])


def fit(pixels: NDArray[np.uint8], logo: Prepared, at: Candidate) -> Fit | None:
    """Lay a logo over its candidate as well as it goes; None where it does not go at all."""
    near = _sized(pixels, logo, at)
    cut = _crop(pixels, near, FIT_SIDE) if near else None
    if cut is None or near is None:
        return None
    crop, to_page, zoom = cut
    edges = noisy(edges_of(crop))
    width, height = max(6, round(near.width * zoom)), max(6, round(near.height * zoom))
    warp = _aligned(edges, logo, width, height)
    if warp is None:
        return None
    inside, score, cells = _compared(edges, logo, warp, width, height)
    if not inside:
        return None
    from_unit = np.array([[width, 0, PAD], [0, height, PAD]], float)
    from_unit[:, 2] -= 0.5  # pixel centres lie half a pixel into their pixels
    to_crop = compose(warp.astype(float), from_unit)
    return Fit(crop, to_crop, to_page, (width, height), score, cells)


def _crop(
    pixels: NDArray[np.uint8], at: Candidate, side: float
) -> tuple[NDArray[np.uint8], NDArray[np.float64], float] | None:
    """Cut a candidate out, upright, so that the root of its area is `side` pixels."""
    import cv2

    sine, cosine = (f(math.radians(at.angle)) for f in (math.sin, math.cos))
    zoom = min(MOST_ENLARGED, side / math.sqrt(at.width * at.height))
    source, shrunk = pixels, 1.0
    reach = (1 + 2 * MARGIN) * math.hypot(at.width, at.height) / 2 + 12 / zoom
    left, top = max(0, int(at.x - reach)), max(0, int(at.y - reach))
    source = pixels[top : int(at.y + reach) + 2, left : int(at.x + reach) + 2]
    if min(source.shape[:2]) < 8:  # noqa: PLR2004  nothing to see
        return None
    rows, columns = source.shape[:2]
    if zoom < 1:
        size = (max(1, round(columns * zoom)), max(1, round(rows * zoom)))
        source = cv2.resize(source, size, interpolation=cv2.INTER_AREA)
        shrunk = zoom
    fx, fy = source.shape[1] / columns, source.shape[0] / rows
    wide = round((at.width * (1 + 2 * MARGIN)) * zoom) + 16
    high = round((at.height * (1 + 2 * MARGIN)) * zoom) + 16
    # From the crop's pixels to the page's, pixel centres at whole numbers on both sides.
    turn = np.array([[cosine, -sine], [sine, cosine]]) / zoom
    middle = np.array([(wide - 1) / 2, (high - 1) / 2])
    to_page = np.hstack([turn, (np.array([at.x - 0.5, at.y - 0.5]) - turn @ middle)[:, None]])
    to_source = np.array([
        [fx, 0, (0.5 - left) * fx - 0.5], [0, fy, (0.5 - top) * fy - 0.5],
    ])  # fmt: skip
    flags = cv2.WARP_INVERSE_MAP | (cv2.INTER_LINEAR if shrunk < 1 else cv2.INTER_CUBIC)
    crop = cv2.warpAffine(
        source, compose(to_source, to_page), (wide, high), flags=flags,
        borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip
    return np.asarray(crop, np.uint8), to_page, zoom


def _sized(pixels: NDArray[np.uint8], logo: Prepared, at: Candidate) -> Candidate | None:
    """Correct a candidate's place and size by correlation, in ever smaller steps."""
    import cv2

    cut = _crop(pixels, at, SIZE_SIDE)
    if cut is None:
        return None
    crop, to_page, zoom = cut
    edges = noisy(edges_of(crop))
    best, highest = (LEAST_SCORE, 0, 0, 0, 0), 0.0
    for step in STEPS:
        w0, h0 = best[3:] if best[3] else (at.width * zoom, at.height * zoom)
        for across, down in (
            (0, 0), (-1, -1), (1, 1), (-1, 0), (1, 0), (0, -1), (0, 1), (-1, 1), (1, -1),
        ):  # fmt: skip
            w, h = round(w0 * (1 + across * step)), round(h0 * (1 + down * step))
            inside = w + 2 * PAD <= edges.shape[1] and h + 2 * PAD <= edges.shape[0]
            if min(w, h) < 5 or not inside:  # noqa: PLR2004  nothing to see
                continue
            fits = cv2.matchTemplate(edges, logo.edges_at(w, h), cv2.TM_CCOEFF_NORMED)
            _, score, _, (x, y) = cv2.minMaxLoc(fits)
            highest = max(highest, float(score))
            if score > best[0]:
                best = (float(score), x, y, w, h)
            if (across, down) == (1, 1) and highest < HOPELESS:
                return None
        if not best[3]:
            return None
    score, x, y, w, h = best
    across, down = (to_page @ (x + PAD + (w - 1) / 2, y + PAD + (h - 1) / 2, 1) + 0.5).tolist()
    return Candidate(score, across, down, w / zoom, h / zoom, at.angle)


def _aligned(edges: Plane, logo: Prepared, width: int, height: int) -> NDArray[np.float32] | None:
    """Give the map from the template's edges to the crop's, to a part of a pixel.

    None where they are nothing like each other.
    """
    import cv2

    template = logo.edges_at(width, height)
    across = (edges.shape[1] - template.shape[1]) / 2
    warp = np.array([[1, 0, across], [0, 1, (edges.shape[0] - template.shape[0]) / 2]], np.float32)
    for blur, rounds in ALIGNMENTS:
        criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, rounds, 1e-4)
        try:
            score, found = cv2.findTransformECC(
                template, edges, warp.copy(), cv2.MOTION_AFFINE, criteria, None, blur
            )
        except cv2.error:  # it did not converge: what correlation found is the answer
            return warp
        if np.abs(found[:, :2] - np.eye(2)).max() > 0.35:  # noqa: PLR2004  ran away
            return warp
        warp = np.asarray(found, np.float32)
        if score < LEAST_ALIGNED:
            return None
    return warp


def _compared(
    edges: Plane, logo: Prepared, warp: NDArray[np.float32], width: int, height: int
) -> tuple[bool, float, tuple[float, ...]]:
    """Compare the edges as a whole and cell by cell, in the template's frame."""
    import cv2

    template = logo.edges_at(width, height)
    size = (template.shape[1], template.shape[0])
    flags = cv2.WARP_INVERSE_MAP | cv2.INTER_LINEAR
    seen = cv2.warpAffine(edges, warp, size, flags=flags, borderValue=-1)
    if (seen < -0.9).mean() > 0.1:  # noqa: PLR2004  a tenth of it lies off the page
        return False, 0.0, ()
    wanted, seen = cv2.GaussianBlur(template, (0, 0), 1.0), cv2.GaussianBlur(seen, (0, 0), 1.0)
    side = math.sqrt(size[0] * size[1] / CELLS)
    columns, rows = max(1, round(size[0] / side)), max(1, round(size[1] / side))
    total = float(wanted.sum())
    cells = []
    for one, other in zip(_tiles(wanted, rows, columns), _tiles(seen, rows, columns), strict=True):
        if one.sum() > 0.25 * total / (rows * columns):
            cells.append(correlation(one, other))
    return True, correlation(wanted, seen), tuple(cells)


def _tiles(plane: Plane, rows: int, columns: int) -> list[Plane]:
    return [
        tile for band in np.array_split(plane, rows) for tile in np.array_split(band, columns, 1)
    ]


def correlation(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Give the correlation of two planes, 0 where one of them is even."""
    a, b = one - one.mean(), other - other.mean()
    norm = math.sqrt(float((a * a).sum()) * float((b * b).sum()))
    return float((a * b).sum()) / norm if norm > 1e-3 else 0.0  # noqa: PLR2004  nothing there
