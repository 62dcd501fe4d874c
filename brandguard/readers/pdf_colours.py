"""The inks of a PDF page: builds in CMYK and spot colours, as its drawing names them.

PDFium gives every colour as RGB; what the printer is given stands only in the content stream. The
walk is bounded by bytes, operators and depth.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from brandguard.readers import pdf_letters, pdf_walk
from brandguard.readers.ink_spaces import (
    BLACK,
    CMYK,
    GREY,
    RGB,
    UNKNOWN,
    Ink,
    Space,
    ink_of,
    space_of,
)
from brandguard.readers.ink_uses import common
from brandguard.readers.pdf_pictures import place_picture
from brandguard.readers.pdf_streams import unpacked
from brandguard.readers.pdf_walk import (
    MOST_FORMS,
    Operands,
    Walk,
    concatenate,
    numbers,
    vanishes,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.model.creative import Box, VectorFill
    from brandguard.readers.ink_uses import InkUses

MOST_DEPTH = 8
_INKS = re.compile(rb"[\s\]](?:k|K|scn|SCN|sc|SC|g|G|rg|RG)[\s]")


def inks_of_page(pdf: Any, index: int, uses: InkUses) -> tuple[VectorFill, ...]:  # noqa: ANN401  pikepdf's document
    """Give the builds of a page (from 0), most area first, each with its largest places.

    `uses` is empty and knows the page's geometry. What is damaged ends the walk: what was found
    until then counts.
    """
    import pikepdf

    try:
        page = pdf.pages[index]
        walk = Walk(pdf, uses, resources=page.resources)
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        pieces = [_unpacked(part, walk) or b"" for part in parts[:MOST_FORMS]]
        _draw(b"\n".join(pieces), walk)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001, S110  a page that PDFium could draw and qpdf cannot read: its inks are not known, and that must not cost the page
        pass
    return uses.fills()


def _unpacked(stream: Any, walk: Walk) -> bytes | None:  # noqa: ANN401  as above
    """Unpack a stream as far as there is something left to read."""
    data = unpacked(stream, walk.bytes_left)
    walk.bytes_left -= len(data or b"")
    return data


def _draw(data: bytes, walk: Walk) -> None:
    """Follow a drawing's operators; nothing where it names no inks and places nothing."""
    import pikepdf

    if not _INKS.search(data) and b"Do" not in data:
        return
    stream = pikepdf.Stream(walk.pdf, data)
    for instruction in pikepdf.parse_content_stream(stream, _WANTED):
        walk.operators_left -= 1
        if walk.operators_left < 0:
            return
        step = _STEPS.get(str(instruction.operator))
        if step is not None:
            step(walk, instruction.operands)


# --- colours -----------------------------------------------------------------------------------


def _fill_in(space: Space) -> Callable[[Walk, Operands], None]:
    def step(walk: Walk, operands: Operands) -> None:
        ink = ink_of(space, numbers(operands))
        walk.state = replace(walk.state, fill=ink, fill_space=space)

    return step


def _stroke_in(space: Space) -> Callable[[Walk, Operands], None]:
    def step(walk: Walk, operands: Operands) -> None:
        ink = ink_of(space, numbers(operands))
        walk.state = replace(walk.state, stroke=ink, stroke_space=space)

    return step


def _fill_space(walk: Walk, operands: Operands) -> None:
    space = space_of(operands[0], walk.resources)
    walk.state = replace(walk.state, fill_space=space, fill=_first(space))


def _stroke_space(walk: Walk, operands: Operands) -> None:
    space = space_of(operands[0], walk.resources)
    walk.state = replace(walk.state, stroke_space=space, stroke=_first(space))


def _first(space: Space) -> Ink:
    """Give the colour that a space begins with: black, or full ink."""
    if space.kind == "named":
        return ink_of(space, [1.0] * len(space.names))
    if space.kind == "rgb":
        return ink_of(space, [0.0, 0.0, 0.0])
    return BLACK if space.kind in {"grey", "cmyk"} else UNKNOWN


def _fill_colour(walk: Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, fill=_colour(walk.state.fill_space, operands))


def _stroke_colour(walk: Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, stroke=_colour(walk.state.stroke_space, operands))


def _colour(space: Space, operands: Operands) -> Ink:
    import pikepdf

    if any(isinstance(value, pikepdf.Name) for value in operands):  # a pattern
        return UNKNOWN
    return ink_of(space, numbers(operands))


# --- paths -------------------------------------------------------------------------------------


def _rectangle(walk: Walk, operands: Operands) -> None:
    x, y, width, height = numbers(operands)
    walk.points += [(x, y), (x + width, y + height)]


def _corners(walk: Walk, operands: Operands) -> None:
    values = numbers(operands)
    walk.points += list(zip(values[::2], values[1::2], strict=False))


def _paint(*kinds: Literal["fill", "stroke"]) -> Callable[[Walk, Operands], None]:
    def step(walk: Walk, _: Operands) -> None:
        if walk.points:
            across, down = zip(*walk.points, strict=True)
            edges = (min(across), min(down), max(across), max(down))
            box = walk.uses.box(walk.state.matrix, edges)
            for kind in kinds if box is not None else ():
                assert box is not None
                _note_shape(walk, kind, box)
            if walk.clips:
                _narrow(walk, box)
        walk.points, walk.clips = [], False

    return step


def _note_shape(walk: Walk, kind: Literal["fill", "stroke"], box: Box) -> None:
    state = walk.state
    if kind == "fill":
        ink, space, over = state.fill, state.fill_space, state.fill_over
    else:
        ink, space, over = state.stroke, state.stroke_space, state.stroke_over
    lost = vanishes(state, ink, space, overprints=over)
    walk.uses.shape(ink, kind, box, state.clip, lost=lost)


def _clip(walk: Walk, _: Operands) -> None:
    walk.clips = True


def _narrow(walk: Walk, box: Box | None) -> None:
    left = common(walk.state.clip, box) if box is not None else None
    walk.state = replace(walk.state, clip=left or (0.0, 0.0, 0.0, 0.0))


# --- drawings within drawings ------------------------------------------------------------------


def _place(walk: Walk, operands: Operands) -> None:
    import pikepdf

    drawings = walk.resources.get("/XObject") if walk.resources is not None else None
    thing = drawings.get(str(operands[0])) if isinstance(drawings, pikepdf.Dictionary) else None
    if not isinstance(thing, pikepdf.Stream):
        return
    kind = thing.get("/Subtype")
    if kind == pikepdf.Name.Image:
        place_picture(walk, thing)
    elif kind == pikepdf.Name.Form:
        _place_drawing(walk, thing)


def _place_drawing(walk: Walk, form: Any) -> None:  # noqa: ANN401  as above
    walk.forms_left -= 1
    if walk.depth >= MOST_DEPTH or walk.forms_left < 0:
        return
    data = _unpacked(form, walk)
    if data is None:
        return
    before = (walk.state, walk.kept, walk.resources, walk.text, walk.line, walk.points)
    own = form.get("/Matrix")
    if own is not None:
        concatenate(walk, list(own))
    walk.kept, walk.points = [], []
    walk.resources = form.get("/Resources", walk.resources)
    walk.depth += 1
    _draw(data, walk)
    walk.depth -= 1
    walk.state, walk.kept, walk.resources, walk.text, walk.line, walk.points = before


_STEPS: dict[str, Callable[[Walk, Operands], None]] = {
    **pdf_walk.STEPS, **pdf_letters.STEPS,
    "g": _fill_in(GREY), "G": _stroke_in(GREY), "k": _fill_in(CMYK), "K": _stroke_in(CMYK),
    "rg": _fill_in(RGB), "RG": _stroke_in(RGB), "cs": _fill_space, "CS": _stroke_space,
    "sc": _fill_colour, "scn": _fill_colour, "SC": _stroke_colour, "SCN": _stroke_colour,
    "re": _rectangle, "m": _corners, "l": _corners, "c": _corners, "v": _corners, "y": _corners,
    "f": _paint("fill"), "F": _paint("fill"), "f*": _paint("fill"), "n": _paint(),
    "W": _clip, "W*": _clip, "S": _paint("stroke"), "s": _paint("stroke"),
    "B": _paint("fill", "stroke"), "B*": _paint("fill", "stroke"),
    "b": _paint("fill", "stroke"), "b*": _paint("fill", "stroke"),
    "Do": _place,
}  # fmt: skip
_WANTED = " ".join(_STEPS)
