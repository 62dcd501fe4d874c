"""The last parts: what is on brand, what was not measured, what was accepted, how it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.paths import display_text
from brandguard.writers.pdf.naming import split
from brandguard.writers.pdf.style import (
    BODY,
    HAIR,
    LABEL,
    QUIET,
    SMALL,
    SMALL_INK,
    SMALL_STRONG,
    STRONG,
    WIDTH,
)
from brandguard.writers.pdf.table import MOST_LINES, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.messages import Messages
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.gather import Accepted, Gap, Gathered, Row
    from brandguard.writers.pdf.piece import Piece

MOST_ACCEPTED = 5000
MOST_NOTE_RULES = 6


def lists(book: Book, made: Gathered) -> None:
    """Set those that are a line each: the unreadable, those that pass, those without a verdict."""
    words, led_to = book.words, made.led_to()
    for rows, title, target, lead, least in (
        (made.unreadable, "report.unreadable", "unreadable", "pdf.unreadable_lead", 200.0),
        (made.passes, "pdf.passes", "passes", "pdf.passes_lead", 0.0),
        (made.unjudged, "pdf.unjudged", "unjudged", "pdf.unjudged_lead", 200.0),
    ):
        if len(rows):
            book.section(words.text(title), target, words.text(lead), least=least)
            _rows(book, rows, words, led_to)


def _rows(book: Book, rows: Iterable[Row], words: Messages, led_to: set[int]) -> None:
    table = Table(book, (
        Column("", 8, SMALL),
        Column(words.text("report.file"), WIDTH - 8 - 130 - 40 - 30, SMALL_STRONG, name=True),
        Column(words.text("column.medium"), 130, SMALL),
        Column(words.text("report.score"), 40, SMALL_STRONG, "right"),
    ))  # fmt: skip
    for row in rows:
        folder, name = split(row.path)
        channel = words.name("channel", row.channel) if row.channel else ""
        medium = words.name("medium", row.medium) if row.medium != "other" else ""
        score = words.number(row.score) if row.score is not None else "–"
        where = " · ".join(part for part in (channel, medium) if part)
        piece, bottom = table.row(("", name, where, score))
        if row.number in led_to:
            piece.anchor(f"c{row.number}")
        piece.shape(row.kind, 0, 6, 6.5)
        wide = table.columns[1].width
        if folder:
            bottom = piece.name(table.left(1), bottom, wide, folder, SMALL)
        notes = [
            f"{many} × {words.title(rule)}" if many > 1 else words.title(rule)
            for rule, many in row.notes[:MOST_NOTE_RULES]
        ]
        said = " · ".join(notes + ["…"] * (len(row.notes) > MOST_NOTE_RULES)) or row.reason
        if said:
            if notes:
                piece.shape("note", table.left(1), bottom + 3, 4.5)
            inset = 8 if notes else 0
            bottom = piece.text(
                table.left(1) + inset, bottom, WIDTH - table.left(1) - inset, said, SMALL, lines=3
            )
        table.add(piece, bottom)
    table.end()


def coverage(book: Book, made: Gathered) -> None:
    """Set what could not be measured or judged, and why, the commonest reason first."""
    words = book.words
    if not made.gaps:
        return
    book.section(words.text("pdf.coverage"), "coverage", words.text("pdf.coverage_lead"), least=200)
    table = Table(book, (
        Column(words.text("report.not_measured"), 120, SMALL_STRONG),
        Column(words.text("pdf.why"), WIDTH - 120 - 80 - 20, BODY),
        Column(words.text("report.creatives"), 80, SMALL_STRONG, "right"),
    ))  # fmt: skip
    for reason, gap in sorted(made.gaps.items(), key=lambda one: (-one[1].creatives, one[0])):
        names = ", ".join(gap.names)
        piece, bottom = table.row((names, reason, words.number(gap.creatives, 0)))
        table.add(piece, _named(piece, gap, bottom, table))
    table.end()
    if made.gaps_cut:
        piece = book.piece()
        piece.text(0, 6, WIDTH, words.text("pdf.gaps_cut"), QUIET)
        book.place(piece)


def _named(piece: Piece, gap: Gap, bottom: float, table: Table) -> float:
    """Name a few of the creatives that lack it."""
    y = bottom
    for number, name in gap.named:
        wide = table.columns[1].width
        y2 = piece.name(table.left(1), y, wide, name, SMALL)
        piece.link(table.left(1), y, wide, y2 - y, f"c{number}")
        y = y2
    if gap.creatives > len(gap.named):
        y = piece.text(table.left(1), y, 40, "…", SMALL)
    return y


def accepted(book: Book, made: Gathered) -> None:
    """Set what somebody accepted: what, where, why, who, until when."""
    words = book.words
    if not len(made.accepted):
        return
    book.section(
        words.text("pdf.accepted_title"), "accepted", words.text("pdf.accepted_lead"), least=200
    )
    table = Table(book, (
        Column(words.text("column.message"), 186, SMALL_INK),
        Column(words.text("column.reason"), 140, SMALL_INK),
        Column(words.text("column.by"), 72, SMALL_INK),
        Column(words.text("column.until"), WIDTH - 186 - 140 - 72 - 30, SMALL_INK),
    ))  # fmt: skip
    for count, one in enumerate(made.accepted):
        if count == MOST_ACCEPTED:
            break
        _accepted(table, one, words)
    table.end()


def _accepted(table: Table, one: Accepted, words: Messages) -> None:
    waived = one.finding.waived
    assert waived is not None
    said = words.message(one.finding)
    cells = (
        said, words.name("accepted_for", waived.reason), display_text(waived.by or "–"),
        display_text(waived.until or "–"),
    )  # fmt: skip
    piece, bottom = table.row(cells)
    wide = table.columns[0].width
    laid = table.columns[0]
    top = 4 + piece.type.lay(said, laid.style, wide, lines=MOST_LINES).height
    end = piece.name(0, top, wide, split(one.path)[1], SMALL)
    piece.link(0, top, wide, end - top, f"c{one.number}")
    table.add(piece, max(bottom, end))


def how(book: Book) -> None:
    """Set how a score comes about, and what the signs mean."""
    words = book.words
    book.section(words.text("report.how_score"), "how", least=290)
    for number in range(1, 6):
        piece = book.piece()
        piece.text(0, 0, 16, words.number(number, 0), STRONG)
        piece.text(20, 0, WIDTH * 0.8, words.text(f"pdf.how_{number}"), BODY)
        book.place(piece, 7)
    piece = book.piece()
    y = piece.text(0, 0, WIDTH, words.text("pdf.signs"), LABEL) + 4
    for table, kinds in (
        ("severity", ("fail", "warn", "note")),
        ("verdict", ("pass", "not_evaluable", "unreadable")),
    ):
        x = 0.0
        for kind in kinds:
            piece.shape(kind, x, y + 2.5, 7.5)
            label = piece.type.lay(words.name(table, kind), SMALL_INK, 110)
            piece.laid(x + 13, y + 1, label)
            x += 120
        y += 17
    piece.rule(y + 4, HAIR)
    piece.text(0, y + 10, WIDTH, words.text("report.reproducible"), SMALL)
    book.place(piece, 20)
