"""SVG: cleaned of everything that reaches outside, then drawn by resvg and read for its words.

resvg opens any local file that a drawing names, takes gigabytes for one that says it is large, and
aborts the process on some: so depth, number of elements, size and references are settled first, on
a tree of our own, and only that tree is drawn.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.creative import Creative, Note, Page
from brandguard.readers import codes
from brandguard.readers.refusal import damaged, too_large
from brandguard.readers.sniff import GZIP_MAGIC
from brandguard.readers.svg_clean import clean
from brandguard.readers.svg_facts import facts_of
from brandguard.readers.svg_placed import placed_in
from brandguard.readers.svg_tree import canvas_of, parse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from numpy.typing import NDArray

    from brandguard.readers.limits import Limits
    from brandguard.readers.svg_tree import Canvas

_LONGEST_REFERENCE = 200
_DPI = 96


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read an SVG or a compressed SVG as one page.

    Raises UnreadableCreativeError with SYS005 for bombs, SYS003 for broken XML.
    """
    if data.startswith(GZIP_MAGIC):
        data = _inflate(data, limits)
    root = parse(data, limits)
    canvas = canvas_of(root)
    sheet, removed = clean(root, limits)
    text, runs, fills = facts_of(root, sheet, canvas)
    placed = placed_in(root, canvas)
    pixels, opacity = _draw(root, canvas, limits)
    page = Page(
        number=1,
        width_px=pixels.shape[1],
        height_px=pixels.shape[0],
        pixels=pixels,
        opacity=opacity,
        width_mm=canvas.width_mm,
        height_mm=canvas.height_mm,
        text=text,
        runs=runs,
        fills=fills,
        placed=placed,
        vector=True,
    )
    notes: tuple[Note, ...] = ()
    if removed:
        first = removed[0][:_LONGEST_REFERENCE]
        notes = (Note(codes.OUTSIDE_REMOVED, {"count": len(removed), "first": first}),)
    return Creative(
        format=format_, pages=iter((page,)), page_count=1, colour_space="sRGB", notes=notes
    )


def _inflate(data: bytes, limits: Limits) -> bytes:
    """Unpack a gzip stream, never further than the limit."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(data, limits.max_inflated)
    except zlib.error as error:
        raise damaged("svg", "damaged", str(error)) from error
    if unpacker.unconsumed_tail:
        raise too_large("inflated", len(plain) + 1, limits.max_inflated)
    if not unpacker.eof:
        raise damaged("svg", "truncated")
    return plain


def _draw(
    root: Element, canvas: Canvas, limits: Limits
) -> tuple[NDArray[np.uint8], NDArray[np.uint8] | None]:
    """Draw the cleaned tree, long side `long_side` pixels; give it on white, and its opacity."""
    from xml.etree import ElementTree as ET

    import resvg_py
    from PIL import Image as Pillow

    scale = limits.long_side / max(canvas.width, canvas.height)
    width = max(1, round(canvas.width * scale))
    height = max(1, round(canvas.height * scale))
    root.set("viewBox", " ".join(f"{value:.10g}" for value in canvas.view_box))
    root.set("width", str(width))
    root.set("height", str(height))
    source = ET.tostring(root, encoding="unicode")
    drawn: Any = Pillow.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=source, dpi=_DPI)))
    colours = np.array(drawn.convert("RGBA"))
    opacity = np.ascontiguousarray(colours[..., 3])
    if (opacity == 255).all():  # noqa: PLR2004  opaque
        return np.ascontiguousarray(colours[..., :3]), None
    paper = Pillow.new("RGB", drawn.size, "white")
    paper.paste(drawn.convert("RGB"), mask=drawn.convert("RGBA").getchannel("A"))
    return np.array(paper), opacity
