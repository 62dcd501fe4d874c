"""Two creatives that disagree: both pictures, the figure, and in which dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.charts import CENTRE, ink_of, line_height, write
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.entry import Entry
from brandguard.gui.headings import heading
from brandguard.gui.pressframe import PressFrame
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import messages, number
from brandguard.model.paths import display_text
from brandguard.writers.contradictions import heat

if TYPE_CHECKING:
    from brandguard.model.coherence import PairAgreement

_TALL = 132
_LETTERS = 400
"""Of a text: more than fit."""
_CHIPS = 3
"""Dimensions that are named: those that agree least."""


class Picture(QWidget):
    """A small picture in the middle of its place, or the first words of a text."""

    def __init__(
        self, pixmap: QPixmap | None, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pixmap = pixmap
        self._text = display_text(" ".join(text[:_LETTERS].split()))
        self.setAccessibleName(self._text)
        self.setFixedHeight(_TALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as it fits, with a hairline."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.setPen(theme.hairline(self.palette()))
        if self._pixmap is None or self._pixmap.isNull():
            painter.drawRect(room)
            painter.setPen(theme.muted(self.palette()))
            pad = float(theme.SPACE)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            painter.setClipRect(room.adjusted(pad, pad, -pad, -pad))
            painter.drawText(room.adjusted(pad, pad, -pad, -pad), int(flags), self._text or "–")
            return
        size = self._pixmap.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawPixmap(place, self._pixmap, self._pixmap.rect().toRectF())
        painter.drawRect(place)


class HeatChips(QWidget):
    """Names with figures on the colour of their step, as many as fit in one line."""

    def __init__(self, figures: tuple[tuple[str, float], ...]) -> None:
        super().__init__()
        self._figures = figures
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give one line."""
        return QSize(160, int(line_height(self.font())) + theme.SPACE // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, left = ink_of(self.palette()), 0.0
        for name, score in self._figures:
            text = f"{name} {number(score, 0)}"
            wide = painter.fontMetrics().horizontalAdvance(text) + theme.SPACE * 1.5
            if left + wide > self.width():
                break
            chip = QRectF(left, 1, wide, self.height() - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.heat(heat(score)))
            painter.drawRoundedRect(chip, 4, 4)
            write(painter, chip, text, ink.text, CENTRE)
            left += wide + theme.SPACE / 2


class PairCard(PressFrame):
    """Pressing it compares the two side by side."""

    def __init__(
        self, pair: PairAgreement, pictures: tuple[tuple[QPixmap | None, str], ...]
    ) -> None:
        """Take the pair, and of both the picture or the text."""
        super().__init__()
        self.pair = pair
        words = messages()
        compared = [d for d in pair.dimensions if d.score is not None]
        worst = sorted(compared, key=lambda d: d.score or 0.0)
        figures = tuple((words.name("dimension", d.dimension), d.score or 0.0) for d in worst)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE * 3 // 2] * 4))
        column.setSpacing(theme.SPACE)
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE * 3 // 2)
        names = []
        for path, channel, shown in zip(
            (pair.one, pair.other), pair.channels, pictures, strict=True
        ):
            half = QVBoxLayout()
            half.setSpacing(theme.SPACE // 2)
            half.addWidget(Picture(*shown))
            name = ElidedLabel()
            name.setText(Entry(path).name)
            names.append(Entry(path).name)
            half.addWidget(name)
            half.addWidget(TintLabel(QUIET, words.name("channel", channel) if channel else " "))
            both.addLayout(half, 1)
        column.addLayout(both)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE * 3 // 2)
        score = number(pair.score, 0) if pair.score is not None else "–"
        foot.addWidget(heading(score))
        foot.addWidget(HeatChips(figures[:_CHIPS]), 1)
        column.addLayout(foot)
        said = ", ".join(f"{name} {number(value)}" for name, value in figures)
        agreement = f"{words.text('report.agreement')} {score}"
        self.setAccessibleName(" × ".join(names))
        self.setAccessibleDescription(f"{agreement}; {said}")
        self.setToolTip(self.tr("Compare these two"))
