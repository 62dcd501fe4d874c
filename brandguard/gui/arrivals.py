"""Says what came in and what did not, and why, where not all is as it was handed in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from brandguard.gui.intake import Intake
    from brandguard.gui.session import Session

_NAMED = 3
"""Missing paths that are named."""


class Arrivals(QObject):
    """The session's word on what was added."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def tell(self, intake: Intake) -> None:
        """Say it in one sentence; nothing where all of it is a creative that is new here."""
        why = []
        if intake.twice:
            why.append(self.tr("%n already open", "", intake.twice))
        if intake.missing:
            names = ", ".join(display_path(path) for path in intake.missing[:_NAMED])
            why.append(self.tr("%n not found: ", "", len(intake.missing)) + names)
        if intake.unused:
            why.append(self.tr("%n further profiles not used", "", intake.unused))
        if why:
            added = self.tr("%n added", "", len(intake.paths))
            skipped = self.tr("%n skipped", "", intake.skipped)
            self._session.said.emit(f"{added}, {skipped} ({'; '.join(why)})")
        elif intake.profile is not None:
            name = display_path(Path(intake.profile).name)
            self._session.said.emit(self.tr("{name} is the profile in use.").format(name=name))
