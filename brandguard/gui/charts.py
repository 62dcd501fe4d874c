"""What every chart is: data, and a pure function that paints it, on a screen or into a file.

Charts are drawn for a width; their height follows. All lengths are device-independent pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette

from brandguard.gui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter

_HEAT_LIGHT = ("#F4B8AE", "#F8D3B8", "#FAE8BD", "#E6EFD6", "#CFE6D6")
_HEAT_DARK = ("#6B2B26", "#5C3A22", "#4C421F", "#2F4029", "#234534")
"""Steps of agreement, far apart first: those of the HTML report."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours that a chart is drawn in: those of the scheme it is shown in."""

    ground: QColor
    text: QColor
    quiet: QColor
    line: QColor
    one: QColor
    """Of the first of two things that are drawn together; shapes differ too."""
    other: QColor
    bad: QColor
    dark: bool

    def heat(self, step: int | None) -> QColor:
        """Give the colour of a step of agreement, 0–4; the ground's for none."""
        if step is None:
            return QColor(self.ground)
        return QColor((_HEAT_DARK if self.dark else _HEAT_LIGHT)[step])


def ink_of(palette: QPalette) -> Ink:
    """Take the colours of a scheme."""
    return Ink(
        ground=palette.color(QPalette.ColorRole.Base),
        text=palette.color(QPalette.ColorRole.Text),
        quiet=theme.muted(palette),
        line=theme.hairline(palette),
        one=theme.colour("note", palette),
        other=theme.colour("warn", palette),
        bad=theme.colour("fail", palette),
        dark=theme.is_dark(palette),
    )


class Chart(Protocol):
    """A picture of some figures that can tell itself in words too."""

    @property
    def name(self) -> str:
        """What it shows, in a few words."""

    @property
    def description(self) -> str:
        """The same figures as text, for who cannot see it."""

    def height(self, width: float, font: QFont) -> float:
        """Give how tall it is at this width; 0 where there is nothing to draw."""

    def paint(self, painter: QPainter, width: float, font: QFont, ink: Ink) -> None:
        """Draw it from the origin, so wide."""


def line_height(font: QFont) -> float:
    """Give the height of a line of text with its gap, on the grid's half steps."""
    half = theme.SPACE / 2
    return -(-(QFontMetricsF(font).height() + half) // half) * half


def widest(words: Iterable[str], font: QFont, *, least: float = 0.0, most: float = 1e9) -> float:
    """Give the room that the longest of these words takes, within bounds."""
    metrics = QFontMetricsF(font)
    found = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
    return min(max(found, least), most)


def write(  # noqa: PLR0917  what, where and how of one line of text
    painter: QPainter, box: QRectF, text: str, colour: QColor,
    align: Qt.AlignmentFlag = LEFT, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:  # fmt: skip
    """Write one line, cut where there is no room for it."""
    painter.setPen(colour)
    shown = QFontMetricsF(painter.font()).elidedText(text, elide, box.width())
    painter.drawText(box, int(align), shown)


def bold(font: QFont) -> QFont:
    """Give the same font a little stronger."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
