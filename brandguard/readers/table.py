"""Tables of planned posts (CSV, TSV, XLSX): a page a row, of the columns that people will read.

A path or address in a cell is text: nothing that it names is opened. Formulas are not evaluated; of
a workbook the values are taken that were saved with it.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from brandguard.model.creative import Creative, Note, Page
from brandguard.readers import codes
from brandguard.readers.package import open_package
from brandguard.readers.refusal import damaged
from brandguard.readers.text import decode, shorten
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence  # noqa: TC004  hints alone

    from brandguard.readers.document import Facts
    from brandguard.readers.limits import Limits

MOST_ROWS: Final = 20_000
"""Rows of one sheet that are looked at; empty ones count, a sheet may pretend to a million."""
MOST_COLUMNS: Final = 100
MOST_SHEETS: Final = 20
_LONGEST_CELL: Final = 1_000_000
_HEADER_WITHIN: Final = 10
"""Rows in which the names of the columns are looked for: a title may stand above them."""
_LONGEST_NAME: Final = 60
_DELIMITERS: Final = (",", ";", "\t", "|")
_PLANS: Final = ("channel", "language", "date")
_MOST_NAMED: Final = 12
"""Different channels or languages of one table that are named."""
_LONGEST_PLAN: Final = 40
_MIDNIGHT: Final = re.compile(r"\s00:00(:00)?$")
"""What a workbook puts after a day."""
_NUMBER: Final = re.compile(r"[\s\d.,:/%+€$£-]*")

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class _Words:
    phrases: frozenset[str]
    copy: frozenset[str]
    other: frozenset[str]
    plans: Mapping[str, frozenset[str]]
    """Columns that say of a post its channel, language or date."""
    languages: Mapping[str, str]
    """Codes of the languages by their names."""


@cache
def _words() -> _Words:
    with asset_path("lexicons", "columns.toml").open("rb") as file:
        table = tomllib.load(file)
    return _Words(
        phrases=frozenset(table["phrases"]),
        copy=frozenset(table["copy"]),
        other=frozenset(table["other"]),
        plans={name: frozenset(table[name]) for name in _PLANS},
        languages={word: code for code, words in table["languages"].items() for word in words},
    )


class _Post(NamedTuple):
    """One row: what people will read, and what the table says of it beside."""

    copy: str
    plan: Mapping[str, str]


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read a table: a page a post, or all its words as one page, with a note, where it has none."""
    sheets, cut = _workbook(data, format_) if format_ == "xlsx" else _csv(data, format_, limits)
    posts = [post for rows in sheets for post in _posts(rows)]
    notes: tuple[Note, ...] = cut
    if not posts:
        whole = "\n".join(filter(None, (_joined(row, " ") for rows in sheets for row in rows)))
        if not whole:
            raise damaged(format_, "no_pages")
        posts = [_Post(whole, {})]
        notes = (*notes, Note(codes.PARTLY_READ, {"part": "no_posts"}))
    pages = (
        Page(number=number, width_px=0, height_px=0, text=post.copy)
        for number, post in enumerate(posts[: limits.max_pages], 1)
    )
    notes = (*notes, *_planned(posts[: limits.max_pages]))
    if len(posts) > limits.max_pages:
        facts: Facts = {"what": "rows", "pages": len(posts), "read": limits.max_pages}
        notes = (*notes, Note(codes.PAGES_LEFT_OUT, facts))
    return Creative(format_, pages, len(posts), notes=notes)


def _posts(rows: Rows) -> list[_Post]:
    """Give each post; nothing where no row names columns that hold copy."""
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        kinds = [_kind(cell) for cell in row]
        named = sum(kind is not None for kind in kinds)
        filled = sum(bool(cell) for cell in row)
        if "copy" in kinds and 2 * named >= filled:
            chosen = [i for i, kind in enumerate(kinds) if kind == "copy"]
            plans = {i: plan for i, cell in enumerate(row) if (plan := _plan(cell, kinds[i]))}
            found = (
                _Post(_joined((r[i] for i in chosen if i < len(r)), "\n"), _plan_of(r, plans))
                for r in rows[at + 1 :]
            )
            return [post for post in found if post.copy]
    return []


def _plan(name: str, kind: str | None) -> str | None:
    """Say whether a column holds the channel, the language or the date of its posts."""
    if kind != "other":
        return None
    parts = set(_plain(name))
    return next((plan for plan, words in _words().plans.items() if parts & words), None)


def _plan_of(row: Sequence[str], plans: Mapping[int, str]) -> dict[str, str]:
    """Give what a row says of its post; of two columns of one kind the first that is filled."""
    found: dict[str, str] = {}
    for i, plan in plans.items():
        if i < len(row) and (said := _MIDNIGHT.sub("", " ".join(row[i].split()))):
            found.setdefault(plan, said[:_LONGEST_PLAN])
    return found


def _planned(posts: Sequence[_Post]) -> tuple[Note, ...]:
    """Tell what the table says of its posts, where it does."""
    channels = dict.fromkeys(p.plan["channel"] for p in posts if "channel" in p.plan)
    spoken = dict.fromkeys(_language(p.plan["language"]) for p in posts if "language" in p.plan)
    dates = [p.plan["date"] for p in posts if "date" in p.plan]
    if not (channels or spoken or dates):
        return ()
    last = dates[-1] if dates and dates[-1] != dates[0] else None
    facts: Facts = {
        "posts": len(posts),
        "channels": ", ".join(list(channels)[:_MOST_NAMED]) or None,
        "languages": ", ".join(list(spoken)[:_MOST_NAMED]) or None,
        "first": dates[0] if dates else None,
        "last": last,
    }
    return (Note(codes.PLANNED, facts),)


def _language(said: str) -> str:
    """Give the code of a language («Italiano», «it-IT» → it), or what is said where none fits."""
    known = _words().languages
    return next((known[word] for word in _plain(said) if word in known), said)


def _kind(name: str) -> str | None:
    """Say what a column of this name holds: copy, other, or None where it is not known."""
    if not name or len(name) > _LONGEST_NAME:
        return None
    parts, words = _plain(name), _words()
    if " ".join(parts) in words.phrases:
        return "copy"
    if any(part in words.other for part in parts):
        return "other"
    return "copy" if any(part in words.copy for part in parts) else None


def _plain(name: str) -> list[str]:
    """Cut a name into words of small letters without accents."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))


def _joined(cells: Iterable[str], by: str) -> str:
    """Join the cells that hold words: numbers, dates and formulas alone are none."""
    return by.join(c for c in cells if c and not _NUMBER.fullmatch(c) and not c.startswith("="))


def _csv(data: bytes, format_: str, limits: Limits) -> tuple[list[Rows], tuple[Note, ...]]:
    source, notes = shorten(decode(data, format_), limits)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(source, newline=""), delimiter=_delimiter(source))
        rows, cut = _bounded(reader)
    except csv.Error as error:
        raise damaged(format_, "damaged", str(error)) from error
    finally:
        csv.field_size_limit(before)
    return [rows], (*notes, *cut)


def _delimiter(source: str) -> str:
    """Find what parts the cells: what the most of the first lines agree on."""
    lines = [line for line in source[:65536].split("\n")[:50] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    first = {mark: numbers[0] if numbers else 0 for mark, numbers in counts.items()}
    return max(
        _DELIMITERS,
        key=lambda mark: (
            first[mark] > 0, sum(n == first[mark] for n in counts[mark]), first[mark],
        ),
    )  # fmt: skip


def _workbook(data: bytes, format_: str) -> tuple[list[Rows], tuple[Note, ...]]:
    """Read the sheets that are shown. openpyxl parses them after every part was looked over."""
    import warnings

    from openpyxl import load_workbook

    open_package(data, format_).check_all_xml()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a workbook holds besides cells
        book: Any = load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        sheets: list[Rows] = []
        notes: tuple[Note, ...] = ()
        for sheet in book.worksheets[:MOST_SHEETS]:
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()  # a sheet may announce any size
            values = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            rows, cut = _bounded(values)
            sheets.append(rows)
            notes = notes or cut
        book.close()
    return sheets, notes


def _bounded(rows: Iterable[Sequence[object]]) -> tuple[Rows, tuple[Note, ...]]:
    """Take rows that hold something, up to the limit, with the note that says so."""
    found: Rows = []
    for number, row in enumerate(rows):
        if number == MOST_ROWS:
            return found, (Note(codes.TEXT_CUT, {"what": "rows", "limit": MOST_ROWS}),)
        cells = [_cell(value) for value in row[:MOST_COLUMNS]]
        if any(cells):
            found.append(cells)
    return found, ()


def _cell(value: object) -> str:
    """Give a cell's words, its lines kept."""
    if value is None or isinstance(value, bool):
        return ""
    lines = (" ".join(line.split()) for line in str(value).split("\n"))
    return "\n".join(line for line in lines if line)
