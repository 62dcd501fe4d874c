"""The matrix of a campaign as a table: a row for each creative, a column for each dimension."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from brandguard.gui.charts import ink_of
from brandguard.gui.entry import Entry
from brandguard.gui.heatchart import HeatChart, HeatRow, not_compared, paint_cell
from brandguard.gui.words import messages, number
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from brandguard.model.coherence import Agreement, Coherence, CreativeAgreement

Index = QModelIndex | QPersistentModelIndex
SCORE_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
_NEVER = 1_000.0
"""Sorts what was not compared behind all figures."""
_ROW = 30
_MOST_ROWS = 12
"""Rows that are seen at once; of more the table scrolls."""


class MatrixModel(QAbstractTableModel):
    """Columns: the creative, each dimension that could be compared anywhere, all of them, cues."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CreativeAgreement, ...] = ()
        self._dimensions: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self._lacking = False

    def show_rows(self, found: Coherence | None) -> None:
        """Show a campaign's creatives; none for None."""
        self.beginResetModel()
        self._rows = found.creatives if found else ()
        every = found.dimensions if found else ()
        self._dimensions = tuple(
            place
            for place, dimension in enumerate(every)
            if dimension.score is not None
            or any(row.dimensions[place].score is not None for row in self._rows)
        )
        words = messages()
        self._names = tuple(words.name("dimension", every[i].dimension) for i in self._dimensions)
        self._lacking = any(row.missing for row in self._rows)
        self.endResetModel()

    @property
    def all_column(self) -> int:
        """The column of the figure over all dimensions."""
        return 1 + len(self._dimensions)

    def rowCount(self, parent: Index | None = None) -> int:
        """Give the number of creatives."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Give the number of columns."""
        if parent is not None and parent.isValid():
            return 0
        return 2 + len(self._dimensions) + int(self._lacking)

    def row_at(self, row: int) -> CreativeAgreement:
        """Give the creative of a row."""
        return self._rows[row]

    def chart(self, name: str) -> HeatChart:
        """Give the same figures as a picture."""
        columns = (*self._names, messages().text("report.all_dimensions"))
        rows = tuple(
            HeatRow(
                Entry(row.path).name,
                (*(row.dimensions[i].score for i in self._dimensions), row.score),
            )
            for row in self._rows
        )
        return HeatChart(name, columns, rows)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in {0, self.all_column + 1}:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = messages()
        names = (words.text("report.file"), *self._names, words.text("report.all_dimensions"),
                 words.text("report.lacks"))  # fmt: skip
        return names[section] if section < len(names) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a role wants of a cell."""
        row, column = self._rows[index.row()], index.column()
        if column == 0:
            return _name_data(row, role)
        if column > self.all_column:
            words = messages()
            missing = ", ".join(words.name("cue", cue) for cue in row.missing)
            if role == SORT_ROLE:
                return float(-len(row.missing))
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return missing if role in shown else None
        one = row.dimensions[self._dimensions[column - 1]] if column < self.all_column else None
        score = one.score if one is not None else row.score
        return self._figure_data(column, one, score, role)

    def _figure_data(
        self, column: int, one: Agreement | None, score: float | None, role: int
    ) -> object:
        if role == SCORE_ROLE:
            return score
        if role == SORT_ROLE:
            return _NEVER if score is None else score
        if role == Qt.ItemDataRole.DisplayRole:
            return "–" if score is None else number(score, 0)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            reason = messages().note(one.reason) if one is not None and one.reason else ""
            name = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{name}: {number(score) if score is not None else not_compared(reason)}"
        return None


def _name_data(row: CreativeAgreement, role: int) -> object:
    entry = Entry(row.path)
    channel = messages().name("channel", row.channel) if row.channel else ""
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{entry.name}  ·  {channel}" if channel else entry.name
    if role == Qt.ItemDataRole.AccessibleTextRole:
        score = number(row.score) if row.score is not None else not_compared("")
        return ", ".join(filter(None, (entry.name, channel, score)))
    if role == Qt.ItemDataRole.ToolTipRole:
        return display_path(row.path)
    if role == SORT_ROLE:
        return entry.name.casefold()
    return None


class HeatDelegate(QStyledItemDelegate):
    """Draws a figure on the colour of its step, and a ring around the cell in hand."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw figures our way, names as the style does."""
        if index.data(SORT_ROLE) is None or isinstance(index.data(SORT_ROLE), str):
            super().paint(painter, option, index)
            return
        if index.data(SCORE_ROLE) is None and index.data() != "–":
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        palette: QPalette = option.palette
        rect = option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        ink = ink_of(palette)
        cell = rect.toRectF().adjusted(2, 2, -2, -2)
        if index.data(SCORE_ROLE) is None and state & QStyle.StateFlag.State_Selected:
            ink = replace(ink, quiet=palette.color(QPalette.ColorRole.HighlightedText))
        paint_cell(painter, cell, index.data(SCORE_ROLE), ink)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink.text, 2))
            painter.drawRoundedRect(cell, 3, 3)
        painter.restore()


class MatrixTable(QTableView):
    """Sorted worst first; a click on a head sorts otherwise, Enter looks at the row's creative."""

    chosen = Signal(str)
    """The path of the row that was entered or clicked twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.matrix)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setItemDelegate(HeatDelegate(self))
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.setAccessibleName(self.tr("Each creative by dimension"))
        self.doubleClicked.connect(self._tell)

    def show_rows(self, found: Coherence | None) -> None:
        """Show a campaign's creatives, those that agree least first."""
        self.matrix.show_rows(found)
        self.sortByColumn(self.matrix.all_column, Qt.SortOrder.AscendingOrder)
        header = self.horizontalHeader()
        for column in range(self.matrix.columnCount()):
            narrow = 0 < column <= self.matrix.all_column
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Interactive if narrow else mode.Stretch)
            if narrow:
                wide = header.sectionSizeHint(column)
                self.setColumnWidth(column, max(wide + 8, 64))
        rows = min(self.matrix.rowCount(), _MOST_ROWS)
        self.setFixedHeight(header.sizeHint().height() + rows * _ROW + 4)
        if rows:
            self.selectRow(0)

    @property
    def path(self) -> str | None:
        """The path of the row in hand."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self.matrix.row_at(index.row()).path if index.isValid() else None

    def _tell(self) -> None:
        if self.path is not None:
            self.chosen.emit(self.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        else:
            super().keyPressEvent(event)
