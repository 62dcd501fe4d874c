"""PNG, JPEG, WebP, GIF, BMP, TIFF, AVIF and HEIC through Pillow.

A large JPEG is decoded at a half, a quarter or an eighth (its own reduction, far cheaper than a
full decode), everything else is thinned out to every n-th pixel. Nothing is decoded before its
header was looked at.
"""

from __future__ import annotations

import io
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.creative import Creative, Note, Page
from brandguard.readers import codes
from brandguard.readers.inks import to_srgb
from brandguard.readers.keyframes import KeyFrames, sketch
from brandguard.readers.limits import Limits
from brandguard.readers.picture import check_pixels, on_paper, print_dpi, split, thin
from brandguard.readers.refusal import too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PIL.Image import Image

_PILLOW_NAMES = {
    "png": "PNG", "jpeg": "JPEG", "webp": "WEBP", "gif": "GIF", "bmp": "BMP", "tiff": "TIFF",
    "avif": "AVIF", "heic": "HEIF",
}  # fmt: skip
_ANIMATED = frozenset({"png", "webp", "gif", "avif"})
_WITH_DPI = frozenset({"tiff", "jpeg", "png"})
_ORIENTATION = 0x0112
_SIDEWAYS = 5
"""EXIF orientations from here on swap width and height."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file that Pillow has open, its header read."""

    image: Any
    format: str
    size: tuple[int, int]
    limits: Limits


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Open a picture. The first page is decoded at once, so that a broken file shows itself here.

    The frames of an animation become pages where they differ; the pages of a TIFF are pages.
    """
    with _strict(limits):
        image = _open(data, format_)
        opened = _Opened(image, format_, image.size, limits)
        check_pixels(image.size, limits)
        if format_ == "jpeg":
            _ask_for_less(image, limits)
        count, chosen, notes = _choose_pages(opened)
        first, space, colour_notes = _page(opened, chosen[0], 1)
        exif_notes = _exif_note(image)
    return Creative(
        format=format_,
        pages=_pages(opened, chosen, first),
        page_count=count,
        colour_space=space,
        notes=(*notes, *colour_notes, *exif_notes),
    )


@contextmanager
def _strict(limits: Limits) -> Iterator[None]:
    """Hold Pillow to our limits: a bomb is an error, its other warnings are not for our user."""
    from PIL import Image as Pillow

    before, Pillow.MAX_IMAGE_PIXELS = Pillow.MAX_IMAGE_PIXELS, limits.max_pixels
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Pillow.DecompressionBombWarning)
        try:
            yield
        except (Pillow.DecompressionBombWarning, Pillow.DecompressionBombError) as error:
            announced = re.search(r"\((\d+) pixels", str(error))
            value = int(announced[1]) if announced else limits.max_pixels + 1
            raise too_large("pixels", value, limits.max_pixels) from error
        finally:
            Pillow.MAX_IMAGE_PIXELS = before


def _open(data: bytes, format_: str) -> Image:
    from PIL import Image as Pillow

    if format_ == "heic":
        import pillow_heif

        pillow_heif.register_heif_opener()
    return Pillow.open(io.BytesIO(data), formats=(_PILLOW_NAMES[format_],))


def _ask_for_less(image: Image, limits: Limits) -> None:
    """Have a large JPEG decoded smaller, but not under `jpeg_side`."""
    width, height = image.size
    if width * height > limits.keep_pixels:
        scale = limits.jpeg_side / max(width, height)
        image.draft(
            None, (max(1, int(width * scale)), max(1, int(height * scale)))
        )  # None keeps the mode


def _choose_pages(opened: _Opened) -> tuple[int, Sequence[int], tuple[Note, ...]]:
    """Give the number of pages, the frames that become them, and a note on those left out."""
    image, limits = opened.image, opened.limits
    paged = opened.format == "tiff"
    frames = int(getattr(image, "n_frames", 1)) if paged or opened.format in _ANIMATED else 1
    if frames == 1:
        return 1, (0,), ()
    moving: tuple[Note, ...] = ()
    if paged:
        looked_at = min(frames, limits.max_pages)
        chosen: Sequence[int] = range(looked_at)
    else:
        looked_at = min(frames, limits.max_frames, _affordable_frames(image, limits))
        chosen, shown_ms = _key_frames(image, looked_at, limits.key_frames)
        seconds = round(shown_ms / 1000 * frames / looked_at, 1) or None
        told = {"frames": frames, "seconds": seconds, "pages": len(chosen)}
        moving = (Note(codes.MOVING, {"kind": "animation", **told}),)
    count = frames if paged else len(chosen)
    if looked_at == frames:
        return count, chosen, moving
    what = "pages" if paged else "frames"
    left_out = Note(codes.PAGES_LEFT_OUT, {"what": what, "pages": frames, "read": looked_at})
    return count, chosen, (*moving, left_out)


def _affordable_frames(image: Image, limits: Limits) -> int:
    """How many frames may be decoded: three times the largest picture's work, and a few anyway."""
    return max(limits.key_frames, 3 * limits.max_pixels // (image.width * image.height))


def _key_frames(image: Image, frames: int, wanted: int) -> tuple[tuple[int, ...], float]:
    """Pick the frames that differ plainly; give how long all of them are shown, in milliseconds."""
    kept: KeyFrames[int] = KeyFrames(wanted)
    shown_ms = 0.0
    for index in range(frames):
        image.seek(index)
        kept.add(sketch(_flattened(image)), index)
        shown = image.info.get("duration")
        shown_ms += shown if isinstance(shown, int | float) and shown > 0 else 0.0
    return kept.frames(), shown_ms


def _flattened(image: Image) -> NDArray[np.uint8]:
    """Give a frame on white, (height, width, 3), for a first look."""
    colours, alpha = split(image.convert("RGBA"))
    return np.asarray(on_paper(colours, alpha))


def _pages(opened: _Opened, chosen: Sequence[int], first: Page) -> Iterator[Page]:
    yield first
    for number, frame in enumerate(chosen[1:], 2):
        with _strict(opened.limits):
            page, _, _ = _page(opened, frame, number)
        yield page


def _page(opened: _Opened, frame: int, number: int) -> tuple[Page, str, tuple[Note, ...]]:
    """Decode one frame, thin it out, turn it upright and lay it on white paper."""
    image = opened.image
    if image.tell() != frame:
        image.seek(frame)
    check_pixels(image.size, opened.limits)
    image.load()
    width, height = opened.size if opened.format == "jpeg" else image.size
    dpi = _print_dpi(image, opened.format)
    turn = _orientation(image)
    small = _upright(thin(image, opened.limits), turn)
    if turn >= _SIDEWAYS:
        width, height, dpi = height, width, dpi and (dpi[1], dpi[0])
    colours, alpha = split(small)
    converted, space, notes = to_srgb(colours, image.info.get("icc_profile"))
    page = Page(
        number=number,
        width_px=width,
        height_px=height,
        pixels=np.asarray(on_paper(converted, alpha)),
        opacity=None if alpha is None else np.asarray(alpha),
        width_mm=dpi and width / dpi[0] * 25.4,
        height_mm=dpi and height / dpi[1] * 25.4,
    )
    return page, space, notes


def _orientation(image: Image) -> int:
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001  broken camera data must not cost the picture; _exif_note says so
        return 1
    return value if isinstance(value, int) else 1


def _exif_note(image: Image) -> tuple[Note, ...]:
    try:
        image.getexif()
    except Exception as error:  # noqa: BLE001  as in _orientation
        return (Note(codes.EXIF_IGNORED, {"detail": " ".join(str(error).split())[:200]}),)
    return ()


def _upright(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    moves = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE, 6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }  # fmt: skip
    if orientation not in moves:
        return image
    turned = image.transpose(moves[orientation])
    turned.info = image.info
    return turned


def _print_dpi(image: Image, format_: str) -> tuple[float, float] | None:
    """Give the resolution where the file states one that can only be meant for print."""
    if format_ not in _WITH_DPI:
        return None
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return print_dpi(across, down)
