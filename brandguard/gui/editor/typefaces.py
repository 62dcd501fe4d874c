"""The brand's type: families, what headings and text are set in, least sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.gui.editor.fields import ListField, NumberField, TextField
from brandguard.gui.editor.itemlist import ItemList, Part
from brandguard.gui.editor.section import Section
from brandguard.gui.editor.table import Column

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing

OURS = ("defaults", "brandguard", "typography")


class Typefaces(Section):
    """Families and sizes."""

    keys = ("typography", ".".join(OURS))

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Typefaces"),
            self.tr("The families that may be used. Weights like 400, 700 or 300..800."),
        )
        self.fonts = ItemList(
            editing, self.tr("Families"), ("typography", "fonts"),
            (Part("family", Column(self.tr("Family")), start=self.tr("New family")),
             Part("weight", Column(self.tr("Weights")), "list"),
             Part("style", Column(self.tr("Styles")), "list")),
        )  # fmt: skip
        self.column.addWidget(self.fonts)
        self.add_heading(self.tr("Where they stand"))
        form = self.add_form()
        form.add(RoleField(editing, self.tr("Text"), ("typography", "base")))
        form.add(RoleField(editing, self.tr("Headings"), ("typography", "headings")))
        hint = self.tr("Allowed besides the families above")
        form.add(ListField(editing, self.tr("Others"), (*OURS, "families"), hint))
        hint = self.tr("May stand in online, as Arial in an e-mail")
        form.add(ListField(editing, self.tr("Fallbacks"), (*OURS, "fallbacks"), hint))
        form.add(NumberField(editing, self.tr("Most families"), (*OURS, "max_families")))
        for channel, words in (
            ("offline", self.tr("Least size in print, pt")),
            ("online", self.tr("Least size on screens, px")),
        ):
            form.add(SizeField(editing, words, (*OURS, "min_size", channel)))
        self.column.addStretch(1)

    def show_values(self) -> None:
        """Show the type as it is now."""
        super().show_values()
        self.fonts.show_values()


class RoleField(TextField):
    """The family of a role, which may stand by itself or among other things."""

    def _typed(self) -> None:
        inner = isinstance(self.editing.value(*self.keys), dict)
        keys = (*self.keys, "family") if inner else self.keys
        name = ".".join(map(str, keys))
        self.editing.set_value(self.label, keys, self.line.text().strip() or None, name)

    def _show(self, value: object) -> None:
        super()._show(value.get("family") if isinstance(value, dict) else value)


class SizeField(NumberField):
    """The least size of text, which may stand by itself or beside that of headlines."""

    def _typed(self) -> None:
        inner = isinstance(self.editing.value(*self.keys), dict)
        keys = (*self.keys, "text") if inner else self.keys
        name = ".".join(map(str, keys))
        self.editing.set_value(self.label, keys, self.read(self.line.text().strip()), name)

    def _show(self, value: object) -> None:
        super()._show(value.get("text") if isinstance(value, dict) else value)
