"""Takes out of an SVG all that runs, and all that reaches outside the file."""

from __future__ import annotations

import base64
import binascii
import io
import re
import warnings
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from brandguard.readers.css import Sheet
from brandguard.readers.refusal import too_large
from brandguard.readers.svg_tree import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from brandguard.readers.limits import Limits

_DROPPED = frozenset({
    "script", "foreignObject", "iframe", "audio", "video", "canvas", "metadata", "handler",
})  # fmt: skip
_FETCHING = frozenset({
    "image", "use", "feImage", "pattern", "linearGradient", "radialGradient", "font-face-uri",
    "link", "cursor", "tref", "textPath",
})  # fmt: skip
"""Elements whose reference is something to draw; of others (a link) nothing is lost."""
_FREE_OF_CSS = frozenset({
    "d", "points", "transform", "gradientTransform", "patternTransform", "id", "class",
})  # fmt: skip
_DATA_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp)((?:;[^,;]*)*),", re.IGNORECASE)
_PICTURE_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def clean(root: Element, limits: Limits) -> tuple[Sheet, list[str]]:
    """Clean a tree in place; give its style sheet and the references that were removed.

    Embedded PNG, JPEG, GIF and WebP pictures stay, as long as all of them together announce no more
    pixels than one picture may. Raises UnreadableCreativeError (SYS005) beyond that.
    """
    sheet = Sheet()
    sources = [text for element in root.iter() if (text := _style_text(element))]
    for source in sources:
        sheet.gather(source)
    for element in root.iter():
        if inline := element.get("style"):
            sheet.gather(f"*{{{inline}}}")
    for source in sources:
        sheet.add(source)
    budget = limits.max_pixels
    for element in root.iter():
        _drop_children(element)
        _clean_attributes(element, sheet)
        budget -= _pixels_announced(element)
        if budget < 0:
            raise too_large("pixels", limits.max_pixels - budget, limits.max_pixels)
    _replace_styles(root, sheet)
    return sheet, sheet.values.removed


def _style_text(element: Element) -> str:
    return "".join(element.itertext()) if local_name(element.tag) == "style" else ""


def _drop_children(element: Element) -> None:
    for child in list(element):
        if not isinstance(child.tag, str) or local_name(child.tag) in _DROPPED:
            element.remove(child)


def _clean_attributes(element: Element, sheet: Sheet) -> None:
    for name, value in list(element.attrib.items()):
        plain = local_name(name)
        if plain in {"href", "src", "base"}:
            if not _stays(value):
                del element.attrib[name]
                if local_name(element.tag) in _FETCHING:
                    sheet.values.removed.append(value.strip())
        elif plain.startswith("on"):
            del element.attrib[name]
        elif plain == "style":
            declarations = sheet.declarations(value)
            element.set(name, ";".join(f"{key}:{text}" for key, text in declarations.items()))
        elif "(" in value and plain not in _FREE_OF_CSS:
            element.set(name, sheet.values.rewrite(value))


def _stays(reference: str) -> bool:
    """Whether a reference stays within the file: to one of its own parts, or a picture in it."""
    reference = reference.strip()
    return reference.startswith("#") or _size_of_data(reference) is not None


def _pixels_announced(element: Element) -> int:
    return sum(
        width * height
        for name, value in element.attrib.items()
        if local_name(name) == "href" and not value.strip().startswith("#")
        for width, height in _sizes(value)
    )


def _sizes(reference: str) -> Iterator[tuple[int, int]]:
    size = _size_of_data(reference.strip())
    if size is not None:
        yield size


def _size_of_data(reference: str) -> tuple[int, int] | None:
    """Give the size that an embedded picture's header announces; None if it is no such picture.

    The header is looked at, not the name: resvg too goes by the bytes.
    """
    from PIL import Image as Pillow

    match = _DATA_PICTURE.match(reference)
    if match is None:
        return None
    try:
        body = unquote_to_bytes(reference[match.end() :])
        if ";base64" in match[1].lower():
            body = base64.b64decode(re.sub(rb"\s+", b"", body))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its size is judged by the caller
            with Pillow.open(io.BytesIO(body), formats=_PICTURE_FORMATS) as picture:
                return picture.size
    except Pillow.DecompressionBombError:
        return (1 << 16, 1 << 16)  # more than any limit
    except (OSError, ValueError, SyntaxError, binascii.Error):
        return None


def _replace_styles(root: Element, sheet: Sheet) -> None:
    """Put the rewritten rules into the first style element and empty the others."""
    rules = "\n".join(sheet.text)
    for element in root.iter():
        if local_name(element.tag) == "style":
            for child in list(element):
                element.remove(child)
            element.text, rules = rules, ""
