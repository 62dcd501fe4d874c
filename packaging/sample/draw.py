"""The brand's illustrations: flat shapes in its own colours, as pieces of SVG.

Every function returns markup that stands on its own origin; `at` places it. Only what both resvg
and Qt's SVG Tiny know is used: no clipping, no gradients, no opacity (which would also make colours
that the brand does not have).
"""

# ruff: noqa: PLR0917  place and size come first and in order, as in SVG

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

from sample.brand import COTTO, FOGLIA, LATTE, LIMONE, MORA, SABBIA, SMALTO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]


def at(x: float, y: float, svg: str, scale: float = 1, turn: float = 0, stretch: float = 1) -> str:
    """Place a piece; `stretch` widens it, which a brand's logo should never suffer."""
    moves = f"translate({x:g} {y:g}) rotate({turn:g}) scale({scale * stretch:g} {scale:g})"
    return f'<g transform="{moves}">{svg}</g>'


def rect(x: float, y: float, w: float, h: float, fill: str, radius: float = 0) -> str:
    """Draw a rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{radius:g}" fill="{fill}"/>'


def disc(x: float, y: float, rx: float, fill: str, ry: float | None = None) -> str:
    """Draw a circle, or an ellipse where `ry` is given."""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry or rx:g}" fill="{fill}"/>'


def shape(points: Iterable[Point], fill: str) -> str:
    """Fill a polygon."""
    return f'<polygon fill="{fill}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'


def path(d: str, fill: str) -> str:
    """Fill a path."""
    return f'<path fill="{fill}" d="{d}"/>'


def line(d: str, colour: str, width: float) -> str:
    """Stroke a path with round ends."""
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{width:g}" '
        f'stroke-linecap="round" stroke-linejoin="round" d="{d}"/>'
    )


def _smooth(profile: Sequence[Point], steps: int = 10) -> list[Point]:
    """Run a Catmull-Rom curve through the points of a profile."""
    pts = [profile[0], *profile, profile[-1]]
    out: list[Point] = []
    for a, b, c, d in zip(pts, pts[1:], pts[2:], pts[3:], strict=False):
        for i in range(steps):
            t = i / steps
            out.append((
                _spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t),
            ))  # fmt: skip
    return [*out, profile[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


class Pot:
    """A thing turned on the wheel: a profile of (half width, height above the foot), glazed."""

    def __init__(self, profile: Sequence[Point], clay: str) -> None:
        self.curve = _smooth(profile)
        self.top = profile[-1][1]
        self.mouth = profile[-1][0]
        self.parts = [
            shape([(-w, -h) for w, h in self.curve] + [(w, -h) for w, h in self.curve[::-1]], clay)
        ]

    def half(self, height: float) -> float:
        """Half the width at a height."""
        return min(self.curve, key=lambda p: abs(p[1] - height))[0]

    def band(self, low: float, high: float, glaze: str) -> Pot:
        """Lay a band of glaze round the pot."""
        side = [p for p in self.curve if low <= p[1] <= high]
        side = [(self.half(low), low), *side, (self.half(high), high)]
        self.parts.append(
            shape([(-w, -h) for w, h in side] + [(w, -h) for w, h in side[::-1]], glaze)
        )
        return self

    def motif(self, height: float, count: int, piece: str, size: float = 1) -> Pot:
        """Paint a motif round the pot, narrower towards the edges as the eye sees it."""
        half = self.half(height)
        for i in range(count):
            angle = math.pi * (i + 0.5) / count - math.pi / 2
            squeeze = max(math.cos(angle), 0.3)
            moves = f"translate({half * math.sin(angle):.1f} {-height:g}) "
            moves += f"scale({size * squeeze:.3f} {size:g})"
            self.parts.append(f'<g transform="{moves}">{piece}</g>')
        return self

    def speckles(self, colour: str, count: int = 34, seed: int = 1) -> Pot:
        """Sprinkle the dark grains of stoneware."""
        dice = random.Random(seed)
        for _ in range(count):
            height = dice.uniform(0.04, 0.96) * self.top
            x = dice.uniform(-0.9, 0.9) * self.half(height)
            self.parts.append(
                disc(round(x, 1), round(-height, 1), dice.choice((1.2, 1.7, 2.3)), colour)
            )
        return self

    def rim(self, lip: str, inside: str) -> Pot:
        """Open the pot at the top."""
        flat = self.mouth * 0.13
        self.parts.append(disc(0, -self.top, self.mouth, lip, flat))
        self.parts.append(disc(0, -self.top + flat * 0.12, self.mouth * 0.9, inside, flat * 0.72))
        return self

    def svg(self) -> str:
        """Return the finished pot, its foot on the origin."""
        return "".join(self.parts)


CUP = ((46, 0), (62, 8), (84, 44), (95, 95), (98, 140))
MUG = ((64, 0), (74, 10), (78, 60), (80, 110), (82, 150))
JUG = ((52, 0), (84, 30), (104, 90), (90, 150), (56, 195), (48, 225), (66, 262))
VASE = ((44, 0), (56, 20), (78, 80), (84, 130), (60, 190), (36, 225), (46, 250))
BOWL = ((48, 0), (62, 8), (112, 44), (140, 86))
BOTTLE = ((44, 0), (60, 14), (66, 80), (58, 125), (26, 160), (22, 215), (30, 226))


def leaf(colour: str = FOGLIA) -> str:
    """Draw a leaf that points upwards from its stalk."""
    return path("M0,0 C-22,-18 -20,-50 0,-74 C20,-50 22,-18 0,0 Z", colour) + line(
        "M0,-6 L0,-56", LATTE, 2.5
    )


def blossom(petal: str = LATTE, heart: str = LIMONE) -> str:
    """Draw a lemon flower with five petals."""
    petals = "".join(at(0, 0, disc(0, -17, 11, petal, 16), turn=72 * i) for i in range(5))
    return petals + disc(0, 0, 8, heart)


def lemon() -> str:
    """Draw a lemon, lying."""
    return (
        path("M-66,2 C-58,-8 -46,-44 0,-44 C46,-44 54,-10 68,-2 C56,10 46,46 0,46 "
             "C-46,46 -56,10 -66,2 Z", LIMONE)
        + line("M-34,-14 C-26,-26 -12,-31 2,-31", LATTE, 5)
        + disc(22, 10, 2.4, COTTO) + disc(6, 24, 2.4, COTTO) + disc(-12, 14, 2.4, COTTO)
    )  # fmt: skip


def branch(accent: str = SMALTO) -> str:
    """Draw a spray of lemons, about 420 long, growing to the right; `accent`: every other leaf."""
    parts = [line("M0,0 C110,-46 250,-40 400,-96", FOGLIA, 7)]
    for x, y, turn, size in (
        (70, -24, 24, 1.0), (130, -38, -152, 1.0), (205, -46, 18, 1.2), (255, -56, -176, 0.9),
        (320, -70, 30, 1.1), (398, -96, 66, 1.1), (360, -82, 140, 0.9),
    ):  # fmt: skip
        parts.append(at(x, y, leaf(FOGLIA if size < 1.1 else accent), size, turn))
    parts += [at(178, 12, lemon(), 0.95, 24), at(318, -18, lemon(), 0.8, -12)]
    parts += [at(40, -20, blossom(), 1.0), at(262, -92, blossom(), 0.9, 20)]
    return "".join(parts)


def sun(colour: str = LIMONE, rays: int = 18) -> str:
    """Draw a sun of radius 100 with hand-cut rays out to 150."""
    parts = [disc(0, 0, 100, colour)]
    for i in range(rays):
        reach = 152 if i % 2 else 138
        parts.append(at(0, 0, shape([(-8, -112), (8, -112), (3, -reach), (-3, -reach)], colour),
                        turn=360 / rays * i))  # fmt: skip
    return "".join(parts)


def steam(colour: str = LATTE) -> str:
    """Draw three wisps of steam, 120 high."""
    wisp = "c-22,-22 22,-44 0,-66 s16,-38 2,-54"
    return "".join(line(f"M{x},0 {wisp}", colour, 8) for x in (-42, 0, 42))


def waves(width: float, rows: int, colours: Sequence[str], size: float = 60) -> str:
    """Draw rows of scallops that fill a strip, like a painted sea."""
    parts = []
    for row in range(rows):
        y = row * size * 0.62
        shift = -size / 2 if row % 2 else 0.0
        fill, ring = colours[row % len(colours)], colours[(row + 1) % len(colours)]
        count = int((width - shift) // size) + 1
        for i in range(count):
            x = shift + i * size + size / 2
            half = size / 2
            parts.append(
                path(
                    f"M{x - half:.1f},{y + size:.1f} v{-half:.1f} "
                    f"a{half:.1f},{half:.1f} 0 0 1 {size:.1f},0 v{half:.1f} Z",
                    fill,
                )
            )
            inner = half * 0.56
            arc = f"a{inner:.1f},{inner:.1f} 0 0 1 {2 * inner:.1f},0"
            parts.append(line(f"M{x - inner:.1f},{y + half:.1f} {arc}", ring, size * 0.055))
    return "".join(parts)


def tile(ground: str, petal: str, corner: str, heart: str) -> str:
    """Draw one painted tile, 100 × 100, in the manner of Albisola and Manises."""
    parts = [rect(0, 0, 100, 100, ground)]
    for i in range(4):
        parts.append(
            at(50, 50, path("M0,0 C-20,-14 -17,-36 0,-48 C17,-36 20,-14 0,0 Z", petal), 1, 90 * i)
        )
        parts.append(at(50, 50, path("M-50,-50 h30 a30,30 0 0 1 -30,30 Z", corner), 1, 90 * i))
        parts.append(at(50, 50, disc(-23, -23, 5, heart), 1, 90 * i))
    return "".join(parts) + disc(50, 50, 9, heart)


def tiles(columns: int, rows: int, size: float, schemes: Sequence[Sequence[str]]) -> str:
    """Lay a wall of tiles, the schemes in turn as on a chessboard."""
    return "".join(
        at(c * size, r * size, tile(*schemes[(c + r) % len(schemes)]), size / 100)
        for r in range(rows)
        for c in range(columns)
    )


def bean(colour: str = MORA, cut: str = SABBIA) -> str:
    """Draw a coffee bean, 60 long."""
    return disc(0, 0, 20, colour, 30) + line("M2,-26 C-10,-10 10,8 -2,26", cut, 4)


def berry(colour: str = MORA) -> str:
    """Draw the three drupelets of the brand's mora."""
    return disc(-11, 0, 10, colour) + disc(11, 0, 10, colour) + disc(0, -16, 10, colour)
