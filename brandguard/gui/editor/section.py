"""What the sections of the profile editor have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.fields import Form, Problem
from brandguard.gui.flow import Flow
from brandguard.gui.tint import QUIET, TintLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandguard.gui.editor.editing import Editing
    from brandguard.gui.editor.table import Table


class Section(QWidget):
    """One part of the profile: a heading, a sentence on what it does, and what is to be filled."""

    keys: tuple[str, ...] = ()
    """Where its values stand, dotted: a problem below one of them belongs to this section."""

    def __init__(self, editing: Editing, title: str, about: str) -> None:
        super().__init__()
        self.editing, self.title = editing, title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(
            theme.SPACE * 3, theme.SPACE * 2, theme.SPACE * 3, theme.SPACE * 3
        )
        self.column.setSpacing(theme.SPACE * 3 // 2)
        self.column.addWidget(heading(title, 1.35))
        self.column.addWidget(muted_text(about))
        self._forms: list[Form] = []

    def add_form(self) -> Form:
        """Put a column of fields below what is there."""
        form = Form(self.editing)
        self.column.addWidget(form)
        self._forms.append(form)
        return form

    def add_heading(self, text: str) -> QLabel:
        """Put a heading of the second rank below what is there."""
        label = heading(text, 1.1)
        self.column.addSpacing(theme.SPACE)
        self.column.addWidget(label)
        return label

    def show_values(self) -> None:
        """Show the profile as it is now."""
        for form in self._forms:
            form.show_values()


class TableSection(Section):
    """A section about one table, with buttons below and the problems of its rows."""

    def add_table(
        self, table: Table, buttons: Sequence[tuple[str, Callable[[], object]]]
    ) -> tuple[Problem, list[QPushButton]]:
        """Put a table, its problems and its buttons below what is there."""
        problem = Problem()
        self.column.addWidget(table)
        self.column.addWidget(problem)
        row = Flow()
        made = []
        for words, press in buttons:
            button = QPushButton(words)
            button.clicked.connect(lambda _=False, press=press: press())
            row.addWidget(button)
            made.append(button)
        self.column.addLayout(row)
        return problem, made


def heading(text: str, size: float) -> QLabel:
    """Make a heading."""
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * size)
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label


def muted_text(text: str) -> QLabel:
    """Make a line of second rank."""
    label = Muted(text)
    label.setWordWrap(True)
    return label


class Muted(TintLabel):
    """Text behind the first rank, in either scheme."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(QUIET, text, parent)
