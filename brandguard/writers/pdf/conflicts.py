"""Contradictions within a campaign, both sides next to each other: value, file, words, picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.writers.pdf.creative import card
from brandguard.writers.pdf.naming import split
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
    from brandguard.messages import Messages
    from brandguard.model.report import CampaignReport, Conflict, Finding, Side
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.gather import Gathered
    from brandguard.writers.pdf.piece import Piece

MOST_CONFLICTS = 60
MOST_SIDES = 6
PICTURE = (54.0, 66.0)
COLUMN = (WIDTH - 20) / 2


def section(book: Book, campaign: CampaignReport, made: Gathered) -> None:
    """Set every conflict of a campaign."""
    if not campaign.conflicts:
        return
    words = book.words
    book.heading(words.text("pdf.conflicts"), words.text("pdf.conflicts_lead"), keep=130)
    for conflict in campaign.conflicts[:MOST_CONFLICTS]:
        found = next(
            (f for f in campaign.findings if f.rule == conflict.rule and _about(f, conflict)), None
        )
        book.place(_conflict(book, conflict, found, made), 4)
    if len(campaign.conflicts) > MOST_CONFLICTS:
        more = book.piece()
        line = words.text("picture.more", count=len(campaign.conflicts) - MOST_CONFLICTS)
        more.text(0, 5, WIDTH, line, QUIET)
        book.place(more)


def _about(found: Finding, conflict: Conflict) -> bool:
    """Tell whether a finding speaks of this conflict: of the same two creatives."""
    paths = {side.path for side in conflict.sides}
    kind = found.facts.get("kind")
    return (
        found.facts.get("path") in paths
        and found.facts.get("other_path") in paths
        and (conflict.fact is None or kind is None or kind == conflict.fact)
    )


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
        y = piece.text(13, y - 3, WIDTH - 140, advice, SMALL) + 3
    sides = conflict.sides[:MOST_SIDES]
    for start in range(0, len(sides), 2):
        bottoms = [
            _side(book, piece, side, column * (COLUMN + 20), y, made)
            for column, side in enumerate(sides[start : start + 2])
        ]
        y = max(bottoms) + 8
    if len(conflict.sides) > MOST_SIDES:
        more = words.text("picture.more", count=len(conflict.sides) - MOST_SIDES)
        y = piece.text(0, y, WIDTH, more, SMALL) + 4
    piece.rule(y, HAIR, 0.5)
    piece.space(y + 3)
    return piece


def _side(book: Book, piece: Piece, side: Side, x: float, y: float, made: Gathered) -> float:
    """Set one side: its picture on the left, what it says on the right."""
    words = book.words
    picture = card(book, made, side.path, side.place.page, PICTURE)
    bottom = piece.put(picture, x, y)
    left, wide = x + PICTURE[0] + 10, COLUMN - PICTURE[0] - 10
    top = y - 2
    value = side.raw or _value(side, words)
    at = piece.text(left, top, wide, value, SUBHEADING, lines=2)
    if side.sentence and side.sentence.strip() != value.strip():
        at = piece.text(left, at + 1, wide, f"“{side.sentence}”", QUOTE, lines=4)
    folder, name = split(side.path)
    channel = words.name("channel", side.channel) if side.channel else ""
    end = piece.name(left, at + 2, wide, name, SMALL_STRONG)
    where = " · ".join(part for part in (channel, folder) if part)
    if where:
        end = piece.name(left, end, wide, where, SMALL)
    if side.path in made.numbers:
        piece.link(left, at + 2, wide, end - at - 2, f"c{made.numbers[side.path]}")
    return max(bottom, end)


def _value(side: Side, words: Messages) -> str:
    """Name a value that is a term of ours, such as a form of address."""
    return words.name("address", side.value)
