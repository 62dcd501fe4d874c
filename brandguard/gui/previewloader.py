"""Fetches sharp previews from a worker; only the latest wish counts."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from brandguard.gui.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.workers.preview import Picture

Wish = tuple[str, int]
"""Path and page."""

LONG_SIDE = 2000
"""Pixels: sharp on a large screen, and 16 MB at most."""

_log = logging.getLogger(__name__)


class PreviewLoader(QObject):
    """One preview under way, at most one waiting: leafing quickly through a list asks for few."""

    loaded = Signal(str, int, QImage)

    def __init__(
        self, preview: Callable[[str, int, int], Picture], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._task: Task[QImage] | None = None
        self._next: Wish | None = None

    def wish(self, path: str, page: int) -> None:
        """Ask for a page; `loaded` comes unless another page is asked for before."""
        self._next = (path, page)
        if self._task is None:
            self._begin()

    def forget(self) -> None:
        """Wish for nothing any more."""
        self._next = None

    def _begin(self) -> None:
        if self._next is None:
            return
        path, page = wish = self._next
        preview = self._preview

        def work() -> QImage:
            return _image(preview(path, page, LONG_SIDE))

        self._task = Task(
            work, lambda image: self._done(wish, image), lambda e: self._failed(wish, e)
        )

    def _done(self, wish: Wish, image: QImage) -> None:
        if not isValid(self):
            return  # its pane is gone: the window speaks another language now
        self._task = None
        if self._next == wish:
            self._next = None
            if not image.isNull():
                self.loaded.emit(*wish, image)
        self._begin()

    def _failed(self, wish: Wish, error: Exception) -> None:
        """Leave the thumbnail; a creative that cannot be drawn has its finding already."""
        _log.info("no sharp preview of %s: %s: %s", wish, type(error).__name__, error)
        if not isValid(self):
            return
        self._task = None
        if self._next == wish:
            self._next = None
        self._begin()


def _image(picture: Picture) -> QImage:
    """Make pixels into Qt's own form. Runs in a thread.

    Decoding a PNG here would hold Python's lock, and with it the window, for some 0.3 s.
    """
    bytes_a_line = 3 * picture.width
    image = QImage(
        picture.rgb, picture.width, picture.height, bytes_a_line, QImage.Format.Format_RGB888
    )
    return image.convertToFormat(QImage.Format.Format_RGB32)
