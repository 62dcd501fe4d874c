"""PDF, and Illustrator files that are PDF inside, through PDFium.

Forms, scripts and attachments are never touched: only pages are drawn and read.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.creative import Creative, Note, Page
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes
from brandguard.readers.pdf_fills import fills_of_page
from brandguard.readers.pdf_geometry import trim
from brandguard.readers.pdf_placed import placed_on_page
from brandguard.readers.pdf_print import for_print, links_of_page, opened, output_intent
from brandguard.readers.pdf_spots import with_exact_spots
from brandguard.readers.pdf_text import text_of_page
from brandguard.readers.refusal import damaged, from_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.readers.limits import Limits

_MM_PER_POINT = 25.4 / 72
_MOST_POINTS = 1_000_000.0
_NO_PDF_INSIDE = "saved without PDF Content"
"""What Illustrator writes on the only page of a file that holds no PDF."""


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Open a PDF; each page is drawn and read when it is reached.

    Raises UnreadableCreativeError with SYS007 (locked), SYS003 (damaged, or without a page), SYS004
    (an Illustrator file without PDF).
    """
    document = _open(data, format_)
    count = len(document)
    if count == 0:
        raise damaged(format_, "no_pages")
    inks = opened(data)
    exact = with_exact_spots(inks, data)
    if exact is not data:
        document.close()
        document = _open(exact, format_)
    notes: tuple[Note, ...] = ()
    if count > limits.max_pages:
        notes = (
            Note(
                codes.PAGES_LEFT_OUT,
                {"what": "pages", "pages": count, "read": limits.max_pages},
            ),
        )
    return Creative(
        format=format_,
        pages=_pages(document, inks, limits),
        page_count=count,
        output_intent=output_intent(inks),
        notes=notes,
    )


def _open(data: bytes, format_: str) -> Any:  # noqa: ANN401  pypdfium2 has no types
    import pypdfium2
    from pypdfium2 import raw

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise UnreadableCreativeError(Note(codes.LOCKED, {"format": format_})) from error
        truncated = b"%%EOF" not in data[-2048:]
        raise damaged(format_, "truncated" if truncated else "damaged", str(error)) from error


def _pages(document: Any, inks: Any, limits: Limits) -> Iterator[Page]:  # noqa: ANN401  as above
    try:
        for index in range(min(len(document), limits.max_pages)):
            page = _page(document, inks, index, limits)
            if index == 0 and len(document) == 1 and _NO_PDF_INSIDE in page.text:
                facts = {"format": "Adobe Illustrator", "suffix": ".ai", "cure": "save_compatible"}
                raise UnreadableCreativeError(Note(codes.UNSUPPORTED, {**facts}))
            yield page
    finally:
        document.close()
        if inks is not None:
            inks.close()


def _page(document: Any, inks: Any, index: int, limits: Limits) -> Page:  # noqa: ANN401  as above
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise from_library("pdf", error, index + 1) from error
    try:
        bleed = trim(page)
        width, height = page.get_size()
        pixels = _render(page, width, height, limits)
        text, runs = text_of_page(page)
        placed = placed_on_page(page)
        fills, production = for_print(inks, page, index, runs, fills_of_page(page, runs))
        links = links_of_page(inks, page, index)
    finally:
        page.close()
    return Page(
        number=index + 1,
        width_px=pixels.shape[1],
        height_px=pixels.shape[0],
        pixels=pixels,
        width_mm=width * _MM_PER_POINT,
        height_mm=height * _MM_PER_POINT,
        text=text,
        runs=runs,
        fills=fills,
        placed=placed,
        vector=bool(fills),
        production=replace(production, bleed_mm=bleed),
        links=links,
    )


def _render(page: Any, width: float, height: float, limits: Limits) -> Any:  # noqa: ANN401  as above
    """Draw a page on white, its long side `long_side` pixels, in no case over `render_pixels`."""
    if not (0 < width <= _MOST_POINTS and 0 < height <= _MOST_POINTS):
        raise damaged("pdf", "damaged", f"page of {width} × {height} points")
    scale = limits.long_side / max(width, height)
    scale = min(scale, math.sqrt(limits.render_pixels / (width * height)))
    drawn = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False).to_numpy()
    if drawn.ndim == 2:  # noqa: PLR2004  a grey page
        drawn = np.repeat(drawn[..., None], 3, axis=2)
    return np.ascontiguousarray(drawn[..., :3])
