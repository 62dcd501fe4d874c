"""InDesign's exchange format (IDML): text, fonts, sizes, and colours as they were mixed.

The layout is not drawn and its pictures lie outside: the stories come in the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from brandguard.model.colour import hex_of_rgb
from brandguard.model.creative import VectorFill
from brandguard.readers.document import Draft, creative_of, outside_note
from brandguard.readers.fills import WHOLE_PAGE
from brandguard.readers.package import Package, number_in, open_package
from brandguard.readers.refusal import damaged
from brandguard.readers.textflow import Look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from brandguard.model.creative import Creative
    from brandguard.readers.limits import Limits


_MM_PER_PT: Final = 25.4 / 72
_NO_INK: Final = frozenset({"Swatch/None", "Color/Paper", "Color/Registration", "n", ""})
_USUAL_PT: Final = 12.0
_WEIGHTS: Final = (
    ("thin", 100), ("extralight", 200), ("extra light", 200), ("semibold", 600),
    ("semi bold", 600), ("demi", 600), ("extrabold", 800), ("extra bold", 800), ("black", 900),
    ("heavy", 900), ("light", 300), ("medium", 500), ("bold", 700),
)  # fmt: skip
"""Words in the names of styles, a longer one before the one that it holds."""
_MOST_SWATCHES: Final = 256

Properties = dict[str, str]
"""font, style, size, colour."""


@dataclass(frozen=True, slots=True)
class _Swatch:
    hex: str
    cmyk: tuple[float, float, float, float] | None
    spot: str | None


@dataclass(slots=True)
class _Book:
    """A document that is open: its styles, its swatches, and which of them it uses."""

    package: Package
    swatches: dict[str, _Swatch] = field(default_factory=dict)
    styles: dict[str, tuple[str, Properties]] = field(default_factory=dict)
    used: dict[tuple[str, str], float] = field(default_factory=dict)
    """Smallest size of the text in a swatch, by swatch and kind; 0 for what is no text."""

    def use(self, swatch: str, kind: str, size: float = 0.0) -> str | None:
        """Take note of a swatch that is used; give its colour."""
        if swatch in _NO_INK or swatch not in self.swatches:
            return None
        self.used[swatch, kind] = min(size, self.used.get((swatch, kind), size))
        return self.swatches[swatch].hex

    def style(self, name: str) -> Properties:
        """Give what a style says, and those that it is based on."""
        line: list[str] = []
        while name in self.styles and name not in line:
            line.append(name)
            name = self.styles[name][0]
        merged: Properties = {}
        for each in reversed(line):
            merged.update(self.styles[each][1])
        return merged


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read an IDML as one page of text, with the size of its first page."""
    package = open_package(data, format_)
    if "designmap.xml" not in package.names:
        raise damaged(format_, "damaged", "no design map within")
    book = _Book(package)
    _gather(book)
    draft = Draft(*_page_size(package))
    outside: list[str] = []
    for name in _listed(package, "Spread"):
        _spread(book, package.tree(name), outside)
    for name in _listed(package, "Story"):
        _story(book, package.tree(name), draft)
    draft.named = _fills(book)
    return creative_of(format_, [draft], package.read, limits, outside_note(outside))


def _listed(package: Package, kind: str) -> Iterator[str]:
    """Name the parts of a kind in the order of the design map."""
    for node in package.tree("designmap.xml"):
        if node.tag.endswith(f"}}{kind}"):
            name = node.get("src", "")
            if name in package.names:
                yield name


def _page_size(package: Package) -> tuple[float | None, float | None]:
    root = package.tree_or_none("Resources/Preferences.xml")
    for node in [] if root is None else root.iter("DocumentPreference"):
        width, height = number_in(node.get("PageWidth")), number_in(node.get("PageHeight"))
        if width > 0 and height > 0:
            return round(width * _MM_PER_PT, 2), round(height * _MM_PER_PT, 2)
    return None, None


def _gather(book: _Book) -> None:
    """Read swatches and styles."""
    graphic = book.package.tree_or_none("Resources/Graphic.xml")
    nodes = [] if graphic is None else list(graphic.iter())
    for node in nodes:
        if node.tag == "Color" and (swatch := _swatch(node)) is not None:
            book.swatches[node.get("Self", "")] = swatch
    for node in nodes:
        base = book.swatches.get(node.get("BaseColor", "")) if node.tag == "Tint" else None
        if base is not None:
            book.swatches[node.get("Self", "")] = _tinted(base, number_in(node.get("TintValue")))
    styles = book.package.tree_or_none("Resources/Styles.xml")
    for node in [] if styles is None else styles.iter():
        if node.tag in {"ParagraphStyle", "CharacterStyle"}:
            based = node.findtext("Properties/BasedOn") or ""
            if based and not based.startswith(node.tag):
                based = f"{node.tag}/{based}"
            book.styles[node.get("Self", "")] = (based, _properties(node))


def _swatch(node: Element) -> _Swatch | None:
    """Read a colour as it was mixed; None for one that cannot be shown."""
    spot = node.get("Name", "") if node.get("Model") == "Spot" else None
    try:
        values = [float(value) for value in node.get("ColorValue", "").split()]
    except ValueError:
        return None
    if node.get("Space") == "CMYK" and len(values) == len("CMYK"):
        cyan, magenta, yellow, black = (min(1.0, max(0.0, value / 100)) for value in values)
        build = (cyan, magenta, yellow, black)
        return _Swatch(_shown(build), build, spot)
    if node.get("Space") == "RGB" and len(values) == len("RGB"):
        return _Swatch(hex_of_rgb(values), None, spot)
    if node.get("Space") == "LAB" and len(values) == len("LAB"):
        return _Swatch(_of_lab(values), None, spot)
    return None


def _tinted(base: _Swatch, percent: float) -> _Swatch:
    part = min(1.0, max(0.0, percent / 100))
    if base.cmyk is None:
        return base
    cyan, magenta, yellow, black = (ink * part for ink in base.cmyk)
    build = (cyan, magenta, yellow, black)
    return _Swatch(_shown(build), build, base.spot)


def _shown(build: tuple[float, float, float, float]) -> str:
    """Show a build as a common offset press would print it, like CMYK without a profile."""
    from PIL import Image

    from brandguard.readers.inks import cmyk_by_table

    cyan, magenta, yellow, black = (round(255 * ink) for ink in build)
    pixel = cmyk_by_table(Image.new("CMYK", (1, 1), (cyan, magenta, yellow, black)))
    return hex_of_rgb(np.asarray(pixel)[0, 0])


def _of_lab(lab: list[float]) -> str:
    """Convert CIELAB under D50, as print has it, through littleCMS."""
    from PIL import Image, ImageCms

    light, a, b = lab
    clipped = [round(light * 2.55), *(round(min(127, max(-128, v))) % 256 for v in (a, b))]
    source = Image.frombytes("LAB", (1, 1), bytes(clipped))
    profiles = ImageCms.createProfile("LAB", 5000), ImageCms.createProfile("sRGB")
    change = ImageCms.buildTransform(*profiles, "LAB", "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    return hex_of_rgb(np.asarray(ImageCms.applyTransform(source, change))[0, 0])


def _spread(book: _Book, root: Element, outside: list[str]) -> None:
    """Take the colours of shapes, and the pictures that lie elsewhere."""
    for node in root.iter():
        book.use(node.get("FillColor", ""), "fill")
        if number_in(node.get("StrokeWeight") or "1") > 0:
            book.use(node.get("StrokeColor", ""), "stroke")
        if node.tag == "Link" and node.get("StoredState") != "Embedded":
            outside.append(node.get("LinkResourceURI", ""))


def _story(book: _Book, root: Element, draft: Draft) -> None:
    """Take the words of a story, paragraph by paragraph."""
    flow = draft.block()
    stack: list[tuple[Element, Properties]] = [(root, {})]
    while stack:
        node, above = stack.pop()
        if node.tag == "Br":
            flow.line_break()
        elif node.tag == "Content":
            look = _look(above)
            if (node.text or "").strip():
                book.use(above.get("colour", ""), "text", look.size_pt or 0.0)
            ink = book.swatches.get(above.get("colour", ""))
            for at, line in enumerate((node.text or "").split("\u2028")):
                if at:
                    flow.line_break()
                flow.add(line, look._replace(colour=None if ink is None else ink.hex))
        else:
            inner = above
            if node.tag == "ParagraphStyleRange":
                flow.line_break()
                inner = book.style(node.get("AppliedParagraphStyle", ""))
            elif node.tag == "CharacterStyleRange":
                named = book.style(node.get("AppliedCharacterStyle", ""))
                inner = {**above, **named, **_properties(node)}
            stack.extend((child, inner) for child in reversed(node) if child.tag != "Properties")
    flow.line_break()


def _look(properties: Properties) -> Look:
    style = properties.get("style", "").lower()
    weight = next((value for word, value in _WEIGHTS if word in style), 400)
    size = number_in(properties.get("size")) or _USUAL_PT
    slanted = "italic" in style or "oblique" in style
    return Look(properties.get("font"), size, None, weight, slanted)


def _properties(node: Element) -> Properties:
    names = {"size": node.get("PointSize"), "colour": node.get("FillColor")}
    names["style"] = node.get("FontStyle")
    names["font"] = node.findtext("Properties/AppliedFont")
    return {name: value for name, value in names.items() if value}


def _fills(book: _Book) -> tuple[VectorFill, ...]:
    """Give the swatches that are used, in their own space."""
    return tuple(
        VectorFill(
            book.swatches[name].hex, WHOLE_PAGE, kind,  # type: ignore[arg-type]  # three words
            book.swatches[name].cmyk, book.swatches[name].spot, size_pt=size or None,
        )
        for (name, kind), size in sorted(book.used.items())[:_MOST_SWATCHES]
    )  # fmt: skip
