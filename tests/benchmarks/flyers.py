"""Flyers with a known text, in three languages: for measuring how well text in pictures is read.


Every flyer is drawn by us from fonts that lie in assets/ (and DejaVu, where the machine has it).
"""

# ruff: noqa: E501  a block of a flyer is easier to see in one line

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
OURS = {
    "plain": FONTS / "figtree" / "Figtree-Regular.ttf",
    "half": FONTS / "figtree" / "Figtree-SemiBold.ttf",
    "bold": FONTS / "figtree" / "Figtree-Bold.ttf",
    "serif": FONTS / "fraunces" / "Fraunces-SemiBold.ttf",
    "italic": FONTS / "fraunces" / "Fraunces-Italic.ttf",
}
SYSTEM = {
    "sans": (DEJAVU / "DejaVuSans.ttf", "plain"),
    "sans-bold": (DEJAVU / "DejaVuSans-Bold.ttf", "bold"),
    "roman": (DEJAVU / "DejaVuSerif.ttf", "serif"),
}


def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Give a font of ours; one of the machine's is replaced by ours where it is missing."""
    if name in SYSTEM:
        file, instead = SYSTEM[name]
        name = instead
        if file.is_file():
            return ImageFont.truetype(file, size)
    return ImageFont.truetype(OURS[name], size)


@dataclass(frozen=True)
class Block:
    """Lines set together: where they begin (as parts of the page), how, and what they say."""

    x: float
    y: float
    font: str
    size: int
    colour: str
    lines: tuple[str, ...]
    spacing: float = 1.35


@dataclass(frozen=True)
class Flyer:
    """A page with its blocks in reading order."""

    name: str
    language: str
    size: tuple[int, int]
    ground: str
    """A colour; «a b» a gradient from a to b; «photo» something like a photograph."""
    blocks: tuple[Block, ...]
    angle: float = 0.0
    jpeg: int | None = None

    @property
    def truth(self) -> str:
        """What there is to read, line by line."""
        return "\n".join(line for block in self.blocks for line in block.lines)


def draw(flyer: Flyer) -> Image.Image:
    """Draw a flyer."""
    image = ground(flyer.ground, flyer.size)
    pen = ImageDraw.Draw(image)
    width, height = flyer.size
    for block in flyer.blocks:
        face = font(block.font, block.size)
        for row, line in enumerate(block.lines):
            at = (block.x * width, block.y * height + row * block.size * block.spacing)
            pen.text(at, line, font=face, fill=block.colour)
    if flyer.angle:
        fill = image.getpixel((2, 2))
        image = image.rotate(flyer.angle, Image.Resampling.BICUBIC, expand=True, fillcolor=fill)
    return image


def ground(kind: str, size: tuple[int, int]) -> Image.Image:
    """Draw what lies behind the text."""
    if kind == "photo":
        return _photo(size)
    if " " not in kind:
        return Image.new("RGB", size, kind)
    first, last = (np.array(Image.new("RGB", (1, 1), c))[0, 0] for c in kind.split())
    way = np.linspace(0, 1, size[1])[:, None, None]
    rows = first * (1 - way) + last * way
    return Image.fromarray(np.repeat(rows, size[0], axis=1).astype(np.uint8))


def _photo(size: tuple[int, int], seed: int = 5) -> Image.Image:
    """Draw something like a dark photograph: soft blobs, grain."""
    rng = np.random.default_rng(seed)
    small = rng.integers(10, 110, (9, 7, 3), dtype=np.uint8)
    image = Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)
    grain = rng.normal(0, 9, (size[1], size[0], 1))
    noisy = np.clip(np.asarray(image, dtype=float) + grain, 0, 255).astype(np.uint8)
    return Image.fromarray(noisy).filter(ImageFilter.GaussianBlur(0.6))


_DASHES = re.compile("[\u2010-\u2015\u2212-]")


def folded(text: str) -> str:
    """Fold what nobody would call an error: spaces, dashes, º and °, kinds of quotation marks."""
    plain = unicodedata.normalize("NFC", text)
    plain = _DASHES.sub("-", plain).replace("°", "º").replace("’", "'").replace("`", "'")
    plain = re.sub("[“”«»]", '"', plain)
    return "".join(plain.split())


def edits(first: str, second: str) -> int:
    """Count the least insertions, deletions and replacements that make one text of the other."""
    row = np.arange(len(second) + 1)
    letters = np.array(list(second))
    for i, letter in enumerate(first, 1):
        best = np.minimum(row[1:] + 1, row[:-1] + (letters != letter))
        new = np.concatenate(([i], best))
        row = np.minimum.accumulate(new - np.arange(len(new))) + np.arange(len(new))
    return int(row[-1])


_IT = (
    "Saldi d’estate: fino al 50 % su tutta la collezione.", "Scopri i nuovi arrivi nei nostri negozi di",
    "Torino, Milano e Forlì. Perché aspettare?", "Offerta valida dal 1° al 30 giugno 2026.",
)  # fmt: skip

SMALL_IT = (
    "Messaggio pubblicitario con finalità promozionale. Offerta soggetta a",
    "disponibilità e non cumulabile con altre iniziative. Il regolamento",
    "è consultabile nei punti vendita e su www.aurora-casa.it. Per",
    "informazioni: 02 5550 1234, lunedì–sabato 9.00–19.30.",
)
SMALL_ES = (
    "Promoción válida en península y Baleares hasta el 30/06/2026 o fin de",
    "existencias. No acumulable a otras ofertas. Más información en",
    "www.aurora-casa.es o en el teléfono 900 123 456, de lunes a viernes.",
)
SMALL_EN = (
    "Offer ends 30 June 2026 while stocks last. Cannot be combined with any",
    "other promotion. See www.aurora-home.co.uk/terms for details, or call",
    "020 7946 0123, Monday to Friday, 9 am to 5.30 pm.",
)
LEFT_EN = (
    "We build kitchens that last a", "lifetime. Every cabinet is made", "by hand in our workshop, from",
    "oak that grew less than a hundred", "miles away.",
)  # fmt: skip
RIGHT_EN = (
    "Book a free visit and one of our", "designers will measure your room,", "draw a plan and give you a fixed",
    "price within three working days.",
)  # fmt: skip
LEFT_IT = (
    "Il nostro pane nasce ogni notte", "da farine biologiche macinate a", "pietra e da un lievito madre che",
    "curiamo dal 1985.",
)  # fmt: skip
RIGHT_IT = (
    "Vieni a trovarci in via Roma 12", "oppure ordina dal telefono: ti", "portiamo la spesa a casa, senza",
    "costi, entro le ore 18.",
)  # fmt: skip

FLYERS: tuple[Flyer, ...] = (
    Flyer("it plain", "it", (1000, 1400), "#FFFFFF", (
        Block(.08, .06, "bold", 96, "#D7263D", ("Aria di novità",)),
        Block(.08, .16, "serif", 54, "#1B1B1E", ("Più luce, più casa, più te",)),
        Block(.08, .30, "plain", 36, "#1B1B1E", _IT),
        Block(.08, .85, "plain", 20, "#55555B", SMALL_IT),
    )),
    Flyer("it red ground", "it", (1080, 1080), "#D7263D", (
        Block(.07, .08, "bold", 120, "#FFFFFF", ("SALDI", "ESTIVI")),
        Block(.07, .48, "half", 56, "#FFE8B0", ("Da 19,90 € a 49,90 €", "Sconto del 30 %")),
        Block(.07, .80, "plain", 34, "#FFFFFF", ("Ti aspettiamo in corso Vittorio, 8", "www.aurora-casa.it")),
    )),
    Flyer("it photo", "it", (1200, 1500), "photo", (
        Block(.06, .07, "bold", 110, "#FFFFFF", ("Respira.", "È già estate.")),
        Block(.06, .40, "plain", 44, "#FFFFFF", ("La città è più bella con il profumo", "del mare. Prenota entro sabato!")),
        Block(.06, .88, "plain", 26, "#FFFFFF", ("Info e prenotazioni: 06 5550 9876 · info@aurora-casa.it",)),
    ), jpeg=80),
    Flyer("it two columns", "it", (1240, 1754), "#F6F1E7", (
        Block(.08, .05, "serif", 92, "#3A2A1E", ("Il forno di Nerina",)),
        Block(.08, .16, "roman", 31, "#3A2A1E", LEFT_IT),
        Block(.57, .16, "roman", 31, "#3A2A1E", RIGHT_IT),
        Block(.08, .92, "sans", 26, "#3A2A1E", ("Aperti dal martedì alla domenica, 7–13 e 16.30–19.30",)),
    )),
    Flyer("it turned", "it", (1000, 1300), "#FFD400", (
        Block(.08, .08, "bold", 88, "#1B1B1E", ("Sabato si balla",)),
        Block(.08, .20, "sans", 38, "#1B1B1E", ("Piazza del Popolo, ore 21.30", "Ingresso libero fino a esaurimento posti", "Musica, cibo e libertà")),
        Block(.08, .85, "sans", 24, "#1B1B1E", ("Organizza la Pro Loco con il patrocinio del Comune",)),
    ), angle=2),
    Flyer("es plain", "es", (1000, 1400), "#FFFFFF", (
        Block(.08, .06, "bold", 92, "#00695C", ("¡Vuelve el verano!",)),
        Block(.08, .17, "serif", 50, "#1B1B1E", ("¿Y tú, a qué esperas?",)),
        Block(.08, .30, "plain", 36, "#1B1B1E", ("Descubre más de 200 productos con un", "25 % de descuento. Diseño español, niños", "felices y sueños cumplidos.")),
        Block(.08, .86, "plain", 20, "#55555B", SMALL_ES),
    )),
    Flyer("es gradient", "es", (1080, 1350), "#0B3D91 #7B1FA2", (
        Block(.08, .10, "bold", 104, "#FFFFFF", ("¡Última", "semana!")),
        Block(.08, .42, "half", 60, "#FFD400", ("3x2 en toda la tienda", "Desde 9,99 €")),
        Block(.08, .80, "plain", 34, "#FFFFFF", ("Calle de Alcalá, 45 · Madrid", "Abierto de 10.00 a 21.00 h")),
    ), jpeg=75),
    Flyer("es photo", "es", (1200, 1600), "photo", (
        Block(.07, .08, "serif", 100, "#FFFFFF", ("Sabe a mar",)),
        Block(.07, .20, "italic", 48, "#FFFFFF", ("Pescado fresco cada mañana,", "directo de la lonja a tu mesa.")),
        Block(.07, .85, "plain", 30, "#FFFFFF", ("Reservas: 915 550 123 · Paseo Marítimo, 7",)),
    )),
    Flyer("es small banner", "es", (600, 500), "#FFFFFF", (
        Block(.06, .08, "bold", 52, "#D7263D", ("¡Ahorra hasta 40 €!",)),
        Block(.06, .30, "plain", 24, "#1B1B1E", ("Cámbiate hoy y llévate dos meses gratis.", "Sin permanencia. Así de fácil.")),
        Block(.06, .84, "plain", 15, "#55555B", ("Oferta para nuevos clientes hasta el 15 de julio. Consulta condiciones.",)),
    )),
    Flyer("en plain", "en", (1000, 1400), "#FFFFFF", (
        Block(.08, .06, "bold", 96, "#0B3D91", ("Sleep better",)),
        Block(.08, .15, "serif", 50, "#1B1B1E", ("The mattress that knows you",)),
        Block(.08, .28, "plain", 36, "#1B1B1E", ("Try it at home for 100 nights. If you don’t", "love it, we’ll pick it up and give you all", "your money back. No questions asked.")),
        Block(.08, .60, "bold", 72, "#D7263D", ("Now £499",)),
        Block(.08, .87, "plain", 20, "#55555B", SMALL_EN),
    )),
    Flyer("en two columns", "en", (1240, 1754), "#FFFFFF", (
        Block(.08, .05, "bold", 84, "#1B1B1E", ("Made by hand, made to last",)),
        Block(.08, .15, "plain", 32, "#1B1B1E", LEFT_EN),
        Block(.54, .15, "plain", 32, "#1B1B1E", RIGHT_EN),
        Block(.08, .45, "bold", 54, "#00695C", ("From £4,950 fitted",)),
        Block(.08, .92, "plain", 26, "#1B1B1E", ("hello@oakandrow.co.uk   @oakandrow   020 7946 0123",)),
    )),
    Flyer("en dark", "en", (1080, 1080), "#12151C", (
        Block(.08, .10, "half", 100, "#FFFFFF", ("Play louder",)),
        Block(.08, .30, "plain", 40, "#9AA4B8", ("Wireless. Waterproof. 24 hours of music", "on a single charge.")),
        Block(.08, .86, "bold", 46, "#FFD400", ("Buy one, get one half price",)),
    ), jpeg=70),
    Flyer("en turned", "en", (1100, 1300), "#E9E4E0", (
        Block(.08, .08, "roman", 76, "#1B1B1E", ("Open house day",)),
        Block(.08, .20, "sans", 36, "#1B1B1E", ("Saturday 12 September, 10 am to 4 pm", "Meet the teachers, see the classrooms", "and stay for tea and cake.")),
        Block(.08, .86, "sans", 24, "#1B1B1E", ("Hill Road School, Bristol BS6 5UT · Free parking",)),
    ), angle=-2, jpeg=85),
    Flyer("en photo", "en", (1600, 1200), "photo", (
        Block(.06, .10, "bold", 130, "#FFFFFF", ("Find your wild",)),
        Block(.06, .30, "plain", 48, "#FFFFFF", ("Guided walks in the Highlands, April to October", "From £39 a day, all equipment included")),
        Block(.06, .90, "plain", 28, "#FFFFFF", ("wildpaths.scot/walks",)),
    )),
)  # fmt: skip
