"""Pictures placed by a PDF page's drawing: their pixels an inch, and what these are made of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from brandguard.model.creative import PictureSpace, PlacedPicture
from brandguard.readers.ink_spaces import Space, of_picture
from brandguard.readers.ink_uses import common

if TYPE_CHECKING:
    from brandguard.readers.pdf_walk import Walk

MOST_PICTURES = 200
_SPACES: dict[str, PictureSpace] = {"grey": "grey", "cmyk": "cmyk", "rgb": "rgb", "named": "spot"}
_UNIT = (0.0, 0.0, 1.0, 1.0)
"""The square that a picture fills before the matrix places it."""


def place_picture(walk: Walk, picture: Any) -> None:  # noqa: ANN401  pikepdf's objects
    """Note a picture at the size it is placed; nothing of it is decoded."""
    width, height = int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
    a, b, c, d, *_ = walk.state.matrix
    across, down = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    box = walk.uses.box(walk.state.matrix, _UNIT)
    seen = common(box, walk.state.clip) if box is not None else None
    full = len(walk.uses.pictures) >= MOST_PICTURES
    if seen is None or full or width <= 0 or height <= 0 or not across or not down:
        return
    dpi = min(width / across, height / down)
    placed = PlacedPicture(seen, width, height, round(dpi, 1), _space(walk, picture))
    walk.uses.pictures.append(placed)


def _space(walk: Walk, picture: Any) -> PictureSpace:  # noqa: ANN401  as above
    if picture.get("/ImageMask"):
        return "mask"
    thing = picture.get("/ColorSpace")
    if thing is None:  # JPEG 2000 says it within
        return "other"
    space: Space = of_picture(thing, walk.resources)
    if space.kind == "named" and set(space.names) <= {"Cyan", "Magenta", "Yellow", "Black"}:
        return "cmyk"
    return _SPACES.get(space.kind, "other")
