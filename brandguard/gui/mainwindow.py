"""The window: tool bar, three panes, status line; drops anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QWidget,
)

from brandguard.gui.campaignpage import CampaignPage
from brandguard.gui.clipboard import local_paths, pasted
from brandguard.gui.dialogs import Dialogs
from brandguard.gui.export import Exporter
from brandguard.gui.findingspane import FindingsPane
from brandguard.gui.focus import focus_into
from brandguard.gui.frame import Frame
from brandguard.gui.listpane import ListPane
from brandguard.gui.memory import Memory
from brandguard.gui.previewpane import PreviewPane
from brandguard.gui.statusline import StatusLine
from brandguard.gui.statuspages import InvalidProfile, NoProfile
from brandguard.gui.toast import Toast
from brandguard.gui.views import Views, WindowView
from brandguard.gui.welcome import Welcome
from brandguard.gui.words import messages
from brandguard.settings import asset_path, pasted_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.session import Session

_FIRST_SIZE = QSize(1280, 800)
_PANES = [330, 590, 360]


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
        self._make_widgets()
        self._make_actions()
        self._make_menus()
        self._make_toolbar()
        self._connect()
        self._restore()
        self._show_phase()

    # Putting together

    def _make_widgets(self) -> None:
        self.welcome = Welcome()
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
        self.pages = {
            "welcome": self.welcome, "no_profile": self.no_profile, "invalid": self.invalid,
            "workspace": self.views,
        }  # fmt: skip
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self.setCentralWidget(self._stack)
        self.status = StatusLine(self.session)
        self.setStatusBar(self.status)
        self.toast = Toast(self)
        self.dialogs = Dialogs(self)
        self.exporter = Exporter(self.session, self)

    def _connect(self) -> None:
        session = self.session
        self.add_files.triggered.connect(self._choose_files)
        self.add_folder.triggered.connect(self._choose_folder)
        self.again.triggered.connect(session.check_again)
        self.export.triggered.connect(self._choose_export)
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
            wanted.connect(self._open_sample)
        self.welcome.add_files.connect(self._choose_files)
        self.paste.triggered.connect(self._paste)
        self.remove.triggered.connect(self._remove)
        self.find_creatives.triggered.connect(self.creatives.search.setFocus)
        self.next_pane.triggered.connect(lambda: self._step_pane(1))
        self.previous_pane.triggered.connect(lambda: self._step_pane(-1))
        self.bare.toggled.connect(self._show_bare)
        self.accept_finding.triggered.connect(lambda: self._ask_why(session.finding))
        self.findings.accept_wanted.connect(self._ask_why)
        session.finding_changed.connect(self._allow)
        self.views.switched.connect(lambda _: self._show_phase())
        session.phase_changed.connect(self._show_phase)
        session.progress_changed.connect(self._allow)
        session.current_changed.connect(self._show_current)
        session.said.connect(self.toast.say)
        session.failed.connect(self.dialogs.tell)
        self.exporter.busy_changed.connect(self._allow)
        self.exporter.said.connect(self.toast.say)
        self.exporter.failed.connect(self.dialogs.tell)

    def _restore(self) -> None:
        self.resize(_FIRST_SIZE)
        shape = self.memory.shape("geometry")
        if shape is not None:
            self.restoreGeometry(shape)
        panes = self.memory.shape("panes")
        if panes is not None:
            self.panes.restoreState(panes)

    # What the session tells

    def _show_phase(self) -> None:
        phase = "workspace" if self.views.shown.always else self.session.phase
        self._stack.setCurrentWidget(self.pages[phase])
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
        self.export.setEnabled(some and not running and not self.exporter.busy)
        for action in (self.close_all, self.next_finding, self.previous_finding):
            action.setEnabled(some)
        self.remove.setEnabled(session.current is not None)
        self.views.allow(session.phase == "workspace")
        self.accept_finding.setEnabled(session.finding is not None)

    def _show_current(self) -> None:
        entry = self.session.current
        self.setWindowTitle(f"{entry.name} — BrandGuard" if entry is not None else "BrandGuard")

    # What the user wishes

    def _choose_files(self) -> None:
        self.session.add(self.dialogs.files())

    def _choose_folder(self) -> None:
        self.session.add(self.dialogs.folder())

    def _choose_profile(self) -> None:
        path = self.dialogs.profile()
        if path is not None:
            self.session.open_profile(path)

    def _choose_export(self) -> None:
        path = self.dialogs.save_html()
        if path is not None:
            self.exporter.export(path)

    def _step_pane(self, step: int) -> None:
        """Move the focus to the next place of the window that has one, round and round."""
        stops = [pane for pane in self._stops() if pane.isVisible()]
        now = self.focusWidget()
        at = next((i for i, pane in enumerate(stops) if now and pane.isAncestorOf(now)), -1)
        start = max(at, 0) if step < 0 else at
        for offset in range(1, len(stops) + 1):
            if focus_into(stops[(start + step * offset) % len(stops)]):
                return

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

    def _paste(self) -> None:
        try:
            paths = pasted(QGuiApplication.clipboard(), pasted_folder())
        except OSError as error:
            self.toast.say(
                self.tr("It could not be kept: {why}").format(why=error.strerror or error)
            )
            return
        if paths:
            self.session.add(paths)
        else:
            self.toast.say(self.tr("There is no picture, text or file on the clipboard."))

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

    def _open_sample(self) -> None:
        sample = asset_path("sample")
        creatives = sample / "campaigns" / "spring-wrong"
        self.session.add_with_profile([str(creatives)], sample / "_brand.yml")

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
        urls = event.mimeData().urls()
        paths = local_paths(urls)
        if len(paths) < len(urls):
            away = len(urls) - len(paths)
            self.toast.say(self.tr("%n skipped: not a file on this computer", "", away))
        event.acceptProposedAction()
        self.session.add(paths)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the new scheme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "profile_button"):
            self._redraw_icons()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's shape and end the run."""
        self.memory.remember_shape("geometry", self.saveGeometry())
        self.memory.remember_shape("panes", self.panes.saveState())
        self.closing.emit()
        self.session.close()
        super().closeEvent(event)
