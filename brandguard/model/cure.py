"""How a missing Python package gets here: what is told wherever one is missing."""

from __future__ import annotations

import sys

from brandguard.model.said import Said


def installed_by(*packages: str) -> str:
    """Give the command that installs packages, such as `brandguard[team]`.

    A frozen program has a Python of its own that takes no packages: that is said in its place.
    """
    if getattr(sys, "frozen", False):
        return Said(
            "this takes the Python package {package}: this program cannot be added to",
            package=" ".join(packages),
        )
    names = (f"'{name}'" if "[" in name else name for name in packages)
    return f"pip install {' '.join(names)}"


def install_it_with(package: str) -> str:
    """Give the same as the end of a sentence."""
    cure = installed_by(package)
    return cure if isinstance(cure, Said) else Said("install it with: {command}", command=cure)
