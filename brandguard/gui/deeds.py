"""What can be undone: a deed and its opposite, each of which may fail without harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable


class Deed(QUndoCommand):
    """Pushed once it is done: the stack's first call of redo does nothing."""

    def __init__(self, name: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(name)
        self._redo, self._undo = redo, undo
        self._done = True

    def redo(self) -> None:
        """Do it again, after it was undone."""
        if self._done:
            self._done = False
            return
        self._redo()

    def undo(self) -> None:
        """Do the opposite."""
        self._undo()
