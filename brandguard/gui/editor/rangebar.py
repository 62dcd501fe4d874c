"""A range on an axis: dragged at its ends, with the approved examples as dots on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from brandguard.gui import theme
from brandguard.gui.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEIGHT = 40
_MARGIN = 12.0
_GRIP = 10.0
"""Pixels from an end of the range within which it is what was meant."""
_STEPS = 100
"""Of the axis, for the arrow keys."""
DRAG_MS = 60


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where the bar goes."""

    low: float
    high: float

    @classmethod
    def around(cls, values: Sequence[float]) -> Axis:
        """Span all values with a little room on either side; nothing spans 0–1."""
        if not values:
            return cls(0.0, 1.0)
        low, high = min(values), max(values)
        room = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
        return cls(max(low - room, 0.0) if low >= 0 else low - room, high + room)


class RangeBar(QWidget):
    """Low and high, or nothing; `changed` comes while an end is dragged."""

    changed = Signal(float, float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._range: tuple[float, float] | None = None
        self._axis = Axis(0.0, 1.0)
        self._approved: tuple[float, ...] = ()
        self._open: tuple[float, ...] = ()
        self._end = 0
        self._dragged = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DRAG_MS)
        self._later.timeout.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    @property
    def value(self) -> tuple[float, float] | None:
        """The range that is shown."""
        return self._range

    def sizeHint(self) -> QSize:
        """Give room for dots, the band and ticks."""
        return QSize(240, _HEIGHT)

    def show_range(
        self,
        value: tuple[float, float] | None,
        approved: Sequence[float],
        opened: Sequence[float],
    ) -> None:
        """Show a range; an end that is being dragged stays under the pointer."""
        if self._dragged:
            return
        self._range = value
        self._approved, self._open = tuple(approved), tuple(opened)
        self._axis = Axis.around([*(value or ()), *approved, *opened])
        self._describe()
        self.update()

    def _describe(self) -> None:
        words = self.tr("no range")
        if self._range is not None:
            words = self.tr("{low} to {high}").format(
                low=number(self._range[0], 2), high=number(self._range[1], 2)
            )
        more = self.tr("%n approved examples", "", len(self._approved))
        here = self.tr("%n creatives open", "", len(self._open))
        self.setAccessibleDescription(f"{words}; {more}; {here}")
        self.setToolTip(f"{self._name}: {words}")

    # Where things lie

    def x_of(self, value: float) -> float:
        """Give where a value lies, in pixels."""
        span = self._axis.high - self._axis.low
        return _MARGIN + (value - self._axis.low) / span * (self.width() - 2 * _MARGIN)

    def value_at(self, x: float) -> float:
        """Give the value at a place, held within the axis."""
        share = (x - _MARGIN) / max(self.width() - 2 * _MARGIN, 1.0)
        value = self._axis.low + min(max(share, 0.0), 1.0) * (self._axis.high - self._axis.low)
        return _rounded(value, self._axis)

    # Changing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearer end in hand; where there is no range, begin one."""
        x = event.position().x()
        if self._range is None:
            self._range = (self.value_at(x), self.value_at(x))
            self._end = 1
        else:
            away = [abs(x - self.x_of(end)) for end in self._range]
            self._end = 0 if away[0] <= away[1] else 1
        self._dragged = True
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the end in hand."""
        x = event.position().x()
        if self._dragged:
            self._move_to(self.value_at(x))
            return
        near = self._range is not None and min(abs(x - self.x_of(v)) for v in self._range) <= _GRIP
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        if self._dragged:
            self._tell()
            self._dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the end in hand with the arrows; Home and End choose which."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        key = event.key()
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._end = 0 if key == Qt.Key.Key_Home else 1
            self.update()
        elif key in steps and self._range is not None:
            step = (self._axis.high - self._axis.low) / _STEPS
            self._move_to(_rounded(self._range[self._end] + steps[Qt.Key(key)] * step, self._axis))
        else:
            super().keyPressEvent(event)

    def _move_to(self, value: float) -> None:
        if self._range is None:
            return
        low, high = self._range
        if self._end == 0:
            self._range = (min(value, high), high)
        else:
            self._range = (low, max(value, low))
        if not self._later.isActive():
            self._later.start()
        self.update()

    def _tell(self) -> None:
        self._later.stop()
        if self._range is not None:
            self._describe()
            self.changed.emit(*self._range)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis, the range, dots above and ticks below."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(theme.hairline(self.palette()), 1))
        painter.drawLine(QPointF(_MARGIN, middle), QPointF(self.width() - _MARGIN, middle))
        ink = self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
        accent = theme.colour("note", self.palette())
        if self._range is not None:
            self._draw_range(painter, middle, accent)
        painter.setPen(Qt.PenStyle.NoPen)
        faint = QColor(ink)
        faint.setAlphaF(0.6)
        painter.setBrush(faint)
        for value in self._approved:
            painter.drawEllipse(QPointF(self.x_of(value), middle - 11), 2.5, 2.5)
        outside = theme.colour("warn", self.palette())
        for value in self._open:
            low, high = self._range or (value, value)
            painter.setPen(QPen(ink if low <= value <= high else outside, 1.5))
            x = self.x_of(value)
            painter.drawLine(QPointF(x, middle + 7), QPointF(x, middle + 14))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _draw_range(self, painter: QPainter, middle: float, accent: QColor) -> None:
        low, high = (self.x_of(value) for value in self._range or (0.0, 0.0))
        band = QColor(accent)
        band.setAlphaF(0.3)
        painter.fillRect(QRectF(low, middle - 5, max(high - low, 1.0), 10), band)
        for end, x in enumerate((low, high) if self.isEnabled() else ()):  # else only to look at
            held = self.hasFocus() and end == self._end
            painter.setPen(QPen(accent, 2))
            painter.setBrush(accent if held else self.palette().color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(QRectF(x - 4, middle - 8, 8, 16), 3, 3)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        super().changeEvent(event)
        self.update()


def _rounded(value: float, axis: Axis) -> float:
    """Give a value in as many digits as can be told apart on the axis."""
    span = axis.high - axis.low
    digits = 3 if span < 1 else 2 if span < 10 else 1 if span < 100 else 0  # noqa: PLR2004  decades
    return round(value, digits)
