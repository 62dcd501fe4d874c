"""What the profile editor asks the user. A test puts other answers in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

Answer = Literal["reload", "overwrite", "save_as", ""]
Whose = Literal["mine", "theirs", ""]


class Asking(QObject):
    """The system's dialogs."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def save_as(self, suggested: Path) -> Path | None:
        """Ask where a profile should go."""
        kinds = self.tr("Brand profiles (*.yml)")
        chosen = QFileDialog.getSaveFileName(
            self._page, self.tr("Save profile as"), str(suggested), kinds
        )[0]
        return Path(chosen) if chosen else None

    def colour_file(self) -> Path | None:
        """Ask for a file of colours."""
        kinds = self.tr("Colours (*.ase *.aco *.gpl *.css *.json *.tokens *.yml *.yaml)")
        chosen = QFileDialog.getOpenFileName(self._page, self.tr("Import colours"), "", kinds)[0]
        return Path(chosen) if chosen else None

    def logo_files(self, folder: Path) -> list[str]:
        """Ask for logos."""
        kinds = self.tr("Logos (*.svg *.svgz *.png *.pdf *.ai *.jpg *.jpeg *.webp)")
        return QFileDialog.getOpenFileNames(self._page, self.tr("Add logos"), str(folder), kinds)[0]

    def name(self) -> str:
        """Ask for a brand's name; empty where the user thinks better of it."""
        name, sure = QInputDialog.getText(
            self._page, self.tr("New profile"), self.tr("The brand's name")
        )
        return name.strip() if sure else ""

    def conflict(self, path: Path) -> Answer:
        """Ask what is to be done about a file that somebody else has changed."""
        box = QMessageBox(self._page)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Save profile"))
        said = self.tr("{name} was changed by somebody else since it was opened here.")
        box.setText(said.format(name=path.name))
        box.setInformativeText(self.tr("Nothing is written yet. Your changes are kept as a draft."))
        role = QMessageBox.ButtonRole
        buttons: dict[object, Answer] = {
            box.addButton(self.tr("Save as…"), role.AcceptRole): "save_as",
            box.addButton(self.tr("Overwrite"), role.DestructiveRole): "overwrite",
            box.addButton(self.tr("Read it anew"), role.DestructiveRole): "reload",
            box.addButton(QMessageBox.StandardButton.Cancel): "",
        }
        box.exec()
        return buttons.get(box.clickedButton(), "")

    def whose_rules(self, path: Path) -> Whose:
        """Ask which rules stay beside what was learned, where somebody else changed the file."""
        box = QMessageBox(self._page)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Accept and save"))
        said = self.tr("{name} was changed by somebody else since it was opened here.")
        box.setText(said.format(name=path.name))
        box.setInformativeText(
            self.tr("Nothing is written yet. Shall what was learned go into the file as it is now,"
                    " or into your version, which then replaces the file?")
        )  # fmt: skip
        role = QMessageBox.ButtonRole
        buttons: dict[object, Whose] = {
            box.addButton(self.tr("Into the file as it is now"), role.AcceptRole): "theirs",
            box.addButton(self.tr("Into my version"), role.DestructiveRole): "mine",
            box.addButton(QMessageBox.StandardButton.Cancel): "",
        }
        box.exec()
        return buttons.get(box.clickedButton(), "")
