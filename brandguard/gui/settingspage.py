"""The settings, applied at once: there is no OK and nothing to forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.centred import centred
from brandguard.gui.memory import SYSTEM
from brandguard.gui.settingrows import Rows
from brandguard.gui.task import Task
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.upkeep import LEAST_MEMORY_MB, Model, Shared
from brandguard.gui.words import file_size, messages
from brandguard.messages import LANGUAGES
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from brandguard.gui.memory import Memory
    from brandguard.gui.session import Session
    from brandguard.interchange.settingstext import Value

_WIDTH = 720
_MOST_WORKERS = 64
_MOST_MEMORY_MB = 65_536


class SettingsPage(QWidget):
    """What the window remembers for itself, and what it shares with the command line."""

    language_wished = Signal(str)
    scheme_wished = Signal(str)
    left = Signal()
    """The user has seen enough."""
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._memory = session, memory
        self._upkeep = session.backend.upkeep
        self._shown = Shared()
        self._filling = False
        self._tasks: set[Task[object]] = set()
        self._make_looks()
        self._make_checking()
        self._make_keeping()
        self._lay_out()
        session.progress_changed.connect(self._allow)
        self._connect()

    def _make_looks(self) -> None:
        words = messages()
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), SYSTEM)
        for each, name in (("en", "English"), ("it", "Italiano"), ("es", "Español")):
            self.language.addItem(name, each)
        self.scheme = QComboBox()
        for each, name in (
            (SYSTEM, self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.scheme.addItem(name, each)
        self.report_language = QComboBox()
        for each in LANGUAGES:
            name = words.name("language_name", each)
            self.report_language.addItem(name[:1].upper() + name[1:], each)
        for combo, now in ((self.language, self._memory.language),
                           (self.scheme, self._memory.scheme)):  # fmt: skip
            combo.setCurrentIndex(max(combo.findData(now), 0))

    def _make_checking(self) -> None:
        self.ocr = QCheckBox(self.tr("Read text in pictures"))
        self.workers = QSpinBox()
        self.workers.setRange(0, _MOST_WORKERS)
        self.workers.setSpecialValueText(self.tr("Half of the processor"))
        self.memory = QSpinBox()
        self.memory.setRange(LEAST_MEMORY_MB, _MOST_MEMORY_MB)
        self.memory.setSingleStep(256)
        self.memory.setSuffix(" MB")
        for spin in (self.workers, self.memory):
            spin.setKeyboardTracking(False)

    def _make_keeping(self) -> None:
        self.stored = QLabel()
        self.clear = QPushButton(self.tr("Empty the store"))
        self.history = QCheckBox(self.tr("Keep the scores of each run"))
        self.history_at = QLineEdit()
        self.history_at.setPlaceholderText(display_path(str(self._upkeep.own_history())))
        self.models = QLabel()
        self.models.setTextFormat(Qt.TextFormat.PlainText)
        self.models.setWordWrap(True)
        self.file = TintLabel(QUIET)
        self.file.setWordWrap(True)
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setMaximumWidth(_WIDTH)
        rows = Rows(page)
        rows.title(self.tr("Settings"))
        rows.heading(self.tr("Language and looks"))
        rows.add(self.tr("Language of the window"), self.language)
        rows.add(
            self.tr("Language of reports"), self.report_language,
            self.tr("For reports that you export or print, and on the command line."),
        )  # fmt: skip
        rows.add(self.tr("Colours"), self.scheme)
        rows.heading(self.tr("Checking"))
        rows.add(
            "", self.ocr,
            self.tr("Takes a second or two a picture, where a rule of the profile is about words."),
        )  # fmt: skip
        rows.add(
            self.tr("Creatives measured at a time"), self.workers,
            self.tr("More is quicker, and leaves less for other programs."),
        )  # fmt: skip
        rows.add(
            self.tr("Memory for each"), self.memory,
            self.tr("A creative that needs more is named as unreadable instead of slowing all."),
        )  # fmt: skip
        rows.heading(self.tr("Kept on this computer"))
        store = QHBoxLayout()
        store.addWidget(self.stored, 1)
        store.addWidget(self.clear)
        rows.add(
            self.tr("Measurements"), store,
            self.tr("What was measured once is not measured again until the file changes."),
        )  # fmt: skip
        rows.add("", self.history, self.tr("Scores over time, for trends. No creative is kept."))
        rows.add(self.tr("Kept in"), self.history_at)
        rows.heading(self.tr("Languages whose voice can be measured"))
        rows.add("", self.models)
        rows.add("", self.file)
        rows.end()
        self._frame(page)

    def _frame(self, page: QWidget) -> None:
        """Put the page into an area that scrolls, with the way back under it."""
        area = centred(page, self.tr("Settings"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.done = QPushButton(self.tr("Done"))
        self.done.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setContentsMargins(*([theme.SPACE * 3 // 2] * 4))
        foot.addStretch(1)
        foot.addWidget(self.done)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.language.activated.connect(self._wish_language)
        self.scheme.activated.connect(self._wish_scheme)
        self.report_language.activated.connect(
            lambda: self._save("lang", self.report_language.currentData())
        )
        self.ocr.toggled.connect(lambda on: self._save("no-ocr", None if on else True))
        self.workers.valueChanged.connect(lambda n: self._save("jobs", n or None))
        self.memory.valueChanged.connect(lambda n: self._save("max-memory", n))
        self.history.toggled.connect(lambda on: self._save("no-history", None if on else True))
        self.history_at.editingFinished.connect(self._save_place)
        self.clear.clicked.connect(self._clear)

    # Reading and writing

    def showEvent(self, event: QShowEvent) -> None:
        """Read what holds now: the command line's file may have been changed elsewhere."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read settings, store and models in a thread and show them."""
        upkeep = self._upkeep

        def look() -> tuple[Shared, int, tuple[Model, ...]]:
            return upkeep.load(), upkeep.stored(), upkeep.models()

        self._run(look, self._fill)

    def _fill(self, found: tuple[Shared, int, tuple[Model, ...]]) -> None:
        shared, stored, models = found
        self._filling, self._shown = True, shared
        at = self.report_language.findData(shared.language)
        self.report_language.setCurrentIndex(max(at, 0))
        self.ocr.setChecked(shared.ocr)
        self.workers.setValue(shared.jobs)
        self.memory.setValue(shared.max_memory_mb)
        self.history.setChecked(shared.history)
        self.history_at.setText(shared.history_at)
        self._filling = False
        self._show_stored(stored)
        self.models.setText("\n".join(_model_line(model) for model in models))
        path = display_path(str(self._upkeep.file()))
        self.file.setText(self.tr("Shared with the command line: {path}").format(path=path))
        self._allow()

    def _allow(self) -> None:
        self.clear.setEnabled(not self._session.progress.running)
        self.history_at.setEnabled(self.history.isChecked())

    def _show_stored(self, size: int) -> None:
        self.stored.setText(file_size(size) if size else self.tr("empty"))

    def _wish_language(self) -> None:
        self._memory.language = self.language.currentData()
        self.language_wished.emit(self._memory.language)

    def _wish_scheme(self) -> None:
        self._memory.scheme = self.scheme.currentData()
        self.scheme_wished.emit(self._memory.scheme)

    def _save_place(self) -> None:
        text = self.history_at.text().strip()
        if text != self._shown.history_at:
            self._save("history", text or None)

    def _save(self, name: str, value: Value) -> None:
        if self._filling:
            return
        save, load = self._upkeep.save, self._upkeep.load

        def work() -> Shared:
            save(name, value)
            return load()

        self._run(work, self._saved)

    def _saved(self, shared: Shared) -> None:
        self._shown = shared
        self._allow()

    def _clear(self) -> None:
        clear, stored = self._upkeep.clear, self._upkeep.stored

        def work() -> int:
            clear()
            return stored()

        self._run(work, self._cleared)

    def _cleared(self, size: int) -> None:
        self._show_stored(size)
        self.said.emit(self.tr("The store is empty. The next run measures everything anew."))

    def _run(self, work, done) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001  any result, handed on
        def ended(result: object) -> None:
            self._tasks.discard(task)
            done(result)

        def failed(error: Exception) -> None:
            self._tasks.discard(task)
            self.failed.emit(error)

        task = Task(work, ended, failed)
        self._tasks.add(task)

    def forget(self) -> None:
        """Let go of what is under way: the page goes."""
        for task in self._tasks:
            task.forget()
        self._tasks.clear()


def _model_line(model: Model) -> str:
    name = messages().name("language_name", model.language)
    name = name[:1].upper() + name[1:]
    if model.problem:
        return f"–  {name}: {messages().said(model.problem)}"
    return f"✓  {name}: {model.name} {model.version}, {model.licence}"
