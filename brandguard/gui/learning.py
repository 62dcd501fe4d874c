"""Learning under way: approved creatives are measured, then taught from. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandguard.engine import Found, Started
from brandguard.gui.bridge import Bridge, Ended
from brandguard.gui.editor.alarms import Alarm
from brandguard.gui.task import Task
from brandguard.learning.learn import Learning, Named
from brandguard.model.creative import Note
from brandguard.model.features import Features
from brandguard.model.profile import DEFAULT_FALSE_ALARMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.editor.doors import ProfileDoors


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a run has taught, to be looked at before it is accepted."""

    learning: Learning
    alarms: tuple[Alarm, ...]
    false_alarms: float
    examples: int
    unreadable: tuple[tuple[str, Note], ...] = ()
    """Paths that taught nothing, and why."""


@dataclass(slots=True)
class _Run:
    examples: list[Named] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    unreadable: list[tuple[str, Note]] = field(default_factory=list)
    total: int = 0
    done: int = 0
    name: str = ""


class Teacher(QObject):
    """One run at a time, cancelled at once."""

    changed = Signal()
    """It has begun, gone on, or come to an end."""
    learned = Signal(object)
    """A Lesson."""
    failed = Signal(object)

    def __init__(self, doors: ProfileDoors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._doors = doors
        self._run = _Run()
        self._rate = DEFAULT_FALSE_ALARMS
        self._bridge = Bridge(self._handle, self.changed.emit, self)
        self._task: Task[Lesson] | None = None
        self.running = False

    @property
    def progress(self) -> tuple[int, int, str]:
        """How many are done, of how many, and the latest; all done means that it is thinking."""
        return self._run.done, self._run.total, self._run.name

    @property
    def unreadable(self) -> tuple[tuple[str, Note], ...]:
        """What could not be read so far, and why."""
        return tuple(self._run.unreadable)

    def start(self, paths: Sequence[str], false_alarms: float) -> None:
        """Measure these and learn from them."""
        self.cancel()
        self._run, self._rate, self.running = _Run(), false_alarms, True
        doors, given = self._doors, tuple(paths)
        self._bridge.start(lambda: iter(doors.measure(given)))
        self.changed.emit()

    def cancel(self) -> None:
        """Stop at once; nothing was written, nothing is kept but the store of measurements."""
        self._bridge.cancel()
        if self._task is not None:
            self._task.forget()
            self._task = None
        if self.running:
            self.running = False
            self.changed.emit()

    def _handle(self, event: object) -> None:
        run = self._run
        if not self.running:
            return
        if isinstance(event, Found):
            run.total = event.total
        elif isinstance(event, Ended):
            self._ended(event.error)
        elif not isinstance(event, Started):
            self._take(event)

    def _take(self, event: object) -> None:
        run, result = self._run, getattr(event, "result", None)
        path = str(getattr(event, "job").path)  # noqa: B009  an Outcome of the workers
        run.done += 1
        run.name = path.replace("\\", "/").rsplit("/", 1)[-1]
        if not isinstance(result, Features):
            if result is not None:
                run.unreadable.append((path, result))
        elif result.sha256 not in run.seen:
            run.seen.add(result.sha256)
            run.examples.append((path, result))

    def _ended(self, error: BaseException | None) -> None:
        if error is not None:
            self.running = False
            self.changed.emit()
            self.failed.emit(error)
            return
        if not self._run.examples:
            self.running = False
            self.changed.emit()
            return
        run, rate, doors = self._run, self._rate, self._doors

        def work() -> Lesson:
            from brandguard.gui.editor.alarms import alarms

            learning = doors.learn(run.examples, rate)
            found = alarms(learning.file)
            return Lesson(learning, found, rate, len(run.examples), tuple(run.unreadable))

        self._task = Task(work, self._done, self._fail)
        self.changed.emit()

    def _done(self, lesson: Lesson) -> None:
        self._task, self.running = None, False
        self.changed.emit()
        self.learned.emit(lesson)

    def _fail(self, error: Exception) -> None:
        self._task, self.running = None, False
        self.changed.emit()
        self.failed.emit(error)
