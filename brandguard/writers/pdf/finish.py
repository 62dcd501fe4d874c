"""What Qt cannot write into a PDF is added at the end: bookmarks, links, language, our mark.

The dates and the identifier that Qt takes from the clock are replaced, so that the same report is
the same bytes. Pages stay on disk meanwhile.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from brandguard.writers.pdf.style import PAGE_HEIGHT

if TYPE_CHECKING:
    from pathlib import Path

    import pikepdf

    from brandguard.writers.pdf.book import Book

MARK = "brandguard report/1"
"""In the trailer, so among the last bytes of the file: a report among the creatives is known."""


def finish(raw: Path, done: Path, book: Book, title: str, version: str) -> None:
    """Write `done` from what Qt wrote into `raw`."""
    import pikepdf

    with pikepdf.open(raw) as pdf:
        _describe(pdf, title, book.words.lang, version)
        _tag_fonts(pdf)
        _bookmark(pdf, book)
        _link(pdf, book)
        pdf.trailer["/BrandGuard"] = pikepdf.String(MARK)
        pdf.save(
            done,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,  # a trailer that can be read
        )


def _describe(pdf: pikepdf.Pdf, title: str, lang: str, version: str) -> None:
    import pikepdf

    pdf.trailer["/Info"] = pdf.make_indirect(pikepdf.Dictionary())
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Creator"] = f"BrandGuard {version}"
    pdf.docinfo["/Producer"] = "Qt"
    pdf.docinfo["/Keywords"] = MARK
    for key, place in (("/Metadata", pdf.Root), ("/ID", pdf.trailer)):
        if key in place:
            del place[key]  # Qt's: the one holds the time of day, the other is a random number
    pdf.Root["/Lang"] = pikepdf.String(lang)
    pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)


def _bookmark(pdf: pikepdf.Pdf, book: Book) -> None:
    """Write the bookmarks in two levels, the second folded."""
    from pikepdf import OutlineItem

    with pdf.open_outline() as outline:
        for level, title, page, top in book.bookmarks:
            item = OutlineItem(title, page, "XYZ", top=PAGE_HEIGHT - top + 8)
            if level and outline.root:
                outline.root[-1].is_closed = True
                outline.root[-1].children.append(item)
            else:
                outline.root.append(item)
    if book.bookmarks:
        pdf.Root["/PageMode"] = _name("/UseOutlines")


def _tag_fonts(pdf: pikepdf.Pdf) -> None:
    """Name each font's subset after its own bytes; Qt names it by what else the process did."""
    import pikepdf

    done: set[tuple[int, int]] = set()
    for page in pdf.pages:
        fonts = page.obj["/Resources"].get("/Font", pikepdf.Dictionary())
        for _, font in fonts.items():  # noqa: PERF102  a PDF's own kind of table has no values()
            if font.objgen in done or "/DescendantFonts" not in font:
                continue
            done.add(font.objgen)
            below = font["/DescendantFonts"][0]
            described = below["/FontDescriptor"]
            digest = hashlib.sha256(described["/FontFile2"].read_bytes()).digest()
            tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
            name = str(described["/FontName"]).rpartition("+")[2].lstrip("/")
            for place, key in (
                (font, "/BaseFont"), (below, "/BaseFont"), (described, "/FontName"),
            ):  # fmt: skip
                place[key] = pikepdf.Name(f"/{tag}+{name}")


def _name(text: str) -> pikepdf.Name:
    import pikepdf

    return pikepdf.Name(text)


def _link(pdf: pikepdf.Pdf, book: Book) -> None:
    import pikepdf

    by_page: dict[int, list[pikepdf.Dictionary]] = {}
    for page, (left, top, width, height), target in book.links:
        if target not in book.anchors:
            continue
        to_page, to_top = book.anchors[target]
        goal = pikepdf.Array(
            [pdf.pages[to_page].obj, _name("/XYZ"), 0, PAGE_HEIGHT - to_top + 8, 0]
        )
        bottom = PAGE_HEIGHT - top - height
        by_page.setdefault(page, []).append(
            pikepdf.Dictionary(
                Type=_name("/Annot"),
                Subtype=_name("/Link"),
                Rect=[left, bottom, left + width, bottom + height],
                Border=[0, 0, 0],
                Dest=goal,
            )
        )
    for page, links in by_page.items():
        pdf.pages[page].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(one) for one in links])
