"""Where the inks of a page are used, bounded however much is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from brandguard.model.colour import hex_of_rgb
from brandguard.model.creative import Box, VectorFill
from brandguard.readers.matrix import Matrix, box_within, multiply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandguard.model.creative import PlacedPicture, TextRun
    from brandguard.readers.ink_spaces import Ink, Inks

Kind = Literal["fill", "text", "stroke"]
Group = Literal["inks", "rgb", "lost"]
Key = tuple[Group, "Inks | None", str | None, Kind]
"""Of a use: what it is named for, its build, its spot ink or its RGB as #RRGGBB, and how."""

MOST_BUILDS = 128
MOST_BOXES = 4
_WHITE = "#FFFFFF"
STRIPS = 200
"""Horizontal strips of the page in which texts are looked up."""
NEAR = 0.01
"""How far, in parts of the page, letters may begin outside of the box that PDFium gives them."""


@dataclass(slots=True)
class _Use:
    """How one build is used."""

    boxes: list[tuple[float, Box]] = field(default_factory=list)
    area: float = 0.0
    size_pt: float | None = None
    codes: dict[str, int] = field(default_factory=dict)


class InkUses:
    """Gathers each build with its largest places.

    PDFium's list of the same page lends the RGB: where a shape or text of its coincides, that is
    how the build is shown.
    """

    def __init__(
        self, to_page: Matrix, named: Iterable[VectorFill], runs: Sequence[TextRun]
    ) -> None:
        self._to_page = to_page
        self._shown = {
            (fill.kind, _rounded(fill.box)): fill.hex for fill in named if fill.kind != "text"
        }
        self._strips: dict[int, list[TextRun]] = {}
        for run in runs:
            if run.box is not None and run.colour is not None:
                for strip in range(int(run.box[1] * STRIPS) - 1, int(run.box[3] * STRIPS) + 2):
                    self._strips.setdefault(strip, []).append(run)
        self._uses: dict[Key, _Use] = {}
        self.pictures: list[PlacedPicture] = []

    def box(self, matrix: Matrix, edges: Box) -> Box | None:
        """Give the place of edges (left, bottom, right, top), None outside of the page."""
        return box_within(multiply(matrix, self._to_page), edges)

    def shape(
        self, ink: Ink, kind: Literal["fill", "stroke"], box: Box, clip: Box, *, lost: bool = False
    ) -> None:
        """Note a shape in a box, of which `clip` is seen at most."""
        seen = common(box, clip)
        use = self._of(ink, kind, lost=lost) if seen is not None else None
        if seen is not None and use is not None:
            _add(use, seen, self._shown.get((kind, _rounded(box))))

    def text(self, ink: Ink, matrix: Matrix, size_pt: float, *, lost: bool = False) -> None:
        """Note text that begins at the matrix's origin; text that PDFium does not see is left."""
        *_, x, y = multiply(matrix, self._to_page)
        if not 0 <= y <= 1:
            return
        run = next((r for r in self._strips.get(int(y * STRIPS), ()) if _holds(r.box, x, y)), None)
        use = self._of(ink, "text", lost=lost) if run is not None else None
        if run is None or use is None or run.box is None:
            return
        _add(use, run.box, run.colour)
        size = round(run.size_pt or size_pt, 2)
        use.size_pt = size if use.size_pt is None else min(use.size_pt, size)

    def _of(self, ink: Ink, kind: Kind, *, lost: bool) -> _Use | None:
        """Give the place to note a use; None for what is no ink, for paper, and for too many."""
        key = _key(ink, kind, lost=lost)
        if key is None or (key not in self._uses and len(self._uses) >= MOST_BUILDS):
            return None
        return self._uses.setdefault(key, _Use())

    def fills(self, group: Group = "inks") -> tuple[VectorFill, ...]:
        """Give the builds, most area first, each with its largest places; or what else was noted.

        Of the group «rgb» these are the colours named in RGB, of «lost» what overprints as white.
        """
        found = []
        for (named_for, cmyk, name, kind), use in self._uses.items():
            if named_for != group:
                continue
            code, spot = _shown(use, cmyk, name, group)
            if code is not None:
                found += [
                    VectorFill(code, box, kind, cmyk, spot, min(use.area, 1.0), use.size_pt)
                    for _, box in use.boxes
                ]
        return tuple(
            sorted(found, key=lambda f: (-(f.area or 0.0), f.hex, f.kind, str(f.cmyk), f.box))
        )


def _key(ink: Ink, kind: Kind, *, lost: bool) -> Key | None:
    if lost:
        return ("lost", None, None, kind)
    if ink.rgb is not None:
        code = hex_of_rgb([255 * value for value in ink.rgb])
        return None if code == _WHITE else ("rgb", None, code, kind)
    return (
        ("inks", ink.cmyk, ink.spot, kind) if ink.spot is not None or any(ink.cmyk or ()) else None
    )


def _shown(
    use: _Use, cmyk: Inks | None, name: str | None, group: Group
) -> tuple[str | None, str | None]:
    """Give a use's colour on the screen, None where it is not known, and its spot ink."""
    if group == "lost":
        return _WHITE, None
    if group == "rgb":
        return name, None
    codes = use.codes
    return max(sorted(codes), key=codes.__getitem__) if codes else _shown_as(cmyk), name


def common(one: Box, other: Box) -> Box | None:
    """Give what two boxes have in common; None where they lie apart."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def _add(use: _Use, box: Box, code: str | None) -> None:
    area = (box[2] - box[0]) * (box[3] - box[1])
    if code is not None:
        use.codes[code] = use.codes.get(code, 0) + 1
    if any(box == other for _, other in use.boxes):
        return
    use.area += area
    use.boxes = sorted([*use.boxes, (area, box)], key=lambda b: (-b[0], b[1]))[:MOST_BOXES]


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(edge, 3) for edge in box)


def _holds(box: Box | None, x: float, y: float) -> bool:
    return box is not None and (
        box[0] - NEAR <= x <= box[2] + NEAR and box[1] - NEAR <= y <= box[3] + NEAR
    )


def _shown_as(cmyk: Inks | None) -> str | None:
    """Show a build as PDFium would; None for a spot colour, which only the file could tell."""
    if cmyk is None:
        return None
    from PIL import Image

    from brandguard.readers.inks import cmyk_by_table

    levels = np.rint(np.array(cmyk) * 255).astype(np.uint8).reshape(1, 1, 4)
    picture = cmyk_by_table(Image.fromarray(levels, mode="CMYK"))
    return hex_of_rgb(np.asarray(picture)[0, 0])
