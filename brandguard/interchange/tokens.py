"""Design tokens of the W3C community group (Design Tokens Format Module): colours as JSON."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from brandguard.interchange.colours import parse_colour
from brandguard.interchange.swatches import (
    ColourFileError,
    Swatched,
    hex_of_lab,
    hex_of_units,
    slugs,
    text_of,
    tidied,
)
from brandguard.model.colour import hex_of_rgb, rgb_of_hex, rgb_of_oklab
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_DEPTH = 16
_ALIAS = re.compile(r"\{([^{}]+)\}")


def read(data: bytes) -> tuple[Swatched, ...]:
    """Read the tokens of type color, aliases followed; raises ColourFileError."""
    try:
        tree = json.loads(text_of(data))
    except (ValueError, RecursionError) as error:
        raise ColourFileError(Said("is no valid JSON")) from error
    if not isinstance(tree, dict):
        raise ColourFileError(Said("holds no design tokens: an object was expected"))
    tokens = dict(_tokens(tree, (), None, 0))
    if not tokens:
        raise ColourFileError(Said("holds no design token of type color"))
    shared = len({path[0] for path in tokens}) == 1 and all(len(path) > 1 for path in tokens)
    found = ((path[shared:], _hex(value, tree)) for path, value in tokens.items())
    return tidied(Swatched("-".join(path), code) for path, code in found if code)


def _tokens(
    group: dict[str, Any], path: tuple[str, ...], kind: str | None, depth: int
) -> Iterator[tuple[tuple[str, ...], Any]]:
    kind = group.get("$type", kind)
    if "$value" in group:
        if kind == "color" and path:
            yield path, group["$value"]
        return
    for name, inner in group.items():
        if isinstance(inner, dict) and not name.startswith("$") and depth < MAX_DEPTH:
            yield from _tokens(inner, (*path, name), kind, depth + 1)


def _hex(value: Any, tree: dict[str, Any]) -> str | None:  # noqa: ANN401  as it stands in the file
    for _ in range(MAX_DEPTH):
        alias = _ALIAS.fullmatch(value) if isinstance(value, str) else None
        if alias is None:
            break
        node: Any = tree
        for key in alias[1].split("."):
            node = node.get(key) if isinstance(node, dict) else None
        value = node.get("$value") if isinstance(node, dict) else None
    if isinstance(value, str):
        return parse_colour(value)
    return _of_components(value) if isinstance(value, dict) else None


def _of_components(value: dict[str, Any]) -> str | None:
    """Read a colour of components; the fallback in hex where the space is none of these."""
    given = value.get("components")
    parts = [0.0 if p == "none" else p for p in given] if isinstance(given, list) else []
    numbers = [float(p) for p in parts if isinstance(p, int | float) and math.isfinite(p)]
    if len(numbers) == 3:  # noqa: PLR2004  of three axes
        space = value.get("colorSpace")
        if space == "srgb":
            return hex_of_units(numbers)
        if space == "lab":
            return hex_of_lab(*numbers)
        if space in {"oklab", "oklch"}:
            light, second, third = numbers
            if space == "oklch":
                angle = math.radians(third)
                second, third = second * math.cos(angle), second * math.sin(angle)
            return hex_of_rgb(rgb_of_oklab([light, second, third]))
    fallback = value.get("hex")
    return parse_colour(fallback) if isinstance(fallback, str) else None


def write(colours: Sequence[Swatched]) -> bytes:
    """Write colours as tokens of one group."""
    group: dict[str, Any] = {"$type": "color"}
    for name, colour in zip(slugs(colours), colours, strict=True):
        parts = [round(value / 255, 5) for value in rgb_of_hex(colour.hex)]
        value = {"colorSpace": "srgb", "components": parts, "alpha": 1, "hex": colour.hex.lower()}
        group[name] = {"$value": value, "$description": colour.name}
    return (json.dumps({"color": group}, ensure_ascii=False, indent=2) + "\n").encode()
