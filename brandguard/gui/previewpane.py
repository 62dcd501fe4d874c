"""The middle pane: the page with its findings, its palette against the brand's, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.canvas import Canvas
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.icons import icon
from brandguard.gui.layers import Trace, colour_traces, logo_traces, text_traces
from brandguard.gui.notice import Notice
from brandguard.gui.palettestrip import PaletteStrip
from brandguard.gui.pictures import decode
from brandguard.gui.placemenu import PlaceButton
from brandguard.gui.places import POINTED, Mark, boxes_at, marks, page_view, spots
from brandguard.gui.previewloader import PreviewLoader
from brandguard.gui.textpane import TextPane
from brandguard.gui.visionmenu import VisionMenu
from brandguard.gui.words import messages
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from brandguard.gui.entry import Entry
    from brandguard.gui.session import Session
    from brandguard.model.features import PageFeatures


_HEIGHTS = [520, 200]
"""Picture, and palette with text."""
_ANY_HEIGHT = 16_777_215
"""Qt's own largest size: no bound."""


class PreviewPane(QWidget):
    """Shows the session's page. Its actions belong to the window's menus too."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._loader = PreviewLoader(session.backend.preview, self)
        self._name = ElidedLabel()
        self._page = QLabel()
        self.canvas = Canvas()
        self.strip = PaletteStrip()
        self.text = TextPane()
        self.notice = Notice()
        self._stack = QStackedWidget()
        self._bottom = QSplitter(Qt.Orientation.Vertical)
        self._make_actions()
        self.place = PlaceButton(session)
        self._plain: QPixmap | None = None
        self._drawn: tuple[str, int, str | None] | None = None
        self._lay_out()
        self._loader.loaded.connect(self._sharpen)
        session.current_changed.connect(self._show_page)
        session.page_changed.connect(self._show_page)
        session.finding_changed.connect(self._show_chosen)
        session.pointed_changed.connect(self._show_pointed)
        self.canvas.spot_pressed.connect(session.select_finding)
        self.text.mark_pressed.connect(session.select_finding)
        self._show_page()

    def _make_actions(self) -> None:
        self.fit = QAction(self.tr("Fit the page"), self)
        self.fit.setShortcut(QKeySequence("Ctrl+0"))
        self.fit.triggered.connect(self.canvas.fit)
        self.actual = QAction(self.tr("Actual size"), self)
        self.actual.setShortcut(QKeySequence("Ctrl+1"))
        self.actual.triggered.connect(self.canvas.actual_size)
        self.overlays = QAction(self.tr("Show the places of findings"), self)
        self.overlays.setShortcut(QKeySequence("O"))
        self.overlays.setCheckable(True)
        self.overlays.setChecked(True)
        self.overlays.toggled.connect(self.canvas.show_overlays)
        self.previous = QAction(self.tr("Previous page"), self)
        self.previous.setShortcut(QKeySequence("Ctrl+PgUp"))
        self.previous.triggered.connect(lambda: self._session.turn_to(self._session.page - 1))
        self.next = QAction(self.tr("Next page"), self)
        self.next.setShortcut(QKeySequence("Ctrl+PgDown"))
        self.next.triggered.connect(lambda: self._session.turn_to(self._session.page + 1))
        self.alone = QAction(self.tr("Show the place in hand alone"), self)
        self.alone.setShortcut(QKeySequence("Space"))
        self.alone.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.alone.setCheckable(True)
        self.alone.toggled.connect(self.canvas.isolate)
        self.addAction(self.alone)
        self.texts = QAction(self.tr("Show where text lies"), self)
        self.logos = QAction(self.tr("Show logos and their clear space"), self)
        for action in (self.texts, self.logos):
            action.setCheckable(True)
            action.toggled.connect(self._show_traces)
        self.strip.chosen_changed.connect(self._show_traces)
        self.vision = VisionMenu(self)
        self.vision.changed.connect(self._recolour)
        self._icons = {
            "fit": self.fit, "actual-size": self.actual, "overlays": self.overlays,
            "previous": self.previous, "next": self.next,
        }  # fmt: skip

    def _show_traces(self) -> None:
        """Draw what the user wants to see besides the findings."""
        entry = self._session.current
        page = page_view(entry.report if entry is not None else None, self._session.page)
        traces: list[Trace] = []
        if page is not None:
            traces += text_traces(page) if self.texts.isChecked() else ()
            traces += logo_traces(page, self._session.profile) if self.logos.isChecked() else ()
        pointed = self._session.pointed
        if page is not None and pointed is not None and (boxes := boxes_at(pointed, page)):
            traces.append(Trace("place", boxes))
        if self.strip.chosen is not None:
            traces += colour_traces(self.strip.chosen.swatch)
        self.canvas.show_traces(traces)

    def _show_pointed(self) -> None:
        """Frame the place that something between creatives points at, in picture and text."""
        entry, pointed = self._session.current, self._session.pointed
        report = entry.report if entry is not None else None
        page = page_view(report, self._session.page)
        self._show_traces()
        if report is None or page is None:
            return
        shown = marks(report, page)
        if pointed is not None and pointed.span and (pointed.page or 1) == page.number:
            shown = (*shown, Mark(POINTED, "fail", pointed.span))
        self.text.show_text(page.text, shown)
        self.text.choose(POINTED if pointed is not None else self._session.finding)

    def _recolour(self) -> None:
        """Show the picture as somebody with the chosen eyes sees it."""
        if self._plain is not None:
            self.vision.show_seen(self._plain, self.canvas.set_picture)

    def _show_pixels(self, pixmap: QPixmap) -> None:
        self._plain = pixmap
        self.vision.show_seen(pixmap, self.canvas.set_picture)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(20, 20))
        return button

    def _lay_out(self) -> None:
        self._turners = (self._button(self.previous), self._button(self.next))
        font = self._name.font()
        font.setWeight(font.Weight.DemiBold)
        self._name.setFont(font)
        head = QHBoxLayout()
        head.setContentsMargins(
            theme.SPACE * 3 // 2, theme.SPACE // 2, theme.SPACE // 2, theme.SPACE // 2
        )
        head.addWidget(self._name, 1)
        head.addWidget(self.place)
        for widget in (self._turners[0], self._page, self._turners[1]):
            head.addWidget(widget)
        head.addSpacing(theme.SPACE)
        for action in (self.fit, self.actual, self.overlays):
            head.addWidget(self._button(action))
        head.addWidget(self._layers_button())
        self._band = QWidget()
        below = QVBoxLayout(self._band)
        below.setContentsMargins(
            theme.SPACE * 3 // 2, theme.SPACE, theme.SPACE * 3 // 2, theme.SPACE // 2
        )
        below.addWidget(self.strip)
        below.addWidget(self.text, 1)
        self._bottom.addWidget(self.canvas)
        self._bottom.addWidget(self._band)
        self._bottom.setStretchFactor(0, 3)
        self._bottom.setStretchFactor(1, 1)
        self._bottom.setChildrenCollapsible(False)
        self._bottom.setSizes(_HEIGHTS)
        self._stack.addWidget(self._bottom)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.redraw_icons()

    def _layers_button(self) -> QToolButton:
        button = QToolButton()
        menu = QMenu(button)
        menu.addActions([self.overlays, self.alone, self.texts, self.logos])
        menu.addMenu(self.vision)
        self._more = QAction(self.tr("More to see"), self)
        button.setDefaultAction(self._more)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        button.setAccessibleName(self._more.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(20, 20))
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._icons["layers"] = self._more
        return button

    def redraw_icons(self) -> None:
        """Draw the icons in the scheme's colour."""
        for name, action in self._icons.items():
            action.setIcon(icon(name, self.palette()))

    def _show_page(self) -> None:
        entry = self._session.current
        report = entry.report if entry is not None else None
        self._name.setText(entry.name if entry is not None else "")
        self._name.setToolTip(display_path(entry.path) if entry is not None else "")
        page = page_view(report, self._session.page)
        self._show_turning(len(report.page_views) if report is not None else 0)
        if entry is None or report is None or page is None:
            self._drawn = None
            self._loader.forget()
            self._say_why(entry)
            return
        self._stack.setCurrentWidget(self._bottom)
        self._show_picture(entry.path, page)
        self.strip.show_rows([row for row in report.palette if row.page == page.number])
        self.text.show_text(page.text, marks(report, page))
        self._make_room(text=bool(page.text), palette=self.strip.shown)
        self._show_traces()
        self._show_chosen()
        if self._session.pointed is not None:
            self._show_pointed()

    def _make_room(self, *, text: bool, palette: bool) -> None:
        """Give the picture what the text does not need."""
        self.text.setVisible(text)
        self._band.setVisible(text or palette)
        bare = self.strip.sizeHint().height() + 3 * theme.SPACE
        self._band.setMaximumHeight(_ANY_HEIGHT if text else bare)

    def _show_picture(self, path: str, page: PageFeatures) -> None:
        thumbnail = decode(page.thumbnail) if page.thumbnail else QPixmap()
        self.canvas.setVisible(not thumbnail.isNull())
        for action in (self.fit, self.actual, self.overlays):
            action.setEnabled(not thumbnail.isNull())
        report = self._session.current.report if self._session.current else None
        if thumbnail.isNull() or report is None:
            self._drawn = None
            self._loader.forget()
            return
        same = (path, page.number, report.sha256)
        if same == self._drawn:  # judged again: zoom and picture stay as they are
            self.canvas.show_spots(spots(report, page))
            return
        self._drawn = same
        size = QSize(max(page.width_px, 1), max(page.height_px, 1))
        self.canvas.show_page(size, spots(report, page))
        self._show_pixels(thumbnail)
        self._loader.wish(path, page.number)

    def _sharpen(self, path: str, page: int, image: QImage) -> None:
        current = self._session.current
        if current is not None and current.path == path and self._session.page == page:
            self._show_pixels(QPixmap.fromImage(image))

    def _show_turning(self, pages: int) -> None:
        for widget in (*self._turners, self._page):
            widget.setVisible(pages > 1)
        self._page.setText(
            self.tr("Page {page} of {pages}").format(page=self._session.page, pages=pages)
        )
        self.previous.setEnabled(self._session.page > 1)
        self.next.setEnabled(self._session.page < pages)

    def _say_why(self, entry: Entry | None) -> None:
        """Fill the place of the picture with words where there is none."""
        self._stack.setCurrentWidget(self.notice)
        for action in (self.fit, self.actual, self.overlays):
            action.setEnabled(False)
        if entry is None:
            self.notice.say(self.tr("No creative chosen"), self.tr("Choose one in the list."))
        elif entry.report is None:
            self.notice.say(self.tr("Waiting"), self.tr("It appears here once it is measured."))
        elif entry.report.error is not None:
            words, error = messages(), entry.report.error
            self.notice.say(f"⚠ {words.title(error.code)}", words.note(error))
        else:
            self.notice.say(self.tr("Nothing to show"), self.tr("No page of it could be measured."))

    def _show_chosen(self) -> None:
        self.canvas.choose(self._session.finding)
        self.text.choose(self._session.finding)
