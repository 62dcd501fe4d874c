"""Where things lie on a PDF page, as fractions of the page that is seen."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brandguard.readers.matrix import Matrix

_DEVICE = 1_000_000


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
