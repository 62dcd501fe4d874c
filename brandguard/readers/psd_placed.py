"""Pictures placed in a Photoshop file (smart objects): where, how large by themselves, how fine.

Only the heads of embedded files are looked at; a file that is merely linked is never opened.
"""

from __future__ import annotations

import io
import math
import struct
import warnings
from typing import TYPE_CHECKING, Any

from brandguard.model.creative import Note, PictureSpace, PlacedObject, PlacedPicture
from brandguard.readers import codes
from brandguard.readers.psd_text import box_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PLACED = 200
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP")
_SPACES: dict[str, PictureSpace] = {
    "CMYK": "cmyk", "RGB": "rgb", "RGBA": "rgb", "P": "rgb", "L": "grey", "LA": "grey", "1": "grey",
}  # fmt: skip
_PSD_SPACES: dict[int, PictureSpace] = {1: "grey", 3: "rgb", 4: "cmyk"}
_PSD_HEAD = struct.Struct(">4sH6xHIIHH")


def placed_in(
    layers: Sequence[Any], size: tuple[int, int], dpi: float
) -> tuple[tuple[PlacedObject, ...], tuple[PlacedPicture, ...]]:
    """Give the embedded pictures of a page of `size` pixels at `dpi`, least dpi first."""
    placed: list[PlacedObject] = []
    pictures: list[PlacedPicture] = []
    for layer in [layer for layer in layers if layer.kind == "smartobject"][:MOST_PLACED]:
        kind, data = _stored(layer)
        head = _head(data) if kind == "data" else None
        corners = layer.smart_object.transform_box
        if head is None or corners is None or not all(map(math.isfinite, corners)):
            continue
        width, height, space = head
        points = [(corners[i], corners[i + 1]) for i in range(0, 8, 2)]
        across, down = math.dist(points[0], points[1]), math.dist(points[0], points[3])
        if min(across, down) < 1:
            continue
        own = tuple((x / size[0], y / size[1]) for x, y in points)
        placed.append(PlacedObject("image", (own[0], own[1], own[2], own[3]), width, height))
        fine = round(dpi * min(width / across, height / down), 1)
        pictures.append(PlacedPicture(box_of(layer, size), width, height, fine, space))
    return tuple(placed), tuple(sorted(pictures, key=lambda picture: picture.dpi))


def stored_apart(layers: Sequence[Any]) -> tuple[Note, ...]:
    """Tell of placed files that are linked and lie elsewhere: Photoshop shows its own copy."""
    outside = [
        layer.smart_object.filename
        for layer in layers
        if layer.kind == "smartobject" and _stored(layer)[0] not in {"data", None}
    ]
    if not outside:
        return ()
    first = " ".join(outside[0].split())[:200]
    return (Note(codes.OUTSIDE_REMOVED, {"count": len(outside), "first": first}),)


def _stored(layer: Any) -> tuple[str | None, bytes]:  # noqa: ANN401  a psd-tools layer
    """Give how a placed file is kept, and its bytes where it is kept inside: nothing is opened."""
    try:
        kind = layer.smart_object.kind
    except ValueError:  # a smart object without its file
        return None, b""
    return kind, bytes(layer.smart_object.data) if kind == "data" else b""


def _head(data: bytes) -> tuple[int, int, PictureSpace] | None:
    """Give width, height and colour space of a raster by its head; None for all else."""
    if data.startswith(b"8BPS") and len(data) >= _PSD_HEAD.size:
        _, _, _, height, width, _, mode = _PSD_HEAD.unpack_from(data)
        return (width, height, _PSD_SPACES.get(mode, "other")) if width and height else None
    from PIL import Image as Pillow

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Pillow.open(io.BytesIO(data), formats=_FORMATS) as image:
                return *image.size, _SPACES.get(image.mode, "other")
    except Exception:  # noqa: BLE001  a broken placed file must not cost the creative; it shows in pixels
        return None
