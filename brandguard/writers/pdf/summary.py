"""The first page: whose brand, how far its creatives keep to it, and what to mend first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from brandguard.model.paths import display_path, display_text
from brandguard.writers.pdf.gather import means, worst_troubles
from brandguard.writers.pdf.piece import bar
from brandguard.writers.pdf.style import (
    COLOURS,
    COUNT,
    FIGURE,
    HAIR,
    LABEL,
    LEAD,
    LEFT,
    QUIET,
    SMALL,
    SMALL_STRONG,
    STRONG,
    SUBHEADING,
    TITLE,
    WIDTH,
    heat,
    is_hex,
    verdict_of,
)

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import Report, Summary
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.gather import Gathered, Trouble
    from brandguard.writers.pdf.piece import Piece

MOST_TROUBLES = 3
MOST_BRAND_COLOURS = 12
_BANDS = ((85.0, "close"), (70.0, "within"), (50.0, "away"), (0.0, "off"))
"""Lowest score of each meaning: 70 is where a learned profile begins to warn, and a creative with
a Fail has 50 at most (docs/score.md)."""


def page(book: Book, report: Report, made: Gathered) -> None:
    """Set the first page."""
    book.y = LEFT
    _brand(book, report)
    _score(book, report, made)
    if report.summary.creatives:
        _counts(book, report.summary)
        _first_things(book, made)
        _dimensions(book, made)
    _made_with(book, report)


def brand_name(report: Report, words: Messages) -> str:
    """Give the brand's name, or say that there is no profile."""
    return display_text(report.profile.name) if report.profile else words.text("report.no_profile")


def _brand(book: Book, report: Report) -> None:
    words, piece = book.words, book.piece()
    piece.anchor("summary", words.text("pdf.summary"), 0)
    colours = [(n, c) for n, c in report.brand_palette if is_hex(c)][:MOST_BRAND_COLOURS]
    y = 0.0
    if colours:
        wide = WIDTH / len(colours)
        for i, (_, colour) in enumerate(colours):
            piece.box(i * wide, 0, wide, 12, colour)
        piece.box(0, 0, WIDTH, 12, None, HAIR, 0.5)
        y = 30.0
    y = piece.text(0, y, WIDTH, words.text("report.kind"), LABEL.but(colour=COLOURS["off"]))
    y = piece.text(0, y + 2, WIDTH, brand_name(report, words), TITLE, lines=2)
    line = words.count("creatives", report.summary.creatives)
    if report.stamp:
        line += " · " + words.text("report.made_on", stamp=display_text(report.stamp))
    y = piece.text(0, y + 3, WIDTH, line, QUIET, lines=1)
    book.place(piece)


def _score(book: Book, report: Report, made: Gathered) -> None:
    words, piece, counts = book.words, book.piece(), report.summary
    score = counts.score
    verdict = verdict_of(counts.failed + counts.unreadable, counts.warned, counts.passed)
    figure = words.number(score) if score is not None else "–"
    wide = piece.type.width(figure, FIGURE)
    y = piece.text(0, 0, wide + 6, figure, FIGURE, lines=1)
    x = max(wide + 22, 150)
    piece.text(x, 6, WIDTH - x, words.text("pdf.overall"), LABEL)
    if not counts.creatives:
        piece.text(x, 33, WIDTH - x, words.text("report.none"), LEAD)
        book.place(piece, 22)
        return
    piece.shape(verdict, x, 20.5, 8)
    line = _how_many(counts, verdict, words)
    piece.text(x + 14, 18, WIDTH - x - 14, line, SUBHEADING.but(colour=COLOURS[verdict]), lines=1)
    band = next((name for low, name in _BANDS if score is not None and score >= low), "none")
    if band == "close" and verdict == "fail":
        band = "mostly"
    lead = words.text(f"pdf.meaning_{band}")
    if verdict in made.campaigns_off:
        lead = _where(made.campaigns_off[verdict], words) or ("" if verdict == "fail" else lead)
    end = piece.text(x, 33, WIDTH - x, lead, LEAD) if lead else 33.0
    y = max(y, end) + 8
    if score is not None:
        y = _scale(piece, y, score, words)
    note = words.text("pdf.overall_note")
    if made.learned:
        note += " " + words.text("pdf.overall_note_learned")
    y = piece.text(0, y, WIDTH, note, SMALL)
    book.place(piece, 22)


def _where(campaigns: set[str], words: Messages) -> str:
    """Name the campaign where all of them are; nothing where there are several."""
    if len(campaigns) != 1 or not (name := next(iter(campaigns))):
        return ""
    return words.text("pdf.all_in", campaign=display_text(name))


def _how_many(counts: Summary, verdict: str, words: Messages) -> str:
    """Say how many creatives have the worst verdict: «3 of 57: Off brand»."""
    numbers = {
        "fail": counts.failed + counts.unreadable, "warn": counts.warned,
        "pass": counts.passed, "not_evaluable": counts.not_evaluable,
    }  # fmt: skip
    if verdict in {"fail", "warn"} and not counts.unreadable:
        form = "one" if numbers[verdict] == 1 else "other"
        return words.text(f"pdf.{verdict}_{form}", n=numbers[verdict], all=counts.creatives)
    name = words.name("verdict", verdict)
    if verdict == "fail" and counts.unreadable:
        unreadable = words.name("verdict", "unreadable")
        name = f"{name} / {unreadable}" if counts.failed else unreadable
    return words.text("pdf.n_of", n=numbers[verdict], all=counts.creatives, name=name)


def _scale(piece: Piece, y: float, score: float, words: Messages) -> float:
    """Draw the scale of scores with its marks, and where this one lies."""
    marks = (0.0, 50.0, 70.0, 85.0, 100.0)
    for low, high in pairwise(marks):
        wide = (high - low) / 100 * WIDTH
        piece.box(low / 100 * WIDTH, y + 6, wide - 1, 6, heat((low + high) / 2 if low else 20))
    at = min(max(score, 0.0), 100.0) / 100 * (WIDTH - 3)
    piece.box(at, y, 3, 18, "#1B1D22")
    for mark in marks[1:-1]:
        piece.text(mark / 100 * WIDTH - 20, y + 18, 40, words.number(mark, 0), SMALL, "centre")
    piece.text(0, y + 18, 40, words.number(0, 0), SMALL)
    piece.text(WIDTH - 40, y + 18, 40, words.number(100, 0), SMALL, "right")
    return y + 31


def _counts(book: Book, counts: Summary) -> None:
    words, piece = book.words, book.piece()
    figures = (
        ("pass", counts.passed), ("warn", counts.warned), ("fail", counts.failed),
        ("not_evaluable", counts.not_evaluable), ("unreadable", counts.unreadable),
        ("off", counts.waived),
    )  # fmt: skip
    wide = WIDTH / len(figures)
    piece.rule(0, HAIR)
    for i, (kind, number) in enumerate(figures):
        x = i * wide
        piece.shape(kind, x, 16.5, 8)
        piece.text(x + 14, 8, wide - 18, words.number(number, 0), COUNT, lines=1)
        label = words.text("pdf.accepted") if kind == "off" else words.name("verdict", kind)
        piece.text(x, 32, wide - 4, label, SMALL, lines=2)
    piece.rule(58, HAIR)
    book.place(piece, 18)


def _first_things(book: Book, made: Gathered) -> None:
    words = book.words
    piece = book.piece()
    y = piece.text(0, 0, WIDTH, words.text("pdf.first"), SUBHEADING)
    troubles = worst_troubles(made, MOST_TROUBLES)
    if not troubles:
        piece.text(0, y + 3, WIDTH, words.text("pdf.first_none"), QUIET)
    else:
        y = piece.text(0, y, WIDTH, words.text("pdf.first_lead"), SMALL)
        for number, trouble in enumerate(troubles, start=1):
            y = _trouble(piece, y + 7, number, trouble, words)
    book.place(piece, 24)


def _trouble(piece: Piece, y: float, number: int, trouble: Trouble, words: Messages) -> float:
    top = y
    piece.text(0, y - 2, 20, words.number(number, 0), COUNT)
    x, side = 24.0, 120.0
    wide = WIDTH - x - side - 12
    kind = "fail" if trouble.fails else "warn"
    piece.shape(kind, x, y + 2.5, 7.5)
    y = piece.text(x + 13, y, wide - 13, words.title(trouble.rule), STRONG, lines=1)
    if advice := _advice(trouble, words):
        y = piece.text(x, y, wide, advice, QUIET, lines=3)
    counts = [
        f"{words.number(n, 0)} × {words.name('severity', severity)}"
        for severity, n in (("fail", trouble.fails), ("warn", trouble.warns))
        if n
    ]
    right = piece.text(WIDTH - side, top, side, " · ".join(counts), SMALL_STRONG, "right", 1)
    if trouble.creatives:
        line = words.count("creatives", trouble.creatives)
        right = piece.text(WIDTH - side, right, side, line, SMALL, "right", 1)
    target = f"c{trouble.number}" if trouble.number else "campaigns"
    piece.link(0, top, WIDTH, max(y, right) - top, target)
    return max(y, right)


def _advice(trouble: Trouble, words: Messages) -> str:
    """Say what to do: of one finding its own advice, of several what was found and the rule's."""
    example = trouble.example
    if example is None:
        return ""
    if trouble.fails + trouble.warns == 1:
        return words.suggestion(example) or words.message(example)
    kinds = words.tables["fact"]
    found = ", ".join(str(kinds.get(one, display_text(one))) for one in trouble.words)
    general = words.rule(trouble.rule).get("fix", "")
    return f"{found}. {general}" if found else general


def _dimensions(book: Book, made: Gathered) -> None:
    words, piece = book.words, book.piece()
    y = piece.text(0, 0, WIDTH, words.text("pdf.by_dimension"), SUBHEADING) + 4
    for name, mean, many in means(made):
        piece.text(0, y, 84, words.name("dimension", name), STRONG, lines=1)
        if mean is None:
            piece.text(92, y, WIDTH - 92, words.text("pdf.not_measured"), QUIET, lines=1)
        else:
            bar(piece, 92, y + 4, WIDTH - 92 - 170, mean / 100, "#3D414B")
            piece.text(WIDTH - 168, y, 48, words.number(mean), STRONG, "right", 1)
            piece.text(WIDTH - 112, y, 112, words.count("creatives", many), QUIET, "right", 1)
        y += 15
    piece.space(y)
    book.place(piece, 24)


def _made_with(book: Book, report: Report) -> None:
    words, piece = book.words, book.piece()
    rows = []
    if report.profile is not None:
        where = display_path(report.profile.path or "")
        rows.append((words.text("report.profile"), brand_name(report, words) + f"  {where}"))
        if report.profile.sha256:
            rows.append((words.text("report.sha256"), report.profile.sha256))
    rows.append(
        (words.text("report.made_by", version=report.version), words.text("report.reproducible"))
    )
    y = 0.0
    for label, value in rows:
        piece.name(0, y, 84, label, LABEL)
        y = piece.name(92, y, WIDTH - 92, value, SMALL)
    book.place(piece, 22)
