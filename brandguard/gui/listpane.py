"""The left pane: search, filters, grouping, and the list of creatives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.delegate import CreativeDelegate
from brandguard.gui.icons import icon
from brandguard.gui.shown import Shown
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.view import GROUPS, ORDERS, STATES, Group, Order, View
from brandguard.gui.words import messages, state_word
from brandguard.model.creative import CHANNELS
from brandguard.model.paths import display_text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from brandguard.gui.session import Session

_TYPING_MS = 120


class ListPane(QWidget):
    """Shows the session's creatives as the user wants to see them; a click shows one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shown = Shown(session.rows, self)
        session.order = self.shown.paths
        self.search = QLineEdit()
        self.filter = QToolButton()
        self.menu = QMenu(self)
        self.list = QListView()
        self._hidden = TintLabel(QUIET)
        self._scroll = 0
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search name, text, rule"))
        self.search.setAccessibleName(self.tr("Search creatives"))
        self.search.setClearButtonEnabled(True)
        self.filter.setText(self.tr("View"))
        self.redraw_icons()
        self.filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter.setMenu(self.menu)
        self.filter.setToolTip(self.tr("Filter, group and sort the creatives"))
        self.filter.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.filter.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setModel(self.shown)
        self.list.setItemDelegate(CreativeDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Creatives"))
        self._hidden.setWordWrap(True)
        self._hidden.setMargin(theme.SPACE)
        self._hidden.hide()
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE // 2, theme.SPACE // 2)
        bar.setSpacing(theme.SPACE // 2)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._hidden)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.menu.aboutToShow.connect(self.fill_menu)
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._search)
        self.shown.about_to_change.connect(self._keep_scroll)
        self.shown.changed.connect(self._changed)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._session.current_changed.connect(self.show_current)

    def redraw_icons(self) -> None:
        """Draw the icon in the scheme's colour."""
        self.filter.setIcon(icon("filter", self.palette()))

    def show_view(self, view: View) -> None:
        """Show these creatives in this way."""
        if self.search.text().strip() != view.search.strip():
            self.search.setText(view.search)
        self.shown.show_view(view)

    def show_current(self) -> None:
        """Mark the row of the creative that is shown, if it is in view."""
        current = self._session.current
        row = self.shown.place_of(current.path) if current is not None else -1
        if self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.shown.index(row) if row >= 0 else QModelIndex())

    def marked(self) -> tuple[str, ...]:
        """Give the paths of the rows that are marked, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(path for row in rows if (path := self.shown.path_at(row)) is not None)

    def fill_menu(self) -> None:
        """Make the menu afresh: campaigns come and go."""
        self.menu.clear()
        view, words = self.shown.view, messages()
        self._section(self.tr("Show"))
        for state in STATES:
            act = self._choice(f"{theme.LOOKS[state].shape}  {state_word(state)}")
            act.setChecked(state in view.states)
            act.triggered.connect(lambda on, s=state: self._show_state(s, shown=on))
        self._section(self.tr("Channel"))
        names = {None: self.tr("All channels"), "": self.tr("Unknown")}
        names |= {channel: words.name("channel", channel) for channel in CHANNELS}
        for channel, name in names.items():
            act = self._choice(name[:1].upper() + name[1:])
            act.setChecked(view.channel == channel)
            act.triggered.connect(lambda _=False, c=channel: self.show_view(_with(view, channel=c)))
        self._campaigns(view)
        self._section(self.tr("Group by"))
        for group, name in self._group_names().items():
            act = self._choice(name)
            act.setChecked(view.group == group)
            act.triggered.connect(lambda _=False, g=group: self.show_view(_with(view, group=g)))
        self._section(self.tr("Sort by"))
        for order, name in self._order_names().items():
            act = self._choice(name)
            act.setChecked(view.order == order)
            act.triggered.connect(lambda _=False, o=order: self.show_view(_with(view, order=o)))
        self.menu.addSeparator()
        reset = self.menu.addAction(self.tr("Show all"))
        reset.setEnabled(not view.plain)
        reset.triggered.connect(self.show_all)

    def show_all(self) -> None:
        """Forget every filter, grouping and search."""
        self.search.clear()
        self.show_view(View())

    def _campaigns(self, view: View) -> None:
        names = sorted({e.report.campaign for e in self._session.rows.entries() if e.report})
        if len(names) < 2:  # noqa: PLR2004  nothing to choose between
            return
        sub = self.menu.addMenu(self.tr("Campaign"))
        for campaign in (None, *names):
            text = self.tr("All campaigns") if campaign is None else display_text(campaign)
            act = sub.addAction((text or self.tr("None")).replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(view.campaign == campaign)
            act.triggered.connect(
                lambda _=False, c=campaign: self.show_view(_with(view, campaign=c))
            )

    def _section(self, name: str) -> None:
        self.menu.addSection(name)

    def _choice(self, name: str) -> QAction:
        act = self.menu.addAction(name)
        act.setCheckable(True)
        return act

    def _group_names(self) -> dict[Group, str]:
        names = (self.tr("Nothing"), self.tr("Campaign"), self.tr("Channel"), self.tr("Verdict"))
        return dict(zip(GROUPS, names, strict=True))

    def _order_names(self) -> dict[Order, str]:
        names = (self.tr("Folder"), self.tr("Worst first"), self.tr("Name"))
        return dict(zip(ORDERS, names, strict=True))

    def _show_state(self, state: str, *, shown: bool) -> None:
        states = self.shown.view.states
        self.show_view(
            _with(self.shown.view, states=states | {state} if shown else states - {state})
        )

    def _search(self) -> None:
        self.show_view(_with(self.shown.view, search=self.search.text()))

    def _keep_scroll(self) -> None:
        self._scroll = self.list.verticalScrollBar().value()

    def _changed(self) -> None:
        view = self.shown.view
        hidden = self._session.rows.rowCount() - len(self.shown.paths()) if view.narrowed else 0
        self._hidden.setText(self.tr("%n hidden by the view or the search", "", hidden))
        self._hidden.setVisible(hidden > 0)
        self.show_current()
        if not view.plain:
            self.list.verticalScrollBar().setValue(self._scroll)

    def _chosen(self, now: QModelIndex) -> None:
        path = self.shown.path_at(now.row())
        if path is not None:
            self._session.select_path(path)


def _with(view: View, **changes: object) -> View:
    return replace(view, **changes)  # type: ignore[arg-type]  # fields of View by name
