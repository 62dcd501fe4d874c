"""What the message must say: the claim, and the facts that are the brand's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.gui.editor.fields import ListField, TextField
from brandguard.gui.editor.section import Section
from brandguard.gui.editor.wording import LANGUAGES
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing

KEYS = ("defaults", "brandguard", "message")


class MessageSection(Section):
    """Claims by language, facts by kind."""

    keys = (".".join(KEYS),)

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Message"),
            self.tr("What every creative may state. A single campaign's offer stands in its own"
                    " campaign.yml."),
        )  # fmt: skip
        self.add_heading(self.tr("Claim"))
        form = self.add_form()
        for code in LANGUAGES:
            name = messages().name("language_name", code)
            form.add(TextField(editing, name[:1].upper() + name[1:], (*KEYS, "claim", code)))
        self.add_heading(self.tr("Facts that are the brand's own"))
        form = self.add_form()
        kinds = {
            "phone": self.tr("Phone numbers"), "email": self.tr("E-mail addresses"),
            "url": self.tr("Web addresses"), "handle": self.tr("Accounts"),
            "hashtag": self.tr("Hashtags"), "code": self.tr("Codes"),
        }  # fmt: skip
        for kind, words in kinds.items():
            form.add(ListField(editing, words, (*KEYS, "facts", kind)))
        self.column.addStretch(1)
