"""Pictures and drawings placed on a PDF page: where, and how large they are by themselves."""

from __future__ import annotations

import ctypes
from typing import Any

from brandguard.model.creative import PlacedObject
from brandguard.readers.matrix import Matrix, multiply
from brandguard.readers.pdf_fills import matrix_of_object, objects_of_page
from brandguard.readers.pdf_geometry import page_matrix

MOST_PLACED = 200
"""Objects of a page that are named: a catalogue has some tens."""
MOST_PARTS = 2_000
"""Parts of a drawing up to which it may be a logo, and not a map."""
LEAST_SIDE = 0.005
"""Part of the page's sides under which an object is a dot or a rule."""

Edges = tuple[float, float, float, float]


def placed_on_page(page: Any) -> tuple[PlacedObject, ...]:  # noqa: ANN401  pypdfium2 has no types
    """Give the pictures and drawings (form XObjects) of a page, also those within drawings.

    A drawing that only wraps another, or a picture, is given once.
    """
    from pypdfium2 import raw

    to_page = page_matrix(page)
    placed: dict[Any, PlacedObject] = {}
    for handle, outer in objects_of_page(page, drawings=True):
        kind = raw.FPDFPageObj_GetType(handle)
        if kind not in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}:
            continue
        matrix = multiply(multiply(matrix_of_object(handle), outer), to_page)
        image = kind == raw.FPDF_PAGEOBJ_IMAGE
        found = _picture(handle, matrix) if image else _drawing(handle, matrix)
        if found is None or (not image and _tiny(found)):
            continue
        # What a drawing holds comes later, is nearer to the ink and takes the place of its wrap.
        placed[tuple(round(v, 3) for corner in found.corners for v in corner)] = found
        if len(placed) == MOST_PLACED:
            break
    return tuple(placed.values())


def _picture(handle: Any, matrix: Matrix) -> PlacedObject | None:  # noqa: ANN401  as above
    from pypdfium2 import raw

    width, height = ctypes.c_uint(), ctypes.c_uint()
    sized = raw.FPDFImageObj_GetImagePixelSize(handle, ctypes.byref(width), ctypes.byref(height))
    if not sized or not width.value or not height.value:
        return None
    corners = _corners(matrix, (0, 0, 1, 1))
    return PlacedObject("image", corners, width.value, height.value)


def _drawing(handle: Any, matrix: Matrix) -> PlacedObject | None:  # noqa: ANN401  as above
    """Give a drawing's frame: the bounds of its parts, in its own coordinates."""
    from pypdfium2 import raw

    count = raw.FPDFFormObj_CountObjects(handle)
    if not 0 < count <= MOST_PARTS:
        return None
    parts = [_bounds(raw.FPDFFormObj_GetObject(handle, index)) for index in range(count)]
    known = [part for part in parts if part is not None]
    if not known:
        return None
    left, bottom = min(part[0] for part in known), min(part[1] for part in known)
    right, top = max(part[2] for part in known), max(part[3] for part in known)
    if not (right > left and top > bottom):
        return None
    corners = _corners(matrix, (left, bottom, right, top))
    return PlacedObject("drawing", corners, right - left, top - bottom)


def _bounds(handle: Any) -> Edges | None:  # noqa: ANN401  as above
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(handle, *(ctypes.byref(edge) for edge in edges)):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _tiny(found: PlacedObject) -> bool:
    across, down = zip(*found.corners, strict=True)
    return max(across) - min(across) < LEAST_SIDE or max(down) - min(down) < LEAST_SIDE


def _corners(matrix: Matrix, edges: Edges) -> Any:  # noqa: ANN401  four points, as PlacedObject wants them
    """Map an object's corners, its own top left first: the y axis of a PDF points up."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = edges
    own = ((left, top), (right, top), (right, bottom), (left, bottom))
    return tuple((a * x + c * y + e, b * x + d * y + f) for x, y in own)
