"""Reports to where they were asked for: standard output, or files that are replaced at once."""

from __future__ import annotations

import difflib
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.cli.terminal import wants_color
from brandguard.messages import Messages
from brandguard.model.errors import UsageError
from brandguard.workers.fresh import fresh_pictures
from brandguard.writers import (
    BY_NAME,
    FOLDERS_BY_NAME,
    WRITERS,
    FolderWriter,
    Writer,
    write_file,
)
from brandguard.writers.atomic import could_be_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.report import CreativeReport, Report

FormatName = StrEnum("FormatName", {w.name: w.name for w in WRITERS})  # type: ignore[misc]  # the register names them


Wanted = tuple[Writer | FolderWriter, Path]


def parse_reports(values: Sequence[str]) -> list[Wanted]:
    """Read the FORMAT=FILE of --report; raises UsageError with the nearest right name."""
    known: dict[str, Writer | FolderWriter] = {**BY_NAME, **FOLDERS_BY_NAME}
    reports = []
    for value in values:
        name, equals, file = value.partition("=")
        if not equals or not file:
            raise UsageError(f"--report {value}: write FORMAT=FILE, like html=report.html")
        if name not in known:
            close = difflib.get_close_matches(name, list(known), n=1)
            hint = f"; did you mean {close[0]}?" if close else f": use {', '.join(known)}"
            raise UsageError(f"--report {value}: there is no format {name}{hint}")
        writer = known[name]
        if isinstance(writer, Writer) and writer.ready is not None:
            writer.ready()
        if isinstance(writer, Writer):
            could_be_written(file)
        reports.append((writer, Path(file)))
    return reports


class Stream:
    """Standard output as creatives come, for the formats that are lines; else nothing yet."""

    def __init__(self, format_: str, output: Path | None, lang: str) -> None:
        self._writer = BY_NAME[format_]
        self._messages = Messages.load(lang)
        self.flows = output is None and self._writer.each is not None
        if self._writer.ready is not None:
            self._writer.ready()
        if output is not None:
            could_be_written(output)
        if output is None and not self._writer.for_screens and sys.stdout.isatty():
            example = f"--output report{self._writer.suffix}"
            raise UsageError(f"--format {format_}: a terminal cannot show it; write {example}")

    def creative(self, creative: CreativeReport) -> None:
        """Write one creative, if the format flows."""
        if self.flows and self._writer.each is not None:
            self._writer.each(creative, sys.stdout, self._messages)
            sys.stdout.flush()

    def end(self, report: Report) -> None:
        """Write what follows the last creative."""
        if self._writer.end is not None:
            self._writer.end(report, sys.stdout, self._messages)


def deliver(
    report: Report,
    format_: str,
    output: Path | None,
    further: Sequence[Wanted],
    lang: str,
    *,
    color: str,
    stream: Stream,
) -> None:
    """Write every report that was asked for; raises OutputError where one cannot be written."""
    messages = Messages.load(lang)
    for wanted, file in further:
        if isinstance(wanted, FolderWriter):
            with fresh_pictures() as redraw:
                wanted.write(report, file, messages, redraw)
        else:
            write_file(report, file, wanted, messages)
    writer = BY_NAME[str(format_)]
    if output is not None:
        write_file(report, output, writer, messages)
    elif stream.flows:
        stream.end(report)
    elif writer.binary:
        writer.write(report, sys.stdout.buffer, messages)
    elif writer.in_colour and wants_color(color, sys.stdout):
        writer.in_colour(report, sys.stdout, messages, color=True)
    else:
        writer.write(report, sys.stdout, messages)
