"""How much each dimension counts in the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.fields import NumberField, short
from brandguard.gui.editor.section import Section
from brandguard.gui.words import messages
from brandguard.model.profile import DEFAULT_WEIGHTS
from brandguard.model.report import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.gui.editor.editing import Editing
    from brandguard.model.report import Dimension

KEYS = ("defaults", "brandguard", "weights")
_GAP = 2.0


class Weights(Section):
    """Seven numbers, and the shares that they make."""

    keys = (".".join(KEYS),)

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Weights"),
            self.tr(
                "Only what could be measured enters the score; 0 leaves a dimension out of it."
            ),
        )
        self.bar = ShareBar()
        self.column.addWidget(self.bar)
        form = self.add_form()
        for dimension in DIMENSIONS:
            name = messages().name("dimension", dimension)
            usual = short(DEFAULT_WEIGHTS[dimension])
            label = name[:1].upper() + name[1:]
            form.add(NumberField(editing, label, (*KEYS, dimension), placeholder=usual))
        self.column.addStretch(1)

    def show_values(self) -> None:
        """Show the weights as they are now."""
        super().show_values()
        profile = self.editing.profile
        self.bar.show_shares(profile.weights if profile is not None else DEFAULT_WEIGHTS)


class ShareBar(QWidget):
    """The weights as parts of one bar, each with its name and share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: dict[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for the bar and a line of names."""
        return QSize(320, 32 + self.fontMetrics().height())

    def show_shares(self, weights: Mapping[Dimension, float]) -> None:
        """Show weights as shares of their sum."""
        total = sum(weights.values()) or 1.0
        self._shares = {name: value / total for name, value in weights.items()}
        words = messages()
        said = (f"{words.name('dimension', n)} {words.percent(s)}" for n, s in self._shares.items())
        self.setAccessibleName(", ".join(said))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts, in steps of one colour: their order says which is which."""
        del event
        painter = QPainter(self)
        left, words = 0.0, messages()
        for at, (name, share) in enumerate(self._shares.items()):
            width = share * self.width()
            colour = QColor(theme.colour("note", self.palette()))
            colour.setAlphaF(1.0 if at % 2 == 0 else 0.55)
            painter.fillRect(QRectF(left, 0, max(width - _GAP, 0), 20), colour)
            label = f"{words.name('dimension', name)} {words.percent(share)}"
            if self.fontMetrics().horizontalAdvance(label) + 4 <= width:
                painter.setPen(self.palette().color(self.foregroundRole()))
                painter.drawText(QRectF(left, 24, width, self.height() - 24), 0, label)
            left += width
