"""The ways in which creatives come into the window: chosen, pasted, dropped, the sample's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication

from brandguard.gui.clipboard import local_paths, pasted
from brandguard.gui.words import messages
from brandguard.model.paths import display_text
from brandguard.model.said import cause
from brandguard.settings import asset_path, pasted_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.mainwindow import MainWindow

_NAMED = 3
"""Addresses that a toast names."""


class Bringing(QObject):
    """Belongs to one window and outlives a change of its language."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def files(self) -> None:
        """Ask for files and check them."""
        self._window.session.add(self._window.dialogs.files())

    def folder(self) -> None:
        """Ask for a folder and check it."""
        self._window.session.add(self._window.dialogs.folder())

    def sample(self) -> None:
        """Open the sample's wrong campaign with the sample's profile."""
        sample = asset_path("sample")
        creatives = sample / "campaigns" / "spring-wrong"
        self._window.session.add_with_profile([str(creatives)], sample / "_brand.yml")

    def paste(self) -> None:
        """Check what is on the clipboard."""
        toast = self._window.toast
        try:
            paths = pasted(QGuiApplication.clipboard(), pasted_folder())
        except OSError as error:
            why = messages().said(cause(error))
            toast.say(self.tr("It could not be kept: {why}").format(why=why))
            return
        if paths:
            self._window.session.add(paths)
        else:
            toast.say(self.tr("There is no picture, text or file on the clipboard."))

    def drop(self, urls: Sequence[QUrl]) -> None:
        """Check what was dropped; what does not lie on this machine is named."""
        away = [url for url in urls if not url.isLocalFile()]
        if away:
            names = ", ".join(display_text(url.toString()) for url in away[:_NAMED])
            skipped = self.tr("%n skipped: nothing is fetched from the web.", "", len(away))
            self._window.toast.say(f"{skipped} {self.tr('Download first:')} {names}")
        self._window.session.add(local_paths(list(urls)))
