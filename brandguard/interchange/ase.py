"""Adobe Swatch Exchange: the colours that Illustrator, InDesign and Photoshop hand each other.

The format was never published by its maker; this follows what all readers of it agree on: «ASEF»,
a version, a count, then blocks of type (2 bytes), length (4 bytes) and content, all big-endian.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from brandguard.interchange.swatches import (
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
    from collections.abc import Iterator, Sequence

MAGIC = b"ASEF"
_COLOUR = 0x0001
_HEAD = struct.Struct(">4sHHI")
_BLOCK = struct.Struct(">HI")
_SPOT, _PROCESS = 1, 2
_MODELS = {b"RGB ": 3, b"CMYK": 4, b"LAB ": 3, b"Gray": 1}
_CUT = Said("ends in the middle of a colour: copy the file anew")


def read(data: bytes, shown_as: ShownAs = plainly_shown) -> tuple[Swatched, ...]:
    """Read the colours of an ASE file; raises ColourFileError."""
    if data[:4] != MAGIC:
        raise ColourFileError(
            Said("is no Adobe Swatch Exchange file (it does not begin with ASEF)")
        )
    if len(data) < _HEAD.size:
        raise ColourFileError(_CUT)
    return tidied(_colour(block, shown_as) for block in _blocks(data))


def _blocks(data: bytes) -> Iterator[bytes]:
    """Walk the colour blocks; the count in the head is not believed, only the bytes."""
    at = _HEAD.size
    while at < len(data):
        if at + _BLOCK.size > len(data):
            raise ColourFileError(_CUT)
        kind, length = _BLOCK.unpack_from(data, at)
        at += _BLOCK.size
        if at + length > len(data):
            raise ColourFileError(_CUT)
        if kind == _COLOUR:
            yield data[at : at + length]
        at += length


def _colour(block: bytes, shown_as: ShownAs) -> Swatched:
    try:
        (letters,) = struct.unpack_from(">H", block)
        end = 2 + 2 * letters
        name = block[2:end].decode("utf-16-be", "replace").rstrip("\0")
        model = block[end : end + 4]
        values = struct.unpack_from(f">{_MODELS[model]}f", block, end + 4)
    except struct.error as error:
        raise ColourFileError(_CUT) from error
    except KeyError as error:
        shown = error.args[0].decode("ascii", "replace").strip()
        raise ColourFileError(
            Said("holds a colour of an unknown kind ({kind!r})", kind=shown)
        ) from error
    kind = block[end + 4 + 4 * len(values) :][:2]
    spot = name.strip() or None if kind == _SPOT.to_bytes(2, "big") else None
    if model == b"LAB ":
        return Swatched(name, hex_of_lab(values[0] * 100, values[1], values[2]), spot=spot)
    if model == b"CMYK":
        checked = hex_of_units(values[:3]) and hex_of_units((values[3],) * 3)
        cyan, magenta, yellow, black = (round(min(max(v, 0.0), 1.0), 4) for v in values)
        inks = (cyan, magenta, yellow, black)
        return Swatched(name, checked and shown_as(inks), inks, spot)
    return Swatched(name, hex_of_units(values if len(values) > 1 else values * 3), spot=spot)


def write(colours: Sequence[Swatched]) -> bytes:
    """Write colours as an ASE file, in inks where they are stated."""
    blocks = []
    for colour in colours:
        name = f"{colour.name}\0".encode("utf-16-be", "replace")
        if colour.cmyk is not None:
            values, model = colour.cmyk, b"CMYK"
        else:
            red, green, blue = (v / 255 for v in rgb_of_hex(colour.hex))
            values, model = (red, green, blue), b"RGB "  # type: ignore[assignment]  # three of them
        body = struct.pack(">H", len(name) // 2) + name + model
        body += struct.pack(f">{len(values)}f", *values)
        body += struct.pack(">H", _SPOT if colour.spot else _PROCESS)
        blocks.append(_BLOCK.pack(_COLOUR, len(body)) + body)
    return _HEAD.pack(MAGIC, 1, 0, len(blocks)) + b"".join(blocks)
