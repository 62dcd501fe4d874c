"""Fictional logos for the tests: fourteen kinds, and for each another one that is like it.

Drawn here with Pillow, at three times their size; none is anybody's.
"""

# ruff: noqa: PLR0917  places come first and in order, as in every drawing

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
SERIF = FONTS / "fraunces" / "Fraunces-SemiBold.ttf"
ITALIC = FONTS / "fraunces" / "Fraunces-Italic.ttf"
BOLD = FONTS / "figtree" / "Figtree-Bold.ttf"
REGULAR = FONTS / "figtree" / "Figtree-Regular.ttf"
SIZE = 1500
"""Long side at which everything is drawn."""
LONG = 500
"""Long side as it is handed out."""


class Sheet:
    """A transparent sheet of 1500 × 1500 to draw on; `cut` takes paint away again."""

    def __init__(self):
        self.image = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
        self.draw = ImageDraw.Draw(self.image)

    def disc(self, x, y, radius, fill):
        self.draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)

    def ring(self, x, y, radius, width, fill):
        box = (x - radius, y - radius, x + radius, y + radius)
        self.draw.ellipse(box, outline=fill, width=width)

    def word(self, x, y, text, size, fill, font=BOLD):
        self.draw.text((x, y), text, font=ImageFont.truetype(str(font), size), fill=fill)

    def finished(self):
        box = self.image.getchannel("A").point(lambda v: 255 * (v > 8)).getbbox()
        cut = self.image.crop(box)
        scale = LONG / max(cut.size)
        size = (max(1, round(cut.width * scale)), max(1, round(cut.height * scale)))
        return cut.resize(size, Image.Resampling.LANCZOS)


NOTHING = (0, 0, 0, 0)


def _serif_word(other):
    s = Sheet()
    s.word(40, 500, "Belmonte" if other else "Velmora", 300, "#7A1F3D", SERIF)
    return s


def _sans_word(other):
    s = Sheet()
    s.word(20, 500, "KORTINA" if other else "NORDVIK", 280, "#0B3C5D")
    return s


def _crescent(other):
    s = Sheet()
    s.disc(750, 750, 600, "#E4572E")
    s.disc(*((750, 520, 380) if other else (960, 750, 430)), NOTHING)
    s.disc(*((750, 1120, 130) if other else (1010, 750, 190)), "#E4572E")
    return s


def _badge(other):
    s = Sheet()
    edge = [(300, 200), (1200, 200), (1200, 850), (750, 1350), (300, 850)]
    if other:
        edge = [(300, 400), (750, 180), (1200, 400), (1200, 1100), (750, 1330), (300, 1100)]
    s.draw.polygon(edge, fill="#14532D")
    s.draw.rectangle((300, 560, 1200, 700), fill="#FACC15")
    tips = 4 if other else 5
    star = [
        (
            750 + (190 if i % 2 == 0 else 80) * math.sin(i * math.pi / tips),
            390 - (190 if i % 2 == 0 else 80) * math.cos(i * math.pi / tips),
        )
        for i in range(2 * tips)
    ]
    s.draw.polygon(star, fill="#FFFFFF")
    s.disc(750, 900, 110, "#FACC15")
    return s


def _thin_lines(other):
    s = Sheet()
    for i in range(5):
        reach = 160 + 110 * i
        box = (750 - reach, 900 - reach, 750 + reach, 900 + reach)
        start, end = (200, 340) if other else (180, 360)
        s.draw.arc(box, start + (20 * i if other else 0), end, fill="#1D3557", width=26)
    s.draw.line((150, 930, 1350, 930), fill="#1D3557", width=26)
    if not other:
        s.draw.line((750, 930, 750, 1150), fill="#1D3557", width=26)
    return s


def _gradient(other):
    across, down = np.meshgrid(np.linspace(0, 1, SIZE), np.linspace(0, 1, SIZE))
    first, last = np.array([236, 64, 122.0]), np.array([63, 81, 181.0])
    mix = ((across + down) / 2)[..., None]
    colours = np.uint8(first * (1 - mix) + last * mix)
    mask = Image.new("L", (SIZE, SIZE), 0)
    draw = ImageDraw.Draw(mask)
    draw.rounded_rectangle((200, 200, 1300, 1300), 280, fill=255)
    if other:
        draw.rectangle((460, 460, 1040, 680), fill=0)
        draw.rectangle((460, 820, 1040, 1040), fill=0)
    else:
        draw.ellipse((460, 460, 1040, 1040), fill=0)
        draw.rectangle((690, 680, 810, 1300), fill=0)
    s = Sheet()
    s.image = Image.merge("RGBA", [*Image.fromarray(colours).split(), mask])
    return s


def _two_colours(other):
    s = Sheet()
    s.disc(420, 600, 260, "#0077B6")
    if other:
        s.draw.rectangle((560, 360, 1000, 860), fill="#F77F00")
    else:
        s.disc(760, 600, 260, "#F77F00")
    s.word(160, 900, "altera" if other else "duolith", 260, "#0077B6", REGULAR)
    return s


def _lockup(other):
    s = Sheet()
    s.draw.polygon([(60, 900), (260, 500), (460, 900)], fill="#2A9D8F")
    s.draw.polygon([(200, 900), (330, 660), (460, 900)], fill="#264653")
    if other:
        s.disc(260, 620, 130, "#2A9D8F")
    s.word(510, 590, "Serralta" if not other else "Monfiore", 235, "#264653")
    return s


def _monogram(other):
    s = Sheet()
    s.disc(750, 750, 600, "#222222")
    s.word(430, 230, "Q" if other else "R", 860, "#F2E9E4", SERIF)
    return s


def _cubes(other):
    s = Sheet()
    hues = ("#5E548E", "#9F86C0", "#231942")
    for x, y in ((750, 350), (520, 750), (980, 750))[: 2 if other else 3]:
        r = 250
        h = [
            (x + r * math.sin(i * math.pi / 3), y - r * math.cos(i * math.pi / 3)) for i in range(6)
        ]
        for i, hue in enumerate(hues):
            s.draw.polygon([(x, y), h[2 * i], h[(2 * i + 1) % 6], h[(2 * i + 2) % 6]], fill=hue)
    return s


def _leaves(other):
    s = Sheet()
    for side, hue in ((-1, "#606C38"), (1, "#A3B18A")):
        tip = (750 + side * 560, 350 if not other else 700)
        curve = [(750, 1200)]
        for i in range(1, 30):
            t = i / 30
            bulge = 230 * math.sin(math.pi * t)
            curve.append((750 + (tip[0] - 750) * t, 1200 + (tip[1] - 1200) * t - bulge))
        curve.append(tip)
        for i in range(29, 0, -1):
            t = i / 30
            bulge = 170 * math.sin(math.pi * t)
            curve.append((750 + (tip[0] - 750) * t + side * 40, 1200 + (tip[1] - 1200) * t + bulge))
        s.draw.polygon(curve, fill=hue)
    return s


def _script(other):
    s = Sheet()
    s.word(60, 480, "Camellia" if other else "Brunetta", 330, "#B5179E", ITALIC)
    s.draw.rounded_rectangle((90, 920, 1240 if not other else 700, 950), 15, fill="#B5179E")
    return s


def _dots(other):
    s = Sheet()
    gone = {(0, 1), (1, 3), (3, 0)} if other else {(0, 3), (2, 1), (3, 3)}
    for i in range(4):
        for j in range(4):
            if (i, j) not in gone:
                s.disc(330 + 280 * i, 330 + 280 * j, 60 + 12 * (i if other else j), "#D62828")
    return s


def _bars(other):
    s = Sheet()
    heights = (900, 300, 600, 800, 420) if other else (300, 700, 1000, 520, 860)
    for i, height in enumerate(heights):
        left = 250 + 210 * i
        hue = "#00B4D8" if i % 2 else "#03045E"
        s.draw.rounded_rectangle((left, 1250 - height, left + 130, 1250), 65, fill=hue)
    return s


_DRAWERS = {
    "serif word": _serif_word, "sans word": _sans_word, "crescent": _crescent, "badge": _badge,
    "thin lines": _thin_lines, "gradient": _gradient, "two colours": _two_colours,
    "lockup": _lockup, "monogram": _monogram, "cubes": _cubes, "leaves": _leaves,
    "script": _script, "dots": _dots, "bars": _bars,
}  # fmt: skip
DESIGNS = tuple(_DRAWERS)
DEVELOPED_ON = DESIGNS[::2]
"""Thresholds were chosen on these; the others are held out."""


@cache
def design(name, *, other=False):
    """Give a logo as RGBA, 500 px at its long side; `other` is the one that is like it."""
    return _DRAWERS[name](other).finished()
