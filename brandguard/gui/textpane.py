"""The text of a page with the words that findings speak of marked. Plain text, never HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from brandguard.gui import theme
from brandguard.gui.spans import Offsets, editor_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.places import Mark


class TextPane(QPlainTextEdit):
    """Read-only text; a click on marked words points at their finding."""

    mark_pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._offsets = Offsets("")
        self._chosen: int | None = None
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(theme.SPACE)
        self.setAccessibleName(self.tr("Text of the page"))

    def show_text(self, text: str, marks: Sequence[Mark]) -> None:
        """Show a page's text with its marks."""
        self._marks = tuple(marks)
        self._offsets = Offsets(text)
        self._chosen = None
        self.setPlainText(editor_text(text))
        self._draw()

    def choose(self, index: int | None) -> None:
        """Show the words of one finding as those in hand and bring them into view."""
        self._chosen = index
        self._draw()
        for mark in self._marks:
            if mark.index == index:
                cursor = QTextCursor(self.document())
                cursor.setPosition(self._offsets.to_qt(mark.span[0]))
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
                return

    def marked(self) -> tuple[tuple[int, str], ...]:
        """Give finding and words of every mark as they stand in the editor."""
        pairs = zip(self._marks, self.extraSelections(), strict=True)
        return tuple((mark.index, shown.cursor.selectedText()) for mark, shown in pairs)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at the finding whose words were clicked."""
        super().mousePressEvent(event)
        unit = self.cursorForPosition(event.position().toPoint()).position()
        at = self._offsets.from_qt(unit)
        for mark in self._marks:
            if mark.span[0] <= at < mark.span[1]:
                self.mark_pressed.emit(mark.index)
                return

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        selections = []
        for mark in self._marks:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._offsets.to_qt(mark.span[0]))
            cursor.setPosition(self._offsets.to_qt(mark.span[1]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = self._format(mark)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _format(self, mark: Mark) -> QTextCharFormat:
        colour = theme.colour(mark.severity, self.palette())
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(colour)
        wash = QColor(colour)
        wash.setAlphaF(0.34 if mark.index == self._chosen else 0.12)
        form.setBackground(wash)
        if mark.index == self._chosen:
            form.setFontWeight(QFont.Weight.Bold)
        form.setProperty(QTextFormat.Property.UserProperty, mark.index)
        return form
