"""The two pages about a profile: there is none yet, or the one there is cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from brandguard.gui.notice import Notice
from brandguard.gui.words import messages
from brandguard.model.paths import display_path, display_text
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from brandguard.gui.memory import Memory
    from brandguard.gui.session import Session
    from brandguard.model.errors import ProfileProblem

_RECENT = 2
"""Recent profiles that are offered as buttons; the menu has the rest."""


class NoProfile(Notice):
    """Explains what a profile is and offers ways to one. What was dropped waits meanwhile."""

    open_wanted = Signal()
    sample_wanted = Signal()
    learn_wanted = Signal()

    def __init__(self, session: Session, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = memory
        self.open_button = self.add_button(QPushButton(self.tr("Open profile…")))
        self.open_button.clicked.connect(self.open_wanted)
        self._recent: list[QPushButton] = []
        self.learn_button = self.add_button(QPushButton(self.tr("Learn from examples…")))
        self.learn_button.clicked.connect(self.learn_wanted)
        sample = self.add_button(QPushButton(self.tr("Try the sample brand")))
        sample.clicked.connect(self.sample_wanted)
        session.phase_changed.connect(self._fill)

    def _fill(self) -> None:
        if self._session.phase != "no_profile":
            return
        text = self.tr(
            "A profile (_brand.yml) says what the brand looks and sounds like: its colours, its"
            " words, its tone. None lies beside these creatives or in a folder above them. Open"
            " one, and they are checked at once."
        )
        self.say(self.tr("Which brand are these creatives for?"), text)
        for button in self._recent:
            button.deleteLater()
        self._recent = []
        sample = asset_path("sample")  # has a button of its own
        recent = [path for path in self._memory.recent_profiles() if path.parent != sample]
        for path in recent[:_RECENT]:
            folder = display_path(path.parent.name).replace("&", "&&")
            button = self.add_button(QPushButton(self.tr("Use {name}").format(name=folder)))
            button.setToolTip(display_path(str(path)))
            button.clicked.connect(lambda _=False, p=path: self._session.open_profile(p))
            self._recent.append(button)


class InvalidProfile(Notice):
    """Lists everything that is wrong with a profile, with line numbers."""

    open_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        again = self.add_button(QPushButton(self.tr("Read it again")))
        again.clicked.connect(session.check_again)
        other = self.add_button(QPushButton(self.tr("Open another profile…")))
        other.clicked.connect(self.open_wanted)
        copy = self.add_button(QPushButton(self.tr("Copy the list")))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.list.toPlainText()))
        session.phase_changed.connect(self._fill)

    def _fill(self) -> None:
        error = self._session.profile_error
        if error is None:
            return
        path = display_path(error.path)
        text = self.tr(
            "{path}\n\nNothing is judged until these are mended. Change the file in any editor,"
            " save it, and read it again."
        ).format(path=path)
        lines = [self._line(problem) for problem in error.problems]
        self.say(self.tr("This profile cannot be used"), text, lines)

    def _line(self, problem: ProfileProblem) -> str:
        line = self.tr("Line {line}").format(line=problem.line) if problem.line else ""
        where = "  ·  ".join(part for part in (line, display_text(problem.key)) if part)
        text = display_text(messages().said(problem.text))
        return f"{where}\n      {text}\n" if where else f"{text}\n"
