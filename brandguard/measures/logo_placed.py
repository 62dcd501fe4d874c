"""What the file itself says of a logo: objects that it places are looked at where they lie.

A small logo, or one on a photograph, is not looked for there but known to be somewhere exact; it is
the logo by the same signs as anywhere else.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from brandguard.measures.logo_search import LONG, SHORT, Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray  # noqa: TC004  annotations alone

    from brandguard.measures.logo_template import Prepared
    from brandguard.model.creative import Page, PlacedObject

SAME_STRETCH, SAME_ANGLE = 0.02, 1.0
"""How far an object's stretch (share) and angle (degrees) may lie from what is measured in pixels
for it to be what holds the logo."""
SLANTED = 0.02
"""Cosine of its corners from which an object is slanted: no logo is drawn so by the file alone."""
OTHER_ASPECT = 1.4
"""Factor by which width to height may differ from the logo's: the widest stretch that is sought."""
OWN_PART = 0.3
"""Part of an object that a logo fills at least for the object to be the logo's own: a picture
behind it, or a drawing that wraps the whole page, says nothing of it."""
GROUND_SHARE = 0.9
"""Share of an object's border that has to be even for its padding to be told from its ink."""
INK_OFF = 24
"""Difference (any channel) to that ground from which a pixel is ink."""
PADDED = 0.96
"""Part of the frame's sides up to which the ink is plainly smaller than the frame."""
LOOKED_AT = 160
"""Pixels of an object's long side at which its padding is looked for."""
MOST_PLACES = 40
"""Places of a page that are compared with a logo, the largest."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A placed object as it lies on the page, in the page's pixels; angle within ±45°."""

    width: float
    height: float
    angle: float
    """Degrees, clockwise."""
    aspect: float
    """Its own width to height, when nobody stretches it."""
    corners: NDArray[np.float64]
    """(4, 2)."""
    places: tuple[Candidate, ...]
    """Where a logo would lie: the ink without its padding, and the whole."""

    @property
    def stretch(self) -> float:
        """Width to height against its own: +0.08 is 8 % too wide."""
        return self.width / self.height / self.aspect - 1


def frames_of(page: Page) -> tuple[Frame, ...]:
    """Give the page's placed objects, smallest first, without those that are slanted or flat."""
    if page.pixels is None:
        return ()
    rows, columns = page.pixels.shape[:2]
    frames = [_frame(page.pixels, placed, columns, rows) for placed in page.placed]
    return tuple(sorted((f for f in frames if f), key=lambda f: f.width * f.height))


def _frame(
    pixels: NDArray[np.uint8], placed: PlacedObject, columns: int, rows: int
) -> Frame | None:
    """Turn an object by quarters until its upper side is uppermost.

    Files store pictures upside down and turn them back: which side is its top, nobody says.
    """
    corners = np.array(placed.corners) * (columns, rows)
    across, down = corners[1] - corners[0], corners[3] - corners[0]
    wide, high = float(np.hypot(*across)), float(np.hypot(*down))
    if min(wide, high, placed.width, placed.height) <= 0:
        return None
    if abs(float(across @ down)) > SLANTED * wide * high:
        return None
    aspect = placed.width / placed.height
    if abs(across[0]) < abs(across[1]):
        across, wide, high, aspect = down, high, wide, 1 / aspect
    if across[0] < 0:
        across = -across
    x, y = corners.mean(0).tolist()
    angle = math.degrees(math.atan2(across[1], across[0]))
    whole = Candidate(1.0, x, y, wide, high, angle)
    inner = _ink(pixels, whole) if _large(whole) else None
    places = (inner, whole) if inner else (whole,)
    return Frame(wide, high, angle, aspect, corners, tuple(p for p in places if _large(p)))


def candidates(frames: Sequence[Frame], logo: Prepared) -> list[Candidate]:
    """Give the objects that have the logo's proportions, as they are or without their padding."""
    found = [place for frame in frames for place in frame.places if _alike(place, logo)]
    return found[-MOST_PLACES:]


def _large(one: Candidate) -> bool:
    return min(one.width, one.height) >= SHORT and max(one.width, one.height) >= LONG


def _alike(one: Candidate, logo: Prepared) -> bool:
    return abs(math.log(one.width / one.height / logo.aspect)) <= math.log(OTHER_ASPECT)


def _ink(pixels: NDArray[np.uint8], whole: Candidate) -> Candidate | None:
    """Give what is drawn in an object; None where its border is not even, or the ink fills it."""
    import cv2

    zoom = min(1.0, LOOKED_AT / max(whole.width, whole.height))
    size = (max(1, round(whole.width * zoom)), max(1, round(whole.height * zoom)))
    if min(size) < 3:  # noqa: PLR2004  all border
        return None
    turn = math.radians(whole.angle)
    unit = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    step = unit @ np.diag([whole.width / size[0], whole.height / size[1]])
    middle = np.array([whole.x, whole.y])
    first = middle - 0.5 - step @ ((np.array(size) - 1) / 2)
    flags = cv2.WARP_INVERSE_MAP | cv2.INTER_LINEAR
    crop = np.asarray(
        cv2.warpAffine(
            pixels, np.column_stack([step, first]), size, flags=flags,
            borderMode=cv2.BORDER_REPLICATE,
        )
    ).astype(int)  # fmt: skip
    border = np.concatenate([crop[0], crop[-1], crop[:, 0], crop[:, -1]])
    ground = np.median(border, axis=0)
    if (np.abs(border - ground).max(1) <= INK_OFF).mean() < GROUND_SHARE:
        return None
    ink = np.abs(crop - ground).max(2) > INK_OFF
    if not ink.any():
        return None
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    low = np.array([columns[0], rows[0]])
    high = np.array([columns[-1], rows[-1]]) + 1
    part = (high - low) / size
    if part.min() > PADDED:
        return None
    x, y = (middle + step @ ((low + high) / 2 - np.array(size) / 2)).tolist()
    width, height = (part * (whole.width, whole.height)).tolist()
    return Candidate(1.0, x, y, width, height, whole.angle)


def stated(
    frames: Sequence[Frame], box: tuple[float, float, float, float], distortion: float, angle: float
) -> tuple[float, float] | None:
    """Give distortion and angle as the file says them; None where no object holds the logo.

    An object may hold some more than the logo; what counts is that it is stretched and turned as
    the pixels (box, in pixels of the page; distortion and angle) show it.
    """
    left, top, right, bottom = box
    for frame in frames:
        low, high = frame.corners.min(0) - 2, frame.corners.max(0) + 2
        if not (low[0] <= left and low[1] <= top and right <= high[0] and bottom <= high[1]):
            continue
        own = (right - left) * (bottom - top) / float(np.prod(high - low))
        if own < OWN_PART:
            continue
        alike = abs(math.log((1 + frame.stretch) / (1 + distortion))) <= SAME_STRETCH
        if alike and abs(frame.angle - angle) <= SAME_ANGLE:
            return frame.stretch, frame.angle
    return None
