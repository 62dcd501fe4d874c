"""Single fields of the profile editor: a label, what is typed, and below it what is wrong."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from brandguard.gui import theme
from brandguard.gui.tint import QUIET, TintLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.editor.editing import Editing
    from brandguard.interchange.yamlfile import Key

TYPING_MS = 250
"""Rest after the last letter before what was typed counts."""

Keys = tuple["Key", ...]


class Problem(TintLabel):
    """What is wrong, by shape, word and colour; takes no room where all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fail", parent=parent)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> None:
        """Show a problem; nothing for none."""
        self.setText(f"■ {text}" if text else "")
        self.setVisible(bool(text))


class Form(QWidget):
    """A column of fields, their labels at the left."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(theme.SPACE * 2)
        self.grid.setVerticalSpacing(theme.SPACE)
        self.grid.setColumnStretch(1, 1)
        self.fields: list[Field] = []

    def add(self, field: Field) -> Field:
        """Put a field into the column."""
        row = self.grid.rowCount()
        label = QLabel(field.label)
        label.setBuddy(field.editor)
        field.editor.setAccessibleName(field.label)
        field.editor.setAccessibleDescription(field.hint)
        self.grid.addWidget(label, row, 0)
        self.grid.addWidget(field.editor, row, 1)
        if field.hint:
            hint = TintLabel(QUIET, field.hint)
            hint.setWordWrap(True)
            self.grid.addWidget(hint, row + 1, 1)
        self.grid.addWidget(field.problem, row + 2, 1)
        self.fields.append(field)
        return field

    def show_values(self) -> None:
        """Show the profile as it is now."""
        for field in self.fields:
            field.show_value()


class Field(ABC):
    """One value of the profile, by its key path. Subclasses say how it is shown and typed."""

    editor: QWidget

    def __init__(self, editing: Editing, label: str, keys: Keys, hint: str = "") -> None:
        self.editing, self.label, self.keys, self.hint = editing, label, keys, hint
        self.problem = Problem()

    def show_value(self) -> None:
        """Show what is in force, and what is wrong with it."""
        self.problem.say(self.editing.problem_at(*self.keys))
        self._show(self.editing.value(*self.keys))

    @abstractmethod
    def _show(self, value: object) -> None:
        """Show a value in the editor."""

    def _set(self, value: object) -> None:
        self.editing.set_value(self.label, self.keys, value, ".".join(map(str, self.keys)))


class TextField(Field):
    """One line of text; empty takes the key out."""

    def __init__(
        self,
        editing: Editing,
        label: str,
        keys: Keys,
        hint: str = "",
        placeholder: str = "",
    ) -> None:
        super().__init__(editing, label, keys, hint)
        self.line = self.editor = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self._later = QTimer(self.line)
        self._later.setSingleShot(True)
        self._later.setInterval(TYPING_MS)
        self._later.timeout.connect(self._typed)
        self.line.textEdited.connect(lambda _: self._later.start())
        self.line.editingFinished.connect(self._finish)

    def _finish(self) -> None:
        if self._later.isActive():
            self._later.stop()
            self._typed()

    def _typed(self) -> None:
        self._set(self.read(self.line.text().strip()))

    def _show(self, value: object) -> None:
        if self._later.isActive() or self.read(self.line.text().strip()) == value:
            return  # somebody types here
        self.line.setText(self.write(value))

    def read(self, text: str) -> object:
        """Give the value of what was typed; what cannot be read is left to the profile's door."""
        return text or None

    def write(self, value: object) -> str:
        """Give a value as it is typed."""
        return "" if value is None else str(value)


class ListField(TextField):
    """Several words, with commas between."""

    def read(self, text: str) -> object:
        """Give the words."""
        return [part.strip() for part in text.split(",") if part.strip()] or None

    def write(self, value: object) -> str:
        """Give them with commas between."""
        return ", ".join(map(str, value)) if isinstance(value, list) else super().write(value)


class NumberField(TextField):
    """A number; empty stands for the default."""

    def read(self, text: str) -> object:
        """Give the number; text that is none is told by the profile's door."""
        return number_of(text)

    def write(self, value: object) -> str:
        """Give it in few digits."""
        return short(value) if isinstance(value, int | float) else super().write(value)


class ChoiceField(Field):
    """One of a few values, by their words; the first is usually «not set»."""

    def __init__(
        self,
        editing: Editing,
        label: str,
        keys: Keys,
        choices: Sequence[tuple[object, str]],
        hint: str = "",
    ) -> None:
        super().__init__(editing, label, keys, hint)
        self.box = self.editor = QComboBox()
        self._values = [value for value, _ in choices]
        for _, words in choices:
            self.box.addItem(words)
        self.box.activated.connect(lambda at: self._set(self._values[at]))

    def _show(self, value: object) -> None:
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class FlagField(Field):
    """Yes or no; what is as the default says is not written."""

    def __init__(
        self, editing: Editing, label: str, keys: Keys, words: str, *, default: bool = False
    ) -> None:
        super().__init__(editing, label, keys, words)
        self.check = self.editor = QCheckBox()
        self._default = default
        self.check.clicked.connect(lambda on: self._set(None if on == default else on))

    def _show(self, value: object) -> None:
        self.check.setChecked(self._default if not isinstance(value, bool) else value)


def short(value: float) -> str:
    """Write a number in few digits, with the decimal sign of the window's language."""
    return f"{value:g}".replace(".", QLocale().decimalPoint())


def number_of(text: str) -> object:
    """Read a number as it is typed, with point or comma; the text itself where it is none."""
    if not text:
        return None
    try:
        value = float(text.replace(",", ".").removesuffix("%").strip())
    except ValueError:
        return text
    return int(value) if value.is_integer() and abs(value) < 1e9 else value  # noqa: PLR2004  short
