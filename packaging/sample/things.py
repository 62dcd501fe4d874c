"""Whole things made of the brand's shapes: cups, jugs, a moka, houses by the sea."""

# ruff: noqa: PLR0917  place and size come first and in order, as in SVG

from __future__ import annotations

from typing import TYPE_CHECKING

from sample.brand import ACQUA, COTTO, LATTE, LIMONE, MORA, SABBIA, SMALTO
from sample.draw import (
    BOTTLE,
    BOWL,
    CUP,
    JUG,
    MUG,
    VASE,
    Pot,
    at,
    berry,
    blossom,
    disc,
    leaf,
    line,
    path,
    rect,
    shape,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence


def cup(clay: str, glaze: str, ink: str, saucer: str | None = None, seed: int = 1) -> str:
    """Draw a coffee cup, 200 wide and 140 high, with or without its saucer."""
    pot = Pot(CUP, clay).speckles(ink, 30, seed).band(78, 116, glaze)
    pot.motif(97, 7, at(0, 10, leaf(clay), 0.34), 1).rim(clay, MORA)
    handle = line("M86,-112 C150,-128 150,-38 74,-40", clay, 17)
    dish = ""
    if saucer:
        dish = disc(0, 4, 160, saucer, 20) + disc(0, 0, 88, ink, 9)
    return dish + handle + pot.svg()


def mug(clay: str, glaze: str, ink: str, seed: int = 3) -> str:
    """Draw a mug dipped in glaze, 164 wide and 150 high."""
    pot = Pot(MUG, clay).speckles(ink, 34, seed).band(74, 150, glaze)
    pot.motif(52, 8, disc(0, 0, 7, ink)).rim(clay, MORA)
    return line("M76,-118 C142,-122 142,-38 74,-36", clay, 17) + pot.svg()


def jug(clay: str, glaze: str, ink: str, seed: int = 5) -> str:
    """Draw a tall jug, 208 wide and 262 high."""
    pot = Pot(JUG, clay).speckles(ink, 40, seed).band(60, 128, glaze).band(206, 218, ink)
    pot.motif(94, 7, at(0, 17, leaf(clay), 0.46)).band(140, 146, ink).band(42, 48, ink)
    pot.rim(clay, ink)
    spout = path("M-64,-262 C-92,-268 -96,-252 -50,-222 Z", clay)
    return line("M52,-244 C136,-250 132,-130 92,-118", clay, 18) + spout + pot.svg()


def vase(clay: str, glaze: str, ink: str, seed: int = 7) -> str:
    """Draw a vase, 168 wide and 250 high."""
    pot = Pot(VASE, clay).speckles(ink, 36, seed).band(96, 152, glaze).band(160, 165, ink)
    pot.motif(124, 5, blossom(clay, ink), 0.62).band(84, 89, ink)
    return pot.rim(clay, ink).svg()


def bowl(clay: str, glaze: str, ink: str, seed: int = 9) -> str:
    """Draw a bowl, 280 wide and 86 high."""
    pot = Pot(BOWL, clay).speckles(ink, 26, seed).band(62, 86, glaze)
    return pot.motif(42, 9, berry(ink), 0.4).rim(clay, ink).svg()


def bottle(clay: str, glaze: str, ink: str, seed: int = 11) -> str:
    """Draw an oil bottle, 132 wide and 226 high."""
    pot = Pot(BOTTLE, clay).speckles(ink, 26, seed).band(0, 52, glaze).band(170, 178, ink)
    return pot.motif(86, 5, disc(0, 0, 10, ink)).rim(clay, ink).svg()


def moka() -> str:
    """Draw a moka pot, 230 wide and 300 high, its facets in three colours."""
    lower = [(-86, 0), (86, 0), (62, -128), (-62, -128)]
    upper = [(-58, -142), (58, -142), (84, -254), (-84, -254)]
    parts = [
        line("M72,-238 C150,-246 152,-196 140,-112", MORA, 22),
        shape(lower, ACQUA), shape([(-30, 0), (30, 0), (22, -128), (-22, -128)], LATTE),
        shape([(30, 0), (86, 0), (62, -128), (22, -128)], LIMONE),
        rect(-66, -146, 132, 20, MORA, 4),
        shape([(-84, -254), (-84, -226), (-116, -258)], ACQUA),
        shape(upper, ACQUA), shape([(-20, -142), (20, -142), (30, -254), (-30, -254)], LATTE),
        shape([(20, -142), (58, -142), (84, -254), (30, -254)], LIMONE),
        shape([(-88, -254), (88, -254), (30, -286), (-30, -286)], COTTO),
        disc(0, -296, 13, MORA), disc(0, -66, 9, COTTO),
    ]  # fmt: skip
    return "".join(parts)


def plate(ground: str, ring: str, ink: str) -> str:
    """Draw a plate from above, radius 150."""
    parts = [
        disc(0, 0, 150, ring),
        disc(0, 0, 138, ground),
        disc(0, 0, 92, ring),
        disc(0, 0, 86, ground),
    ]
    parts += [at(0, 0, at(0, -96, leaf(ink), 0.5), turn=24 * i) for i in range(15)]
    return "".join(parts) + at(0, 0, blossom(ring, ink), 1.7)


def _window(x: float, y: float, shutter: str, pane: str) -> str:
    return (
        rect(x - 13, y, 26, 46, pane) + rect(x - 29, y, 15, 46, shutter)
        + rect(x + 14, y, 15, 46, shutter) + rect(x - 31, y + 47, 62, 5, LATTE)
    )  # fmt: skip


def house(
    width: float, floors: int, wall: str, shutter: str, door: str, pane: str = MORA
) -> str:  # fmt: skip
    """Draw a Ligurian house, its left foot on the origin, 92 to a floor."""
    height = floors * 92 + 30
    parts = [rect(0, -height, width, height, wall), rect(-7, -height - 13, width + 14, 16, MORA)]
    columns = max(int(width // 84), 1)
    step = width / columns
    for floor in range(1, floors):
        parts += [
            _window(step * (c + 0.5), -floor * 92 - 78, shutter, pane) for c in range(columns)
        ]
    for c in range(columns):
        x = step * (c + 0.5)
        parts.append(path(f"M{x - 23:.1f},0 v-52 a23,23 0 0 1 46,0 v52 Z", door))
    return "".join(parts)


def village(
    width: float, walls: Sequence[str] = (COTTO, LIMONE, SABBIA, ACQUA), pane: str = MORA
) -> str:
    """Draw a row of houses, shoulder to shoulder; `pane` lights their windows."""
    sizes = ((170, 4), (172, 5), (96, 4), (174, 3), (174, 5), (168, 4), (96, 5), (180, 3))
    parts, x, i = [], 0.0, 0
    while x < width:
        w, floors = sizes[i % len(sizes)]
        wall = walls[i % len(walls)]
        shutter = LATTE if wall == SMALTO else SMALTO
        door = LATTE if wall == COTTO else COTTO
        parts.append(at(x, 0, house(w, floors, wall, shutter, door, pane)))
        x, i = x + w, i + 1
    return "".join(parts)


def boat(sail: str = LATTE, hull: str = COTTO) -> str:
    """Draw a small boat with a lateen sail, 180 wide."""
    return (
        path("M-90,-22 C-60,14 60,14 96,-30 Z", hull) + line("M0,-24 L0,-180", MORA, 6)
        + shape([(8, -40), (8, -188), (92, -40)], sail)
        + shape([(-8, -40), (-8, -150), (-66, -40)], LIMONE)
    )  # fmt: skip


def shelf(width: float, pots: Sequence[tuple[float, str]], board: str = MORA) -> str:
    """Stand pots, each with its place from the left, on a board; the board's top is the origin."""
    return "".join(at(x, 0, p) for x, p in pots) + rect(0, 0, width, 16, board)
