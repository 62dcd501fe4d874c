"""Creatives made of known colours, to measure palettes against: seeded, so always the same.

Each has three main colours, a text colour and an accent of 0.5 % of what is opaque; the truth is
the very RGB that was drawn. Photographs are synthetic: coloured noise of several octaves, grain.
"""

from __future__ import annotations

import colorsys
import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from brandguard.model.colour import ciede2000, hex_of_rgb, lab_of_rgb, rgb_of_hex
from brandguard.model.creative import Page

KINDS = ("flat", "text", "jpeg", "gradient", "photo", "photo-jpeg", "alpha")
SIZES = ((1080, 1080), (1200, 628), (728, 90), (300, 250), (1080, 1350), (800, 600), (1920, 600))
EACH = 16
ACCENT = 0.005
LEAST_APART = 14.0


@dataclass(frozen=True)
class Case:
    name: str
    kind: str
    suffix: str
    data: bytes
    main: tuple[str, ...]
    accent: str
    ink: str

    def page(self) -> Page:
        """Read it as the reader would: on white paper, with its opacity beside."""
        picture = Image.open(io.BytesIO(self.data))
        opacity = None
        if picture.mode == "RGBA":
            opacity = np.asarray(picture.getchannel("A"))
            paper = Image.new("RGBA", picture.size, "white")
            picture = Image.alpha_composite(paper, picture)
        pixels = np.asarray(picture.convert("RGB"))
        return Page(1, picture.width, picture.height, pixels=pixels, opacity=opacity)


def error(wanted: str, found: list[str]) -> float:
    """ΔE00 from a colour to the nearest of those found; 100 if none was."""
    if not found:
        return 100.0
    labs = lab_of_rgb(np.array([rgb_of_hex(h) for h in found], dtype=float))
    target = lab_of_rgb(np.array(rgb_of_hex(wanted), dtype=float))
    return float(ciede2000(labs, target).min())


def palette_set(each: int = EACH, seed: int = 20260) -> list[Case]:
    """Make `each` creatives of every kind."""
    rng = np.random.default_rng(seed)
    return [
        _case(f"{kind}-{i:02d}-{SIZES[i % len(SIZES)][0]}", kind, SIZES[i % len(SIZES)], rng)
        for kind in KINDS
        for i in range(each)
    ]


def synthetic_photo(width: int, height: int, rng: np.random.Generator) -> Image.Image:
    """Draw something with the statistics of a photograph: blurred shapes of many colours, grain."""
    field = np.zeros((height, width, 3))
    for octave in range(5):
        rows, columns = max(2, height * 2**octave // 400 + 2), max(2, width * 2**octave // 400 + 2)
        noise = rng.normal(0, 1, (rows, columns, 3)) + rng.normal(0, 1.5, (rows, columns, 1))
        layer = Image.fromarray(np.clip(noise * 32 + 128, 0, 255).astype(np.uint8))
        layer = layer.resize((width, height), Image.Resampling.BICUBIC)
        field += (np.asarray(layer, dtype=float) - 128) / 1.6**octave
    tint = rng.uniform(70, 180, 3)
    grain = rng.normal(0, 3.5, (height, width, 1))
    return Image.fromarray(np.clip(field + tint + grain, 0, 255).astype(np.uint8))


def _case(name: str, kind: str, size: tuple[int, int], rng: np.random.Generator) -> Case:
    colours = _apart(5, rng)
    ground, band, disc, ink, accent = colours
    width, height = size
    picture = _ground(kind, size, ground, band)
    draw = ImageDraw.Draw(picture)
    if kind == "alpha":
        _sticker(draw, size, ground)
    draw.rectangle((0, int(height * 0.78), width, height), fill=band)
    side = int(min(width, height) * 0.3)
    left, top = int(width * 0.7), height // 20
    draw.ellipse((left, top, left + side, top + side), fill=disc)
    if kind.startswith("photo"):
        inset = synthetic_photo(int(width * 0.5), int(height * 0.4), rng)
        picture.paste(inset, (int(width * 0.05), int(height * 0.32)))
    if kind != "flat":
        for x, y, points in ((0.04, 0.12, 0.09), (0.04, 0.84, 0.05)):
            font = ImageFont.load_default(max(9, int(height * points)))
            draw.text((int(width * x), int(height * y)), "Saldi d'estate, fino al 50 %", ink, font)
    _accent(draw, picture, accent)
    data, suffix = _encoded(picture, kind)
    main = (ground, band, disc) if kind != "gradient" else (band, disc)
    truth = tuple(map(hex_of_rgb, main)), hex_of_rgb(accent), hex_of_rgb(ink)
    return Case(name, kind, suffix, data, *truth)


def _apart(count: int, rng: np.random.Generator) -> list[tuple[int, int, int]]:
    """Draw colours that nobody would confuse: a quarter greys, the others saturated."""
    chosen: list[tuple[int, int, int]] = []
    while len(chosen) < count:
        if rng.random() < 0.25:
            colour = (int(rng.choice([255, 20, 45, 120, 235])),) * 3
        else:
            hsv = rng.random(), rng.uniform(0.5, 1), rng.uniform(0.35, 1)
            colour = tuple(round(255 * v) for v in colorsys.hsv_to_rgb(*hsv))
        apart = (error(hex_of_rgb(colour), [hex_of_rgb(c)]) > LEAST_APART for c in chosen)
        if all(apart):
            chosen.append(colour)
    return chosen


def _ground(kind: str, size: tuple[int, int], ground, band) -> Image.Image:
    if kind == "alpha":
        return Image.new("RGBA", size, (0, 0, 0, 0))
    if kind != "gradient":
        return Image.new("RGB", size, ground)
    along = np.linspace(0, 1, size[0])[None, :, None]
    end = 0.4 * np.array(ground, dtype=float) + 0.6 * np.array(band, dtype=float)
    ramp = np.array(ground, dtype=float) * (1 - along) + end * along
    return Image.fromarray(np.repeat(np.rint(ramp).astype(np.uint8), size[1], axis=0))


def _sticker(draw: ImageDraw.ImageDraw, size: tuple[int, int], colour) -> None:
    width, height = size
    draw.rounded_rectangle((width // 10, height // 30, width, height), height // 8, fill=colour)


def _accent(draw: ImageDraw.ImageDraw, picture: Image.Image, colour) -> None:
    """Draw a button of ACCENT of the opaque area where nothing else stands."""
    width, height = picture.size
    opaque = width * height
    if picture.mode == "RGBA":
        opaque = int((np.asarray(picture.getchannel("A")) > 0).sum())
    tall = max(5, round((opaque * ACCENT / 3) ** 0.5))
    long = round(opaque * ACCENT / tall)
    left, top = int(width * 0.97) - long, int(height * 0.74) - tall
    draw.rounded_rectangle((left, top, left + long - 1, top + tall - 1), tall // 4, fill=colour)


def _encoded(picture: Image.Image, kind: str) -> tuple[bytes, str]:
    out = io.BytesIO()
    if "jpeg" in kind:
        picture.save(out, "JPEG", quality=75)
        return out.getvalue(), ".jpg"
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue(), ".png"


def photo_12mp(seed: int = 5) -> bytes:
    """Make a 4000 × 3000 JPEG of quality 90 with grain, as a camera would."""
    rng = np.random.default_rng(seed)
    small = synthetic_photo(1000, 750, rng).resize((4000, 3000), Image.Resampling.BICUBIC)
    soft = np.asarray(small.filter(ImageFilter.GaussianBlur(1)), dtype=np.int16)
    noisy = soft + rng.normal(0, 7, (3000, 4000, 1)).astype(np.int16)
    out = io.BytesIO()
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=90)
    return out.getvalue()
