"""The window's view of the profile: the editor, and beside it the page that learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from brandguard.gui.editor.page import EditorPage
from brandguard.gui.learnpage import LearnPage

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing


class ProfileView(QStackedWidget):
    """Shows one of the two."""

    open_wanted = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.editor, self.learn = EditorPage(editing), LearnPage(editing)
        self.addWidget(self.editor)
        self.addWidget(self.learn)
        self.editor.learn_wanted.connect(lambda: self.setCurrentWidget(self.learn))
        self.editor.open_wanted.connect(self.open_wanted)
        self.learn.back_wanted.connect(lambda: self.setCurrentWidget(self.editor))
        self.learn.accepted.connect(lambda _: self.setCurrentWidget(self.editor))
