"""Word documents: words in reading order with their fonts, sizes and colours, styles resolved.

Macros are never looked at, fields show the words that they had when the file was saved, and what
was deleted with changes tracked is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from brandguard.readers.document import Draft, creative_of, outside_note
from brandguard.readers.ooxml import (
    MM_PER_EMU,
    A,
    R,
    Relation,
    Theme,
    colour_in,
    first_target,
    outside_parts,
    part,
    relations,
    theme_of,
    word_colour,
)
from brandguard.readers.package import Package, open_package
from brandguard.readers.refusal import damaged
from brandguard.readers.textflow import Look

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from brandguard.model.creative import Creative
    from brandguard.readers.limits import Limits
    from brandguard.readers.textflow import Flow

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MM_PER_TWIP: Final = 25.4 / 1440
_SKIPPED: Final = frozenset({
    f"{W}instrText", f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}rPr", f"{W}sectPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
})  # fmt: skip
_BREAKS: Final = frozenset({f"{W}br", f"{W}cr"})
_FETCHING: Final = ("INCLUDEPICTURE", "INCLUDETEXT", "DDE", "LINK ", "IMPORT")
"""Fields that bring in something from elsewhere when they are updated."""
_USUAL_PT: Final = 10.0
"""Size of text that no style gives one (ECMA-376, 17.3.2.38)."""

Properties = dict[str, str]
"""font, size (half points), colour, role, tint, shade; hidden, bold, italic: "0" or "1"."""


@dataclass(slots=True)
class _Styles:
    """The style sheet, each style resolved along what it is based on."""

    theme: Theme
    defaults: Properties = field(default_factory=dict)
    own: dict[str, tuple[str | None, Properties]] = field(default_factory=dict)
    usual: str | None = None
    """Style of paragraphs that name none."""
    _resolved: dict[str, Properties] = field(default_factory=dict)

    def chain(self, name: str | None) -> Properties:
        """Give what a style says, and those that it is based on."""
        if not name or name not in self.own:
            return {}
        if name not in self._resolved:
            line, at = [], name
            while at in self.own and at not in line:  # a circle ends where it began
                line.append(at)
                at = self.own[at][0] or ""
            merged: Properties = {}
            for each in reversed(line):
                merged = _over(merged, self.own[each][1])
            self._resolved[name] = merged
        return self._resolved[name]

    def look(self, *layers: Properties) -> Look | None:
        """Give font, size in points and colour; None for hidden words."""
        merged = dict(self.defaults)
        for layer in layers:
            merged = _over(merged, layer)
        if merged.get("hidden") == "1":
            return None
        font = self.theme.font(merged.get("font"))
        size = merged.get("size", "")
        points = float(size) / 2 if size.replace(".", "", 1).isdigit() else _USUAL_PT
        colour = word_colour(
            merged.get("colour"), merged.get("role"), merged.get("tint"), merged.get("shade"),
            self.theme,
        )  # fmt: skip
        weight = 700 if merged.get("bold") == "1" else 400
        return Look(font, points, colour, weight, merged.get("italic") == "1")


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read a Word document as one page of text, and its large pictures as further pages.

    Where its pages break is known only to a program that lays it out.
    """
    package = open_package(data, format_)
    main = first_target(relations(package, ""), "officeDocument") or "word/document.xml"
    root = part(package, main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise damaged(format_, "damaged", "no document within")
    links = relations(package, main)
    walk = _Walk(package, _styles(package, links), Draft())
    section = next(iter(body.findall(f"{W}sectPr")), None)
    size = None if section is None else section.find(f"{W}pgSz")
    if size is not None:
        walk.draft.width_mm = round(_number(size.get(f"{W}w")) * _MM_PER_TWIP, 1) or None
        walk.draft.height_mm = round(_number(size.get(f"{W}h")) * _MM_PER_TWIP, 1) or None
    walk.story(body, links, _edges(section, links, "header"), _edges(section, links, "footer"))
    ground = root.find(f"{W}background")
    if ground is not None and (colour := walk.colour(ground, "color")):
        walk.fill(colour)
    notes = outside_note([*outside_parts(package), *walk.fetching])
    return creative_of(format_, [walk.draft], package.read, limits, notes)


def _edges(section: Element | None, links: dict[str, Relation], kind: str) -> list[str]:
    """Name the parts of the headers or footers of a section."""
    nodes = [] if section is None else section.findall(f"{W}{kind}Reference")
    found = (links.get(node.get(f"{R}id", "")) for node in nodes)
    return [link.target for link in found if link is not None and not link.outside]


@dataclass(slots=True)
class _Walk:
    """A walk over the document in reading order."""

    package: Package
    styles: _Styles
    draft: Draft
    fetching: list[str] = field(default_factory=list)

    def story(
        self, body: Element, links: dict[str, Relation], before: list[str], after: list[str]
    ) -> None:
        """Read headers, the text itself, footers."""
        seen: set[str] = set()
        for name in before:
            self._edge(name, seen)
        self._through(body, links, self.draft.block())
        for name in after:
            self._edge(name, seen)

    def _edge(self, name: str, seen: set[str]) -> None:
        root = part(self.package, name) if name not in seen else None
        seen.add(name)
        if root is not None:
            self._through(root, relations(self.package, name), self.draft.block())

    def _through(self, root: Element, links: dict[str, Relation], flow: Flow) -> None:
        """Go through elements in order; a stack holds what is open, with its paragraph's style."""
        stack: list[tuple[Element | None, Properties]] = [(root, {})]
        while stack:
            node, paragraph = stack.pop()
            if node is None or node.tag in _BREAKS:
                flow.line_break()
            elif node.tag in _SKIPPED:
                self._look_at_field(node)
            elif node.tag == f"{W}r":
                stack.extend(self._run(node, paragraph, flow))
            else:
                inner = self._enter(node, paragraph, links)
                if node.tag == f"{W}p":
                    flow.line_break()
                    stack.append((None, {}))
                elif node.tag == f"{W}tc":
                    stack.append((None, {}))
                stack.extend((child, inner) for child in reversed(node))

    def _enter(
        self, node: Element, paragraph: Properties, links: dict[str, Relation]
    ) -> Properties:
        """Take what an element says by itself; give the paragraph's style that holds within."""
        if node.tag == f"{W}p":
            style = node.find(f"{W}pPr/{W}pStyle")
            named = None if style is None else style.get(f"{W}val")
            return self.styles.chain(named or self.styles.usual)
        if node.tag == f"{W}shd":
            if colour := self.colour(node, "fill", "themeFill"):
                self.fill(colour)
        elif node.tag in {f"{_WP}inline", f"{_WP}anchor"}:
            self._picture(node, links)
        elif node.tag.endswith("}spPr"):
            if colour := colour_in(node.find(f"{A}solidFill"), self.styles.theme):
                self.fill(colour)
        elif node.tag == f"{W}hyperlink":
            link = links.get(node.get(f"{R}id", ""))
            self.draft.link(link.target if link is not None and link.outside else "")
        elif node.tag == f"{W}fldSimple" and _fetches(node.get(f"{W}instr", "")):
            self.fetching.append(node.get(f"{W}instr", "").strip())
        return paragraph

    def _run(
        self, run: Element, paragraph: Properties, flow: Flow
    ) -> list[tuple[Element | None, Properties]]:
        """Take the words of a run; give what is to be walked after it: drawings, text boxes."""
        direct = run.find(f"{W}rPr")
        style = None if direct is None else direct.find(f"{W}rStyle")
        own = {} if direct is None else _properties(direct)
        named = self.styles.chain(None if style is None else style.get(f"{W}val"))
        look = self.styles.look(paragraph, named, own)
        shade = None if direct is None else direct.find(f"{W}shd")
        if shade is not None and (colour := self.colour(shade, "fill", "themeFill")):
            self.fill(colour)
        later: list[tuple[Element | None, Properties]] = []
        for child in run:
            if child.tag in _SKIPPED:
                self._look_at_field(child)
            elif child.tag in _BREAKS:
                flow.line_break()
            elif (words := _words_of(child)) and look is not None:
                self.draft.words(flow, words, look)
            elif len(child):
                later.append((child, paragraph))
        return later[::-1]

    def _picture(self, node: Element, links: dict[str, Relation]) -> None:
        extent, blip = node.find(f"{_WP}extent"), node.find(f".//{A}blip")
        link = None if blip is None else links.get(blip.get(f"{R}embed", ""))
        page = self.draft.width_mm, self.draft.height_mm
        if extent is None or link is None or link.outside or link.target not in self.package.names:
            return
        width, height = (_number(extent.get(side)) * MM_PER_EMU for side in ("cx", "cy"))
        if page[0] and page[1]:
            self.draft.picture(link.target, width / page[0], height / page[1])

    def _look_at_field(self, node: Element) -> None:
        if node.tag == f"{W}instrText" and _fetches(node.text or ""):
            self.fetching.append((node.text or "").strip())

    def colour(self, node: Element, name: str, role: str = "themeColor") -> str | None:
        """Give the colour of an element's attributes."""
        return word_colour(
            node.get(f"{W}{name}"), node.get(f"{W}{role}"), node.get(f"{W}{role}Tint"),
            node.get(f"{W}{role}Shade"), self.styles.theme,
        )  # fmt: skip

    def fill(self, colour: str) -> None:
        """Take note of a ground, whose place is not known."""
        self.draft.fills.add(colour, (0.0, 0.0, 1.0, 1.0), "fill")


def _words_of(node: Element) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    return {f"{W}tab": " ", f"{W}noBreakHyphen": "-"}.get(node.tag, "")


def _fetches(field_: str) -> bool:
    return field_.strip().upper().startswith(_FETCHING)


def _styles(package: Package, links: dict[str, Relation]) -> _Styles:
    sheet = _Styles(theme_of(package, first_target(links, "theme")))
    name = first_target(links, "styles")
    root = part(package, name) if name else None
    if root is None:
        return sheet
    usual = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    sheet.defaults = {} if usual is None else _properties(usual)
    for node in root.findall(f"{W}style"):
        based, own = node.find(f"{W}basedOn"), node.find(f"{W}rPr")
        key = node.get(f"{W}styleId", "")
        above = None if based is None else based.get(f"{W}val")
        sheet.own[key] = (above, {} if own is None else _properties(own))
        if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in {"1", "true", "on"}:
            sheet.usual = key
    return sheet


def _properties(node: Element) -> Properties:
    """Read the run properties that say how words look."""
    found: Properties = {}
    fonts, size, colour = (node.find(f"{W}{name}") for name in ("rFonts", "sz", "color"))
    if fonts is not None:
        font = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
        if font:
            found["font"] = font
    if size is not None and size.get(f"{W}val"):
        found["size"] = size.get(f"{W}val", "")
    if colour is not None:
        names = ("val", "themeColor", "themeTint", "themeShade")
        for key, name in zip(("colour", "role", "tint", "shade"), names, strict=True):
            found[key] = colour.get(f"{W}{name}", "")
    for key, name in (("hidden", "vanish"), ("bold", "b"), ("italic", "i")):
        switch = node.find(f"{W}{name}")
        if switch is not None:
            found[key] = "0" if switch.get(f"{W}val") in {"0", "false", "off"} else "1"
    return found


def _over(below: Properties, above: Properties) -> Properties:
    return {**below, **above}


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0
