"""Compares what is open, in a thread, when edits rest: what lies between creatives, by campaign."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from brandguard.gui.task import Task

if TYPE_CHECKING:
    from brandguard.gui.session import Session
    from brandguard.model.report import CampaignReport


COMPARE_MS = 150
"""Rest after the last verdict before creatives are compared: it would slow the next edit."""


class _OvertakenError(Exception):
    """A newer edit has come: nobody waits for this comparison."""


class Comparing(QObject):
    """The session's comparisons: the latest wish counts, an older one is forgotten."""

    compared = Signal(object)
    """A tuple of CampaignReport."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._number = 0
        self._task: Task[tuple[CampaignReport, ...]] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COMPARE_MS)
        self._soon.timeout.connect(self._compare)

    def wish(self) -> None:
        """Compare once all rests."""
        self._soon.start()

    def forget(self) -> None:
        """Let go of what is under way: its thread would hold up the next edit."""
        self._soon.stop()
        self._number += 1
        if self._task is not None:
            self._task.forget()

    def _compare(self) -> None:
        session = self._session
        profile, together = session.profile, session.backend.together
        if profile is None:
            return
        judged = [(e.report, e.features) for e in session.rows.entries() if e.report is not None]
        self.forget()
        mine = self._number

        def go_on() -> None:
            if self._number != mine:
                raise _OvertakenError

        work = partial(together, judged, profile, go_on)
        self._task = Task(work, self._done, session.failed.emit)

    def _done(self, campaigns: tuple[CampaignReport, ...]) -> None:
        self._task = None
        self.compared.emit(campaigns)
