"""A colour as a small picture, and as the words that other programs take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from brandguard.model.colour import delta_e, hue, oklab_of_rgb, rgb_of_hex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.model.profile import BrandColour, Inks

_SIDE = 20


def swatch(code: str | None) -> QIcon:
    """Draw a colour; a crossed field where there is none."""
    pixmap = QPixmap(_SIDE * 2, _SIDE * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128))
    painter.setBrush(QColor(code) if code else Qt.BrushStyle.BDiagPattern)
    painter.drawRoundedRect(QRectF(1, 2, _SIDE - 2, _SIDE - 4), 3, 3)
    painter.end()
    return QIcon(pixmap)


def nearest_colour(
    code: str, colours: Iterable[BrandColour], besides: str = ""
) -> tuple[BrandColour, float] | None:
    """Give the brand colour nearest to a colour, and how far it is (CIEDE2000)."""
    others = [(colour, delta_e(code, colour.hex)) for colour in colours if colour.name != besides]
    return min(others, key=lambda pair: pair[1], default=None)


def as_rgb(code: str) -> str:
    """Write a colour as CSS takes it in three numbers."""
    red, green, blue = rgb_of_hex(code)
    return f"rgb({red} {green} {blue})"


def as_oklch(code: str) -> str:
    """Write a colour as CSS's oklch()."""
    lab = oklab_of_rgb(np.array(rgb_of_hex(code), dtype=float))
    chroma = float(np.hypot(lab[1], lab[2]))
    angle = float(hue(lab)) % 360 if chroma >= 0.0005 else 0.0  # noqa: PLR2004  a grey has no hue
    return f"oklch({100 * float(lab[0]):.2f}% {chroma:.4f} {angle:.2f})"


def as_cmyk(inks: Inks) -> str:
    """Write inks in per cent."""
    return "C{:g} M{:g} Y{:g} K{:g}".format(*(round(100 * ink, 1) for ink in inks))
