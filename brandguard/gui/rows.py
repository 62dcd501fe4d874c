"""The rows of the list, in the order in which creatives came; changed by the session alone.

Changes are gathered and announced in one go by `flush`, so that a slice of 50 events costs the view
one insertion and not 50.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from brandguard.gui.entry import Entry
from brandguard.gui.words import entry_sentence, plain_tip
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Collection

    from brandguard.model.features import Features
    from brandguard.model.report import CreativeReport

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the Entry itself to the delegate."""


class Rows(QAbstractListModel):
    """The creatives that are open, as Qt's views want them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._fresh: list[Entry] = []
        self._row: dict[str, int] = {}
        self._by_hash: dict[str, list[str]] = {}
        self._changed: set[int] = set()

    # As Qt asks

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002  a list has no children
        """Give the number of rows that were announced."""
        return len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a role wants of a row."""
        entry = self.at(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry_sentence(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{display_path(entry.path)}\n{entry_sentence(entry)}")
        return None

    # Looking

    def at(self, row: int) -> Entry | None:
        """Give the entry of an announced row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, path: str) -> int:
        """Give the row of a path, −1 if it is not open."""
        return self._row.get(path, -1)

    def get(self, path: str) -> Entry | None:
        """Give the entry of a path, announced or not."""
        row = self._row.get(path)
        if row is None:
            return None
        known = len(self._entries)
        return self._entries[row] if row < known else self._fresh[row - known]

    def paths(self) -> tuple[str, ...]:
        """Give the paths of all announced entries, in the order of the list."""
        return tuple(entry.path for entry in self._entries)

    def reports(self) -> tuple[CreativeReport, ...]:
        """Give all reports that there are, in the order of the list."""
        return tuple(entry.report for entry in self._entries if entry.report is not None)

    def every(self) -> tuple[Entry, ...]:
        """Give all announced entries, in the order of the list."""
        return tuple(self._entries)

    def entries(self) -> tuple[Entry, ...]:
        """Give all entries that have a report, in the order of the list."""
        return tuple(entry for entry in self._entries if entry.report is not None)

    def has_copy_of(self, report: CreativeReport) -> bool:
        """Tell whether another open file is the same creative in the same place."""
        for path in self._by_hash.get(report.sha256 or "", ()):
            entry = self.get(path)
            if entry is not None and path != report.path and entry.same_creative(report):
                return True
        return False

    def besides(self, paths: Collection[str]) -> list[Entry]:
        """Give the entries that are not among these paths."""
        return [entry for entry in (*self._entries, *self._fresh) if entry.path not in paths]

    # Changing

    def expect(self, path: str) -> None:
        """Make a waiting row for a path that has none."""
        if path not in self._row:
            self._append(Entry(path))

    def put(self, report: CreativeReport, features: Features | None = None) -> Entry:
        """Give a creative its report; features that are known stay known."""
        old = self.get(report.path)
        entry = Entry(report.path, report, features or (old.features if old else None))
        row = self._row.get(report.path)
        if row is None:
            self._append(entry)
        elif row < len(self._entries):
            self._entries[row] = entry
            self._changed.add(row)
        else:
            self._fresh[row - len(self._entries)] = entry
        if report.sha256 is not None:
            paths = self._by_hash.setdefault(report.sha256, [])
            if report.path not in paths:
                paths.append(report.path)
        return entry

    def drop(self, path: str) -> None:
        """Take a row away at once."""
        if path not in self._row:
            return
        self.flush()
        row = self._row[path]
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._entries[row]
        self._row = {entry.path: i for i, entry in enumerate(self._entries)}
        self.endRemoveRows()

    def arrange(self) -> None:
        """Put the rows into the order of their paths, whatever order the workers were done in."""
        self.flush()
        order = sorted(range(len(self._entries)), key=lambda row: self._entries[row].path)
        if order == list(range(len(self._entries))):
            return
        self.layoutAboutToBeChanged.emit()
        now = {old: new for new, old in enumerate(order)}
        kept = self.persistentIndexList()
        self._entries = [self._entries[row] for row in order]
        self._row = {entry.path: i for i, entry in enumerate(self._entries)}
        self.changePersistentIndexList(kept, [self.index(now[index.row()]) for index in kept])
        self.layoutChanged.emit()

    def drop_unjudged(self) -> None:
        """Take away the rows that never got a report."""
        self.flush()
        if all(entry.report is not None for entry in self._entries):
            return
        self.beginResetModel()
        self._entries = [entry for entry in self._entries if entry.report is not None]
        self._row = {entry.path: i for i, entry in enumerate(self._entries)}
        self.endResetModel()

    def clear(self) -> None:
        """Take all rows away."""
        self.beginResetModel()
        self._entries, self._fresh = [], []
        self._row, self._by_hash, self._changed = {}, {}, set()
        self.endResetModel()

    def flush(self) -> None:
        """Announce what has changed since the last time."""
        changed = sorted(row for row in self._changed if row < len(self._entries))
        self._changed.clear()
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        if self._fresh:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(self._fresh) - 1)
            self._entries += self._fresh
            self._fresh = []
            self.endInsertRows()

    def _append(self, entry: Entry) -> None:
        self._row[entry.path] = len(self._entries) + len(self._fresh)
        self._fresh.append(entry)
