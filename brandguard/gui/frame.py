"""The window's actions with their keys, its menus and its tool bar. What they do stands elsewhere.

Each key is named once, beside its action: Help → Keys reads them from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from brandguard.gui.editor.editing import Editing
from brandguard.gui.icons import icon
from brandguard.gui.profilemenu import ProfileButton
from brandguard.gui.profileview import ProfileView
from brandguard.gui.views import Views, ViewSwitch, WindowView

if TYPE_CHECKING:
    from brandguard.gui.listpane import ListPane
    from brandguard.gui.memory import Memory
    from brandguard.gui.previewpane import PreviewPane
    from brandguard.gui.session import Session


class Frame(QMainWindow):
    """A main window with everything that can be chosen in it, not yet connected to anything."""

    session: Session
    memory: Memory
    creatives: ListPane
    preview: PreviewPane
    views: Views
    editing: Editing
    closing: SignalInstance

    def _action(self, text: str, shown: str, keys: tuple[str, ...]) -> QAction:
        """Make an action with its icon's name and its keys."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setData(shown)
        if shown:
            action.setIcon(icon(shown, self.palette()))
        self.addAction(action)
        return action

    def _make_profile_view(self) -> None:
        """Put the profile's own view beside the others; its edits outlive a change of language."""
        if not hasattr(self, "editing"):
            self.editing = Editing(self.session)
            self.editing.saved_changed.connect(self._show_current)
            self.closing.connect(self.editing.close)
        self.profile_view = ProfileView(self.editing)
        text = self.tr("Profile")
        self.views.add(
            WindowView("profile", text, "profile", "Alt+4", self.profile_view, always=True)
        )

    def marked(self, title: str) -> str:
        """Give a title with the mark of a profile that is not saved."""
        return f"● {title}" if self.editing.dirty else title

    def _show_current(self) -> None:
        """Name what is shown in the title."""
        entry = self.session.current
        self.setWindowTitle(self.marked(f"{entry.name} — BrandGuard" if entry else "BrandGuard"))

    def _make_actions(self) -> None:
        self._make_profile_view()
        self.add_files = self._action(self.tr("Add &files…"), "add-files", ("Ctrl+O",))
        self.add_folder = self._action(self.tr("Add f&older…"), "add-folder", ("Ctrl+Shift+O",))
        self.again = self._action(self.tr("Check &again"), "check-again", ("F5", "Ctrl+R"))
        self.export = self._action(self.tr("&Export…"), "export", ("Ctrl+E",))
        self.print = self._action(self.tr("&Print…"), "", ("Ctrl+P",))
        self.print_preview = self._action(self.tr("Print pre&view…"), "", ("Ctrl+Shift+P",))
        self.cancel = self._action(self.tr("&Cancel the run"), "cancel", ("Esc",))
        self.close_all = self._action(self.tr("&Close all creatives"), "", ("Ctrl+W",))
        self.settings = self._action(self.tr("&Settings"), "", ("Ctrl+,",))
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._action(self.tr("&Quit"), "", ("Ctrl+Q",))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.open_profile = self._action(self.tr("Open &profile…"), "profile", ())
        self.sample = self._action(self.tr("Try the &sample brand"), "", ())
        self._make_edit_actions()
        self._make_view_actions()
        self.explain = self._action(self.tr("E&xplain this rule"), "", ("F1",))
        self.keys = self._action(self.tr("&Keys"), "", ("Ctrl+F1",))
        self.logs = self._action(self.tr("Open the &log folder"), "", ())
        self.about = self._action(self.tr("&About BrandGuard"), "", ())
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _make_edit_actions(self) -> None:
        self.next_finding = self._action(self.tr("&Next finding"), "", ("F8",))
        self.previous_finding = self._action(self.tr("&Previous finding"), "", ("Shift+F8",))
        self.accept_finding = self._action(self.tr("&Accept the finding…"), "", ("W",))
        self.compare = self._action(self.tr("Compare si&de by side"), "compare", ("Ctrl+D",))
        self.find_creatives = self._action(self.tr("&Find creatives"), "", ("Ctrl+F",))
        self.paste = self._action(self.tr("&Paste"), "", ("Ctrl+V",))
        self.remove = self._action(self.tr("&Remove from the list"), "", ())
        self.remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.creatives.list.addAction(self.remove)
        self.undo = self.session.deeds.createUndoAction(self, self.tr("Undo"))
        self.undo.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Undo))
        self.redo = self.session.deeds.createRedoAction(self, self.tr("Redo"))
        self.redo.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Redo))

    def _make_view_actions(self) -> None:
        self.next_pane = self._action(self.tr("&Next pane"), "", ("F6",))
        self.previous_pane = self._action(self.tr("Pre&vious pane"), "", ("Shift+F6",))
        self.bare = self._action(self.tr("&Hide the side panes"), "", ("\\",))
        self.bare.setCheckable(True)

    def _make_menus(self) -> None:
        file = self._menu(self.tr("&File"))
        file.addActions([self.add_files, self.add_folder, self.close_all])
        file.addSeparator()
        file.addActions([self.open_profile, self.sample])
        self.profile_view.open_wanted.connect(self.open_profile.trigger)
        editor = self.profile_view.editor
        file.addActions([editor.new, editor.save, editor.save_as])
        file.addSeparator()
        file.addActions([self.export, self.print, self.print_preview])
        file.addSeparator()
        file.addActions([self.settings, self.quit])
        edit = self._menu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addActions([self.paste, self.remove])
        edit.addSeparator()
        edit.addActions([self.find_creatives, self.accept_finding])
        check = self._menu(self.tr("&Check"))
        check.addActions([self.again, self.cancel])
        check.addSeparator()
        check.addActions([self.next_finding, self.previous_finding])
        check.addSeparator()
        check.addAction(self.compare)
        view = self._menu(self.tr("&View"))
        view.addActions(list(self.views.actions_by_name.values()))
        view.addSeparator()
        view.addActions([self.next_pane, self.previous_pane, self.bare])
        view.addSeparator()
        view.addActions([self.preview.fit, self.preview.actual])
        view.addSeparator()
        view.addActions(
            [self.preview.overlays, self.preview.alone, self.preview.texts, self.preview.logos]
        )
        view.addMenu(self.preview.vision)
        view.addSeparator()
        view.addActions([self.preview.previous, self.preview.next])
        more = self._menu(self.tr("&Help"))
        more.addActions([self.explain, self.keys])
        more.addSeparator()
        more.addActions([self.logs, self.about])

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(name, self.menuBar())
        self.menuBar().addMenu(menu)
        return menu

    def _make_toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addActions([self.add_files, self.add_folder, self.again])
        bar.addSeparator()
        bar.addWidget(ViewSwitch(self.views))
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        self.profile_button = ProfileButton(self.session, self.memory)
        bar.addWidget(self.profile_button)
        bar.addAction(self.export)
        self.addToolBar(bar)
        self.tools = bar
        for button in bar.findChildren(QToolButton):
            action = button.defaultAction()
            if action is not None:
                button.setAccessibleName(action.text().replace("&", ""))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _redraw_icons(self) -> None:
        """Draw the icons in the scheme's colour."""
        for action in self.actions():
            if action.data():
                action.setIcon(icon(action.data(), self.palette()))
        self.creatives.redraw_icons()
        self.preview.redraw_icons()
        self.views.redraw_icons()
        self.profile_button.show_name()
