"""Tells a profile from other files, by its name or by what it holds; valid or not."""

from __future__ import annotations

import re
from pathlib import Path

from brandguard.interchange.brandyml import NAMES
from brandguard.interchange.yamlfile import MAX_BYTES

SUFFIXES = (".yml", ".yaml")
SECTIONS = frozenset({"meta", "logo", "color", "typography", "defaults"})
ENOUGH = 2
"""Sections of brand.yml at the left edge: a list of colours alone has one."""
_KEY = re.compile(r"[\"']?([\w-]+)[\"']?[ \t]*:(?:[ \t]|$)")


def is_profile(path: str) -> bool:
    """Tell whether a file is a brand profile: it has the name of one, or its sections.

    It is not parsed: a profile with a slip in it is one too, and is to be told what is wrong.
    """
    file = Path(path)
    if file.suffix.lower() not in SUFFIXES or not file.is_file():
        return False
    if file.name.lower() in NAMES:
        return True
    try:
        with file.open("rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return False
    return _looks_like_one(text)


def _looks_like_one(text: str) -> bool:
    """Go through the keys at the left edge, and those below «defaults»."""
    seen, section = set(), ""
    for line in text.splitlines():
        key = _KEY.match(line.lstrip())
        if key is None:
            continue
        if line[0] in " \t":
            if section == "defaults" and key[1] == "brandguard":
                return True
            continue
        section = key[1]
        seen.add(section)
        if section == "defaults" and "brandguard" in line:
            return True
    return len(seen & SECTIONS) >= ENOUGH
