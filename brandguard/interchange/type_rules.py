"""From brand.yml's typography, and ours, to the rules on type.

brand.yml lets other tools write what they like there: what is not understood is left aside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brandguard.model.fontnames import WEIGHTS, family_key
from brandguard.model.typography import Family, Headings, TypographyRules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.interchange.schema_making import TypographySection

ROLES = ("base", "headings", "monospace", "monospace-inline", "monospace-block", "link")
_RANGE = re.compile(r"\s*(\d{1,4})\s*\.\.\s*(\d{1,4})\s*")
_ITALIC = frozenset({"italic", "oblique"})


def typography_rules(theirs: object, ours: TypographySection) -> TypographyRules | None:
    """Give the rules on type; None where the profile says nothing of it."""
    section = theirs if isinstance(theirs, dict) else {}
    families = (*_fonts(section), *_named(section), *_ours(ours))
    unique: dict[str, Family] = {}
    for family in families:
        unique.setdefault(family_key(family.name), family)
    least = {
        (place, role): size
        for place, sizes in ours.min_size.items()
        for role, size in (("text", sizes.text), ("headline", sizes.headline))
        if size is not None
    }
    headings = _headings(section)
    if not (unique or least or headings or ours.max_families):
        return None
    return TypographyRules(
        families=tuple(unique.values()),
        fallbacks=tuple(ours.fallbacks),
        headings=headings,
        least=least,  # type: ignore[arg-type]  # the two roles above
        max_families=ours.max_families,
    )


def _fonts(section: dict[str, Any]) -> Iterator[Family]:
    """Walk typography.fonts: families with the weights and styles that they come in."""
    fonts = section.get("fonts")
    for index, font in enumerate(fonts if isinstance(fonts, list) else []):
        key = f"typography.fonts.{index}"
        if isinstance(font, str):
            yield Family(font, key=key)
        elif isinstance(font, dict) and isinstance(font.get("family"), str):
            files = [file for file in _list(font.get("files")) if isinstance(file, dict)]
            pieces = files or [font]
            # A file that says nothing is the regular one, if others say what they are.
            usual = 400 if any("weight" in piece for piece in files) else None
            upright = "normal" if any("style" in piece for piece in files) else None
            weights = [_weights(piece.get("weight", usual)) for piece in pieces]
            styles = {
                str(style).lower()
                for piece in pieces
                for style in _list(piece.get("style", upright))
            }
            yield Family(
                font["family"],
                tuple(sorted({w for ws in weights for w in ws})) if all(weights) else (),
                upright=not styles or bool(styles - _ITALIC),
                italic=not styles or bool(styles & _ITALIC),
                key=key,
            )


def _named(section: dict[str, Any]) -> Iterator[Family]:
    """Walk the roles: base, headings, monospace and so on."""
    for role in ROLES:
        name = _family(section.get(role))
        if name:
            yield Family(name, key=f"typography.{role}")


def _ours(ours: TypographySection) -> Iterator[Family]:
    for index, name in enumerate(ours.families):
        yield Family(name, key=f"defaults.brandguard.typography.families.{index}")


def _headings(section: dict[str, Any]) -> Headings | None:
    role = section.get("headings")
    name = _family(role)
    if name is None:
        return None
    weights = _weights(role.get("weight")) if isinstance(role, dict) else ()
    one = weights[0] if len(weights) == 1 else None
    return Headings(name, one[0] if one and one[0] == one[1] else None)


def _family(role: object) -> str | None:
    """Give the family of a role, written by itself or among other things."""
    name = role.get("family") if isinstance(role, dict) else role
    return name if isinstance(name, str) and name.strip() else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _weights(value: object) -> tuple[tuple[int, int], ...]:
    """Read weights: 600, bold, [400, 700], 300..800; nothing where they say nothing."""
    found = []
    for one in _list(value):
        text = str(one).strip().lower()
        spread = _RANGE.fullmatch(text)
        number = int(text) if text.isdigit() else WEIGHTS.get(text.replace("-", ""))
        if spread:
            found.append((int(spread[1]), int(spread[2])))
        elif number:
            found.append((number, number))
    return tuple(found)
