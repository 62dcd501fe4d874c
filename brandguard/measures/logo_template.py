"""A brand's logo made ready to be looked for: trimmed, off its ground, its edges at any size."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from brandguard.model.creative import Page
    from brandguard.model.logo import LogoTemplate

Plane = NDArray[np.float32]

LONG_SIDE = 400
"""Pixels of a template's long side: finer than it is ever compared at (FIT_SIDE of logo_fit)."""
PAD = 3
"""Pixels of ground around a template's edges."""
INK = 8
"""Opacity (0–255) from which a pixel belongs to the logo."""
SAME_GROUND = 16
"""Difference (any channel) up to which a border pixel is the file's own ground…"""
GROUND_SHARE = 0.97
"""…and the share of the border that has to be so for the ground to be taken away."""
FULL_INK = 72
"""Difference to the ground from which a pixel is wholly ink."""
FULL_COVER = 250
"""Opacity (0–255) of a ground that is drawn."""
MOST_PARTS = 4
"""Colours of a logo that are told apart."""
EDGE_FULL = 160.0
"""Sobel response (of 1020) of a full edge: a difference of 40 levels."""


@dataclass(slots=True, eq=False)
class Prepared:
    """A logo in the form that the search needs. Shapes (h, w)."""

    name: str
    rgb: NDArray[np.uint8]
    """(h, w, 3); the colour of the ink, also where it is transparent."""
    alpha: Plane
    """0–1."""
    parts: NDArray[np.uint8]
    """(h, w): which of the logo's colours each pixel is nearest to."""
    colours: NDArray[np.float64]
    """(parts, 3): 0–255, largest part first."""
    aspect: float
    """Width to height of the ink."""
    edges: dict[tuple[int, int], Plane] = field(default_factory=dict)

    def edges_at(self, width: int, height: int) -> Plane:
        """Give the edges at a size in pixels, with PAD pixels of ground around."""
        key = (width, height)
        if key not in self.edges:
            if len(self.edges) > 4000:  # noqa: PLR2004  some 50 MB
                self.edges.clear()
            self.edges[key] = self._edges(width, height)
        return self.edges[key]

    def _edges(self, width: int, height: int) -> Plane:
        import cv2

        around = (PAD, PAD, PAD, PAD)
        small = cv2.resize(self.alpha, (width, height), interpolation=cv2.INTER_AREA)
        ink = cv2.resize(self._over_white(), (width, height), interpolation=cv2.INTER_AREA)
        small = cv2.copyMakeBorder(small * 255, *around, cv2.BORDER_CONSTANT, value=0)
        ink = cv2.copyMakeBorder(ink, *around, cv2.BORDER_CONSTANT, value=(255, 255, 255))
        return np.maximum(edges_of(small[..., None]), edges_of(ink))

    def _over_white(self) -> Plane:
        alpha = self.alpha[..., None]
        return (self.rgb * alpha + 255 * (1 - alpha)).astype(np.float32)


def edges_of(picture: NDArray[Any]) -> Plane:
    """Give the strength of colour edges, 0–1, whatever the colours and which side is the darker."""
    import cv2

    strongest = np.zeros(picture.shape[:2], np.float32)
    for channel in range(picture.shape[2]):
        plane = picture[..., channel].astype(np.float32)
        across = cv2.Sobel(plane, cv2.CV_32F, 1, 0, ksize=3)
        down = cv2.Sobel(plane, cv2.CV_32F, 0, 1, ksize=3)
        np.maximum(strongest, across * across + down * down, out=strongest)
    return np.minimum(np.sqrt(strongest) / EDGE_FULL, 1.0)


def template_png(page: Page) -> tuple[bytes, float] | None:
    """Draw a template of a logo file's first page; None where there is no ink on it.

    The number is the ink's width to height: the small picture's own is rounded to pixels.
    """
    from PIL import Image

    if page.pixels is None:
        return None
    rgb, alpha = _without_ground(page)
    rows, columns = np.flatnonzero((alpha > INK).any(1)), np.flatnonzero((alpha > INK).any(0))
    if not len(rows):
        return None
    cut = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    ink = Image.fromarray(np.dstack([rgb[cut], alpha[cut]]))
    aspect = ink.width / ink.height
    if max(ink.size) > LONG_SIDE:
        scale = LONG_SIDE / max(ink.size)
        size = (max(1, round(ink.width * scale)), max(1, round(ink.height * scale)))
        ink = ink.resize(size, Image.Resampling.BOX)
    out = io.BytesIO()
    ink.save(out, "PNG")
    return out.getvalue(), aspect


def _without_ground(page: Page) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Part a logo file's pixels into ink and opacity; an even ground is no part of the logo."""
    assert page.pixels is not None  # the caller has looked
    rgb = page.pixels
    if page.opacity is not None and not _covers(page.opacity):
        alpha = page.opacity[..., None].astype(float) / 255
        ink = (rgb - 255 * (1 - alpha)) / np.maximum(alpha, 0.02)
        return np.clip(ink, 0, 255).round().astype(np.uint8), page.opacity
    border = _border(rgb).reshape(-1, 3).astype(int)
    ground = np.median(border, axis=0)
    if (np.abs(border - ground).max(1) <= SAME_GROUND).mean() < GROUND_SHARE:
        return rgb, np.full(rgb.shape[:2], 255, np.uint8)
    off = np.abs(rgb.astype(int) - ground).max(2)
    share = np.clip((off - SAME_GROUND) / (FULL_INK - SAME_GROUND), 0, 1)
    if page.opacity is not None:
        share[[0, 1, -2, -1]] = share[:, [0, 1, -2, -1]] = 0  # the ground's own edge is no ink
    return rgb, (share * 255).astype(np.uint8)


def _border(plane: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Give the pixels just within a picture's edges; the very edge may be half transparent."""
    inner = plane[2:-2, 2:-2] if min(plane.shape[:2]) > 8 else plane  # noqa: PLR2004  tiny
    return np.concatenate([inner[0], inner[-1], inner[:, 0], inner[:, -1]])


def _covers(opacity: NDArray[np.uint8]) -> bool:
    """Whether a ground was drawn over the whole sheet."""
    return bool((_border(opacity) >= FULL_COVER).all())


@lru_cache(maxsize=32)
def prepare(template: LogoTemplate) -> Prepared:
    """Unpack a template; kept by its bytes, so that a worker does it once."""
    from PIL import Image

    with Image.open(io.BytesIO(template.png)) as picture:
        rgba = np.asarray(picture.convert("RGBA"))
    alpha = (rgba[..., 3] / 255).astype(np.float32)
    parts, colours = _parts(rgba)
    rgb = np.ascontiguousarray(rgba[..., :3])
    return Prepared(template.name, rgb, alpha, parts, colours, template.aspect)


def _parts(rgba: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Find a logo's main colours: the heaviest first, the next far enough from those before."""
    rgb = rgba[..., :3].astype(float)
    solid = rgba[..., 3] >= min(200, int(rgba[..., 3].max()))
    bins, counts = np.unique((rgb[solid] // 24).astype(int), axis=0, return_counts=True)
    colours: list[NDArray[np.float64]] = []
    for index in np.argsort(-counts, kind="stable"):
        centre = (bins[index] + 0.5) * 24
        if counts[index] < 0.02 * solid.sum() and colours:
            break
        if all(np.abs(centre - other).max() > 48 for other in colours):  # noqa: PLR2004  two bins
            colours.append(centre)
        if len(colours) == MOST_PARTS:
            break
    seeds = np.array(colours)
    for _ in range(3):
        nearest = ((rgb[..., None, :] - seeds) ** 2).sum(-1).argmin(-1)
        seeds = np.array([
            rgb[solid & (nearest == k)].mean(0) if (solid & (nearest == k)).any() else seeds[k]
            for k in range(len(seeds))
        ])  # fmt: skip
    order = np.argsort([-(solid & (nearest == k)).sum() for k in range(len(seeds))], kind="stable")
    rank = np.empty(len(order), np.uint8)
    rank[order] = np.arange(len(order))
    return rank[nearest], seeds[order]


def same_shape(one: Prepared, other: Prepared) -> bool:
    """Whether two logos differ in colour alone, so that one search does for both."""
    import cv2

    if abs(np.log(one.aspect / other.aspect)) > 0.02:  # noqa: PLR2004  a row of pixels
        return False
    height, width = one.alpha.shape
    fitted = cv2.resize(other.alpha, (width, height), interpolation=cv2.INTER_AREA)
    common = np.minimum(one.alpha, fitted).sum()
    return bool(common > 0.93 * np.maximum(one.alpha, fitted).sum())
