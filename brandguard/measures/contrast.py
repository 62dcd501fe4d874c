"""Text against what lies behind it: WCAG contrast, measured with the pixels around the letters."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.model.colour import contrast_ratio, hex_of_rgb, linear_of_rgb, rgb_of_hex
from brandguard.model.creative import Box, TextRun
from brandguard.model.features import TextContrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import Page

LARGE_PT, LARGE_BOLD_PT = 18.0, 14.0
"""Large text of WCAG 2.2, success criterion 1.4.3."""
BOLD = re.compile(r"bold|black|heavy|extrab|ultra", re.IGNORECASE)
NOT_BOLD = re.compile(r"semi-?bold|demi-?bold", re.IGNORECASE)
"""WCAG's bold is the weight 700; semibold is 600."""

MOST_LINES = 600
"""Lines of one page that are measured: a newspaper's has about so many."""
LEAST_HEIGHT = 5
"""Pixels of a line's height under which letters and ground cannot be told apart."""
LEAST_LETTERS = 2
RING = 0.3
"""How far around the letters the ground is looked at, in heights of the line."""
ENOUGH_TALL = 32
"""Pixels of height that a line is thinned out to: headlines need no more."""
MOST_LOOKED_AT = 2_000
"""Pixels of one line that are looked at, evenly chosen."""

FLAT = 20
"""Range (0–255) of 3 × 3 pixels of plain ground: between the noise of JPEG and an edge of type."""
APART = 24.0
"""Distance (0–255, Euclidean) up to which a pixel may be a letter's."""
ALIKE = 20.0
"""The same, up to which pixels are one plain ground; JPEG moves a plane by less."""
PLAIN_INSIDE, PLAIN_AROUND = 0.8, 0.7
"""Share of one colour that makes the ground plain: between the letters, and around them as well."""
ENOUGH_INSIDE = 0.1
"""Share of the line's box that must be flat ground for it to decide alone."""
WORST = 0.2
"""On a picture the contrast is that of the fifth of the ground which is read worst: a word is lost
where that much of what lies behind it is lost. Judgement."""
SEEN = 0.01
"""Share of a line's pixels that must have the letters' colour, else they are not drawn."""
CERTAIN_HEIGHT = 14
"""Pixels of height from which strokes reach their full colour, whatever the font."""
INK_EXCESS = 0.08
"""How much commoner than around it a colour must be within a line to be that of its letters."""

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Line:
    """Runs of one look on one line."""

    box: Box
    span: tuple[int, int]
    run: TextRun


def text_contrasts(page: Page) -> tuple[TextContrast, ...]:
    """Measure each block of text of a page, in reading order.

    Left out: text without a place, outside of the page, hidden behind a picture, invisible, or too
    small to be seen in these pixels. A colour that the file does not name (recognised text) is
    taken from the pixels.
    """
    if page.pixels is None or page.pixels.size == 0:
        return ()
    lines = list(_lines(page))[:MOST_LINES]
    if not lines:
        return ()
    written = np.zeros(page.pixels.shape[:2], dtype=bool)
    for line in lines:
        written[_area(line.box, written.shape, 1)] = True
    found: list[TextContrast] = []
    for line in lines:
        one = _measure(line, page.pixels, written)
        if one is None:
            continue
        letters = sum(c.isalnum() for c in page.text[line.span[0] : line.span[1]])
        one = replace(one, letters=letters)
        if found and _same_block(found[-1], one):
            found[-1] = _joined(found[-1], one)
        else:
            found.append(one)
    return tuple(block for block in found if block.letters >= LEAST_LETTERS)


def _lines(page: Page) -> Iterator[_Line]:
    """Join runs that follow each other on a line in one colour and size."""
    here: _Line | None = None
    for run in page.runs:
        if run.box is None or run.box[2] <= run.box[0] or run.box[3] <= run.box[1]:
            continue
        if here is not None and _goes_on(here, run):
            here = _Line(_around(here.box, run.box), (here.span[0], run.span[1]), here.run)
            continue
        if here is not None:
            yield here
        here = _Line(run.box, run.span, run)
    if here is not None:
        yield here


def _goes_on(line: _Line, run: TextRun) -> bool:
    assert run.box is not None
    if (line.run.colour, line.run.source) != (run.colour, run.source):
        return False
    if _is_large(line.run) != _is_large(run):
        return False
    height = min(line.box[3] - line.box[1], run.box[3] - run.box[1])
    common = min(line.box[3], run.box[3]) - max(line.box[1], run.box[1])
    return common > height / 2 and abs(run.box[0] - line.box[2]) < 2 * height


def _is_large(run: TextRun) -> bool:
    if run.size_pt is None:
        return True
    font = run.font or ""
    bold = BOLD.search(font) and not NOT_BOLD.search(font)
    return run.size_pt >= (LARGE_BOLD_PT if bold else LARGE_PT)


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip


def _area(box: Box, shape: tuple[int, ...], margin: int) -> tuple[slice, slice]:
    """Give the rows and columns of a box, `margin` pixels wider."""
    height, width = shape[:2]
    top, bottom = int(box[1] * height) - margin, int(np.ceil(box[3] * height)) + margin
    left, right = int(box[0] * width) - margin, int(np.ceil(box[2] * width)) + margin
    return slice(max(top, 0), max(bottom, 0)), slice(max(left, 0), max(right, 0))


def _measure(line: _Line, pixels: Pixels, written: Mask) -> TextContrast | None:
    """Measure one line; None where its letters cannot be seen."""
    tall = (line.box[3] - line.box[1]) * pixels.shape[0]
    if tall < LEAST_HEIGHT:
        return None
    step = max(1, int(tall / ENOUGH_TALL))
    inside, ring, flat = _look(
        line.box,
        pixels[::step, ::step],
        written[::step, ::step],
        max(3, round(RING * tall / step)),
    )
    if not len(inside):
        return None
    ink = np.array(rgb_of_hex(line.run.colour), dtype=float) if line.run.colour else None
    if ink is not None and tall >= CERTAIN_HEIGHT and not _is_seen(ink, inside):
        ink = None  # transparent letters, a pattern, or nothing at all
    if ink is None:
        ink = _ink_of(inside, ring) if tall >= CERTAIN_HEIGHT else None
    if ink is None:
        return None
    between = inside[flat & (_distance(inside, ink) > APART)]
    ground, ratio, plain = _ground(ink, between, ring, len(inside))
    if ground is None or not _is_drawn(ink, ground, inside):
        return None
    return TextContrast(
        box=line.box,
        span=line.span,
        colour=hex_of_rgb(ink),
        ground=hex_of_rgb(ground),
        ratio=ratio,
        plain=plain,
        large=_is_large(line.run),
        size_pt=line.run.size_pt,
        source=line.run.source,
    )


def _look(
    box: Box, pixels: Pixels, written: Mask, reach: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], Mask]:
    """Give the pixels in a line's box and those around it, without other text: (n, 3), (m, 3).

    The third says which of the first are flat: (n,).
    """
    rows, columns = _area(box, written.shape, reach)
    part = pixels[rows, columns]
    if not part.size:
        nothing = np.zeros((0, 3))
        return nothing, nothing, np.zeros(0, dtype=bool)
    others = written[rows, columns]
    own_rows, own_columns = _area(box, written.shape, 0)
    own = np.zeros(others.shape, dtype=bool)
    own[
        own_rows.start - rows.start : own_rows.stop - rows.start,
        own_columns.start - columns.start : own_columns.stop - columns.start,
    ] = True
    thin = -(-part.shape[0] * part.shape[1] // MOST_LOOKED_AT)
    inside = np.flatnonzero(own)[::thin]
    around = np.flatnonzero(~own & ~others)[::thin]
    flattened = part.reshape(-1, 3)
    return (
        flattened[inside].astype(float), flattened[around].astype(float), _flat(part, inside),
    )  # fmt: skip


def _flat(part: Pixels, at: NDArray[np.intp]) -> Mask:
    """Say of the pixels at these places whether their neighbours have nearly their colour."""
    rows, columns = np.divmod(at, part.shape[1])
    here = part[rows, columns].astype(np.int16)
    flat = np.ones(len(at), dtype=bool)
    for down, right in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        beside = part[
            np.clip(rows + down, 0, part.shape[0] - 1),
            np.clip(columns + right, 0, part.shape[1] - 1),
        ]
        flat &= (np.abs(beside - here) <= FLAT).all(axis=1)
    return flat


def _distance(pixels: NDArray[np.float64], colour: NDArray[np.float64]) -> NDArray[np.float64]:
    off = pixels - colour
    return np.asarray(np.sqrt(np.einsum("...i,...i", off, off)))


def _is_seen(ink: NDArray[np.float64], inside: NDArray[np.float64]) -> bool:
    """Whether letters of this colour stand in the box, rather than a box full of that colour."""
    near = float((_distance(inside, ink) <= APART).mean())
    return near >= SEEN


def _ink_of(inside: NDArray[np.float64], ring: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Find the colour that is commoner within a line than around it; None where none stands out."""
    if not len(ring):
        return None
    here, around = _counts(inside), _counts(ring)
    excess = here / len(inside) - around / len(ring)
    best = int(excess.argmax())
    if excess[best] < INK_EXCESS:
        return None
    return np.asarray(np.median(inside[_codes(inside) == best], axis=0))


def _codes(pixels: NDArray[np.float64]) -> NDArray[np.intp]:
    steps = (pixels / 16).astype(np.intp)
    return np.asarray(steps[:, 0] * 256 + steps[:, 1] * 16 + steps[:, 2])


def _counts(pixels: NDArray[np.float64]) -> NDArray[np.intp]:
    return np.bincount(_codes(pixels), minlength=4096)


def _ground(
    ink: NDArray[np.float64],
    between: NDArray[np.float64],
    ring: NDArray[np.float64],
    size: int,
) -> tuple[NDArray[np.float64] | None, float, bool]:
    """Give the ground, its contrast with the ink, and whether it is one colour.

    The pixels between the letters decide where they are enough and agree: what lies around a tight
    button is no ground. `size` is the number of pixels of the line's box.
    """
    for pixels, least in (
        (between if len(between) >= ENOUGH_INSIDE * size else between[:0], PLAIN_INSIDE),
        (np.concatenate([between, ring]), PLAIN_AROUND),
    ):
        if len(pixels) and (colour := _mode(pixels, least)) is not None:
            return colour, contrast_ratio(hex_of_rgb(ink), hex_of_rgb(colour)), True
    if not len(pixels):
        return None, 0.0, False
    ratios = _ratios(pixels, ink)
    worst = float(np.quantile(ratios, WORST))
    near = pixels[np.argsort(np.abs(ratios - worst), kind="stable")[: max(1, len(ratios) // 20)]]
    return near.mean(axis=0), worst, False


def _mode(pixels: NDArray[np.float64], least: float) -> NDArray[np.float64] | None:
    """Give the colour that at least this share of the pixels has; None where there is none."""
    codes = _codes(pixels)
    middle = np.median(pixels[codes == np.bincount(codes).argmax()], axis=0)
    alike = _distance(pixels, middle) <= ALIKE
    return np.asarray(np.median(pixels[alike], axis=0)) if alike.mean() >= least else None


def _ratios(pixels: NDArray[np.float64], ink: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.array([0.2126, 0.7152, 0.0722])
    ground, letters = linear_of_rgb(pixels) @ weights, float(linear_of_rgb(ink) @ weights)
    low, high = np.minimum(ground, letters), np.maximum(ground, letters)
    return np.asarray((high + 0.05) / (low + 0.05))


def _is_drawn(
    ink: NDArray[np.float64], ground: NDArray[np.float64], inside: NDArray[np.float64]
) -> bool:
    """Whether some pixels go from the ground towards the ink: else the text lies behind something.

    Thin letters never reach their colour; a third of the way is plainly no ground any more.
    """
    line = ink - ground
    length = float((line**2).sum())
    if length < APART**2 / 4:
        return False
    along = (inside - ground) @ line / length
    off = _distance(inside, ground + along[:, None] * line)
    return float(((along > 1 / 3) & (off < 2 * APART)).mean()) >= SEEN


def _same_block(block: TextContrast, line: TextContrast) -> bool:
    """Whether a line goes on with a block: below or beside it, in its colours and size."""
    if (block.large, block.plain, block.source) != (line.large, line.plain, line.source):
        return False
    if _apart(block.colour, line.colour) > APART:
        return False
    if block.plain and _apart(block.ground, line.ground) > 2 * APART:
        return False
    height = line.box[3] - line.box[1]
    gap = max(line.box[1] - block.box[3], block.box[1] - line.box[3])
    beside = min(block.box[2], line.box[2]) - max(block.box[0], line.box[0])
    return gap < 1.5 * height and beside > -2 * height


def _apart(one: str, other: str) -> float:
    return float(_distance(np.array(rgb_of_hex(one), float), np.array(rgb_of_hex(other), float)))


def _joined(block: TextContrast, line: TextContrast) -> TextContrast:
    """Put a line to its block; what is read worst speaks for both."""
    worst = min(block, line, key=lambda one: one.ratio)
    return replace(
        worst,
        box=_around(block.box, line.box),
        span=(min(block.span[0], line.span[0]), max(block.span[1], line.span[1])),
        size_pt=min(filter(None, (block.size_pt, line.size_pt)), default=None),
        letters=block.letters + line.letters,
    )
