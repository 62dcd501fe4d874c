"""The head of the profile editor: which profile, whether it is saved, which draft was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.section import Muted, heading
from brandguard.gui.elided import ElidedLabel
from brandguard.model.paths import display_path, display_text

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing


class TopBar(QWidget):
    """Name and state at the left, buttons at the right; below, a word on a draft."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self.name = heading("", 1.2)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.state = Muted()
        self.path = ElidedLabel()
        self.learn = QPushButton(self.tr("Learn from examples…"))
        self.new = QPushButton(self.tr("New…"))
        self.open = QPushButton(self.tr("Open…"))
        self.save = QPushButton(self.tr("Save"))
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.name)
        row.addWidget(self.state)
        row.addWidget(self.path, 1)
        for button in (self.learn, self.new, self.open, self.save):
            row.addWidget(button)
        self.draft = QWidget()
        found = QHBoxLayout(self.draft)
        found.setContentsMargins(0, 0, 0, 0)
        self._draft_words = QLabel()
        self._draft_words.setWordWrap(True)
        self.restore = QPushButton(self.tr("Restore the draft"))
        self.discard = QPushButton(self.tr("Discard it"))
        found.addWidget(self._draft_words, 1)
        found.addWidget(self.restore)
        found.addWidget(self.discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE * 2, theme.SPACE, theme.SPACE, theme.SPACE)
        column.addLayout(row)
        column.addWidget(self.draft)
        self.restore.clicked.connect(editing.restore_draft)
        self.discard.clicked.connect(editing.discard_draft)
        editing.draft_found.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show the profile's name, and whether it is saved."""
        editing = self._editing
        profile, path = editing.profile, editing.path
        known = profile or editing.session.profile
        self.name.setText(display_text(known.name) if known else self.tr("No profile"))
        self.path.setText(display_path(str(path)) if path else "")
        if path is None and editing.busy:
            state = self.tr("Reading…")
        elif path is None:
            state = self.tr("Open one, write a new one, or learn one from approved examples.")
        elif editing.dirty:
            state = self.tr("● not saved")
        else:
            state = self.tr("saved")
        self.state.setText(state)
        self.save.setEnabled(editing.dirty)
        found = editing.found
        self.draft.setVisible(found is not None)
        if found is not None:
            when = QDateTime.fromString(found.saved_at, Qt.DateFormat.ISODate)
            shown = QLocale().toString(when, QLocale.FormatType.ShortFormat)
            words = self.tr("▲ Changes of {when} were not saved. They are kept as a draft.")
            self._draft_words.setText(words.format(when=shown))
