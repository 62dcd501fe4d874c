"""QR and bar codes: what they say, how large they are, and whether a phone will read them.

zxing-cpp reads them. One that is plainly there (three finder patterns) and cannot be read is kept
without a text: that is the finding that matters most on a printed flyer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from brandguard.measures.ocr_likely import crowded_part, may_hold_code, strokes_of
from brandguard.model.codes import QUIET_MODULES, Code
from brandguard.model.colour import linear_of_rgb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.Image import Image as Picture

    from brandguard.model.creative import Box

MAX_TEXT = 4096
"""Characters kept of a code; a QR code holds at most 4,296."""
MAX_CODES = 20
"""Codes of one page: a sheet of coupons has a dozen."""
DOUBLED = 1_300_000
"""Pixels up to which a crowded picture is read a second time at twice its size: codes of 1.5 pixels
a module are seen only there (235 of 280 codes are read without it, 267 with it). Larger pictures
are pages: a code as small as that would be too small to print."""
LEAST_CONTRAST = 0.15
"""Symbol contrast under which what cannot be read is no code (ISO/IEC 15415: 0.2 fails)."""
LIKE_A_FINDER = 0.8
"""Share of the modules of a finder pattern that must be as they should, in all three corners."""
OUT_OF_SQUARE = 1.25
"""Ratio of two sides from which an unreadable find is no code."""
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_FINDER = np.ones((7, 7), dtype=bool)
_FINDER[1:6, 1:6] = False
_FINDER[2:5, 2:5] = True
"""Dark modules of a finder pattern (ISO/IEC 18004, 6.3.3)."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the library saw: corners in pixels, clockwise from the top left of the code."""

    format: str
    text: str | None
    corners: NDArray[np.float64]
    version: int | None

    @property
    def modules(self) -> int | None:
        """Modules along a side of a QR code (ISO/IEC 18004: 21 for version 1, 4 more for each)."""
        return 17 + 4 * self.version if self.version else None


def find_codes(
    pixels: NDArray[np.uint8],
    width_mm: float | None = None,
    strokes: NDArray[np.int64] | None = None,
) -> tuple[Code, ...]:
    """Find the codes on a page of shape (height, width, 3); `width_mm` is the page's width.

    `strokes` are those of `strokes_of(pixels)` where they have been counted already.
    """
    from PIL import Image

    if strokes is None:
        strokes = strokes_of(pixels)
    if not may_hold_code(strokes):
        return ()  # no modules: hardly anything goes up and down within a few pixels
    grey = Image.fromarray(pixels).convert("L")
    seen = _read(grey)
    height, width = pixels.shape[:2]
    if height * width <= DOUBLED and not any(each.text is not None for each in seen):
        seen = _merged(seen, _read_doubled(grey, seen, crowded_part(strokes, height)))
    mm = width_mm / width if width_mm else None
    believed = [each for each in seen if each.text is not None or _looks_like_one(each, pixels)]
    return tuple(_code(each, pixels, mm) for each in believed[:MAX_CODES])


def _read_doubled(
    grey: Picture, seen: Sequence[_Seen], crowded: tuple[slice, slice] | None
) -> list[_Seen]:
    """Read at twice the size: all where something was seen, else what is crowded."""
    from PIL import Image

    if not seen and crowded is None:
        return []
    rows, columns = crowded if crowded and not seen else (slice(0, None), slice(0, None))
    part = Image.fromarray(np.asarray(grey)[rows, columns])
    double = part.resize((part.width * 2, part.height * 2), Image.Resampling.BICUBIC)
    corner = np.array([columns.start, rows.start], dtype=np.float64)
    return [replace(one, corners=one.corners + corner) for one in _read(double, 2.0)]


def unread(codes: Sequence[Code]) -> bool:
    """Tell whether a code is there that cannot be read: a look at more pixels may help."""
    return any(code.text is None for code in codes)


def _read(grey: Picture, scale: float = 1.0) -> list[_Seen]:
    """Read a grey picture that is `scale` times the page; stripes only at the page's own size."""
    import zxingcpp

    kinds = zxingcpp.BarcodeFormat
    stripes = [kinds.EAN13, kinds.EAN8, kinds.UPCA, kinds.Code128] if scale == 1 else []
    found = zxingcpp.read_barcodes(
        np.asarray(grey),
        formats=[kinds.QRCodeModel2, *stripes],  # type: ignore[arg-type]  # any iterable will do
        return_errors=True,
        text_mode=zxingcpp.TextMode.Plain,
    )
    return _merged([], list(_known(found, scale)))


def _known(found: Sequence[Any], scale: float) -> Iterator[_Seen]:
    """Give readable codes, and QR codes that are there without being readable."""
    for each in found:
        version = str(each.extra.get("Version", "")) if isinstance(each.extra, dict) else ""
        if not each.valid and not version.isdigit():
            continue  # a few stripes that are no code
        at = each.position
        corners = [(p.x, p.y) for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)]
        yield _Seen(
            str(each.format),
            each.text[:MAX_TEXT] if each.valid else None,
            np.array(corners, dtype=np.float64) / scale,
            int(version) if version.isdigit() else None,
        )


def _merged(first: Sequence[_Seen], second: Sequence[_Seen]) -> list[_Seen]:
    """Join two readings: the readable first, and nothing twice at one place."""
    kept: list[_Seen] = []
    for each in sorted([*first, *second], key=lambda s: s.text is None):
        middle = each.corners.mean(axis=0)
        if all(_outside(middle, other) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda s: (s.corners[:, 1].min(), s.corners[:, 0].min()))


def _outside(point: NDArray[np.float64], other: _Seen) -> bool:
    low, high = other.corners.min(axis=0), other.corners.max(axis=0)
    return bool((point < low - 1).any() or (point > high + 1).any())


def _looks_like_one(seen: _Seen, pixels: NDArray[np.uint8]) -> bool:
    """Tell whether what cannot be read is a code: square, with three finder patterns in place."""
    sides = [float(np.linalg.norm(seen.corners[i] - seen.corners[i - 1])) for i in range(4)]
    if seen.modules is None or max(sides) > OUT_OF_SQUARE * min(sides):
        return False
    levels = _modules(seen, pixels)
    if np.isnan(levels).any():
        return False  # a code that leaves the page cannot be judged
    dark, light = np.percentile(levels, (10, 90))
    if light - dark < LEAST_CONTRAST:
        return False
    bits = levels < (dark + light) / 2
    corners = (bits[:7, :7], bits[:7, -7:], bits[-7:, :7])
    right = [float((corner == _FINDER).mean()) for corner in corners]
    return min(right) >= LIKE_A_FINDER or max(right) <= 1 - LIKE_A_FINDER  # or light on dark


def _modules(seen: _Seen, pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Give the reflectance at the middle of every module, row by row; NaN outside the page."""
    assert seen.modules is not None  # only QR codes are asked
    middles = (np.arange(seen.modules) + 0.5) / seen.modules
    u, v = np.meshgrid(middles, middles)
    return _reflectance(pixels, _grid(seen, u, v))


def _code(seen: _Seen, pixels: NDArray[np.uint8], mm: float | None) -> Code:
    sides = [float(np.linalg.norm(seen.corners[i] - seen.corners[i - 1])) for i in range(4)]
    across = (sides[1] + sides[3]) / 2  # along the code's own top and bottom
    down = (sides[0] + sides[2]) / 2
    module = across / seen.modules if seen.modules else None
    quiet, contrast = _margin(seen, pixels) if module else (None, None)
    short = min(across, down) or across
    square = seen.modules is not None
    return Code(
        format=seen.format,
        text=seen.text,
        box=_box(seen.corners, pixels.shape[1], pixels.shape[0]),
        size_mm=round(short * mm, 2) if mm and square else None,
        module_mm=round(module * mm, 3) if mm and module else None,
        module_px=round(module, 2) if module else None,
        quiet_modules=quiet,
        contrast=contrast,
    )


def _box(corners: NDArray[np.float64], width: int, height: int) -> Box:
    low, high = corners.min(axis=0), corners.max(axis=0)
    x0, x1 = (float(np.clip(v / width, 0, 1)) for v in (low[0], high[0]))
    y0, y1 = (float(np.clip(v / height, 0, 1)) for v in (low[1], high[1]))
    return (round(x0, 5), round(y0, 5), round(x1, 5), round(y1, 5))


def _margin(seen: _Seen, pixels: NDArray[np.uint8]) -> tuple[float | None, float | None]:
    """Measure the plain margin in modules and the symbol contrast, on the finder patterns' light.

    The margin is walked in half modules outwards from each side; what lies outside the page is no
    obstacle. A step is plain where nine in ten of its points are nearer to the light than the dark.
    """
    inside = _modules(seen, pixels)
    levels = inside[~np.isnan(inside)]
    if not levels.size:
        return None, None
    dark, light = (float(v) for v in np.percentile(levels, (10, 90)))
    contrast = round(light - dark, 3)
    rim = inside[0]  # the top row of a code runs through two finder patterns: dark in a usual code
    inverted = float(np.nanmean(rim[:7])) > (light + dark) / 2
    widths = [_plain_steps(seen, pixels, side, (dark, light), inverted) for side in range(4)]
    return min(widths), contrast


def _plain_steps(
    seen: _Seen,
    pixels: NDArray[np.uint8],
    side: int,
    levels: tuple[float, float],
    inverted: bool,
) -> float:
    assert seen.modules is not None  # the caller has looked
    along = np.linspace(0, 1, 2 * seen.modules)
    half = sum(levels) / 2
    for step in range(1, 2 * QUIET_MODULES + 1):
        out = (step / 2 - 0.1) / seen.modules
        u, v = ((along, -out), (1 + out, along), (along, 1 + out), (-out, along))[side]
        values = _reflectance(pixels, _grid(seen, *np.broadcast_arrays(u, v)))
        plain = np.isnan(values) | ((values < half) if inverted else (values > half))
        if plain.mean() < 0.9:  # noqa: PLR2004  see _margin
            return (step - 1) / 2
    return float(QUIET_MODULES)


def _grid(seen: _Seen, u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the pixels of points in the code's own square, 0–1 from its top left corner."""
    tl, tr, br, bl = seen.corners
    u, v = u[..., None], v[..., None]
    return np.asarray(tl * (1 - u) * (1 - v) + tr * u * (1 - v) + br * u * v + bl * (1 - u) * v)


def _reflectance(pixels: NDArray[np.uint8], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the luminance (0–1) at points; NaN outside the page."""
    x, y = np.rint(points[..., 0]).astype(int), np.rint(points[..., 1]).astype(int)
    height, width = pixels.shape[:2]
    known = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    colours = pixels[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)]
    return np.where(known, linear_of_rgb(colours) @ _LUMINANCE, np.nan)
