"""Pseudo-brands: made-up houses whose creatives keep to a style, drawn from a seed.

They stand in for «all the other brands of the world» where the look is learned: nothing of them is
shipped but figures. A brand draws its habits once (colours, ground, motif, picture, type, formats)
and each creative varies within them as real ones do: another headline, another picture, now and
then another ground or format.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scenes import RGB, hsv, mix, photo

if TYPE_CHECKING:
    from numpy.random import Generator

LONG_SIDE = 900
Outline = list[tuple[float, float]]

FORMATS = (1.91, 1.0, 0.8, 16 / 9, 2.5, 4.0, 0.707, 0.707, 1.414, 0.667, 0.4, 9 / 16, 1.75)
GROUNDS = ("paper", "paper", "primary", "dark", "gradient", "photo", "split", "tint", "pattern")
MOTIFS = (
    "none",
    "none",
    "circles",
    "diagonal",
    "waves",
    "dots",
    "triangles",
    "rings",
    "blocks",
    "lines",
)
DISCS = frozenset({"circles", "rings", "dots"})
PICTURES = ("none", "none", "half", "top", "card", "shapes", "shapes", "cutout")
FOOTERS = ("none", "band", "line", "small print")

SYLLABLES = (
    "ca", "re", "to", "lu", "mi", "na", "so", "ver", "di", "pan", "el", "or", "ba", "ti", "ne",
    "va", "sta", "gra", "per", "co", "fi", "la", "mo", "ri",
)  # fmt: skip


@dataclass(frozen=True)
class Habits:
    """What a pseudo-brand always or mostly does."""

    paper: RGB
    ink: RGB
    dark: RGB
    colours: tuple[RGB, ...]
    grounds: tuple[str, ...]
    motif: str
    motif_place: tuple[float, float]
    motif_size: float
    picture: str
    photo_tone: tuple[RGB, RGB]
    font: Path | None
    upper: bool
    align: float
    text_top: float
    headline: float
    body_lines: int
    logo_corner: tuple[int, int]
    footer: str
    frame: bool
    formats: tuple[float, ...]
    loose: float
    """0 = a strict template, 1 = hardly a common style."""


def fonts() -> tuple[Path | None, ...]:
    """Find type to set: the program's own and whatever free fonts the machine has."""
    roots = (Path(__file__).parents[2] / "assets" / "fonts", Path("/usr/share/fonts/truetype"))
    wanted = (
        "Figtree*",
        "Fraunces*",
        "DejaVuS*.ttf",
        "Liberation*.ttf",
        "NotoSans-*.ttf",
        "NotoSerif-*.ttf",
    )
    found = sorted(
        p for root in roots for name in wanted for p in root.rglob(name) if p.suffix == ".ttf"
    )
    return tuple(found) or (None,)


def draw_habits(rng: Generator, types: tuple[Path | None, ...]) -> Habits:
    """Invent a brand."""
    hue, kind = rng.random(), rng.integers(5)
    turns = ((0,), (0, 0.08), (0, 0.5), (0, 1 / 3, 2 / 3), (0, 0.12, 0.55))[kind]
    strong = rng.uniform(0.45, 1.0)
    colours = tuple(hsv(hue + t, strong * rng.uniform(0.7, 1), rng.uniform(0.45, 1)) for t in turns)
    if rng.random() < 0.12:  # a house in black and white
        colours = ((40, 40, 40), (128, 128, 128))
    dark = hsv(hue + rng.choice((0, 0.5)), rng.uniform(0, 0.7), rng.uniform(0.05, 0.32))
    paper = (
        (255, 255, 255)
        if rng.random() < 0.6
        else hsv(rng.random(), rng.uniform(0, 0.12), rng.uniform(0.9, 1))
    )
    count = int(rng.integers(1, 3))
    return Habits(
        paper=paper, ink=dark if rng.random() < 0.6 else (20, 20, 20), dark=dark, colours=colours,
        grounds=tuple(str(g) for g in rng.choice(GROUNDS, size=count)),
        motif=str(rng.choice(MOTIFS)), motif_place=(rng.random(), rng.random()),
        motif_size=float(rng.uniform(0.15, 0.8)), picture=str(rng.choice(PICTURES)),
        photo_tone=(hsv(rng.random(), rng.uniform(0.1, 0.7), rng.uniform(0.1, 0.4)),
                    hsv(rng.random(), rng.uniform(0, 0.5), rng.uniform(0.7, 1))),
        font=types[int(rng.integers(len(types)))], upper=bool(rng.random() < 0.3),
        align=float(rng.choice((0.0, 0.0, 0.5, 1.0))), text_top=float(rng.uniform(0.06, 0.55)),
        headline=float(rng.uniform(0.05, 0.16)), body_lines=int(rng.choice((0, 0, 2, 5, 12, 24))),
        logo_corner=(int(rng.integers(2)), int(rng.integers(2))), footer=str(rng.choice(FOOTERS)),
        frame=bool(rng.random() < 0.15),
        formats=tuple(float(f) for f in rng.choice(FORMATS, size=int(rng.choice((1, 1, 2, 3))))),
        loose=float(rng.beta(1.2, 2.2)),
    )  # fmt: skip


def draw_creative(habits: Habits, rng: Generator) -> Image.Image:
    """Draw one creative of the brand."""
    aspect = float(rng.choice(FORMATS if rng.random() < 0.25 * habits.loose else habits.formats))
    width = LONG_SIDE if aspect >= 1 else round(LONG_SIDE * aspect)
    height = LONG_SIDE if aspect < 1 else round(LONG_SIDE / aspect)
    ground = str(rng.choice(GROUNDS if rng.random() < 0.5 * habits.loose else habits.grounds))
    canvas = _ground(ground, habits, (width, height), rng)
    if rng.random() > 0.4 * habits.loose:
        _motif(canvas, habits, rng)
    _picture(canvas, habits, rng)
    _text(canvas, habits, ground, rng)
    _furniture(canvas, habits, rng)
    return canvas


def _colour(habits: Habits, rng: Generator) -> RGB:
    if rng.random() < 0.15 * habits.loose:
        return hsv(rng.random(), rng.uniform(0.4, 1), rng.uniform(0.5, 1))
    weights = np.array([0.6**i for i in range(len(habits.colours))])
    return habits.colours[int(rng.choice(len(habits.colours), p=weights / weights.sum()))]


def _tone(habits: Habits, rng: Generator) -> tuple[RGB, RGB]:
    if rng.random() < 0.4 + 0.5 * habits.loose:
        return (hsv(rng.random(), rng.uniform(0.1, 0.7), rng.uniform(0.05, 0.4)),
                hsv(rng.random(), rng.uniform(0, 0.5), rng.uniform(0.7, 1)))  # fmt: skip
    return habits.photo_tone


def _ground(kind: str, habits: Habits, size: tuple[int, int], rng: Generator) -> Image.Image:
    width, height = size
    main = habits.colours[0]
    if kind == "photo":
        return photo(size, _tone(habits, rng), rng)
    if kind == "gradient":
        end = habits.colours[-1] if len(habits.colours) > 1 else habits.dark
        slope = np.add.outer(np.linspace(0, 1, height), np.linspace(0, 1, width))[..., None] / 2
        return Image.fromarray(
            (np.array(main) * (1 - slope) + np.array(end) * slope).astype(np.uint8)
        )
    flat = {"paper": habits.paper, "primary": main, "dark": habits.dark, "split": habits.paper,
            "tint": mix(habits.paper, main, 0.15), "pattern": habits.paper}[kind]  # fmt: skip
    canvas = Image.new("RGB", size, flat)
    pen = ImageDraw.Draw(canvas)
    if kind == "split":
        part = habits.motif_place[0] * 0.5 + 0.25
        box = (
            (0, 0, width * part, height)
            if habits.motif_place[1] < 0.5
            else (0, 0, width, height * part)
        )
        pen.rectangle(box, fill=_colour(habits, rng))
    if kind == "pattern":
        step = max(12, int(max(size) * habits.motif_size / 8))
        for x in range(0, width, step):
            for y in range(0, height, step):
                pen.ellipse(
                    (x, y, x + step / 2, y + step / 2), fill=mix(flat, _colour(habits, rng), 0.5)
                )
    return canvas


def _motif(canvas: Image.Image, habits: Habits, rng: Generator) -> None:
    jitter = rng.normal(scale=0.02 + 0.1 * habits.loose, size=2)
    x, y = ((p + j) * s for p, j, s in zip(habits.motif_place, jitter, canvas.size, strict=True))
    unit = max(canvas.size) * habits.motif_size
    if habits.motif in DISCS:
        _discs(ImageDraw.Draw(canvas), habits, (x, y, unit), rng)
    elif habits.motif != "none":
        for outline in _outlines(habits.motif, (x, y, unit), canvas.size):
            ImageDraw.Draw(canvas).polygon(outline, fill=_colour(habits, rng))


def _discs(
    pen: ImageDraw.ImageDraw, habits: Habits, at: tuple[float, float, float], rng: Generator
) -> None:
    x, y, unit = at
    if habits.motif == "dots":
        for i in range(10):
            for j in range(6):
                left, top = x + i * unit / 10, y + j * unit / 10
                box = (left, top, left + unit / 25, top + unit / 25)
                pen.ellipse(box, fill=_colour(habits, rng))
        return
    for radius in (unit / 2, unit / 3, unit / 6):
        box = (x - radius, y - radius, x + radius, y + radius)
        if habits.motif == "circles":
            pen.ellipse(box, fill=_colour(habits, rng))
        else:
            pen.ellipse(box, outline=_colour(habits, rng), width=max(2, int(unit / 25)))


def _outlines(motif: str, at: tuple[float, float, float], size: tuple[int, int]) -> list[Outline]:
    """Give the polygons of a motif, back to front."""
    (x, y, unit), (width, height) = at, size
    if motif == "diagonal":
        return [[(x - unit, height), (x, height), (x + unit, 0), (x, 0)]]
    if motif == "triangles":
        low, half = y + unit / 2, unit / 3
        return [[(x + d, y), (x + d + half, low), (x + d - half, low)] for d in (-half, 0, half)]
    if motif == "lines":
        tops = [y + i * unit / 14 for i in range(8)]
        return [
            [(0, t), (width, t - unit / 4), (width, t - unit / 4 + 3), (0, t + 3)] for t in tops
        ]
    if motif == "blocks":
        cell = unit / 5
        corners = [(x + i * cell, y - j * cell) for i in range(4) for j in range(3) if (i + j) % 2]
        side = cell * 0.9
        return [[(a, b), (a + side, b), (a + side, b + side), (a, b + side)] for a, b in corners]
    waves = []
    for i in range(3):
        base = height - unit / 3 + i * unit / 9
        crest = [
            (t, base + float(np.sin(t / width * 6 + i)) * unit / 14)
            for t in range(0, width + 12, 12)
        ]
        waves.append([(0, height), *crest, (width, height)])
    return waves


def _picture(canvas: Image.Image, habits: Habits, rng: Generator) -> None:
    width, height = canvas.size
    side = habits.align < 0.5
    boxes = {
        "half": (width // 2 if side else 0, 0, width if side else width // 2, height),
        "top": (0, 0, width, int(height * 0.45)),
        "card": (int(width * 0.55), int(height * 0.2), int(width * 0.92), int(height * 0.75)),
        "cutout": (int(width * 0.5), int(height * 0.3), int(width * 0.95), int(height * 0.95)),
    }
    if habits.picture in boxes:
        left, top, right, bottom = boxes[habits.picture]
        image = photo((right - left, bottom - top), _tone(habits, rng), rng)
        mask = Image.new("L", image.size, 255 if habits.picture != "cutout" else 0)
        if habits.picture == "cutout":
            ImageDraw.Draw(mask).ellipse((0, 0, *image.size), fill=255)
        canvas.paste(image, (left, top), mask)
    elif habits.picture == "shapes":  # an illustration: flat shapes about a centre
        pen = ImageDraw.Draw(canvas)
        cx, cy = width * (0.7 if side else 0.3), height * 0.55
        for _ in range(int(rng.integers(4, 14))):
            dx, dy = rng.normal(scale=0.1 * max(canvas.size), size=2)
            w, h = rng.uniform(0.02, 0.14, size=2) * max(canvas.size)
            shape = pen.ellipse if rng.random() < 0.5 else pen.rectangle
            fill = habits.ink if rng.random() < 0.25 else _colour(habits, rng)
            shape((cx + dx - w, cy + dy - h, cx + dx + w, cy + dy + h), fill=fill)


def _words(count: int, rng: Generator, *, upper: bool) -> str:
    words = ["".join(rng.choice(SYLLABLES, size=int(rng.integers(1, 5)))) for _ in range(count)]
    text = " ".join(words).capitalize()
    return text.upper() if upper else text


def _font(habits: Habits, size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    points = max(8, int(size))
    return (
        ImageFont.load_default(points)
        if habits.font is None
        else ImageFont.truetype(habits.font, points)
    )


def _text(canvas: Image.Image, habits: Habits, ground: str, rng: Generator) -> None:
    pen, (width, height) = ImageDraw.Draw(canvas), canvas.size
    light = ground in {"paper", "tint", "split", "pattern"}
    fill = habits.ink if light else (255, 255, 255)
    if light and rng.random() < 0.4:
        fill = habits.colours[0]
    size = habits.headline * min(width, height) * (1 + 0.15 * habits.loose * rng.normal())
    y = height * (habits.text_top + 0.04 * rng.normal())
    lines = [(size, fill)] * int(rng.integers(1, 4)) + [
        (size * 0.35, habits.ink if light else fill)
    ] * habits.body_lines
    for points, colour in lines:
        font = _font(habits, points)
        room = width * (0.9 if habits.picture in {"none", "top"} else 0.5)
        line = _words(
            max(1, int(room / (points * 3.2))), rng, upper=habits.upper and points == size
        )
        while line and pen.textlength(line, font=font) > room:
            line = line[:-1]
        x = width * 0.06 + habits.align * (width * 0.88 - pen.textlength(line, font=font))
        pen.text((x, y), line, font=font, fill=colour)
        y += points * 1.25
        if y > height * 0.95:
            break


def _furniture(canvas: Image.Image, habits: Habits, rng: Generator) -> None:
    """Add logo, footer and frame: what a house repeats on each piece."""
    pen, (width, height) = ImageDraw.Draw(canvas), canvas.size
    low = min(width, height)
    main, second = habits.colours[0], habits.colours[-1]
    if habits.footer == "band":
        pen.rectangle((0, height * 0.9, width, height), fill=main)
    elif habits.footer == "line":
        pen.line((width * 0.05, height * 0.92, width * 0.95, height * 0.92), fill=main, width=3)
    elif habits.footer == "small print":
        for row in range(2):
            pen.text(
                (width * 0.05, height * (0.92 + 0.03 * row)),
                _words(8, rng, upper=False),
                font=_font(habits, low * 0.022),
                fill=habits.ink,
            )
    if habits.frame:
        pen.rectangle((0, 0, width - 1, height - 1), outline=main, width=max(3, low // 40))
    right, bottom = habits.logo_corner
    mark = low * 0.09
    x = width * 0.94 - mark * 3 if right else width * 0.05
    y = height * 0.95 - mark if bottom else height * 0.05
    pen.ellipse((x, y, x + mark, y + mark), fill=second)
    pen.rectangle(
        (x + mark * 0.3, y + mark * 0.3, x + mark * 0.7, y + mark * 0.7), fill=habits.paper
    )
    pen.text((x + mark * 1.15, y + mark * 0.2), "Nomi", font=_font(habits, mark * 0.6), fill=main)
