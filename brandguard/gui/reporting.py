"""Reports of what is open: in any format to a file or folder, or as pictures of pages to print.

Called in a thread, and told from another how far it is and that it may stop. Without any Qt.
"""

from __future__ import annotations

import io
import os
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.gui.backend import Judged
    from brandguard.messages import Messages
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport, Report

PRINT_DPI = 200
"""Sharp on paper for text and lines; a page of A4 is 1654 × 2339 pixels."""
_JPEG_QUALITY = 88


class StoppedError(Exception):
    """The user thought better of it; nothing was written."""


@dataclass(slots=True)
class Way:
    """How far a report is: `done` creatives or pages of `total`, and whether it shall stop."""

    total: int = 0
    done: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Have it end at the next step."""
        self._stop.set()

    def step(self, done: int) -> None:
        """Note how far it is; raises StoppedError where the user has thought better of it."""
        self.done = done
        if self._stop.is_set():
            raise StoppedError


@dataclass(frozen=True, slots=True)
class Order:
    """What the user wants written."""

    form: str
    """A format's name in the registers of writers."""
    path: Path
    """A file; for formats of many files, a folder."""
    language: str
    accepted: bool = True
    """Whether accepted findings are in it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One format that can be had."""

    name: str
    suffix: str
    """Empty for a folder."""


def forms() -> tuple[Form, ...]:
    """Give the formats of the registers that belong in a file: not those made for terminals."""
    from brandguard.writers import FOLDER_WRITERS, WRITERS

    files = [Form(w.name, w.suffix) for w in WRITERS if w.in_colour is None]
    return (*files, *(Form(w.name, "") for w in FOLDER_WRITERS))


class _Walked:
    """The creatives of a report, counted as a writer walks them."""

    def __init__(self, reports: Sequence[CreativeReport], way: Way) -> None:
        self._reports, self._way = reports, way

    def __iter__(self) -> Iterator[CreativeReport]:
        for done, report in enumerate(self._reports):
            self._way.step(done)
            yield report
        self._way.step(len(self._reports))


def write(judged: Judged, profile: Profile, order: Order, way: Way) -> None:
    """Write a report, the old file untouched if it fails; raises OutputError and StoppedError."""
    from brandguard.messages import Messages
    from brandguard.workers.fresh import fresh_pictures
    from brandguard.writers import BY_NAME, FOLDERS_BY_NAME, write_file

    messages = Messages.load(order.language)
    report = _report(judged, profile, way, accepted=order.accepted)
    folder = FOLDERS_BY_NAME.get(order.form)
    if folder is None:
        write_file(report, order.path, BY_NAME[order.form], messages)
        return
    with fresh_pictures() as redraw:
        folder.write(report, order.path, messages, redraw)


def print_pages(judged: Judged, profile: Profile, language: str, way: Way) -> tuple[bytes, ...]:
    """Draw the PDF report's pages as JPEG, so that a print shows what the file would."""
    from brandguard.messages import Messages

    report = _report(judged, profile, way, accepted=True)
    return _drawn(_pdf(report, Messages.load(language)), way)


def _pdf(report: Report, messages: Messages) -> bytes:
    from brandguard.writers import BY_NAME

    with tempfile.TemporaryFile() as out:
        BY_NAME["pdf"].write(report, out, messages)
        out.seek(0, os.SEEK_SET)
        return out.read()


def _drawn(pdf: bytes, way: Way) -> tuple[bytes, ...]:
    import pypdfium2

    pages = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        way.total = len(document)
        for number in range(len(document)):
            way.step(number)
            picture = document[number].render(scale=PRINT_DPI / 72).to_pil()
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=_JPEG_QUALITY)
            pages.append(out.getvalue())
    finally:
        document.close()
    return tuple(pages)


def _report(judged: Judged, profile: Profile, way: Way, *, accepted: bool) -> Report:
    from dataclasses import replace

    from brandguard import __version__
    from brandguard.engine import together
    from brandguard.learning.reference import load_reference
    from brandguard.model.report import ProfileRef, Report
    from brandguard.waivers import accepted_beside

    reference = load_reference(profile)
    finished = together(judged, profile, accepted_beside(profile))
    reports = [report for report, _ in judged]
    if not accepted:
        reports = [
            replace(each, findings=tuple(f for f in each.findings if f.waived is None))
            for each in reports
        ]
    way.total = len(reports)
    return Report(
        version=__version__,
        profile=ProfileRef(profile.name, profile.path, profile.sha256),
        summary=finished.summary,
        creatives=_Walked(reports, way),
        campaigns=finished.campaigns,
        brand_palette=tuple((colour.name, colour.hex) for colour in profile.colours),
        approved=reference.thumbnails if reference else {},
    )
