"""Help → Keys: what the keyboard does, read from the menus, so that it is never out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

_MOST = 2


def keys_of(menu: QMenu) -> list[tuple[str, str]]:
    """Give name and keys of what has any in a menu and the menus below it."""
    found = []
    for action in menu.actions():
        below: object = action.menu()
        if isinstance(below, QMenu):
            found += keys_of(below)
        elif action.shortcuts():
            found.append((_name(action), _keys(action)))
    return found


def _name(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def _keys(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    shown = [keys.toString(form) for keys in action.shortcuts()]
    return ", ".join(shown[:_MOST])  # systems know more of some, which nobody looks for


class KeysDialog(QDialog):
    """A list by menu."""

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(theme.SPACE * 2)
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._fill(bar)
        self.list.expandAll()
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE * 2] * 4))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        columns = sum(self.list.sizeHintForColumn(column) for column in range(2))
        self.resize(max(480, columns + theme.SPACE * 8), 640)

    def _fill(self, bar: QMenuBar) -> None:
        seen: set[str] = set()
        for action in bar.actions():
            below: object = action.menu()
            listed = keys_of(below) if isinstance(below, QMenu) else []
            rows = [(name, keys) for name, keys in listed if name not in seen]
            seen.update(name for name, _ in rows)
            if not rows:
                continue
            head = QTreeWidgetItem([_name(action), ""])
            font = head.font(0)
            font.setWeight(font.Weight.DemiBold)
            head.setFont(0, font)
            for name, keys in rows:
                head.addChild(QTreeWidgetItem([name, keys]))
            self.list.addTopLevelItem(head)
