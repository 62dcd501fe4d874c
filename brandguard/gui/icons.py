"""Our own line icons (assets/icons/*.svg), drawn in the colour of the text around them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from brandguard.settings import asset_path

_SIZES = (16, 20, 24, 40, 48, 64)
"""Pixels; enough for tool bars and buttons from 1× to 3×."""


def icon(name: str, palette: QPalette) -> QIcon:
    """Draw an icon in the text's colour, and paler for when its action is not to be had."""
    result = QIcon()
    groups = (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    )
    for mode, group in groups:
        ink = palette.color(group, QPalette.ColorRole.ButtonText)
        for size in _SIZES:
            result.addPixmap(draw(name, size, ink), mode)
    return result


def app_icon() -> QIcon:
    """Give the program's own icon, in its own colours."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(draw("brandguard", size, QColor(Qt.GlobalColor.black)))
    return result


def draw(name: str, size: int, ink: QColor) -> QPixmap:
    """Draw an SVG of assets/icons `size` pixels wide and high, its currentColor being `ink`."""
    svg = asset_path("icons", f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(svg.replace(b"currentColor", ink.name().encode())))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
