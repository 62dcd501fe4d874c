"""The button that names the profile in use and opens another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from brandguard.gui.icons import icon
from brandguard.gui.words import plain_tip
from brandguard.model.paths import display_path, display_text

if TYPE_CHECKING:
    from brandguard.gui.memory import Memory
    from brandguard.gui.session import Session

_LONGEST = 40


class ProfileButton(QToolButton):
    """Its menu: recent profiles, Open…, the sample's."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = memory
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # the ▾ says it larger
        session.profile_changed.connect(self.show_name)
        self.show_name()

    def show_name(self) -> None:
        """Show the name of the profile in use."""
        profile, error = self._session.profile, self._session.profile_error
        if error is not None:
            name = self.tr("cannot be used")
        else:
            name = display_text(profile.name) if profile else self.tr("none")
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        text = self.tr("Profile: {name}").format(name=short)
        self.setText(f"{text}  ▾".replace("&", "&&"))
        self.setAccessibleName(text)
        path = error.path if error is not None else (profile.path if profile else None)
        self.setToolTip(plain_tip(display_path(path)) if path else "")
        if profile is not None and profile.path and error is None:
            self._memory.remember_profile(Path(profile.path))
        self.setIcon(icon("profile", self.palette()))

    def fill(self) -> None:
        """Make the menu afresh: recent profiles may have come or gone."""
        self._menu.clear()
        for path in self._memory.recent_profiles():
            parent = display_path(path.parent.name)
            label = f"{display_path(path.name)}  —  {parent}" if parent else display_path(path.name)
            action = self._menu.addAction(label.replace("&", "&&"))
            action.setToolTip(display_path(str(path)))
            action.triggered.connect(lambda _=False, p=path: self._session.open_profile(p))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Open profile…"), self.open_wanted.emit)
        self._menu.addAction(self.tr("Try the sample brand"), self.sample_wanted.emit)
