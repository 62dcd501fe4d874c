"""Contradictions within a campaign, both sides next to each other: value, file, words, picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.writers.contradictions import by_value, told, value_words
from brandguard.writers.pdf.creative import card
from brandguard.writers.pdf.naming import quoted, split
from brandguard.writers.pdf.style import (
    COLOURS,
    HAIR,
    QUIET,
    QUOTE,
    SMALL,
    SMALL_STRONG,
    STRONG,
    SUBHEADING,
    WIDTH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.report import CampaignReport, Conflict, Finding, Side
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.gather import Gathered
    from brandguard.writers.pdf.piece import Piece

MOST_CONFLICTS = 60
MOST_VALUES = 8
"""Different things said of one fact."""
MOST_FILES = 5
"""Further creatives that say the same, by name."""
PICTURE = (54.0, 66.0)
COLUMN = (WIDTH - 20) / 2


def section(book: Book, campaign: CampaignReport, made: Gathered) -> None:
    """Set every conflict of a campaign."""
    if not campaign.conflicts:
        return
    words = book.words
    book.heading(words.text("pdf.conflicts"), words.text("pdf.conflicts_lead"), keep=130)
    told_of = [(conflict, found) for found, conflict in told(campaign) if conflict is not None]
    for conflict, found in told_of[:MOST_CONFLICTS]:
        book.place(_conflict(book, conflict, found, made), 4)
    if len(campaign.conflicts) > MOST_CONFLICTS:
        more = book.piece()
        line = words.text("pdf.more", count=len(campaign.conflicts) - MOST_CONFLICTS)
        more.text(0, 5, WIDTH, line, QUIET)
        book.place(more)


def _conflict(book: Book, conflict: Conflict, found: Finding | None, made: Gathered) -> Piece:
    words, piece = book.words, book.piece()
    title = words.name("fact", conflict.fact) if conflict.fact else words.title(conflict.rule)
    severity = found.severity if found is not None else "note"
    piece.shape(severity, 0, 4.5, 7)
    label = piece.type.lay(title, STRONG, WIDTH - 140)
    piece.laid(13, 1, label)
    line = f"{words.name('severity', severity)} · {conflict.rule}"
    piece.text(WIDTH - 120, 2, 120, line, SMALL_STRONG.but(colour=COLOURS[severity]), "right", 1)
    y = 18.0
    if found is not None and (advice := words.suggestion(found)):
        y = piece.text(13, y - 3, WIDTH - 140, advice, SMALL) + 6
    values = sorted(by_value(conflict), key=len)  # what the fewest say may be the slip
    for start in range(0, min(len(values), MOST_VALUES), 2):
        bottoms = [
            _side(book, piece, conflict, sides, (column * (COLUMN + 20), y), made)
            for column, sides in enumerate(values[start : min(start + 2, MOST_VALUES)])
        ]
        y = max(bottoms) + 8
    if len(values) > MOST_VALUES:
        more = words.text("pdf.more", count=len(values) - MOST_VALUES)
        y = piece.text(0, y, WIDTH, more, SMALL) + 4
    piece.rule(y, HAIR, 0.5)
    piece.space(y + 3)
    return piece


def _side(
    book: Book,
    piece: Piece,
    conflict: Conflict,
    sides: Sequence[Side],
    at_left: tuple[float, float],
    made: Gathered,
) -> float:
    """Set those who say the same: the first with its picture and words, the others by name."""
    words, side, (x, y) = book.words, sides[0], at_left
    bottom = piece.put(card(book, made, side.path, side.place.page, PICTURE), x, y)
    left, wide = x + PICTURE[0] + 10, COLUMN - PICTURE[0] - 10
    value = _said(conflict, side, words)
    at = piece.text(left, y - 2, wide, value, SUBHEADING, lines=2)
    if side.sentence and side.sentence.strip() != value.strip():
        at = piece.text(left, at + 1, wide, quoted(side.sentence, words), QUOTE, lines=4)
    at = _file(piece, side, (left, at + 2, wide), words, made)
    for other in sides[1 : MOST_FILES + 1]:
        at = _file(piece, other, (left, at, wide), words, made)
    if len(sides) > MOST_FILES + 1:
        more = words.text("pdf.more", count=len(sides) - MOST_FILES - 1)
        at = piece.text(left, at, wide, more, SMALL)
    return max(bottom, at)


def _said(conflict: Conflict, side: Side, words: Messages) -> str:
    """Give what a side says; a form of address with the words that show it."""
    value = value_words(conflict, side, words)
    if conflict.fact is None and side.raw and value != side.raw:
        return f"{value}: {quoted(side.raw, words)}"
    return value


def _file(
    piece: Piece, side: Side, at: tuple[float, float, float], words: Messages, made: Gathered
) -> float:
    """Set a file's name and channel in a line, leading to the creative."""
    left, top, wide = at
    channel = words.name("channel", side.channel) if side.channel else ""
    room = piece.type.width(channel, SMALL) + 8 if channel else 0.0
    end = piece.name(left, top, wide - room, split(side.path)[1], SMALL_STRONG)
    if channel:
        piece.text(left + wide - room, top, room, channel, SMALL, "right", 1)
    if side.path in made.numbers:
        piece.link(left, top, wide, end - top, f"c{made.numbers[side.path]}")
    return end
