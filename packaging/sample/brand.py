"""The invented brand Tazamora: its colours, its typefaces and where things lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "assets" / "sample"
FONTS = ROOT / "assets" / "fonts"
OWN_FONTS = Path(__file__).resolve().parent / "fonts"

COTTO = "#C5472B"
MORA = "#3A1D33"
LATTE = "#FBF3E4"
SMALTO = "#2A8580"
LIMONE = "#F2B83B"
# Three tints that only the illustrations use.
SABBIA = "#EBD3AC"
ACQUA = "#A8D5CB"
FOGLIA = "#5F8140"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file and how SVG names it."""

    family: str
    weight: int
    style: str
    path: Path


BRAND_FACES = {
    "display": Face("Fraunces", 600, "normal", FONTS / "fraunces/Fraunces-SemiBold.ttf"),
    "italic": Face("Fraunces", 400, "italic", FONTS / "fraunces/Fraunces-Italic.ttf"),
    "body": Face("Figtree", 400, "normal", FONTS / "figtree/Figtree-Regular.ttf"),
    "semi": Face("Figtree", 600, "normal", FONTS / "figtree/Figtree-SemiBold.ttf"),
    "bold": Face("Figtree", 700, "normal", FONTS / "figtree/Figtree-Bold.ttf"),
}
_ARIMO = Face("Arimo", 400, "normal", OWN_FONTS / "arimo/Arimo-Regular.ttf")
_ARIMO_BOLD = Face("Arimo", 700, "normal", OWN_FONTS / "arimo/Arimo-Bold.ttf")
# What a page looks like that was set on a computer without the brand's fonts.
SUBSTITUTE_FACES = {
    "display": _ARIMO_BOLD, "italic": _ARIMO, "body": _ARIMO, "semi": _ARIMO_BOLD,
    "bold": _ARIMO_BOLD,
}  # fmt: skip
FONT_FILES = sorted({f.path for f in (*BRAND_FACES.values(), *SUBSTITUTE_FACES.values())})

CLAIM = {
    "it": "Fatto a mano, bevuto piano.",
    "es": "Hecho a mano, bebido sin prisa.",
    "en": "Made by hand, sipped slowly.",
}
