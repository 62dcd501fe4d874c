"""The head of the findings: score and verdict of the creative, and how each dimension did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import messages, number, state_word

if TYPE_CHECKING:
    from brandguard.gui.entry import Entry
    from brandguard.model.report import DimensionScore

_BAR = 6


class DimensionBars(QWidget):
    """One line a dimension: name, bar, score; those that could not be measured in one last line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: tuple[DimensionScore, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Scores by dimension"))

    def show_scores(self, scores: tuple[DimensionScore, ...]) -> None:
        """Show the dimensions that were measured."""
        self._scores = tuple(score for score in scores if score.score is not None)
        words = (f"{_name(score)} {number(score.score or 0.0)}" for score in self._scores)
        self.setAccessibleDescription(", ".join(words))
        self.setVisible(bool(self._scores))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return self.fontMetrics().height() + theme.SPACE // 2

    def sizeHint(self) -> QSize:
        """Give room for one line a dimension."""
        return QSize(200, self._line() * len(self._scores))

    def minimumSizeHint(self) -> QSize:
        """As sizeHint: a line that is cut says nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, bars and scores."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        names = max((metrics.horizontalAdvance(_name(s)) for s in self._scores), default=0.0)
        figures = metrics.horizontalAdvance(number(100.0)) + theme.SPACE
        left = names + theme.SPACE * 1.5
        room = max(self.width() - left - figures, 20.0)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        for row, score in enumerate(self._scores):
            top = row * self._line()
            painter.setPen(ink)
            line = QRectF(0, top, self.width(), self._line())
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignLeft), _name(score))
            value = score.score or 0.0
            painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), number(value))
            groove = QRectF(left, top + (self._line() - _BAR) / 2, room, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = QColor(ink)
            ground.setAlphaF(0.10)
            painter.setBrush(ground)
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
            groove.setWidth(max(room * value / 100.0, _BAR))
            painter.setBrush(theme.colour(score.verdict, self.palette()))
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)


class VerdictPane(QWidget):
    """Score, verdict and dimensions of one creative."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = QLabel()
        self._verdict = TintLabel(QUIET)
        self._bars = DimensionBars()
        self._cap = TintLabel(QUIET)
        self._cap.setWordWrap(True)
        self._entry: Entry | None = None
        font = self._score.font()
        font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * 2.0)
        font.setWeight(font.Weight.DemiBold)
        self._score.setFont(font)
        bold = self._verdict.font()
        bold.setWeight(bold.Weight.DemiBold)
        self._verdict.setFont(bold)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE * 3 // 2)
        top.addWidget(self._score)
        top.addWidget(self._verdict)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(self._bars)
        column.addWidget(self._cap)

    def show_entry(self, entry: Entry | None) -> None:
        """Show how a creative did; nothing where there is none."""
        self._entry = entry
        report = entry.report if entry is not None else None
        if entry is None:
            self.hide()
            return
        self.show()
        score = report.score if report is not None else None
        self._score.setText(number(score) if score is not None else "")
        self._score.setVisible(score is not None)
        said = (
            messages().text("report.score_of", score=round(score, 1)) if score is not None else ""
        )
        self._score.setAccessibleName(said)
        self._verdict.setText(f"{theme.LOOKS[entry.state].shape} {state_word(entry.state)}")
        self._verdict.tint(entry.state)
        self._bars.show_scores(report.dimensions if report is not None else ())
        cap = report.cap if report is not None and score is not None else None
        self._cap.setText(messages().text("report.cap", cap=cap) if cap is not None else "")
        self._cap.setVisible(cap is not None)


def _name(score: DimensionScore) -> str:
    return messages().name("dimension", score.dimension)
