"""The picture of a page with the places of its findings, to be zoomed and dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from brandguard.gui import theme
from brandguard.gui.layers import Layer
from brandguard.gui.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.layers import Trace
    from brandguard.gui.places import Spot

_STEP = 1.2
"""One notch of the wheel."""
_LEAST, _MOST = 0.02, 16.0


class Canvas(QGraphicsView):
    """Shows one page. The scene is as large as the original; a small preview is stretched."""

    spot_pressed = Signal(int)
    zoomed = Signal(float)
    """The user zoomed by this factor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._picture = QGraphicsPixmapItem()
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().addItem(self._picture)
        self._overlays: list[Overlay] = []
        self._layer: Layer | None = None
        self._alone = False
        self._fitted = True
        self._shown = True
        self.setAcceptDrops(False)  # what is dropped goes to the window
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setBackgroundBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        self.setAccessibleName(self.tr("Preview"))
        self.setAccessibleDescription(self.tr("The page, with the places of its findings"))

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """The places that are drawn."""
        return tuple(self._overlays)

    @property
    def picture(self) -> QPixmap:
        """The picture that is shown."""
        return self._picture.pixmap()

    def show_page(self, size: QSize, spots: Sequence[Spot]) -> None:
        """Make room for a page of this size and its places; `set_picture` brings the picture."""
        self._picture.setPixmap(QPixmap())
        self.scene().setSceneRect(QRectF(0, 0, size.width(), size.height()))
        self.show_spots(spots)
        self.fit()

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Mark other places on the page that is shown; zoom and picture stay."""
        size = self.scene().sceneRect()
        for overlay in self._overlays:
            self.scene().removeItem(overlay)
        self._overlays = []
        for spot in spots:
            overlay = Overlay(spot, size.width(), size.height())
            overlay.pressed.connect(self.spot_pressed)
            overlay.setVisible(self._shown)
            self.scene().addItem(overlay)
            self._overlays.append(overlay)

    def show_traces(self, traces: Sequence[Trace]) -> None:
        """Draw what else is to be seen on the page, under the places of findings."""
        if self._layer is not None:
            self.scene().removeItem(self._layer)
            self._layer = None
        size = self.scene().sceneRect()
        if traces and not size.isEmpty():
            self._layer = Layer(tuple(traces), size.width(), size.height())
            self.scene().addItem(self._layer)

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What is drawn besides the places of findings."""
        return self._layer.traces if self._layer is not None else ()

    def set_picture(self, pixmap: QPixmap) -> None:
        """Show this picture over the whole page, however many pixels it has."""
        room = self.scene().sceneRect()
        self._picture.setPixmap(pixmap)
        if pixmap.isNull() or room.isEmpty():
            return
        ratio = pixmap.devicePixelRatio()
        transform = self._picture.transform()
        transform.reset()
        transform.scale(
            room.width() * ratio / pixmap.width(), room.height() * ratio / pixmap.height()
        )
        self._picture.setTransform(transform)

    def choose(self, index: int | None) -> None:
        """Show the places of one finding as those in hand and bring the first of them into view."""
        seen = False
        for overlay in self._overlays:
            chosen = overlay.spot.index == index
            overlay.choose(chosen)
            overlay.setVisible(self._shown and (chosen or not self._alone))
            if chosen and not seen:
                self.ensureVisible(overlay.place(), 40, 40)
                seen = True

    def isolate(self, alone: bool) -> None:
        """Show the place in hand alone, or all of them again."""
        self._alone = alone
        for overlay in self._overlays:
            overlay.setVisible(self._shown and (overlay.chosen or not alone))

    def show_overlays(self, shown: bool) -> None:
        """Draw the places of findings, or leave the artwork alone."""
        self._shown = shown
        for overlay in self._overlays:
            overlay.setVisible(shown)

    def fit(self) -> None:
        """Show the whole page."""
        self._fitted = True
        room = self.scene().sceneRect()
        if room.isEmpty():
            return
        margin = max(room.width(), room.height()) * 0.03
        self.fitInView(
            room.adjusted(-margin, -margin, margin, margin), Qt.AspectRatioMode.KeepAspectRatio
        )

    def actual_size(self) -> None:
        """Show one pixel of the page as one pixel of the screen."""
        self._fitted = False
        scale = 1.0 / self.devicePixelRatioF()
        self.resetTransform()
        self.scale(scale, scale)

    @property
    def zoom(self) -> float | None:
        """Pixels of the screen for one of the page; None where the page fits the pane."""
        return None if self._fitted else self.transform().m11() * self.devicePixelRatioF()

    def zoom_to(self, zoom: float | None) -> None:
        """Take a zoom that `zoom` gave."""
        if zoom is None:
            self.fit()
            return
        self._fitted = False
        scale = min(max(zoom / self.devicePixelRatioF(), _LEAST), _MOST)
        self.resetTransform()
        self.scale(scale, scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        notches = event.angleDelta().y() / 120.0
        factor = _STEP**notches
        if self.zoom_by(factor):
            self.zoomed.emit(factor)
        event.accept()

    def zoom_by(self, factor: float) -> bool:
        """Zoom about the pointer, if that does not go too far; tell whether it did."""
        if not _LEAST <= self.transform().m11() * factor <= _MOST:
            return False
        self._fitted = False
        self.scale(factor, factor)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole page in sight as long as nobody has zoomed."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        super().changeEvent(event)
        brush = self.palette().color(QPalette.ColorRole.AlternateBase)
        if self.backgroundBrush().color() != brush:
            self.setBackgroundBrush(brush)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the pasteboard, and white paper under the page."""
        super().drawBackground(painter, rect)
        room = self.scene().sceneRect()
        if room.isEmpty():
            return
        painter.fillRect(room, Qt.GlobalColor.white)
        painter.setPen(theme.hairline(self.palette()))
        painter.drawRect(room)
