"""OpenDocument styles: fonts, sizes, colours and grounds, resolved along their parents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from brandguard.readers.css import size_pt
from brandguard.readers.textflow import Look

if TYPE_CHECKING:
    from collections.abc import Iterable


STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"
_SVG: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_COLOUR_LENGTH = 7

Key = tuple[str, str]
"""Family and name; the name "" is the family's default."""
Properties = dict[str, str]


@dataclass(slots=True)
class Styles:
    """All styles of a document."""

    own: dict[Key, tuple[str, Properties]] = field(default_factory=dict)
    """Parent's name and own properties."""
    fonts: dict[str, str] = field(default_factory=dict)
    """Family of each declared font face."""
    masters: dict[str, Element] = field(default_factory=dict)
    sizes: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Width and height in mm of each page layout."""
    _resolved: dict[Key, Properties] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Iterable[Element]) -> Styles:
        """Gather the styles of styles.xml and content.xml, in this order."""
        styles = cls()
        for root in roots:
            for node in root.iter(f"{STYLE}font-face"):
                family = node.get(f"{_SVG}font-family") or node.get(f"{STYLE}name") or ""
                styles.fonts[node.get(f"{STYLE}name", "")] = family.strip("'\" ")
            for tag in (f"{STYLE}default-style", f"{STYLE}style"):
                for node in root.iter(tag):
                    styles._add(node)
            for node in root.iter(f"{STYLE}page-layout"):
                styles._add_layout(node)
            for node in root.iter(f"{STYLE}master-page"):
                styles.masters[node.get(f"{STYLE}name", "")] = node
        return styles

    @property
    def first_master(self) -> str:
        """Name the master of a text's pages: the one called Standard, else the first."""
        return "Standard" if "Standard" in self.masters else next(iter(self.masters), "")

    def page_size(self, master: str) -> tuple[float | None, float | None]:
        """Give width and height in mm of a master's pages."""
        node = self.masters.get(master, self.masters.get(self.first_master))
        layout = "" if node is None else node.get(f"{STYLE}page-layout-name", "")
        return self.sizes.get(layout, (None, None))

    def look(self, chain: tuple[Key, ...]) -> Look | None:
        """Give font, size in points and colour of words under styles; None for hidden words."""
        merged = dict(self.resolved(("paragraph", "")))
        for key in chain:
            found = self.resolved(key)
            points = size_pt(found.get("size", ""), size_pt(merged.get("size", ""), None))
            merged.update(found)
            if "size" in found:
                merged["size"] = f"{points}pt" if points else ""
        if merged.get("hidden") == "true" or merged.get("hidden") == "none":
            return None
        family = merged.get("font")
        font = self.fonts.get(family or "", family) or None
        return Look(
            font,
            size_pt(merged.get("size", ""), None),
            _hex(merged.get("colour", "")),
            _weight(merged.get("weight", "normal")),
            merged.get("slope", "normal") in {"italic", "oblique"},
        )

    def ground(self, chain: tuple[Key, ...]) -> str | None:
        """Give the plain colour behind something; None for none, a gradient or a picture."""
        found: str | None = None
        for key in chain:
            own = self.resolved(key)
            if own.get("fill") in {"none", "bitmap", "gradient", "hatch"}:
                found = None
            elif own.get("fill") == "solid" or key[0] not in {"graphic", "presentation"}:
                found = _hex(own.get("fill-colour", "") or own.get("ground", "")) or found
        return found

    def resolved(self, key: Key) -> Properties:
        """Give what a style says, and those above it; nothing for one that is not there."""
        if key not in self._resolved:
            family, name = key
            line: list[str] = []
            while (family, name) in self.own and name not in line:
                line.append(name)
                name = self.own[family, name][0]
            merged: Properties = {}
            for each in reversed(line):
                merged.update(self.own[family, each][1])
            self._resolved[key] = merged
        return self._resolved[key]

    def _add(self, node: Element) -> None:
        family = node.get(f"{STYLE}family", "")
        default = node.tag == f"{STYLE}default-style"
        name = "" if default else node.get(f"{STYLE}name", "")
        found: Properties = {}
        for child in node:
            found.update(_properties(child))
        parent = "" if default or not name else node.get(f"{STYLE}parent-style-name", "")
        if name or default:
            self.own[family, name] = (parent, found)

    def _add_layout(self, node: Element) -> None:
        inner = node.find(f"{STYLE}page-layout-properties")
        if inner is None:
            return
        sides = (size_pt(inner.get(f"{FO}page-{side}", ""), None) for side in ("width", "height"))
        width, height = sides
        if width and height:
            self.sizes[node.get(f"{STYLE}name", "")] = (
                round(width * 25.4 / 72, 1), round(height * 25.4 / 72, 1),
            )  # fmt: skip  # the points were rounded


_NAMES: Final = {
    f"{FO}color": "colour", f"{FO}font-size": "size", f"{FO}background-color": "ground",
    f"{FO}font-weight": "weight", f"{FO}font-style": "slope", f"{DRAW}fill": "fill",
    f"{DRAW}fill-color": "fill-colour", f"{TEXT}display": "hidden",
}  # fmt: skip


def _properties(node: Element) -> Properties:
    """Read one element of properties; a declared font goes before a family named in place."""
    found = {own: node.get(name, "") for name, own in _NAMES.items() if node.get(name)}
    font = node.get(f"{STYLE}font-name") or (node.get(f"{FO}font-family") or "").strip("'\" ")
    if font:
        found["font"] = font
    if node.get(f"{STYLE}use-window-font-color") == "true" and "colour" not in found:
        found["colour"] = ""
    return found


def _weight(value: str) -> int | None:
    return int(value) if value.isdigit() else {"normal": 400, "bold": 700}.get(value)


def _hex(value: str) -> str | None:
    return value.upper() if len(value) == _COLOUR_LENGTH and value.startswith("#") else None
