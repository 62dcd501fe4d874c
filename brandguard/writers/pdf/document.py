"""The parts of the PDF report in their order, and the way from Qt's file to the one handed over."""

from __future__ import annotations

import shutil
from contextlib import closing as closed
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from brandguard.writers.pdf import campaign, closing, creative, summary, trend
from brandguard.writers.pdf.book import Book
from brandguard.writers.pdf.finish import finish
from brandguard.writers.pdf.gather import gather

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import Report

CHUNK = 1 << 16
MOST_TITLE = 200


def write(report: Report, out: BinaryIO, messages: Messages) -> None:
    """Write the report into a file of bytes, which need not be able to seek."""
    name = summary.brand_name(report, messages)
    title = messages.text("report.title", name=name)[:MOST_TITLE]
    with TemporaryDirectory(prefix="brandguard-pdf-") as folder:
        raw, done = Path(folder, "raw.pdf"), Path(folder, "report.pdf")
        with (
            closed(gather(report, messages)) as made,
            Book(raw, messages, title, _foot(report, messages)) as book,
        ):
            summary.page(book, report, made)
            campaign.section(book, report, made)
            trend.section(book, report)
            creative.section(book, made)
            closing.lists(book, made)
            closing.coverage(book, made)
            closing.accepted(book, made)
            closing.how(book)
        finish(raw, done, book, title, report.version)
        with done.open("rb") as file:
            shutil.copyfileobj(file, out, CHUNK)


def _foot(report: Report, messages: Messages) -> str:
    """Say what made the report: the program and the profile's hash."""
    parts = [messages.text("report.made_by", version=report.version)]
    if report.profile is not None and report.profile.sha256:
        parts.append(f"{messages.text('report.profile')} {report.profile.sha256[:16]}")
    if report.stamp:
        parts.append(messages.text("report.made_on", stamp=report.stamp))
    return " · ".join(parts)
