"""How the brand speaks: whom it addresses, and between which limits its traits lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from brandguard.gui.editor.fields import ChoiceField
from brandguard.gui.editor.ranges import Ranges
from brandguard.gui.editor.section import Section, muted_text
from brandguard.gui.editor.traits import voice_of_approved, voice_of_open
from brandguard.gui.editor.wording import LANGUAGES
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing
    from brandguard.learning.reference import LearnedFile

KEYS = ("defaults", "brandguard", "voice")
_ADDRESS = {
    "it": (("informal", "tu"), ("plural", "voi"), ("formal", "Lei")),
    "es": (("informal", "tú"), ("plural", "vosotros"), ("formal", "usted")),
    "en": (("informal", "you"),),
}
_READ = {
    "tu": "informal", "tú": "informal", "you": "informal", "voi": "plural", "vosotros": "plural",
    "lei": "formal", "usted": "formal", "ustedes": "formal",
}  # fmt: skip


class Voice(Section):
    """Address and traits, by language."""

    keys = (".".join(KEYS),)

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Voice"),
            self.tr("Drag the ends of a bar, or type. A trait without a limit is not judged."),
        )
        form = self.add_form()
        for code in LANGUAGES:
            name = messages().name("language_name", code)
            label = self.tr("Address in {language}").format(language=name)
            choices = [(None, self.tr("free")), *_ADDRESS[code], ("none", self.tr("none at all"))]
            form.add(AddressField(editing, label, (*KEYS, "address", code), choices))
        self.add_heading(self.tr("Traits"))
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language of the traits"))
        for code in LANGUAGES:
            self.language.addItem(messages().name("language_name", code), code)
        row = QHBoxLayout()
        beside = QLabel(self.tr("Language"))
        beside.setBuddy(self.language)
        row.addWidget(beside)
        row.addWidget(self.language)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(
            muted_text(self.tr("Dots above a bar are the approved examples, ticks below it the"
                               " creatives that are open."))
        )  # fmt: skip
        self.ranges = Ranges(editing)
        self.column.addWidget(self.ranges)
        self.column.addStretch(1)
        self.learned: LearnedFile | None = None
        self._chosen = False
        self.language.activated.connect(self._choose)

    def _choose(self) -> None:
        self._chosen = True
        self.show_values()

    def show_values(self) -> None:
        """Show the voice as it is now, first of all in the brand's main language."""
        from brandguard.measures.voice_traits import TRAITS

        super().show_values()
        spoken = self.editing.profile.languages if self.editing.profile is not None else ()
        if not self._chosen and spoken and spoken[0] in LANGUAGES:
            self.language.setCurrentIndex(LANGUAGES.index(spoken[0]))
        code = str(self.language.currentData())
        written = self.editing.value(*KEYS, "traits", code)
        approved = voice_of_approved(self.learned, code)
        opened = voice_of_open(self.editing.session.rows.entries(), code)
        known = {*approved, *opened, *(written if isinstance(written, dict) else {})}
        names = [name for name in TRAITS if name in known] + sorted(known - set(TRAITS))
        self.ranges.show_ranges((*KEYS, "traits", code), names, approved, opened)


class AddressField(ChoiceField):
    """The address, which may be written by its pronoun in the file."""

    def _show(self, value: object) -> None:
        super()._show(_READ.get(str(value).lower(), value))
