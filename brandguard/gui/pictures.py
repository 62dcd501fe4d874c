"""Thumbnails out of reports, decoded once. Our own worker encoded them, no stranger."""

from __future__ import annotations

import base64
import binascii
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

if TYPE_CHECKING:
    from brandguard.model.features import PageFeatures

_KEPT = 400
"""Thumbnails that stay decoded: some screens full."""


class Thumbnails:
    """Decoded thumbnails by their text, the least recently shown forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()

    def of(self, page: PageFeatures | None) -> QPixmap | None:
        """Give the thumbnail of a page, None where it has none."""
        if page is None or page.thumbnail is None:
            return None
        key = hash(page.thumbnail)
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = decode(page.thumbnail)
            self._kept[key] = pixmap
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return None if pixmap.isNull() else pixmap


def decode(thumbnail: str) -> QPixmap:
    """Decode a base64 JPEG; a null pixmap where it is none."""
    pixmap = QPixmap()
    try:
        pixmap.loadFromData(base64.b64decode(thumbnail), "JPEG")
    except (binascii.Error, ValueError):
        return QPixmap()
    return pixmap
