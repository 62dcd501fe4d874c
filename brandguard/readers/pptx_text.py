"""The words of a shape on a slide, each with the font, size and colour that it inherits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from brandguard.model.creative import Box
from brandguard.readers.ooxml import A, Theme, colour_in
from brandguard.readers.textflow import Look

if TYPE_CHECKING:
    from brandguard.readers.document import Draft


_USUAL_PT: Final = 18.0
"""Size of text that nothing gives one (ECMA-376, 21.1.2.3.9)."""
_LEVELS: Final = 9
_ON: Final = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Levels:
    """What one list style says of each level of indentation."""

    properties: tuple[Element | None, ...] = field(default=(None,) * _LEVELS)

    @classmethod
    def of(cls, node: Element | None) -> Levels:
        """Read a list style; one that says nothing where there is none."""
        if node is None:
            return cls()
        names = (f"{A}lvl{level + 1}pPr/{A}defRPr" for level in range(_LEVELS))
        return cls(tuple(node.find(name) for name in names))


@dataclass(frozen=True, slots=True)
class Around:
    """What a shape's text inherits, and where it stands."""

    styles: list[Levels]
    """The farthest first."""
    colour: str | None
    """What the shape's own style gives to its text."""
    theme: Theme
    box: Box | None


def take_text(body: Element, around: Around, draft: Draft) -> None:
    """Add a text body to a page, as a block with a place."""
    flow = draft.block(around.box)
    shrink = body.find(f"{A}bodyPr/{A}normAutofit")
    scale = _scale(None if shrink is None else shrink.get("fontScale"))
    styles = [*around.styles, Levels.of(body.find(f"{A}lstStyle"))]
    for paragraph in body.findall(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        level = 0 if properties is None else _level(properties.get("lvl"))
        chain = [style.properties[level] for style in styles]
        for run in paragraph:
            if run.tag == f"{A}br":
                flow.line_break()
            elif run.tag in {f"{A}r", f"{A}fld"}:
                words = run.find(f"{A}t")
                look = _look([*chain, run.find(f"{A}rPr")], around, scale)
                draft.words(flow, "" if words is None else words.text or "", look, around.box)
        flow.line_break()


def _look(chain: list[Element | None], around: Around, scale: float) -> Look:
    """Resolve font, size and colour: the nearest that says something wins.

    The colour of the shape's style stands between what is inherited and what the run itself says.
    """
    look = Look(weight=400, italic=False)
    for node in chain[:-1]:
        look = _merged(node, around.theme, look)
    look = _merged(chain[-1], around.theme, look._replace(colour=around.colour or look.colour))
    return look._replace(size_pt=(look.size_pt or _USUAL_PT) * scale)


def _merged(node: Element | None, theme: Theme, before: Look) -> Look:
    if node is None:
        return before
    latin = node.find(f"{A}latin")
    named = None if latin is None else theme.font(latin.get("typeface"))
    points = node.get("sz", "")
    colour = colour_in(node.find(f"{A}solidFill"), theme)
    bold, slanted = node.get("b"), node.get("i")
    return Look(
        named or before.font,
        int(points) / 100 if points.isdigit() else before.size_pt,
        colour or before.colour,
        before.weight if bold is None else 700 if bold in _ON else 400,
        before.italic if slanted is None else slanted in _ON,
    )


def _scale(value: str | None) -> float:
    """Read by how much text was shrunk to fit its shape."""
    try:
        found = float((value or "100000").rstrip("%"))
    except ValueError:
        return 1.0
    whole = 100.0 if (value or "").endswith("%") else 100_000.0
    return found / whole if 0 < found <= whole else 1.0


def _level(value: str | None) -> int:
    return min(_LEVELS - 1, int(value)) if value and value.isdigit() else 0
