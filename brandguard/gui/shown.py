"""The rows that the list shows: the open creatives as the user wants to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from brandguard.gui.entry import Entry
from brandguard.gui.rows import ENTRY_ROLE
from brandguard.gui.view import Heading, View, arranged
from brandguard.gui.words import heading_words

if TYPE_CHECKING:
    from brandguard.gui.rows import Rows

Index = QModelIndex | QPersistentModelIndex
HEADING_ROLE = ENTRY_ROLE + 1
"""Gives the Heading to the delegate, None for a creative."""
_PATIENCE_MS = 150
"""How long changes are gathered before creatives are chosen and ordered anew."""


class Shown(QAbstractListModel):
    """Follows the session's rows. As they come they are handed on; else gathered and arranged."""

    about_to_change = Signal()
    changed = Signal()

    def __init__(self, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._view = View()
        self._items: list[Entry | Heading] = []
        self._place: dict[str, int] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PATIENCE_MS)
        self._later.timeout.connect(self.arrange)
        rows.rowsInserted.connect(self._came)
        rows.dataChanged.connect(self._changed)
        for signal in (rows.rowsRemoved, rows.modelReset, rows.layoutChanged):
            signal.connect(self._moved)

    @property
    def view(self) -> View:
        """What the user chose to see."""
        return self._view

    def show_view(self, view: View) -> None:
        """See something else."""
        if view != self._view:
            self._view = view
            self.arrange()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002  a list has no children
        """Give the number of rows, headings too."""
        return len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a role wants of a row."""
        if not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if isinstance(item, Heading):
            if role == HEADING_ROLE:
                return item
            named = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return heading_words(item, self._view.group) if role in named else None
        row = self._rows.row_of(item.path)
        return self._rows.data(self._rows.index(row), role) if row >= 0 else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let creatives be chosen, headings not."""
        if self.path_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def path_at(self, row: int) -> str | None:
        """Give the path of a row's creative, None for a heading."""
        item = self._items[row] if 0 <= row < len(self._items) else None
        return item.path if isinstance(item, Entry) else None

    def place_of(self, path: str) -> int:
        """Give the row of a creative, −1 where it is not shown."""
        return self._place.get(path, -1)

    def paths(self) -> tuple[str, ...]:
        """Give the creatives that are shown, in their order."""
        return tuple(item.path for item in self._items if isinstance(item, Entry))

    def arrange(self) -> None:
        """Choose and order anew, at once."""
        self._later.stop()
        items = arranged(self._rows.every(), self._view)
        if _names(items) == _names(self._items):
            self._items = items
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            self.changed.emit()
            return
        self.about_to_change.emit()
        self.beginResetModel()
        self._items = items
        self._place = {e.path: i for i, e in enumerate(items) if isinstance(e, Entry)}
        self.endResetModel()
        self.changed.emit()

    def _moved(self, *_: object) -> None:
        self.arrange()  # by name: a lambda would outlive us

    def _came(self, _: QModelIndex, first: int, last: int) -> None:
        if not self._view.plain:
            self._later.start()
            return
        entries = [entry for i in range(first, last + 1) if (entry := self._rows.at(i)) is not None]
        start = len(self._items)
        self.beginInsertRows(QModelIndex(), start, start + len(entries) - 1)
        self._items += entries
        self._place |= {entry.path: start + i for i, entry in enumerate(entries)}
        self.endInsertRows()
        self.changed.emit()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if not self._view.plain:
            self._later.start()
            return
        for row in range(first.row(), last.row() + 1):
            entry = self._rows.at(row)
            if entry is not None and row < len(self._items):
                self._items[row] = entry
        self.dataChanged.emit(self.index(first.row()), self.index(last.row()))


def _names(items: list[Entry | Heading]) -> list[object]:
    return [item.path if isinstance(item, Entry) else item for item in items]
