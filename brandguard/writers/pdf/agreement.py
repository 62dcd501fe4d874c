"""Creative against creative: what each lacks, how far each agrees, the pairs furthest apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brandguard.model.report import DIMENSIONS
from brandguard.writers.contradictions import plain
from brandguard.writers.pdf.creative import card
from brandguard.writers.pdf.naming import quoted, side_names, split
from brandguard.writers.pdf.piece import bar
from brandguard.writers.pdf.style import (
    HAIR,
    LABEL,
    QUIET,
    QUOTE,
    SCORE,
    SMALL,
    SMALL_INK,
    SMALL_STRONG,
    SOFT,
    WIDTH,
    heat,
)
from brandguard.writers.pdf.table import AIR, Column, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.coherence import Coherence, CreativeAgreement, PairAgreement
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.gather import Gathered
    from brandguard.writers.pdf.piece import Piece
    from brandguard.writers.pdf.style import Style

MOST_ROWS = 40
LEAST_HEADING = 5.0
"""Points."""
MOST_PAIRS = 5
MOST_SAYINGS = 8
"""A side."""
COLUMN = (WIDTH - 20) / 2


def missing(book: Book, coherence: Coherence, made: Gathered) -> None:
    """Set which creatives lack which of the brand's core cues."""
    words = book.words
    lacking = [one for one in coherence.creatives if one.missing]
    if not lacking:
        return
    book.heading(words.text("pdf.missing"), words.text("pdf.missing_lead"))
    table = Table(book, (
        Column(words.text("report.file"), 240, SMALL_STRONG, name=True),
        Column(words.text("column.channel"), 60, SMALL),
        Column(words.text("pdf.lacks"), WIDTH - 300 - 20, SMALL_INK),
    ))  # fmt: skip
    for one in lacking[:MOST_ROWS]:
        cues = ", ".join(words.name("cue", cue) for cue in one.missing)
        channel = words.name("channel", one.channel) if one.channel else "–"
        piece, bottom = table.row((split(one.path)[1], channel, cues))
        _lead_to(piece, one.path, bottom, made)
        table.add(piece, bottom)
    table.end()
    _more(book, len(lacking) - MOST_ROWS)


def _lead_to(piece: Piece, path: str, bottom: float, made: Gathered) -> None:
    if path in made.numbers:
        piece.link(0, 0, 240, bottom, f"c{made.numbers[path]}")


def _more(book: Book, number: int) -> None:
    if number > 0:
        piece = book.piece()
        piece.text(0, 5, WIDTH, book.words.text("pdf.more", count=number), QUIET)
        book.place(piece)


def matrix(book: Book, coherence: Coherence, made: Gathered) -> None:
    """Set creative × dimension as cells of heat with their figures."""
    if not coherence.creatives:
        return
    words = book.words
    note = words.text(
        "pdf.matrix_lead", shown=min(len(coherence.creatives), MOST_ROWS),
        all=max(coherence.creatives_compared, len(coherence.creatives)),
    )  # fmt: skip
    book.heading(words.text("pdf.matrix"), note, keep=90)
    shown = [
        d for d in DIMENSIONS if any(a.dimension == d for a in coherence.creatives[0].dimensions)
    ]
    names = [words.name("dimension", name) for name in shown] + [words.text("pdf.all")]
    first = 142.0
    cell = (WIDTH - first - AIR / 2 - AIR * len(names)) / max(len(names), 1)
    head = _fitting(book, names, cell)
    table = Table(book, (
        Column(words.text("report.file"), first, SMALL_STRONG, name=True),
        *(Column(name, cell, SMALL_STRONG, "centre", head=head) for name in names),
    ))  # fmt: skip
    for row in coherence.creatives[:MOST_ROWS]:
        _matrix_row(table, row, tuple(shown), made, words)
    table.end()


def _fitting(book: Book, names: Sequence[str], width: float) -> Style:
    """Give the largest type in which the longest word of all headings fits: none is cut."""
    every = [word for name in names for word in name.split()]
    widest = max((book.type.width(word, LABEL) for word in every), default=0.0)
    size = LABEL.size * min(1.0, (width - 1) / widest) if widest else LABEL.size
    size = max(size, LEAST_HEADING)
    return replace(LABEL, size=size, leading=8.5)


def _matrix_row(
    table: Table, row: CreativeAgreement, shown: tuple[str, ...], made: Gathered, words: Messages
) -> None:
    by_name = {a.dimension: a.score for a in row.dimensions}
    scores = [by_name.get(name) for name in shown] + [row.score]  # type: ignore[call-overload]  # names of dimensions
    piece, _ = table.row((split(row.path)[1], *("" for _ in scores)))
    channel = words.name("channel", row.channel) if row.channel else ""
    piece.text(0, 15, table.columns[0].width, channel or "–", SMALL, lines=1)
    for i, score in enumerate(scores, start=1):
        x, wide = table.left(i) - AIR / 2 + 1, table.columns[i].width + AIR - 2
        piece.box(x, 3, wide, 22, heat(score) if score is not None else SOFT)
        figure = words.number(score, 0) if score is not None else "–"
        style = SMALL_STRONG if score is not None else SMALL
        piece.text(x, 8.5, wide, figure, style, "centre", 1)
    _lead_to(piece, row.path, 26, made)
    table.add(piece, 24)


def pairs(book: Book, coherence: Coherence, made: Gathered) -> None:
    """Set the pairs that disagree most, both pictures side by side."""
    pairs = coherence.pairs[:MOST_PAIRS]
    if not pairs:
        return
    words = book.words
    compared = max(coherence.pairs_compared, len(pairs))
    note = words.text("pdf.pairs_lead", pairs=words.count("pairs", compared))
    book.heading(words.text("pdf.pairs"), note, keep=130)
    for pair in pairs:
        book.place(_pair(book, pair, made), 6)


def _pair(book: Book, pair: PairAgreement, made: Gathered) -> Piece:
    words, piece = book.words, book.piece()
    frame, x = (92.0, 72.0), 0.0
    for path in (pair.one, pair.other):
        picture = card(book, made, path, None, frame)
        piece.put(picture, x, 0)
        end = piece.name(x, picture.height + 3, frame[0], split(path)[1], SMALL)
        piece.space(end)
        x += frame[0] + 12
    piece.text(
        x + 6, -3, 60, words.number(pair.score) if pair.score is not None else "–", SCORE, lines=1
    )
    piece.text(x + 6, 20, 60, words.text("pdf.agreement"), SMALL, lines=1)
    x += 76
    wide = WIDTH - x
    y = 0.0
    ranked = sorted(
        (a for a in pair.dimensions if a.score is not None), key=lambda a: (a.score, a.dimension)
    )
    for one in ranked:
        assert one.score is not None
        piece.text(x, y, 78, words.name("dimension", one.dimension), SMALL_INK, lines=1)
        bar(piece, x + 84, y + 3, wide - 84 - 40, one.score / 100, "#3D414B")
        piece.text(WIDTH - 34, y, 34, words.number(one.score), SMALL_STRONG, "right", 1)
        y += 12.5
    piece.rule(max(piece.height, y) + 6, HAIR, 0.5)
    return piece


def sayings(book: Book, coherence: Coherence, made: Gathered) -> None:
    """Set what both sides say first and ask for, next to each other."""
    if not coherence.sayings:
        return
    words = book.words
    book.heading(words.text("pdf.sayings"), words.text("pdf.sayings_lead"), keep=80)
    names = side_names(coherence, words)
    offline = [s for s in coherence.sayings if s.channel != "online"][:MOST_SAYINGS]
    online = [s for s in coherence.sayings if s.channel == "online"][:MOST_SAYINGS]
    head = book.piece()
    if coherence.sides == ("offline", "online"):
        for i, name in enumerate(names):
            head.text(i * (COLUMN + 20), 0, COLUMN, name, LABEL)
        head.space(14)
        book.place(head, keep=60)
    for i in range(max(len(offline), len(online))):
        row = book.piece()
        for column, side in enumerate((offline, online)):
            if i < len(side):
                one, x = side[i], column * (COLUMN + 20)
                y = row.text(x, 4, COLUMN, quoted(plain(one.headline), words), QUOTE, lines=4)
                if one.calls:
                    y = row.text(x, y + 1, COLUMN, " · ".join(one.calls), SMALL_INK, lines=2)
                end = row.name(x, y + 1, COLUMN, split(one.path)[1], SMALL)
                if one.path in made.numbers:
                    row.link(x, 4, COLUMN, end - 4, f"c{made.numbers[one.path]}")
        row.rule(row.height + 5, HAIR, 0.5)
        book.place(row)
