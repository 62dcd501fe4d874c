"""Thumbnails of creatives with the places of their findings; decoded one at a time."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from brandguard.model.mask import outline
from brandguard.writers.overlay import BADGE as BADGE_UNITS
from brandguard.writers.overlay import overlay
from brandguard.writers.pdf.style import BADGE, COLOURS, HAIR, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.features import PageFeatures
    from brandguard.model.report import Finding
    from brandguard.writers.overlay import Outline
    from brandguard.writers.pdf.piece import Piece

MOST_PIXELS = 720
"""Of a thumbnail's side; ours have 360."""
BADGE_POINTS = 9.5


def decode(thumbnail: str | None) -> QImage | None:
    """Give a thumbnail (JPEG, base64) as a picture; None where it is none."""
    if not thumbnail:
        return None
    try:
        data = base64.b64decode(thumbnail, validate=True)
    except (binascii.Error, ValueError):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size: QSize = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)


def fit(width: float, height: float, most_wide: float, most_high: float) -> tuple[float, float]:
    """Give the largest size of these proportions within a frame."""
    scale = min(most_wide / max(width, 1e-6), most_high / max(height, 1e-6))
    return max(width * scale, 2.0), max(height * scale, 2.0)


def plain_picture(
    piece: Piece, x: float, y: float, frame: tuple[float, float], image: QImage
) -> tuple[float, float]:
    """Draw a picture into the top left of a frame, with a hairline around it; give its size."""
    width, height = fit(image.width(), image.height(), *frame)
    piece.picture(x, y, width, height, image)
    piece.box(x, y, width, height, line=HAIR, weight=0.5)
    return width, height


def marked_picture(
    piece: Piece, x: float, y: float, frame: tuple[float, float], image: QImage,
    page: PageFeatures, numbered: Sequence[tuple[int, Finding]],
) -> tuple[float, float]:  # fmt: skip
    """Draw a page with its findings' places framed and numbered; give its size."""
    width, height = plain_picture(piece, x, y, frame, image)
    units = max(width, height) / BADGE_POINTS * BADGE_UNITS
    places = overlay(page, numbered, units)
    scale = (width / max(places.width, 1e-6), height / max(places.height, 1e-6))
    for colour, weight in (("#000000", 1.6), (PAPER, 0.7)):  # seen on any ground
        for one in places.outlines:
            _frame(piece, (x, y, width, height), one, scale, colour, weight)
    for one in places.outlines:
        if one.badge is not None:
            half = BADGE_POINTS / 2
            left, top = x + one.badge[0] * scale[0] - half, y + one.badge[1] * scale[1] - half
            piece.box(left - 1, top - 1, BADGE_POINTS + 2, BADGE_POINTS + 2, PAPER, radius=2)
            piece.badge(one.number, one.severity, left, top, BADGE_POINTS, BADGE)
    return width, height


def _frame(
    piece: Piece, area: tuple[float, float, float, float], one: Outline,
    scale: tuple[float, float], colour: str, weight: float,
) -> None:  # fmt: skip
    x, y, width, height = area
    if one.mask is not None:
        for start, end in outline(one.mask):
            (a, b), (c, d) = ((min(u, 1), min(v, 1)) for u, v in (start, end))
            piece.line(
                (x + a * width, y + b * height), (x + c * width, y + d * height), colour, weight
            )
        return
    left, top = max(one.x * scale[0] - 1, 0), max(one.y * scale[1] - 1, 0)
    right = min((one.x + one.width) * scale[0] + 1, width)
    bottom = min((one.y + one.height) * scale[1] + 1, height)
    piece.box(x + left, y + top, right - left, bottom - top, None, colour, weight)


def chips(piece: Piece, x: float, y: float, found: str | None, wanted: str | None) -> float:
    """Draw the colour found and the one wanted side by side, and give where they end right."""
    for colour in (found, wanted):
        if colour:
            piece.box(x, y, 13, 9, colour, "#9A9A96", 0.4)
            x += 13
    return x


def severity_colour(severity: str) -> str:
    """Give the colour of a severity's word."""
    return COLOURS.get(severity, COLOURS["off"])
