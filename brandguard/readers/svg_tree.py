"""An SVG's tree, held to its limits while it is parsed, and the size of its canvas."""

from __future__ import annotations

import io
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes
from brandguard.readers.refusal import damaged, too_large
from brandguard.readers.text import decode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from brandguard.readers.limits import Limits

_PX_PER_UNIT = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
}  # fmt: skip
_PHYSICAL = frozenset({"pt", "pc", "in", "cm", "mm"})
_MM_PER_PX = 25.4 / 96
_LENGTH = re.compile(r"\s*([+]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([a-z]*)\s*")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_PROLOG = re.compile(r"\s*+<\?xml.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*+(?:\[(.*?)\]\s*+)?+>", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"&%]*)\"|'([^'&%]*)')\s*>")
_END = re.compile(r"</(?:\w+:)?svg\s*>")
_DEFAULT_SIZE = (300.0, 150.0)
"""What browsers give a drawing that states no size (CSS 2.2, 10.3.2)."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of a drawing in its own pixels, and what of its coordinates fills it."""

    width: float
    height: float
    view_box: tuple[float, float, float, float]
    """Left, top, width, height."""
    width_mm: float | None = None
    height_mm: float | None = None


def parse(data: bytes, limits: Limits) -> Element:
    """Parse an SVG with a bound on depth and elements, without outside or nested entities.

    Entities that stand for plain text are filled in first: Illustrator writes its namespaces so.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    declared = _DECLARED.search(data[:200])
    text = decode(data, "svg", declared[1].decode("ascii") if declared else None)
    source = _fill_in_entities(_PROLOG.sub("", text, count=1), limits)
    depth = nodes = 0
    root: Element | None = None
    try:
        for event, element in iterparse(io.BytesIO(source.encode()), events=("start", "end")):
            if event == "end":
                depth -= 1
                continue
            root = element if root is None else root
            depth, nodes = depth + 1, nodes + 1
            if depth > limits.max_depth:
                raise too_large("depth", depth, limits.max_depth)
            if nodes > limits.max_nodes:
                raise too_large("nodes", nodes, limits.max_nodes)
    except DefusedXmlException as error:
        raise too_large("entities", text.count("<!ENTITY"), 0) from error
    except ParseError as error:
        whole = _END.search(text[-200:]) is not None
        raise damaged("svg", "damaged" if whole else "truncated", str(error)) from error
    if root is None or local_name(root.tag) != "svg":
        raise UnreadableCreativeError(
            Note(codes.DAMAGED, {"format": "svg", "cause": "not_this_format", "detail": ""})
        )
    return root


def local_name(name: object) -> str:
    """Give a tag's or attribute's name without its namespace; "" for a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def _fill_in_entities(source: str, limits: Limits) -> str:
    """Replace entities that are plain text and drop the document type; others will be refused."""
    match = _DOCTYPE.search(source)
    if match is None:
        return source
    found = {name: one or two for name, one, two in _ENTITY.findall(match[1] or "")}
    if len(found) != (match[1] or "").count("<!ENTITY"):
        return source
    body = source[: match.start()] + source[match.end() :]
    growth = sum(body.count(f"&{name};") * len(value) for name, value in found.items())
    if len(body) + growth > limits.max_inflated:
        raise too_large("inflated", len(body) + growth, limits.max_inflated)
    for name, value in found.items():
        body = body.replace(f"&{name};", value.replace("<", "&lt;"))
    return body


def canvas_of(root: Element) -> Canvas:
    """Read width, height and viewBox as browsers do."""
    width, across = _length(root.get("width"))
    height, down = _length(root.get("height"))
    view = _view_box(root.get("viewBox"))
    if width is None and height is None:
        width, height = (view[2], view[3]) if view else _DEFAULT_SIZE
    elif width is None or height is None:
        ratio = view[2] / view[3] if view else _DEFAULT_SIZE[0] / _DEFAULT_SIZE[1]
        width, height = width or (height or 0) * ratio, height or (width or 0) / ratio
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise damaged("svg", "damaged", f"canvas of {width} × {height}")
    physical = across in _PHYSICAL and down in _PHYSICAL
    return Canvas(
        width,
        height,
        view or (0.0, 0.0, width, height),
        width * _MM_PER_PX if physical else None,
        height * _MM_PER_PX if physical else None,
    )


def _length(value: str | None) -> tuple[float | None, str]:
    match = _LENGTH.fullmatch(value or "")
    if match is None or match[2] not in _PX_PER_UNIT:
        return None, ""  # a percentage of a window that is not there
    pixels = float(match[1]) * _PX_PER_UNIT[match[2]]
    return (pixels if pixels > 0 else None), match[2]


def _view_box(value: str | None) -> tuple[float, float, float, float] | None:
    try:
        left, top, width, height = (
            float(part) for part in re.split(r"[\s,]+", (value or "").strip())
        )
    except ValueError:
        return None
    finite = all(map(math.isfinite, (left, top, width, height)))
    return (left, top, width, height) if finite and width > 0 and height > 0 else None
