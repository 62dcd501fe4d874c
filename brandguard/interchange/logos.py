"""The `logo` section of brand.yml, with our rules for it, resolved to files.

brand.yml 1.x names a logo as a path, as `{path, alt}`, by its name under `images`, or for light and
dark grounds apart. A place on the web is no file: nothing is ever fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brandguard.interchange.validation import nearest
from brandguard.interchange.yamlfile import Key
from brandguard.model.errors import ProfileProblem
from brandguard.model.logo import DISTORTION, MAX_ROTATION, BrandLogo, LogoDuty, LogoRole
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.interchange import schema
    from brandguard.interchange.yamlfile import Document

OURS: tuple[Key, ...] = ("defaults", "brandguard", "logo")
SIZES = ("small", "medium", "large")
FORMATS = (".svg", ".svgz", ".png", ".pdf", ".ai", ".jpg", ".jpeg", ".webp")
_LIMITS = (
    "clear_space", "min_width_mm", "min_width_px", "min_contrast", "max_rotation", "distortion",
    "versions",
)  # fmt: skip
_BY_NAME: tuple[tuple[LogoRole, tuple[str, ...]], ...] = (
    ("legacy", ("legacy", "old", "former", "vecchio", "antiguo")),
    ("reversed", ("reversed", "reverse", "negative", "white", "dark", "inverse", "knockout")),
    ("mono", ("mono", "monochrome", "black", "grey", "gray")),
    ("symbol", ("symbol", "icon", "mark", "favicon", "emblem")),
)
"""Roles that a logo's own name tells where the profile does not."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A logo as the file names it."""

    name: str
    path: str
    keys: tuple[Key, ...]
    dark: bool = False


def resolve_logos(
    raw: Any,  # noqa: ANN401  as it stands in the file
    rules: schema.LogoSection,
    document: Document,
    folders: tuple[Path, ...],
) -> tuple[tuple[BrandLogo, ...], LogoDuty | None, list[ProfileProblem]]:
    """Give the logos with their limits, where one must be, and what is wrong.

    `folders` are those that paths may start from: the profile's own, then that of what it extends.
    """
    problems: list[ProfileProblem] = []
    found: dict[str, BrandLogo] = {}
    for named in _named(raw, document, problems):
        path, text = _file(named.path, folders)
        if text:
            problems.append(_problem(document, named.keys, text))
        elif str(path) not in found:
            found[str(path)] = _logo(named, str(path), rules, document)
    names = {logo.name for logo in found.values()} | {n.name for n in _named(raw, document, [])}
    for name in rules.images:
        if name not in names:
            text = Said(
                "names no logo of the logo section{hint}", hint=nearest(name, sorted(names))
            )
            problems.append(_problem(document, (*OURS, "images", name), text))
    duty = _duty(rules)
    if duty and not raw:
        text = Said("asks for a logo, but the logo section names none: add logo: FILE")
        problems.append(_problem(document, (*OURS, "required"), text))
    return tuple(found.values()), duty, problems


def _named(raw: Any, document: Document, problems: list[ProfileProblem]) -> Iterator[_Named]:  # noqa: ANN401  as above
    """Walk everything that the section names, `images` first."""
    if raw is None:
        return
    plain = _path(raw)
    if plain is not None:
        yield _Named("logo", plain, ("logo",))
        return
    if not isinstance(raw, dict):
        problems.append(_problem(document, ("logo",), Said("must be a path, or hold images")))
        return
    given = raw.get("images")
    images: dict[Any, Any] = given if isinstance(given, dict) else {}
    for name, value in images.items():
        keys: tuple[Key, ...] = ("logo", "images", name)
        path = _path(value)
        if path is None:
            problems.append(_problem(document, keys, Said("must be a path, or hold `path`")))
            continue
        yield _Named(str(name), path, keys)
    for size in SIZES:
        value = raw.get(size)
        shades = value if isinstance(value, dict) and "path" not in value else {"": value}
        for shade, one in shades.items():
            path = _path(one)
            if path is None or path in images:
                continue
            keys = ("logo", size, shade) if shade else ("logo", size)
            yield _Named("-".join(map(str, keys[1:])), path, keys, shade == "dark")


def _path(value: Any) -> str | None:  # noqa: ANN401  as above
    if isinstance(value, dict):
        value = value.get("path")
    return value if isinstance(value, str) and value else None


def _file(path: str, folders: tuple[Path, ...]) -> tuple[Path, str | None]:
    """Find a logo's file; the text says what is wrong with it."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", path):
        return Path(), Said(
            "«{path}» is on the web: save it beside this file and name it here", path=path
        )
    if Path(path).suffix.lower() not in FORMATS:
        return Path(), Said("«{path}» is no logo file: use SVG, PNG or PDF", path=path)
    places = [(folder / path).resolve() for folder in folders]
    existing = next((place for place in places if place.is_file()), None)
    if existing is None:
        return places[0], Said(
            "{path} does not exist: put the logo there, or correct the path", path=path
        )
    return existing, None


def _logo(named: _Named, path: str, rules: schema.LogoSection, document: Document) -> BrandLogo:
    own = rules.images.get(named.name)
    limits: dict[str, float | None] = {}
    set_by = []
    for what in _LIMITS:
        value, key = getattr(rules, what), ".".join(map(str, (*OURS, what)))
        if own is not None and getattr(own, what) is not None:
            value = getattr(own, what)
            key = ".".join(map(str, (*OURS, "images", named.name, what)))
        limits[what] = value
        if value is not None and value is not False:
            set_by.append((what, key))
    role = (own.role if own else None) or _role(named)
    turn, stretch = limits.pop("max_rotation"), limits.pop("distortion")
    versions = bool(limits.pop("versions"))
    return BrandLogo(
        name=named.name,
        path=path,
        role="legacy" if own and own.forbidden else role,
        max_rotation=MAX_ROTATION if turn is None else turn,
        distortion=DISTORTION if stretch is None else stretch,
        versions=versions,
        set_by=tuple(set_by),
        key=".".join(map(str, named.keys)),
        line=document.line_of(named.keys),
        **limits,
    )


def _role(named: _Named) -> LogoRole:
    if named.dark:
        return "reversed"
    words = set(re.split(r"[^a-z]+", named.name.lower()))
    return next((role for role, names in _BY_NAME if words & set(names)), "primary")


def _duty(rules: schema.LogoSection) -> LogoDuty | None:
    key = ".".join(map(str, (*OURS, "required")))
    if isinstance(rules.required, bool):
        return LogoDuty(key=key) if rules.required else None
    return LogoDuty(tuple(rules.required.media), rules.required.channel, key)


def _problem(document: Document, keys: tuple[Key, ...], text: str) -> ProfileProblem:
    return ProfileProblem(document.line_of(keys), ".".join(map(str, keys)), text)
