"""A list in the profile as a table: banned words, names, forbidden pairs and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.fields import Problem, number_of, short
from brandguard.gui.editor.section import heading
from brandguard.gui.editor.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.editor.editing import Editing
    from brandguard.interchange.yamlfile import Key


@dataclass(frozen=True, slots=True)
class Part:
    """One key of an item, and its column."""

    key: str
    column: Column
    kind: str = "text"
    """text, list or number."""
    start: object = None
    """What a new item has there."""


class ItemList(QWidget):
    """Items of one list; one that is a plain word in the file has it under the first part."""

    def __init__(
        self, editing: Editing, title: str, keys: tuple[Key, ...], parts: Sequence[Part]
    ) -> None:
        super().__init__()
        self._editing, self._title, self._keys, self._parts = editing, title, keys, tuple(parts)
        self.table = Table(title, [part.column for part in parts])
        self.problem = Problem()
        self.add = QPushButton(self.tr("Add"))
        self.remove = QPushButton(self.tr("Remove"))
        self.add.setAccessibleName(self.tr("Add to {list}").format(list=title))
        self.remove.setAccessibleName(self.tr("Remove from {list}").format(list=title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(heading(title, 1.1))
        column.addWidget(self.table)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        for button in (self.add, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.table.remove_wanted.connect(self._remove)
        self.table.move_wanted.connect(self._move)
        self.table.typed.connect(self._typed)

    def show_values(self) -> None:
        """Show the items as they are now."""
        rows = []
        for place, item in enumerate(self._items()):
            problem = self._editing.problem_at(*self._keys, place)
            given = item if isinstance(item, dict) else {self._parts[0].key: item}
            rows.append([Cell(_shown(given.get(p.key)), problem) for p in self._parts])
        self.table.show_rows(rows)
        self.problem.say(self._editing.problem_at(*self._keys))
        self.remove.setEnabled(bool(rows))

    def _items(self) -> list[object]:
        items = self._editing.value(*self._keys)
        return items if isinstance(items, list) else []

    def _typed(self, row: int, at: int, text: object) -> None:
        items = self._items()
        if row >= len(items):
            return
        part, item = self._parts[at], items[row]
        value = _read(part.kind, str(text))
        keys: tuple[Key, ...] = (*self._keys, row)
        whole: object = None
        if isinstance(item, dict):
            keys = (*keys, part.key)
        elif at == 0:
            whole = value
        else:
            whole = {self._parts[0].key: item, part.key: value}
        value = whole if not isinstance(item, dict) else value
        if value is None and at == 0:
            value = ""
        self._editing.set_value(self._title, keys, value, f"{self._keys}{row}{part.key}")

    def _add(self) -> None:
        item = {part.key: part.start for part in self._parts if part.start is not None}
        plain = next(iter(item.values())) if len(self._parts) == 1 else item
        self._editing.edit(self._title, lambda text: text.added(self._keys, plain))
        last = self.table.rowCount() - 1
        if last >= 0:
            self.table.setCurrentCell(last, 0)
            self.table.setFocus()
            first = self.table.item(last, 0)
            if first is not None:
                self.table.editItem(first)

    def _remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self._editing.edit(self._title, lambda text: text.without((*self._keys, row)))

    def _move(self, step: int) -> None:
        row = self.table.currentRow()
        if 0 <= row + step < self.table.rowCount():
            self._editing.edit(self._title, lambda text: text.moved((*self._keys, row), step))
            self.table.setCurrentCell(row + step, self.table.currentColumn())


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return short(value)
    return "" if value is None else str(value)


def _read(kind: str, text: str) -> object:
    if kind == "list":
        return [part.strip() for part in text.split(",") if part.strip()] or None
    return number_of(text) if kind == "number" else text or None
