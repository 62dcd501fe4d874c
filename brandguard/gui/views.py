"""The views of the window, and the segmented switch between them in the tool bar.

A view is a page that the window owns: its name, icon and key stand here once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QWidget

from brandguard.gui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterable


_BAR = 3


@dataclass(frozen=True, slots=True)
class WindowView:
    """One page of the window that can be switched to."""

    name: str
    """For programs: what `Views.show_view` takes."""
    text: str
    """For people, in one or two words."""
    shown: str
    """Its icon's name in assets/icons."""
    key: str
    widget: QWidget
    always: bool = False
    """Whether it can be used while no creative is open."""


class Views(QStackedWidget):
    """The register: holds every view's page and knows which one is shown."""

    switched = Signal(str)
    """The name of the view that is shown now."""

    def __init__(self, views: Iterable[WindowView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: dict[str, WindowView] = {}
        self.actions_by_name: dict[str, QAction] = {}
        self._group = QActionGroup(self)
        self._group.setExclusive(True)
        for view in views:
            self.add(view)

    def add(self, view: WindowView) -> None:
        """Register a view; the first one is shown."""
        action = QAction(view.text, self)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(view.key))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{view.text} ({keys})")
        action.setData(view.shown)
        action.setIcon(icon(view.shown, self.palette()))
        action.triggered.connect(lambda: self.show_view(view.name))
        self._group.addAction(action)
        action.setChecked(not self._views)
        self._views[view.name] = view
        self.actions_by_name[view.name] = action
        self.addWidget(view.widget)

    @property
    def shown(self) -> WindowView:
        """The view that is shown."""
        return next(v for v in self._views.values() if v.widget is self.currentWidget())

    def show_view(self, name: str) -> None:
        """Switch to a view."""
        view = self._views[name]
        self.actions_by_name[name].setChecked(True)
        if view.widget is self.currentWidget():
            self.switched.emit(name)
            return
        self.setCurrentWidget(view.widget)
        self.switched.emit(name)

    def allow(self, some: bool) -> None:
        """Let only those views be chosen that have something to show.

        The first always can: it leads back to where creatives are brought in.
        """
        for at, (name, view) in enumerate(self._views.items()):
            self.actions_by_name[name].setEnabled(some or view.always or at == 0)

    def mark(self, *, seen: bool) -> None:
        """Mark the view that is shown; none while another page lies over it."""
        self.actions_by_name[self.shown.name].setChecked(seen)

    def redraw_icons(self) -> None:
        """Draw the icons in the scheme's colour."""
        for action in self._group.actions():
            action.setIcon(icon(action.data(), self.palette()))


class ViewButton(QToolButton):
    """Has a bar below while its view is shown: pressing in alone is not seen in a dark scheme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar over the button."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            bar = QRect(4, self.height() - _BAR, self.width() - 8, _BAR)
            painter.fillRect(bar, self.palette().color(QPalette.ColorRole.Highlight))


class ViewSwitch(QWidget):
    """The views as buttons side by side, the one that is shown pressed in."""

    def __init__(self, views: Views, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for action in views.actions_by_name.values():
            button = ViewButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(20, 20))
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
