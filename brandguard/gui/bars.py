"""Rows of a name, a bar and figures, drawn: people would rather look than read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from brandguard.gui import theme

_BAR = 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Bar:
    """One row."""

    name: str
    share: float
    """How long the bar is, 0–1."""
    figure: str
    tone: str
    """A state of theme.LOOKS: its colour and its shape."""


class Bars(QWidget):
    """Draws rows one below the other; a screen reader gets them as one sentence."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show these rows."""
        self._bars = bars
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.figure}" for bar in bars))
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return self.fontMetrics().height() + theme.SPACE

    def sizeHint(self) -> QSize:
        """Give room for every row."""
        return QSize(320, self._line() * max(len(self._bars), 1))

    def minimumSizeHint(self) -> QSize:
        """As sizeHint, narrower."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names at the left, bars, figures at the right."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        sign = metrics.height()
        figures = max((metrics.horizontalAdvance(bar.figure) for bar in self._bars), default=0)
        names = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0)
        names = min(names, (self.width() - figures - sign) * 0.62)
        left = sign + names + theme.SPACE
        room = max(self.width() - left - figures - theme.SPACE * 1.5, 16.0)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        ground = QColor(ink)
        ground.setAlphaF(0.08)
        for row, bar in enumerate(self._bars):
            line = QRectF(0, row * self._line(), self.width(), self._line())
            own = theme.colour(bar.tone, self.palette())
            painter.setPen(own)
            painter.drawText(line, int(_LEFT), theme.LOOKS[bar.tone].shape)
            painter.setPen(ink)
            name = QRectF(sign, line.top(), names, line.height())
            words = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, names)
            painter.drawText(name, int(_LEFT), words)
            painter.drawText(line, int(_RIGHT), bar.figure)
            groove = QRectF(left, line.center().y() - _BAR / 2, room, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
            if bar.share > 0:
                groove.setWidth(max(room * min(bar.share, 1.0), _BAR))
                painter.setBrush(own)
                painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)


class Histogram(QWidget):
    """How the scores are spread, in tens."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bins(self, bins: tuple[int, ...]) -> None:
        """Show how many creatives lie in each tenth of the scale."""
        self._bins = bins
        step = 100 // max(len(bins), 1)
        parts = (f"{i * step}–{(i + 1) * step}: {n}" for i, n in enumerate(bins) if n)
        self.setAccessibleDescription("; ".join(parts))
        self.setToolTip("\n".join(f"{i * step}–{(i + 1) * step}: {n}" for i, n in enumerate(bins)))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for ten bars that can be told apart."""
        return QSize(240, 72)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint, narrower."""
        return QSize(160, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars over a line with 0, 50 and 100."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.fontMetrics().height() + 2
        most = max((*self._bins, 1))
        width = self.width() / max(len(self._bins), 1)
        room = self.height() - foot - 4
        bar = QColor(theme.muted(self.palette()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        for number, count in enumerate(self._bins):
            height = max(room * count / most, 2.0) if count else 1.0
            painter.drawRect(QRectF(number * width + 1, room - height + 4, width - 2, height))
        painter.setPen(theme.muted(self.palette()))
        below = QRectF(0, self.height() - foot, self.width(), foot)
        painter.drawText(below, int(_LEFT), "0")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), "50")
        painter.drawText(below, int(_RIGHT), "100")
