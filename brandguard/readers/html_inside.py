"""What a drawn page may show: what lies in its own file, and nothing else.

`data:` addresses and the parts of an e-mail are handed on, as pictures and style sheets alone.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, unquote_to_bytes

from brandguard.readers.document import picture_format
from brandguard.readers.svg_tree import parse as parse_svg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.readers.limits import Limits

NOWHERE: Final = "http://part.invalid/"
"""Stands before references that say no place, so that they reach the fetcher and are counted."""
_MOST_MISSING: Final = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """Something that lies in the same file and may be shown by a page."""

    data: bytes
    kind: str
    """Its media type."""


class Inside:
    """Answers what WeasyPrint asks for, from the file alone, and notes what it cannot answer."""

    _fail_on_errors = False

    def __init__(self, parts: Mapping[str, Part], limits: Limits) -> None:
        self._parts = parts
        self._limits = limits
        self._budget = limits.max_pixels
        self.missing: dict[str, None] = {}

    def knows(self, address: str) -> bool:
        """Say whether this lies in the file."""
        return address[:5].lower() == "data:" or _called(address) in self._parts

    def __call__(self, address: str) -> Any:  # noqa: ANN401  WeasyPrint has no public types
        """Give a part or a `data:` address; raises ValueError for everything else."""
        from weasyprint.urls import URLFetcherResponse

        part = self._part(address)
        kind = self._kind(part)
        return URLFetcherResponse("part:", part.data, {"Content-Type": kind})

    def _part(self, address: str) -> Part:
        if address[:5].lower() == "data:":
            return _of_data(address)
        if (name := _called(address)) in self._parts:
            return self._parts[name]
        if len(self.missing) < _MOST_MISSING:
            self.missing[address.removeprefix(NOWHERE)] = None
        raise ValueError(address[:100])

    def _kind(self, part: Part) -> str:
        """Give the media type under which a part is handed on: pictures and style sheets alone."""
        found = picture_format(part.data)
        if found is not None:
            self._take_pixels(part.data)
            return f"image/{found}"
        if part.kind == "text/css":
            return part.kind
        parse_svg(part.data, self._limits)  # raises where it is none, or a bomb
        return "image/svg+xml"

    def _take_pixels(self, data: bytes) -> None:
        from PIL import Image

        with Image.open(io.BytesIO(data)) as picture:
            self._budget -= picture.width * picture.height
        if self._budget < 0:
            raise ValueError("too many pixels")


def _called(address: str) -> str:
    """Give the name under which a part is kept: schemes are written in either case."""
    scheme, colon, rest = unquote(address).partition(":")
    return f"{scheme.lower()}{colon}{rest}"


def _of_data(address: str) -> Part:
    """Read a `data:` address; raises ValueError (binascii.Error) where it is broken."""
    import base64

    head, _, body = address[5:].partition(",")
    data = unquote_to_bytes(body)
    if head.lower().rstrip().endswith(";base64"):
        data = base64.b64decode(data)
    return Part(data, head.partition(";")[0].strip().lower())
