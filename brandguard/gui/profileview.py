"""The window's view of the profile: the editor, and beside it the page that learns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from brandguard.gui.editor.page import EditorPage
from brandguard.gui.learnpage import Chosen, LearnPage

if TYPE_CHECKING:
    from brandguard.gui.editor.editing import Editing


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the user is in the profile's view."""

    learning: bool
    section: int
    chosen: Chosen


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

    @property
    def standing(self) -> Standing:
        """Where the user is, to go on from there with widgets that are made anew."""
        learning = self.currentWidget() is self.learn
        return Standing(learning, self.editor.list.currentRow(), self.learn.chosen)

    def go_on(self, standing: Standing) -> None:
        """Go on from there."""
        self.editor.list.setCurrentRow(standing.section)
        self.learn.choose(standing.chosen)
        if standing.learning:
            self.setCurrentWidget(self.learn)
