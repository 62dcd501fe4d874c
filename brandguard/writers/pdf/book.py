"""The document as it grows: pages with their running head and foot, anchors, links, bookmarks."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from brandguard.writers.pdf.piece import Piece
from brandguard.writers.pdf.press import DPI, Type, open_press
from brandguard.writers.pdf.style import FLOOR, HAIR, HEADING, LEFT, SECTION, SMALL, TOP, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from brandguard.messages import Messages

HEAD_Y, FOOT_Y = 34.0, FLOOR + 24.0
SECTION_GAP = 44.0
LEAST_AFTER_HEADING = 60.0
"""A heading never stands alone at the foot of a page: so much must follow it there."""


class Book:
    """A PDF that is written page by page. Pieces are set one below the other, none is ever cut."""

    def __init__(self, file: Path, words: Messages, head: str, foot: str) -> None:
        open_press()
        self._writer = QPdfWriter(str(file))
        self._writer.setResolution(DPI)
        self._writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(0, 0, 0, 0),
            )
        )
        self.type = Type(self._writer)
        self.painter = QPainter(self._writer)
        self.words = words
        self.page, self.y = 0, TOP
        self.running = ""
        """What the running head says on the right."""
        self._head, self._foot = head, foot
        self.anchors: dict[str, tuple[int, float]] = {}
        self.bookmarks: list[tuple[int, str, int, float]] = []
        """Level, title, page, top."""
        self.links: list[tuple[int, array[float], str]] = []
        """Page; left, top, width, height; the anchor that it leads to."""
        self._furnish()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.painter.end()

    # Places

    def add_anchor(self, target: str, top: float, title: str | None, level: int) -> None:
        """Note where an anchor lies; the first of a name holds."""
        self.anchors.setdefault(target, (self.page, top))
        if title is not None:
            self.bookmarks.append((level, title, self.page, top))

    def add_link(self, box: tuple[float, float, float, float], target: str) -> None:
        """Note a link; where its anchor never comes it is left out."""
        self.links.append((self.page, array("d", box), target))

    # Pages

    @property
    def room(self) -> float:
        """What is left of the page."""
        return FLOOR - self.y

    def piece(self, width: float = WIDTH) -> Piece:
        """Begin a piece."""
        return Piece(self.type, width)

    def turn(self) -> None:
        """Begin a new page."""
        self._writer.newPage()
        self.page += 1
        self.y = TOP
        self._furnish()

    def _furnish(self) -> None:
        head = self.piece()
        half = WIDTH / 2 - 8
        if self.page:
            head.name(0, 0, half, self._head, SMALL)
            right = self.type.shorten(self.running, SMALL, half)
            head.text(WIDTH - half, 0, half, right, SMALL, "right", 1)
            head.rule(16, HAIR)
            head.paint(self, LEFT, HEAD_Y)
        foot = self.piece()
        foot.rule(0, HAIR)
        foot.name(0, 6, WIDTH - 90, self._foot, SMALL)
        number = self.words.text("report.page", page=self.page + 1)
        foot.text(WIDTH - 80, 6, 80, number, SMALL, "right", 1)
        foot.paint(self, LEFT, FOOT_Y)

    def place(
        self, piece: Piece, gap: float = 0.0, again: Callable[[], Piece] | None = None,
        keep: float = 0.0,
    ) -> None:  # fmt: skip
        """Set a piece below what stands there, on a new page where it does not fit.

        `gap` is left above it, but not at the top of a page; `again` gives what is repeated on a
        new page before it, such as a table's head; `keep` is how much must fit below it.
        """
        if self.y > TOP and piece.height + gap + keep > self.room:
            self.turn()
            if again is not None:
                head = again()
                head.paint(self, LEFT, self.y)
                self.y += head.height
        elif self.y > TOP:
            self.y += gap
        piece.paint(self, LEFT, self.y)
        self.y += piece.height

    # Headings

    def section(self, title: str, target: str, lead: str = "", *, least: float = 0.0) -> None:
        """Begin a part of the report: on a page of its own, or where so much of one is left."""
        piece = self.piece()
        piece.anchor(target, title, 0)
        y = piece.text(0, 0, WIDTH, title, SECTION, lines=2)
        if lead:
            y = piece.text(0, y + 3, WIDTH * 0.82, lead, SMALL)
        piece.space(y + 10)
        self.running = title
        if not self.page or not least or self.room < least + SECTION_GAP:
            self.turn()
        self.place(piece, SECTION_GAP)

    def heading(self, title: str, note: str = "", keep: float = LEAST_AFTER_HEADING) -> None:
        """Set a heading that stays with what follows."""
        piece = self.piece()
        y = piece.text(0, 0, WIDTH, title, HEADING, lines=2)
        if note:
            y = piece.text(0, y + 1, WIDTH * 0.82, note, SMALL)
        piece.space(y + 6)
        self.place(piece, 20, keep=keep)
