"""One place of a finding, drawn over the preview so that it shows on any artwork."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import (
    QGraphicsObject,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from brandguard.gui import theme
from brandguard.model import mask as masks

if TYPE_CHECKING:
    from brandguard.gui.places import Spot
    from brandguard.model.mask import Mask

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
_GAP = 2.0
"""Between a place and its frame."""


_HATCH_ALPHA = 150


def _drawn(mask: Mask | None, width: float, height: float) -> tuple[QPainterPath, QPainterPath]:
    """Give a mask's area and its border in picture pixels, both empty without one."""
    area, border = QPainterPath(), QPainterPath()
    if mask is not None:
        area.setFillRule(Qt.FillRule.WindingFill)
        for left, top, right, bottom in masks.boxes(mask):
            corner = QPointF(left * width, top * height)
            area.addRect(QRectF(corner, QPointF(right * width, bottom * height)))
        for (x, y), (to_x, to_y) in masks.outline(mask):
            border.moveTo(min(x, 1.0) * width, min(y, 1.0) * height)
            border.lineTo(min(to_x, 1.0) * width, min(to_y, 1.0) * height)
    return area, border


def _beside(rect: QRectF, width: float, view: QRect) -> QPointF:
    """Put a number left of the place, where pages have margins and no words; else over or in it."""
    left, top = rect.left() - _GAP - 2.0 - width, rect.top() - _GAP - 2.0
    if left >= 0.0:
        return QPointF(left, min(max(top, 0.0), view.height() - _BADGE))
    top -= _BADGE
    return QPointF(
        min(max(rect.left() - _GAP - 2.0, 1.0), view.width() - width),
        top if top >= 0.0 else rect.top(),
    )


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
        self._area, self._border = _drawn(spot.mask, width, height)
        if spot.mask is None:
            self._area.addRect(self._rect)
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
        margin = (_BADGE + 2 * _GAP + 6) / self._scale()
        whole = self._rect.united(self._area.boundingRect())
        return whole.adjusted(-margin, -margin, margin, margin)

    def shape(self) -> QPainterPath:
        """Give what can be clicked: the place itself, not the box around scattered parts."""
        path = QPainterPath(self._area)
        if self._numbered:
            side = (_BADGE + 2 * _GAP) / self._scale()
            path.addRect(QRectF(self._rect.topLeft() - QPointF(side, 0), QSizeF(side, side)))
        return path

    @property
    def _numbered(self) -> bool:
        """One number a finding is enough, until it is in hand: each covers a little of the page."""
        return self.spot.first or self._chosen

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
        area, border = transform.map(self._area), transform.map(self._border)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.LOOKS[self.spot.severity].light)
        if self._chosen:
            self._hatch(painter, area, colour)
        if self.spot.mask is not None:
            self._trace(painter, border, colour)
        for outset, shade in ((_GAP + 2.0, QColor(255, 255, 255)), (_GAP, colour)):
            painter.setPen(QPen(shade, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.spot.mask is None:  # around the place: small print stays readable in it
                painter.drawRect(rect.adjusted(-outset, -outset, outset, outset))
        if self._numbered:
            self._badge(painter, rect, colour)
        painter.restore()

    def _trace(self, painter: QPainter, border: QPainterPath, colour: QColor) -> None:
        """Draw the border of an area: the colour on white, so that it shows on any artwork."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, shade in ((4.0, QColor(255, 255, 255)), (2.0, colour)):
            pen = QPen(shade, width)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            painter.drawPath(border)

    def _hatch(self, painter: QPainter, area: QPainterPath, colour: QColor) -> None:
        pattern = _PATTERNS[self.spot.index % len(_PATTERNS)]
        for shift, shade in ((0.0, QColor(255, 255, 255)), (1.0, QColor(colour))):
            shade.setAlpha(_HATCH_ALPHA)  # the artwork stays visible behind it
            painter.setBrushOrigin(QPointF(shift, 0.0))
            painter.fillPath(area, QBrush(shade, pattern))

    def _badge(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        text = str(self.spot.index + 1)
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setBold(True)
        width = max(_BADGE, QFontMetricsF(font).horizontalAdvance(text) + 10)
        box = QRectF(_beside(rect, width, painter.viewport()), QSizeF(width, _BADGE))
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
