"""Pixels on their way into a page: thinned out, parted from their alpha, laid on white paper.

Pixels are never averaged, for a mean makes colours that nobody used.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.readers.refusal import too_large

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

    from brandguard.readers.limits import Limits

PRINT_DPI = 150.0
"""Least resolution that is believed to be a print size: programs write 72 and 96 unasked."""
_MOST_DPI = 10_000.0


def check_pixels(size: tuple[int, int], limits: Limits) -> None:
    """Raise UnreadableCreativeError (SYS005) for a header that announces too many pixels."""
    if size[0] * size[1] > limits.max_pixels:
        raise too_large("pixels", size[0] * size[1], limits.max_pixels)


def stride_for(size: tuple[int, int], limits: Limits) -> int:
    """Give the whole step at which a picture is thinned out to `keep_pixels`; 1 keeps it all."""
    return max(1, math.ceil(math.sqrt(size[0] * size[1] / limits.keep_pixels)))


def thin(image: Image, limits: Limits) -> Image:
    """Keep every n-th pixel of a picture that has more than `keep_pixels`."""
    from PIL.Image import Resampling

    width, height = image.size
    stride = stride_for(image.size, limits)
    if stride <= 1:
        return image
    size = (max(1, width // stride), max(1, height // stride))
    thinned = image.resize(size, Resampling.NEAREST)
    thinned.info = image.info
    return thinned


def thin_pixels(pixels: NDArray[np.uint8], limits: Limits) -> NDArray[np.uint8]:
    """Do the same to an array of (height, width, …)."""
    stride = stride_for((pixels.shape[1], pixels.shape[0]), limits)
    return pixels if stride <= 1 else np.ascontiguousarray(pixels[::stride, ::stride])


def split(image: Image) -> tuple[Image, Image | None]:
    """Part a picture into its colours and its alpha, None where it is opaque everywhere."""
    if not image.has_transparency_data:
        return image, None
    if image.mode == "LA":
        colours, alpha = image.getchannel("L"), image.getchannel("A")
    else:
        whole = image.convert("RGBA")
        colours, alpha = whole.convert("RGB"), whole.getchannel("A")
    lowest: Any = alpha.getextrema()[0]
    return colours, alpha if lowest < 255 else None  # noqa: PLR2004  255 is opaque


def on_paper(image: Image, alpha: Image | None) -> Image:
    """Lay a picture in sRGB on white paper."""
    from PIL import Image as Pillow

    if alpha is None:
        return image
    paper = Pillow.new("RGB", image.size, "white")
    paper.paste(image, mask=alpha)
    return paper


def print_dpi(across: float, down: float) -> tuple[float, float] | None:
    """Give a resolution if it can only be meant for print; None for those that nobody chose."""
    trusted = all(PRINT_DPI <= value <= _MOST_DPI for value in (across, down))
    return (across, down) if trusted else None
