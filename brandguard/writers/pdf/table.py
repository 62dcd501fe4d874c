"""Tables that run over pages: the head comes again on each, no row is cut."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.writers.pdf.press import Align
from brandguard.writers.pdf.style import HAIR, LABEL, Style

if TYPE_CHECKING:
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.piece import Piece

AIR = 10.0
"""Between columns."""
MOST_LINES = 16
"""Of a cell: a row must fit on a page."""
ROWS_KEPT = 2
"""The last rows, which stay together."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, its width in points, and how its words stand."""

    title: str
    width: float
    style: Style
    align: Align = "left"
    head: Style = LABEL
    """How its title is set."""
    name: bool = False
    """Whether it holds file names, which are cut in their middle and stay in one line."""


class Table:
    """Rows set into a book as they come."""

    def __init__(self, book: Book, columns: tuple[Column, ...]) -> None:
        self._book, self.columns = book, columns
        self._begun = False
        self._waiting: deque[Piece] = deque()

    def left(self, number: int) -> float:
        """Give where a column begins."""
        return sum(column.width + AIR for column in self.columns[:number])

    def head(self) -> Piece:
        """Compose the row of titles."""
        piece = self._book.piece()
        bottom = 0.0
        for i, column in enumerate(self.columns):
            end = piece.text(
                self.left(i), 0, column.width, column.title, column.head, column.align, lines=2
            )
            bottom = max(bottom, end)
        piece.rule(bottom + 3, "#8F9096", 0.8)
        piece.space(bottom + 4)
        return piece

    def row(self, cells: tuple[str, ...]) -> tuple[Piece, float]:
        """Compose a row of words; give it with where the words end below."""
        piece = self._book.piece()
        bottom = 0.0
        for i, (column, words) in enumerate(zip(self.columns, cells, strict=True)):
            if column.name:
                end = piece.name(self.left(i), 4, column.width, words, column.style)
            else:
                end = piece.text(
                    self.left(i), 4, column.width, words, column.style, column.align, MOST_LINES
                )
            bottom = max(bottom, end)
        return piece, bottom

    def add(self, piece: Piece, bottom: float) -> None:
        """Set a row, with a hairline below it; it waits until it is known that others follow."""
        piece.rule(bottom + 4, HAIR, 0.5)
        self._waiting.append(piece)
        if len(self._waiting) > ROWS_KEPT:
            self._set(self._waiting.popleft())

    def end(self) -> None:
        """Set the last rows, so that none of them stands alone on a page."""
        while self._waiting:
            row = self._waiting.popleft()
            self._set(row, sum(one.height for one in self._waiting))

    def _set(self, row: Piece, keep: float = 0.0) -> None:
        if not self._begun:
            self._begun = True
            self._book.place(self.head(), keep=row.height + keep)
        self._book.place(row, again=self.head, keep=keep)
