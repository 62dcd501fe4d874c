"""Word, PowerPoint and OpenDocument files: drawn where LibreOffice is, else read alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brandguard.readers import codes, docx, libreoffice, odf, pdf, pptx
from brandguard.readers.same_words import SameWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brandguard.model.creative import Creative, Link, Page, TextRun
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
    told = tuple(own.pages)
    notes = tuple(note for note in own.notes if note.code != codes.NOT_RENDERED)
    return replace(
        picture,
        format=format_,
        pages=_as_told(picture.pages, told),
        colour_space=None,
        output_intent=None,
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


def _as_told(pages: Iterable[Page], told: Sequence[Page]) -> Iterator[Page]:
    """Give drawn pages the fonts that the document names, for LibreOffice may lack them.

    What it says of print (inks, bleed, embedded fonts) is its own doing, and left out.
    """
    same = SameWords(*_joined(told))
    known = tuple(
        filter(None, (_plain(run.font) for page in told for run in page.runs if run.font))
    )
    for page in pages:
        runs: list[TextRun] = []
        for whole in page.runs:
            for run, own in same.parted(page.text, whole, anywhere=True):
                font = run.font if run.font and _plain(run.font).startswith(known) else None
                weight, italic = (run.weight, run.italic) if font else (None, None)
                if own is not None and own.font:
                    font, weight, italic = own.font, own.weight, own.italic
                runs.append(replace(run, font=font, weight=weight, italic=italic, embedded=None))
        yield replace(page, runs=tuple(runs), links=_links(page, told), production=None)


def _links(page: Page, told: Sequence[Page]) -> tuple[Link, ...]:
    """Add the links that the drawing lost: a slide's, or a running text's to its first page."""
    drawn = {link.url for link in page.links}
    own = (link for each in told if each.number == page.number for link in each.links)
    return (*page.links, *(link for link in own if link.url not in drawn))


def _joined(pages: Sequence[Page]) -> tuple[str, tuple[TextRun, ...]]:
    """Put the texts of pages together."""
    texts: list[str] = []
    runs: list[TextRun] = []
    length = 0
    for page in pages:
        runs += [
            replace(run, span=(run.span[0] + length, run.span[1] + length)) for run in page.runs
        ]
        texts.append(page.text)
        length += len(page.text) + 1
    return "\n".join(texts), tuple(runs)


def _plain(font: str) -> str:
    """Give a font's name without subset prefix, spaces and signs: «ABCDEF+Open Sans» → opensans."""
    return "".join(c for c in font.rpartition("+")[2].lower() if c.isalnum())
