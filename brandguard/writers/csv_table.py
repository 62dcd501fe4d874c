"""`--format csv`: one row a finding, for Excel, LibreOffice and Numbers.

The form is that of RFC 4180 with a UTF-8 byte order mark, without which Excel misreads accents. In
Italian and Spanish the separator is a semicolon and decimals have a comma: that is what a
spreadsheet set to Italy or Spain takes apart when the file is double-clicked.
"""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING, BinaryIO

from brandguard.writers import tables

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import Report
    from brandguard.writers.tables import Cell

SEPARATORS = {".": ",", ",": ";"}
"""What separates the cells, by the language's decimal sign."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell must not begin with: spreadsheets would compute it (OWASP, «CSV
Injection»); the last four are the wide forms of the first."""
DIGITS = 4


def write(report: Report, out: BinaryIO, messages: Messages) -> None:
    """Write the head and a row for each finding; what is on brand has none."""
    decimal = str(messages.tables["format"]["decimal"])
    rows = csv.writer(_Bytes(out), delimiter=SEPARATORS[decimal], lineterminator="\r\n")
    out.write(b"\xef\xbb\xbf")
    rows.writerow(messages.name("column", name) for name in tables.FINDING_COLUMNS)
    for row in tables.findings(report, messages):
        rows.writerow(_cell(value, decimal) for value in row)


class _Bytes:
    """Lets the csv library write text into a file of bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(text.encode("utf-8"))


def _cell(value: Cell, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        plain = f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")
        return plain.replace(".", decimal) if math.isfinite(value) else ""
    return harmless(str(value))


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute."""
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(FORMULA) else text
