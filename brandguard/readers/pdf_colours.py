"""The inks of a PDF page: builds in CMYK and spot colours, as its drawing names them.

PDFium gives every colour as RGB; what the printer is given stands only in the content stream. The
walk is bounded by bytes, operators and depth.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from brandguard.readers.ink_spaces import (
    BLACK,
    CMYK,
    GREY,
    OTHER,
    UNKNOWN,
    Ink,
    Space,
    ink_of,
    space_of,
)
from brandguard.readers.ink_uses import InkUses, common
from brandguard.readers.matrix import IDENTITY, Matrix, multiply
from brandguard.readers.pdf_streams import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.model.creative import Box, VectorFill

Operands = Any
"""pikepdf's list of an operator's operands; pikepdf has no public type for it."""

MOST_BYTES = 3_000_000
"""Of a page's drawing with all that is placed on it, unpacked. More is a map or a mesh."""
MOST_OPERATORS = 200_000
MOST_DEPTH = 8
MOST_FORMS = 500
MOST_STATES = 256
_INKS = re.compile(rb"[\s\]](?:k|K|scn|SCN|sc|SC|g|G)[\s]")


@dataclass(frozen=True, slots=True)
class _State:
    """What q and Q keep."""

    matrix: Matrix = IDENTITY
    fill: Ink = BLACK
    stroke: Ink = BLACK
    fill_space: Space = GREY
    stroke_space: Space = GREY
    size: float = 0.0
    mode: int = 0
    clip: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    """Around what is seen, as fractions of the page."""


@dataclass(slots=True)
class _Walk:
    """One walk through a page's drawing."""

    pdf: Any
    uses: InkUses
    state: _State = _State()
    kept: list[_State] = field(default_factory=list)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    leading: float = 0.0
    points: list[tuple[float, float]] = field(default_factory=list)
    clips: bool = False
    """Whether the path at hand is to be the clip of what follows."""
    resources: Any = None
    bytes_left: int = MOST_BYTES
    operators_left: int = MOST_OPERATORS
    forms_left: int = MOST_FORMS
    depth: int = 0


def inks_of_page(pdf: Any, index: int, uses: InkUses) -> tuple[VectorFill, ...]:  # noqa: ANN401  pikepdf's document
    """Give the builds of a page (from 0), most area first, each with its largest places.

    `uses` is empty and knows the page's geometry. What is damaged ends the walk: what was found
    until then counts.
    """
    import pikepdf

    try:
        page = pdf.pages[index]
        walk = _Walk(pdf, uses, resources=page.resources)
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        pieces = [_unpacked(part, walk) or b"" for part in parts[:MOST_FORMS]]
        _draw(b"\n".join(pieces), walk)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001, S110  a page that PDFium could draw and qpdf cannot read: its inks are not known, and that must not cost the page
        pass
    return uses.fills()


def _unpacked(stream: Any, walk: _Walk) -> bytes | None:  # noqa: ANN401  as above
    """Unpack a stream as far as there is something left to read."""
    data = unpacked(stream, walk.bytes_left)
    walk.bytes_left -= len(data or b"")
    return data


def _draw(data: bytes, walk: _Walk) -> None:
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


def _numbers(operands: Operands) -> list[float]:
    return [float(value) for value in operands]


# --- graphics state ----------------------------------------------------------------------------


def _keep(walk: _Walk, _: Operands) -> None:
    if len(walk.kept) < MOST_STATES:
        walk.kept.append(walk.state)


def _restore(walk: _Walk, _: Operands) -> None:
    if walk.kept:
        walk.state = walk.kept.pop()


def _matrix(operands: Operands) -> Matrix:
    a, b, c, d, e, f = _numbers(operands)
    return (a, b, c, d, e, f)


def _concatenate(walk: _Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, matrix=multiply(_matrix(operands), walk.state.matrix))


# --- colours -----------------------------------------------------------------------------------


def _fill_in(space: Space) -> Callable[[_Walk, Operands], None]:
    def step(walk: _Walk, operands: Operands) -> None:
        ink = ink_of(space, _numbers(operands))
        walk.state = replace(walk.state, fill=ink, fill_space=space)

    return step


def _stroke_in(space: Space) -> Callable[[_Walk, Operands], None]:
    def step(walk: _Walk, operands: Operands) -> None:
        ink = ink_of(space, _numbers(operands))
        walk.state = replace(walk.state, stroke=ink, stroke_space=space)

    return step


def _fill_space(walk: _Walk, operands: Operands) -> None:
    space = space_of(operands[0], walk.resources)
    walk.state = replace(walk.state, fill_space=space, fill=_first(space))


def _stroke_space(walk: _Walk, operands: Operands) -> None:
    space = space_of(operands[0], walk.resources)
    walk.state = replace(walk.state, stroke_space=space, stroke=_first(space))


def _first(space: Space) -> Ink:
    """Give the colour that a space begins with: black, or full ink."""
    if space.kind == "named":
        return ink_of(space, [1.0] * len(space.names))
    return BLACK if space.kind in {"grey", "cmyk"} else UNKNOWN


def _fill_colour(walk: _Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, fill=_colour(walk.state.fill_space, operands))


def _stroke_colour(walk: _Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, stroke=_colour(walk.state.stroke_space, operands))


def _colour(space: Space, operands: Operands) -> Ink:
    import pikepdf

    if any(isinstance(value, pikepdf.Name) for value in operands):  # a pattern
        return UNKNOWN
    return ink_of(space, _numbers(operands))


# --- paths -------------------------------------------------------------------------------------


def _rectangle(walk: _Walk, operands: Operands) -> None:
    x, y, width, height = _numbers(operands)
    walk.points += [(x, y), (x + width, y + height)]


def _corners(walk: _Walk, operands: Operands) -> None:
    values = _numbers(operands)
    walk.points += list(zip(values[::2], values[1::2], strict=False))


def _paint(*kinds: Literal["fill", "stroke"]) -> Callable[[_Walk, Operands], None]:
    def step(walk: _Walk, _: Operands) -> None:
        if walk.points:
            across, down = zip(*walk.points, strict=True)
            edges = (min(across), min(down), max(across), max(down))
            box = walk.uses.box(walk.state.matrix, edges)
            for kind in kinds if box is not None else ():
                assert box is not None
                ink = walk.state.fill if kind == "fill" else walk.state.stroke
                walk.uses.shape(ink, kind, box, walk.state.clip)
            if walk.clips:
                _narrow(walk, box)
        walk.points, walk.clips = [], False

    return step


def _clip(walk: _Walk, _: Operands) -> None:
    walk.clips = True


def _narrow(walk: _Walk, box: Box | None) -> None:
    left = common(walk.state.clip, box) if box is not None else None
    walk.state = replace(walk.state, clip=left or (0.0, 0.0, 0.0, 0.0))


# --- text --------------------------------------------------------------------------------------


def _begin_text(walk: _Walk, _: Operands) -> None:
    walk.text = walk.line = IDENTITY


def _font(walk: _Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, size=float(operands[1]))


def _mode(walk: _Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, mode=int(operands[0]))


def _set_leading(walk: _Walk, operands: Operands) -> None:
    walk.leading = float(operands[0])


def _set_text(walk: _Walk, operands: Operands) -> None:
    walk.text = walk.line = _matrix(operands)


def _move(walk: _Walk, operands: Operands) -> None:
    x, y = _numbers(operands)
    walk.line = walk.text = multiply((1.0, 0.0, 0.0, 1.0, x, y), walk.line)


def _move_and_lead(walk: _Walk, operands: Operands) -> None:
    walk.leading = -float(operands[1])
    _move(walk, operands)


def _next_line(walk: _Walk, _: Operands) -> None:
    _move(walk, (0.0, -walk.leading))


def _show(walk: _Walk, _: Operands) -> None:
    state = walk.state
    if state.mode in {0, 2, 4, 6}:  # filled letters; the others are outlines, invisible or clips
        matrix = multiply(walk.text, state.matrix)
        walk.uses.text(state.fill, matrix, abs(state.size) * math.hypot(matrix[2], matrix[3]))


def _show_next(walk: _Walk, operands: Operands) -> None:
    _next_line(walk, operands)
    _show(walk, operands)


# --- drawings within drawings ------------------------------------------------------------------


def _place(walk: _Walk, operands: Operands) -> None:
    import pikepdf

    drawings = walk.resources.get("/XObject") if walk.resources is not None else None
    form = drawings.get(str(operands[0])) if isinstance(drawings, pikepdf.Dictionary) else None
    if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
        return
    walk.forms_left -= 1
    if walk.depth >= MOST_DEPTH or walk.forms_left < 0:
        return
    data = _unpacked(form, walk)
    if data is None:
        return
    before = (walk.state, walk.kept, walk.resources, walk.text, walk.line, walk.points)
    own = form.get("/Matrix")
    if own is not None:
        _concatenate(walk, list(own))
    walk.kept, walk.points = [], []
    walk.resources = form.get("/Resources", walk.resources)
    walk.depth += 1
    _draw(data, walk)
    walk.depth -= 1
    walk.state, walk.kept, walk.resources, walk.text, walk.line, walk.points = before


_STEPS: dict[str, Callable[[_Walk, Operands], None]] = {
    "q": _keep, "Q": _restore, "cm": _concatenate,
    "g": _fill_in(GREY), "G": _stroke_in(GREY), "k": _fill_in(CMYK), "K": _stroke_in(CMYK),
    "rg": _fill_in(OTHER), "RG": _stroke_in(OTHER), "cs": _fill_space, "CS": _stroke_space,
    "sc": _fill_colour, "scn": _fill_colour, "SC": _stroke_colour, "SCN": _stroke_colour,
    "re": _rectangle, "m": _corners, "l": _corners, "c": _corners, "v": _corners, "y": _corners,
    "f": _paint("fill"), "F": _paint("fill"), "f*": _paint("fill"), "n": _paint(),
    "W": _clip, "W*": _clip, "S": _paint("stroke"), "s": _paint("stroke"),
    "B": _paint("fill", "stroke"), "B*": _paint("fill", "stroke"),
    "b": _paint("fill", "stroke"), "b*": _paint("fill", "stroke"),
    "BT": _begin_text, "Tf": _font, "Tr": _mode, "TL": _set_leading, "Tm": _set_text,
    "Td": _move, "TD": _move_and_lead, "T*": _next_line,
    "Tj": _show, "TJ": _show, "'": _show_next, '"': _show_next, "Do": _place,
}  # fmt: skip
_WANTED = " ".join(_STEPS)
