"""What print can show: screen colours are held to it before they are compared with printed ones.

The colours that four inks reach are known from a table: the one that comes with the program
(packaging/make_cmyk_lut.py), or that of the ICC file which the profile names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brandguard.model.colour import chroma, oklab_of_rgb, rgb_of_hex
from brandguard.model.errors import ProfileError, ProfileProblem
from brandguard.model.said import Said
from brandguard.settings import asset_path

TABLE = ("models", "cmyk_lut.npz")
STEPS = 17
"""Steps of each ink between which the reachable colours are tried out."""
WITHIN = 0.02
"""OKLab distance to the nearest mixture up to which a colour counts as reachable as it is: half of
the distance between two neighbouring mixtures of the table."""
HUE_COUNTS = 2.0
"""How much more a change of hue counts than one of lightness or chroma when the nearest printable
colour is looked for: a screen green becomes a duller green, not the brighter yellow beside it.
Judgement, after the hue-preserving mapping of CSS Color 4 (13.2)."""

ROUGH, AROUND = 4_000, 256
"""Mixtures that are tried first, and those around the best of them that are tried then."""


@dataclass(frozen=True, slots=True, eq=False)
class Gamut:
    """The colours that a press reaches."""

    points: NDArray[np.float64]
    """(n, 3), OKLab."""
    tree: Any
    """SciPy's k-d tree over them."""

    def held(self, colour: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the nearest colour that can be printed, OKLab, shape (3,); itself if it can."""
        far, _ = self.tree.query(colour)
        if far <= WITHIN:
            return colour
        rough = self.points[:: len(self.points) // ROUGH or 1]
        near = rough[int(_turned(rough, colour).argmin())]
        _, around = self.tree.query(near, k=min(AROUND, len(self.points)))
        fine = self.points[np.atleast_1d(around)]
        return np.asarray(fine[int(_turned(fine, colour).argmin())])


def _turned(points: NDArray[np.float64], colour: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give squared distances in which a change of hue counts more, shape (n,)."""
    gap = points - colour
    hue = (gap[:, 1:] ** 2).sum(axis=1) - (chroma(points) - float(chroma(colour))) ** 2
    return np.asarray((gap**2).sum(axis=1) + (HUE_COUNTS**2 - 1) * np.maximum(hue, 0.0))


@lru_cache(maxsize=16384)
def printed(colour: str, icc: str | None = None) -> tuple[float, float, float]:
    """Give the nearest colour to #RRGGBB that can be printed, OKLab."""
    lab = oklab_of_rgb(np.array(rgb_of_hex(colour), dtype=np.float64))
    lightness, a, b = gamut(icc).held(lab)
    return float(lightness), float(a), float(b)


def _gamut(rgb: NDArray[Any]) -> Gamut:
    from scipy.spatial import cKDTree  # type: ignore[import-untyped]  # it has none

    points = oklab_of_rgb(np.unique(np.rint(rgb.reshape(-1, 3)), axis=0))
    return Gamut(points, cKDTree(points))


@lru_cache(maxsize=4)
def gamut(icc: str | None = None) -> Gamut:
    """Give the gamut of the shipped table, or of an ICC file; ProfileError if that is none."""
    return _of_icc(icc) if icc else _shipped()


def _shipped() -> Gamut:
    with np.load(asset_path(*TABLE), allow_pickle=False) as stored:
        table = np.asarray(stored["rgb"], dtype=np.float64)
    for axis in range(4):  # the steps between, as the table is read: linear in each ink
        low, high = (np.delete(table, end, axis) for end in (-1, 0))
        middle = (low + high) / 2
        table = np.insert(table, np.arange(1, table.shape[axis]), middle, axis)
    return _gamut(table)


def _of_icc(path: str) -> Gamut:
    from PIL import Image, ImageCms

    inks = np.linspace(0, 255, STEPS).round().astype(np.uint8)
    mixtures = np.stack(np.meshgrid(*[inks] * 4, indexing="ij"), axis=-1).reshape(1, -1, 4)
    try:
        press = ImageCms.getOpenProfile(path)
        screen = ImageCms.createProfile("sRGB")
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        convert = ImageCms.buildTransform(press, screen, "CMYK", "RGB", intent, flags)
        shown = ImageCms.applyTransform(Image.fromarray(mixtures, "CMYK"), convert)
    except (OSError, ImageCms.PyCMSError, ValueError) as error:
        text = Said("this is no colour profile of a press (an ICC file for CMYK)")
        raise ProfileError(path, (ProfileProblem(None, "", text),)) from error
    assert shown is not None  # only an in-place conversion gives none
    return _gamut(np.asarray(shown))
