"""The formats that are read, sorted for people, from the register of readers. Without any Qt."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from brandguard.readers import FORMATS

if TYPE_CHECKING:
    from brandguard.readers import Format

Family = Literal["pictures", "layouts", "documents", "texts"]
FAMILIES: tuple[Family, ...] = ("pictures", "layouts", "documents", "texts")


def families() -> dict[Family, tuple[str, ...]]:
    """Give the short names (PNG, JPG, …) of what can be read here, family by family."""
    found: dict[Family, list[str]] = {family: [] for family in FAMILIES}
    for format_ in FORMATS:
        if format_.needs is None or find_spec(format_.needs) is not None:
            found[_family(format_)].append(format_.suffixes[0].lstrip(".").upper())
    return {family: tuple(names) for family, names in found.items() if names}


def _family(format_: Format) -> Family:
    if "picture" in format_.gives:
        return "layouts" if "text" in format_.gives else "pictures"
    return "documents" if "fonts" in format_.gives else "texts"
