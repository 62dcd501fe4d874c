"""Reports while one goes on working: written or drawn in a thread, with a bar and a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from brandguard.gui.reporting import StoppedError, Way
from brandguard.gui.task import Task
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.gui.backend import Judged
    from brandguard.gui.reporting import Order
    from brandguard.gui.session import Session
    from brandguard.model.profile import Profile

_LOOK_MS = 100


class Exporter(QObject):
    """One report at a time."""

    said = Signal(str)
    failed = Signal(object)
    busy_changed = Signal()
    moved = Signal(int, int)
    """How far it is: done, of so many."""
    drawn = Signal(object)
    """Pages to print, as JPEG."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task[object] | None = None
        self._way = Way()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._tell_way)

    @property
    def busy(self) -> bool:
        """Whether a report is under way."""
        return self._task is not None

    def export(self, order: Order) -> None:
        """Write what is judged so far; `said` or `failed` tells how it came out."""
        write = self._session.backend.export
        done = self.tr("Report written: {path}").format(path=display_path(str(order.path)))

        def work(judged: Judged, profile: Profile, way: Way) -> object:
            return write(judged, profile, order, way)

        self._start(work, lambda _: self.said.emit(done))

    def draw(self, language: str) -> None:
        """Draw the pages of a print; `drawn` hands them over."""
        pages = self._session.backend.print_pages

        def work(judged: Judged, profile: Profile, way: Way) -> object:
            return pages(judged, profile, language, way)

        self._start(work, self.drawn.emit)

    def stop(self) -> None:
        """Give up the report under way; the old file stays."""
        self._way.stop()

    def forget(self) -> None:
        """Give it up unheard: the window goes."""
        self._way.stop()
        self._look.stop()
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _start(
        self, work: Callable[[Judged, Profile, Way], object], done: Callable[[object], None]
    ) -> None:
        profile = self._session.profile
        if profile is None or self.busy:
            return
        entries = self._session.rows.entries()
        judged = [(entry.report, entry.features) for entry in entries if entry.report is not None]
        way = self._way = Way(total=len(judged))
        self._task = Task(
            lambda: work(judged, profile, way), partial(self._ended, done), self._fail
        )
        self._look.start()
        self.busy_changed.emit()
        self._tell_way()

    def _tell_way(self) -> None:
        self.moved.emit(self._way.done, self._way.total)

    def _close(self) -> None:
        self._task = None
        self._look.stop()
        self.busy_changed.emit()

    def _ended(self, done: Callable[[object], None], result: object) -> None:
        self._close()
        done(result)

    def _fail(self, error: Exception) -> None:
        self._close()
        if isinstance(error, StoppedError):
            self.said.emit(self.tr("Stopped. Nothing was written; an older report is untouched."))
        else:
            self.failed.emit(error)
