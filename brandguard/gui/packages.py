"""The packages that the program is made of, with their licences, from what is installed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """One installed package."""

    name: str
    version: str
    licence: str


def packages() -> tuple[Package, ...]:
    """List all packages that the program needs, directly or through others, by name."""
    found: dict[str, Package] = {}
    waiting = list(_needed(OURS, OUR_EXTRAS))
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            there = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or an extra that is not here
        found[name] = Package(there.metadata["Name"], there.version, licence(there))
        waiting += _needed(name, frozenset())
    return tuple(found[name] for name in sorted(found))


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
            wanted.append(re.sub(r"[-_.]+", "-", match[0]).lower())
    return wanted
