"""Has finished runs written into the history, in a thread, and tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandguard.gui.runkeeping import NotKept, ToKeep
from brandguard.gui.task import Task
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from brandguard.gui.session import Session


class Scores(QObject):
    """The session's hand on the history of scores. What goes wrong with it never fails a run."""

    kept = Signal()
    """A run has been kept: a trend has one more point."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task: Task[bool] | None = None

    def take(self, event: ToKeep | NotKept) -> None:
        """Keep a run, or say why it cannot be."""
        if isinstance(event, NotKept):
            self._fail(event.error)
            return
        keep = self._session.backend.keep
        self._task = Task(lambda: keep(event), self._done, self._fail)

    def _done(self, first: bool) -> None:
        self._task = None
        if first:
            text = self.tr("From now on the scores of each run are kept on this computer, for"
                           " trends. The settings can switch that off.")  # fmt: skip
            self._session.said.emit(text)
        self.kept.emit()

    def _fail(self, error: Exception) -> None:
        self._task = None
        text = self.tr("The scores of this run are not kept: {why}")
        self._session.said.emit(text.format(why=messages().error(error)))
