"""Colours as CSS custom properties: `--signal-red: #E4002B`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tinycss2

from brandguard.interchange.colours import parse_colour
from brandguard.interchange.swatches import ColourFileError, Swatched, slugs, text_of, tidied
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_DEPTH = 16
"""Of rules within rules, and of variables that name variables."""
MAX_RULES = 10_000


def read(data: bytes) -> tuple[Swatched, ...]:
    """Read the custom properties that are colours; raises ColourFileError.

    Where one is set twice, in another theme say, the first counts.
    """
    text = text_of(data)
    if text.count("{") > MAX_RULES or _deepest(text) > MAX_DEPTH * 2:
        raise ColourFileError(Said("is too large a style sheet to read colours from"))
    given: dict[str, str] = {}
    for name, value in _properties(tinycss2.parse_stylesheet(text), 0):
        given.setdefault(name, value)
    found = ((name, _resolved(value, given)) for name, value in given.items())
    return tidied(Swatched(name[2:], code) for name, code in found if code)


def _deepest(text: str) -> int:
    """Count how deep brackets lie in each other: the parser calls itself for each."""
    depth = most = 0
    for letter in text:
        depth += (letter in "{[(") - (letter in "}])")
        most = max(most, depth)
    return most


def _properties(nodes: Any, depth: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401  tinycss2 has no types
    """Walk all custom properties, those of nested rules after the outer ones'."""
    inner = []
    for node in nodes:
        if node.type == "declaration" and node.name.startswith("--"):
            yield node.name, tinycss2.serialize(node.value).strip()
        elif node.type in {"qualified-rule", "at-rule"} and node.content is not None:
            inner.append(tinycss2.parse_blocks_contents(node.content, skip_comments=True))
    if depth < MAX_DEPTH:
        for content in inner:
            yield from _properties(content, depth + 1)


def _resolved(value: str, given: dict[str, str]) -> str | None:
    for _ in range(MAX_DEPTH):
        if not (value.startswith("var(") and value.endswith(")")):
            break
        value = given.get(value[4:-1].split(",", maxsplit=1)[0].strip(), "")
    return parse_colour(value) if value else None


def write(colours: Sequence[Swatched]) -> bytes:
    """Write colours as custom properties of :root."""
    rows = [f"  --{name}: {c.hex};" for name, c in zip(slugs(colours), colours, strict=True)]
    return "\n".join((":root {", *rows, "}", "")).encode()
