"""What the program is made of, with licences: packages, what lies inside them, models, fonts.

Packages are those that are installed; an installed program that carries no metadata of them goes
by the list that is shipped (assets/licences.json). What was read of their licences stands there.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import TYPE_CHECKING, Any

from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OURS = "brandguard"
OUR_EXTRAS = frozenset({"gui", "heif", "html", "remote", "cluster", "team"})
"""Extras whose packages are part of the program where they are installed."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([\w-]+)['\"]")
_LONGEST = 60
"""Some packages put the whole text of their licence where its name belongs."""
_BY_CLASSIFIER = {
    "MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Package:
    """One part of the program."""

    name: str
    version: str
    licence: str
    note: str = ""
    """What it is for, and what its licence asks to be said."""


def packages() -> tuple[Package, ...]:
    """List all parts: packages by name, then what lies inside them, data and fonts."""
    told = json.loads(asset_path("licences.json").read_text(encoding="utf-8"))["parts"]
    libraries = {_plain(part["name"]): part for part in told if part["kind"] == "library"}
    found = _installed(libraries) or _shipped(libraries)
    kinds = {"native", "data", "font"} | ({"runtime"} if _frozen() else set())
    others = [_part(part) for part in told if part["kind"] in kinds]
    return (*found, *others)


def _frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _installed(told: Mapping[str, Mapping[str, Any]]) -> tuple[Package, ...]:
    """List what the program needs, directly or through others; nothing where nobody tells."""
    found: dict[str, Package] = {}
    waiting = [] if _frozen() else list(_needed(OURS, OUR_EXTRAS))
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            there = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or an extra that is not here
        known = told.get(name, {})
        words = str(known.get("licence") or licence(there))
        found[name] = Package(
            there.metadata["Name"], there.version, words, str(known.get("note", ""))
        )
        waiting += _needed(name, frozenset())
    return tuple(found[name] for name in sorted(found))


def _shipped(told: Mapping[str, Mapping[str, Any]]) -> tuple[Package, ...]:
    """List the packages of the installed program, which has none of the extras for servers."""
    return tuple(_part(told[name]) for name in sorted(told) if told[name]["extra"] is None)


def _part(part: Mapping[str, Any]) -> Package:
    return Package(part["name"], part["version"], part["licence"], part["note"])


def licence(there: Distribution) -> str:
    """Name a package's licence as shortly as it does itself; «–» where it names none."""
    data = there.metadata
    for key in ("License-Expression", "License"):
        value = str(data[key] or "").strip() if key in data else ""
        if value and "\n" not in value and len(value) <= _LONGEST:
            return value
    classes = [
        line.rsplit(" :: ", 1)[-1]
        for line in data.get_all("Classifier") or []
        if line.startswith("License :: OSI Approved ::")
    ]
    return ", ".join(_BY_CLASSIFIER.get(each, each) for each in classes) or "–"


def _needed(name: str, extras: Iterable[str]) -> list[str]:
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    wanted = []
    for line in lines:
        extra = _EXTRA.search(line)
        match = _NAME.match(line)
        if match and (extra is None or extra[1] in extras):
            wanted.append(_plain(match[0]))
    return wanted


def _plain(name: str) -> str:
    """Write a package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
