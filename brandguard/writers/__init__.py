"""Report → bytes: one module a format, all of them in the registers below.

Reports stream: a writer walks `Report.creatives` and holds one creative at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TextIO

from brandguard.messages import Messages
from brandguard.model.report import CreativeReport, Report
from brandguard.writers import (
    annotated,
    concise,
    csv_table,
    github,
    html_report,
    json_lines,
    json_report,
    junit,
    pdf,
    sarif,
    text,
    xlsx,
)
from brandguard.writers.annotated import Redraw
from brandguard.writers.atomic import replacing


class WriteInColour(Protocol):
    """Writes a whole report as text with terminal colours."""

    def __call__(  # noqa: D102  said above
        self, report: Report, out: TextIO, messages: Messages, /, *, color: bool = False
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Writer:
    """One format of a report."""

    name: str
    suffix: str
    binary: bool
    write: Callable[[Report, Any, Messages], None]
    """Writes a whole report into an open file: text, or bytes where the writer is binary."""
    in_colour: WriteInColour | None = None
    """The same with colours, for a terminal; None where the format has none."""
    each: Callable[[CreativeReport, TextIO, Messages], None] | None = None
    """Writes one creative as it comes; None where a format needs the whole run."""
    end: Callable[[Report, TextIO, Messages], None] | None = None
    """Writes what follows the last creative."""
    ready: Callable[[], None] | None = None
    """Raises UsageError where what the format needs is not here; None where it needs nothing."""
    for_screens: bool = True
    """Whether its bytes can be shown in a terminal."""


WRITERS: tuple[Writer, ...] = (
    Writer("text", ".txt", binary=False, write=text.write, in_colour=text.write),
    Writer(
        "concise", ".txt", binary=False, write=concise.write, in_colour=concise.write,
        each=concise.write_creative, end=concise.write_end,
    ),
    Writer("json", ".json", binary=False, write=json_report.write),
    Writer(
        "jsonl", ".jsonl", binary=False, write=json_lines.write,
        each=json_lines.write_creative, end=json_lines.write_end,
    ),
    Writer("html", ".html", binary=False, write=html_report.write),
    Writer(
        "pdf", ".pdf", binary=True, write=pdf.write, ready=pdf.ready, for_screens=False,
    ),
    Writer("csv", ".csv", binary=True, write=csv_table.write),
    Writer("xlsx", ".xlsx", binary=True, write=xlsx.write, for_screens=False),
    Writer("sarif", ".sarif", binary=False, write=sarif.write),
    Writer("junit", ".xml", binary=False, write=junit.write),
    Writer(
        "github", ".txt", binary=False, write=github.write,
        each=github.write_creative, end=github.write_end,
    ),
)  # fmt: skip

BY_NAME = {writer.name: writer for writer in WRITERS}


@dataclass(frozen=True, slots=True)
class FolderWriter:
    """A report of many files."""

    name: str
    write: Callable[[Report, Path, Messages, Redraw | None], None]
    """Writes into a folder, which it makes; the last draws a page of a creative anew."""


FOLDER_WRITERS: tuple[FolderWriter, ...] = (FolderWriter("annotated", annotated.write),)

FOLDERS_BY_NAME = {writer.name: writer for writer in FOLDER_WRITERS}


def write_file(report: Report, path: Path | str, writer: Writer, messages: Messages) -> None:
    """Write a report to a file, whole or not at all; raises OutputError."""
    with replacing(path, binary=writer.binary) as out:
        writer.write(report, out, messages)
