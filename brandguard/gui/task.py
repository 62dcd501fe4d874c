"""One function in a thread, its result in the window: for whatever touches a disk."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Result = TypeVar("Result")

_LIVE: set[Task[object]] = set()
"""Tasks under way: a thread must never outlive the Qt object by which it reports."""


class Task(QObject, Generic[Result]):
    """Calls `work` in a thread; then, in the window's, `done` with its result or `failed`."""

    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._work = work
        self._done: Callable[[Result], None] | None = done
        self._failed: Callable[[Exception], None] | None = failed
        self._returned.connect(self._finish)
        self._raised.connect(self._fail)
        self._thread = threading.Thread(target=self._run, name="brandguard-task", daemon=True)
        _LIVE.add(self)  # type: ignore[arg-type]  # of whatever result
        self._thread.start()

    def forget(self) -> None:
        """Let the thread come to its end unheard."""
        self._done = self._failed = None

    def wait(self, seconds: float) -> None:
        """Wait for the thread, not for its result to be handed over."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as raised:  # noqa: BLE001  handed over to the window
            self._raised.emit(raised)
        else:
            self._returned.emit(result)

    def _finish(self, result: Result) -> None:
        _LIVE.discard(self)
        if self._done is not None:
            self._done(result)

    def _fail(self, error: Exception) -> None:
        _LIVE.discard(self)
        if self._failed is not None:
            self._failed(error)


def forget_all(tasks: Iterable[Task[Any]]) -> None:
    """Forget these: whoever waits for them is gone."""
    for task in tuple(tasks):
        task.forget()


def end_all(seconds: float = 3.0) -> None:
    """Forget all tasks and give their threads a moment each: before Qt goes."""
    for task in tuple(_LIVE):
        task.forget()
        task.wait(seconds)
