"""The creatives that are off, the worst first: picture, score line by line, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.paths import display_path
from brandguard.writers.pdf import finding, scoring
from brandguard.writers.pdf.naming import split, where
from brandguard.writers.pdf.pictures import decode, marked_picture, plain_picture
from brandguard.writers.pdf.style import (
    COLOURS,
    EXCERPT,
    HEADING,
    LABEL,
    QUOTE,
    SCORE,
    SMALL,
    SMALL_STRONG,
    SOFT,
    WIDTH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import CreativeReport, Finding
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.gather import Gathered
    from brandguard.writers.pdf.piece import Piece

MOST_CREATIVES = 1000
MOST_FINDINGS = 40
"""Of one creative; the JSON report holds all."""
MOST_PAGES = 8
"""Further pages of one creative that are shown, four in a row."""
FRAME = (146.0, 176.0)
SMALL_FRAME = (112.0, 130.0)
ASIDE = FRAME[0] + 18


def section(book: Book, made: Gathered) -> None:
    """Set all creatives with findings that count, each on from the one before."""
    if not made.order:
        return
    words = book.words
    book.section(words.text("pdf.creatives"), "creatives", words.text("pdf.creatives_lead"))
    for place, (number, creative) in enumerate(made.worst_first(MOST_CREATIVES)):
        _set(book, number, creative, gap=30 if place else 0)
    book.running = words.text("pdf.creatives")
    if len(made.order) > MOST_CREATIVES:
        line = words.text("report.capped_creatives", limit=MOST_CREATIVES)
        book.place(finding.also(book, line), 12)


def _set(book: Book, number: int, creative: CreativeReport, gap: float) -> None:
    """Set one creative: its head stays together with its first finding."""
    head = _head(book, number, creative)
    if gap:
        ruled = book.piece()
        ruled.rule(0, "#8F9096", 0.8)
        ruled.put(head, 0, 12)
        head = ruled
    findings = list(enumerate(creative.findings, start=1))
    rows = (finding.compose(book, n, f, creative) for n, f in findings[:MOST_FINDINGS])
    first = next(rows, None)
    keep = first.height + 8 if first is not None else 0.0
    book.running = book.words.text("pdf.creatives")
    book.place(head, gap, keep=min(keep, 200))
    book.running = display_path(creative.path)
    _further_pages(book, creative, findings)
    if first is not None:
        book.place(first, 6)
        for row in rows:
            book.place(row)
    if len(findings) > MOST_FINDINGS:
        line = book.words.text("pdf.more", count=len(findings) - MOST_FINDINGS)
        book.place(finding.also(book, line))


def _head(book: Book, number: int, creative: CreativeReport) -> Piece:
    words, piece = book.words, book.piece()
    folder, name = split(creative.path)
    piece.anchor(f"c{number}", piece.type.shorten(name, SMALL, 240))
    kind = creative.verdict
    wide = WIDTH - 74
    y = piece.name(0, 0, wide, folder, SMALL) if folder else 0.0
    y = piece.name(0, y, wide, name, HEADING)
    piece.shape(kind, 0, y + 4.5, 7)
    verdict = piece.type.lay(
        words.name("verdict", kind), SMALL_STRONG.but(colour=COLOURS[kind]), 140
    )
    piece.laid(12, y + 2.4, verdict)
    y = piece.text(
        12 + verdict.natural + 8, y + 2.4, wide - verdict.natural - 20, where(creative, words),
        SMALL, lines=1,
    ) if where(creative, words) else y + 13  # fmt: skip
    if creative.score is not None:
        piece.text(WIDTH - 70, 2, 70, words.number(creative.score), SCORE, "right", 1)
        piece.text(WIDTH - 70, 25, 70, words.text("pdf.of_100"), SMALL, "right", 1)
    return _body(book, piece, creative, y + 10)


def _body(book: Book, piece: Piece, creative: CreativeReport, y: float) -> Piece:
    """Set the first page on the left, the score's table on the right."""
    numbered = list(enumerate(creative.findings[:MOST_FINDINGS], start=1))
    bottom = _first_page(piece, creative, numbered, y, book.words)
    table = scoring.compose(book, creative, WIDTH - ASIDE)
    if table is not None:
        piece.text(ASIDE, y - 2, WIDTH - ASIDE, book.words.text("report.how_score"), LABEL)
        bottom = max(bottom, piece.put(table, ASIDE, y + 14))
    piece.space(bottom)
    return piece


def _first_page(
    piece: Piece, creative: CreativeReport, numbered: Sequence[tuple[int, Finding]], y: float,
    words: Messages,
) -> float:  # fmt: skip
    page = creative.page_views[0] if creative.page_views else None
    image = decode(page.thumbnail) if page else None
    if page is not None and image is not None:
        _, height = marked_picture(piece, 0, y, FRAME, image, page, numbered)
        return y + height
    text = " ".join(page.text[:900].split()) if page else ""
    laid = piece.type.lay(
        text or words.text("report.no_preview"), QUOTE if text else SMALL, FRAME[0] - 20,
        lines=9,
    )  # fmt: skip
    piece.box(0, y, FRAME[0], laid.height + 18, SOFT)
    piece.laid(10, y + 9, laid)
    return y + laid.height + 18


def _further_pages(
    book: Book, creative: CreativeReport, findings: Sequence[tuple[int, Finding]]
) -> None:
    """Set the further pages that have findings, four in a row."""
    hit = {place.page for _, f in findings for place in (f.place, *f.more_places)}
    pages = [p for p in creative.page_views[1:] if p.number in hit and p.thumbnail][:MOST_PAGES]
    for start in range(0, len(pages), 4):
        row = book.piece()
        for i, page in enumerate(pages[start : start + 4]):
            _small_page(book, row, i * (SMALL_FRAME[0] + 15), page, findings)
        book.place(row, 12)


def _small_page(
    book: Book, row: Piece, x: float, page: PageFeatures, findings: Sequence[tuple[int, Finding]]
) -> None:
    image = decode(page.thumbnail)
    if image is None:
        return
    label = book.words.text("report.page", page=page.number)
    y = row.text(x, 0, SMALL_FRAME[0], label, SMALL, lines=1) + 2
    marked_picture(row, x, y, SMALL_FRAME, image, page, findings[:MOST_FINDINGS])


def card(
    book: Book, made: Gathered, path: str, page: int | None, frame: tuple[float, float]
) -> Piece:
    """Compose a creative's small picture in a frame, leading to the creative."""
    piece = book.piece(frame[0])
    thumbnail, text = made.look(path, page)
    image = decode(thumbnail)
    if image is not None:
        width, height = plain_picture(piece, 0, 0, frame, image)
    else:
        words = text or book.words.text("report.no_preview")
        laid = piece.type.lay(words, EXCERPT, frame[0] - 8, lines=int(frame[1] / 8) - 2)
        width, height = frame[0], max(laid.height + 8, 30.0)
        piece.box(0, 0, width, height, SOFT)
        piece.laid(4, 4, laid)
    if path in made.numbers:
        piece.link(0, 0, width, height, f"c{made.numbers[path]}")
    return piece
