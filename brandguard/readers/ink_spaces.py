"""What a PDF colour space prints with: process inks, spot inks, or nothing that is known here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_NESTING = 4
MOST_NAMES = 32
NAME_LENGTH = 80
LEAST_TINT = 0.02
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
NOT_INKS = frozenset({"All", "None"})
"""«All» prints on every plate: crop and registration marks, no colour of the brand."""

Inks = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space, as far as printing goes."""

    kind: Literal["grey", "cmyk", "rgb", "named", "other"] = "other"
    names: tuple[str, ...] = ()
    """Of a space of named inks, in their order."""


@dataclass(frozen=True, slots=True)
class Ink:
    """One colour as it is printed; no inks where the file leaves that to others (RGB)."""

    cmyk: Inks | None = None
    spot: str | None = None
    rgb: tuple[float, float, float] | None = None
    """0–1 each, where the file names the colour so."""
    bare: bool = False
    """Whether it lays no ink at all, in whatever space."""


UNKNOWN = Ink()
BLACK = Ink((0.0, 0.0, 0.0, 1.0))
"""What a page begins with."""
GREY, CMYK, RGB, OTHER = Space("grey"), Space("cmyk"), Space("rgb"), Space()
DEVICES = {
    "/DeviceGray": GREY, "/G": GREY, "/DeviceCMYK": CMYK, "/CMYK": CMYK, "/DeviceRGB": RGB,
    "/RGB": RGB,
}  # fmt: skip


def space_of(  # noqa: PLR0911  one return a kind of colour space
    thing: Any,  # noqa: ANN401  pikepdf's objects
    resources: Any,  # noqa: ANN401  as above
    depth: int = 0,
) -> Space:
    """Read a colour space, given by name or as an array; OTHER for all that is no ink."""
    import pikepdf

    if depth > MOST_NESTING:
        return OTHER
    if isinstance(thing, pikepdf.Name):
        if str(thing) in DEVICES:
            return DEVICES[str(thing)]
        spaces = resources.get("/ColorSpace") if resources is not None else None
        inner = spaces.get(str(thing)) if isinstance(spaces, pikepdf.Dictionary) else None
        same = isinstance(inner, pikepdf.Name) and str(inner) == str(thing)
        return OTHER if inner is None or same else space_of(inner, resources, depth + 1)
    if not isinstance(thing, pikepdf.Array) or not len(thing):
        return OTHER
    family = str(thing[0])
    if family == "/ICCBased" and isinstance(thing[1], pikepdf.Stream):
        return {1: GREY, 3: RGB, 4: CMYK}.get(int(thing[1].get("/N", 0)), OTHER)
    if family in {"/CalRGB", "/CalGray"}:
        return RGB if family == "/CalRGB" else GREY
    if family == "/Separation":
        return Space("named", (_plain(thing[1]),))
    if family == "/DeviceN" and isinstance(thing[1], pikepdf.Array):
        if len(thing[1]) > MOST_NAMES:
            return OTHER
        return Space("named", tuple(_plain(name) for name in thing[1]))
    return OTHER


def of_picture(thing: Any, resources: Any) -> Space:  # noqa: ANN401  as above
    """Read the colour space of a picture's pixels; of a table of colours, what these are."""
    import pikepdf

    if isinstance(thing, pikepdf.Name):
        spaces = resources.get("/ColorSpace") if resources is not None else None
        inner = spaces.get(str(thing)) if isinstance(spaces, pikepdf.Dictionary) else None
        thing = inner if isinstance(inner, pikepdf.Array) else thing
    table = isinstance(thing, pikepdf.Array) and len(thing) > 1
    if table and str(thing[0]) in {"/Indexed", "/I"}:
        return space_of(thing[1], resources)
    return space_of(thing, resources)


def _plain(name: Any) -> str:  # noqa: ANN401  as above
    text = "".join(c for c in str(name).removeprefix("/") if c.isprintable())
    return text[:NAME_LENGTH]


def ink_of(space: Space, values: Sequence[float]) -> Ink:
    """Give the inks of a colour in a space; UNKNOWN where the numbers do not fit it."""
    amounts = [min(max(value, 0.0), 1.0) for value in values]
    if space.kind == "grey" and len(amounts) == 1:
        black = round(1.0 - amounts[0], 4)
        return Ink((0.0, 0.0, 0.0, black), bare=not black)
    if space.kind == "rgb" and len(amounts) == 3:  # noqa: PLR2004  red, green, blue
        return Ink(rgb=(amounts[0], amounts[1], amounts[2]))
    if space.kind == "cmyk" and len(amounts) == len(PROCESS):
        cyan, magenta, yellow, black = (round(amount, 4) for amount in amounts)
        return Ink((cyan, magenta, yellow, black), bare=not any(amounts))
    if space.kind == "named" and len(amounts) == len(space.names):
        return _named(dict(zip(space.names, amounts, strict=True)))
    return UNKNOWN


def _named(amounts: dict[str, float]) -> Ink:
    spots = [
        name
        for name, amount in amounts.items()
        if name not in PROCESS and name not in NOT_INKS and amount >= LEAST_TINT
    ]
    process = [round(amounts.get(name, 0.0), 4) for name in PROCESS]
    if spots:
        return Ink(None, " + ".join(spots)[:NAME_LENGTH])
    if any(name in NOT_INKS for name in amounts):
        return UNKNOWN
    bare = not any(amounts.values())
    return Ink((process[0], process[1], process[2], process[3]), bare=bare)
