"""Learn from examples: drop approved creatives, see what they teach, accept it or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.centred import centred
from brandguard.gui.clipboard import local_paths
from brandguard.gui.editor.asking import Asking
from brandguard.gui.editor.doors import Base, ChangedOnDiskError
from brandguard.gui.editor.section import Muted, heading, muted_text
from brandguard.gui.learning import Lesson, Teacher
from brandguard.gui.lessonview import LessonView
from brandguard.gui.task import Task
from brandguard.gui.words import messages
from brandguard.model.paths import display_path
from brandguard.model.profile import DEFAULT_FALSE_ALARMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from brandguard.gui.editor.editing import Editing


_WIDTH = 880
"""Of what was learned: wider, a row is hard to follow."""
_FIELDS = 400


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user has chosen and learned so far, and on which step she is."""

    paths: tuple[str, ...]
    name: str
    rate: float
    keep: bool
    lesson: Lesson | None
    step: int


class LearnPage(QWidget):
    """A step to choose examples, a step to look at what was learned. Nothing is written before."""

    back_wanted = Signal()
    accepted = Signal(object)
    """The path of the profile that was written."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.asking = Asking(self)
        self.teacher = Teacher(editing.doors, self)
        self.paths: list[str] = []
        self.lesson: Lesson | None = None
        self._task: Task[None] | None = None
        self.setAcceptDrops(True)
        self._make()
        self.steps = QStackedWidget()
        self.steps.addWidget(self._first_step())
        self.steps.addWidget(self._second_step())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.steps)
        self._connect()
        self._show()

    def _make(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Approved examples"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("The brand's name"))
        self.name.setMaximumWidth(_FIELDS)
        self.rate = QDoubleSpinBox()
        self.rate.setAccessibleName(self.tr("False alarms, per cent"))
        self.rate.setMaximumWidth(120)
        self.rate.setRange(0.1, 50.0)
        self.rate.setDecimals(1)
        self.rate.setSuffix(" %")
        self.rate.setValue(100 * DEFAULT_FALSE_ALARMS)
        self.keep = QCheckBox()
        self.files = QPushButton(self.tr("Add files…"))
        self.folder = QPushButton(self.tr("Add folder…"))
        self.clear = QPushButton(self.tr("Clear"))
        self.learn = QPushButton(self.tr("Learn"))
        self.stop = QPushButton(self.tr("Cancel"))
        self.back = QPushButton(self.tr("Back to the profile"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.state = Muted()
        self.state.setWordWrap(True)
        self.view = LessonView()
        self.accept = QPushButton(self.tr("Accept and save"))
        self.again = QPushButton(self.tr("Change the examples"))

    def _first_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(*([theme.SPACE * 3] * 4))
        column.setSpacing(theme.SPACE)
        column.addWidget(heading(self.tr("Learn from approved examples"), 1.35))
        column.addWidget(
            muted_text(self.tr("Drop creatives and copy here that are right: 20 or more give limits"
                               " of the brand's own, fewer lean on other brands."))
        )  # fmt: skip
        column.addWidget(self.list, 1)
        column.addLayout(_row(self.files, self.folder, self.clear))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE * 2)
        for row, (words, field) in enumerate(
            ((self.tr("Name"), self.name), (self.tr("False alarms"), self.rate))
        ):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        hint = muted_text(self.tr("So many creatives that are right may be warned of, at most."))
        self.rate.setAccessibleDescription(hint.text())
        grid.addWidget(hint, 2, 1)
        grid.addWidget(self.keep, 3, 1)
        grid.setColumnMinimumWidth(1, _FIELDS)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        column.addWidget(self.bar)
        column.addWidget(self.state)
        column.addLayout(_row(self.learn, self.stop, self.back))
        return step

    def _second_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, theme.SPACE * 2)
        self.view.setMaximumWidth(_WIDTH)
        column.addWidget(centred(self.view, self.tr("What was learned")), 1)
        row = _row(self.accept, self.again)
        row.insertStretch(0, 1)
        row.setContentsMargins(theme.SPACE * 3, 0, theme.SPACE * 3, 0)
        column.addLayout(row)
        return step

    def _connect(self) -> None:
        self.files.clicked.connect(self._choose_files)
        self.folder.clicked.connect(self._choose_folder)
        self.clear.clicked.connect(self._clear)
        self.learn.clicked.connect(self._learn)
        self.stop.clicked.connect(self.teacher.cancel)
        self.back.clicked.connect(self.back_wanted)
        self.again.clicked.connect(lambda: self.steps.setCurrentIndex(0))
        self.accept.clicked.connect(self._accept)
        self.teacher.changed.connect(self._show)
        self.teacher.learned.connect(self._take)
        self.teacher.failed.connect(self.editing.session.failed)
        self.editing.changed.connect(self._show)

    # Showing

    def _show(self) -> None:
        running = self.teacher.running
        profile = self.editing.profile
        self.learn.setEnabled(bool(self.paths) and not running)
        self.stop.setEnabled(running)
        self.stop.setVisible(running)
        self.bar.setVisible(running)
        self.clear.setEnabled(bool(self.paths) and not running)
        self.keep.setVisible(profile is not None)
        if profile is not None and not self.name.text():
            self.name.setText(profile.name)
            self.keep.setChecked(True)
        words = self.tr("Keep what is written by hand in {name}; only gaps are filled")
        self.keep.setText(words.format(name=profile.name if profile else ""))
        self._show_progress(running=running)

    def _show_progress(self, *, running: bool) -> None:
        done, total, name = self.teacher.progress
        unread = self.teacher.unreadable
        if running:
            self.bar.setRange(0, total if done < total else 0)
            self.bar.setValue(done)
            words = self.tr("{done} of {total} · {name}")
            thinking = self.tr("Finding what they have in common…")
            at_work = total == 0 or done < total
            self.state.setText(
                words.format(done=done, total=total, name=name) if at_work else thinking
            )
        elif total and done == total and len(unread) == total:
            say = messages()
            lines = [f"⚠ {display_path(path)}: {say.note(note)}" for path, note in unread]
            self.state.setText("\n".join([self.tr("None of them could be read:"), *lines]))
        elif self.paths:
            self.state.setText(self.tr("%n files and folders", "", len(self.paths)))
        else:
            self.state.setText(self.tr("Nothing chosen yet."))

    def _take(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.view.show_lesson(lesson)
        self.steps.setCurrentIndex(1)
        self.accept.setFocus()

    @property
    def chosen(self) -> Chosen:
        """What outlives a change of the language; a run under way does not."""
        return Chosen(tuple(self.paths), self.name.text(), self.rate.value(),
                      self.keep.isChecked(), self.lesson, self.steps.currentIndex())  # fmt: skip

    def choose(self, chosen: Chosen) -> None:
        """Go on with what was chosen."""
        self.name.setText(chosen.name)
        self.rate.setValue(chosen.rate)
        self.keep.setChecked(chosen.keep)
        self.add(chosen.paths)
        self.lesson = chosen.lesson
        if self.lesson is not None:
            self.view.show_lesson(self.lesson)
            self.steps.setCurrentIndex(chosen.step)

    # What the user does

    def add(self, paths: Sequence[str]) -> None:
        """Take more examples."""
        for path in paths:
            if path not in self.paths:
                self.paths.append(path)
                self.list.addItem(display_path(path))
        self._show()

    def _choose_files(self) -> None:
        self.add(QFileDialog.getOpenFileNames(self, self.tr("Add files"))[0])

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Add folder"))
        self.add([chosen] if chosen else [])

    def _clear(self) -> None:
        self.paths = []
        self.list.clear()
        self._show()

    def _learn(self) -> None:
        self.teacher.start(self.paths, self.rate.value() / 100)

    def _accept(self) -> None:
        editing = self.editing
        keep = self.keep.isChecked()  # there is none to keep otherwise
        base = Base(editing.text.text, editing.stamp) if keep and editing.text else None
        own = editing.path if base is not None else None
        target = own or self.asking.save_as(Path("_brand.yml"))
        if target is not None:
            self._write(target, base)

    def _write(self, target: Path, base: Base | None, *, anew: bool = False) -> None:
        """Write what was learned over `base`, or `anew` over what the file holds by then."""
        lesson, editing = self.lesson, self.editing
        if lesson is None or self._task is not None:
            return
        name = self.name.text().strip() or target.absolute().parent.name
        doors, rate, learning = editing.doors, lesson.false_alarms, lesson.learning

        def work() -> None:
            if anew:
                doors.accept_anew(learning, name, rate, target)
            else:
                doors.accept(learning, name, rate, target, base)

        def written(_: None) -> None:
            self._task = None
            self.steps.setCurrentIndex(0)
            editing.take_written(target, keep=anew)
            self.accepted.emit(target)

        def failed(error: Exception) -> None:
            self._task = None
            if isinstance(error, ChangedOnDiskError) and base is not None:
                self._ask(target, base)
            else:
                editing.session.failed.emit(error)

        self._task = Task(work, written, failed)

    def _ask(self, target: Path, base: Base) -> None:
        """Ask whose rules stay where the profile was changed by somebody else meanwhile."""
        answer = self.asking.whose_rules(target)
        if answer == "mine":
            self._write(target, replace(base, stamp=None))
        elif answer == "theirs":
            self._write(target, base, anew=True)

    # As Qt asks

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped as examples, not as creatives to check."""
        self.add(local_paths(event.mimeData().urls()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
