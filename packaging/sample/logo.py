"""The brand's logo: a cup under the three drupelets of a mora, and its name in outlines."""

# ruff: noqa: PLR0917  place and size come first and in order, as in SVG

from __future__ import annotations

import math
from functools import cache

from sample.brand import BRAND_FACES, COTTO, LATTE, MORA
from sample.draw import at, disc, line, rect, shape


def symbol(cup: str, mora: str) -> str:
    """Draw the symbol in a box of 100 × 100; the wave is a gap, so that it works on any ground."""
    xs = [8 + i for i in range(73)]
    foot = [42 + math.sqrt(max(36**2 - (x - 44) ** 2, 0)) for x in xs]
    wave = [55 + 3.2 * math.sin((x - 8) * math.pi / 12) for x in xs]
    upper = [(x, min(f, w - 2.4)) for x, f, w in zip(xs, foot, wave, strict=True)]
    low = [(x, w + 2.4, f) for x, f, w in zip(xs, foot, wave, strict=True) if f > w + 2.4]
    return "".join((
        line("M79,48 C99,44 97,67 74,65", cup, 7),
        shape([(8, 42), (80, 42), *upper[::-1]], cup),
        shape([(x, top) for x, top, _ in low] + [(x, f) for x, _, f in low[::-1]], cup),
        rect(14, 85, 60, 7.5, cup, 3.75),
        disc(34, 28, 9.2, mora), disc(54, 28, 9.2, mora), disc(44, 12.5, 9.2, mora),
    ))  # fmt: skip


@cache
def _word() -> tuple[str, float]:
    """Return the name's outlines at 100 units to the em, and its width."""
    from PySide6.QtGui import QFont, QFontDatabase, QPainterPath

    families = QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFont(str(BRAND_FACES["display"].path))
    )
    font = QFont(families[0])
    font.setPixelSize(100)
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    outline = QPainterPath()
    outline.addText(0, 0, font, "tazamora")
    steps, i = [], 0
    while i < outline.elementCount():
        e = outline.elementAt(i)
        if e.type == QPainterPath.ElementType.CurveToElement:
            points = [outline.elementAt(i + k) for k in range(3)]
            steps.append("C" + " ".join(f"{p.x:.1f},{p.y:.1f}" for p in points))
            i += 3
            continue
        letter = "M" if e.type == QPainterPath.ElementType.MoveToElement else "L"
        steps.append(f"{letter}{e.x:.1f},{e.y:.1f}")
        i += 1
    return "".join(steps), outline.boundingRect().right()


def logo(cup: str, mora: str, word: str) -> str:
    """Draw symbol and name side by side, 100 high."""
    d, _ = _word()
    return symbol(cup, mora) + at(114, 78, f'<path fill="{word}" d="{d}"/>', 0.86)


def logo_width() -> float:
    """Return how wide the logo is at a height of 100."""
    return 114 + _word()[1] * 0.86


PRIMARY = (COTTO, MORA, MORA)
REVERSED = (LATTE, LATTE, LATTE)


def place(
    x: float, y: float, height: float, colours: tuple[str, str, str], anchor: str = "start",
    stretch: float = 1,
) -> str:  # fmt: skip
    """Put the logo on a page by its top left, top middle or top right."""
    wide = logo_width() * height / 100 * stretch
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    return at(left, y, logo(*colours), height / 100, stretch=stretch)


def files() -> dict[str, str]:
    """Return the logo's files by name."""

    def sheet(width: float, piece: str, ground: str = "") -> str:
        # A margin of 20, the logo's clear space, belongs to the file.
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 {width + 40:.0f} 140" '
            f'width="{width + 40:.0f}" height="140">{ground}{piece}</svg>\n'
        )

    wide = logo_width()
    ground = rect(-20, -20, round(wide + 40), 140, COTTO)
    return {
        "tazamora-primary.svg": sheet(wide, logo(*PRIMARY)),
        "tazamora-reversed.svg": sheet(wide, logo(*REVERSED), ground),
        "tazamora-mono.svg": sheet(wide, logo(MORA, MORA, MORA)),
        "tazamora-symbol.svg": sheet(100, symbol(COTTO, MORA)),
    }
