"""One page of a file as a picture to look at. Runs in a worker's process, as measuring does."""

from __future__ import annotations

import io

from brandguard.readers import Limits, read
from brandguard.readers.guard import read_bytes


def preview(file: str, page: int, max_px: int) -> bytes:
    """Draw a page (from 1) as an opaque PNG in sRGB, `max_px` pixels at its longest side at most.

    Raises UnreadableCreativeError as the readers do, LookupError where there is no such picture.
    """
    from PIL import Image

    limits = Limits(long_side=max_px)
    creative = read(read_bytes(file), file, limits)
    for each in creative.pages:
        if each.number == page and each.pixels is not None:
            picture = Image.fromarray(each.pixels)
            picture.thumbnail((max_px, max_px), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            picture.save(out, "PNG", compress_level=1)  # it travels once, over a pipe
            return out.getvalue()
        if each.number >= page:
            break
    raise LookupError(f"{file}: page {page} has no picture")
