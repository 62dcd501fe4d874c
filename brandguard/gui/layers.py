"""What else is drawn over the preview: text, logos with their clear space, where a colour lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from brandguard.model import mask as masks
from brandguard.model.logo import SURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.features import PageFeatures, Swatch
    from brandguard.model.profile import Profile

Kind = Literal["text", "logo", "space", "colour", "place"]
_STYLE: dict[Kind, tuple[str, Qt.PenStyle]] = {
    "text": ("#1D5FA6", Qt.PenStyle.DotLine),
    "logo": ("#17704A", Qt.PenStyle.SolidLine),
    "space": ("#17704A", Qt.PenStyle.DashLine),
    "colour": ("#000000", Qt.PenStyle.SolidLine),
    "place": ("#B42318", Qt.PenStyle.SolidLine),
}
_VEIL = 150


@dataclass(frozen=True, slots=True)
class Trace:
    """One outline in parts of the page: rectangles, or the four corners of what is turned."""

    kind: Kind
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    corners: tuple[tuple[float, float], ...] = ()


def text_traces(page: PageFeatures) -> Iterator[Trace]:
    """Give the places of a page's text."""
    boxes = tuple(run.box for run in page.runs if run.box is not None)
    if boxes:
        yield Trace("text", boxes)


def logo_traces(page: PageFeatures, profile: Profile | None) -> Iterator[Trace]:
    """Give the logos that were seen, and around each the space that the profile wants free."""
    wanted = {logo.name: logo.clear_space for logo in profile.logos} if profile else {}
    for sighting in page.logos or ():
        if sighting.confidence < SURE:
            continue
        yield Trace("logo", corners=sighting.corners)
        space = wanted.get(sighting.name)
        if space:
            left, top, right, bottom = sighting.box
            high = space * sighting.height_px / max(page.height_px, 1)
            wide = space * sighting.height_px / max(page.width_px, 1)
            yield Trace("space", ((left - wide, top - high, right + wide, bottom + high),))


def colour_traces(swatch: Swatch) -> Iterator[Trace]:
    """Give everywhere that a colour lies."""
    boxes = masks.boxes(swatch.mask) if swatch.mask else ((swatch.box,) if swatch.box else ())
    if boxes:
        yield Trace("colour", boxes)


class Layer(QGraphicsItem):
    """Draws traces in screen pixels whatever the zoom; it takes no clicks."""

    def __init__(self, traces: tuple[Trace, ...], width: float, height: float) -> None:
        super().__init__()
        self.traces = traces
        self._room = QRectF(0, 0, width, height)
        self._paths = [(trace.kind, self._path(trace)) for trace in traces]
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(0.5)

    def boundingRect(self) -> QRectF:
        """Give the page, and what sticks out of it."""
        room = QRectF(self._room)
        for _, path in self._paths:
            room = room.united(path.boundingRect())
        return room.adjusted(-4, -4, 4, 4)

    def shape(self) -> QPainterPath:
        """Nothing of it can be clicked."""
        return QPainterPath()

    def _path(self, trace: Trace) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        wide, high = self._room.width(), self._room.height()
        for left, top, right, bottom in trace.boxes:
            corner = QPointF(left * wide, top * high)
            path.addRect(QRectF(corner, QPointF(right * wide, bottom * high)))
        if trace.corners:
            points = [QPointF(x * wide, y * high) for x, y in trace.corners]
            path.addPolygon([*points, points[0]])
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw light beside dark, so that it shows on any artwork; veil all but one colour."""
        del option, widget
        transform = painter.worldTransform()
        painter.save()
        painter.setWorldTransform(QTransform())
        for kind, path in self._paths:
            mapped = transform.map(path)
            if kind == "colour":
                veil = QPainterPath()
                veil.addRect(transform.mapRect(self._room))
                painter.fillPath(veil.subtracted(mapped.simplified()), QColor(128, 128, 128, _VEIL))
                continue
            shade, line = _STYLE[kind]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(255, 255, 255, 200), 3.0))
            painter.drawPath(mapped)
            painter.setPen(QPen(QColor(shade), 1.5, line))
            painter.drawPath(mapped)
        painter.restore()
