"""Word, PowerPoint and OpenDocument files: drawn where LibreOffice is, else read alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brandguard.readers import codes, docx, libreoffice, odf, pdf, pptx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandguard.model.creative import Creative, Page
    from brandguard.readers.limits import Limits

_READERS: Final = {"docx": docx.read, "pptx": pptx.read, "odt": odf.read, "odp": odf.read}


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read a document; every page with its picture where LibreOffice can draw it.

    One that refers to the outside is not handed on: LibreOffice might fetch what it names.
    """
    own = _READERS[format_](data, format_, limits)
    if any(note.code == codes.OUTSIDE_REMOVED for note in own.notes):
        return own
    drawn = libreoffice.to_pdf(data, f".{format_}", limits.max_bytes)
    if drawn is None:
        return own if libreoffice.executable() else _with_cure(own)
    picture = pdf.read(drawn, "pdf", limits)
    fonts = {run.font for page in own.pages for run in page.runs if run.font}
    notes = tuple(note for note in own.notes if note.code != codes.NOT_RENDERED)
    return replace(
        picture,
        format=format_,
        pages=_with_known_fonts(picture.pages, fonts),
        colour_space=None,
        notes=(*notes, *picture.notes),
    )


def _with_cure(own: Creative) -> Creative:
    notes = (
        replace(note, facts={**note.facts, "cure": "install_libreoffice"})
        if note.code == codes.NOT_RENDERED
        else note
        for note in own.notes
    )
    return replace(own, notes=tuple(notes))


def _with_known_fonts(pages: Iterable[Page], fonts: Iterable[str]) -> Iterator[Page]:
    """Drop fonts that the document does not name: LibreOffice puts others for what it lacks."""
    known = tuple(filter(None, map(_plain, fonts)))
    for page in pages:
        runs = (
            run if run.font and _plain(run.font).startswith(known) else replace(run, font=None)
            for run in page.runs
        )
        yield replace(page, runs=tuple(runs))


def _plain(font: str) -> str:
    """Give a font's name without subset prefix, spaces and signs: «ABCDEF+Open Sans» → opensans."""
    return "".join(c for c in font.rpartition("+")[2].lower() if c.isalnum())
