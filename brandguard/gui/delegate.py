"""Draws one row of the list: thumbnail, name, where it belongs, state by shape, word and colour."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brandguard.gui import theme
from brandguard.gui.entry import Entry
from brandguard.gui.pictures import Thumbnails
from brandguard.gui.rows import ENTRY_ROLE
from brandguard.gui.words import number, state_word, where_words

_THUMB = 48
_PAD = theme.SPACE
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CreativeDelegate(QStyledItemDelegate):
    """Two lines beside a thumbnail: name and score, place and state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = Thumbnails()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high, so that the list need not ask each of them."""
        del index
        lines = 2 * QFontMetrics(option.font).height() + _PAD // 2
        return QSize(220, max(_THUMB, lines) + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            _heading(painter, option, index.data())
            return
        painter.save()
        self._background(painter, option)
        area = option.rect.adjusted(_PAD, _PAD, -_PAD - 2, -_PAD)
        thumb = QRect(area.left(), area.top(), _THUMB, _THUMB)
        thumb.moveTop(area.top() + (area.height() - _THUMB) // 2)
        self._picture(painter, thumb, entry, option.palette)
        area.setLeft(thumb.right() + 1 + _PAD + 2)
        half = area.height() // 2
        upper = QRect(area.left(), area.top(), area.width(), half)
        lower = QRect(area.left(), area.top() + half, area.width(), area.height() - half)
        _first_line(painter, upper, entry, option)
        _second_line(painter, lower, entry, option)
        painter.restore()

    def _background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        if not option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.hairline(option.palette))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _picture(self, painter: QPainter, frame: QRect, entry: Entry, palette: QPalette) -> None:
        pages = entry.report.page_views if entry.report else ()
        pixmap = self._thumbnails.of(pages[0] if pages else None)
        if pixmap is None:
            painter.setPen(theme.hairline(palette))
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(frame.adjusted(0, 0, -1, -1), 4, 4)
            text = any(page.text for page in pages)
            painter.setPen(theme.muted(palette))
            sign = "¶" if text else theme.LOOKS[entry.state].shape
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, sign)
            return
        size = pixmap.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(frame.topLeft(), size)
        target.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap)
        painter.setPen(theme.hairline(palette))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(target.adjusted(0, 0, -1, -1))


def _heading(painter: QPainter, option: QStyleOptionViewItem, name: object) -> None:
    """Draw a group's name at the foot of its row, over a line."""
    painter.save()
    font = option.font
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.muted(option.palette))
    area = option.rect.adjusted(_PAD, 0, -_PAD, -_PAD)
    low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    words = QFontMetrics(font).elidedText(
        str(name or ""), Qt.TextElideMode.ElideRight, area.width()
    )
    painter.drawText(area, int(low), words)
    painter.setPen(theme.hairline(option.palette))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    painter.restore()


def _ink(option: QStyleOptionViewItem, own: QColor) -> QColor:
    """Give a colour of our own, or on a selected row the one that the system made for it."""
    if option.state & QStyle.StateFlag.State_Selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    return own


def _first_line(painter: QPainter, area: QRect, entry: Entry, option: QStyleOptionViewItem) -> None:
    font = option.font
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(_ink(option, option.palette.color(QPalette.ColorRole.Text)))
    metrics = QFontMetrics(font)
    report = entry.report
    score = number(report.score) if report is not None and report.score is not None else ""
    painter.drawText(area, int(_RIGHT), score)
    room = area.width() - (metrics.horizontalAdvance(score) + _PAD if score else 0)
    name = metrics.elidedText(entry.name, Qt.TextElideMode.ElideMiddle, room)
    painter.drawText(area, int(_LEFT), name)


def _second_line(
    painter: QPainter, area: QRect, entry: Entry, option: QStyleOptionViewItem
) -> None:
    font = option.font
    font.setWeight(font.Weight.Normal)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    state = f"{theme.LOOKS[entry.state].shape} {state_word(entry.state)}"
    painter.setPen(_ink(option, theme.colour(entry.state, option.palette)))
    painter.drawText(area, int(_RIGHT), state)
    room = area.width() - metrics.horizontalAdvance(state) - _PAD
    where = metrics.elidedText(where_words(entry), Qt.TextElideMode.ElideRight, room)
    painter.setPen(_ink(option, theme.muted(option.palette)))
    painter.drawText(area, int(_LEFT), where)
