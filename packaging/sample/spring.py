"""The spring campaign's pictures: card, story, banner and poster share one key visual."""

# ruff: noqa: PLR0917  place and size come first and in order, as in SVG

from __future__ import annotations

import math

from sample.brand import ACQUA, COTTO, LATTE, LIMONE, MORA, SABBIA, SMALTO
from sample.draw import at, blossom, branch, disc, lemon, rect, shape, steam, sun
from sample.logo import PRIMARY, REVERSED, place
from sample.scene import Scene
from sample.things import cup, jug, mug

OFFER = "−20 %"
UNTIL = "31 maggio 2027"
SITE = "tazamora.example/primavera"
PHONE = "019 555 0142"
STORY_GROUND = SMALTO
POSTER_GROUND = ACQUA


def brezza_cup(seed: int = 1) -> str:
    """Draw the cup that the campaign is about."""
    return cup(LATTE, SMALTO, MORA, SABBIA, seed)


def seal(s: Scene, x: float, y: float, radius: float, offer: str, fill: str = LIMONE) -> None:
    """Put the offer on the page as a seal with a cut edge."""
    edge = [
        (x + (radius if i % 2 else radius * 0.9) * math.sin(i * math.pi / 22),
         y - (radius if i % 2 else radius * 0.9) * math.cos(i * math.pi / 22))
        for i in range(44)
    ]  # fmt: skip
    s.add(shape(edge, fill))
    s.text(x, y - radius * 0.42, offer, "display", radius * 0.5, MORA, anchor="middle", leading=1.1)
    s.text(x, y + radius * 0.16, "linea Brezza", "semi", radius * 0.2, MORA, anchor="middle")


def social_card(red: str = COTTO) -> Scene:
    """Square post of the campaign."""
    s = Scene(1080, 1080, ACQUA)
    s.add(at(1120, 300, branch(), 1.12, 166), disc(420, 640, 235, LATTE))
    s.add(rect(0, 800, 1080, 280, red), at(400, 816, cup(SMALTO, LATTE, MORA, SABBIA), 1.75))
    s.add(at(392, 540, steam(SABBIA), 0.75))
    s.add(at(90, 828, lemon(), 0.95, -14), place(64, 60, 76, PRIMARY))
    s.text(64, 176, "La primavera\nsi versa piano", "display", 84, MORA, leading=1.08)
    seal(s, 838, 640, 172, OFFER)
    s.text(64, 896, "Tazze e brocche della linea Brezza", "semi", 42, LATTE)
    s.text(64, 962, f"fino al {UNTIL}", "body", 36, LATTE)
    return s


def story(ground: str = STORY_GROUND) -> Scene:
    """Story of the campaign."""
    s = Scene(1080, 1920, ground)
    s.add(disc(540, 1150, 380, LIMONE), rect(0, 1440, 1080, 480, COTTO))
    s.add(at(455, 895, branch(ACQUA), 0.92, -46), at(425, 895, branch(ACQUA), 0.86, -118))
    s.add(at(440, 1462, jug(LATTE, SMALTO, MORA), 2.15))
    s.add(at(820, 1486, mug(ACQUA, LATTE, MORA), 1.35))
    s.add(place(540, 96, 92, REVERSED, "middle"))
    s.text(
        540,
        256,
        "La primavera\nsi versa piano",
        "display",
        104,
        LATTE,
        anchor="middle",
        leading=1.08,
    )
    s.text(540, 1556, f"Linea Brezza {OFFER}", "display", 76, LATTE, anchor="middle")
    s.text(540, 1668, f"fino al {UNTIL}", "body", 44, LATTE, anchor="middle")
    s.pill(540, 1764, SITE, 38, LATTE, COTTO, "middle")
    return s


def wide_banner(stretch: float = 1, red: str = COTTO) -> Scene:
    """Wide banner of the campaign; `red` is the colour of table, button and logo."""
    s = Scene(970, 250, ACQUA)
    s.add(rect(0, 214, 970, 36, red), disc(690, 130, 104, LATTE))
    s.add(at(684, 222, cup(SMALTO, LATTE, MORA, SABBIA), 0.8), at(512, 20, branch(), 0.56, 12))
    s.add(place(34, 24, 46, (red, MORA, MORA), stretch=stretch))
    s.text(34, 84, "La primavera si versa piano", "display", 37, MORA)
    s.text(34, 136, f"Linea Brezza, fino al {UNTIL}", "body", 20, MORA)
    s.pill(34, 170, "Scegli la tua tazza", 16, red, LATTE)
    seal(s, 878, 112, 84, OFFER)
    return s


def poster(ground: str = POSTER_GROUND, offer: str = OFFER, ink: str | None = None) -> Scene:
    """A3 poster of the campaign (1240 × 1754); `ink` for a ground that is too dark for Mora."""
    s = Scene(1240, 1754, ground)
    s.add(at(620, 1010, sun(LIMONE, 24), 2.35), rect(0, 1300, 1240, 454, COTTO))
    s.add(at(1290, 610, branch(), 1.2, 172), at(-40, 640, branch(), 1.1, 22))
    s.add(at(590, 850, steam(LATTE), 1.1), at(590, 1318, cup(SMALTO, LATTE, MORA, SABBIA), 2.9))
    s.add(at(150, 1330, lemon(), 1.4, -12), at(1120, 1326, blossom(), 2.4))
    s.add(place(80, 76, 104, REVERSED if ink else PRIMARY))
    s.text(80, 226, "La primavera\nsi versa piano", "display", 128, ink or MORA, leading=1.04)
    s.text(80, 1418, f"Linea Brezza {offer}", "display", 88, LATTE)
    s.text(80, 1536, f"Nelle botteghe di Albisola e Valencia, fino al {UNTIL}", "body", 37, LATTE)
    s.text(80, 1618, "Fatto a mano, bevuto piano.", "italic", 44, LATTE)
    s.text(1160, 1622, SITE, "semi", 36, LATTE, anchor="end")
    return s
