"""HTML: the words that are seen, the colours and fonts that styles name, and the drawn page.

Words and fonts are the page's own; places, sizes and colours are those of the drawing, if any.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from brandguard.model.creative import Creative, Link, Note, Page
from brandguard.readers import codes, html_drawing
from brandguard.readers.css import (
    Declarations,
    Sheet,
    colour,
    first_family,
    size_pt,
    slope_of,
    weight_of,
)
from brandguard.readers.document import Facts, outside_note
from brandguard.readers.fills import WHOLE_PAGE, FillCollector
from brandguard.readers.refusal import too_large
from brandguard.readers.same_words import with_places
from brandguard.readers.text import decode, shorten
from brandguard.readers.textflow import Flow, Look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.readers.html_inside import Part
    from brandguard.readers.limits import Limits

_UNSEEN = frozenset({
    "script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "math",
    "select", "textarea", "audio", "video", "canvas", "datalist",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "br",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
_CLOSE_THEMSELVES = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "option"})
_INHERITED = (
    "color", "font-family", "font-size", "visibility", "font-weight", "font-style",
)  # fmt: skip
_BOLD = ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6")
_SLANTED = ("i", "em", "cite", "var", "dfn", "address")
_DRAWN_AS: dict[str, Declarations] = {
    **{tag: {"font-weight": "700"} for tag in _BOLD},
    **{tag: {"font-style": "italic"} for tag in _SLANTED},
}
"""How browsers draw elements of which a page says nothing (HTML Standard, section Rendering)."""
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w.-]+)", re.IGNORECASE
)
_ON_THE_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
MOST_LINKS = 200
LONGEST_LINK = 2_000
_MOST_DEPTH = 2_000
"""Nesting up to which the parser is quick; its time grows with the square, a page has some 50."""


class Setting(NamedTuple):
    """What a page lies in: where it once was, and what lies beside it in the same file."""

    parts: Mapping[str, Part]
    base: str | None = None
    mail: bool = True


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read an HTML page and draw it; a note says where it was not drawn.

    Raises UnreadableCreativeError as `read_within`.
    """
    return read_within(data, format_, limits, Setting({}, mail=False))


def read_within(data: bytes, format_: str, limits: Limits, setting: Setting) -> Creative:
    """Read a page that lies in a file with others.

    Alternative texts are left out: they are not seen where the picture is. Raises
    UnreadableCreativeError (SYS005) for a page nested deeper than any real one.
    """
    declared = _DECLARED.search(data[:4096])
    source, notes = shorten(
        decode(data, format_, declared[1].decode("ascii") if declared else None), limits
    )
    walk = _walk(source, limits)
    text, runs = walk.flow.finish()
    if walk.cut:
        cut = Note(codes.TEXT_CUT, {"what": "elements", "limit": limits.max_elements})
        notes = (*notes, cut)
    page = Page(
        number=1, width_px=0, height_px=0, text=text, runs=runs, fills=walk.fills.fills(),
        links=tuple(map(Link, walk.links)),
    )  # fmt: skip
    page, more = _drawn(page, walk, source, limits, setting)
    more = tuple(_named(note, format_) for note in more)
    return Creative(format_, iter((page,)), page_count=1, notes=(*notes, *more))


def _named(note: Note, format_: str) -> Note:
    """Name the format in a note that speaks of it."""
    if note.code != codes.NOT_RENDERED:
        return note
    return replace(note, facts={"format": format_, **note.facts})


def _drawn(
    page: Page, walk: _Walk, source: str, limits: Limits, setting: Setting
) -> tuple[Page, tuple[Note, ...]]:
    """Give the page with its picture, and what is to be told of it."""
    lacking = html_drawing.why_not()
    if lacking is not None:
        return page, (Note(codes.NOT_RENDERED, {"cure": f"install_{lacking}"}),)
    tree, style = walk.tree, walk.sheet
    sheet = html_drawing.sheet_for(
        tree, source, lambda node: _style(node, {}, style), mail=setting.mail
    )
    drawing = html_drawing.draw(tree, sheet, limits, setting.parts, setting.base)
    if drawing is None:
        return page, (Note(codes.NOT_RENDERED, {}),)
    notes = outside_note(drawing.missing)
    if drawing.sheets > 1 and sheet.height is None:
        facts: Facts = {"what": "pages", "pages": drawing.sheets, "read": 1}
        notes = (*notes, Note(codes.PAGES_LEFT_OUT, facts))
    page = replace(
        page,
        width_px=drawing.width_px,
        height_px=drawing.height_px,
        pixels=drawing.pixels,
        runs=with_places(page.text, page.runs, drawing.text, drawing.runs),
        fills=drawing.fills or page.fills,
        placed=drawing.placed,
        vector=bool(drawing.fills),
    )
    return page, notes


def words(source: str, limits: Limits) -> str:
    """Give the words of a piece of HTML alone."""
    return _walk(source, limits).flow.finish()[0]


@dataclass(slots=True)
class _Walk:
    """What a walk over the page gathers."""

    tree: Any
    """The parsed page, of selectolax."""
    sheet: Sheet = field(default_factory=Sheet)
    flow: Flow = field(default_factory=Flow)
    fills: FillCollector = field(default_factory=FillCollector)
    links: dict[str, None] = field(default_factory=dict)
    """Addresses on the web that a click opens, each once and in order."""
    cut: bool = False


def _check_depth(source: str) -> None:
    """Refuse a page whose elements are opened much more often than closed, before it is parsed."""
    opened: Counter[str] = Counter()
    depth = 0
    for closing, name in _TAG.findall(source):
        tag = name.lower()
        if tag in _VOID or tag in _CLOSE_THEMSELVES:
            continue
        if not closing:
            opened[tag] += 1
            depth += 1
        elif opened[tag]:
            opened[tag] -= 1
            depth -= 1
        if depth > _MOST_DEPTH:
            raise too_large("depth", depth, _MOST_DEPTH)


def _walk(source: str, limits: Limits) -> _Walk:
    """Go through the elements in order, without recursion, a stack holding what is open."""
    from selectolax.lexbor import LexborHTMLParser

    _check_depth(source)
    tree = LexborHTMLParser(source)
    walk = _Walk(tree)
    sheets = [node.text(deep=True) for node in tree.css("style")]
    for sheet in sheets:
        walk.sheet.gather(sheet)
    for sheet in sheets:
        walk.sheet.add(sheet)
    stack: list[tuple[Any, Declarations]] = [(tree.body, {})] if tree.body is not None else []
    for _ in range(limits.max_elements):
        if not stack:
            return walk
        node, inherited = stack.pop()
        if node is None:  # the end of a block
            walk.flow.line_break()
        elif node.tag == "-text":
            _take_words(node, inherited, walk)
        elif not node.tag.startswith("-"):
            _enter(node, inherited, walk, stack)
    walk.cut = bool(stack)
    return walk


def _enter(
    node: Any,  # noqa: ANN401  selectolax's node has no public type
    inherited: Declarations,
    walk: _Walk,
    stack: list[tuple[Any, Declarations]],
) -> None:
    """Take an element's style, and put its children on the stack, the first on top."""
    style = _style(node, inherited, walk.sheet)
    if node.tag in _UNSEEN or style.get("display") == "none" or "hidden" in node.attributes:
        return
    ground = _colour_of(style.get("background-color") or style.get("background", ""))
    if ground:
        walk.fills.add(ground, WHOLE_PAGE, "fill")
    if node.tag == "a" and len(walk.links) < MOST_LINKS:
        address = (node.attributes.get("href") or "").strip()[:LONGEST_LINK]
        if _ON_THE_WEB.match(address) and address.isprintable():
            walk.links[address] = None
    passed = {name: style[name] for name in _INHERITED if name in style}
    if node.tag in _BLOCKS:
        walk.flow.line_break()
        stack.append((None, {}))
    children = []
    child = node.child
    while child is not None:
        children.append((child, passed))
        child = child.next
    stack.extend(reversed(children))


def _take_words(node: Any, style: Declarations, walk: _Walk) -> None:  # noqa: ANN401  as above
    if style.get("visibility") in {"hidden", "collapse"}:
        return
    plain = node.text_content or ""
    ink = _colour_of(style.get("color", ""))
    if ink and plain.strip():
        walk.fills.add(ink, WHOLE_PAGE, "text")
    size = size_pt(style.get("font-size", ""), None)
    family = first_family(style.get("font-family", ""))
    weight = weight_of(style.get("font-weight", "normal" if family else ""))
    walk.flow.add(plain, Look(family, size, ink, weight, slope_of(style.get("font-style", ""))))


def _style(node: Any, inherited: Declarations, sheet: Sheet) -> Declarations:  # noqa: ANN401  as above
    """Give the properties of an element: inherited, old attributes, sheet, inline."""
    attributes = {name: value or "" for name, value in node.attributes.items()}
    style = dict(inherited) | _DRAWN_AS.get(node.tag, {})
    if "bgcolor" in attributes:
        style["background-color"] = attributes["bgcolor"]
    if node.tag == "font" and "color" in attributes:
        style["color"] = attributes["color"]
    if node.tag == "font" and "face" in attributes:
        style["font-family"] = attributes["face"]
    if node.tag == "body" and "text" in attributes:
        style["color"] = attributes["text"]
    classes = attributes.get("class", "").split()
    style.update(sheet.matching(node.tag, classes, attributes.get("id")))
    if attributes.get("style"):
        style.update(sheet.declarations(attributes["style"]))
    if style.get("font-size") != inherited.get("font-size"):
        points = size_pt(style["font-size"], size_pt(inherited.get("font-size", ""), None))
        style["font-size"] = f"{points}pt" if points else ""
    return style


def _colour_of(value: str) -> str | None:
    """Give the first colour in a value such as «background» has; None for none or see-through."""
    for piece in re.findall(r"[\w-]+\([^()]*\)|[^\s,]+", value)[:10]:
        found = colour(piece)
        if found:
            return found[0] if found[1] > 0 else None
    return None
