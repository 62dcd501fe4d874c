"""`--format xlsx`: a workbook of six sheets, for those who sort, filter and count.

Rows go to disk as they come. Words are written as words: never a formula, never a link but those to
the creatives' own files.
"""

from __future__ import annotations

import math
from functools import cache
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

from brandguard.model.paths import display_path, display_text
from brandguard.model.report import DIMENSIONS
from brandguard.writers import tables
from brandguard.writers.links import uri
from brandguard.writers.zipmark import MARK, Marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.report import Report
    from brandguard.writers.tables import Cell

MOST_ROWS = 1_048_576
"""Of a sheet, head included: Excel's own limit."""
MOST_LINKS = 5000
"""Links are the one thing that the library keeps in memory; Excel takes 65,530."""
MOST_CHARACTERS = 32_000
"""Of a cell; Excel's limit is 32,767."""
MOST_ADDRESS = 2000

_WIDTHS = {
    "file": 46, "campaign": 18, "message": 70, "suggestion": 44, "title": 26, "limit": 28,
    "words": 30, "reason": 30, "error": 44, "sha256": 20, "fingerprint": 18, "nearest": 24,
    "nearest_hex": 12, "colour": 10, "page": 7, "pages": 7, "channel": 10, "language": 11,
    "verdict": 14, "value": 30, "score": 9,
}  # fmt: skip
_WIDTH = 12
_FORMATS = {
    "score": "0.0", "share": "0.0%", "difference": "0.0", "left": "0.0%", "top": "0.0%",
    "right": "0.0%", "bottom": "0.0%", "agreement": "0.0",
    **{f"of_{name}": "0.0" for name in DIMENSIONS},
}  # fmt: skip


def write(report: Report, out: BinaryIO, messages: Messages) -> None:
    """Write the workbook; the creatives are walked once, one at a time is in memory."""
    with TemporaryDirectory(prefix="brandguard-workbook-") as folder:
        _write(report, _Book(Marked(out), messages, folder), messages)


def _write(report: Report, book: _Book, messages: Messages) -> None:
    summary = book.sheet("summary", ())
    creatives = book.sheet("creatives", tables.CREATIVE_COLUMNS)
    findings = book.sheet("findings", tables.FINDING_COLUMNS)
    palette = book.sheet("palette", tables.PALETTE_COLUMNS)
    campaigns = book.sheet("campaigns", tables.CAMPAIGN_COLUMNS)
    conflicts = book.sheet("conflicts", tables.CONFLICT_COLUMNS)
    agreement = book.sheet("agreement", tables.AGREEMENT_COLUMNS)
    for one in report.creatives:
        creatives.add(tables.creative(one, messages), link=uri(one.path))
        for found in one.findings:
            findings.add(tables.finding(one, found, messages))
        for row in one.palette:
            palette.add(tables.colour(one, row, messages))
    for campaign in report.campaigns:
        campaigns.add(tables.campaign(campaign, messages))
        for found in campaign.findings:
            findings.add(tables.finding(campaign, found, messages))
        for side in tables.sides(campaign, messages):
            conflicts.add(side)
        for cells in tables.agreement(campaign, messages):
            agreement.add(cells)
    full = any(
        sheet.full for sheet in (creatives, findings, palette, campaigns, conflicts, agreement)
    )
    _summarise(summary, report, messages, full=full)
    book.close()


def _summarise(sheet: _Sheet, report: Report, messages: Messages, *, full: bool) -> None:
    counts, profile = report.summary, report.profile
    verdicts = {
        "fail": counts.failed, "warn": counts.warned, "pass": counts.passed,
        "not_evaluable": counts.not_evaluable, "unreadable": counts.unreadable,
    }  # fmt: skip
    name = display_text(profile.name) if profile else messages.text("report.no_profile")
    rows: list[tuple[str, Cell]] = [
        (messages.text("report.profile"), name),
        (messages.text("report.file"), display_path(profile.path or "") if profile else None),
        (messages.text("report.sha256"), profile.sha256 if profile else None),
        (messages.text("report.creatives"), counts.creatives),
        *((messages.name("verdict", key), number) for key, number in verdicts.items()),
        (messages.text("report.score"), counts.score),
        (messages.text("report.made_by", version=report.version), report.stamp),
    ]
    if full:
        rows.append((messages.text("sheet_note.full", limit=MOST_ROWS), None))
    sheet.title(messages.text("report.title", name=name))
    for row in rows:
        sheet.add(row)
    sheet.widths((34, 70))


class _Book:
    """A workbook that is written as it grows, the same bytes for the same rows."""

    def __init__(self, out: Marked, messages: Messages, folder: str) -> None:
        import datetime as dt

        from xlsxwriter import Workbook

        self.messages = messages
        self._out = out
        self._sheets: list[_Sheet] = []
        self._book = Workbook(out, {
            "constant_memory": True, "tmpdir": folder, "strings_to_formulas": False,
            "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False,
        })  # fmt: skip
        self._book.set_properties({
            "title": messages.text("report.kind"), "author": "BrandGuard", "comments": MARK,
            "created": dt.datetime(2000, 1, 1),  # noqa: DTZ001  a workbook's date has no zone
        })  # fmt: skip
        self.head = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.link = self._book.add_format({"font_color": "#1F4E9E", "underline": 1})
        self._formats = {
            code: self._book.add_format({"num_format": code, "valign": "top"})
            for code in sorted(set(_FORMATS.values()))
        }
        self.plain = self._book.add_format({"valign": "top", "text_wrap": True})

    def sheet(self, name: str, columns: Sequence[str]) -> _Sheet:
        """Add a sheet with its head."""
        sheet = _Sheet(self, self._book.add_worksheet(self.messages.name("sheet", name)), columns)
        self._sheets.append(sheet)
        return sheet

    def format_of(self, column: str) -> Any:  # noqa: ANN401  a format of the library
        """Give how the figures of a column are shown."""
        return self._formats[_FORMATS[column]] if column in _FORMATS else self.plain

    def close(self) -> None:
        """Write the file."""
        for sheet in self._sheets:
            sheet.finish()
        self._book.close()
        self._out.close()


class _Sheet:
    """One sheet, filled from top to bottom."""

    def __init__(self, book: _Book, sheet: Any, columns: Sequence[str]) -> None:  # noqa: ANN401  of the library
        self._book, self._sheet, self._columns = book, sheet, columns
        self._row = self._links = 0
        self.full = False
        if columns:
            for i, column in enumerate(columns):
                sheet.write_string(0, i, book.messages.name("column", column), book.head)
            self.widths([_WIDTHS.get(column, _WIDTH) for column in columns])
            sheet.freeze_panes(1, 1)
            self._row = 1

    def finish(self) -> None:
        """Let the rows be filtered, once it is known how many there are."""
        if self._columns:
            self._sheet.autofilter(0, 0, self._row - 1, len(self._columns) - 1)

    def widths(self, widths: Sequence[int]) -> None:
        """Set the columns' widths, in characters."""
        for i, width in enumerate(widths):
            self._sheet.set_column(i, i, width)

    def title(self, text: str) -> None:
        """Write a line in bold, and leave one free."""
        self._sheet.write_string(self._row, 0, _cut(text), self._book.head)
        self._row += 2

    def add(self, cells: Sequence[Cell], *, link: str | None = None) -> None:
        """Write a row; the first cell links to `link`. Once the sheet is full nothing is added."""
        if self._row >= MOST_ROWS:
            self.full = True
            return
        for i, value in enumerate(cells):
            if isinstance(value, str):
                self._words(i, value, link if i == 0 else None)
            elif value is not None and math.isfinite(value):
                kind = self._columns[i] if self._columns else "score" * isinstance(value, float)
                self._sheet.write_number(self._row, i, value, self._book.format_of(kind))
        self._row += 1

    def _words(self, column: int, text: str, link: str | None) -> None:
        text = _cut(text)
        if link and self._links < MOST_LINKS and len(link) <= MOST_ADDRESS:
            self._links += 1
            self._sheet.write_url(self._row, column, _address(link, text), self._book.link)
        else:
            self._sheet.write_string(self._row, column, text, self._book.plain)


def _address(link: str, text: str) -> Any:  # noqa: ANN401  of the library
    """Make a link that stays as it is: the library would turn it into a Windows path."""
    address = _address_class()(link)
    address.text = text
    return address


@cache
def _address_class() -> Any:  # noqa: ANN401  as above
    from xlsxwriter.url import Url, UrlTypes

    class Address(Url):  # type: ignore[misc]  # the library has no types
        def _parse_url(self) -> None:
            self._link_type = UrlTypes.EXTERNAL

        def _escape_strings(self) -> None:
            """Leave it: it is percent-encoded already."""

    return Address


def _cut(text: str) -> str:
    text = display_text(text)
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}…"
