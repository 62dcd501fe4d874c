"""The menu that shows a picture as people with a colour-vision deficiency see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup, QImage, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from brandguard.gui.task import Task
from brandguard.model.vision import Deficiency, picture_seen_with

if TYPE_CHECKING:
    from collections.abc import Callable


class VisionMenu(QMenu):
    """One choice of four; what was made last is kept, so that it is made once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Simulate colour vision"))
        self._deficiency: Deficiency | None = None
        self._task: Task[QImage] | None = None
        self._made: tuple[int, Deficiency, QPixmap] | None = None
        names: dict[Deficiency | None, str] = {
            None: self.tr("As it is"),
            "protan": self.tr("Red-blind (protanopia)"),
            "deutan": self.tr("Green-blind (deuteranopia)"),
            "tritan": self.tr("Blue-blind (tritanopia)"),
        }
        group = QActionGroup(self)
        for deficiency, name in names.items():
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(deficiency is None)
            action.triggered.connect(lambda _=False, d=deficiency: self.choose(d))
            group.addAction(action)

    @property
    def deficiency(self) -> Deficiency | None:
        """The eyes that are simulated; None for none."""
        return self._deficiency

    def choose(self, deficiency: Deficiency | None) -> None:
        """Simulate these eyes."""
        self._deficiency = deficiency
        self.changed.emit()

    def show_seen(self, pixmap: QPixmap, show: Callable[[QPixmap], None]) -> None:
        """Show a picture as it is seen: at once as it is, else when a thread has made it."""
        wanted = self._deficiency
        if self._task is not None:
            self._task.forget()
            self._task = None
        if wanted is None or pixmap.isNull():
            show(pixmap)
            return
        key = (pixmap.cacheKey(), wanted)
        if self._made is not None and self._made[:2] == key:
            show(self._made[2])
            return
        image, ratio = pixmap.toImage(), pixmap.devicePixelRatio()

        def done(seen: QImage) -> None:
            self._task = None
            made = QPixmap.fromImage(seen)
            made.setDevicePixelRatio(ratio)
            self._made = (*key, made)
            show(made)

        self._task = Task(lambda: _seen(image, wanted), done, lambda _: show(pixmap))


def _seen(image: QImage, deficiency: Deficiency) -> QImage:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    wide, high, line = plain.width(), plain.height(), plain.bytesPerLine()
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(high, line)
    pixels = rows[:, : 3 * wide].reshape(high, wide, 3)
    made = np.ascontiguousarray(picture_seen_with(deficiency, pixels))
    return QImage(made.tobytes(), wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()
