"""What an SVG says of itself: its words with their fonts, and the colours it names."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element  # for its name alone: parsing is defusedxml's

from brandguard.readers.css import (
    Declarations,
    Sheet,
    colour,
    first_family,
    size_pt,
    slope_of,
    weight_of,
)
from brandguard.readers.fills import WHOLE_PAGE, FillCollector
from brandguard.readers.matrix import Matrix, multiply
from brandguard.readers.svg_shapes import box_of, matrix_of
from brandguard.readers.svg_tree import Canvas, local_name
from brandguard.readers.textflow import Flow, Look

if TYPE_CHECKING:
    from brandguard.model.creative import TextRun, VectorFill

_SHAPES = frozenset({"rect", "circle", "ellipse", "path", "polygon", "polyline", "line"})
_NOT_DRAWN = frozenset({
    "defs", "symbol", "clipPath", "mask", "pattern", "marker", "style", "title", "desc", "filter",
    "linearGradient", "radialGradient",
})  # fmt: skip
_INHERITED = (
    "fill", "stroke", "color", "font-family", "font-size", "visibility", "fill-opacity",
    "stroke-opacity", "font-weight", "font-style",
)  # fmt: skip
_READ = (*_INHERITED, "display", "opacity", "stop-color", "stop-opacity")
_MOST_REUSE = 2_000
"""Drawings reused by <use> that are walked: they may nest and multiply."""


@dataclass(slots=True)
class _Walk:
    """What a walk over the tree carries and gathers."""

    sheet: Sheet
    by_id: dict[str, Element]
    canvas: Canvas
    flow: Flow = field(default_factory=Flow)
    fills: FillCollector = field(default_factory=FillCollector)
    using: set[str] = field(default_factory=set)
    reused: int = 0
    scale: float = 1.0
    """How many CSS pixels of the page a unit of the text at hand takes."""


def facts_of(
    root: Element, sheet: Sheet, canvas: Canvas
) -> tuple[str, tuple[TextRun, ...], tuple[VectorFill, ...]]:
    """Give the text (a line for each line drawn), its runs and the named colours of a drawing."""
    by_id = {mark: el for el in root.iter() if (mark := el.get("id"))}
    walk = _Walk(sheet, by_id, canvas)
    left, top, width, height = canvas.view_box
    to_page = (1 / width, 0.0, 0.0, 1 / height, -left / width, -top / height)
    _visit(root, {"fill": "#000000"}, to_page, walk)
    text, runs = walk.flow.finish()
    for run in runs:
        if run.colour:
            walk.fills.add(run.colour, run.box or WHOLE_PAGE, "text")
    return text, runs, walk.fills.fills()


def _visit(element: Element, inherited: Declarations, matrix: Matrix, walk: _Walk) -> None:
    tag = local_name(element.tag)
    if tag in _NOT_DRAWN:
        return
    style = _style(element, tag, inherited, walk.sheet)
    if style.get("display") == "none" or style.get("opacity") in {"0", "0%"}:
        return
    matrix = multiply(matrix_of(element.get("transform")), matrix)
    passed = {name: style[name] for name in _INHERITED if name in style}
    if tag in _SHAPES:
        _take_shape(element, style, matrix, walk)
    elif tag == "text":
        walk.flow.line_break()
        walk.scale = _magnification(matrix, walk.canvas)
        _take_text(element, passed, walk)
        walk.flow.line_break()
    elif tag == "use":
        _reuse(element, passed, matrix, walk)
    else:
        for child in element:
            _visit(child, passed, matrix, walk)


def _reuse(element: Element, passed: Declarations, matrix: Matrix, walk: _Walk) -> None:
    names = [v[1:] for n, v in element.attrib.items() if local_name(n) == "href" and v[:1] == "#"]
    target = walk.by_id.get(names[0]) if names else None
    walk.reused += 1
    if target is None or names[0] in walk.using or walk.reused > _MOST_REUSE:
        return
    shift = f"translate({element.get('x') or 0},{element.get('y') or 0})"
    matrix = multiply(matrix_of(shift), matrix)
    walk.using.add(names[0])
    if local_name(target.tag) == "symbol":
        for child in target:  # a symbol's own scale is left out: its box is then the whole page
            _visit(child, passed, matrix, walk)
    else:
        _visit(target, passed, matrix, walk)
    walk.using.discard(names[0])


def _style(element: Element, tag: str, inherited: Declarations, sheet: Sheet) -> Declarations:
    """Give the properties that hold for an element: inherited, attributes, sheet, inline."""
    style = dict(inherited)
    style.update({name: value for name in _READ if (value := element.get(name))})
    classes = (element.get("class") or "").split()
    style.update(sheet.matching(tag.lower(), classes, element.get("id")))
    if inline := element.get("style"):
        style.update(sheet.declarations(inline))
    if "font-size" in style and style["font-size"] != inherited.get("font-size"):
        points = size_pt(style["font-size"], size_pt(inherited.get("font-size", ""), None))
        style["font-size"] = f"{points}pt" if points else ""
    return style


def _take_shape(element: Element, style: Declarations, matrix: Matrix, walk: _Walk) -> None:
    if style.get("visibility") in {"hidden", "collapse"}:
        return
    box = box_of(element, matrix)
    if box is None:
        return
    for kind in ("fill", "stroke"):
        if style.get(f"{kind}-opacity") in {"0", "0%"}:
            continue
        for name in _paints(style.get(kind, "none"), style, walk):
            walk.fills.add(name, box, "fill" if kind == "fill" else "stroke")


def _paints(value: str, style: Declarations, walk: _Walk) -> list[str]:
    """Give the colours of a paint: one for a plain colour, the stops for a gradient."""
    if value.startswith("url("):
        name = value[4:].partition(")")[0].strip("\"' #")
        return _stops(name, walk, 0)
    if value.lower() == "currentcolor":
        value = style.get("color", "#000000")
    found = colour(value)
    return [found[0]] if found and found[1] > 0 else []


def _stops(name: str, walk: _Walk, depth: int) -> list[str]:
    gradient = walk.by_id.get(name)
    if gradient is None or depth > 8:  # noqa: PLR2004  gradients that borrow from each other
        return []
    found = []
    for stop in gradient:
        if local_name(stop.tag) == "stop":
            style = _style(stop, "stop", {}, walk.sheet)
            paint = colour(style.get("stop-color", "#000000"))
            if paint and paint[1] > 0 and style.get("stop-opacity") not in {"0", "0%"}:
                found.append(paint[0])
    borrowed = [v for n, v in gradient.attrib.items() if local_name(n) == "href" and v[:1] == "#"]
    return found or (_stops(borrowed[0][1:], walk, depth + 1) if borrowed else [])


def _take_text(element: Element, inherited: Declarations, walk: _Walk) -> None:
    """Gather the words of a text element and the pieces within it."""
    style = _style(element, local_name(element.tag), inherited, walk.sheet)
    if style.get("display") == "none":
        return
    seen = style.get("visibility") not in {"hidden", "collapse"}
    if local_name(element.tag) == "tspan" and _begins_line(element):
        walk.flow.line_break()
    if seen and element.text:
        walk.flow.add(element.text, _look(style, walk))
    for child in element:
        if local_name(child.tag) in {"tspan", "textPath", "a", "tref"}:
            passed = {name: style[name] for name in _INHERITED if name in style}
            _take_text(child, passed, walk)
        if seen and child.tail:
            walk.flow.add(child.tail, _look(style, walk))


def _begins_line(element: Element) -> bool:
    """Whether a piece of text is moved down, which is how an SVG begins a new line."""
    if element.get("y") is not None:
        return True
    return (element.get("dy") or "0").strip().rstrip("empx%") not in {"", "0", "0.0"}


def _look(style: Declarations, walk: _Walk) -> Look:
    paints = _paints(style.get("fill", "#000000"), style, walk)
    family = first_family(style.get("font-family", ""))
    size = size_pt(style.get("font-size", ""), None)
    points = round(size * walk.scale, 2) if size else None
    return Look(
        family,
        points,
        paints[0] if paints else None,
        weight_of(style.get("font-weight", "normal" if family else "")),
        slope_of(style.get("font-style", "")),
    )


def _magnification(matrix: Matrix, canvas: Canvas) -> float:
    return math.hypot(matrix[2] * canvas.width, matrix[3] * canvas.height)
