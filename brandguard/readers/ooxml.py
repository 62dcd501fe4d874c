"""What Word and PowerPoint files share: how parts relate, and the theme of fonts and colours.

Read here and not through python-docx or python-pptx: those inflate every part at once, outside our
limits, and resolve neither theme fonts nor theme colours.
"""

from __future__ import annotations

import colorsys
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from brandguard.model.colour import hex_of_rgb, linear_of_rgb, rgb_of_hex, rgb_of_linear

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from brandguard.readers.package import Package

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MM_PER_EMU: Final = 1 / 36_000
_STRICT: Final = {
    "http://purl.oclc.org/ooxml/drawingml/main": A[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1],
    "http://purl.oclc.org/ooxml/wordprocessingml/main":
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/presentationml/main":
        "http://schemas.openxmlformats.org/presentationml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}  # fmt: skip
"""Names of the strict variant of the standard (ISO/IEC 29500) and the usual ones."""
_ALIASES: Final = {
    "tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2",
    "text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2",
    "dark1": "dk1", "dark2": "dk2", "light1": "lt1", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_THOUSANDTHS = 100_000
"""A hundred percent, in the thousandths of a percent that DrawingML counts in."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one part of a document leads: another part, or an address outside."""

    kind: str
    """Last word of its type: image, slideLayout, hyperlink, …"""
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Theme:
    """The fonts and colours that a document calls by role."""

    colours: Mapping[str, str] = field(default_factory=dict)
    """dk1, lt1, accent1, … → #RRGGBB."""
    major: str | None = None
    """Font of headings."""
    minor: str | None = None
    """Font of running text."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """What a slide master makes of tx1, bg1, …: dark masters exchange them."""

    def colour(self, name: str) -> str | None:
        """Give the colour of a role."""
        inner = self.roles.get(name, name)
        return self.colours.get(_ALIASES.get(inner, inner))

    def font(self, name: str | None) -> str | None:
        """Give the family of a name that may be a role: «+mj-lt», «minorHAnsi»."""
        if not name:
            return None
        if name.startswith(("+mj", "major")):
            return self.major
        return self.minor if name.startswith(("+mn", "minor")) else name


def usual_names(root: Element) -> Element:
    """Rename the elements of a strict document to the usual namespaces."""
    if not root.tag.startswith("{http://purl.oclc.org/"):
        return root
    for element in root.iter():
        element.tag = _usual(element.tag)
        for name in list(element.attrib):
            if name.startswith("{"):
                element.attrib[_usual(name)] = element.attrib.pop(name)
    return root


def _usual(name: str) -> str:
    space, brace, local = name[1:].partition("}")
    return f"{{{_STRICT.get(space, space)}}}{local}" if brace else name


def part(package: Package, name: str) -> Element | None:
    """Parse a part, None where the document has none of that name."""
    root = package.tree_or_none(name)
    return None if root is None else usual_names(root)


def relations(package: Package, name: str) -> dict[str, Relation]:
    """Give the relations of a part by their id; those of the document for the name ""."""
    folder, base = posixpath.split(name)
    root = package.tree_or_none(posixpath.join(folder, "_rels", f"{base}.rels"))
    found = {}
    for node in [] if root is None else root:
        target = node.get("Target", "")
        outside = node.get("TargetMode") == "External"
        inner = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = node.get("Type", "").rpartition("/")[2]
        found[node.get("Id", "")] = Relation(kind, target if outside else inner, outside)
    return found


def first_target(found: Mapping[str, Relation], kind: str) -> str | None:
    """Give the part that the first relation of a kind leads to."""
    return next((r.target for r in found.values() if r.kind == kind and not r.outside), None)


def outside_parts(package: Package) -> list[str]:
    """Give the addresses of pictures, films, templates and objects that lie outside.

    Links to be clicked are no part of the document.
    """
    found = []
    for name in sorted(package.names):
        folder, base = posixpath.split(name)
        if base.endswith(".rels") and posixpath.basename(folder) == "_rels":
            owner = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
            found += [
                relation.target
                for relation in relations(package, owner).values()
                if relation.outside and relation.kind != "hyperlink"
            ]
    return found


def theme_of(package: Package, name: str | None, roles: Mapping[str, str] | None = None) -> Theme:
    """Read a theme part; an empty theme where there is none."""
    root = part(package, name) if name else None
    if root is None:
        return Theme(roles=roles or {})
    scheme = root.find(f".//{A}clrScheme")
    colours = {}
    for node in [] if scheme is None else scheme:
        value = next((_plain(child) for child in node), None)
        if value:
            colours[node.tag.rpartition("}")[2]] = value
    major = root.find(f".//{A}majorFont/{A}latin")
    minor = root.find(f".//{A}minorFont/{A}latin")
    return Theme(
        colours,
        None if major is None else major.get("typeface") or None,
        None if minor is None else minor.get("typeface") or None,
        roles or {},
    )


def _plain(  # noqa: PLR0911  one return a kind of colour
    node: Element, theme: Theme | None = None, own: str | None = None
) -> str | None:
    """Give a colour element's value before its adjustments; `own` is what «phClr» stands for."""
    kind, value = node.tag.rpartition("}")[2], node.get("val", "")
    if kind == "schemeClr":
        if value == "phClr":
            return own
        return None if theme is None else theme.colour(value)
    if kind == "srgbClr":
        return _hex(value)
    if kind == "sysClr":
        return _hex(node.get("lastClr", "")) or {"windowText": "#000000", "window": "#FFFFFF"}.get(
            value
        )
    if kind == "prstClr":
        from PIL import ImageColor

        try:
            return hex_of_rgb(ImageColor.getrgb(value.lower().replace("dk", "dark"))[:3])
        except ValueError:
            return None
    if kind == "scrgbClr":
        linear = [int(node.get(x, "0").rstrip("%") or 0) / _THOUSANDTHS for x in "rgb"]
        return hex_of_rgb(rgb_of_linear([min(1.0, max(0.0, value)) for value in linear]))
    return None


def _hex(value: str) -> str | None:
    digits = value.upper()
    right = len(digits) == 6 and all(c in "0123456789ABCDEF" for c in digits)  # noqa: PLR2004  RRGGBB
    return f"#{digits}" if right else None


def colour_in(node: Element | None, theme: Theme, own: str | None = None) -> str | None:
    """Give the colour of an element such as a:solidFill, adjusted, as #RRGGBB; None for none."""
    for child in [] if node is None else node:
        base = _plain(child, theme, own)
        if base is None:
            continue
        for change in child:
            kind = change.tag.rpartition("}")[2]
            amount = _amount(change.get("val", ""))
            if amount is None:
                continue
            if kind == "alpha" and amount == 0:
                return None
            base = _changed(base, kind, amount)
        return base
    return None


def _amount(value: str) -> float | None:
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else float(value) / _THOUSANDTHS
    except ValueError:
        return None


def _changed(colour: str, kind: str, amount: float) -> str:
    """Adjust a colour as DrawingML defines it (ECMA-376, 20.1.2.3): in HSL, or in linear light."""
    red, green, blue = (value / 255 for value in rgb_of_hex(colour))
    if kind in {"tint", "shade"}:
        white = 1 - amount if kind == "tint" else 0.0
        return hex_of_rgb(rgb_of_linear(linear_of_rgb(rgb_of_hex(colour)) * amount + white))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if kind in {"lumMod", "lumOff"}:
        light = light * amount if kind == "lumMod" else light + amount
    elif kind in {"satMod", "satOff"}:
        saturation = saturation * amount if kind == "satMod" else saturation + amount
    return _of_hls(hue, light, saturation)


def _of_hls(hue: float, light: float, saturation: float) -> str:
    rgb = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), min(1.0, max(0.0, saturation)))
    return hex_of_rgb([255 * value for value in rgb])


def word_colour(
    value: str | None, role: str | None, tint: str | None, shade: str | None, theme: Theme
) -> str | None:
    """Give Word's colour: its role in the theme, made lighter or darker in HSL; «auto» is None."""
    base = theme.colour(role) if role else None
    if base is None:
        return _hex(value or "")
    if not (tint or shade):
        return base
    hue, light, saturation = colorsys.rgb_to_hls(*(v / 255 for v in rgb_of_hex(base)))
    part_ = int(tint or shade or "FF", 16) / 255
    return _of_hls(hue, light * part_ + (1 - part_ if tint else 0), saturation)
