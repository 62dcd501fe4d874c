"""One finding in a row: what is wrong, what was measured, what the limit is, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.writers.pdf.naming import quoted
from brandguard.writers.pdf.pictures import chips, severity_colour
from brandguard.writers.pdf.style import (
    BADGE,
    BODY,
    HAIR,
    LABEL,
    QUIET,
    QUOTE,
    SMALL,
    SMALL_STRONG,
    STRONG,
    WIDTH,
    is_hex,
)

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, Finding
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.piece import Piece

SIGN, SIDE = 22.0, 112.0
"""Widths of the columns for the number and for the figures."""
MIDDLE = WIDTH - SIGN - SIDE - 16
MOST_LINES = 12
"""Of a message, and of what to do: a row must fit on a page."""
MOST_QUOTED = 60
"""Letters shown on either side of the words that a finding is about."""
_MEASURED = (
    ("delta_e", "ΔE {delta_e:number}", "limit", "ΔE {limit:number}"),
    ("ratio", "{ratio:hundredths} : 1", "limit", "{limit:hundredths} : 1"),
    ("distance", "{distance:hundredths}", "limit", "{limit:hundredths}"),
    ("value", "{value:measure}", "low", "{range:measure}"),
    ("value", "{value:measure}", "high", "{range:measure}"),
    ("value", "{value:measure}", "limit", "{limit:measure}"),
    ("share", "{share:percent}", "low", "{range:percent}"),
    ("share", "{share:percent}", "high", "{range:percent}"),
    ("amount", "{amount:percent}", "limit", "{limit:percent}"),
    ("angle", "{angle:number}°", "limit", "{limit:number}°"),
    ("width", "{width:number} {unit}", "limit", "{limit:number} {unit}"),
    ("size", "{size:number} {unit}", "limit", "{limit:number} {unit}"),
    ("space", "{space:hundredths}", "limit", "{limit:hundredths}"),
    ("ink", "{ink:whole}%", "limit", "{limit:whole}%"),
    ("count", "{count:whole}", "limit", "{limit:whole}"),
)
"""Pairs of facts that are a measured value and its limit, and how both are written."""


def measured(found: Finding, words: Messages) -> tuple[str, str]:
    """Give what was measured and its limit, as people read them; nothing where there is none."""
    for value, shown, limit, bound in _MEASURED:
        if _is_figure(found, value) and _is_figure(found, limit):
            return words.fill(shown, found.facts), words.fill(bound, found.facts)
    return "", ""


def _is_figure(found: Finding, fact: str) -> bool:
    value = found.facts.get(fact)
    return isinstance(value, int | float) and not isinstance(value, bool)


def compose(book: Book, number: int, found: Finding, creative: CreativeReport | None) -> Piece:
    """Compose a finding's row; `creative` is None for a campaign's own finding."""
    words, piece = book.words, book.piece()
    piece.badge(number, found.severity, 2, 9, 11, BADGE)
    x, y = SIGN, 7.0
    severity = words.name("severity", found.severity)
    label = piece.type.lay(
        severity, SMALL_STRONG.but(colour=severity_colour(found.severity)), MIDDLE
    )
    title_x = x + label.natural + 7
    piece.laid(x, y + 1.6, label)
    y = piece.text(title_x, y, SIGN + MIDDLE - title_x, words.title(found.rule), STRONG)
    y = piece.text(x, y + 1, MIDDLE, words.message(found), BODY, lines=MOST_LINES)
    said = quote(found, creative)
    if said:
        y = piece.text(x, y + 2, MIDDLE, quoted(said, words), QUOTE, lines=3)
    suggestion = words.suggestion(found)
    if suggestion:
        label = piece.type.lay(words.text("report.suggestion") + ":", LABEL, MIDDLE)
        piece.laid(x, y + 3.2, label)
        y = piece.text(
            x + label.natural + 6,
            y + 2,
            MIDDLE - label.natural - 6,
            suggestion,
            STRONG,
            lines=MOST_LINES,
        )
    if found.waived is not None:
        y = piece.text(x, y + 2, MIDDLE, accepted_words(found, words), SMALL, lines=6)
    side = _figures(piece, found, words, creative)
    bottom = max(y, side)
    piece.rule(bottom + 7, HAIR, 0.5)
    piece.space(bottom + 8)
    return piece


def _figures(
    piece: Piece, found: Finding, words: Messages, creative: CreativeReport | None
) -> float:
    """Set the column of figures: value, limit, page; give where it ends below."""
    x, y = SIGN + MIDDLE + 16, 7.0
    facts = found.facts
    shown = next((facts[k] for k in ("found", "hex") if is_hex(facts.get(k))), None)
    wanted = facts.get("nearest_hex")
    if shown is not None:
        chips(piece, x, y + 2, str(shown), str(wanted) if is_hex(wanted) else None)
        y += 14
    value, limit = measured(found, words)
    for label, figure in ((words.text("pdf.measured"), value), (words.text("report.limit"), limit)):
        if figure:
            y = piece.text(x, y, SIDE, label, LABEL, lines=1)
            y = piece.text(x, y - 1, SIDE, figure, STRONG, lines=2) + 2
    source = words.limit_from(found)
    if source:
        y = piece.text(x, y, SIDE, source, SMALL, lines=3)
    places = 1 + len(found.more_places)
    notes = []
    if found.place.page is not None and creative is not None and creative.pages != 1:
        notes.append(words.text("report.page", page=found.place.page))
    if places > 1:
        notes.append(words.count("places", places))
    notes.append(found.rule)
    return piece.text(x, y + 1, SIDE, " · ".join(notes), SMALL, lines=2)


def accepted_words(found: Finding, words: Messages) -> str:
    """Say why a finding was accepted, by whom and until when."""
    waived = found.waived
    if waived is None:
        return ""
    parts = [words.text("report.waived", reason=waived.reason)]
    if waived.by:
        parts.append(words.text("report.waived_by", by=waived.by))
    if waived.until:
        parts.append(words.text("report.waived_until", until=waived.until))
    return " · ".join(parts)


def quote(found: Finding, creative: CreativeReport | None) -> str:
    """Give the words around the place of a finding in a text, with … where they go on."""
    span, page = found.place.span, found.place.page
    if creative is None or span is None:
        return ""
    text = next((v.text for v in creative.page_views if v.number == (page or 1)), "")
    start, end = max(span[0], 0), min(span[1], len(text))
    if start >= end:
        return ""
    end = min(end, start + 2 * MOST_QUOTED)
    left, right = max(start - MOST_QUOTED, 0), min(end + MOST_QUOTED, len(text))
    while 0 < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < len(text) and not text[right].isspace():
        right -= 1
    inside = " ".join(text[left:right].split())
    return f"{'…' if left else ''}{inside}{'…' if right < len(text) else ''}"


def also(book: Book, line: str) -> Piece:
    """Compose a line that says what was left out."""
    piece = book.piece()
    piece.text(SIGN, 6, WIDTH - SIGN, line, QUIET)
    return piece
