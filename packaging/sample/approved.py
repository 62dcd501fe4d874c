"""The approved creatives: what the brand has published and would publish again."""

# ruff: noqa: E501  one shape a line reads better than one figure a line

from __future__ import annotations

from sample.brand import ACQUA, CLAIM, COTTO, LATTE, LIMONE, MORA, SABBIA, SMALTO
from sample.draw import at, bean, blossom, branch, disc, lemon, line, rect, steam, sun, tiles, waves
from sample.logo import PRIMARY, REVERSED, place
from sample.scene import Scene
from sample.things import boat, bottle, bowl, cup, jug, moka, mug, plate, shelf, vase, village

TILE = ((LATTE, COTTO, SMALTO, LIMONE), (SMALTO, LATTE, LIMONE, COTTO))
WARM_TILE = ((LATTE, COTTO, LIMONE, MORA), (COTTO, LATTE, LIMONE, MORA))


def post_breakfast() -> Scene:
    """Square post: a cup before the sun."""
    s = Scene(1080, 1080, LATTE)
    s.add(at(540, 500, sun(), 2.1), rect(0, 742, 1080, 338, COTTO))
    s.add(at(528, 374, steam(LATTE), 0.84), at(520, 752, cup(SMALTO, LATTE, MORA, SABBIA), 2.3))
    s.add(place(64, 60, 76, PRIMARY))
    s.text(64, 826, "La colazione\nche aspetta te", "display", 86, LATTE, leading=1.1)
    s.text(1016, 958, "ogni mattina\ndalle 7.30", "italic", 34, LATTE, anchor="end", leading=1.25)
    return s


def post_tiles() -> Scene:
    """Square post: a wall of tiles with a card on it."""
    s = Scene(1080, 1080, SMALTO)
    s.add(tiles(6, 6, 180, TILE), rect(180, 270, 720, 540, LATTE), rect(204, 294, 672, 492, LATTE))
    s.add(place(540, 336, 72, PRIMARY, "middle"))
    y = s.text(
        540,
        452,
        "Dipinte a mano,\nuna per una",
        "display",
        74,
        COTTO,
        anchor="middle",
        leading=1.12,
    )
    s.text(540, y + 26, "Le piastrelle di Albisola nascono\nqui, da cent’anni e da ieri.", "body", 34, MORA,
           anchor="middle")  # fmt: skip
    return s


def post_valencia() -> Scene:
    """Square post in Spanish: two towns on one sea."""
    s = Scene(1080, 1080, ACQUA)
    s.add(at(860, 290, sun(), 1.05), at(-30, 862, village(1480), 0.76))
    s.add(at(0, 822, waves(1090, 6, (SMALTO, LATTE), 72)), at(740, 850, boat(LATTE, MORA), 1.3))
    s.add(place(64, 60, 76, PRIMARY))
    s.text(64, 180, "De Albisola\na Valencia", "display", 92, MORA, leading=1.08)
    s.text(64, 396, "Dos talleres, un solo mar.", "italic", 40, MORA)
    return s


def post_moka() -> Scene:
    """Square post in English: the moka pot."""
    s = Scene(1080, 1080, SMALTO)
    s.add(disc(752, 640, 300, SABBIA), rect(0, 868, 1080, 212, MORA))
    s.add(at(750, 876, moka(), 1.8))
    s.add(at(270, 880, cup(LATTE, COTTO, MORA, SABBIA, 4), 1.12), at(264, 690, steam(LATTE), 0.6))
    for x, turn in ((80, 30), (150, 70), (960, -20), (1020, 40), (890, 80)):
        s.add(at(x, 950 + turn / 3, bean(COTTO, LATTE), 1, turn))
    s.add(place(64, 60, 76, REVERSED))
    y = s.text(64, 196, "Low flame,\ndark roast", "display", 84, LATTE, leading=1.1)
    s.text(64, y + 18, "Give it four\nminutes.", "italic", 42, LATTE)
    return s


def story_jug() -> Scene:
    """Story: a jug with a spray of lemons."""
    s = Scene(1080, 1920, ACQUA)
    s.add(disc(540, 1150, 400, SMALTO), rect(0, 1500, 1080, 420, COTTO))
    s.add(at(495, 985, branch(), 1.15, -48), at(455, 985, branch(), 1.1, -112))
    s.add(at(500, 1545, jug(LATTE, SMALTO, MORA), 2.35))
    s.add(at(200, 1560, lemon(), 1.35, -12), at(880, 1556, lemon(), 1.2, 160))
    s.add(place(540, 96, 92, PRIMARY, "middle"))
    y = s.text(
        540, 256, "Una brocca,\ntutta la tavola", "display", 96, MORA, anchor="middle", leading=1.1
    )
    s.text(540, 1690, "Scopri la linea Marea", "semi", 44, LATTE, anchor="middle")
    assert y < 500
    return s


def story_shelves() -> Scene:
    """Story: the shelves of the workshop."""
    s = Scene(1080, 1920, COTTO)
    rows = (
        ((150, jug(LATTE, SMALTO, MORA)), (430, bowl(ACQUA, SMALTO, MORA)), (676, cup(SABBIA, LIMONE, MORA))),
        ((136, mug(LIMONE, MORA, MORA)), (410, vase(LATTE, SMALTO, MORA)), (670, cup(ACQUA, LATTE, MORA, None, 4))),
        ((146, bottle(SABBIA, MORA, SMALTO)), (400, vase(LIMONE, LATTE, MORA, 2)), (664, mug(LATTE, SMALTO, MORA, 6))),
    )  # fmt: skip
    for i, row in enumerate(rows):
        s.add(at(-20, 960 + i * 370, shelf(840, row), 1.32))
    s.add(place(540, 96, 92, REVERSED, "middle"))
    s.text(
        540,
        256,
        "Domenica la bottega\nè aperta",
        "display",
        84,
        LATTE,
        anchor="middle",
        leading=1.1,
    )
    s.text(540, 450, "Entra, tocca, scegli con calma.", "italic", 44, LATTE, anchor="middle")
    s.text(540, 1774, "Albisola, via dei Forni 12", "semi", 42, LATTE, anchor="middle")
    return s


def wide_marea() -> Scene:
    """Wide banner: the table service."""
    s = Scene(970, 250, LATTE)
    pots = ((70, at(0, 0, jug(SMALTO, LATTE, MORA), 0.62)), (210, at(0, 0, cup(LIMONE, COTTO, MORA), 0.62)),
            (350, at(0, 0, vase(COTTO, LATTE, MORA), 0.66)))  # fmt: skip
    s.add(
        rect(560, 0, 410, 250, ACQUA), at(560, 214, shelf(410, pots)), rect(560, 226, 410, 24, MORA)
    )
    s.add(place(34, 28, 46, PRIMARY))
    s.text(34, 92, "Il mare, in tavola", "display", 46, COTTO)
    s.text(34, 150, "Nuova linea Marea, tornita ad Albisola.", "body", 20, MORA)
    s.pill(34, 190, "Scopri la linea", 17, COTTO, LATTE)
    return s


def wide_cafe() -> Scene:
    """Wide banner in Spanish: the coffee."""
    s = Scene(970, 250, COTTO)
    s.add(disc(820, 130, 112, LIMONE), at(812, 226, cup(LATTE, SMALTO, MORA, SABBIA), 0.98))
    s.add(at(812, 84, steam(LATTE), 0.42))
    for x, y, turn in ((620, 60, 20), (650, 196, 70), (930, 40, 40), (580, 140, 110)):
        s.add(at(x, y, bean(MORA, LATTE), 0.7, turn))
    s.add(place(34, 28, 46, REVERSED))
    s.text(34, 88, "El café de tu mañana", "display", 46, LATTE)
    s.text(34, 148, "Tostado en pequeñas partidas, cada martes.", "body", 20, LATTE)
    s.pill(34, 190, "Elige tu tueste", 17, LATTE, COTTO)
    return s


def tall_cups() -> Scene:
    """Tall banner: a stack of cups."""
    s = Scene(300, 600, SMALTO)
    s.add(rect(0, 452, 300, 148, COTTO), disc(150, 312, 118, LIMONE))
    stack = ((LATTE, COTTO, MORA, 1), (ACQUA, LATTE, MORA, 2), (SABBIA, SMALTO, MORA, 3))
    for i, colours in enumerate(stack):
        s.add(at(144, 458 - i * 84, cup(*colours[:3], None, colours[3]), 0.74))
    s.add(place(150, 26, 40, REVERSED, "middle"))
    s.text(
        150, 84, "La tua tazza\nha un’impronta", "display", 31, LATTE, anchor="middle", leading=1.15
    )
    s.text(
        150,
        478,
        "Ogni pezzo è tornito\na mano, uno alla volta.",
        "body",
        18,
        LATTE,
        anchor="middle",
    )
    s.pill(150, 542, "Scegli la tua", 17, LATTE, COTTO, "middle")
    return s


def tall_mugs() -> Scene:
    """Tall banner in English: two mugs."""
    s = Scene(300, 600, LATTE)
    s.add(rect(0, 430, 300, 170, SMALTO))
    s.add(
        at(92, 442, mug(COTTO, MORA, LATTE), 0.84), at(194, 448, mug(LIMONE, SMALTO, MORA, 8), 0.8)
    )
    s.add(at(92, 296, steam(SABBIA), 0.5), at(194, 306, steam(SABBIA), 0.5))
    s.add(place(150, 26, 40, PRIMARY, "middle"))
    s.text(150, 92, "Two mugs,\none long talk", "display", 34, COTTO, anchor="middle", leading=1.15)
    s.text(150, 468, "Stoneware from the\nLigurian coast.", "body", 19, LATTE, anchor="middle")
    s.pill(150, 538, "Find your pair", 17, LIMONE, MORA, "middle")
    return s


def _workshop(
    words: dict[str, str], facts: list[tuple[str, str]], tile: tuple, title: str
) -> Scene:
    """Lay out an A5 leaflet for a course (874 × 1240 units)."""
    s = Scene(874, 1240, LATTE)
    s.add(tiles(8, 3, 110, tile), rect(0, 330, 874, 14, MORA))
    s.add(place(437, 384, 74, PRIMARY, "middle"))
    y = s.text(437, 490, words["title"], "display", 72, title, anchor="middle", leading=1.08)
    y = s.text(92, y + 20, words["text"], "body", 29, MORA, width=700, leading=1.42)
    s.add(rect(0, y + 30, 874, 190, title))
    for i, (small, large) in enumerate(facts):
        x = (92, 330, 650)[i]
        s.text(x, y + 58, small, "semi", 21, SABBIA)
        s.text(x, y + 90, large, "display", 34, LATTE, leading=1.2)
    s.text(92, y + 246, words["how"], "semi", 26, MORA, width=470, leading=1.4)
    s.text(782, 1160, words["claim"], "italic", 30, title, anchor="end")
    s.add(at(680, 1132, bowl(COTTO if title != COTTO else SMALTO, LIMONE, MORA), 0.74))
    return s


def flyer_course() -> Scene:
    """Leaflet: the evening course in Italian."""
    words = {
        "title": "Le mani nell’argilla",
        "text": "Quattro sere al tornio per fare la tua prima tazza. Parti da zero: noi mettiamo creta, "
                "grembiule e pazienza. Alla fine la cuociamo, e il primo caffè è già dentro.",
        "how": "Scrivi a bottega@tazamora.example\no chiama il 019 555 0142.",
        "claim": CLAIM["it"],
    }  # fmt: skip
    facts = [
        ("QUANDO", "martedì\n20.30"),
        ("DOVE", "Albisola,\nvia dei Forni 12"),
        ("POSTI", "otto"),
    ]
    return _workshop(words, facts, WARM_TILE, COTTO)


def flyer_taller() -> Scene:
    """Leaflet: the Saturday course in Spanish."""
    words = {
        "title": "Manos en el barro",
        "text": "Cuatro sábados en el torno para hacer tu primera taza. No necesitas saber nada: nosotros "
                "ponemos el barro, el delantal y la paciencia. Al final la cocemos, y el primer café va dentro.",
        "how": "Escribe a taller@tazamora.example\no llama al +34 96 555 01 42.",
        "claim": CLAIM["es"],
    }  # fmt: skip
    facts = [
        ("CUÁNDO", "sábados\n11.00"),
        ("DÓNDE", "Valencia, calle\ndel Horno 7"),
        ("PLAZAS", "ocho"),
    ]
    return _workshop(words, facts, TILE, SMALTO)


def flyer_coffee() -> Scene:
    """Leaflet as a picture: the coffee menu (874 × 1240)."""
    s = Scene(874, 1240, COTTO)
    s.add(rect(46, 46, 782, 1148, LATTE), place(437, 96, 84, PRIMARY, "middle"))
    s.add(at(437, 490, disc(0, -96, 160, LIMONE) + cup(SMALTO, LATTE, MORA, SABBIA), 1.12))
    y = s.text(437, 580, "Tre caffè, tre ore", "display", 70, COTTO, anchor="middle")
    menu = (("Alba", "nocciola e cacao, per la moka", "mattina"),
            ("Scirocco", "agrumi e miele, per il filtro", "mezzogiorno"),
            ("Lanterna", "decaffeinato, tostato scuro", "sera"))  # fmt: skip
    y += 34
    for name, taste, hour in menu:
        s.text(112, y, name, "display", 40, MORA)
        s.text(762, y + 8, hour, "italic", 30, COTTO, anchor="end")
        y = s.text(112, y + 50, taste, "body", 29, MORA) + 24
        s.add(line(f"M112,{y:g} H762", SABBIA, 3))
        y += 26
    s.text(437, 1118, CLAIM["it"], "italic", 32, SMALTO, anchor="middle")
    return s


def poster_exhibition() -> Scene:
    """Poster: an exhibition by the sea (1240 × 1754)."""
    s = Scene(1240, 1754, LIMONE)
    s.add(
        at(960, 500, sun(LATTE, 22), 1.5),
        at(-20, 1260, village(1400, (COTTO, LATTE, SABBIA, ACQUA)), 0.98),
    )
    s.add(at(0, 1215, waves(1260, 7, (SMALTO, LATTE), 84)), at(860, 1248, boat(LATTE, MORA), 1.8))
    s.add(rect(0, 1510, 1240, 244, SMALTO), place(80, 80, 104, PRIMARY))
    s.text(80, 250, "Terra\ndi mare", "display", 170, MORA, leading=1.02)
    s.text(
        84, 618, "Cent’anni di ceramica\nfra Albisola e Valencia", "italic", 46, MORA, leading=1.25
    )
    s.text(80, 1556, "Dal 3 al 28 ottobre, fornace vecchia di Albisola", "display", 44, LATTE)
    s.text(80, 1626, f"Ingresso libero. {CLAIM['it']}", "body", 34, LATTE)
    return s


def poster_night() -> Scene:
    """Poster as a picture: the night of the kilns (1240 × 1754)."""
    s = Scene(1240, 1754, MORA)
    s.add(disc(930, 520, 150, LIMONE), disc(880, 486, 128, MORA))
    for x, y in (
        (120, 760),
        (330, 640),
        (560, 740),
        (790, 690),
        (1120, 300),
        (1080, 730),
        (480, 830),
    ):
        s.add(at(x, y, blossom(SABBIA, LIMONE), 0.42))
    s.add(
        at(-30, 1400, village(1300, (COTTO, SMALTO, COTTO, SABBIA), LIMONE), 1.2),
        rect(0, 1400, 1240, 354, SMALTO),
    )
    s.add(place(80, 80, 104, REVERSED))
    s.text(80, 250, "La notte\ndei forni", "display", 158, LATTE, leading=1.04)
    s.text(80, 1448, "Sabato 21 giugno, dalle 21", "display", 64, LATTE)
    s.text(80, 1546, "Apriamo i forni a mezzanotte: vieni a vedere la tua tazza che esce rossa.",
           "body", 38, LATTE, width=1080)  # fmt: skip
    return s


def poster_table() -> Scene:
    """Poster in Spanish: a table laid, seen from above (1240 × 1754)."""
    s = Scene(1240, 1754, SMALTO)
    schemes = (
        (LATTE, COTTO, SMALTO),
        (LIMONE, LATTE, COTTO),
        (COTTO, LATTE, LIMONE),
        (ACQUA, SMALTO, COTTO),
    )
    for i in range(12):
        s.add(
            at(
                200 + i % 3 * 420,
                250 + i // 3 * 420 - (i % 3 == 1) * 150,
                plate(*schemes[i * 3 % 4]),
                1.2,
            )
        )
    s.add(rect(0, 1262, 1240, 492, LATTE), place(80, 1312, 84, PRIMARY))
    y = s.text(80, 1428, "La mesa puesta", "display", 116, COTTO, leading=1.1)
    s.text(82, y + 8, "Platos pintados a mano, para comer sin mirar el reloj.", "body", 36, MORA)
    s.text(82, y + 74, CLAIM["es"], "italic", 36, SMALTO)
    return s
