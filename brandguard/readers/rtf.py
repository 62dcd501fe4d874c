"""Rich Text: words with their fonts, sizes and colours.

striprtf turns the source into words; it knows which groups are seen and which code page holds. So
that looks are not lost, marks from a private area of Unicode go into the source where the look
changes, and come out again in the right place of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from brandguard.model.colour import hex_of_rgb
from brandguard.readers.document import Draft, creative_of
from brandguard.readers.refusal import damaged
from brandguard.readers.text import shorten
from brandguard.readers.textflow import Look

if TYPE_CHECKING:
    from brandguard.model.creative import Creative
    from brandguard.readers.limits import Limits


_TOKEN: Final = re.compile(
    r"\\bin(?P<binary>\d{1,9}) ?|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?"
    r"|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|(?P<brace>[{}])|[^\\{}]+",
    re.DOTALL,
)
_COLOURS: Final = re.compile(r"\{\\colortbl([^{}]{0,20000})\}")
_CHANNEL: Final = re.compile(r"\\(red|green|blue)(\d{1,3})")
_FONT: Final = re.compile(
    r"\{\\f(\d{1,6})(?>(?:\\[a-zA-Z*]{1,32}-?\d{0,9}|\{[^{}]{0,200}\}|\s){0,20})([^\\{};]{1,80});"
)
"""A numbered font: control words and groups, then its name."""
_PICTURE: Final = re.compile(r"[0-9a-fA-F\r\n]{2000,}+")
"""Bytes of a picture in figures, most of many a file: no words look so."""
_MOST_CHARACTERS: Final = 500_000
"""Of the source without pictures: some 100 pages. striprtf's time can grow with the square."""
_FIRST: Final = 0xE000
_MOST_LOOKS: Final = 6_000
"""Looks that the private area of Unicode has room for; a document has some dozens."""
_MARK: Final = re.compile(f"([{chr(_FIRST)}-{chr(_FIRST + _MOST_LOOKS)}])")
_MOST_DEPTH: Final = 500
_NOT_SEEN: Final = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "datastore",
    "listtable", "listoverridetable", "generator", "fldinst", "latentstyles", "xmlnstbl",
})  # fmt: skip


class State(NamedTuple):
    """What holds at a place of the source."""

    font: int | None = None
    half_points: int | None = None
    colour: int | None = None
    bold: bool = False
    italic: bool = False
    stand_in: int = 1
    """Characters that stand in for one of Unicode, for programs that know none (\\uc)."""


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read a Rich Text file as one page."""
    from striprtf.striprtf import rtf_to_text

    words = _PICTURE.sub("", data.decode("latin-1"))
    less = replace(limits, max_characters=min(limits.max_characters, _MOST_CHARACTERS))
    source, notes = shorten(words, less)
    marked, looks = _mark(_MARK.sub("", source), format_)
    text: str = rtf_to_text(marked, errors="replace")  # type: ignore[no-untyped-call]  # untyped
    if not _MARK.sub("", text).strip():
        raise damaged(format_, "no_pages")
    table = _Table(source)
    draft = Draft()
    flow = draft.block()
    look = Look()
    for piece in _MARK.split(text):
        if _MARK.fullmatch(piece):
            look = table.look(looks[ord(piece) - _FIRST])
            continue
        for at, line in enumerate(piece.split("\n")):
            if at:
                flow.line_break()
            draft.words(flow, line, look)
    return creative_of(format_, [draft], lambda _: b"", limits, notes)


def _mark(source: str, format_: str) -> tuple[str, list[State]]:
    """Put a mark before the words wherever their look changes; give the looks by their number."""
    known: dict[State, int] = {}
    out: list[str] = []
    state = State()
    written: State | None = None
    stack: list[tuple[State, bool]] = []
    seen, at = True, 0
    while match := _TOKEN.match(source, at):
        at = match.end() + int(match["binary"] or 0)
        piece, word, number = match[0], match["word"], match["number"]
        if match["brace"] == "{":
            stack.append((state, seen))
            if len(stack) > _MOST_DEPTH:
                raise damaged(format_, "damaged", "groups nested without end")
        elif match["brace"] == "}":
            state, seen = stack.pop() if stack else (state, seen)
        elif piece == "\\*" or word in _NOT_SEEN:
            seen = False
        elif word is not None:
            state = _changed(state, word, int(number) if number else None)
        elif match["binary"] is None and seen and piece.strip() and state != written:
            index = known.setdefault(state, len(known))
            if index < _MOST_LOOKS:
                out.append(f"\\u{_FIRST + index - 0x10000}{'?' * state.stand_in}")
                written = state
        if match["binary"] is None:
            out.append(piece)
    return "".join(out), list(known)


def _changed(  # noqa: PLR0911  one return a control word
    state: State, word: str, number: int | None
) -> State:
    if word == "plain":
        return State(stand_in=state.stand_in)
    if word == "b":
        return state._replace(bold=number != 0)
    if word == "i":
        return state._replace(italic=number != 0)
    if number is None or number < 0:
        return state
    if word == "f":
        return state._replace(font=number)
    if word == "fs":
        return state._replace(half_points=number)
    if word == "cf":
        return state._replace(colour=number)
    return state._replace(stand_in=min(number, 8)) if word == "uc" else state


class _Table:
    """The fonts and colours that a file numbers."""

    def __init__(self, source: str) -> None:
        start = source.find("\\fonttbl")
        fonts = source[start : start + 200_000] if start >= 0 else ""
        self._fonts: dict[int, str] = {}
        for number, name in _FONT.findall(fonts):
            self._fonts.setdefault(int(number), name.strip())
        usual = re.search(r"\\deff(\d{1,6})", source[:2000])
        self._usual = int(usual[1]) if usual else None
        self._colours: list[str | None] = []
        table = _COLOURS.search(source)
        for entry in table[1].split(";")[:-1] if table else []:
            channels = dict(_CHANNEL.findall(entry))
            rgb = [min(255, int(channels.get(name, 0))) for name in ("red", "green", "blue")]
            self._colours.append(hex_of_rgb(rgb) if channels else None)

    def look(self, state: State) -> Look:
        """Give font, size in points (12 where none is stated) and colour."""
        number = self._usual if state.font is None else state.font
        named = self._fonts.get(number) if number is not None else None
        known = state.colour is not None and state.colour < len(self._colours)
        ink = self._colours[state.colour or 0] if known else None
        size = 12.0 if state.half_points is None else state.half_points / 2
        return Look(named, size, ink, 700 if state.bold else 400, state.italic)
