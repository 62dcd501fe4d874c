"""The brand's words: banned, preferred, names, required texts, and how figures are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.gui.editor.fields import ListField, TextField
from brandguard.gui.editor.itemlist import ItemList, Part
from brandguard.gui.editor.section import Section
from brandguard.gui.editor.table import Column
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing

KEYS = ("defaults", "brandguard", "wording")
LANGUAGES = ("it", "es", "en")


class WordingSection(Section):
    """Words that are not to be written, and words that must."""

    keys = (".".join(KEYS),)

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Wording"),
            self.tr("A word is found in all its forms; «regex:…» is a pattern."),
        )
        language = Part("language", Column(self.tr("Language"), width=96))
        new = self.tr("new word")
        self.banned = ItemList(
            editing, self.tr("Banned words"), (*KEYS, "banned"),
            (Part("term", Column(self.tr("Word")), start=new), language,
             Part("instead", Column(self.tr("Instead")))),
        )  # fmt: skip
        self.preferred = ItemList(
            editing, self.tr("Preferred words"), (*KEYS, "preferred"),
            (Part("use", Column(self.tr("Use")), start=new),
             Part("avoid", Column(self.tr("Avoid")), "list", [self.tr("another word")]), language),
        )  # fmt: skip
        self.required = ItemList(
            editing, self.tr("Required texts"), (*KEYS, "required"),
            (Part("text", Column(self.tr("Text")), start=self.tr("new text")), language,
             Part("media", Column(self.tr("Media")), "list"),
             Part("channel", Column(self.tr("Channel"), width=96))),
        )  # fmt: skip
        self._lists = (self.banned, self.preferred, self.required)
        for each in self._lists:
            self.column.addWidget(each)
        self.add_heading(self.tr("Names and figures"))
        form = self.add_form()
        hint = self.tr("Brand and product names exactly as they are written")
        form.add(ListField(editing, self.tr("Names"), (*KEYS, "names"), hint))
        for code in LANGUAGES:
            name = messages().name("language_name", code)
            price = self.tr("Price in {language}").format(language=name)
            percent = self.tr("Percentage in {language}").format(language=name)
            keys = (*KEYS, "formats", code)
            form.add(TextField(editing, price, (*keys, "price"), placeholder="19,90 €"))
            form.add(TextField(editing, percent, (*keys, "percent"), placeholder="20 %"))
        self.column.addStretch(1)

    def show_values(self) -> None:
        """Show the words as they are now."""
        super().show_values()
        for each in self._lists:
            each.show_values()
