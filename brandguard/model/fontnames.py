"""From the name that a file gives a font to family, weight and slope, as people speak of them.

Files name fonts as foundries do: «ABCDEF+HelveticaNeueLTStd-BdIt», «Calibri,Bold»,
«TimesNewRomanPS-BoldMT», «Inter_18pt-SemiBold». The weights are those of CSS Fonts 4 and OpenType's
usWeightClass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandguard.model.creative import TextRun

WEIGHTS: dict[str, int] = {
    "thin": 100, "hairline": 100, "extralight": 200, "ultralight": 200, "light": 300,
    "semilight": 300, "demilight": 300, "book": 400, "regular": 400, "normal": 400, "roman": 400,
    "plain": 400, "medium": 500, "semibold": 600, "demibold": 600, "demi": 600, "bold": 700,
    "extrabold": 800, "ultrabold": 800, "black": 900, "heavy": 900, "extrablack": 900,
    "ultrablack": 900, "ultra": 900,
}  # fmt: skip
SHORT_WEIGHTS: dict[str, int] = {
    "th": 100, "ult": 200, "xlt": 200, "lt": 300, "bk": 400, "rg": 400, "reg": 400, "md": 500,
    "med": 500, "sb": 600, "smbd": 600, "dm": 600, "db": 600, "bd": 700, "xbd": 800, "eb": 800,
    "blk": 900, "bl": 900, "hv": 900, "hvy": 900,
}  # fmt: skip
"""What foundries write after the hyphen; too short to mean anything elsewhere."""
SLOPES = frozenset({"italic", "oblique", "kursiv", "slanted", "inclined"})
SHORT_SLOPES = frozenset({"it", "ita", "ital", "obl", "i"})
WIDTHS = frozenset({
    "condensed", "narrow", "compressed", "cond", "cn", "semicondensed", "extracondensed",
    "extended", "expanded", "wide", "ext", "semiexpanded",
})  # fmt: skip
MAKERS = frozenset({
    "mt", "ps", "psmt", "lt", "std", "pro", "com", "otf", "ttf", "ot", "bt", "ef", "urw",
    "variable", "vf", "var", "gx", "web",
})  # fmt: skip
"""Endings that name a foundry, an edition or a technique, and no other look."""
SYSTEM = frozenset({
    "arial", "helvetica", "times", "timesnewroman", "courier", "couriernew", "calibri", "cambria",
    "aptos", "carlito", "caladea", "verdana", "georgia", "tahoma", "trebuchetms", "segoeui",
    "sansserif", "serif", "monospace", "systemui", "cursive", "fantasy", "liberationsans",
    "liberationserif", "liberationmono", "dejavusans", "dejavuserif", "myriad", "minion",
    "adobesansmm", "adobeserifmm", "nimbussans", "nimbusroman", "comicsansms", "impact", "arimo",
    "tinos", "cousine",
    "lucidagrande", "geneva", "sfnstext", "sfnsdisplay", "notosans", "symbol", "zapfdingbats",
})  # fmt: skip
"""Fonts that programs bring along, and put in where the wanted one is missing."""
DINGBATS = frozenset({
    "symbol", "zapfdingbats", "wingdings", "wingdings2", "wingdings3", "webdings", "symbolneu",
    "fontawesome", "materialicons", "opensymbol", "msoutlook", "segoeuisymbol", "segoeuiemoji",
    "applecoloremoji", "notocoloremoji", "dingbats",
})  # fmt: skip
"""Fonts of bullets and signs: nobody reads a brand in them."""

_ENDINGS = tuple(word for word in (*WIDTHS, *WEIGHTS) if len(word) > 3)  # noqa: PLR2004  not «ext» or «cn»

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NAMELESS = re.compile(
    r"(?:cidfont\+?)?f\d+|tt\d+|t3font.*|type3.*|g_d\d+.*|c\d_\d+|untitled.*|unnamed.*|font\d*|\d*",
    re.IGNORECASE,
)
"""Names that programs make up for a font whose own name they lost."""
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_OPTICAL = re.compile(r"(?<=[a-z])[_ ]?\d{1,3}pt(?=[-_ ,]|$)", re.IGNORECASE)
_FIRST_HALVES = frozenset({"semi", "demi", "extra", "ultra"})
_ALSO_NAMES = frozenset({"roman", "book", "black", "plain", "normal", "ultra"})
"""Weights that also end the names of families: Times New Roman, Archivo Black."""


@dataclass(frozen=True, slots=True)
class FontName:
    """What a font's name tells."""

    family: str
    weight: int | None = None
    italic: bool = False


@lru_cache(maxsize=4096)
def parse_font(name: str) -> FontName | None:
    """Read the name that a file gives a font; None for a made-up one such as «F1»."""
    plain = _SUBSET.sub("", name.strip().strip("\"'")).replace("#20", " ")
    plain = _OPTICAL.sub("", plain)
    if _NAMELESS.fullmatch(plain.strip()):
        return None
    family_part, style_part = _halves(plain)
    style = _words(style_part)
    weight, italic, left = _style_of(style, short=True)
    words = _words(family_part)
    # «Open Sans Semi Bold Italic»: the style may stand in the family, at its end.
    more_weight, more_italic, family = _style_at_end(words)
    family += [word for word in left if word.lower() in WIDTHS]
    while len(family) > 1 and family[-1].lower() in MAKERS:
        family.pop()
    weight = weight if weight is not None else more_weight
    shown = " ".join(family).strip()
    return FontName(shown, weight, italic or more_italic) if shown else None


def family_key(family: str) -> str:
    """Give what two spellings of a family have in common: «OpenSans» and «Open Sans Pro»."""
    parsed = parse_font(family)
    return "".join(c for c in (parsed.family if parsed else family).casefold() if c.isalnum())


def relatives(family: str) -> frozenset[str]:
    """Give the keys of the families that a font may belong to: its own, and without its ending.

    The condensed of a family, or its black where the name does not say so apart, is that family.
    """
    key = family_key(family)
    found = {key}
    for ending in _ENDINGS:
        if key.endswith(ending) and key != ending:
            found.add(key.removesuffix(ending))
    return frozenset(found)


def is_system(family: str) -> bool:
    """Tell whether a family is one that programs put in for a missing font."""
    return family_key(family) in SYSTEM


def is_dingbats(family: str) -> bool:
    """Tell whether a font holds signs rather than letters."""
    return family_key(family) in DINGBATS


def face_of(run: TextRun) -> FontName | None:
    """Give how a text is set; None where its font has no name, or holds signs alone."""
    name = parse_font(run.font) if run.font else None
    if name is None or run.source != "live" or is_dingbats(name.family):
        return None
    weight = run.weight if name.weight is None else name.weight
    return FontName(name.family, weight, italic=name.italic or bool(run.italic))


def _halves(name: str) -> tuple[str, str]:
    """Part a name into family and style, at the last comma or hyphen."""
    if name.islower() and "," not in name and not _is_style(name.rpartition("-")[2]):
        return name, ""  # a name of CSS: sans-serif, proxima-nova
    if "," in name:
        family, _, style = name.partition(",")
        return family, style
    family, _, style = name.strip("-").rpartition("-")
    return (family, style) if family else (name, "")


def _words(text: str) -> list[str]:
    """Part «OpenSans_SemiBold» and «Open Sans» into words, capitals and figures beginning new ones.

    A spelled-out name keeps its own words: «PT Sans», «IBM Plex», «DIN 2014».
    """
    if " " in text.strip():
        return [word for word in re.split(r"[\s_\-]+", text) if word]
    return _PARTS.findall(text)


def _style_of(words: list[str], *, short: bool) -> tuple[int | None, bool, list[str]]:
    """Give weight, slope and what is left of the words of a style, «ExtraBoldItalic» joined."""
    weight: int | None = None
    italic, left, index = False, [], 0
    while index < len(words):
        pair = "".join(words[index : index + 2]).lower()
        one = words[index].lower()
        if index + 1 < len(words) and pair in WEIGHTS:
            weight, index = WEIGHTS[pair], index + 2
            continue
        if one in SLOPES or (short and one in SHORT_SLOPES):
            italic = True
        elif one in WEIGHTS or (short and one in SHORT_WEIGHTS):
            found = WEIGHTS.get(one) or SHORT_WEIGHTS[one]
            weight = found if weight is None or weight == WEIGHTS["regular"] else weight
        elif one.isdigit() and len(one) == 3 and int(one) % 100 == 0:  # noqa: PLR2004  «Museo-500»
            weight = int(one)
        else:
            left.append(words[index])
        index += 1
    return weight, italic, left


def _style_at_end(words: list[str]) -> tuple[int | None, bool, list[str]]:
    """Take weight and slope off the end of a family's words; its first word is always its name."""
    cut = len(words)
    while cut > 1 and _is_style(words[cut - 1].lower()):
        cut -= 1
    if 1 < cut < len(words) and words[cut - 1].lower() in _FIRST_HALVES:
        cut -= 1
    weight, italic, left = _style_of(words[cut:], short=False)
    return weight, italic, words[:cut] + left


def _is_style(word: str) -> bool:
    return word in SLOPES or word in MAKERS or (word in WEIGHTS and word not in _ALSO_NAMES)
