"""Spot inks of a Photoshop file: extra channels that print, with their names and colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.creative import VectorFill
from brandguard.readers.ink_spaces import MOST_NAMES, NAME_LENGTH
from brandguard.readers.inks import to_srgb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray  # noqa: TC004  nobody reads these annotations at run time

_SPOT = 2
"""A channel's kind in «DisplayInfo»: 0 and 1 are masks."""
_RGB, _CMYK, _LAB, _GREY = 0, 2, 7, 8
_LEAST_INK = 0.02
_SIGNED = 32767


@dataclass(frozen=True, slots=True, eq=False)
class SpotInk:
    """A channel that prints in an ink of its own."""

    name: str
    rgb: tuple[int, int, int]
    """Of the full ink."""
    tint: NDArray[np.float32]
    """Shape (height, width): 0 is none, 1 the full ink."""

    def fill(self) -> VectorFill:
        """Give the ink as a colour that the file names, around all it covers."""
        rows, columns = np.nonzero(self.tint > _LEAST_INK)
        height, width = self.tint.shape
        box = (0.0, 0.0, 0.0, 0.0)
        if len(rows):
            box = (
                float(columns.min()) / width,
                float(rows.min()) / height,
                float(columns.max() + 1) / width,
                float(rows.max() + 1) / height,
            )
        hex_ = "#{:02X}{:02X}{:02X}".format(*self.rgb)
        area = len(rows) / self.tint.size
        return VectorFill(hex_, box, spot=self.name, area=round(area, 4))


def extra_inks(psd: Any, planes: Sequence[NDArray[np.uint8]], own: int) -> list[SpotInk]:  # noqa: ANN401  a PSDImage
    """Give the spot inks among the channels beyond the first `own`.

    The lists of names and colours end with the last channel, so they are matched from there.
    """
    from psd_tools.constants import Resource

    described = psd.image_resources.get_data(Resource.DISPLAY_INFO)
    channels = list(getattr(described, "alpha_channels", ()))[-MOST_NAMES:]
    names = list(psd.image_resources.get_data(Resource.ALPHA_NAMES_UNICODE) or ())
    found = []
    for back, channel in enumerate(reversed(channels), 1):
        index = len(planes) - back
        if index < own or int(channel.mode) != _SPOT:
            continue
        rgb = _rgb_of(channel)
        if rgb is None:
            continue
        name = str(names[-back]) if back <= len(names) else ""
        tint = (255 - planes[index]).astype(np.float32) / np.float32(255)
        clean = " ".join(name.replace("\0", "").split())[:NAME_LENGTH]
        found.append(SpotInk(clean or f"{back}", rgb, tint))
    return found[::-1]


def laid_over(pixels: NDArray[np.uint8], inks: Sequence[SpotInk]) -> NDArray[np.uint8]:
    """Print inks over pixels: each lets through what its own colour does."""
    if not inks:
        return pixels
    seen = pixels.astype(np.float32)
    for ink in inks:
        lets = np.asarray(ink.rgb, np.float32) / 255
        seen *= 1 - ink.tint[..., None] * (1 - lets)
    return np.rint(seen).astype(np.uint8)


def shown_as(mode: str, levels: Sequence[int], profile: bytes | None) -> tuple[int, int, int]:
    """Give one colour, 0–255 a channel of a Pillow mode, in sRGB."""
    from PIL import Image as Pillow

    bands = [Pillow.new("L", (1, 1), level) for level in levels]
    patch, _, _ = to_srgb(Pillow.merge(mode, bands), profile)  # frombytes turns Lab's signs over
    red, green, blue = patch.tobytes()
    return red, green, blue


def _rgb_of(channel: Any) -> tuple[int, int, int] | None:  # noqa: ANN401  psd-tools' AlphaChannel
    """Give a channel's colour in sRGB; the figures are 16 bits in the space that they name."""
    values = (channel.c1, channel.c2, channel.c3, channel.c4)
    if channel.color_space == _RGB:
        return shown_as("RGB", [value >> 8 for value in values[:3]], None)
    if channel.color_space == _CMYK:
        return shown_as("CMYK", [255 - (value >> 8) for value in values], None)
    if channel.color_space == _LAB:  # L in hundredths of 0–100, a and b of −128–127
        signed = [value - 65536 if value > _SIGNED else value for value in values[1:3]]
        levels = [values[0] / 10_000 * 255, *(value / 100 + 128 for value in signed)]
        return shown_as("LAB", [min(255, max(0, round(level))) for level in levels], None)
    if channel.color_space == _GREY:
        return shown_as("L", [round(min(values[0], 10_000) / 10_000 * 255)], None)
    return None
