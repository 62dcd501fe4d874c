"""Corrects where a creative runs: written into its campaign's file, undone by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandguard.gui.deeds import Deed
from brandguard.gui.task import Task
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.gui.session import Session
    from brandguard.model.creative import Channel, Medium


class Placing(QObject):
    """The session's hand on campaign files. Everything is judged again when one has changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task: Task[Callable[[], None]] | None = None

    def place(self, path: str, channel: Channel | None, medium: Medium | None) -> None:
        """Say that a creative runs in this channel and medium; None leaves one as it is."""
        name = display_path(path.replace("\\", "/").rsplit("/", 1)[-1])
        undoing: list[Callable[[], None]] = []

        def write() -> Callable[[], None]:
            return self._session.backend.place(path, channel, medium)

        def again() -> None:
            self._run(write, undoing.append)

        def undo() -> None:
            back = undoing.pop() if undoing else None
            if back is not None:
                self._run(lambda: back() or back, lambda _: None)

        def done(back: Callable[[], None]) -> None:
            undoing.append(back)
            self._session.deeds.push(
                Deed(lambda: self.tr("correct {name}").format(name=name), again, undo)
            )
            self._session.said.emit(self.tr("Remembered in the campaign's file (campaign.yml)."))

        self._run(write, done)

    def _run(
        self, work: Callable[[], Callable[[], None]], then: Callable[[Callable[[], None]], None]
    ) -> None:
        def ended(result: Callable[[], None]) -> None:
            self._task = None
            then(result)
            self._session.judge_again()

        self._task = Task(work, ended, self._session.failed.emit)
