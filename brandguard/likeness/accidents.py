"""What may have happened to a picture's colours, and how much better it would fit undone.

A strange colour alone says little: brands bring new ones all the time. But where the picture fits
much better with its hues turned back, its saturation restored or its light and dark exchanged, that
very accident is likely: a profile dropped on export, a layer's blending, a negative. This is a
likelihood-ratio test against named alternatives (Neyman and Pearson 1933).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import ArrayLike, NDArray

from brandguard.likeness import shademap
from brandguard.model.colour import oklab_of_rgb

ACCIDENTS = ("hue", "far_hue", "saturation", "negative", "plane")
"""The kinds, in the order of every row of evidence. A plane is likeness.planes' to find."""

TURN = 15
"""Degrees between the turns of hue that are tried: what a designer begins to see."""
NEAR_TURN = 45
"""Up to here a turn keeps the family of a colour, and is judged by itself: brands that use warm and
cold grounds look like a half turn of each other."""
STRENGTHS = (2.86, 2.0, 1.5, 0.6)
"""Factors of saturation that are tried: of what has lost two thirds, half, a third; or gained."""

PLAIN_MOVE = 0.1
"""OKLab distance from which a colour has wholly changed."""
LEAST_MOVED = 0.03
"""Keeps the evidence of a few changed pixels small."""
MOVED_POWER = 0.5
"""Evidence is divided by the root of the part of the page that changes: between a mean over the
page (an accent could never be heard) and over the changed part (every accent would be). 0.3 and 0.7
find as much."""
UNUSUAL = 1.0
"""What each nat counts by which the undone picture is still stranger than any approved one: then
something else is the matter."""

_GREY = np.array([0.299, 0.587, 0.114])
"""ITU-R BT.601 luma: what image editors keep when they drain a picture."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """One way to bring colours back."""

    kind: str
    amount: float
    """Degrees of hue, or factor of saturation; 1 for a negative."""
    apply: Callable[[NDArray[np.float64]], NDArray[np.float64]]
    """(n, 3) of 0–255 → the same."""


def turned(rgb: NDArray[np.float64], degrees: ArrayLike) -> NDArray[np.float64]:
    """Turn the hue in HSV, as the slider of an image editor does: (n, 3) or (k, n, 3).

    Several angles come as an array (k, 1).
    """
    red, green, blue = rgb.T
    high = np.maximum(np.maximum(red, green), blue)
    span = high - np.minimum(np.minimum(red, green), blue)
    safe = np.where(span > 0, span, 1.0)
    sector = np.where(
        high == red,
        (green - blue) / safe,
        np.where(high == green, (blue - red) / safe + 2, (red - green) / safe + 4),
    )
    place = sector + np.asarray(degrees, dtype=np.float64) / 60
    out = np.empty((*place.shape, 3))
    for channel, start in enumerate((5, 3, 1)):
        along = (start + place) % 6
        out[..., channel] = high - span * np.clip(np.minimum(along, 4 - along), 0, 1)
    return out


def strengthened(rgb: NDArray[np.float64], factor: float) -> NDArray[np.float64]:
    """Move colours away from their grey by a factor, held within the gamut."""
    grey = (rgb @ _GREY)[:, None]
    return np.asarray(np.clip(grey + factor * (rgb - grey), 0, 255))


def exchanged(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Make the negative."""
    return 255 - rgb


def _undoings() -> tuple[Undoing, ...]:
    out: list[Undoing] = []
    for degrees in range(TURN, 360, TURN):
        near = min(degrees, 360 - degrees) <= NEAR_TURN
        signed = degrees if degrees <= 180 else degrees - 360  # noqa: PLR2004  half a circle
        kind = "hue" if near else "far_hue"
        out.append(Undoing(kind, signed, partial(turned, degrees=degrees)))
    out += [Undoing("saturation", f, partial(strengthened, factor=f)) for f in STRENGTHS]
    return (*out, Undoing("negative", 1.0, exchanged))


UNDOINGS = _undoings()
"""The turns of hue stand first."""
_ANGLES = np.arange(TURN, 360, TURN)[:, None]
_OF_KIND = {
    kind: [i for i, undoing in enumerate(UNDOINGS) if undoing.kind == kind]
    for kind in ACCIDENTS[:-1]
}


@dataclass(frozen=True, slots=True, eq=False)
class Undone:
    """A page's colours as they are and after each undoing. Depends on the page alone."""

    rgb: NDArray[np.float64]
    """(n, 3), 0–255."""
    shares: NDArray[np.float64]
    """(n,), sum 1."""
    oklab: NDArray[np.float64]
    """(1 + undoings, n, 3): as it is, then undone in each way."""
    moved: NDArray[np.float64]
    """(undoings,): part of the page that changes."""


def undo(rgb: NDArray[np.float64], shares: NDArray[np.float64]) -> Undone:
    """Undo each accident on a page's colours."""
    others = [undoing.apply(rgb) for undoing in UNDOINGS[len(_ANGLES) :]]
    oklab = oklab_of_rgb(np.concatenate([rgb[None], turned(rgb, _ANGLES), np.array(others)]))
    off = oklab[1:] - oklab[0]
    change = np.sqrt(np.einsum("tnc,tnc->tn", off, off))
    return Undone(rgb, shares, oklab, np.minimum(change / PLAIN_MOVE, 1.0) @ shares)


def fits(page: Undone, density: NDArray[np.float64]) -> NDArray[np.float64]:
    """Say how usual a page's colours are for a brand, in nats a pixel: (1 + undoings, n)."""
    read = shademap.at(density, page.oklab.reshape(-1, 3))
    return read.reshape(page.oklab.shape[:2])


def gains(page: Undone, fit: NDArray[np.float64], usual: float | None) -> NDArray[np.float64]:
    """Weigh what each undoing gains, (undoings,); `usual` is the least fit of approved ones."""
    whole = fit @ page.shares
    gain = whole[1:] - whole[0]
    if usual is not None:
        gain = gain - UNUSUAL * np.maximum(0.0, usual - whole[1:])
    return np.asarray(gain / (page.moved + LEAST_MOVED) ** MOVED_POWER)


def best_of_kinds(gain: NDArray[np.float64]) -> tuple[NDArray[np.float64], dict[str, int]]:
    """Give the evidence for each kind but the last, at least 0, and the undoing that has it."""
    best = {kind: members[int(gain[members].argmax())] for kind, members in _OF_KIND.items()}
    return np.array([max(float(gain[i]), 0.0) for i in best.values()]), best
