"""Creatives with channel, medium and language → as few patterns as describe them.

A folder whose creatives agree gets one pattern; where most agree, one for all and others for the
exceptions, which win because they come later. Files of a folder are described by their suffix where
it tells them, else by name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from brandguard.interchange.campaigntext import escaped
from brandguard.model.creative import Channel, Medium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Field = Literal["channel", "medium", "language"]
FIELDS: tuple[Field, ...] = ("channel", "medium", "language")


@dataclass(frozen=True, slots=True)
class Placed:
    """One creative below the campaign's folder, and where it was found to run."""

    below: str
    """Its path, relative to the folder."""
    channel: Channel | None = None
    medium: Medium | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One entry to be written: patterns, and what holds for what they match."""

    patterns: tuple[str, ...]
    settings: tuple[tuple[Field, str], ...]


@dataclass(slots=True)
class _Folder:
    name: str
    files: list[Placed] = field(default_factory=list)
    folders: dict[str, _Folder] = field(default_factory=dict)

    def everything(self) -> Iterator[Placed]:
        waiting = [self]
        while waiting:
            folder = waiting.pop()
            yield from folder.files
            waiting += folder.folders.values()


def rows_for(creatives: Sequence[Placed]) -> tuple[Row, ...]:
    """Give entries that say of every creative what was found; what is unknown they leave open."""
    top = _tree(creatives)
    settings: dict[str, dict[Field, str]] = {}
    for name in FIELDS:
        for pattern, value in _cover(top, name):
            settings.setdefault(pattern, {})[name] = value
    together: dict[tuple[int, tuple[tuple[Field, str], ...]], list[str]] = {}
    for pattern in sorted(settings, key=_depth):
        values = tuple(
            (name, settings[pattern][name]) for name in FIELDS if name in settings[pattern]
        )
        together.setdefault((_depth(pattern)[0], values), []).append(pattern)
    return tuple(Row(tuple(patterns), values) for (_, values), patterns in together.items())


def _tree(creatives: Sequence[Placed]) -> _Folder:
    top = _Folder("")
    for creative in sorted(creatives, key=lambda one: one.below):
        folder = top
        for part in creative.below.split("/")[:-1]:
            folder = folder.folders.setdefault(part, _Folder(f"{folder.name}{part}/"))
        folder.files.append(creative)
    return top


def _depth(pattern: str) -> tuple[int, str]:
    """Order patterns from wide to narrow: a folder's comes before those of its files."""
    if pattern == EVERYTHING:
        return 0, pattern
    folders = pattern.strip("/").count("/")
    return 2 * folders + (not pattern.endswith("/**")), pattern


EVERYTHING = "*"


def _cover(top: _Folder, name: Field) -> Iterator[tuple[str, str]]:
    """Give patterns and values of one field; a pattern holds for all that none below it takes."""
    waiting: list[tuple[_Folder, str | None]] = [(top, None)]
    while waiting:
        folder, inherited = waiting.pop(0)
        values = Counter(getattr(one, name) for one in folder.everything())
        value, count = values.most_common(1)[0]
        most = name != "channel" and count * 2 > sum(values.values())  # a side is no exception
        if None not in values and value != inherited and (most or len(values) == 1):
            yield (f"{escaped(folder.name)}**" if folder.name else EVERYTHING), value
            inherited = value
        yield from _files(folder, name, inherited)
        waiting += [(inner, inherited) for inner in folder.folders.values()]


def _files(folder: _Folder, name: Field, inherited: str | None) -> Iterator[tuple[str, str]]:
    """Give patterns for the files that lie in a folder itself and are not as all around them."""
    left = [one for one in folder.files if getattr(one, name) not in {None, inherited}]
    suffixes = Counter(_suffix(one) for one in left)
    told: set[str] = set()
    for suffix, count in suffixes.items():
        alike = {getattr(one, name) for one in folder.files if _suffix(one) == suffix}
        clash = any(inner.endswith(suffix) for inner in folder.folders)
        if suffix and count > 1 and len(alike) == 1 and not clash:
            told.add(suffix)
            yield f"{_rooted(escaped(folder.name))}*{escaped(suffix)}", str(alike.pop())
    for one in left:
        if _suffix(one) not in told:
            yield _rooted(escaped(one.below)), str(getattr(one, name))


def _suffix(creative: Placed) -> str:
    name = creative.below.rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    return f"{dot}{suffix}" if stem else ""


def _rooted(pattern: str) -> str:
    """Tie a pattern without a slash to the folder itself: others match at any depth."""
    return pattern if "/" in pattern.rstrip("/") or pattern.endswith("/") else f"/{pattern}"
