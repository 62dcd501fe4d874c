"""The text of a PDF page in PDFium's reading order, and the runs it is set in."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from brandguard.model.creative import TextRun
from brandguard.readers.matrix import box_within
from brandguard.readers.pdf_geometry import page_matrix

if TYPE_CHECKING:
    from brandguard.readers.matrix import Matrix

_MOST_CHARACTERS = 200_000
"""Of one page: a newspaper's has 30,000."""
_MOST_RUNS = 5_000
"""Of one page; text after them is kept without font and place."""
_HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium puts where it joins a word that was parted at the end of a line."""
_INVISIBLE = 3
_SUBSET_TAG = 7
"""Length of «ABCDEF+» before the name of a font that is embedded in part."""
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
"""Flags of a font descriptor (ISO 32000-1, table 123)."""
_BOLD = 700


@dataclass(frozen=True, slots=True)
class _Font:
    """What a font of the file says of itself."""

    name: str | None = None
    weight: int | None = None
    italic: bool | None = None
    embedded: bool | None = None


@dataclass(slots=True)
class _Run:
    """A run while it grows."""

    start: int
    end: int
    look: Any
    edges: list[float] = field(default_factory=lambda: [math.inf, math.inf, -math.inf, -math.inf])

    def take(self, end: int, edges: tuple[float, float, float, float] | None) -> None:
        self.end = end
        if edges is not None:
            left, bottom, right, top = edges
            mine = self.edges
            self.edges = [
                min(mine[0], left), min(mine[1], bottom), max(mine[2], right), max(mine[3], top),
            ]  # fmt: skip


def text_of_page(
    page: Any,  # noqa: ANN401  pypdfium2 has no types
) -> tuple[str, tuple[TextRun, ...]]:
    """Give a page's text, lines parted by newlines, and its runs (font, size, colour, box)."""
    textpage = page.get_textpage()
    try:
        characters, runs = _walk(textpage)
    finally:
        textpage.close()
    to_page = page_matrix(page)
    text = "".join(characters)
    return text, tuple(_finish(run, to_page) for run in runs if text[run.start : run.end].strip())


def _walk(textpage: Any) -> tuple[list[str], list[_Run]]:  # noqa: ANN401  as above
    """Go through the characters once; a run ends where the font, size, colour or line changes."""
    from pypdfium2 import raw

    characters: list[str] = []
    runs: list[_Run] = []
    looks: dict[int, Any] = {}
    fonts: dict[int, _Font] = {}
    run: _Run | None = None
    edges = partial(_edges, textpage, tuple(ctypes.c_double() for _ in range(4)))
    for index in range(min(textpage.count_chars(), _MOST_CHARACTERS)):
        character = _character(raw.FPDFText_GetUnicode(textpage, index), characters)
        if character == "":
            continue
        characters.append(character)
        if character == "\n" or len(runs) > _MOST_RUNS:
            run = None
            continue
        handle = raw.FPDFText_GetTextObject(textpage, index)
        if not handle:  # a space that PDFium put between words
            continue
        address = ctypes.addressof(handle.contents)
        if address not in looks:
            looks[address] = _look(handle, fonts)
        if run is None or run.look != looks[address]:
            run = _Run(len(characters) - 1, len(characters), looks[address])
            runs.append(run)
        run.take(len(characters), edges(index) if not character.isspace() else None)
    return characters, runs[:_MOST_RUNS]


def _character(code: int, before: list[str]) -> str:
    """Give what stands for one of PDFium's characters; "" for what is no text."""
    if code == 0x0A:  # noqa: PLR2004  newline
        return "\n" if before and before[-1] != "\n" else ""
    if code in _HYPHENS or code == 0xAD:  # noqa: PLR2004  soft hyphen
        return ""
    if 0xDC00 <= code < 0xE000 and before and 0xD800 <= ord(before[-1]) < 0xDC00:  # noqa: PLR2004
        high = ord(before.pop())  # the second half of a pair: both make one character
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
    if code < 0x20 or 0xDC00 <= code < 0xE000:  # noqa: PLR2004  controls and stray halves
        return " " if code == 0x09 else ""  # noqa: PLR2004  tab
    starts_line = not before or before[-1] == "\n"
    return "" if starts_line and chr(code).isspace() else chr(code)


def _look(
    handle: Any,  # noqa: ANN401  as above
    fonts: dict[int, _Font],
) -> tuple[_Font, float | None, str | None]:
    """Give a text object's font, size in points as printed, and fill colour as #RRGGBB."""
    from pypdfium2 import raw

    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(handle, ctypes.byref(size))
    raw.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix))
    points = size.value * math.hypot(matrix.c, matrix.d)
    font = raw.FPDFTextObj_GetFont(handle)
    address = ctypes.addressof(font.contents) if font else 0
    if address not in fonts:
        fonts[address] = _font(font)
    return (
        fonts[address],
        round(points, 2) if 0 < points < math.inf else None,
        _fill(handle),
    )


def _font(font: Any) -> _Font:  # noqa: ANN401  as above
    """Give what a font says of itself: its name, and where that says nothing its descriptor."""
    from pypdfium2 import raw

    if not font:
        return _Font()
    flags, angle = raw.FPDFFont_GetFlags(font), ctypes.c_int()
    angled = bool(raw.FPDFFont_GetItalicAngle(font, ctypes.byref(angle)) and angle.value)
    flags = max(flags, 0)  # −1 where there are none
    embedded = raw.FPDFFont_GetIsEmbedded(font)
    return _Font(
        _font_name(font),
        _BOLD if flags & _FORCE_BOLD else None,
        True if angled or flags & _ITALIC else None,
        bool(embedded) if embedded >= 0 else None,
    )


def _font_name(font: Any) -> str | None:  # noqa: ANN401  as above
    from pypdfium2 import raw

    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    if not length:
        return None
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    tagged = len(name) > _SUBSET_TAG and name[_SUBSET_TAG - 1] == "+"
    return (name[_SUBSET_TAG:] if tagged else name) or None


def _fill(handle: Any) -> str | None:  # noqa: ANN401  as above
    """Give the colour of the letters, None where they are not drawn (text laid under a scan)."""
    from pypdfium2 import raw

    if raw.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE:
        return None
    values = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(handle, *(ctypes.byref(value) for value in values)):
        return None
    red, green, blue, alpha = (value.value for value in values)
    return f"#{red:02X}{green:02X}{blue:02X}" if alpha else None


def _edges(
    textpage: Any,  # noqa: ANN401  as above
    room: tuple[ctypes.c_double, ...],
    index: int,
) -> tuple[float, float, float, float] | None:
    """Give the left, bottom, right and top of a character; `room` is where PDFium writes them."""
    from pypdfium2 import raw

    left, right, bottom, top = room
    if not raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _finish(run: _Run, to_page: Matrix) -> TextRun:
    font, size, colour = run.look
    left, bottom, right, top = run.edges
    box = box_within(to_page, (left, bottom, right, top)) if left < math.inf else None
    return TextRun(
        (run.start, run.end), box, font.name, size, colour,
        weight=font.weight, italic=font.italic, embedded=font.embedded,
    )  # fmt: skip
