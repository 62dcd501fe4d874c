"""GIMP palettes, which Inkscape, Krita and Scribus read too: one colour a line, with its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.interchange.swatches import ColourFileError, Swatched, text_of, tidied
from brandguard.model.colour import hex_of_rgb, rgb_of_hex
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEAD = "GIMP Palette"
_LINE = re.compile(r"\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})(?:\s+(.*))?")
_FULL = 255


def read(data: bytes) -> tuple[Swatched, ...]:
    """Read the colours of a GPL file; raises ColourFileError."""
    lines = text_of(data).split("\n")
    if lines[0].strip() != HEAD:
        raise ColourFileError(
            Said("is no GIMP palette (it does not begin with «{head}»)", head=HEAD)
        )
    return tidied(_colours(lines[1:]))


def _colours(lines: Sequence[str]) -> Iterator[Swatched]:
    for line in lines:
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            continue
        values = [int(match[place]) for place in (1, 2, 3)]
        if max(values) > _FULL:
            raise ColourFileError(Said("holds a colour over 255: «{line}»", line=line.strip()[:60]))
        name = match[4] or ""
        yield Swatched("" if name == "Untitled" else name, hex_of_rgb(values))


def write(colours: Sequence[Swatched], brand: str = "") -> bytes:
    """Write colours as a GPL file."""
    title = " ".join(brand.split()) or "Brand"
    rows = [
        "{:3d} {:3d} {:3d}\t".format(*rgb_of_hex(c.hex)) + " ".join(c.name.split()) for c in colours
    ]
    return "\n".join((HEAD, f"Name: {title}", "Columns: 0", "#", *rows, "")).encode()
