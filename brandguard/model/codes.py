"""A QR or bar code that was seen on a page, and whether a phone will read it."""

from __future__ import annotations

from dataclasses import dataclass

from brandguard.model.creative import Box

QUIET_MODULES = 4
"""Width of the plain margin that a QR code needs, in modules (ISO/IEC 18004, 6.3.8)."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code. Figures are None where they could not be measured."""

    format: str
    """QR Code, EAN-13, EAN-8, UPC-A, Code 128."""
    text: str | None
    """What it says, at most MAX_TEXT characters; None where it is there but cannot be read."""
    box: Box
    """Around the code without its margin."""
    size_mm: float | None = None
    """Its shorter side, where the page has a size in mm."""
    module_mm: float | None = None
    """Side of one module of a QR code."""
    module_px: float | None = None
    """The same in pixels of the picture as it was decoded."""
    quiet_modules: float | None = None
    """Least width of the plain margin on its four sides, in modules; as far as was looked, 4."""
    contrast: float | None = None
    """Difference of reflectance between its light and dark modules, 0–1 (symbol contrast of
    ISO/IEC 15415)."""
