"""The colours that a PDF page names, and where it uses them."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from brandguard.readers.fills import FillCollector
from brandguard.readers.matrix import IDENTITY, Matrix, box_within, multiply
from brandguard.readers.pdf_geometry import page_matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import TextRun, VectorFill

_MOST_DEPTH = 12
"""Nesting of drawings within drawings that is followed."""
_MOST_OBJECTS = 100_000
"""Objects of one page that are looked at: a map may have more."""


def fills_of_page(
    page: Any,  # noqa: ANN401  pypdfium2 has no types
    runs: tuple[TextRun, ...],
) -> tuple[VectorFill, ...]:
    """Give the fill, stroke and text colours of a page, most area first, with largest boxes."""
    from pypdfium2 import raw

    to_page = page_matrix(page)
    collector = FillCollector()
    for handle, matrix in objects_of_page(page):
        if raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_PATH:
            _take_path(handle, multiply(matrix, to_page), collector)
    for run in runs:
        if run.colour and run.box:
            collector.add(run.colour, run.box, "text")
    return collector.fills()


def objects_of_page(
    page: Any,  # noqa: ANN401  as above
    *,
    drawings: bool = False,
) -> Iterator[tuple[Any, Matrix]]:
    """Walk the objects of a page and of the drawings (form XObjects) placed on it.

    With `drawings` these are given themselves, too, each before what it holds.
    """
    from pypdfium2 import raw

    seen = 0
    stack = [(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, IDENTITY, 0)]
    while stack:
        holder, count, get, matrix, depth = stack.pop()
        for index in range(count(holder)):
            seen += 1
            if seen > _MOST_OBJECTS:
                return
            handle = get(holder, index)
            form = raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_FORM
            if drawings or not form:
                yield handle, matrix
            if form and depth < _MOST_DEPTH:
                inner = multiply(matrix_of_object(handle), matrix)
                stack.append(
                    (
                        handle,
                        raw.FPDFFormObj_CountObjects,
                        raw.FPDFFormObj_GetObject,
                        inner,
                        depth + 1,
                    )
                )


def _take_path(handle: Any, matrix: Matrix, collector: FillCollector) -> None:  # noqa: ANN401  as above
    from pypdfium2 import raw

    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(handle, ctypes.byref(filled), ctypes.byref(stroked)):
        return
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(handle, *(ctypes.byref(edge) for edge in edges)):
        return
    left, bottom, right, top = (edge.value for edge in edges)
    box = box_within(matrix, (left, bottom, right, top))
    if box is None:
        return
    if filled.value and (colour := _colour(handle, raw.FPDFPageObj_GetFillColor)):
        collector.add(colour, box, "fill")
    if stroked.value and (colour := _colour(handle, raw.FPDFPageObj_GetStrokeColor)):
        collector.add(colour, box, "stroke")


def _colour(handle: Any, getter: Any) -> str | None:  # noqa: ANN401  as above
    values = [ctypes.c_uint() for _ in range(4)]
    if not getter(handle, *(ctypes.byref(value) for value in values)) or not values[3].value:
        return None
    red, green, blue = (value.value for value in values[:3])
    return f"#{red:02X}{green:02X}{blue:02X}"  # thousands a page: whole numbers need no more


def matrix_of_object(handle: Any) -> Matrix:  # noqa: ANN401  as above
    """Give an object's own map, from its coordinates to those of what holds it."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix)):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
