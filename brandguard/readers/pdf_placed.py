"""Pictures placed on a PDF page: where, and how large they are by themselves."""

from __future__ import annotations

import ctypes
from typing import Any

from brandguard.model.creative import PlacedObject
from brandguard.readers.matrix import Matrix, multiply
from brandguard.readers.pdf_fills import matrix_of_object, objects_of_page
from brandguard.readers.pdf_geometry import page_matrix

MOST_PLACED = 200
"""Pictures of a page that are named: a catalogue has some tens."""


def placed_on_page(page: Any) -> tuple[PlacedObject, ...]:  # noqa: ANN401  pypdfium2 has no types
    """Give the pictures of a page, in the order of its drawing; also those within drawings."""
    from pypdfium2 import raw

    to_page = page_matrix(page)
    placed = []
    for handle, outer in objects_of_page(page):
        if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        width, height = ctypes.c_uint(), ctypes.c_uint()
        sized = raw.FPDFImageObj_GetImagePixelSize(
            handle, ctypes.byref(width), ctypes.byref(height)
        )
        if not sized or not width.value or not height.value:
            continue
        matrix = multiply(multiply(matrix_of_object(handle), outer), to_page)
        placed.append(PlacedObject("image", _corners(matrix), width.value, height.value))
        if len(placed) == MOST_PLACED:
            break
    return tuple(placed)


def _corners(matrix: Matrix) -> Any:  # noqa: ANN401  four points, as PlacedObject wants them
    """Map a picture's corners, its own top left first; its unit square stands upside down."""
    a, b, c, d, e, f = matrix
    return tuple(
        (a * x + c * y + e, b * x + d * y + f) for x, y in ((0, 1), (1, 1), (1, 0), (0, 0))
    )
