"""Pictures as small as a report can carry them for each finding or each side of a conflict."""

from __future__ import annotations

import base64
import io
from functools import lru_cache

LONG_SIDE = 160
QUALITY = 75


@lru_cache(maxsize=64)
def small(thumbnail: str) -> str | None:
    """Give a JPEG (base64) again, its long side at most LONG_SIDE; None where it is no JPEG.

    The approved creative that lies nearest is often the same one.
    """
    made = shrunk(thumbnail)
    return made and made[0]


def shrunk(thumbnail: str, long_side: int = LONG_SIDE) -> tuple[str, int, int] | None:
    """Give a JPEG (base64) small, with its width and height; None where it is no JPEG."""
    from PIL import Image

    try:
        with Image.open(
            io.BytesIO(base64.b64decode(thumbnail, validate=True)), "r", ("JPEG",)
        ) as p:
            picture = p.convert("RGB")
    except (ValueError, OSError, SyntaxError):  # what base64 and Pillow raise over broken data
        return None
    picture.thumbnail((long_side, long_side))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return base64.b64encode(out.getvalue()).decode("ascii"), picture.width, picture.height
