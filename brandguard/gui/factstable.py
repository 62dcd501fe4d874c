"""What each side states, kind by kind, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.campaigndata import FactRow


class FactsTable(QTableWidget):
    """Read only; rows that contradict have a sign, a word and a colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_odds: list[QTableWidgetItem] = []
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(messages().text("report.each_side_says"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)

    def show_rows(self, rows: Sequence[FactRow], sides: Sequence[str]) -> None:
        """Show what the sides state."""
        words = messages()
        self._at_odds = []
        self.setColumnCount(2 + len(sides))
        self.setHorizontalHeaderLabels([words.text("report.fact"), *sides, ""])
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self.setItem(place, 0, QTableWidgetItem(row.label))
            for column, said in enumerate(row.sides, start=1):
                item = QTableWidgetItem(said or words.text("report.nothing_said"))
                item.setToolTip(said)
                self.setItem(place, column, item)
            text = f"■ {words.text('report.contradicts')}" if row.at_odds else ""
            mark = QTableWidgetItem(text)
            mark.setData(Qt.ItemDataRole.AccessibleTextRole, text[2:])
            self.setItem(place, 1 + len(sides), mark)
            if row.at_odds:
                self._at_odds.append(mark)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 1 + len(sides)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._ink()
        self._later.start()

    def _ink(self) -> None:
        colour = theme.colour("fail", self.palette())
        for item in self._at_odds:
            if item.foreground().color() != QColor(colour):
                item.setForeground(colour)

    def _fit(self) -> None:
        """Be as tall as all rows: the page scrolls, not the table."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 4)

    def sizeHint(self) -> QSize:
        """As wide as the page."""
        return QSize(480, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let words break into lines at the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_at_odds"):
            self._ink()
