"""OpenDocument texts, presentations and drawings, and templates of them, styles resolved."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes
from brandguard.readers.document import Draft, box_of, creative_of, outside_note
from brandguard.readers.fills import WHOLE_PAGE
from brandguard.readers.odf_styles import DRAW, STYLE, TEXT, XLINK, Styles
from brandguard.readers.package import Package, open_package
from brandguard.readers.refusal import damaged
from brandguard.readers.textflow import Look

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from brandguard.model.creative import Box, Creative
    from brandguard.readers.limits import Limits
    from brandguard.readers.textflow import Flow

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SVG: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_PRESENTATION: Final = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
_SKIPPED: Final = frozenset({
    f"{TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_PRESENTATION}notes",
    f"{_OFFICE}forms", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{_SVG}title",
    f"{_SVG}desc", f"{TEXT}note-citation", f"{TEXT}bibliography-source", f"{_OFFICE}scripts",
})  # fmt: skip
_PARAGRAPHS: Final = frozenset({f"{TEXT}p", f"{TEXT}h"})
_SHAPES: Final = frozenset(
    f"{DRAW}{name}"
    for name in (
        "frame", "rect", "custom-shape", "ellipse", "circle", "polygon", "path", "regular-polygon",
    )
)  # fmt: skip
_MM: Final = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "px": 25.4 / 96}
_LENGTH: Final = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|px)")
_CLICKED: Final = frozenset({f"{TEXT}a", f"{DRAW}a"})
_ON_EVENTS: Final = (
    "{urn:oasis:names:tc:opendocument:xmlns:script:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}",
    f"{_PRESENTATION}event-listener",
)
"""What is opened when somebody clicks, never when the document is drawn."""
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\.\./")
"""Begins a reference that leads out of the file; what is within is «Pictures/…», maybe «./…»."""

Chain = tuple[tuple[str, str], ...]
"""Family and name of the styles that hold, the outermost first."""


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read a text as one page, a presentation or drawing as a page a slide, and large pictures."""
    package = open_package(data, format_)
    manifest = (
        package.read("META-INF/manifest.xml") if ("META-INF/manifest.xml" in package.names) else b""
    )
    if b"encryption-data" in manifest:
        raise UnreadableCreativeError(Note(codes.LOCKED, {"format": format_}))
    content = package.tree("content.xml")
    sheet = package.tree_or_none("styles.xml")
    body = content.find(f"{_OFFICE}body")
    if body is None or not len(body):
        raise damaged(format_, "damaged", "no document within")
    walk = _Walk(package, Styles.of([root for root in (sheet, content) if root is not None]))
    slides = body[0].findall(f"{DRAW}page")
    drafts = [walk.slide(page) for page in slides[: limits.max_pages]]
    drafts += [Draft() for _ in slides[limits.max_pages :]]  # counted for the note, not read
    if not slides:
        drafts = [walk.text(body[0])]
    notes = outside_note(_outside(package))
    return creative_of(format_, drafts, package.read, limits, notes)


@dataclass(slots=True)
class _Walk:
    """A walk over the document in reading order."""

    package: Package
    styles: Styles

    def text(self, body: Element) -> Draft:
        """Read a running text, between the headers and footers of its first page's master."""
        name = self.styles.first_master
        draft = self._draft(name)
        master = self.styles.masters.get(name)
        for kind in ("header", "footer"):
            if kind == "footer":
                self._through(body, draft, (), None)
            edge = None if master is None else master.find(f"{STYLE}{kind}")
            if edge is not None and edge.get(f"{STYLE}display") != "false":
                self._through(edge, draft, (), None)
        return draft

    def slide(self, page: Element) -> Draft:
        """Read a slide, and what its master adds that is no placeholder."""
        name = page.get(f"{DRAW}master-page-name", "")
        draft = self._draft(name)
        grounds = [("drawing-page", page.get(f"{DRAW}style-name", ""))]
        master = self.styles.masters.get(name)
        if master is not None:
            grounds.append(("drawing-page", master.get(f"{DRAW}style-name", "")))
        for ground in grounds:
            if colour := self.styles.ground((ground,)):
                draft.fills.add(colour, WHOLE_PAGE, "fill")
                break
        self._through(page, draft, (), None)
        for shape in [] if master is None else master:
            if not shape.get(f"{_PRESENTATION}class"):
                self._through(shape, draft, (), None)
        return draft

    def _draft(self, master: str) -> Draft:
        width, height = self.styles.page_size(master)
        return Draft(width, height)

    def _through(self, root: Element, draft: Draft, chain: Chain, box: Box | None) -> None:
        """Go through elements in order; a stack holds what is open, its styles and its place."""
        flow = draft.block(box)
        stack: list[tuple[Element | str | None, Chain, Flow, Box | None]] = [
            (root, chain, flow, box)
        ]
        while stack:
            node, chain, flow, box = stack.pop()
            if node is None:
                flow.line_break()
            elif isinstance(node, str):
                look = self.styles.look(chain)
                if look is not None:
                    draft.words(flow, node, look, box)
            elif node.tag not in _SKIPPED:
                self._enter(node, draft, (chain, flow, box), stack)

    def _enter(
        self,
        node: Element,
        draft: Draft,
        state: tuple[Chain, Flow, Box | None],
        stack: list[tuple[Element | str | None, Chain, Flow, Box | None]],
    ) -> None:
        """Take what an element says by itself, and put its words and children on the stack."""
        chain, flow, box = state
        if node.tag in _CLICKED:
            draft.link(node.get(f"{XLINK}href", ""), box)
        if node.tag in {f"{TEXT}s", f"{TEXT}tab"}:
            flow.add(" ", Look())
        elif node.tag == f"{TEXT}line-break":
            flow.line_break()
        if node.tag in _SHAPES:
            box = self._place(node, draft, box)
            flow = flow if box is None else draft.block(box)
        chain = self._chain(node, chain, draft, box)
        mixed = node.tag.startswith(TEXT)  # paragraphs, spans, links, fields with what they show
        if node.tag in _PARAGRAPHS:
            flow.line_break()
            stack.append((None, chain, flow, box))
        for child in reversed(node):
            if mixed and child.tail:
                stack.append((child.tail, chain, flow, box))
            stack.append((child, chain, flow, box))
        if mixed and node.text:
            stack.append((node.text, chain, flow, box))

    def _chain(self, node: Element, chain: Chain, draft: Draft, box: Box | None) -> Chain:
        """Add the styles that an element names; take note of its ground."""
        own: list[tuple[str, str]] = []
        if node.tag in _PARAGRAPHS:
            own = [("paragraph", node.get(f"{TEXT}style-name", ""))]
        elif node.tag == f"{TEXT}span":
            own = [("text", node.get(f"{TEXT}style-name", ""))]
        elif node.tag in _SHAPES:
            own = [
                ("presentation", node.get(f"{_PRESENTATION}style-name", "")),
                ("graphic", node.get(f"{DRAW}style-name", "")),
            ]
        elif node.tag.endswith("}table-cell"):
            cell = {name.rpartition("}")[2]: value for name, value in node.attrib.items()}
            own = [("table-cell", cell.get("style-name", ""))]
        if not own:
            return chain
        if colour := self.styles.ground(tuple(own)):
            draft.fills.add(colour, box or WHOLE_PAGE, "fill")
        return (*chain, *own)

    def _place(self, node: Element, draft: Draft, around: Box | None) -> Box | None:
        """Give a shape's place on a slide, None in a running text; take note of its picture."""
        values = [_millimetres(node.get(f"{_SVG}{side}")) for side in ("x", "y", "width", "height")]
        left, top, width, height = values
        page = draft.width_mm, draft.height_mm
        if not (page[0] and page[1] and width and height):
            return around
        image = node.find(f"{DRAW}image")
        name = "" if image is None else image.get(f"{XLINK}href", "").removeprefix("./")
        if name in self.package.names:
            draft.picture(name, width / page[0], height / page[1])
        if node.get(f"{TEXT}anchor-type") or left is None or top is None:
            return around
        return box_of(left, top, width, height, (page[0], page[1])) or around


def _outside(package: Package) -> list[str]:
    """Give the addresses of pictures, films, objects, sections and grounds that lie elsewhere.

    All parts are looked at, those of objects within the document too: a renderer draws them all.
    """
    found: dict[str, None] = {}
    for name in sorted(package.names):
        folder, base = posixpath.split(name)
        if base not in {"content.xml", "styles.xml"}:
            continue
        for node in package.tree(name).iter():
            address = node.get(f"{XLINK}href", "")
            if not address or node.tag in _CLICKED or node.tag.startswith(_ON_EVENTS):
                continue
            inside = posixpath.normpath(posixpath.join(folder, address))
            if _ADDRESS.match(address if address[:3] != "../" else inside):
                found[address] = None
    return list(found)


def _millimetres(length: str | None) -> float | None:
    """Read a length, which may be 0 or lie off the page."""
    match = _LENGTH.fullmatch(length or "")
    return None if match is None else float(match[1]) * _MM[match[2]]
