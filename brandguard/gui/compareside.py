"""One of two creatives that are compared: which one, its page, and where it disagrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.canvas import Canvas
from brandguard.gui.icons import icon
from brandguard.gui.layers import logo_traces
from brandguard.gui.pictures import decode
from brandguard.gui.places import Mark, Spot, boxes_at, page_view
from brandguard.gui.previewloader import PreviewLoader
from brandguard.gui.textpane import TextPane
from brandguard.gui.words import where_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.entry import Entry
    from brandguard.gui.session import Session
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import Place

Spoken = tuple[int, str, "Place"]
"""Number of what is at odds, its severity, and where this creative says its part."""


class CompareSide(QWidget):
    """Selector, picture or text, and pages to turn. Places bear the numbers of what is at odds."""

    chosen = Signal(str)
    """The path of the creative that the user wants here."""
    spot_pressed = Signal(int)

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entry: Entry | None = None
        self._spoken: tuple[Spoken, ...] = ()
        self._paths: tuple[str, ...] = ()
        self._logos = False
        self.page = 1
        self.selector = QComboBox()
        self.selector.setAccessibleName(name)
        self.selector.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.selector.activated.connect(lambda at: self.chosen.emit(self._paths[at]))
        self.canvas, self.text = Canvas(), TextPane()
        self.canvas.setAccessibleName(name)
        self.canvas.spot_pressed.connect(self.spot_pressed)
        self.text.mark_pressed.connect(self.spot_pressed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.text)
        self._where, self._number = QLabel(), QLabel()
        self._loader = PreviewLoader(session.backend.preview, self)
        self._loader.loaded.connect(self._sharpen)
        self._turners = (
            self._turner("previous", self.tr("Previous page"), -1),
            self._turner("next", self.tr("Next page"), 1),
        )
        self._lay_out()

    def _turner(self, shown: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(shown, self.palette()))
        button.setIconSize(QSize(20, 20))
        button.setProperty("shown", shown)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.turn_to(self.page + step))
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE // 2)
        self._where.setMinimumHeight(self._turners[0].sizeHint().height())
        foot.addWidget(self._where, 1)
        foot.addWidget(self._turners[0])
        foot.addWidget(self._number)
        foot.addWidget(self._turners[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(self.selector)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    @property
    def entry(self) -> Entry | None:
        """The creative that is shown."""
        return self._entry

    def offer(self, names: Sequence[tuple[str, str]], current: str) -> None:
        """Offer creatives to compare, path and name each."""
        paths = tuple(path for path, _ in names)
        if paths != self._paths:
            self._paths = paths
            self.selector.clear()
            self.selector.addItems([name for _, name in names])
        if current in paths:
            self.selector.setCurrentIndex(paths.index(current))

    def show_entry(self, entry: Entry) -> None:
        """Show a creative's first page; what is at odds comes by `show_spoken`."""
        same = self._entry is not None and self._entry.path == entry.path
        self._entry = entry
        if not same:
            self.page = 1
        self._spoken = ()
        self._show_page()

    def show_spoken(self, spoken: Sequence[Spoken], *, logos: bool) -> None:
        """Frame where this creative says what is at odds; its logos too, if they are."""
        self._spoken, self._logos = tuple(spoken), logos
        known = {view.number for view in self._views()}
        pages = [page for _, _, place in spoken if (page := place.page or 1) in known]
        if pages and self.page not in pages:
            self.page = pages[0]
            self._show_page()
        else:
            self._show_places()

    def turn_to(self, page: int) -> None:
        """Show another page."""
        views = self._views()
        page = min(max(page, 1), max(len(views), 1))
        if page != self.page:
            self.page = page
            self._show_page()

    def choose(self, index: int) -> None:
        """Point at one thing that is at odds, turning to its page."""
        for number, _, place in self._spoken:
            if number == index:
                self.turn_to(place.page or 1)
                break
        self.canvas.choose(index)
        self.text.choose(index)

    def _views(self) -> tuple[PageFeatures, ...]:
        report = self._entry.report if self._entry is not None else None
        return report.page_views if report is not None else ()

    def _show_page(self) -> None:
        entry, views = self._entry, self._views()
        report = entry.report if entry is not None else None
        page = page_view(report, self.page)
        for widget in (*self._turners, self._number):
            widget.setVisible(len(views) > 1)
        self._number.setText(f"{self.page} / {len(views)}")
        self._where.setText(where_words(entry) if entry is not None else "")
        if entry is None or page is None:
            self._loader.forget()
            self.text.show_text("", ())
            self._stack.setCurrentWidget(self.text)
            return
        thumbnail = decode(page.thumbnail) if page.thumbnail else QPixmap()
        if thumbnail.isNull():
            self._loader.forget()
            self._stack.setCurrentWidget(self.text)
        else:
            self._stack.setCurrentWidget(self.canvas)
            self.canvas.show_page(QSize(max(page.width_px, 1), max(page.height_px, 1)), ())
            self.canvas.set_picture(thumbnail)
            self._loader.wish(entry.path, page.number)
        self._show_places()

    def _show_places(self) -> None:
        page = page_view(self._entry.report if self._entry is not None else None, self.page)
        if page is None:
            return
        self.canvas.show_spots(
            [
                Spot(number, severity, box)
                for number, severity, place in self._spoken
                for box in boxes_at(place, page)
            ]
        )
        self.canvas.show_traces(tuple(logo_traces(page, None)) if self._logos else ())
        marks = [
            Mark(number, severity, place.span)
            for number, severity, place in self._spoken
            if place.span is not None and (place.page or 1) == page.number
        ]
        self.text.show_text(page.text, marks)

    def _sharpen(self, path: str, page: int, image: QImage) -> None:
        if self._entry is not None and self._entry.path == path and self.page == page:
            self.canvas.set_picture(QPixmap.fromImage(image))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the scheme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_turners"):
            for button in self._turners:
                button.setIcon(icon(button.property("shown"), self.palette()))


class Together:
    """Zooms and moves two canvases as one, as long as that is wanted."""

    def __init__(self, one: Canvas, other: Canvas) -> None:
        self.wanted = True
        self._busy = False
        for mine, its in ((one, other), (other, one)):
            mine.zoomed.connect(lambda factor, to=its: self._zoom(to, factor))
            for bar_of in (Canvas.horizontalScrollBar, Canvas.verticalScrollBar):
                bar_of(mine).valueChanged.connect(
                    lambda _, a=mine, b=its, bar=bar_of: self._move(bar(a), bar(b))
                )

    def _zoom(self, canvas: Canvas, factor: float) -> None:
        if self.wanted:
            canvas.zoom_by(factor)

    def _move(self, mine, its) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001  scroll bars
        """Put the other's bar as far along as mine, however long it is."""
        if not self.wanted or self._busy or mine.maximum() <= mine.minimum():
            return
        self._busy = True
        part = (mine.value() - mine.minimum()) / (mine.maximum() - mine.minimum())
        its.setValue(round(its.minimum() + part * (its.maximum() - its.minimum())))
        self._busy = False
