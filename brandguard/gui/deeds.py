"""What can be undone: a deed and its opposite, each of which may fail without harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from collections.abc import Callable


class Deed(QUndoCommand):
    """Pushed once it is done: the stack's first call of redo does nothing.

    `name` is asked for again whenever the window's language has changed.
    """

    def __init__(
        self, name: Callable[[], str], redo: Callable[[], None], undo: Callable[[], None]
    ) -> None:
        super().__init__(name())
        self.name, self._redo, self._undo = name, redo, undo
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


def name_anew(stack: QUndoStack) -> None:
    """Name what can be undone in the language that is spoken now; plainly where that is unknown."""
    for place in range(stack.count()):
        command = stack.command(place)
        if isinstance(command, QUndoCommand):
            command.setText(command.name() if isinstance(command, Deed) else "")
