"""What an edit of a colour means for the profile's file. Without any Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brandguard.interchange.brandyml import OURS, ROLES
from brandguard.interchange.colours import parse_colour
from brandguard.interchange.profiletext import renamed_colour, value_at, without_colour
from brandguard.model.profile import Inks

if TYPE_CHECKING:
    from brandguard.interchange.profiletext import Keys, ProfileText

PALETTE: Keys = ("color", "palette")
RULES: Keys = (*OURS, "colour", "palette")
FORBIDDEN: Keys = (*OURS, "colour", "forbidden")
CELLS = ("name", "hex", "role", "tolerance", "share", "core", "forbidden")
"""The columns of the table, in their order."""


@dataclass(frozen=True, slots=True)
class ColourRow:
    """A colour as the file has it, right or wrong."""

    name: str
    hex: str
    """As it is written."""
    code: str | None
    """#RRGGBB; None where what is written is no colour."""
    role: str = ""
    tolerance: float | None = None
    share: tuple[float, float] | None = None
    core: bool = False
    forbidden: bool = False
    place: int = 0
    """Among the forbidden ones."""
    cmyk: Inks | None = None


def colour_rows(tree: Any) -> list[ColourRow]:  # noqa: ANN401  the tree of a profile
    """List the palette, then the forbidden colours."""
    palette = value_at(tree, PALETTE)
    palette = palette if isinstance(palette, dict) else {}
    section = value_at(tree, ("color",))
    roles = {v: r for r, v in section.items() if r in ROLES} if isinstance(section, dict) else {}
    rules = value_at(tree, RULES)
    rows = []
    for name, value in palette.items():
        rule = value_at(rules, (name,))
        rule = rule if isinstance(rule, dict) else {}
        rows.append(
            ColourRow(
                name, str(value), parse_colour(str(palette.get(str(value), value))),
                roles.get(name, ""), _number(rule.get("tolerance")), _share(rule.get("share")),
                rule.get("core") is True, cmyk=_inks(rule.get("cmyk")),
            )
        )  # fmt: skip
    forbidden = value_at(tree, FORBIDDEN)
    for place, item in enumerate(forbidden if isinstance(forbidden, list) else []):
        given = item if isinstance(item, dict) else {"color": item}
        code = str(given.get("color", ""))
        rows.append(
            ColourRow(
                str(given.get("name") or ""), code, parse_colour(code),
                tolerance=_number(given.get("tolerance")), forbidden=True, place=place,
            )
        )  # fmt: skip
    return rows


def edited(text: ProfileText, row: ColourRow, what: str, value: Any) -> ProfileText:  # noqa: ANN401  of any column
    """Set one thing of a colour."""
    if what == "forbidden":
        return _allowed(text, row) if row.forbidden else _forbidden(text, row)
    if row.forbidden:
        return _edited_forbidden(text, row, what, value)
    if what == "name":
        name = str(value).strip()
        taken = name in (value_at(text.tree(), PALETTE) or {})
        return text if not name or taken else renamed_colour(text, row.name, name)
    if what == "hex":
        return text.with_value((*PALETTE, row.name), value or "")
    if what == "role":
        return _with_role(text, row.name, value)
    if what == "core":
        value = True if value else None
    return text.with_value((*RULES, row.name, what), value)


def _with_role(text: ProfileText, name: str, role: str | None) -> ProfileText:
    for other in ROLES:
        if text.own("color", other) == name and other != role:
            text = text.without(("color", other))
    return text.with_value(("color", role), name) if role else text


def _edited_forbidden(text: ProfileText, row: ColourRow, what: str, value: Any) -> ProfileText:  # noqa: ANN401  as above
    if what not in {"name", "hex", "tolerance"}:
        return text
    item = value_at(text.tree(), (*FORBIDDEN, row.place))
    key = "color" if what == "hex" else what
    if isinstance(item, dict):
        return text.with_value((*FORBIDDEN, row.place, key), value)
    return text.with_value((*FORBIDDEN, row.place), {"color": item, key: value})


def _forbidden(text: ProfileText, row: ColourRow) -> ProfileText:
    item: dict[str, Any] = {"color": row.hex, "name": row.name}
    if row.tolerance is not None:
        item["tolerance"] = row.tolerance
    return without_colour(text, row.name).added(FORBIDDEN, item)


def _allowed(text: ProfileText, row: ColourRow) -> ProfileText:
    name = row.name or row.hex.lstrip("#").lower()
    text = added(text.without((*FORBIDDEN, row.place)), name, row.hex)
    return text.with_value((*RULES, name, "tolerance"), row.tolerance) if row.tolerance else text


def added(text: ProfileText, name: str, code: str) -> ProfileText:
    """Put a colour at the end of the palette."""
    return text.with_value((*PALETTE, name), code)


def removed(text: ProfileText, row: ColourRow) -> ProfileText:
    """Take a colour away."""
    if row.forbidden:
        return text.without((*FORBIDDEN, row.place))
    return without_colour(text, row.name)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _share(value: object) -> tuple[float, float] | None:
    pair = value if isinstance(value, list) else []
    numbers = [float(v) for v in pair if isinstance(v, int | float)]
    return (numbers[0], numbers[1]) if len(numbers) == len(pair) == 2 else None  # noqa: PLR2004  low, high


def _inks(value: object) -> Inks | None:
    given = value if isinstance(value, list) else []
    numbers = [v / 100 for v in given if isinstance(v, int | float)]
    whole = len(numbers) == len(given) == 4  # noqa: PLR2004  four inks
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if whole else None
