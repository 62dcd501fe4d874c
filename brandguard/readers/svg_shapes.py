"""Where the shapes of an SVG lie, as far as it can be said without drawing them."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from brandguard.readers.fills import WHOLE_PAGE
from brandguard.readers.matrix import IDENTITY, Matrix, box_within, multiply
from brandguard.readers.svg_tree import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from brandguard.model.creative import Box

_STEP = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_MOST_STEPS = 50


def matrix_of(transform: str | None) -> Matrix:
    """Read a transform attribute; what cannot be read moves nothing."""
    matrix = IDENTITY
    for name, arguments in _STEP.findall(transform or "")[:_MOST_STEPS]:
        numbers = [float(number) for number in _NUMBER.findall(arguments)]
        matrix = multiply(_step(name, numbers), matrix)
    return matrix


def _step(name: str, numbers: list[float]) -> Matrix:
    if name == "matrix" and len(numbers) >= 6:  # noqa: PLR2004  a matrix has six
        a, b, c, d, e, f = numbers[:6]
        return (a, b, c, d, e, f)
    if name == "matrix" or not numbers:
        return IDENTITY
    if name == "rotate":
        return _turn(*numbers[:3])
    first = numbers[0]
    second = numbers[1] if len(numbers) > 1 else None
    if name == "translate":
        return (1.0, 0.0, 0.0, 1.0, first, second or 0.0)
    if name == "scale":
        return (first, 0.0, 0.0, first if second is None else second, 0.0, 0.0)
    slope = math.tan(math.radians(first))
    return (1.0, slope, 0.0, 1.0, 0.0, 0.0) if name == "skewY" else (1.0, 0.0, slope, 1.0, 0.0, 0.0)


def _turn(degrees: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    about_origin = multiply((1.0, 0.0, 0.0, 1.0, -x, -y), (cosine, sine, -sine, cosine, 0.0, 0.0))
    return multiply(about_origin, (1.0, 0.0, 0.0, 1.0, x, y))


def box_of(element: Element, matrix: Matrix) -> Box | None:
    """Give a shape's box; the whole page where only drawing would tell; None outside the page."""
    edges = edges_of_shape(element)
    if edges is None:
        return WHOLE_PAGE
    return box_within(matrix, edges)


def edges_of_shape(element: Element) -> tuple[float, float, float, float] | None:
    """Give left, top, right, bottom in the shape's own coordinates; None for paths and the like."""
    tag = local_name(element.tag)
    if tag == "rect":
        named = _numbers(element, "x", "y", "width", "height")
        return named and (named[0], named[1], named[0] + named[2], named[1] + named[3])
    if tag in {"circle", "ellipse"}:
        named = _numbers(element, "cx", "cy", *(("r", "r") if tag == "circle" else ("rx", "ry")))
        return named and (
            named[0] - named[2], named[1] - named[3], named[0] + named[2], named[1] + named[3],
        )  # fmt: skip
    if tag == "line":
        return _numbers(element, "x1", "y1", "x2", "y2")
    if tag in {"polygon", "polyline"}:
        found = [float(number) for number in _NUMBER.findall(element.get("points") or "")]
        across, down = found[::2], found[1::2]
        if down:
            return min(across), min(down), max(across), max(down)
    return None


def _numbers(element: Element, *names: str) -> tuple[float, float, float, float] | None:
    """Read four plain numbers, 0 where one is missing; None where one has a unit or a per cent."""
    try:
        one, two, three, four = (
            float((element.get(name) or "0").removesuffix("px")) for name in names
        )
    except ValueError:
        return None
    return one, two, three, four
