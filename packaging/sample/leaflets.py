"""The spring campaign's flyer and brochure, and the words that they carry."""

# ruff: noqa: E501  as in approved.py

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sample.brand import ACQUA, COTTO, LATTE, LIMONE, MORA, SABBIA, SMALTO, Face
from sample.draw import at, branch, disc, lemon, line, rect, steam, tiles
from sample.logo import PRIMARY, REVERSED, place
from sample.render import picture
from sample.scene import Scene
from sample.spring import OFFER, PHONE, SITE, UNTIL, brezza_cup, seal
from sample.things import bowl, cup, jug, mug, vase

if TYPE_CHECKING:
    from PIL.Image import Image

CLAIM = "Fatto a mano, bevuto piano."


@dataclass(frozen=True, slots=True)
class FlyerWords:
    """What the flyer says."""

    text: str
    invitation: str
    until: str = UNTIL


FLYER = FlyerWords(
    text="Dopo l’inverno il forno ha voglia di colori chiari. La linea Brezza nasce così: tazze e "
    "brocche tornite ad Albisola, nel verde dell’acqua bassa. Prendine in mano una e senti "
    "quanto pesa: sai già come sarà il tuo caffè di domani.",
    invitation="Vieni in bottega il sabato mattina: ti facciamo vedere il tornio e il caffè lo offriamo noi. "
    "Scegli con calma, le tazze non scappano.",
)
FLYER_SLIPPED = replace(
    FLYER,
    invitation="Venga a trovarci in bottega il sabato mattina: Le mostreremo il tornio e Le offriremo un "
    "caffè. La invitiamo a scegliere con calma.",
    until="15 maggio 2027",
)


def flyer(words: FlyerWords) -> Scene:
    """A4 flyer (1240 × 1754)."""
    s = Scene(1240, 1754, LATTE)
    s.add(rect(0, 0, 1240, 800, ACQUA), at(1280, 330, branch(), 1.5, 168))
    s.add(
        disc(470, 560, 250, LIMONE), rect(0, 720, 1240, 130, COTTO), at(460, 420, steam(LATTE), 0.8)
    )
    s.add(at(460, 744, cup(SMALTO, LATTE, MORA, SABBIA), 1.9), at(110, 752, lemon(), 1.1, -12))
    s.add(place(80, 70, 92, PRIMARY))
    seal(s, 1000, 600, 170, OFFER)
    y = s.text(80, 910, "La primavera si versa piano", "display", 82, COTTO)
    y = s.text(80, y + 26, words.text, "body", 33, MORA, width=1080, leading=1.45)
    y = s.text(80, y + 22, words.invitation, "body", 33, MORA, width=1080, leading=1.45)
    s.add(rect(0, 1478, 1240, 276, SMALTO))
    s.text(80, 1520, f"Linea Brezza {OFFER}, fino al {words.until}", "display", 52, LATTE)
    s.text(80, 1608, f"Albisola, via dei Forni 12. Telefono {PHONE}", "body", 31, LATTE)
    s.text(80, 1654, SITE, "semi", 31, LATTE)
    s.text(1160, 1654, CLAIM, "italic", 36, LATTE, anchor="end")
    assert y < 1470
    return s


@dataclass(frozen=True, slots=True)
class BrochureWords:
    """What the brochure says."""

    intro: str
    story: str
    close: str
    claim: str = CLAIM


BROCHURE = BrochureWords(
    intro="Questa primavera la tua tavola respira. Brezza è una famiglia di quattro pezzi: prendi "
    "quello che ti serve, gli altri ti aspettano.",
    story="Tutto parte da una creta chiara che viene da vicino. La torniamo al mattino, quando la mano è "
    "riposata, e la lasciamo asciugare una settimana. Poi lo smalto, verde come l’acqua sotto il "
    "molo, e una notte di forno. Quando apri la mano, la tua tazza ci sta dentro.",
    close="Vieni a provarle in bottega, oppure scegli da casa: le imballiamo una per una.",
)
BROCHURE_SLIPPED = replace(BROCHURE, claim="Qualità e tradizione dal 1923.")

PIECES = (
    ("Tazza da caffè", "12 cl, con piattino", "22,00 €", "17,60 €"),
    ("Tazza grande", "30 cl, per il latte", "28,00 €", "22,40 €"),
    ("Ciotola", "16 cm, per i cereali", "24,00 €", "19,20 €"),
    ("Brocca", "un litro esatto", "46,00 €", "36,80 €"),
)


def still_life() -> Scene:
    """Draw the picture that is placed in the brochure (1100 × 760)."""
    s = Scene(1100, 760, SABBIA)
    s.add(tiles(11, 4, 100, ((LATTE, SABBIA, ACQUA, LIMONE), (ACQUA, LATTE, LATTE, LIMONE))))
    s.add(rect(0, 560, 1100, 200, COTTO), at(225, 400, branch(), 0.85, -64))
    s.add(at(230, 620, vase(SMALTO, LATTE, MORA), 1.2), at(480, 660, brezza_cup(), 1.05))
    s.add(
        at(760, 620, jug(LATTE, SMALTO, MORA), 1.45), at(985, 676, mug(SMALTO, LATTE, MORA), 0.95)
    )
    s.add(at(640, 690, lemon(), 0.6, -16))
    return s


def brochure(words: BrochureWords, faces: dict[str, Face], image: Image) -> list[Scene]:
    """Lay out the brochure's two A4 pages (1240 × 1754 each)."""
    return [_cover(words, faces, image), _inside(words, faces)]


def _cover(words: BrochureWords, faces: dict[str, Face], image: Image) -> Scene:
    s = Scene(1240, 1754, SMALTO, faces)
    s.add(place(80, 76, 100, REVERSED), picture(image, 80, 760, 1080, 746))
    s.text(80, 240, "Brezza", "display", 190, LATTE, leading=1.05)
    y = s.text(84, 460, "La primavera si versa piano", "italic", 60, LATTE)
    s.text(84, y + 24, words.intro, "body", 34, LATTE, width=1000, leading=1.45)
    s.text(80, 1566, f"Linea Brezza {OFFER}, fino al {UNTIL}", "display", 48, LATTE)
    s.text(80, 1646, SITE, "semi", 32, LATTE)
    return s


def _inside(words: BrochureWords, faces: dict[str, Face]) -> Scene:
    s = Scene(1240, 1754, LATTE, faces)
    y = s.text(80, 90, "Quattro pezzi, una famiglia", "display", 76, COTTO)
    y = s.text(80, y + 24, words.story, "body", 33, MORA, width=1080, leading=1.45) + 50
    drawings = (
        at(245, 306, brezza_cup(), 1.12), at(236, 312, mug(SMALTO, LATTE, MORA), 1.35),
        at(242, 290, bowl(SMALTO, LIMONE, MORA), 1.35), at(230, 326, jug(LATTE, SMALTO, MORA), 1.1),
    )  # fmt: skip
    for i, (name, size, before, now) in enumerate(PIECES):
        x, top = 80 + i % 2 * 550, y + i // 2 * 490
        s.add(
            rect(x, top, 530, 460, ACQUA if i in (0, 3) else SABBIA),
            at(x + 40, top, drawings[i], 0.93),
        )
        s.text(x + 34, top + 334, name, "display", 38, MORA)
        s.text(x + 34, top + 390, size, "body", 27, MORA)
        s.text(x + 496, top + 334, now, "display", 38, MORA, anchor="end")
        s.text(x + 496, top + 390, f"invece di {before}", "body", 27, MORA, anchor="end")
    s.add(line("M80,1528 H1160", COTTO, 4))
    s.text(80, 1556, words.close, "body", 30, MORA, width=1080)
    s.text(80, 1612, f"Albisola, via dei Forni 12. Telefono {PHONE}", "semi", 30, MORA)
    s.text(1160, 1664, words.claim, "italic", 42, COTTO, anchor="end")
    s.text(80, 1668, SITE, "semi", 30, COTTO)
    return s
