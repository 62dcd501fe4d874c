"""Films (MP4, QuickTime, WebM): the frames that differ plainly, through the FFmpeg within OpenCV.

The decoder gets bytes, never a name: it has no path to resolve another one against, it may open no
address and no file (its list of protocols is empty), and it may try only the containers that were
told by their first bytes. A playlist or a list of files is text, and is refused before. Sound is
not listened to.
"""

from __future__ import annotations

import io
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.creative import Creative, Note, Page
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes
from brandguard.readers.keyframes import KeyFrames, sketch
from brandguard.readers.picture import check_pixels, thin_pixels
from brandguard.readers.refusal import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from brandguard.readers.limits import Limits

_CONTAINERS = {"mp4": "mov", "mov": "mov", "webm": "matroska"}
"""Format → the name of FFmpeg's only demultiplexer that may try it."""
_OPTIONS = "OPENCV_FFMPEG_CAPTURE_OPTIONS"
_LOOKS_A_SECOND = 4
"""Frames that are compared of each second; the others are decoded and forgotten."""
_DARK = 24
"""Levels under which every cell of a black frame stays: films fade in from it."""
_MOST_FRAMES = 10_000_000
"""A count in a header beyond this is a lie."""


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Open a film; its frames are looked at once, at once.

    Raises UnreadableCreativeError: SYS003 for a broken film, SYS004 for a codec that is not there,
    SYS005 for frames over the limits.
    """
    with _closed_in(format_, limits):
        film = _opened(data, format_)  # never released by hand: cv2 would let go of our bytes
        frames, looked_at, announced, rate = _key_frames(film, format_, limits)  # without the GIL
        del film
    pages = (
        Page(number, width, height, pixels=pixels)
        for number, (pixels, (width, height)) in enumerate(frames, 1)
    )
    return Creative(
        format=format_,
        pages=pages,
        page_count=len(frames),
        colour_space="sRGB",
        notes=_notes(looked_at, announced, rate, len(frames)),
    )


@contextmanager
def _closed_in(format_: str, limits: Limits) -> Iterator[None]:
    """Hold FFmpeg to one container, no protocol, one thread and bounded frames, and to silence."""
    import cv2

    before = os.environ.get(_OPTIONS)
    level = cv2.utils.logging.getLogLevel()
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    os.environ["OPENCV_FFMPEG_LOGLEVEL"] = "-8"  # AV_LOG_QUIET
    options = {
        "protocol_whitelist": "none",
        "format_whitelist": _CONTAINERS[format_],
        "max_pixels": str(limits.max_pixels),
        "threads": "1",
    }
    os.environ[_OPTIONS] = "|".join(f"{key};{value}" for key, value in options.items())
    try:
        yield
    finally:
        cv2.utils.logging.setLogLevel(level)
        if before is None:
            os.environ.pop(_OPTIONS, None)
        else:
            os.environ[_OPTIONS] = before


class _Bytes(io.BufferedIOBase):
    """A film's bytes as OpenCV wants to be handed them."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def read(self, size: int | None = -1) -> bytes:
        return self._data.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._data.seek(offset, whence)


def _opened(data: bytes, format_: str) -> Any:  # noqa: ANN401  cv2 has no types
    import cv2

    film = cv2.VideoCapture()
    if not film.open(_Bytes(data), cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1]):
        if any(mark in data for mark in (b"av01", b"V_AV1")):
            note = Note(codes.UNSUPPORTED, {"format": "AV1", "suffix": "", "cure": "export_film"})
            raise UnreadableCreativeError(note)
        raise damaged(format_, "damaged")
    return film


_Frame = tuple["NDArray[np.uint8]", tuple[int, int]]


def _key_frames(
    film: Any,  # noqa: ANN401  as above
    format_: str,
    limits: Limits,
) -> tuple[tuple[_Frame, ...], int, int, float]:
    """Give the frames that are kept, how many were looked at, how many are announced, the rate."""
    import cv2

    size = int(film.get(cv2.CAP_PROP_FRAME_WIDTH)), int(film.get(cv2.CAP_PROP_FRAME_HEIGHT))
    if min(size) <= 0:
        raise damaged(format_, "no_pages")
    check_pixels(size, limits)
    rate = film.get(cv2.CAP_PROP_FPS)
    rate = rate if 0 < rate <= 1000 else 25.0  # noqa: PLR2004  frames a second
    announced = film.get(cv2.CAP_PROP_FRAME_COUNT)
    announced = int(announced) if 0 < announced < _MOST_FRAMES else 0
    most = int(min(limits.film_frames, limits.film_pixels / (size[0] * size[1])))
    every = max(1, round(rate / _LOOKS_A_SECOND))
    kept: KeyFrames[_Frame] = KeyFrames(limits.film_pages, settled=True)
    dark: _Frame | None = None
    looked_at = 0
    while looked_at < most and film.grab():
        looked_at += 1
        if (looked_at - 1) % every and looked_at != announced:
            continue
        frame = _decoded(film, limits)
        if frame is None:
            continue
        seen = sketch(frame[0])
        if int(seen.max()) < _DARK:
            dark = dark or frame
            continue
        kept.add(seen, frame)
    frames = kept.frames() or ((dark,) if dark else ())
    if not frames:
        raise damaged(format_, "truncated" if announced else "no_pages")
    return frames, looked_at, max(announced, looked_at), rate


def _decoded(film: Any, limits: Limits) -> _Frame | None:  # noqa: ANN401  as above
    good, pixels = film.retrieve()
    if not good or pixels is None or pixels.ndim != 3:  # noqa: PLR2004  height, width, colours
        return None
    height, width = pixels.shape[:2]
    check_pixels((width, height), limits)
    return np.ascontiguousarray(thin_pixels(pixels, limits)[..., ::-1]), (width, height)


def _notes(looked_at: int, announced: int, rate: float, shown: int) -> tuple[Note, ...]:
    told: dict[str, str | float | int | bool | None] = {
        "kind": "film",
        "frames": announced,
        "seconds": round(announced / rate, 1) or None,
        "pages": shown,
    }
    notes = [Note(codes.MOVING, told)]
    if looked_at < announced:
        note = Note(codes.PAGES_LEFT_OUT, {"what": "frames", "pages": announced, "read": looked_at})
        notes.append(note)
    return tuple(notes)
