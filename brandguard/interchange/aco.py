"""Photoshop's colour swatches (Adobe Photoshop File Formats Specification, «Color swatches»).

Version 1 holds the colours; version 2, which follows in the same file, holds them with their names.
All numbers are big-endian, 16 bits wide.
"""

from __future__ import annotations

import colorsys
import struct
from typing import TYPE_CHECKING

from brandguard.interchange.swatches import (
    MAX_COLOURS,
    ColourFileError,
    ShownAs,
    Swatched,
    hex_of_lab,
    hex_of_units,
    plainly_shown,
    tidied,
)
from brandguard.model.colour import rgb_of_hex
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

_FULL = 65535
_RGB, _HSB, _CMYK, _LAB, _GREY, _WIDE_CMYK = 0, 1, 2, 7, 8, 9
_CUT = Said("ends in the middle of a colour: copy the file anew")


def read(data: bytes, shown_as: ShownAs = plainly_shown) -> tuple[Swatched, ...]:
    """Read the colours of an ACO file, with their names where it has them; ColourFileError."""
    try:
        version, count = struct.unpack_from(">HH", data)
        if version not in {1, 2}:
            raise ColourFileError(Said("is no Photoshop swatch file (version 1 or 2)"))
        if count > MAX_COLOURS:
            raise ColourFileError(
                Said("holds over {most} colours: no brand has so many", most=MAX_COLOURS)
            )
        colours, end = _section(data, 4, count, shown_as, named=version == 2)  # noqa: PLR2004  see above
        if version == 1 and data[end : end + 2] == b"\0\2":
            (count,) = struct.unpack_from(">H", data, end + 2)
            colours, _ = _section(data, end + 4, min(count, MAX_COLOURS + 1), shown_as, named=True)
    except struct.error as error:
        raise ColourFileError(_CUT) from error
    return tidied(colours)


def _section(
    data: bytes, at: int, count: int, shown_as: ShownAs, *, named: bool
) -> tuple[list[Swatched], int]:
    out = []
    for _ in range(count):
        space, *values = struct.unpack_from(">5H", data, at)
        at += 10
        name = ""
        if named:
            (letters,) = struct.unpack_from(">I", data, at)
            at += 4
            if letters * 2 > len(data) - at:
                raise ColourFileError(_CUT)
            name = data[at : at + letters * 2].decode("utf-16-be", "replace").rstrip("\0")
            at += letters * 2
        colour = _colour(name, space, values, shown_as)
        if colour is not None:
            out.append(colour)
    return out, at


def _colour(name: str, space: int, values: list[int], shown_as: ShownAs) -> Swatched | None:
    """Give a colour; None for the spaces of ink makers' catalogues, whose numbers say nothing."""
    units = [value / _FULL for value in values]
    if space == _RGB:
        return Swatched(name, hex_of_units(units[:3]))
    if space == _HSB:
        return Swatched(name, hex_of_units(colorsys.hsv_to_rgb(*units[:3])))
    if space in {_CMYK, _WIDE_CMYK}:
        wide = [min(value / 10000, 1.0) for value in values]
        cyan, magenta, yellow, black = (
            round(v, 4) for v in (wide if space == _WIDE_CMYK else [1 - u for u in units])
        )
        inks = (cyan, magenta, yellow, black)
        return Swatched(name, shown_as(inks), inks)
    if space == _LAB:
        a, b = (value - 65536 if value > 32767 else value for value in values[1:3])  # noqa: PLR2004  two's complement
        return Swatched(name, hex_of_lab(values[0] / 100, a / 100, b / 100))
    if space == _GREY:
        return Swatched(name, hex_of_units([1 - min(values[0] / 10000, 1.0)] * 3))
    return None


def write(colours: Sequence[Swatched]) -> bytes:
    """Write colours as an ACO file of both versions, in inks where they are stated."""
    plain, named = [], []
    for colour in colours:
        if colour.cmyk is not None:
            numbers = struct.pack(">5H", _CMYK, *(round((1 - v) * _FULL) for v in colour.cmyk))
        else:
            numbers = struct.pack(">5H", _RGB, *(v * 257 for v in rgb_of_hex(colour.hex)), 0)
        name = f"{colour.name}\0".encode("utf-16-be", "replace")
        plain.append(numbers)
        named.append(numbers + struct.pack(">I", len(name) // 2) + name)
    count = len(plain)
    first = struct.pack(">HH", 1, count) + b"".join(plain)
    return first + struct.pack(">HH", 2, count) + b"".join(named)
