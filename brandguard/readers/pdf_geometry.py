"""Where things lie on a PDF page, as fractions of the page that is seen."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brandguard.readers.matrix import Matrix

Sides = tuple[float, float, float, float]

_DEVICE = 1_000_000
_MM_PER_POINT = 25.4 / 72
_SLACK = 1.0
"""Points that a trim box may stick out: rounding."""
_LEAST_TRIM = 0.4
"""Part of the sheet's sides under which a trim box is a mistake: marks and bleed around a business
card leave it more than half."""


def trim(page: Any) -> Sides | None:  # noqa: ANN401  as below
    """Show of a page what is left of it when it is cut: its trim box, without bleed and marks.

    Gives the bleed, in mm: left, top, right, bottom. None where the page does not say where it is
    cut, or says so by a box that is none (outside of what is seen, or a small part of it).
    """
    wanted, seen = page.get_trimbox(fallback_ok=False), page.get_cropbox()
    if wanted is None:
        return None
    inside = all(
        low - _SLACK <= edge <= high + _SLACK
        for edge, low, high in zip(wanted, seen[:2] * 2, seen[2:] * 2, strict=True)
    )
    width, height = seen[2] - seen[0], seen[3] - seen[1]
    large = (
        wanted[2] - wanted[0] >= _LEAST_TRIM * width
        and wanted[3] - wanted[1] >= _LEAST_TRIM * height
    )
    if not (inside and large):
        return None
    bleed = page.get_bleedbox(fallback_ok=False) or page.get_mediabox()
    page.set_cropbox(*wanted)
    left, bottom, right, top = wanted
    sides = (left - bleed[0], bleed[3] - top, bleed[2] - right, bottom - bleed[1])
    one, two, three, four = (round(max(side, 0.0) * _MM_PER_POINT, 2) for side in sides)
    return one, two, three, four


def page_matrix(page: Any) -> Matrix:  # noqa: ANN401  pypdfium2 has no types
    """Give the map from a page's coordinates to fractions of what is seen of it.

    PDFium is asked where three points lie: that holds crop box and rotation.
    """
    from pypdfium2 import raw

    def place(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            page, 0, 0, _DEVICE, _DEVICE, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        return across.value / _DEVICE, down.value / _DEVICE

    span = max(page.get_size())
    (ox, oy), (xx, xy), (yx, yy) = place(0, 0), place(span, 0), place(0, span)
    return ((xx - ox) / span, (xy - oy) / span, (yx - ox) / span, (yy - oy) / span, ox, oy)
