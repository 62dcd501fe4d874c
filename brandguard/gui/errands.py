"""What the window does for somebody who asks: reports, prints, help. It opens things and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from brandguard.gui.about import AboutDialog, open_log_folder
from brandguard.gui.keyswindow import KeysDialog
from brandguard.gui.printing import Printing
from brandguard.gui.rulewindow import RuleWindow
from brandguard.gui.task import Task
from brandguard.settings import log_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog

    from brandguard.gui.mainwindow import MainWindow


class Errands(QObject):
    """Belongs to one window and outlives a change of its language."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._preview = False
        self._language: Task[str] | None = None
        self.printing = Printing(window)
        self.rule: RuleWindow | None = None
        self.open_dialog: QDialog | None = None
        """About or Keys, while it is open."""
        window.exporter.drawn.connect(self._drawn)

    # Reports

    def export(self) -> None:
        """Ask for format, language and place, then write."""
        self._with_language(self._export)

    def print(self) -> None:
        """Draw the pages, then ask for a printer."""
        self._draw(preview=False)

    def print_preview(self) -> None:
        """Draw the pages and show them."""
        self._draw(preview=True)

    def _draw(self, *, preview: bool) -> None:
        self._preview = preview
        self._with_language(self._window.exporter.draw)

    def _export(self, language: str) -> None:
        order = self._window.dialogs.report(self._window.memory, language)
        if order is not None:
            self._window.exporter.export(order)

    def _with_language(self, then) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001  takes a language
        """Read in which language reports are wanted; the settings lie on a disk."""
        load = self._window.session.backend.upkeep.load
        self._language = Task(lambda: load().language, then, self._window.tell)

    def _drawn(self, pages: Sequence[bytes]) -> None:
        profile = self._window.session.profile
        name = profile.name if profile is not None else "BrandGuard"
        if self._preview:
            self.printing.preview(pages, name)
        else:
            self.printing.print(pages, name)

    # Help

    def explain(self) -> None:
        """Explain the rule of the finding in hand, else of the first one that is shown."""
        session = self._window.session
        findings = session.findings
        if not findings:
            self._window.toast.say(self.tr("Choose a finding: its rule is explained here."))
            return
        index = session.finding if session.finding is not None else 0
        self.explain_rule(findings[index].rule)

    def explain_rule(self, code: str) -> None:
        """Explain a rule, in the window that is open for it already if there is one."""
        if self.rule is None:
            self.rule = RuleWindow(self._window)
        self.rule.show_rule(code)

    def keys(self) -> None:
        """Show what the keyboard does."""
        self._open(KeysDialog(self._window.menuBar(), self._window))

    def about(self) -> None:
        """Show versions, licences and the log folder."""
        self._open(AboutDialog(self._window))

    def logs(self) -> None:
        """Show the log folder in the file manager, or say where it is."""
        if not open_log_folder():
            text = self.tr("The log is here: {folder}").format(folder=log_folder())
            self._window.toast.say(text)

    def forget(self) -> None:
        """Let go of what is open and speaks the old language."""
        for dialog in (self.rule, self.open_dialog):
            if dialog is not None:
                dialog.close()
        self.rule = None

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open_dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.open_dialog = None
