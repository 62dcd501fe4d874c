"""CSS as far as brand colours and fonts need it: values, simple selectors, colours as #RRGGBB."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import tinycss2
import tinycss2.color4

from brandguard.model.colour import hex_of_rgb, rgb_of_hex, rgb_of_oklab

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Declarations = dict[str, str]

_MOST_TOKENS = 20_000
"""Of one value once its variables are filled in: variables that name each other could grow it for
ever."""
_MOST_VARIABLE_DEPTH = 10
_COMPOUND = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_PLAIN_MEDIA = re.compile(r"\s*(?:only\s+)?(?:all|screen)\s*", re.IGNORECASE)
_COLOUR_FUNCTIONS = frozenset({"rgb", "rgba", "hsl", "hsla", "hwb", "oklab", "oklch"})
_POINTS = {
    "px": 0.75,
    "": 0.75,
    "pt": 1.0,
    "pc": 12.0,
    "in": 72.0,
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
}
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*", re.IGNORECASE)


def colour(value: str) -> tuple[str, float] | None:
    """Read a CSS colour as #RRGGBB and its opacity 0–1; None for keywords and what is no colour."""
    try:
        parsed = tinycss2.color4.parse_color(value)
    except (ValueError, ZeroDivisionError):
        return None
    return None if parsed is None or isinstance(parsed, str) else _srgb(parsed)


def _srgb(parsed: Any) -> tuple[str, float] | None:  # noqa: ANN401  tinycss2 has no types
    coordinates = [float(value or 0) for value in parsed.coordinates]
    if parsed.space in {"hsl", "hwb"}:
        rgb = [255 * value for value in parsed.to("srgb").coordinates]
    elif parsed.space in {"srgb", "oklab"}:
        scaled = [255 * value for value in coordinates]
        rgb = scaled if parsed.space == "srgb" else list(rgb_of_oklab(coordinates))
    elif parsed.space == "oklch":
        lightness, chroma, hue = coordinates
        angle = math.radians(hue)
        rgb = list(rgb_of_oklab([lightness, chroma * math.cos(angle), chroma * math.sin(angle)]))
    else:  # a wide-gamut space: what is seen of it depends on the screen
        return None
    if not all(map(math.isfinite, rgb)):
        return None
    return hex_of_rgb(rgb), min(1.0, max(0.0, float(parsed.alpha)))


def size_pt(value: str, parent: float | None) -> float | None:
    """Read a font size in points, em and % against the parent's; None where it is not known."""
    match = _LENGTH.fullmatch(value)
    if match is None:
        return None
    number, unit = float(match[1]), match[2].lower()
    if unit in {"em", "%"}:
        part = number if unit == "em" else number / 100
        return None if parent is None else round(parent * part, 2)
    if unit == "rem":
        return round(number * 12, 2)
    factor = _POINTS.get(unit)
    return None if factor is None or number <= 0 else round(number * factor, 2)


def first_family(value: str) -> str | None:
    """Give the first name of a font-family list, without its quotes."""
    name = value.partition(",")[0].strip().strip("\"'").strip()
    return name or None


_FONT = re.compile(
    r"(?P<before>(?:[\w-]+\s+)*?)(?P<size>[\d.]+(?:px|pt|pc|in|cm|mm|r?em|%))"
    r"(?:\s*/\s*[\w.%]+)?\s+(?P<family>\S.*)",
    re.IGNORECASE,
)


def _of_font(value: str) -> Declarations:
    """Take «font: italic 700 14px/1.4 Inter, sans-serif» apart; nothing for what is not so made."""
    match = _FONT.fullmatch(value.strip())
    if match is None:
        return {}
    found = {
        "font-size": match["size"], "font-family": match["family"],
        "font-weight": "normal", "font-style": "normal",
    }  # fmt: skip
    for word in match["before"].split():
        if weight_of(word) and word.lower() != "normal":
            found["font-weight"] = word
        elif slope_of(word):
            found["font-style"] = word
    return found


_WEIGHT_WORDS = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 300}


def weight_of(value: str) -> int | None:
    """Read a font-weight; what is bolder than an unknown parent counts as bold."""
    word = value.strip().lower()
    if word in _WEIGHT_WORDS:
        return _WEIGHT_WORDS[word]
    return int(word) if re.fullmatch(r"[1-9]\d{0,2}|1000", word) else None


def slope_of(value: str) -> bool | None:
    """Tell whether a font-style is slanted; None where it says nothing."""
    word = value.strip().lower().partition(" ")[0]
    return {"italic": True, "oblique": True, "normal": False}.get(word)


@dataclass(slots=True)
class Values:
    """Rewrites values for a renderer of old CSS: variables filled in, colours spelt plainly.

    References to anything outside the file are taken out and counted.
    """

    variables: dict[str, list[Any]] = field(default_factory=dict)
    keep_url: Callable[[str], bool] = lambda url: url.startswith("#")
    removed: list[str] = field(default_factory=list)
    _budget: int = _MOST_TOKENS

    def rewrite(self, value: str | Iterable[Any]) -> str:
        """Give the value with variables, colours and references resolved."""
        tokens = tinycss2.parse_component_value_list(value) if isinstance(value, str) else value
        self._budget = _MOST_TOKENS
        return str(tinycss2.serialize(list(self._resolve(tokens, 0)))).strip()

    def _resolve(self, tokens: Iterable[Any], depth: int) -> Iterator[Any]:
        for part in tokens:
            self._budget -= 1
            if self._budget < 0:
                return
            if part.type == "function":
                yield from self._resolve_function(part, depth)
            elif part.type != "url" or self._kept(part.value):
                yield part

    def _resolve_function(self, part: Any, depth: int) -> Iterator[Any]:  # noqa: ANN401  as above
        name = part.lower_name
        if name == "var":
            if depth < _MOST_VARIABLE_DEPTH:
                yield from self._resolve(self._variable(part.arguments), depth + 1)
            return
        arguments = list(self._resolve(part.arguments, depth))
        if name == "url":
            if any(
                self._kept(argument.value) for argument in arguments if argument.type == "string"
            ):
                yield part
            return
        text = f"{part.name}({tinycss2.serialize(arguments)})"
        found = colour(text) if name in _COLOUR_FUNCTIONS else None
        yield from tinycss2.parse_component_value_list(_spelt(found) if found else text)

    def _variable(self, arguments: list[Any]) -> list[Any]:
        """Give the tokens of var(--name, fallback)."""
        names = [token for token in arguments if token.type == "ident"]
        if names and names[0].value in self.variables:
            return self.variables[names[0].value]
        commas = [at for at, part in enumerate(arguments) if part == ","]
        return arguments[commas[0] + 1 :] if commas else []

    def _kept(self, url: str) -> bool:
        kept = self.keep_url(url.strip())
        if not kept:
            self.removed.append(url.strip())
        return kept


def _spelt(found: tuple[str, float]) -> str:
    name, alpha = found
    if alpha >= 1:
        return name
    red, green, blue = rgb_of_hex(name)
    return f"rgba({red},{green},{blue},{alpha:.4g})"


@dataclass(slots=True)
class Sheet:
    """The rules of a page's style sheets that select by element, class or id alone."""

    values: Values = field(default_factory=Values)
    text: list[str] = field(default_factory=list)
    """The rules rewritten, one each."""
    _rules: dict[str, list[tuple[tuple[int, int], frozenset[str], Declarations]]] = field(
        default_factory=dict
    )
    _count: int = 0

    def add(self, source: str) -> None:
        """Take in a style sheet. Its variables must have been gathered before (`gather`)."""
        for rule in _plain_rules(source, self.values.removed):
            declarations = self.declarations(rule.content)
            prelude = str(tinycss2.serialize(rule.prelude)).strip()
            body = ";".join(f"{name}:{value}" for name, value in declarations.items())
            self.text.append(f"{prelude}{{{body}}}")
            for selector in prelude.split(","):
                self._index(selector.strip(), declarations)

    def gather(self, source: str) -> None:
        """Note the custom properties of a style sheet or an inline style; the last one counts."""
        for rule in _plain_rules(source, []):
            for item in _declaration_list(rule.content):
                if item.name.startswith("--"):
                    self.values.variables[item.name] = item.value

    def declarations(self, source: str | Iterable[Any]) -> Declarations:
        """Read declarations (of an inline style, or a rule's content), their values rewritten."""
        found: Declarations = {}
        for item in _declaration_list(source):
            if not item.name.startswith("--"):
                value = self.values.rewrite(item.value)
                found |= _of_font(value) if item.lower_name == "font" else {item.lower_name: value}
        return found

    def matching(self, tag: str, classes: Iterable[str], identifier: str | None) -> Declarations:
        """Give what the sheet says of an element, the more specific and later rule winning."""
        marks = {f".{name}" for name in classes} | ({f"#{identifier}"} if identifier else set())
        candidates = [
            entry for key in ("*", tag, *sorted(marks)) for entry in self._rules.get(key, ())
        ]
        own = marks | {tag, "*"}
        found: Declarations = {}
        for _, wanted, declarations in sorted(candidates, key=lambda entry: entry[0]):
            if wanted <= own:
                found.update(declarations)
        return found

    def _index(self, selector: str, declarations: Declarations) -> None:
        match = _COMPOUND.fullmatch(selector)
        if match is None or not selector:
            return
        marks = re.findall(r"[.#][\w-]+", match[2])
        tag = (match[1] or "*").lower()
        weight = sum(100 if mark[0] == "#" else 10 for mark in marks) + (tag != "*")
        self._count += 1
        entry = ((weight, self._count), frozenset({tag, *marks}), declarations)
        self._rules.setdefault(marks[0] if marks else tag, []).append(entry)


def _plain_rules(source: str, removed: list[str]) -> Iterator[Any]:
    """Walk the rules that hold for any screen; outside sheets and fonts are noted as removed."""
    for rule in tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            yield rule
        elif rule.type == "at-rule":
            prelude = str(tinycss2.serialize(rule.prelude)).strip()
            if rule.lower_at_keyword == "import":
                removed.append(prelude)
            elif rule.lower_at_keyword == "font-face" and "url(" in str(
                tinycss2.serialize(rule.content or [])
            ):
                removed.append("@font-face")
            elif rule.lower_at_keyword == "media" and _PLAIN_MEDIA.fullmatch(prelude):
                yield from (
                    inner
                    for inner in tinycss2.parse_rule_list(
                        rule.content or [], skip_comments=True, skip_whitespace=True
                    )
                    if inner.type == "qualified-rule"
                )


def _declaration_list(source: str | Iterable[Any]) -> Iterator[Any]:
    parsed = tinycss2.parse_blocks_contents(source, skip_comments=True, skip_whitespace=True)
    return (item for item in parsed if item.type == "declaration")
