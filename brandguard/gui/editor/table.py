"""A table of things in the profile: typed in place, judged as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.editor.fields import TYPING_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and what its cells hold."""

    heading: str
    kind: str = "text"
    """text, check, or choice."""
    choices: tuple[str, ...] = ()
    width: int = 0
    """Device-independent pixels; 0 takes what is left."""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows."""

    value: str | bool
    problem: str = ""
    icon: QIcon | None = None
    editable: bool = True
    tip: str = ""


class Table(QTableWidget):
    """Rows of cells. It changes nothing itself: it says what the user typed."""

    typed = Signal(int, int, object)
    """Row, column, text or truth; comes while somebody types, and when they are done."""
    remove_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(0, len(columns), parent)
        self.columns = tuple(columns)
        self._filling = False
        self.tallest = 480
        """Pixels; a longer table scrolls."""
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([column.heading for column in columns])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.SPACE * 4)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(columns):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(at, mode.Interactive if column.width else mode.Stretch)
            if column.width:
                self.setColumnWidth(at, column.width)
            if column.tip and (heading := self.horizontalHeaderItem(at)) is not None:
                heading.setToolTip(column.tip)
        self.setItemDelegate(_Delegate(self))
        self.itemChanged.connect(self._toggled)

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows; the cell in hand, and what is being typed, stay."""
        self._filling = True
        if self.rowCount() != len(rows):
            self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for at, cell in enumerate(cells):
                self._show(row, at, cell)
        self._filling = False
        self._fit()

    def _show(self, row: int, at: int, cell: Cell) -> None:
        item = self.item(row, at)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, at, item)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.columns[at].kind == "check":
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if cell.value else Qt.CheckState.Unchecked)
            words = self.tr("yes") if cell.value else self.tr("no")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        else:
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if cell.editable else flags)
            item.setText(str(cell.value))
        ink = theme.colour("fail", self.palette()) if cell.problem else None
        item.setData(Qt.ItemDataRole.ForegroundRole, ink)
        item.setToolTip(cell.problem or cell.tip)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, cell.problem)
        item.setData(Qt.ItemDataRole.DecorationRole, cell.icon)

    def _fit(self) -> None:
        """Be as tall as the rows are, within reason: the page scrolls, not the table in it."""
        rows = max(self.rowCount(), 1)
        height = rows * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(
            min(height, self.tallest) + self.horizontalHeader().sizeHint().height() + 4
        )

    def _toggled(self, item: QTableWidgetItem) -> None:
        if not self._filling and self.columns[item.column()].kind == "check":
            on = item.checkState() == Qt.CheckState.Checked
            self.typed.emit(item.row(), item.column(), on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete, move with Alt and the arrows; Space ticks."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif alt and event.key() in steps:
            self.move_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem():
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().setBackgroundRole(QPalette.ColorRole.Base)


class _Delegate(QStyledItemDelegate):
    """Makes the editors of cells; what is typed counts after a short rest, and at the end."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give a line to type in, or a box to choose from; ticks are never edited so."""
        del option
        column = self._table.columns[index.column()]
        row, at = index.row(), index.column()
        if column.kind == "choice":
            box = QComboBox(parent)
            box.addItems(column.choices)
            box.setAccessibleName(column.heading)
            box.activated.connect(lambda _: self._table.typed.emit(row, at, box.currentText()))
            return box
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAccessibleName(column.heading)
        later = QTimer(line)
        later.setSingleShot(True)
        later.setInterval(TYPING_MS)
        later.timeout.connect(lambda: self._table.typed.emit(row, at, line.text().strip()))
        line.textEdited.connect(lambda _: later.start())
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell shows; later changes leave what is typed alone."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)  # noqa: FBT003  Qt's own
        text = str(index.data() or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Say what was typed."""
        del model
        if isinstance(editor, QLineEdit) and editor.text().strip() != str(index.data() or ""):
            self._table.typed.emit(index.row(), index.column(), editor.text().strip())
