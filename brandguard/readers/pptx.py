"""Presentations: a page a slide, with what its layout and master add and say of fonts and colours.

Words come in the order that a screen reader takes: the order of the shapes in the file. Hidden
slides are not shown, and speaker's notes are not seen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from brandguard.readers.document import Draft, box_of, creative_of, outside_note
from brandguard.readers.fills import WHOLE_PAGE
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
)
from brandguard.readers.package import Package, number_in, open_package
from brandguard.readers.pptx_text import Around, Levels, take_text
from brandguard.readers.refusal import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import Box, Creative
    from brandguard.readers.limits import Limits

P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TITLES: Final = frozenset({"title", "ctrTitle"})
_BODIES: Final = frozenset({"body", "subTitle", "obj", "half", "quarter", "sldImg", "tbl", "chart"})

Frame = tuple[float, float, float, float]
"""Left, top, width and height in EMU, on the slide."""
Move = tuple[float, float, float, float]
"""How a group's inner places become outer ones: across, down, and the scale of either."""

_NO_MOVE: Move = (0.0, 0.0, 1.0, 1.0)


@dataclass(slots=True)
class _Sheet:
    """A slide, layout or master: its part, what it leads to, and its placeholders."""

    root: Element
    links: dict[str, Relation]
    holders: list[tuple[str, str, Element]] = field(default_factory=list)
    """Kind, index and shape of each placeholder."""

    def holder(self, kind: str, index: str) -> Element | None:
        """Find the placeholder that one of a sheet below inherits from."""
        by_index = (shape for _, own, shape in self.holders if index and own == index)
        by_kind = (shape for own, _, shape in self.holders if _family(own) == _family(kind))
        return next(by_index, None) or next(by_kind, None)


@dataclass(slots=True)
class _Deck:
    """A presentation that is open."""

    package: Package
    size: tuple[float, float]
    usual: Levels
    """What text is like that nothing else speaks of."""
    _sheets: dict[str, _Sheet | None] = field(default_factory=dict)
    _themes: dict[str, Theme] = field(default_factory=dict)

    def sheet(self, name: str | None) -> _Sheet | None:
        """Open a slide, layout or master; layouts and masters are kept, for slides share them."""
        if name is None:
            return None
        if name not in self._sheets:
            root = part(self.package, name)
            sheet = None if root is None else _Sheet(root, relations(self.package, name))
            if sheet is not None:
                for shape in _shapes(sheet.root):
                    holder = shape.find(f".//{P}nvPr/{P}ph")
                    if holder is not None:
                        kind, index = holder.get("type", "obj"), holder.get("idx", "")
                        sheet.holders.append((kind, index, shape))
            if "/slides/" in name:
                return sheet
            self._sheets[name] = sheet
        return self._sheets[name]

    def theme(self, master: _Sheet | None) -> Theme:
        """Give the theme of a master, with the roles that it gives to its colours."""
        name = None if master is None else first_target(master.links, "theme")
        if master is None or name is None:
            return Theme()
        if name not in self._themes:
            roles = master.root.find(f"{P}clrMap")
            self._themes[name] = theme_of(
                self.package, name, {} if roles is None else dict(roles.attrib)
            )
        return self._themes[name]


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read a presentation: a page a slide, and its large pictures as further pages."""
    package = open_package(data, format_)
    main = first_target(relations(package, ""), "officeDocument") or "ppt/presentation.xml"
    root = part(package, main)
    if root is None:
        raise damaged(format_, "damaged", "no presentation within")
    links = relations(package, main)
    size = root.find(f"{P}sldSz")
    wide, high = (number_in(None if size is None else size.get(side)) for side in ("cx", "cy"))
    deck = _Deck(package, (wide, high), Levels.of(root.find(f"{P}defaultTextStyle")))
    drafts = list(_slides(deck, root, links, limits))
    if not drafts:
        raise damaged(format_, "no_pages")
    notes = outside_note(outside_parts(package))
    return creative_of(format_, drafts, package.read, limits, notes)


def _slides(
    deck: _Deck, root: Element, links: dict[str, Relation], limits: Limits
) -> Iterator[Draft]:
    found = 0
    for entry in root.findall(f"{P}sldIdLst/{P}sldId"):
        link = links.get(entry.get(f"{R}id", ""))
        slide = None if link is None else deck.sheet(link.target)
        if slide is None or slide.root.get("show") in {"0", "false"}:
            continue
        found += 1
        # what lies beyond the limit is counted, not read: the note says how many there are
        yield _draft(deck, slide) if found <= limits.max_pages else Draft()


def _draft(deck: _Deck, slide: _Sheet) -> Draft:
    layout = deck.sheet(first_target(slide.links, "slideLayout"))
    master = None if layout is None else deck.sheet(first_target(layout.links, "slideMaster"))
    draft = Draft(deck.size[0] * MM_PER_EMU or None, deck.size[1] * MM_PER_EMU or None)
    theme = deck.theme(master)
    sheets = [sheet for sheet in (slide, layout, master) if sheet is not None]
    _ground(sheets, theme, draft, deck)
    _SlideWalk(deck, slide, layout, master, theme, draft).through(slide, whole=True)
    if layout is not None and slide.root.get("showMasterSp") not in {"0", "false"}:
        _SlideWalk(deck, layout, None, master, theme, draft).through(layout, whole=False)
        if master is not None and layout.root.get("showMasterSp") not in {"0", "false"}:
            _SlideWalk(deck, master, None, master, theme, draft).through(master, whole=False)
    return draft


def _ground(sheets: list[_Sheet], theme: Theme, draft: Draft, deck: _Deck) -> None:
    """Take the background: the slide's own, else its layout's, else its master's."""
    for sheet in sheets:
        ground = sheet.root.find(f"{P}cSld/{P}bg")
        if ground is None:
            continue
        properties, reference = ground.find(f"{P}bgPr"), ground.find(f"{P}bgRef")
        if properties is not None:
            for named in _colours(properties, theme):
                draft.fills.add(named, WHOLE_PAGE, "fill")
            _show(properties, sheet, WHOLE_PAGE, draft, deck)
        elif colour := colour_in(reference, theme):
            draft.fills.add(colour, WHOLE_PAGE, "fill")
        return


@dataclass(slots=True)
class _SlideWalk:
    """A walk over the shapes of one sheet."""

    deck: _Deck
    sheet: _Sheet
    layout: _Sheet | None
    master: _Sheet | None
    theme: Theme
    draft: Draft

    def through(self, sheet: _Sheet, *, whole: bool) -> None:
        """Take all shapes; of a layout or master those alone that are no placeholders."""
        tree = sheet.root.find(f"{P}cSld/{P}spTree")
        stack = [(child, _NO_MOVE) for child in reversed([] if tree is None else tree)]
        while stack:
            node, move = stack.pop()
            if node.tag == f"{P}grpSp":
                inner = _group_move(node, move)
                stack.extend((child, inner) for child in reversed(node))
            elif node.tag in {f"{P}sp", f"{P}pic", f"{P}cxnSp", f"{P}graphicFrame"}:
                holder = node.find(f".//{P}nvPr/{P}ph")
                if whole or holder is None:
                    self._shape(node, holder, move)
            elif node.tag.endswith("}AlternateContent") and len(node):
                stack.extend((child, move) for child in reversed(node[0]))

    def _shape(self, node: Element, holder: Element | None, move: Move) -> None:
        above = self._above(holder)
        frame = next((f for shape in (node, *above) if (f := _frame(shape))), None)
        box = None
        if frame is not None:
            left, top = frame[0] * move[2] + move[0], frame[1] * move[3] + move[1]
            box = box_of(left, top, frame[2] * move[2], frame[3] * move[3], self.deck.size)
        hidden = node.find(f".//{P}cNvPr")
        if hidden is not None and hidden.get("hidden") in {"1", "true"}:
            return
        self._fills(node, above, box or WHOLE_PAGE)
        if box is not None:
            for holding in (node, node.find(f"{P}spPr")):
                if holding is not None:
                    _show(holding, self.sheet, box, self.draft, self.deck)
        bodies = [node.find(f"{P}txBody"), *node.findall(f".//{A}tc/{A}txBody")]
        self._links(node, box)
        levels = self._levels(holder, above)
        for body in bodies:
            if body is not None:
                take_text(body, Around(levels, self._own(node), self.theme, box), self.draft)
        for properties in node.findall(f".//{A}tcPr"):
            for colour in _colours(properties, self.theme):
                self.draft.fills.add(colour, box or WHOLE_PAGE, "fill")

    def _links(self, node: Element, box: Box | None) -> None:
        for click in node.iter(f"{A}hlinkClick"):
            link = self.sheet.links.get(click.get(f"{R}id", ""))
            self.draft.link(link.target if link is not None and link.outside else "", box)

    def _above(self, holder: Element | None) -> list[Element]:
        """Give the placeholders that this one inherits from, the nearest first."""
        if holder is None:
            return []
        kind, index = holder.get("type", "obj"), holder.get("idx", "")
        found = []
        if self.layout is not None and (shape := self.layout.holder(kind, index)) is not None:
            found.append(shape)
            inner = shape.find(f".//{P}nvPr/{P}ph")
            kind = kind if inner is None else inner.get("type", kind)
        if self.master is not None and (shape := self.master.holder(kind, "")) is not None:
            found.append(shape)
        return found

    def _levels(self, holder: Element | None, above: list[Element]) -> list[Levels]:
        """Give the styles of text from the farthest to the nearest."""
        kind = "" if holder is None else holder.get("type", "obj")
        name = "titleStyle" if kind in _TITLES else "bodyStyle" if holder is not None else ""
        styles = None
        if self.master is not None:
            styles = self.master.root.find(f"{P}txStyles/{P}{name or 'otherStyle'}")
        lists = [shape.find(f"{P}txBody/{A}lstStyle") for shape in reversed(above)]
        return [self.deck.usual, Levels.of(styles), *map(Levels.of, lists)]

    def _own(self, node: Element) -> str | None:
        """Give the colour that the shape's style gives to its text."""
        return colour_in(node.find(f"{P}style/{A}fontRef"), self.theme)

    def _fills(self, node: Element, above: list[Element], box: Box) -> None:
        properties = [shape.find(f"{P}spPr") for shape in (node, *above)]
        stated = [p for p in properties if p is not None]
        filled = next((p for p in stated if _states_fill(p)), None)
        colours = [] if filled is None else _colours(filled, self.theme)
        reference = node.find(f"{P}style/{A}fillRef")
        if filled is None and reference is not None and reference.get("idx") != "0":
            colours = [c for c in (colour_in(reference, self.theme),) if c]
        for named in colours:
            self.draft.fills.add(named, box, "fill")
        for line in (p.find(f"{A}ln/{A}solidFill") for p in stated[:1]):
            if colour := colour_in(line, self.theme):
                self.draft.fills.add(colour, box, "stroke")


def _states_fill(properties: Element) -> bool:
    names = ("solidFill", "gradFill", "noFill", "blipFill", "pattFill", "grpFill")
    return any(properties.find(f"{A}{name}") is not None for name in names)


def _colours(properties: Element, theme: Theme) -> list[str]:
    """Give the colours of a plain or graded fill."""
    nodes = [properties.find(f"{A}solidFill"), *properties.findall(f"{A}gradFill/{A}gsLst/{A}gs")]
    return [colour for node in nodes if (colour := colour_in(node, theme))]


def _show(node: Element, sheet: _Sheet, box: Box, draft: Draft, deck: _Deck) -> None:
    """Take note of the picture that a shape is or is filled with."""
    blip = next((b for n in (P, A) if (b := node.find(f"{n}blipFill/{A}blip")) is not None), None)
    link = None if blip is None else sheet.links.get(blip.get(f"{R}embed", ""))
    if link is not None and not link.outside and link.target in deck.package.names:
        draft.picture(link.target, box[2] - box[0], box[3] - box[1])


def _shapes(root: Element) -> Iterator[Element]:
    for node in root.iter():
        if node.tag in {f"{P}sp", f"{P}pic"}:
            yield node


def _family(kind: str) -> str:
    """Name the kinds of placeholders that stand for one another."""
    if kind in _TITLES:
        return "title"
    return "body" if kind in _BODIES else kind


def _frame(shape: Element) -> Frame | None:
    transform = shape.find(f"{P}spPr/{A}xfrm")
    if transform is None:
        transform = shape.find(f"{P}xfrm")
    return None if transform is None else _rectangle(transform, "off", "ext")


def _rectangle(transform: Element, place: str, size: str) -> Frame | None:
    at, wide = transform.find(f"{A}{place}"), transform.find(f"{A}{size}")
    if at is None or wide is None:
        return None
    left, top = number_in(at.get("x")), number_in(at.get("y"))
    return left, top, number_in(wide.get("cx")), number_in(wide.get("cy"))


def _group_move(group: Element, outer: Move) -> Move:
    """Give how the places within a group become places on the slide."""
    transform = group.find(f"{P}grpSpPr/{A}xfrm")
    here = None if transform is None else _rectangle(transform, "off", "ext")
    within = None if transform is None else _rectangle(transform, "chOff", "chExt")
    if here is None or within is None or not (within[2] and within[3]):
        return outer
    across, down = here[2] / within[2], here[3] / within[3]
    left, top = here[0] - within[0] * across, here[1] - within[1] * down
    return (
        outer[0] + left * outer[2], outer[1] + top * outer[3], across * outer[2], down * outer[3],
    )  # fmt: skip
