"""A campaign's pages: do its two sides look and say the same, and where do they not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.paths import display_text
from brandguard.writers.pdf import agreement, conflicts, finding
from brandguard.writers.pdf.naming import side_names
from brandguard.writers.pdf.piece import bar
from brandguard.writers.pdf.style import (
    COLOURS,
    HAIR,
    SCORE,
    SMALL,
    SMALL_INK,
    SMALL_STRONG,
    STRONG,
    SUBHEADING,
    WIDTH,
    is_hex,
)
from brandguard.writers.pdf.table import Column, Table

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.coherence import Agreement, Coherence
    from brandguard.model.features import Swatch
    from brandguard.model.report import CampaignReport, Report
    from brandguard.writers.pdf.book import Book
    from brandguard.writers.pdf.gather import Gathered
    from brandguard.writers.pdf.piece import Piece

MOST_CAMPAIGNS = 60
MOST_FINDINGS = 40
MOST_SWATCHES = 8
_ORDER = {"fail": 0, "warn": 1, "pass": 2, "not_evaluable": 3}
LEAST_ROOM = 380.0
"""What must be left of a page for a campaign to begin on it."""


def section(book: Book, report: Report, made: Gathered) -> None:
    """Set every campaign that has something to say; the rest have a line in the overview."""
    told = sorted((c for c in report.campaigns if _tells(c)), key=lambda c: _ORDER[c.verdict])
    if not told and not any(c.coherence for c in report.campaigns):
        return
    words = book.words
    book.section(words.text("report.campaigns"), "campaigns", words.text("pdf.campaigns_lead"))
    if len(report.campaigns) > 1:
        _overview(book, report, {id(c): n for n, c in enumerate(told[:MOST_CAMPAIGNS])})
    for number, campaign in enumerate(told[:MOST_CAMPAIGNS]):
        if book.room < LEAST_ROOM:
            book.turn()
        _campaign(book, campaign, made, number)
        book.running = words.text("report.campaigns")


def _tells(campaign: CampaignReport) -> bool:
    """Tell whether a campaign has more to say than its line in the overview."""
    two_sided = campaign.coherence is not None and len(set(campaign.coherence.sides)) > 1
    return bool(campaign.findings or campaign.conflicts or two_sided)


def _overview(book: Book, report: Report, numbers: dict[int, int]) -> None:
    words = book.words
    table = Table(book, (
        Column("", 8, SMALL),
        Column(words.text("report.campaign"), WIDTH - 8 - 90 - 70 - 70 - 40, STRONG, name=True),
        Column(words.text("report.creatives"), 90, SMALL_INK, "right"),
        Column(words.text("pdf.agreement"), 70, SMALL_INK, "right"),
        Column(words.text("report.score"), 70, SMALL_STRONG, "right"),
    ))  # fmt: skip
    for campaign in report.campaigns:
        agreed = campaign.coherence.score if campaign.coherence else None
        cells = (
            "", _name(campaign), words.number(campaign.creatives, 0), _figure(agreed, words),
            _figure(campaign.score, words),
        )  # fmt: skip
        piece, bottom = table.row(cells)
        piece.shape(campaign.verdict, 0, 7.5, 6.5)
        if id(campaign) in numbers:
            piece.link(0, 0, WIDTH, bottom, f"campaign{numbers[id(campaign)]}")
        table.add(piece, bottom)
    table.end()


def _name(campaign: CampaignReport) -> str:
    name = display_text(campaign.name) or "·"
    folder = display_text(campaign.folder)
    return f"{name}  ({folder})" if folder and folder != name else name


def _figure(score: float | None, words: Messages) -> str:
    return words.number(score) if score is not None else "–"


def _campaign(book: Book, campaign: CampaignReport, made: Gathered, number: int) -> None:
    words = book.words
    book.running = _name(campaign)
    head = book.piece()
    name = head.type.shorten(_name(campaign), SUBHEADING, WIDTH - 90)
    head.anchor(f"campaign{number}", name)
    y = head.text(0, 3, WIDTH - 90, name, SUBHEADING, lines=1)
    head.shape(campaign.verdict, 0, y + 3, 7)
    line = f"{words.name('verdict', campaign.verdict)} · " + words.count(
        "creatives", campaign.creatives
    )
    y = head.text(12, y, WIDTH - 102, line, SMALL.but(colour=COLOURS[campaign.verdict]))
    head.text(WIDTH - 70, 0, 70, _figure(campaign.score, words), SCORE, "right", 1)
    head.text(WIDTH - 70, 22, 70, words.text("pdf.mean_score"), SMALL, "right", 1)
    head.rule(y + 8, "#8F9096", 0.8)
    book.place(head, 26, keep=120)
    if campaign.coherence is not None:
        _sides(book, campaign.coherence)
    conflicts.section(book, campaign, made)
    if campaign.coherence is not None:
        _palettes(book, campaign.coherence)
        agreement.missing(book, campaign.coherence, made)
        agreement.matrix(book, campaign.coherence, made)
        agreement.pairs(book, campaign.coherence, made)
        agreement.sayings(book, campaign.coherence, made)
    shown = {conflict.rule for conflict in campaign.conflicts}
    others = [f for f in campaign.findings if f.rule not in shown or f.waived is not None]
    if others:
        book.heading(words.text("pdf.other_findings"))
    for count, found in enumerate(others[:MOST_FINDINGS], start=1):
        book.place(finding.compose(book, count, found, None))
    if len(others) > MOST_FINDINGS:
        more = words.text("pdf.more", count=len(others) - MOST_FINDINGS)
        book.place(finding.also(book, more))


def _sides(book: Book, coherence: Coherence) -> None:
    """Set the agreement of both sides, a bar a dimension."""
    words, piece = book.words, book.piece()
    one, other = side_names(coherence, words)
    book.heading(
        words.text("pdf.sides", one=one, other=other) if one != other else
        words.text("pdf.within", one=one),
        words.text("pdf.sides_lead"), keep=170,
    )  # fmt: skip
    y = 0.0
    rows = [(words.name("dimension", a.dimension), a) for a in coherence.dimensions]
    for name, one_ in rows:
        y = _agreement(piece, y, name, one_, words)
    piece.rule(y + 2, "#8F9096", 0.8)
    piece.text(0, y + 6, 200, words.text("pdf.agreement"), STRONG, lines=1)
    figure = _figure(coherence.score, words)
    piece.text(WIDTH - 168, y + 6, 48, figure, STRONG, "right", 1)
    book.place(piece)


def _agreement(piece: Piece, y: float, name: str, one: Agreement, words: Messages) -> float:
    piece.text(0, y, 84, name, STRONG, lines=1)
    if one.score is None:
        reason = words.note(one.reason) if one.reason else words.text("pdf.not_measured")
        return piece.text(92, y + 1, WIDTH - 92, reason, SMALL, lines=2) + 3
    bar(piece, 92, y + 4, WIDTH - 92 - 170, one.score / 100, "#3D414B")
    piece.text(WIDTH - 168, y, 48, words.number(one.score), STRONG, "right", 1)
    taken = sum(d.points for d in one.deductions)
    if taken:
        line = words.text("pdf.conflicts_cost", points=words.number(taken))
        piece.text(WIDTH - 112, y + 1, 112, line, SMALL, "right", 1)
    return y + 15


def _palettes(book: Book, coherence: Coherence) -> None:
    """Set both sides' palettes as bars, one below the other, so that like lies above like."""
    words = book.words
    if not any(coherence.palettes):
        return
    piece = book.piece()
    y = 0.0
    sides = dict(zip(side_names(coherence, words), coherence.palettes, strict=True))
    for name, palette in sides.items():
        piece.text(0, y + 4, 84, name, STRONG, lines=1)
        y = _palette(piece, 92, y, WIDTH - 92, palette, words) + 9
    title = "pdf.palettes" if len(sides) > 1 else "pdf.palette"
    book.heading(words.text(title), keep=min(y, 120))
    book.place(piece)


def _palette(
    piece: Piece, x: float, y: float, width: float, palette: tuple[Swatch, ...], words: Messages
) -> float:
    shown = [s for s in palette if is_hex(s.hex) and s.share > 0][:MOST_SWATCHES]
    total = sum(s.share for s in shown)
    if not shown or total <= 0:
        return piece.text(x, y + 4, width, words.text("pdf.not_measured"), SMALL)
    left, free = x, x
    for swatch in shown:
        wide = swatch.share / total * width
        piece.box(left, y, wide, 20, swatch.hex)
        label = f"{swatch.hex} {words.percent(swatch.share)}"
        need = piece.type.width(label, SMALL)
        at = max(left, free)
        if need <= wide and at + need <= x + width:
            piece.text(at, y + 21, need + 2, label, SMALL, lines=1)
            free = at + need + 8
        left += wide
    piece.box(x, y, width, 20, None, HAIR, 0.5)
    return y + 32
