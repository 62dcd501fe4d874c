"""One place of a finding, drawn over the preview so that it shows on any artwork."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import (
    QGraphicsObject,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from brandguard.gui import theme

if TYPE_CHECKING:
    from brandguard.gui.places import Spot

_PATTERNS = (
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.CrossPattern,
)
"""Neighbouring findings differ by their hatching, not by colour alone."""
_BADGE = 20.0
"""Device-independent pixels, at every zoom."""


_HATCH_ALPHA = 150


class Overlay(QGraphicsObject):
    """A 2 px outline, light beside dark, and a number; hatched while its finding is in hand."""

    pressed = Signal(int)

    def __init__(self, spot: Spot, width: float, height: float) -> None:
        super().__init__()
        left, top, right, bottom = spot.box
        self.spot = spot
        self._rect = QRectF(
            QPointF(left * width, top * height), QPointF(right * width, bottom * height)
        ).normalized()
        self._chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._settle()

    @property
    def chosen(self) -> bool:
        """Whether its finding is the one in hand."""
        return self._chosen

    def choose(self, chosen: bool) -> None:
        """Show it as the finding in hand, above the others."""
        self._chosen = chosen
        self._settle()
        self.update()

    def _settle(self) -> None:
        """Small places lie over large ones, the chosen one over all."""
        area = self._rect.width() * self._rect.height()
        self.setZValue(2.0 if self._chosen else 1.0 / (1.0 + area))

    def place(self) -> QRectF:
        """Give the place in picture pixels."""
        return QRectF(self._rect)

    def boundingRect(self) -> QRectF:
        """Give the place with room for outline and badge at the smallest zoom."""
        margin = (_BADGE + 4) / self._scale()
        return self._rect.adjusted(-margin, -margin, margin, margin)

    def _scale(self) -> float:
        scene = self.scene()
        views = scene.views() if scene is not None else []
        return max(views[0].transform().m11(), 0.02) if views else 1.0

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw hatching, double outline and badge, in screen pixels whatever the zoom."""
        del option, widget
        transform = painter.worldTransform()
        rect = transform.mapRect(self._rect)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.LOOKS[self.spot.severity].light)
        if self._chosen:
            self._hatch(painter, rect, colour)
        for inset, shade in ((0.0, QColor(255, 255, 255)), (2.0, colour)):
            painter.setPen(QPen(shade, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))
        self._badge(painter, rect.topLeft(), colour)
        painter.restore()

    def _hatch(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        pattern = _PATTERNS[self.spot.index % len(_PATTERNS)]
        for shift, shade in ((0.0, QColor(255, 255, 255)), (1.0, QColor(colour))):
            shade.setAlpha(_HATCH_ALPHA)  # the artwork stays visible behind it
            painter.setBrushOrigin(QPointF(shift, 0.0))
            painter.fillRect(rect, QBrush(shade, pattern))

    def _badge(self, painter: QPainter, corner: QPointF, colour: QColor) -> None:
        text = str(self.spot.index + 1)
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setBold(True)
        width = max(_BADGE, QFontMetricsF(font).horizontalAdvance(text) + 10)
        box = QRectF(corner.x(), corner.y(), width, _BADGE)
        painter.setPen(QPen(QColor(255, 255, 255), 1.5))
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Tell which finding was clicked."""
        self.pressed.emit(self.spot.index)
        event.accept()
