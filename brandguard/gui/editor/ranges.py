"""A column of ranges, one a trait: bar, two ends to type, a button that lets the trait go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.fields import Problem, number_of, short
from brandguard.gui.editor.rangebar import RangeBar
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.editor.editing import Editing
    from brandguard.gui.editor.traits import Values
    from brandguard.interchange.yamlfile import Key


_tr = QCoreApplication.translate


class Ranges(QWidget):
    """Rows of one mapping in the profile; made anew when its traits are others."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(theme.SPACE // 2)
        self._grid.setColumnStretch(1, 1)
        self.rows: dict[str, Row] = {}
        self._keys: tuple[Key, ...] = ()

    def show_ranges(
        self, keys: tuple[Key, ...], names: Sequence[str], approved: Values, opened: Values
    ) -> None:
        """Show the ranges of a mapping by its keys, with what was measured."""
        if keys != self._keys or tuple(names) != tuple(self.rows):
            self._make(keys, names)
        for name, row in self.rows.items():
            row.show_value(approved.get(name, ()), opened.get(name, ()))

    def _make(self, keys: tuple[Key, ...], names: Sequence[str]) -> None:
        for row in self.rows.values():
            row.leave()
        self._keys, self.rows = keys, {}
        for place, name in enumerate(names):
            self.rows[name] = Row(self._editing, (*keys, name), name, self._grid, 2 * place)


class Row:
    """One trait."""

    def __init__(
        self, editing: Editing, keys: tuple[Key, ...], name: str, grid: QGridLayout, at: int
    ) -> None:
        self._editing, self._keys = editing, keys
        self._words = messages().name("trait", name)
        self.bar = RangeBar(self._words)
        self.low, self.high = QLineEdit(), QLineEdit()
        self.none = QToolButton()
        self.none.setText("×")
        self.none.setToolTip(_tr("Ranges", "No limit"))
        self.none.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        names = {
            self.none: _tr("Ranges", "No limit for {trait}"),
            self.low: _tr("Ranges", "{trait}, least"),
            self.high: _tr("Ranges", "{trait}, most"),
        }
        for widget, said in names.items():
            widget.setAccessibleName(said.format(trait=self._words))
        self.problem = Problem()
        label = QLabel(self._words)
        label.setWordWrap(True)
        label.setMinimumWidth(120)
        label.setMaximumWidth(200)
        label.setBuddy(self.bar)
        self._widgets = (label, self.bar, self.low, self.high, self.none)
        for column, widget in enumerate(self._widgets):
            grid.addWidget(widget, at, column)
        grid.addWidget(self.problem, at + 1, 1, 1, 4)
        for line in (self.low, self.high):
            line.setMaximumWidth(56)
            line.editingFinished.connect(self._typed)
        self.bar.changed.connect(lambda low, high: self._set([low, high]))
        self.none.clicked.connect(lambda: self._set(None))

    def leave(self) -> None:
        """Go from the grid."""
        for widget in (*self._widgets, self.problem):
            widget.hide()
            widget.deleteLater()

    def show_value(self, approved: Sequence[float], opened: Sequence[float]) -> None:
        """Show the range that is in force, and what was measured."""
        value = self._editing.value(*self._keys)
        pair = value if isinstance(value, list) else []
        numbers = [float(v) for v in pair if isinstance(v, int | float)]
        whole = len(numbers) == len(pair) == 2  # noqa: PLR2004  low, high
        shown = (numbers[0], numbers[1]) if whole and numbers[0] <= numbers[1] else None
        self.bar.show_range(shown, approved, opened)
        for line, given in zip((self.low, self.high), [*pair, "", ""], strict=False):
            if not line.hasFocus():
                line.setText(short(given) if isinstance(given, int | float) else str(given))
        self.none.setEnabled(bool(pair))
        self.problem.say(self._editing.problem_at(*self._keys))

    def _typed(self) -> None:
        ends = [line.text().strip() for line in (self.low, self.high)]
        if not any(ends):
            self._set(None)
        elif all(ends):
            self._set([number_of(end) for end in ends])

    def _set(self, value: object) -> None:
        self._editing.set_value(self._words, self._keys, value, ".".join(map(str, self._keys)))
