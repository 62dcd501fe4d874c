"""One page of a file as a picture to look at. Runs in a worker's process, as measuring does."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from brandguard.readers import Limits, read
from brandguard.readers.guard import read_bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels ready to be shown: no decoder has to run where they are looked at."""

    width: int
    height: int
    rgb: bytes
    """Three bytes a pixel in sRGB, row after row, without padding."""


def preview(file: str, page: int, max_px: int) -> Picture:
    """Draw a page (from 1), `max_px` pixels at its longest side at most.

    Raises UnreadableCreativeError as the readers do, LookupError where there is no such picture.
    """
    return _draw(read_bytes(file), file, page, max_px)


def preview_as_judged(file: str, sha256: str | None, page: int, max_px: int) -> Picture | None:
    """Draw a page as `preview` does; None where the file is no longer the one that was judged."""
    data = read_bytes(file)
    if hashlib.sha256(data).hexdigest() != sha256:
        return None
    return _draw(data, file, page, max_px)


def _draw(data: bytes, file: str, page: int, max_px: int) -> Picture:
    from PIL import Image

    creative = read(data, file, Limits(long_side=max_px))
    for each in creative.pages:
        if each.number == page and each.pixels is not None:
            picture = Image.fromarray(each.pixels)
            picture.thumbnail((max_px, max_px), Image.Resampling.LANCZOS)
            return Picture(picture.width, picture.height, picture.tobytes())
        if each.number >= page:
            break
    raise LookupError(f"{file}: page {page} has no picture")
