"""Who the brand is: its name, its languages, where it is at home, what it builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.gui.editor.fields import ListField, TextField
from brandguard.gui.editor.section import Section

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing


class Identity(Section):
    """The first section."""

    keys = (
        "meta", "defaults.brandguard.languages", "defaults.brandguard.region",
        "defaults.brandguard.extends",
    )  # fmt: skip

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Identity"),
            self.tr("Who the brand is, and which languages it speaks."),
        )
        form = self.add_form()
        self.name = NameField(editing, self.tr("Name"), ("meta", "name"))
        form.add(self.name)
        ours = ("defaults", "brandguard")
        hint = self.tr("The main one first: it, es, en")
        self.languages = ListField(editing, self.tr("Languages"), (*ours, "languages"), hint)
        form.add(self.languages)
        hint = self.tr(
            "Two capital letters, like IT: for phone numbers, and whether «ustedes» is formal"
        )
        form.add(TextField(editing, self.tr("Region"), (*ours, "region"), hint))
        hint = self.tr("Another profile, by its path from this file; what is written here wins")
        form.add(TextField(editing, self.tr("Extends"), (*ours, "extends"), hint))
        self.column.addStretch(1)


class NameField(TextField):
    """The name, which brand.yml lets stand by itself or in two forms."""

    def _typed(self) -> None:
        keys = self.keys
        if isinstance(self.editing.value("meta", "name"), dict):
            keys = (*keys, "short")
        self.editing.set_value(self.label, keys, self.line.text().strip() or None, "meta.name")

    def _show(self, value: object) -> None:
        if isinstance(value, dict):
            value = value.get("short") or value.get("full")
        super()._show(value)
