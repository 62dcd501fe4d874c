"""Picks a colour from the creative that is shown: a page, a cross, what lies under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.swatches import nearest_colour
from brandguard.gui.pictures import decode
from brandguard.gui.places import page_view
from brandguard.gui.previewloader import PreviewLoader
from brandguard.gui.words import number

if TYPE_CHECKING:
    from brandguard.gui.session import Session

LOUPE_PIXELS, LOUPE_SIDE = 11, 72
"""Pixels of the page that the loupe shows each way, and how large it is."""
_AROUND = 1
"""Pixels on either side of the one under the cross whose mean is taken: JPEG's grain evens out."""


class Eyedropper(QDialog):
    """Shows the page at large; a click or Enter picks what lies under the cross."""

    picked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Pick a colour"))
        self.page = Page()
        self.page.moved.connect(self._show)
        self.page.chosen.connect(self._pick)
        self.loupe, self._words = Loupe(), QLabel()
        self._words.setWordWrap(True)
        self.add = QPushButton(self.tr("Add to the palette"))
        self.add.setDefault(True)
        self.add.clicked.connect(self._pick)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.loupe)
        row.addWidget(self._words, 1)
        row.addWidget(self.add)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self.resize(760, 600)
        self._loader = PreviewLoader(session.backend.preview, self)
        self._loader.loaded.connect(self._sharpen)

    def showEvent(self, event: QShowEvent) -> None:
        """Fetch the page of the creative that is shown."""
        super().showEvent(event)
        entry = self._session.current
        page = page_view(entry.report if entry else None, self._session.page)
        if entry is None or page is None or not page.thumbnail:
            self.page.show_image(QImage())
            self._words.setText(self.tr("The creative in the list has no picture to pick from."))
            self.add.setEnabled(False)
            return
        self.add.setEnabled(True)
        self.page.show_image(decode(page.thumbnail).toImage())
        self._loader.wish(entry.path, page.number)
        self.page.setFocus()

    def _sharpen(self, path: str, page: int, image: QImage) -> None:
        entry = self._session.current
        if entry is not None and entry.path == path and page == self._session.page:
            self.page.show_image(image)

    def _show(self, code: str) -> None:
        profile = self._session.profile
        near = nearest_colour(code, profile.colours) if profile is not None else None
        words = code
        if near is not None:
            text = self.tr("{hex}  ·  nearest {name} {brand}, ΔE {delta}")
            if near[0].hex.upper() == code:
                text = self.tr("{hex}  ·  is {name} of the palette")
            words = text.format(
                hex=code, name=near[0].name, brand=near[0].hex, delta=number(near[1])
            )
        self.loupe.show_around(self.page.around(LOUPE_PIXELS), code)
        self.add.setEnabled(near is None or near[0].hex.upper() != code)
        self._words.setText(words)

    def _pick(self) -> None:
        if self.page.code and self.add.isEnabled():
            self.picked.emit(self.page.code)


class Loupe(QWidget):
    """The pixels around the cross, each as large as a letter, and the colour that they give."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._code = QImage(), ""
        self.setFixedSize(2 * LOUPE_SIDE, LOUPE_SIDE)

    def show_around(self, image: QImage, code: str) -> None:
        """Show a piece of the page, and the colour at its middle."""
        self._image, self._code = image, code
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pixels at the left, those that count in a frame; the colour at the right."""
        del event
        if self._image.isNull():
            return
        painter = QPainter(self)
        side = float(LOUPE_SIDE)
        painter.drawImage(QRectF(0, 0, side, side), self._image)
        painter.fillRect(QRectF(side, 0, side, side), QColor(self._code))
        one, count = side / LOUPE_PIXELS, 2 * _AROUND + 1
        start = (LOUPE_PIXELS - count) / 2 * one
        for colour, out in (("#000000", 1.0), ("#FFFFFF", 0.0)):
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawRect(
                QRectF(start, start, count * one, count * one).adjusted(-out, -out, out, out)
            )
        painter.setPen(theme.hairline(self.palette()))
        painter.drawRect(QRectF(0, 0, 2 * side - 1, side - 1))


class Page(QWidget):
    """The picture with a cross that follows the mouse and the arrow keys."""

    moved = Signal(str)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._pixmap = QImage(), QPixmap()
        self._at = QPointF(0.5, 0.5)
        self.code = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("The creative; arrow keys move the cross, Enter picks"))

    def sizeHint(self) -> QSize:
        """Be large enough to aim."""
        return QSize(640, 480)

    def show_image(self, image: QImage) -> None:
        """Show a page; the cross stays where it was."""
        self._image, self._pixmap = image, QPixmap.fromImage(image)
        self._go(self._at)

    def room(self) -> QRectF:
        """Give where the picture lies in the widget."""
        if self._image.isNull():
            return QRectF()
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def around(self, pixels: int) -> QImage:
        """Give a square of so many pixels a side with the cross in its middle."""
        if self._image.isNull():
            return QImage()
        left = min(int(self._at.x() * self._image.width()), self._image.width() - 1) - pixels // 2
        top = min(int(self._at.y() * self._image.height()), self._image.height() - 1) - pixels // 2
        return self._image.copy(left, top, pixels, pixels)

    def _go(self, at: QPointF) -> None:
        self._at = QPointF(min(max(at.x(), 0.0), 1.0), min(max(at.y(), 0.0), 1.0))
        self.code = sampled(self._image, self._at)
        if self.code:
            self.moved.emit(self.code)
        self.update()

    def _aim(self, point: QPointF) -> None:
        room = self.room()
        if not room.isEmpty():
            self._go(QPointF((point.x() - room.x()) / room.width(),
                             (point.y() - room.y()) / room.height()))  # fmt: skip

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._aim(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick."""
        self._aim(event.position())
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a pixel, with Shift by ten; Enter and Space pick."""
        steps = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        key = event.key()
        if key in steps and not self._image.isNull():
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            x, y = steps[Qt.Key(key)]
            step = QPointF(far * x / self._image.width(), far * y / self._image.height())
            self._go(self._at + step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page and the cross, light and dark so that it shows on anything."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.room()
        if room.isEmpty():
            return
        painter.drawPixmap(room, self._pixmap, QRectF(self._pixmap.rect()))
        x = room.x() + self._at.x() * room.width()
        y = room.y() + self._at.y() * room.height()
        for colour, width in ((QColor("#000000"), 3.0), (QColor("#FFFFFF"), 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(QPointF(x, y), 9, 9)
            painter.drawLine(QPointF(x - 16, y), QPointF(x - 9, y))
            painter.drawLine(QPointF(x + 9, y), QPointF(x + 16, y))
            painter.drawLine(QPointF(x, y - 16), QPointF(x, y - 9))
            painter.drawLine(QPointF(x, y + 9), QPointF(x, y + 16))


def sampled(image: QImage, at: QPointF) -> str:
    """Give the mean colour around a place (0–1 both ways) of a picture; empty for no picture."""
    if image.isNull():
        return ""
    column = min(int(at.x() * image.width()), image.width() - 1)
    row = min(int(at.y() * image.height()), image.height() - 1)
    pixels = [
        image.pixelColor(x, y)
        for x in range(max(column - _AROUND, 0), min(column + _AROUND + 1, image.width()))
        for y in range(max(row - _AROUND, 0), min(row + _AROUND + 1, image.height()))
    ]
    count = len(pixels)
    red, green, blue = (
        round(sum(values) / count)
        for values in zip(*((p.red(), p.green(), p.blue()) for p in pixels), strict=True)
    )
    return f"#{red:02X}{green:02X}{blue:02X}"
