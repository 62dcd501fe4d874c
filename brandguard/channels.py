"""Where a creative belongs: channel, medium and campaign, from the names of folders and files."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from brandguard.model.creative import CHANNELS, Channel, Medium, channel_of
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.model.features import Features

PRINT_MM = 50.0
"""A page that states at least this size on paper and whose colours are CMYK is meant for print."""


_LONGEST_SAID = 80
_LANGUAGES = ("en", "it", "es")

_MEDIA_OF_FORMATS: dict[str, Medium] = {
    "eml": "email", "srt": "video", "vtt": "video", "mp4": "video", "mov": "video", "webm": "video",
}  # fmt: skip
"""Kinds of file that are made for one medium alone."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """Channel, whence it is known («folder», «file name», «file», «medium»), medium, campaign."""

    channel: Channel | None
    channel_from: str | None
    medium: Medium
    campaign: str
    folder: str = ""
    """The folder that is the campaign, so that two of one name can be told apart."""


@cache
def _words() -> tuple[Mapping[str, Channel], Mapping[str, Medium]]:
    with asset_path("lexicons", "folders.toml").open("rb") as file:
        table = tomllib.load(file)
    channel = {word: name for name, words in table["channel"].items() for word in words}
    medium = {word: name for name, words in table["medium"].items() for word in words}
    return channel, medium


@lru_cache(maxsize=4096)  # the folders of a library come again with every file
def _parts(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.split(r"[^a-z0-9]+", plain)
    joined = [a + b for a, b in pairwise(words)]
    return (*joined, *words)


def belonging(path: str) -> Belonging:
    """Find where a path belongs by its names: the nearest folder counts most, the file's own last.

    The campaign is the folder that holds the channel folders, else the creative's own folder.
    """
    head, slash, name = path.replace("\\", "/").rpartition("/")
    place = _place(head + slash)
    channel, source = place.channel, place.channel_from
    medium = _medium(PurePath(name).stem) or place.medium
    if channel is None and medium is not None:
        channel, source = channel_of(medium), "file name"
    campaign, folder = (Path.cwd().name, ".") if place.here else (place.campaign, place.folder)
    return Belonging(channel, source, _fitting(medium, channel), _clean(campaign), folder)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the names of folders say of the creatives in them."""

    channel: Channel | None
    channel_from: str | None
    medium: Medium | None
    campaign: str
    folder: str
    here: bool
    """Whether the campaign is the folder that the user stands in."""


@lru_cache(maxsize=4096)  # the folders of a library come again with every file
def _place(head: str) -> _Place:
    folders = list(PurePath(head).parts)
    channel_words, _ = _words()
    channel, source, top = None, None, len(folders)
    for i in range(len(folders) - 1, -1, -1):
        found = next((channel_words[w] for w in _parts(folders[i]) if w in channel_words), None)
        if found:
            channel, source = found, "folder"
            strict = any(w in CHANNELS for w in _parts(folders[i])) or i == len(folders) - 1
            while i > 0 and _names(folders[i - 1], channel):  # stampa/volantini: one channel
                i -= 1  # noqa: PLW2901  the walk ends here
            top = i if strict else top
            break
    medium = next((named for n in reversed(folders) if (named := _medium(n))), None)
    above = folders[:top]
    campaign = (above[-1], "/".join(above)) if above else ("", "")
    return _Place(channel, source, medium, *campaign, here=bool(folders) and top == 0)


def _medium(name: str) -> Medium | None:
    _, words = _words()
    return next((words[word] for word in _parts(name) if word in words), None)


def _names(folder: str, channel: Channel) -> bool:
    return any(_words()[0].get(word) == channel for word in _parts(folder))


def by_words(said: str) -> tuple[Channel | None, Medium | None]:
    """Tell channel and medium by what a plan calls them («Instagram», «volantino»)."""
    channel_words, medium_words = _words()
    parts = _parts(said[:_LONGEST_SAID])
    medium = next((medium_words[word] for word in parts if word in medium_words), None)
    channel = channel_of(medium) or next(
        (channel_words[word] for word in parts if word in channel_words), None
    )
    return channel, medium


def planned(features: Features) -> tuple[Channel | None, Medium | None, str | None]:
    """Give channel, medium and language that a table says of its posts, where its rows agree."""
    note = next((note for note in features.notes if note.code == "SYS024"), None)
    if note is None:
        return None, None, None
    said = [by_words(one) for one in str(note.facts.get("channels") or "").split(", ")]
    channels, media = {channel for channel, _ in said}, {medium for _, medium in said}
    channel = channels.pop() if len(channels) == 1 else None
    medium = media.pop() if len(media) == 1 and channel else None
    language = str(note.facts.get("languages") or "")
    return channel, medium, language if language in _LANGUAGES else None


def channel_by_file(features: Features) -> Channel | None:
    """Tell print by the file's own facts: a page with a size on paper in CMYK."""
    if features.format in _MEDIA_OF_FORMATS:
        return channel_of(_MEDIA_OF_FORMATS[features.format])
    first = features.pages[0] if features.pages else None
    sized = first is not None and first.width_mm is not None and first.width_mm >= PRINT_MM
    return "offline" if sized and features.colour_space == "CMYK" else None


def medium_by_file(features: Features, channel: Channel | None) -> Medium:
    """Tell the medium by the kind of file, where that leaves no doubt and fits the channel."""
    return _fitting(_MEDIA_OF_FORMATS.get(features.format), channel)


def _fitting(medium: Medium | None, channel: Channel | None) -> Medium:
    """Drop a medium that contradicts its folder: a file called poster.png among social posts."""
    fits = medium is not None and channel in (None, channel_of(medium))
    return medium if medium is not None and fits else "other"


def _clean(name: str) -> str:
    return "" if name in {".", "..", "/", ""} else name
