"""The window: tool bar, three panes, status line; drops anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QMenuBar,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.bringing import Bringing
from brandguard.gui.campaignpage import CampaignPage
from brandguard.gui.dialogs import Dialogs
from brandguard.gui.errands import Errands
from brandguard.gui.export import Exporter
from brandguard.gui.findingspane import FindingsPane
from brandguard.gui.focus import step
from brandguard.gui.frame import Frame
from brandguard.gui.kept import kept
from brandguard.gui.listpane import ListPane
from brandguard.gui.memory import Memory
from brandguard.gui.previewpane import PreviewPane
from brandguard.gui.reportpage import ReportPage
from brandguard.gui.settingspage import SettingsPage
from brandguard.gui.speech import speak
from brandguard.gui.statusline import StatusLine
from brandguard.gui.statuspages import InvalidProfile, NoProfile
from brandguard.gui.task import Task
from brandguard.gui.toast import Toast
from brandguard.gui.views import Views, WindowView
from brandguard.gui.welcome import Welcome
from brandguard.gui.words import messages
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from brandguard.gui.session import Session
    from brandguard.model.report import CampaignReport, Finding, Place

_FIRST_SIZE = QSize(1280, 800)
_PANES = [330, 590, 360]
_INK_MS = 30
"""After a change of palette: by then all parts of the window have the new one."""


class MainWindow(Frame):
    """Puts the widgets together and the user's wishes through to the session."""

    closing = Signal()

    def __init__(self, session: Session, memory: Memory | None = None) -> None:
        super().__init__()
        self.session = session
        self.memory = memory or Memory()
        self.setAcceptDrops(True)
        self.setWindowTitle("BrandGuard")
        messages()  # read once, 50 ms, so that the first result need not wait for its words
        self.toast = Toast(self)
        self.dialogs = Dialogs(self)
        self.exporter = Exporter(session, self)
        self.errands = Errands(self)
        self.bringing = Bringing(self)
        self._remembered: set[str] = set()
        self._ink = QTimer(self)
        self._ink.setSingleShot(True)
        self._ink.setInterval(_INK_MS)
        self._ink.timeout.connect(self._redraw_icons)
        self._build()
        self._listen()
        self._restore()
        self._show_phase()

    # Putting together

    def _build(self) -> None:
        """Make everything that has words in it."""
        self._make_widgets()
        self._make_actions()
        self._make_menus()
        self._make_toolbar()
        self._connect()

    def speak(self, language: str) -> None:
        """Change the language: all widgets are made anew, what is open stays as it is."""
        app = QApplication.instance()
        if app is not None:
            speak(app, language)
            self.setLocale(QLocale())
            self.session.say_anew()
            with kept(self):
                self._clear_away()
                self._build()
                for part in (self._stack, self.status, self.tools):
                    part.show()

    def _clear_away(self) -> None:
        self.errands.forget()
        self.settings_page.forget()
        self.removeToolBar(self.tools)
        self.tools.deleteLater()
        for action in (*self.actions(), self.undo, self.redo):
            self.removeAction(action)
            action.deleteLater()
        self.setMenuBar(QMenuBar())  # the old one goes with its menus

    def _make_widgets(self) -> None:
        self.welcome = Welcome(self.memory)
        self.no_profile = NoProfile(self.session, self.memory)
        self.invalid = InvalidProfile(self.session)
        self.creatives = ListPane(self.session)
        self.list = self.creatives.list
        self.preview = PreviewPane(self.session)
        self.findings = FindingsPane(self.session)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.creatives, self.preview, self.findings):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        self.panes.setSizes(_PANES)
        self.creatives.setMinimumWidth(240)
        self.findings.setMinimumWidth(300)
        self.campaign = CampaignPage(self.session)
        self.views = Views([
            WindowView("creatives", self.tr("Creatives"), "creatives", "Alt+1", self.panes),
            WindowView("campaign", self.tr("Campaign"), "campaign", "Alt+2", self.campaign),
        ])  # fmt: skip
        self.report = ReportPage(self.session)
        self.views.add(WindowView("report", self.tr("Report"), "report", "Alt+3", self.report))
        self.settings_page = SettingsPage(self.session, self.memory)
        self.pages = {
            "welcome": self.welcome, "no_profile": self.no_profile, "invalid": self.invalid,
            "workspace": self.views, "settings": self.settings_page,
        }  # fmt: skip
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self.setCentralWidget(self._stack)
        self.status = StatusLine(self.session, self.exporter)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session = self.session
        self.add_files.triggered.connect(self.bringing.files)
        self.add_folder.triggered.connect(self.bringing.folder)
        self.again.triggered.connect(session.check_again)
        self._connect_errands()
        self.cancel.triggered.connect(session.cancel)
        self.close_all.triggered.connect(session.clear)
        self.quit.triggered.connect(self.close)
        self.next_finding.triggered.connect(lambda: session.step_finding(1))
        self.previous_finding.triggered.connect(lambda: session.step_finding(-1))
        for wanted in (self.open_profile.triggered, self.profile_button.open_wanted,
                       self.no_profile.open_wanted, self.invalid.open_wanted):  # fmt: skip
            wanted.connect(self._choose_profile)
        for wanted in (self.sample.triggered, self.profile_button.sample_wanted,
                       self.no_profile.sample_wanted, self.welcome.sample):  # fmt: skip
            wanted.connect(self.bringing.sample)
        self.welcome.add_files.connect(self.bringing.files)
        self.paste.triggered.connect(self.bringing.paste)
        self.remove.triggered.connect(self._remove)
        self.find_creatives.triggered.connect(self.creatives.search.setFocus)
        self.next_pane.triggered.connect(lambda: step(self._stops(), 1))
        self.previous_pane.triggered.connect(lambda: step(self._stops(), -1))
        self.bare.toggled.connect(self._show_bare)
        self.accept_finding.triggered.connect(lambda: self._ask_why(session.finding))
        self.findings.accept_wanted.connect(self._ask_why)
        self.compare.triggered.connect(self._compare)
        self.campaign.place_wanted.connect(self._go_to)
        self.campaign.accept_wanted.connect(self._ask_why_together)
        self.views.switched.connect(self._show_phase)

    def _connect_errands(self) -> None:
        errands, report = self.errands, self.report
        for wish, errand in (
            (self.export.triggered, errands.export),
            (report.export_wanted, errands.export),
            (self.print.triggered, errands.print),
            (report.print_wanted, errands.print),
            (self.print_preview.triggered, errands.print_preview),
            (report.preview_wanted, errands.print_preview),
            (self.explain.triggered, errands.explain),
            (self.keys.triggered, errands.keys),
            (self.logs.triggered, errands.logs),
            (self.about.triggered, errands.about),
            (self.settings.triggered, self.show_settings),
            (report.creative_wanted, self._show_creative),
        ):
            wish.connect(errand)
        page = self.settings_page
        page.language_wished.connect(self.speak, Qt.ConnectionType.QueuedConnection)
        page.scheme_wished.connect(self._wear)
        page.left.connect(self._show_phase)
        page.said.connect(self.toast.say)
        page.failed.connect(self.tell)
        self.no_profile.learn_wanted.connect(self._learn)
        self.welcome.folder.connect(lambda path: self.session.add([path]))
        self.welcome.profile.connect(lambda path: self.session.open_profile(Path(path)))

    def _listen(self) -> None:
        """Hear the session; what is connected here outlives a change of the language."""
        session = self.session
        session.finding_changed.connect(self._allow)
        session.phase_changed.connect(self._phase_changed)
        session.progress_changed.connect(self._allow)
        session.current_changed.connect(self._show_current)
        session.said.connect(self.toast.say)
        session.failed.connect(self.tell)
        self.exporter.busy_changed.connect(self._allow)
        self.exporter.said.connect(self.toast.say)
        self.exporter.failed.connect(self.tell)

    def tell(self, error: Exception) -> None:
        """Tell about an error."""
        self.dialogs.tell(error)

    def _restore(self) -> None:
        self.resize(_FIRST_SIZE)
        shape = self.memory.shape("geometry")
        if shape is not None:
            self.restoreGeometry(shape)
        panes = self.memory.shape("panes")
        if panes is not None:
            self.panes.restoreState(panes)

    # What the session tells

    def _phase_changed(self) -> None:
        """Follow the session, but not away from the settings."""
        self._remember_folders()
        if self._stack.currentWidget() is self.settings_page:
            self._allow()
        else:
            self._show_phase()

    def _remember_folders(self) -> None:
        """Keep the folders that were opened for the next start; a thread looks which are some."""
        fresh = [path for path in self.session.opened.paths if path not in self._remembered]
        self._remembered.update(fresh)
        sample = str(asset_path("sample"))

        def folders() -> list[Path]:
            return [Path(p) for p in fresh if Path(p).is_dir() and not p.startswith(sample)]

        if fresh:
            self._folders = Task(folders, self._keep_folders, lambda _: None)

    def _keep_folders(self, folders: list[Path]) -> None:
        for folder in folders:
            self.memory.remember_folder(folder)
        self.welcome.show_recent()

    def show_settings(self) -> None:
        """Show the settings page, whatever is open."""
        self._stack.setCurrentWidget(self.settings_page)
        self.views.mark(seen=False)
        self.settings_page.language.setFocus()

    def _learn(self) -> None:
        self.views.show_view("profile")
        self.profile_view.editor.learn_wanted.emit()

    def _show_creative(self, path: str) -> None:
        self.session.select_path(path)
        self.views.show_view("creatives")

    def _compare(self) -> None:
        """Compare the two creatives that are marked in the list; one alone with its furthest."""
        marked = self.creatives.marked()
        self.views.show_view("campaign")
        if len(marked) == 2:  # noqa: PLR2004  one against the other
            self.campaign.compare_two(*marked)
        elif len(marked) == 1:
            self.campaign.compare_furthest(marked[0])
        else:
            self.toast.say(self.tr("Mark two creatives in the list to compare them."))

    def _go_to(self, path: str, place: Place) -> None:
        """Show where a creative says its part of what is at odds."""
        if self.session.rows.get(path) is None:
            self.session.said.emit(self.tr("This creative is not open any more."))
            return
        self.session.point_at(path, place)
        self.views.show_view("creatives")

    def _ask_why_together(self, finding: Finding, campaign: CampaignReport) -> None:
        if answer := self.dialogs.accept(finding, campaign):
            scope, reason, until = answer
            self.session.accepting.accept(finding, campaign, scope, reason, until)

    def _wear(self, scheme: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.wear(app, scheme)

    def _show_phase(self) -> None:
        phase = "workspace" if self.views.shown.always else self.session.phase
        self._stack.setCurrentWidget(self.pages[phase])
        self.views.mark(seen=True)
        if self.views.currentWidget() is self.panes and self.session.phase == "workspace":
            self.list.setFocus()
        self._allow()

    def _allow(self) -> None:
        """Let only those actions be chosen that can do something."""
        session = self.session
        running = session.progress.running
        some = session.rows.rowCount() > 0
        self.cancel.setEnabled(running)
        self.again.setEnabled(session.open_paths > 0 or session.profile_error is not None)
        whole = some and not running and not self.exporter.busy
        for action in (self.export, self.print, self.print_preview):
            action.setEnabled(whole)
        for button in (
            self.report.export_button, self.report.print_button, self.report.preview_button
        ):  # fmt: skip
            button.setEnabled(whole)
        for action in (self.close_all, self.next_finding, self.previous_finding):
            action.setEnabled(some)
        self.remove.setEnabled(session.current is not None)
        self.views.allow(session.phase == "workspace")
        self.accept_finding.setEnabled(session.finding is not None)
        self.compare.setEnabled(some)

    # What the user wishes

    def _choose_profile(self) -> None:
        path = self.dialogs.profile()
        if path is not None:
            self.session.open_profile(path)

    def _stops(self) -> list[QWidget]:
        """Give the places that F6 goes through, in reading order."""
        if self.panes.isVisible():
            return [self.tools, self.creatives, self.preview, self.findings, self.status]
        return [self.tools, self._stack, self.status]

    def _show_bare(self, bare: bool) -> None:
        """Leave the preview alone in the window, or bring the other panes back."""
        for pane in (self.creatives, self.findings):
            pane.setVisible(not bare)

    def open_paths(self, paths: Sequence[str]) -> None:
        """Take what a further start of the program was given, and come to the front."""
        self.session.add(paths)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _remove(self) -> None:
        if self.session.current is not None:
            self.session.remove(self.session.current.path)

    def _ask_why(self, index: int | None) -> None:
        entry, findings = self.session.current, self.session.findings
        if index is None or entry is None or entry.report is None or index >= len(findings):
            return
        finding = findings[index]
        if finding.waived is None and (answer := self.dialogs.accept(finding, entry.report)):
            scope, reason, until = answer
            self.session.accepting.accept(finding, entry.report, scope, reason, until)

    # As Qt asks

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever has a place: files and folders from anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.welcome.hold(held=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget what was held over the window."""
        self.welcome.hold(held=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped; what does not lie on this machine is named."""
        self.welcome.hold(held=False)
        event.acceptProposedAction()
        self.bringing.drop(event.mimeData().urls())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the new scheme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "profile_button"):
            self._ink.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's shape and end the run."""
        self.memory.remember_shape("geometry", self.saveGeometry())
        self.memory.remember_shape("panes", self.panes.saveState())
        self.closing.emit()
        self.exporter.forget()
        self.settings_page.forget()
        self.session.close()
        super().closeEvent(event)
