"""Pictures, groups and reused drawings of an SVG: where each lies, and how large it is by itself.

Boxes of curves are those of their control points: a little large, never small.
"""

from __future__ import annotations

import base64
import io
import math
import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element  # for its name alone: parsing is defusedxml's

from brandguard.model.creative import PlacedObject
from brandguard.readers.matrix import IDENTITY, Matrix, multiply
from brandguard.readers.svg_shapes import edges_of_shape, matrix_of
from brandguard.readers.svg_tree import Canvas, local_name

MOST_PLACED = 200
"""Objects that are named; also the number of pictures whose size is read."""
MOST_VISITED = 20_000
"""Elements that are walked: reused drawings may nest and multiply."""
MOST_PATH = 2_000_000
"""Characters of paths that are read, in all: a map has more, a logo some thousands."""
HEAD = 300_000
"""Characters of a picture's data in which its size must stand; a multiple of 4."""
LEAST_SIDE = 0.005
"""Part of the page's sides under which an object is a dot or a rule."""
WHOLE = 0.95
"""Part of both sides of the page from which a group is the page itself."""

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_HIDDEN = frozenset({
    "defs", "symbol", "clipPath", "mask", "pattern", "marker", "style", "title", "desc", "filter",
    "linearGradient", "radialGradient",
})  # fmt: skip
_STEP = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}
_ARC = re.compile(
    r"[\s,]*".join([f"({_NUMBER.pattern})"] * 3 + ["([01])"] * 2 + [f"({_NUMBER.pattern})"] * 2)
)


@dataclass(slots=True)
class _Walk:
    by_id: dict[str, Element]
    placed: dict[tuple[float, ...], PlacedObject] = field(default_factory=dict)
    using: set[str] = field(default_factory=set)
    visited: int = 0
    path: int = 0
    """Characters of paths read so far."""


def placed_in(root: Element, canvas: Canvas) -> tuple[PlacedObject, ...]:
    """Give the pictures, groups and reused drawings of a cleaned drawing, inner ones first."""
    left, top, width, height = canvas.view_box
    to_page = (1 / width, 0.0, 0.0, 1 / height, -left / width, -top / height)
    walk = _Walk({mark: el for el in root.iter() if (mark := el.get("id"))})
    for child in root:
        _visit(child, to_page, walk)
    return tuple(walk.placed.values())


def _visit(element: Element, outer: Matrix, walk: _Walk) -> Edges | None:
    """Give an element's box in the coordinates of what holds it, and note what it places."""
    tag = local_name(element.tag)
    walk.visited += 1
    if tag in _HIDDEN or walk.visited > MOST_VISITED:
        return None
    own = matrix_of(element.get("transform"))
    matrix = multiply(own, outer)
    if tag == "image":
        box = _picture(element, matrix, walk)
    elif tag in {"g", "a", "svg", "switch"}:
        inner = _viewport(element, element) if tag == "svg" else IDENTITY
        box = _moved(inner, _children(element, multiply(inner, matrix), walk))
        _note(walk, matrix, box)
    elif tag == "use":
        box = _reused(element, matrix, walk)
        _note(walk, matrix, box)
    elif tag == "path":
        data = element.get("d") or ""
        walk.path += len(data)
        box = path_edges(data) if walk.path <= MOST_PATH else None
    else:
        box = edges_of_shape(element)
    return _moved(own, box)


def _children(element: Element, matrix: Matrix, walk: _Walk) -> Edges | None:
    return _joined([_visit(child, matrix, walk) for child in element])


def _reused(element: Element, matrix: Matrix, walk: _Walk) -> Edges | None:
    names = [v[1:] for n, v in element.attrib.items() if local_name(n) == "href" and v[:1] == "#"]
    target = walk.by_id.get(names[0]) if names else None
    if target is None or names[0] in walk.using:
        return None
    shift: Matrix = (1.0, 0.0, 0.0, 1.0, _number(element, "x"), _number(element, "y"))
    walk.using.add(names[0])
    if local_name(target.tag) in {"symbol", "svg"}:
        inner = multiply(_viewport(target, element), shift)
        box = _children(target, multiply(inner, matrix), walk)
    else:
        inner = shift
        box = _visit(target, multiply(shift, matrix), walk)
    walk.using.discard(names[0])
    return _moved(inner, box)


def _viewport(element: Element, sized: Element) -> Matrix:
    """Give the map of an inner viewBox to the size that `sized` (its use or itself) gives it."""
    numbers = [float(n) for n in _NUMBER.findall(element.get("viewBox") or "")]
    x, y = (_number(element, name) if sized is element else 0.0 for name in ("x", "y"))
    shift: Matrix = (1.0, 0.0, 0.0, 1.0, x, y)
    wide = _number(sized, "width") or _number(element, "width")
    high = _number(sized, "height") or _number(element, "height")
    if len(numbers) != 4 or min(numbers[2:]) <= 0 or wide <= 0 or high <= 0:  # noqa: PLR2004  a box
        return shift
    left, top, width, height = numbers
    fitted = _fitted(element, width, height, wide, high)
    return multiply(multiply((1.0, 0.0, 0.0, 1.0, -left, -top), fitted), shift)


def _fitted(element: Element, width: float, height: float, wide: float, high: float) -> Matrix:
    """Fit a width and height into another pair as preserveAspectRatio says."""
    ratio = (element.get("preserveAspectRatio") or "").strip() or "xMidYMid"
    across, down = wide / width, high / height
    if not ratio.startswith("none"):
        across = down = (max if "slice" in ratio else min)(across, down)
    share = {"Min": 0.0, "Max": 1.0}
    x = share.get(ratio[1:4], 0.5) * (wide - across * width)
    y = share.get(ratio[5:8], 0.5) * (high - down * height)
    return (across, 0.0, 0.0, down, x, y)


def _picture(element: Element, matrix: Matrix, walk: _Walk) -> Edges | None:
    size = None if len(walk.placed) >= MOST_PLACED else _own_size(element)
    wide, high = _number(element, "width"), _number(element, "height")
    if size is None:
        return None
    wide = wide or (high * size[0] / size[1] if high else size[0])
    high = high or wide * size[1] / size[0]
    shift: Matrix = (1.0, 0.0, 0.0, 1.0, _number(element, "x"), _number(element, "y"))
    inner = multiply(_fitted(element, *size, wide, high), shift)
    _note(walk, multiply(inner, matrix), (0, 0, *size), "image")
    return _moved(inner, (0, 0, *size))


def _own_size(element: Element) -> tuple[float, float] | None:
    """Read a picture's size from the head of its data; None where there is no telling."""
    from PIL import Image

    href = next((v for n, v in element.attrib.items() if local_name(n) == "href"), "")
    head, comma, body = href.partition(",")
    if not comma or not head.strip().startswith("data:image/"):
        return None
    try:
        data = base64.b64decode(body[:HEAD]) if "base64" in head else unquote_to_bytes(body[:HEAD])
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP")) as picture:
            return picture.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _note(
    walk: _Walk, matrix: Matrix, box: Edges | None, kind: Literal["image", "drawing"] = "drawing"
) -> None:
    """Note a placed object, if it is neither a dot nor the whole page."""
    if box is None or len(walk.placed) >= MOST_PLACED:
        return
    left, top, right, bottom = box
    own = ((left, top), (right, top), (right, bottom), (left, bottom))
    a, b, c, d, e, f = matrix
    corners = tuple((a * x + c * y + e, b * x + d * y + f) for x, y in own)
    if not all(math.isfinite(v) for corner in corners for v in corner):
        return
    across, down = zip(*corners, strict=True)
    sides = max(across) - min(across), max(down) - min(down)
    if min(sides) < LEAST_SIDE or (kind == "drawing" and min(sides) > WHOLE):
        return
    key = tuple(round(v, 3) for corner in corners for v in corner)
    # A group within which there is only one other says nothing more than that.
    walk.placed.setdefault(key, PlacedObject(kind, corners, right - left, bottom - top))  # type: ignore[arg-type]  # four of them


def _number(element: Element, name: str) -> float:
    """Read a plain number, 0 where there is none or it has a unit other than px."""
    try:
        value = float((element.get(name) or "0").removesuffix("px"))
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0


def _joined(boxes: list[Edges | None]) -> Edges | None:
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    lefts, tops, rights, bottoms = zip(*known, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _moved(matrix: Matrix, box: Edges | None) -> Edges | None:
    if box is None or matrix == IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    points = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def path_edges(data: str) -> Edges | None:
    """Give the box of a path's points and control points; an arc counts as a half circle."""
    x = y = 0.0
    start = (0.0, 0.0)
    points: list[tuple[float, float]] = []
    for letter, rest in _STEP.findall(data):
        kind, relative = letter.upper(), letter.islower()
        if kind == "Z":
            x, y = start
            continue
        found = _ARC.findall(rest) if kind == "A" else _NUMBER.findall(rest)
        numbers = [float(n) for group in found for n in ([group] if kind != "A" else group)]
        takes = _TAKES[kind]
        for index in range(0, len(numbers) - takes + 1, takes):
            before = (x, y)
            part = numbers[index : index + takes]
            new = _points(kind, part, before, relative=relative)
            x, y = new[-1]
            if kind == "M" and index == 0:
                start = (x, y)
            points += new
            if kind == "A":
                middle, reach = ((before[0] + x) / 2, (before[1] + y) / 2), max(part[0], part[1])
                reach = min(reach, math.dist(before, (x, y)))
                points += [(middle[0] + s * reach, middle[1] + s * reach) for s in (-1, 1)]
    if not points:
        return None
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _points(
    kind: str, part: list[float], at: tuple[float, float], *, relative: bool
) -> list[tuple[float, float]]:
    """Give the points of one step of a path, its end last."""
    x, y = at if relative else (0.0, 0.0)
    if kind == "H":
        return [(x + part[0], at[1])]
    if kind == "V":
        return [(at[0], y + part[0])]
    if kind == "A":
        part = part[5:]
    return [(x + across, y + down) for across, down in zip(part[::2], part[1::2], strict=True)]
