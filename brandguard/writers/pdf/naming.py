"""How a creative is named, and where it belongs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.coherence import Coherence
    from brandguard.model.report import CreativeReport

MOST_CHARACTERS = 400
"""Of a name that is kept; what is shown of it is shorter."""


_QUOTES = {"en": ("“", "”")}


def quoted(said: str, words: Messages) -> str:
    """Put what somebody said between the language's own quotation marks."""
    left, right = _QUOTES.get(words.lang, ("«", "»"))
    return f"{left}{said}{right}"


def split(path: str) -> tuple[str, str]:
    """Give folder and name of a path, as they may be shown."""
    folder, slash, name = path.replace("\\", "/").rpartition("/")
    return display_path(folder + slash), display_path(name) or display_path(path)


def kept_name(path: str) -> str:
    """Give the name of a path, of a length that many of them may be kept."""
    name = split(path)[1]
    half = MOST_CHARACTERS // 2
    return name if len(name) <= MOST_CHARACTERS else f"{name[:half]}…{name[-half:]}"


def where(creative: CreativeReport, words: Messages) -> str:
    """Say where a creative belongs: channel and how it is known, medium, language, pages."""
    parts = []
    if creative.channel:
        name = words.name("channel", creative.channel)
        known = creative.channel_from
        parts.append(f"{name} ({words.name('channel_from', known)})" if known else name)
    if creative.medium != "other":
        parts.append(words.name("medium", creative.medium))
    if creative.language:
        parts.append(words.name("language_name", creative.language))
    if creative.pages > 1:
        parts.append(words.count("pages", creative.pages))
    return " · ".join(parts)


def side_names(coherence: Coherence, words: Messages) -> tuple[str, str]:
    """Name the two sides of a comparison: the channels, or two files or folders."""
    one, other = (
        words.name("channel", s) if s in {"online", "offline"} else split(s)[1]
        for s in coherence.sides
    )
    return one[:1].upper() + one[1:], other[:1].upper() + other[1:]
