"""Words of a Photoshop file: type layers with fonts, sizes, colours and boxes; plain colour layers.

Sizes in a file are pixels before the layer's own stretch; points follow from its resolution.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

from brandguard.model.creative import Box, TextRun, VectorFill
from brandguard.readers.psd_inks import shown_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_CHARACTERS = 1_000_000
MOST_RUNS = 20_000
_BOLD = 700
_LINES = str.maketrans({"\r": "\n", "\x03": "\n", "\x0b": "\n"})
"""How Photoshop ends paragraphs and lines; every stand-in is as long as what it stands for."""
_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
"""Figures of a colour, its opacity apart → what they are."""

Inks = tuple[float, float, float, float]
Words = tuple[str, tuple[TextRun, ...], tuple[VectorFill, ...]]


def words_of(
    layers: Sequence[Any], size: tuple[int, int], dpi: float, profile: bytes | None
) -> Words:
    """Give the text of the type layers, lowest layer first, its runs, and all named colours."""
    text = ""
    runs: list[TextRun] = []
    fills: list[VectorFill] = []
    for layer in layers:
        box = box_of(layer, size)
        if layer.kind == "solidcolorfill":
            fills += _plain_colour(layer, box, profile)
        if layer.kind != "type" or len(text) > MOST_CHARACTERS or len(runs) > MOST_RUNS:
            continue
        words = layer.text.translate(_LINES)
        if not words.strip():
            continue
        before = f"{text}\n" if text else ""
        for run, fill in _runs(layer, len(before), box, dpi, profile):
            runs.append(run)
            fills += [fill] if fill and fill not in fills else []
        text = before + words
    return text, tuple(runs), tuple(fills)


def box_of(layer: Any, size: tuple[int, int]) -> Box:  # noqa: ANN401  a psd-tools layer
    """Give a layer's box as fractions of the page, cut at its edges."""
    width, height = size
    left, top, right, bottom = layer.bbox
    across = [min(1.0, max(0.0, value / width)) for value in (left, right)]
    down = [min(1.0, max(0.0, value / height)) for value in (top, bottom)]
    return across[0], down[0], across[1], down[1]


def _runs(
    layer: Any,  # noqa: ANN401  as above
    start: int,
    box: Box,
    dpi: float,
    profile: bytes | None,
) -> Iterator[tuple[TextRun, VectorFill | None]]:
    stretch = _stretch(layer.transform)
    runs = list(layer.typesetting.runs)
    if not runs:
        runs = [None]
    for run in runs:
        first, end = (run.start, run.end) if run else (0, len(layer.text))
        part = layer.text.translate(_LINES)[first:end]
        if not part.strip():
            continue
        first, end = first + len(part) - len(part.lstrip()), first + len(part.rstrip())
        span = (start + first, start + end)
        if run is None:
            yield TextRun(span, box), None
            continue
        style = run.style
        fill = _text_colour(style.fill_color, box, profile)
        size = style.font_size * stretch * 72 / dpi
        yield (
            TextRun(
                span,
                box,
                font=style.font_name or None,
                size_pt=round(size, 2) if math.isfinite(size) and size > 0 else None,
                colour=fill.hex if fill else None,
                weight=_BOLD if style.faux_bold else None,
                italic=True if style.faux_italic else None,
            ),
            fill,
        )


def _stretch(transform: Sequence[float]) -> float:
    """Give how much higher letters are shown than they are set."""
    _, _, across, down, *_ = transform
    stretch = math.hypot(across, down)
    return stretch if math.isfinite(stretch) and stretch > 0 else 1.0


def _text_colour(
    values: Sequence[float] | None, box: Box, profile: bytes | None
) -> VectorFill | None:
    """Read «opacity, then the channels», 0–1 each."""
    mode = _MODES.get(len(values) - 1) if values else None
    if values is None or mode is None:
        return None
    return _named(mode, [float(value) for value in values[1:]], "text", box, profile)


def _plain_colour(layer: Any, box: Box, profile: bytes | None) -> Iterator[VectorFill]:  # noqa: ANN401  as above
    """Read the colour of a layer that is one colour, as a descriptor of Photoshop's."""
    colour = layer.data
    if colour is None:
        return
    for mode, keys, top in (
        ("RGB", (b"Rd  ", b"Grn ", b"Bl  "), 255.0),
        ("CMYK", (b"Cyn ", b"Mgnt", b"Ylw ", b"Blck"), 100.0),
    ):
        if all(key in colour for key in keys):
            figures = [float(colour[key].value) / top for key in keys]
            fill = _named(mode, figures, "fill", box, profile)
            yield from [fill] if fill else []


def _named(
    mode: str,
    figures: Sequence[float],
    kind: Literal["fill", "text"],
    box: Box,
    profile: bytes | None,
) -> VectorFill | None:
    if not all(math.isfinite(figure) for figure in figures):
        return None
    held = [min(1.0, max(0.0, figure)) for figure in figures]
    hex_ = "#{:02X}{:02X}{:02X}".format(*shown_as(mode, [round(f * 255) for f in held], profile))
    inks: Inks | None = None
    if mode == "CMYK":
        inks = (held[0], held[1], held[2], held[3])
    return VectorFill(hex_, box, kind=kind, cmyk=inks)
