"""Qt made ready: an application without a screen, the report's own fonts, words laid into lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QHashSeed, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QTextLayout,
    QTextOption,
)

from brandguard.model.paths import display_text
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPdfWriter

    from brandguard.writers.pdf.style import Style

DPI = 1200
UNIT = DPI / 72
"""Device units in a point."""
MOST_CHARACTERS = 1500
"""Of one piece of text; a longer one is cut in its middle before it is laid out."""
_FILES = (
    ("figtree", "Figtree-Regular"), ("figtree", "Figtree-SemiBold"), ("figtree", "Figtree-Bold"),
    ("fraunces", "Fraunces-SemiBold"), ("fraunces", "Fraunces-Italic"),
)  # fmt: skip
_SPOKEN = str.maketrans({"Δ": "delta\N{NO-BREAK SPACE}"})
"""Letters that the fonts lack: a stranger's glyph would depend on the computer."""

Align = Literal["left", "right", "centre"]
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


@cache
def open_press() -> QGuiApplication:
    """Give the application that fonts need, the window's own where there is one, with our fonts.

    Without a window it never looks for a screen.
    """
    QHashSeed.setDeterministicGlobalSeed()  # the order of fonts in the file follows from it
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        app = QGuiApplication(["brandguard", "-platform", "offscreen"])
    for folder, name in _FILES:
        QFontDatabase.addApplicationFont(str(asset_path("fonts", folder, f"{name}.ttf")))
    return app


def plain(words: str) -> str:
    """Give words as they may be set: one safe line, not longer than can be read."""
    words = display_text(words).translate(_SPOKEN)
    if len(words) <= MOST_CHARACTERS:
        return words
    half = MOST_CHARACTERS // 2
    return f"{words[:half]} … {words[-half:]}"


@dataclass(frozen=True, slots=True)
class Laid:
    """Words in lines, ready to be drawn; sizes in points."""

    layout: QTextLayout
    height: float
    natural: float
    """Width of the longest line."""
    colour: str

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the top left corner there."""
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(x * UNIT, y * UNIT))


class Type:
    """The fonts of one document. Words are never read as markup."""

    def __init__(self, device: QPdfWriter) -> None:
        self._device = device
        self._fonts: dict[tuple[str, int, float, bool], QFont] = {}

    def font(self, style: Style) -> QFont:
        """Give the font of a style."""
        key = (style.family, style.weight, style.size, style.italic)
        if key not in self._fonts:
            font = QFont(style.family)
            font.setWeight(QFont.Weight(style.weight))
            font.setItalic(style.italic)
            font.setPointSizeF(style.size)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font
        return self._fonts[key]

    def width(self, words: str, style: Style) -> float:
        """Measure words in one line."""
        return self._metrics(style).horizontalAdvance(plain(words)) / UNIT

    def shorten(self, words: str, style: Style, width: float) -> str:
        """Cut words out of the middle, so that a name keeps its beginning and its suffix."""
        mode = Qt.TextElideMode.ElideMiddle
        return self._metrics(style).elidedText(plain(words), mode, width * UNIT)

    def _metrics(self, style: Style) -> QFontMetricsF:
        return QFontMetricsF(self.font(style), self._device)

    def lay(
        self, words: str, style: Style, width: float, align: Align = "left", lines: int = 0
    ) -> Laid:
        """Break words into lines of this width, never by a hyphen; `lines` at most, 0 for any."""
        words = plain(words)
        laid, starts = self._lay(words, style, width, align)
        if lines and len(starts) > lines:
            last = starts[lines - 1]
            rest = self._metrics(style).elidedText(
                words[last:], Qt.TextElideMode.ElideRight, width * UNIT
            )
            laid, _ = self._lay(words[:last] + rest, style, width, align, lines)
        return laid

    def _lay(
        self, words: str, style: Style, width: float, align: Align, most: int = 0
    ) -> tuple[Laid, list[int]]:
        option = QTextOption(_ALIGN[align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setUseDesignMetrics(True)
        layout = QTextLayout(words, self.font(style), self._device)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        starts: list[int] = []
        natural = 0.0
        while (line := layout.createLine()).isValid() and not (most and len(starts) == most):
            line.setLineWidth(width * UNIT)
            y = len(starts) * style.leading * UNIT + (style.leading * UNIT - line.height()) / 2
            line.setPosition(QPointF(0, y))
            natural = max(natural, line.naturalTextWidth())
            starts.append(line.textStart())
        layout.endLayout()
        return Laid(layout, len(starts) * style.leading, natural / UNIT, style.colour), starts
