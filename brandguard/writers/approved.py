"""The approved creative that lies nearest, as small as a report can carry it for each finding."""

from __future__ import annotations

import base64
import io
from functools import lru_cache

LONG_SIDE = 160
QUALITY = 75


@lru_cache(maxsize=512)
def small(thumbnail: str) -> str | None:
    """Give a JPEG (base64) again, its long side at most LONG_SIDE; None where it is no JPEG."""
    from PIL import Image

    try:
        with Image.open(
            io.BytesIO(base64.b64decode(thumbnail, validate=True)), "r", ("JPEG",)
        ) as p:
            picture = p.convert("RGB")
    except (ValueError, OSError, SyntaxError):  # what base64 and Pillow raise over broken data
        return None
    picture.thumbnail((LONG_SIDE, LONG_SIDE))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return base64.b64encode(out.getvalue()).decode("ascii")
