"""What every file of colours comes down to: names, colours, and how they are printed.

Files come from strangers: whatever a format promises, no more than MAX_BYTES are read and no more
than MAX_COLOURS are taken.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from brandguard.model.colour import hex_of_rgb, rgb_of_linear
from brandguard.model.errors import BrandGuardError
from brandguard.model.profile import Inks
from brandguard.model.said import Said

MAX_BYTES = 4 * 1024 * 1024
"""A palette of a thousand colours takes a fiftieth of it."""
MAX_COLOURS = 1000
MAX_NAME = 120

ShownAs = Callable[[Inks], str]
"""Inks (0–1 each) → #RRGGBB as they look in print."""


@dataclass(frozen=True, slots=True)
class Swatched:
    """A colour of a file, by the name that it has there."""

    name: str
    hex: str
    """#RRGGBB, upper case."""
    cmyk: Inks | None = None
    spot: str | None = None
    """The spot ink by whose name the file calls it."""


class ColourFileError(BrandGuardError):
    """A file of colours cannot be read; one sentence that says why."""


def plainly_shown(inks: Inks) -> str:
    """Give the colour of inks by the plain formula, for where there is no table of a press."""
    black = 1.0 - inks[3]
    return hex_of_rgb([255 * (1.0 - min(max(ink, 0.0), 1.0)) * black for ink in inks[:3]])


def hex_of_units(values: Sequence[float]) -> str:
    """Write red, green and blue of 0–1 as #RRGGBB; what is no number is refused."""
    if not all(math.isfinite(value) for value in values):
        raise ColourFileError(Said("holds a colour that is no number: save the palette anew"))
    return hex_of_rgb([255 * value for value in values])


# CSS Color Module Level 4, «sample code»: the white of D50, Bradford's adaptation, XYZ to sRGB.
_D50 = (0.3457 / 0.3585, 1.0, (1.0 - 0.3457 - 0.3585) / 0.3585)
_D50_TO_LINEAR = (
    (3.1341359, -1.6173864, -0.4906619),
    (-0.9787955, 1.9162543, 0.0334427),
    (0.0719550, -0.2289769, 1.4053860),
)
_KAPPA, _EPSILON = 24389 / 27, 216 / 24389


def hex_of_lab(lightness: float, a: float, b: float) -> str:
    """Give the sRGB colour of CIELAB (D50, lightness 0–100), held within what a screen shows."""
    if not all(math.isfinite(value) for value in (lightness, a, b)):
        raise ColourFileError(Said("holds a colour that is no number: save the palette anew"))
    fy = (min(max(lightness, 0.0), 100.0) + 16) / 116
    steps = (fy + min(max(a, -200.0), 200.0) / 500, fy, fy - min(max(b, -200.0), 200.0) / 200)
    xyz = [
        white * (step**3 if step**3 > _EPSILON else (116 * step - 16) / _KAPPA)
        for step, white in zip(steps, _D50, strict=True)
    ]
    linear = [sum(m * v for m, v in zip(row, xyz, strict=True)) for row in _D50_TO_LINEAR]
    return hex_of_rgb(rgb_of_linear([min(max(value, 0.0), 1.0) for value in linear]))


def tidy_name(name: str) -> str:
    """Give a name on one line, without what cannot be shown, bounded in length."""
    shown = "".join(c if c.isprintable() else " " for c in name)
    return " ".join(shown.split())[:MAX_NAME]


def tidied(colours: Iterable[Swatched]) -> tuple[Swatched, ...]:
    """Name every colour, each name once: a second «Red» becomes «Red 2», a nameless one its hex."""
    seen: set[str] = set()
    out: list[Swatched] = []
    for colour in colours:
        plain = tidy_name(colour.name) or colour.hex
        name, number = plain, 2
        while name.casefold() in seen:
            name, number = f"{plain} {number}", number + 1
        seen.add(name.casefold())
        out.append(replace(colour, name=name))
        if len(out) > MAX_COLOURS:
            raise ColourFileError(
                Said("holds over {most} colours: no brand has so many", most=MAX_COLOURS)
            )
    if not out:
        raise ColourFileError(Said("holds no colour that can be read"))
    return tuple(out)


def slug(name: str) -> str:
    """Give a name as CSS and tokens write it: small letters, digits, hyphens."""
    return re.sub(r"[^\w]+", "-", name.strip().lower()).strip("-_") or "colour"


def slugs(colours: Iterable[Swatched]) -> list[str]:
    """Give each colour's slug, each once."""
    out: list[str] = []
    for colour in colours:
        plain = slug(colour.name)
        name, number = plain, 2
        while name in out:
            name, number = f"{plain}-{number}", number + 1
        out.append(name)
    return out


def text_of(data: bytes) -> str:
    """Decode a text file: UTF-8, or UTF-16 where its first bytes say so."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ColourFileError(Said("is not UTF-8 text: save it as UTF-8")) from error
