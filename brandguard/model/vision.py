"""How people with a colour-vision deficiency see a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from brandguard.model.colour import linear_of_rgb, rgb_of_linear

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Deficiency = Literal["protan", "deutan", "tritan"]
"""Without the cones for long, middle or short waves: red-blind, green-blind, blue-blind."""

_MATRICES: dict[Deficiency, tuple[tuple[float, float, float], ...]] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""For linear sRGB, full severity. Source: Machado, Oliveira and Fernandes 2009, table of severity
1.0."""
DEFICIENCIES: tuple[Deficiency, ...] = tuple(_MATRICES)


def seen_with(deficiency: Deficiency, rgb: ArrayLike) -> NDArray[np.uint8]:
    """Give sRGB pixels, 0–255, shape (…, 3), as they are seen with a deficiency."""
    linear = linear_of_rgb(np.asarray(rgb)) @ np.asarray(_MATRICES[deficiency]).T
    return np.rint(rgb_of_linear(np.clip(linear, 0.0, 1.0))).astype(np.uint8)


def picture_seen_with(deficiency: Deficiency, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Give a whole picture, shape (height, width, 3), row by row in little memory."""
    out = np.empty_like(pixels)
    band = max(1, 2**18 // max(pixels.shape[1], 1))
    for top in range(0, pixels.shape[0], band):
        out[top : top + band] = seen_with(deficiency, pixels[top : top + band])
    return out
