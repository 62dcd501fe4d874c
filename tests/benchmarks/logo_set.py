"""Composites with a logo, with one that is like it, or with none, and what is true of each."""

# ruff: noqa: PLR0917  as in logo_designs

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass

import numpy as np
from benchmarks.logo_designs import BOLD, DESIGNS, REGULAR, design
from PIL import Image, ImageDraw, ImageFont

SIZES = ((1080, 1080), (1200, 628), (1600, 500), (1080, 1350), (970, 600), (1240, 1754))
CONDITIONS = (
    ("present", "flat"), ("present", "gradient"), ("present", "photo"),
    ("small", "flat"), ("small", "gradient"),
    ("stretched 8 %", "flat"), ("stretched 8 %", "photo"), ("stretched 15 %", "gradient"),
    ("turned 3°", "flat"), ("turned 10°", "flat"), ("turned 10°", "gradient"),
    ("recoloured", "flat"), ("one colour", "flat"), ("low contrast", "flat"),
    ("similar", "flat"), ("similar", "gradient"), ("similar", "photo"),
    ("absent", "flat"), ("absent", "gradient"), ("absent", "photo"),
)  # fmt: skip
WORDS = ("Summer sale", "up to 50% off", "Only until Sunday", "Fresh every day", "Join us")


@dataclass(frozen=True, slots=True)
class Composite:
    """A picture's bytes and what is true of it."""

    design: str
    condition: str
    ground: str
    data: bytes
    box: tuple[float, float, float, float] | None
    """Of the logo, in pixels; None where it is not there."""
    distortion: float = 0.0
    angle: float = 0.0

    @property
    def name(self):
        return f"{self.condition}, {self.ground}"


def composites(designs=DESIGNS, conditions=CONDITIONS):
    """Draw every condition of every design, one after the other."""
    for name in designs:
        for condition, ground in conditions:
            yield _composite(name, condition, ground)


def _composite(name, condition, ground):
    seed = zlib.crc32(f"{name}/{condition}/{ground}".encode())
    rng = np.random.default_rng(seed)
    width, height = SIZES[rng.integers(len(SIZES))]
    logo = design(name, other=condition == "similar")
    paper, page = _page(rng, width, height, ground, logo, condition)
    box, distortion, angle = None, 0.0, 0.0
    if condition != "absent":
        before = logo.width / logo.height
        logo, distortion, angle = _changed(rng, logo, condition, paper)
        logo = _sized(rng, logo, condition, width, height, distortion)
        distortion = logo.width / logo.height / before - 1  # as rounded to whole pixels
        if angle:
            logo = logo.rotate(-angle, Image.Resampling.BICUBIC, expand=True)
        left = int(width * (0.05 + 0.25 * rng.random()))
        top = int(height * (0.05 + 0.1 * rng.random()))
        left = min(left, width - logo.width - 5)
        page.paste(logo, (left, top), logo)
        box = (left, top, left + logo.width, top + logo.height)
    data = io.BytesIO()
    if rng.random() < 0.5:
        page.save(data, "PNG", compress_level=1)
    else:
        page.save(data, "JPEG", quality=80)
    present = condition not in {"similar", "absent"}
    return Composite(
        name, condition, ground, data.getvalue(), box if present else None, distortion, angle
    )


def _changed(rng, logo, condition, paper):
    """Give the logo as it was treated, its distortion and its angle."""
    sign = 1 if rng.random() < 0.5 else -1
    if condition.startswith("stretched"):
        return logo, (1 + 0.01 * int(condition.split()[1])) ** sign - 1, 0.0
    if condition.startswith("turned"):
        return logo, 0.0, sign * float(condition.split()[1].rstrip("°"))
    if condition == "recoloured":
        alpha = logo.getchannel("A")
        hsv = np.asarray(logo.convert("RGB").convert("HSV")).copy()
        hsv[..., 0] += np.uint8(85)
        hsv[..., 1] = np.maximum(hsv[..., 1], 120)
        hsv[..., 2] = np.clip(hsv[..., 2].astype(int), 70, 190)
        logo = Image.fromarray(hsv, "HSV").convert("RGB").convert("RGBA")
        logo.putalpha(alpha)
    if condition == "one colour":
        alpha = logo.getchannel("A")
        logo = Image.new("RGBA", logo.size, (28, 28, 30, 255))
        logo.putalpha(alpha)
    if condition == "low contrast":
        colours = np.asarray(logo).astype(float)
        colours[..., :3] = 0.78 * np.array(paper) + 0.22 * colours[..., :3]
        logo = Image.fromarray(np.uint8(colours), "RGBA")
    return logo, 0.0, 0.0


def _sized(rng, logo, condition, width, height, distortion):
    long = (0.1 if condition == "small" else rng.uniform(0.15, 0.32)) * width
    long *= 1.3 if logo.width > 2.5 * logo.height else 1.0
    limit = (0.14 if condition == "small" else 0.34) * height
    scale = min(long / logo.width, limit / logo.height)
    if condition == "small":
        scale = max(scale, 0.09 * width / max(logo.size))
    stretch = (1 + distortion) ** 0.5
    size = (
        max(8, round(logo.width * scale * stretch)),
        max(6, round(logo.height * scale / stretch)),
    )
    return logo.resize(size, Image.Resampling.LANCZOS)


def _page(rng, width, height, ground, logo, condition):
    """Draw a page with words, a button, a band and a picture; the upper left is the logo's."""
    light = _needs_light(logo) or condition == "one colour"
    low, high = (225, 256) if light else (20, 60)
    paper = tuple(int(v) for v in rng.integers(low, high, 3))
    if ground == "flat":
        page = Image.new("RGB", (width, height), paper)
    elif ground == "gradient":
        other = np.clip(np.array(paper) + rng.integers(-35, 36, 3), 0, 255)
        down, across = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
        mix = (rng.random() * across + rng.random() * down)[..., None] / 2
        page = Image.fromarray(np.uint8(np.array(paper) * (1 - mix) + other * mix))
    else:
        page = Image.fromarray(photo(rng, width, height, light=light))
    draw = ImageDraw.Draw(page)
    ink = (60, 60, 70) if light else (235, 235, 230)
    accent = tuple(int(v) for v in rng.integers(0, 255, 3))
    draw.rectangle((0, int(height * 0.88), width, height), fill=accent)
    inset = photo(rng, int(width * 0.38), int(height * 0.34), light=bool(rng.random() < 0.5))
    page.paste(Image.fromarray(inset), (int(width * 0.57), int(height * 0.5)))
    size = int(min(width, height) * 0.07)
    words = rng.permutation(WORDS)
    draw.text(
        (width * 0.05, height * 0.56), words[0], font=ImageFont.truetype(str(BOLD), size), fill=ink
    )
    draw.text(
        (width * 0.05, height * 0.56 + 1.3 * size),
        words[1],
        font=ImageFont.truetype(str(REGULAR), int(size * 0.7)),
        fill=ink,
    )
    left, top = width * 0.05, height * 0.76
    draw.rounded_rectangle(
        (left, top, left + 4 * size, top + size), size // 3, fill=tuple(255 - v for v in accent)
    )
    draw.text(
        (left + size, top + size * 0.15),
        "Shop now",
        font=ImageFont.truetype(str(BOLD), size // 2),
        fill=(255, 255, 255),
    )
    small = ImageFont.truetype(str(REGULAR), max(10, size // 3))
    draw.text((width * 0.05, height * 0.92), "www.shop.example   Terms apply", font=small,
              fill=(245, 245, 245))  # fmt: skip
    return paper, page


def _needs_light(logo):
    colours = np.asarray(logo).astype(float)
    opaque = colours[..., 3] > 128
    return colours[..., :3][opaque].mean() < 150


def photo(rng, width, height, *, light):
    """Make a picture with the statistics of a photograph: soft shapes of all sizes, sky, grain."""
    rows, columns = max(2, height // 2), max(2, width // 2)
    field = np.zeros((rows, columns, 3), np.float32)
    for octave in range(2, 8):
        cells = 2**octave
        for channel in range(4):
            coarse = Image.fromarray(rng.normal(size=(cells, cells)).astype(np.float32))
            plane = np.asarray(coarse.resize((columns, rows), Image.Resampling.BICUBIC))
            if channel == 3:  # the light, common to all colours
                field += plane[..., None] / 1.55**octave
            else:
                field[..., channel] += 0.35 * plane / 1.55**octave
    field /= field.std()
    sky = np.linspace(0.8, -0.8, rows)[:, None, None] * np.array([0.7, 0.9, 1.2])
    base = np.array([175, 182, 185.0] if light else [80, 85, 75.0])
    soft = Image.fromarray(np.uint8(np.clip(base + 30 * field + 35 * sky, 0, 255)))
    full = np.asarray(soft.resize((width, height), Image.Resampling.BICUBIC)).astype(np.int16)
    grain = rng.integers(-7, 8, (height, width, 1), dtype=np.int16)
    return np.uint8(np.clip(full + grain, 0, 255))
