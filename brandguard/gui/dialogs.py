"""The system's dialogs: which files, which folder, where to; and what went wrong."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from brandguard.gui.acceptdialog import AcceptDialog
from brandguard.gui.exportdialog import ExportDialog, form_words
from brandguard.gui.reporting import Order
from brandguard.gui.words import messages
from brandguard.model.errors import BrandGuardError
from brandguard.settings import log_folder

if TYPE_CHECKING:
    import datetime as dt

    from brandguard.gui.memory import Memory
    from brandguard.gui.reporting import Form
    from brandguard.model.report import CampaignReport, CreativeReport, Finding
    from brandguard.waivers import Scope


Answer = tuple["Scope", str, "dt.date | None"]
"""How far, why, and until when."""


class Dialogs(QObject):
    """Asks and tells on behalf of one window. A test puts other answers in its place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.told: list[Exception] = []
        """What was told, the latest last."""
        self.box: QMessageBox | None = None
        """In which it was told, while that is open."""

    def files(self) -> list[str]:
        """Ask for files; none where the user thinks better of it."""
        return QFileDialog.getOpenFileNames(self._window, self.tr("Add files"))[0]

    def folder(self) -> list[str]:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Add folder"))
        return [chosen] if chosen else []

    def profile(self) -> Path | None:
        """Ask for a profile."""
        kinds = self.tr("Brand profiles (*.yml *.yaml);;All files (*)")
        chosen = QFileDialog.getOpenFileName(self._window, self.tr("Open profile"), "", kinds)[0]
        return Path(chosen) if chosen else None

    def report(self, memory: Memory, language: str) -> Order | None:
        """Ask in which format, in which language and where a report is wanted."""
        dialog = ExportDialog(memory, language, self._window)
        if dialog.exec() != dialog.DialogCode.Accepted:
            return None
        form = dialog.form
        path = self.place_for(form)
        if path is None:
            return None
        memory.last_form = form.name
        return Order(
            form.name, path, dialog.language.currentData(), dialog.with_accepted.isChecked()
        )

    def place_for(self, form: Form) -> Path | None:
        """Ask where a report of this format should go."""
        title = self.tr("Export the report")
        if not form.suffix:
            chosen = QFileDialog.getExistingDirectory(self._window, title)
            return Path(chosen) if chosen else None
        kinds = f"{form_words(form)[0]} (*{form.suffix})"
        name = f"brandguard-report{form.suffix}"
        chosen = QFileDialog.getSaveFileName(self._window, title, name, kinds)[0]
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(form.suffix)

    def accept(self, finding: Finding, report: CreativeReport | CampaignReport) -> Answer | None:
        """Ask how far a finding is accepted, why and until when."""
        dialog = AcceptDialog(finding, report, self._window)
        if dialog.exec() != dialog.DialogCode.Accepted:
            return None
        return dialog.scope, dialog.reason.toPlainText(), dialog.last_day

    def tell(self, error: Exception) -> None:
        """Tell about an error: what users can mend in its own words, the rest with its details."""
        self.told.append(error)
        box = self.box = QMessageBox(self._window)
        box.finished.connect(self._closed)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("BrandGuard")
        if isinstance(error, BrandGuardError):
            box.setIcon(QMessageBox.Icon.Warning)
            box.setText(messages().error(error))
        else:
            self._explain(box, error)
        box.open()

    def _closed(self) -> None:
        self.box = None

    def _explain(self, box: QMessageBox, error: Exception) -> None:
        details = "".join(traceback.format_exception(error))
        box.setIcon(QMessageBox.Icon.Critical)
        box.setText(self.tr("Something went wrong in BrandGuard itself. Your files are untouched."))
        log = self.tr("The log is here: {folder}").format(folder=log_folder())
        box.setInformativeText(f"{type(error).__name__}: {error}\n\n{log}")
        box.setDetailedText(details)
        box.addButton(QMessageBox.StandardButton.Close)
        copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # copying does not close the box
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
