"""Writes assets/licences.json: every part that is shipped, with version, licence and home.

The versions come from the locks in requirements/, licences and homes from the installed packages
and from parts.toml. Run by `make notices` after `make lock`.
"""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TARGET = ROOT / "assets" / "licences.json"
LOCKS = {None: "app.txt", "cluster": "cluster.txt", "remote": "remote.txt", "team": "team.txt"}
"""Lock files by the extra that brings them; None is what everybody gets."""

PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^ ;\\]+)", re.MULTILINE)
WORDS = {
    "mit": "MIT",
    "mit license": "MIT",
    "apache-2.0": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "bsd-3-clause": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd 3-clause": "BSD-3-Clause",
    "new bsd": "BSD-3-Clause",
    "bsd-2-clause": "BSD-2-Clause",
    "isc license (iscl)": "ISC",
    "mpl-2.0": "MPL-2.0",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
}
"""What packages write for a licence, in SPDX words. «BSD» alone says too little: see parts.toml."""


class UnknownLicenceError(Exception):
    """A package whose licence has to be read and written into parts.toml."""


def pinned(lock: str) -> dict[str, list[str]]:
    """Give the versions of each package that a lock names; more than one where systems differ."""
    found: dict[str, list[str]] = {}
    for name, version in PINNED.findall((ROOT / "requirements" / lock).read_text(encoding="utf-8")):
        found.setdefault(name, []).append(version)
    return found


def licence_of(name: str, told: PackageMetadata | None, known: dict[str, str]) -> str:
    """Give the SPDX expression of a package; raises UnknownLicenceError where nothing says it."""
    if name in known:
        return known[name]
    if told is None:
        raise UnknownLicenceError(
            f"{name} is not installed here: write its licence into parts.toml"
        )
    if told.get("License-Expression"):
        return str(told.get("License-Expression"))
    classifiers = [
        line.split(" :: ")[-1] for line in told.get_all("Classifier") or [] if "License" in line
    ]
    words = [(told.get("License") or "").strip(), *classifiers]
    found = next((WORDS[word.lower()] for word in words if word.lower() in WORDS), None)
    if found is None:
        found = words[0] if re.fullmatch(r"[\w.+-]+( (AND|OR) [\w.+-]+)+", words[0]) else None
    if found is None:
        raise UnknownLicenceError(f"{name}: {words}: read its licence, write it into parts.toml")
    return found


def home_of(name: str, told: PackageMetadata | None, known: dict[str, str]) -> str:
    """Give a package's address on the web."""
    if name in known or told is None:
        return known.get(name, "")
    addresses = {}
    for line in told.get_all("Project-URL") or []:
        label, _, address = line.partition(",")
        addresses[label.strip().lower()] = address.strip()
    for label in ("homepage", "home", "repository", "source", "source code", "github"):
        if label in addresses:
            return addresses[label]
    return str(told.get("Home-page") or next(iter(addresses.values()), ""))


def read(name: str) -> PackageMetadata | None:
    """Give what an installed package says of itself; None where it is not installed."""
    try:
        return metadata(name)
    except PackageNotFoundError:
        return None


def parts() -> list[dict[str, Any]]:
    """List all parts: libraries by name, then what comes inside them."""
    known = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
    rows: dict[str, dict[str, Any]] = {}
    for extra, lock in LOCKS.items():
        for name, versions in pinned(lock).items():
            if name in rows:
                continue
            told = read(name)
            rows[name] = {
                "name": name,
                "version": " / ".join(versions),
                "kind": "library",
                "licence": licence_of(name, told, known["licences"]),
                "home": home_of(name, told, known["homes"]),
                "extra": extra,
                "note": "",
            }
    inside = [{"version": "", "extra": None, **part} for part in known["part"]]
    return [rows[name] for name in sorted(rows)] + inside


def main() -> None:
    """Write the file."""
    told = {"schema": "brandguard.licences/1", "program": "MIT", "parts": parts()}
    TARGET.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(told['parts'])} parts")


if __name__ == "__main__":
    main()
