"""The profile editor: sections at the left, one of them in the middle, the effect at the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.editor.alarms import alarms
from brandguard.gui.editor.asking import Asking
from brandguard.gui.editor.colours import Colours
from brandguard.gui.editor.doors import template
from brandguard.gui.editor.effectpane import EffectPane
from brandguard.gui.editor.eyedropper import Eyedropper
from brandguard.gui.editor.identity import Identity
from brandguard.gui.editor.logos import Logos
from brandguard.gui.editor.message import MessageSection
from brandguard.gui.editor.rules import RulesSection
from brandguard.gui.editor.thresholds import Thresholds
from brandguard.gui.editor.topbar import TopBar
from brandguard.gui.editor.typefaces import Typefaces
from brandguard.gui.editor.voice import Voice
from brandguard.gui.editor.weights import Weights
from brandguard.gui.editor.wording import WordingSection
from brandguard.gui.task import Task
from brandguard.gui.words import messages

if TYPE_CHECKING:
    from brandguard.gui.editor.alarms import Alarm
    from brandguard.gui.editor.editing import Editing
    from brandguard.gui.editor.section import Section
    from brandguard.learning.reference import LearnedFile
    from brandguard.model.errors import ProfileProblem

_WIDTHS = [176, 680, 288]
Found = tuple["LearnedFile | None", "tuple[Alarm, ...]"]


class EditorPage(QWidget):
    """One page of the window, not a dialog: every edit counts at once."""

    learn_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.asking = Asking(self)
        self.colours, self.logos = Colours(editing), Logos(editing)
        self.voice, self.thresholds = Voice(editing), Thresholds(editing)
        self.sections: tuple[Section, ...] = (
            Identity(editing), self.colours, self.logos, Typefaces(editing), self.voice,
            WordingSection(editing), MessageSection(editing), RulesSection(editing),
            self.thresholds, Weights(editing),
        )  # fmt: skip
        self.list, self.stack = QListWidget(), QStackedWidget()
        self.effect = EffectPane(editing)
        self.problems = QListWidget()
        self.bar = TopBar(editing)
        self.eyedropper = Eyedropper(editing.session, self)
        self._learned_of: object = None
        self._task: Task[Found] | None = None
        self._stale = True
        self._make_actions()
        self._lay_out()
        self._connect()
        self._show()

    def _make_actions(self) -> None:
        self.save = QAction(self.tr("&Save the profile"), self)
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.save_as = QAction(self.tr("Save the profile &as…"), self)
        self.save_as.setShortcut(QKeySequence("Ctrl+Shift+S"))
        self.new = QAction(self.tr("&New profile…"), self)
        self.new.setShortcut(QKeySequence("Ctrl+N"))
        self.save.triggered.connect(self._save)
        self.save_as.triggered.connect(self._save_as)
        self.new.triggered.connect(self._new)
        self.addActions([self.save, self.save_as, self.new])

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Sections of the profile"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSpacing(2)
        self.list.setViewportMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        self.list.setBackgroundRole(QPalette.ColorRole.Base)  # of what the margins leave free
        self.list.setAutoFillBackground(True)
        for section in self.sections:
            self.list.addItem(section.title)
            self.list.item(self.list.count() - 1).setSizeHint(QSize(0, theme.SPACE * 4))
            scroll = QScrollArea()
            scroll.setWidget(section)
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.stack.addWidget(scroll)
        self.problems.setAccessibleName(self.tr("Problems of the profile"))
        self.problems.setWordWrap(True)
        self.problems.setFrameShape(QFrame.Shape.NoFrame)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.problems)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.list, middle, self.effect):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        self.panes.setSizes(_WIDTHS)
        self.list.setMinimumWidth(128)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.panes, 1)
        whole.addStretch(0)
        self.list.setCurrentRow(0)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._turn)
        self.editing.changed.connect(self._show)
        self.editing.saved_changed.connect(self._show_saved)
        self.editing.conflict.connect(self._ask)
        self.editing.session.rejudged.connect(self._show_measured)
        self.colours.pick_wanted.connect(self.eyedropper.show)
        self.colours.import_wanted.connect(self._import)
        self.logos.add_wanted.connect(self._add_logos)
        self.eyedropper.picked.connect(self._take_picked)
        self.problems.itemActivated.connect(lambda _: self._go_to_problem())
        self.problems.itemClicked.connect(lambda _: self._go_to_problem())
        self.bar.save.clicked.connect(self.save.trigger)
        self.bar.new.clicked.connect(self._new)
        self.bar.open.clicked.connect(self.open_wanted)
        self.bar.learn.clicked.connect(self.learn_wanted)

    # Showing

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections[max(self.list.currentRow(), 0)]

    def turn_to(self, kind: type[Section]) -> None:
        """Show a section."""
        self.list.setCurrentRow([type(section) for section in self.sections].index(kind))

    def _turn(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self.section.show_values()

    def _show(self) -> None:
        """Show this version: the section in view now, the others when they are turned to."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        there = self.editing.text is not None
        self.panes.setVisible(there)
        self.save_as.setEnabled(there)
        self.section.show_values()
        self._show_problems()
        self._show_saved()
        self._fetch_learned()

    def showEvent(self, event: QEvent) -> None:
        """Catch up with what happened while another page was shown."""
        del event
        self.editing.wake()
        if self._stale:
            QTimer.singleShot(0, self._show)

    def _show_saved(self) -> None:
        self.save.setEnabled(self.editing.dirty)
        self.bar.show_state()

    def _show_problems(self) -> None:
        problems = self.editing.problems
        self.problems.clear()
        for problem in problems:
            self.problems.addItem(self._line(problem))
        self.problems.setVisible(bool(problems))
        line = max(self.problems.sizeHintForRow(0), theme.SPACE * 2)
        self.problems.setFixedHeight(min(len(problems), 4) * line + theme.SPACE)
        palette = QPalette(self.problems.palette())
        palette.setColor(QPalette.ColorRole.Text, theme.colour("fail", self.palette()))
        self.problems.setPalette(palette)
        for row, section in enumerate(self.sections):
            wrong = any(_below(problem.key, section.keys) for problem in problems)
            item = self.list.item(row)
            item.setText(f"{section.title}  ■" if wrong else section.title)
            said = self.tr("{section}, has problems").format(section=section.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said if wrong else section.title)

    def _line(self, problem: ProfileProblem) -> str:
        said = messages().said(problem.text)
        return f"■ {problem.key}: {said}" if problem.key else f"■ {said}"

    def _go_to_problem(self) -> None:
        at = self.problems.currentRow()
        if 0 <= at < len(self.editing.problems):
            key = self.editing.problems[at].key
            rows = [r for r, s in enumerate(self.sections) if _below(key, s.keys)]
            if rows:
                self.list.setCurrentRow(rows[0])

    def _show_measured(self) -> None:
        if self.isVisible() and self.section in {self.voice, self.thresholds}:
            self.section.show_values()

    def _fetch_learned(self) -> None:
        """Read what was learned, in a thread, when the profile names another file of it."""
        profile = self.editing.profile
        named = (profile.path, profile.learned and profile.learned.sha256) if profile else None
        if profile is None or named == self._learned_of:
            return
        self._learned_of = named
        doors = self.editing.doors

        def work() -> Found:
            learned = doors.learned(profile)
            return learned, alarms(learned)

        self._task = Task(work, self._take_learned, self.editing.session.failed.emit)

    def _take_learned(self, found: Found) -> None:
        self._task = None
        self.voice.learned = found[0]
        self.thresholds.take_learned(*found)
        if self.section is self.voice:
            self.voice.show_values()

    # What the user wishes

    def _save(self) -> None:
        self.editing.save()

    def _save_as(self) -> None:
        home = self.editing.path
        path = self.asking.save_as(home) if home is not None else None
        if path is not None:
            self.editing.save_as(path)

    def _new(self) -> None:
        name = self.asking.name()
        path = self.asking.save_as(Path("_brand.yml")) if name else None
        if path is None:
            return
        doors, session = self.editing.doors, self.editing.session
        self._writing = Task(
            lambda: doors.write(template(name), path, None),
            lambda _: session.open_profile(path),
            session.failed.emit,
        )

    def _ask(self) -> None:
        path = self.editing.path
        if path is None:
            return
        answer = self.asking.conflict(path)
        if answer == "reload":
            self.editing.reload()
        elif answer == "overwrite":
            self.editing.save(over=True)
        elif answer == "save_as":
            self._save_as()

    def _import(self) -> None:
        path = self.asking.colour_file()
        if path is not None:
            self.colours.import_file(path)

    def _add_logos(self) -> None:
        if self.editing.path is not None:
            self.logos.add_files(self.asking.logo_files(self.editing.path.parent))

    def _take_picked(self, code: str) -> None:
        self.turn_to(Colours)
        self.colours.add_colour(code.lstrip("#").lower(), code)
        self.eyedropper.hide()

    def sizeHint(self) -> QSize:
        """Ask for what the three columns want."""
        return QSize(sum(_WIDTHS), 640)


def _below(key: str, places: tuple[str, ...]) -> bool:
    return any(key == place or key.startswith(f"{place}.") for place in places)
