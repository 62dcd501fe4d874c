"""From a picture's own colour space to sRGB: embedded profiles, CMYK, greys."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.creative import Note
from brandguard.readers import codes
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PIL.Image import Image

_SAME_LEVELS = 2
"""A profile that moves no colour by more levels than this is sRGB under another name."""
_NAME_LENGTH = 80
_WIDE = 65535.0


Converted = tuple["Image", str, tuple[Note, ...]]
"""A picture in sRGB (mode RGB), its former colour space, and what had to be assumed on the way."""


def to_srgb(image: Image, profile: bytes | None) -> Converted:
    """Convert a picture without alpha to sRGB, relative colorimetric with black-point compensation.

    A profile that cannot be used is left aside with a note (SYS017). CMYK without one is shown as
    PDFium shows it, with a note (SYS014).
    """
    image = eight_bit(image)
    notes: tuple[Note, ...] = ()
    if profile:
        try:
            return _by_profile(image, profile)
        except Exception as error:  # noqa: BLE001  a broken profile must not cost the picture
            detail = " ".join(str(error).split())[:200]
            notes = (Note(codes.PROFILE_IGNORED, {"profile": "", "detail": detail}),)
    if image.mode == "CMYK":
        return cmyk_by_table(image), "CMYK", (*notes, Note(codes.CMYK_ASSUMED))
    if image.mode == "LAB":
        return _lab_to_rgb(image), "Lab", notes
    space = "Grey" if image.mode == "L" else "sRGB"
    return _rgb(image), space, notes


def eight_bit(image: Image) -> Image:
    """Bring any of Pillow's modes to L, RGB, CMYK or LAB of 8 bits a channel."""
    from PIL import Image as Pillow

    if image.mode in {"L", "RGB", "CMYK", "LAB"}:
        return image
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "F" or image.mode.startswith("I"):
        values = np.nan_to_num(np.asarray(image).astype(np.float64), posinf=_WIDE, neginf=0.0)
        top = 1.0 if image.mode == "F" and values.max(initial=0.0) <= 1.0 else _WIDE
        return Pillow.fromarray(np.clip(values / top * 255 + 0.5, 0, 255).astype(np.uint8))
    return image.convert("RGB")


def _by_profile(image: Image, profile: bytes) -> Converted:
    name, same, transform = _transform(profile, image.mode)
    if same:
        return _rgb(image), "Grey" if image.mode == "L" else "sRGB", ()
    return transform(image), "CMYK" if image.mode == "CMYK" else name, ()


def _rgb(image: Image) -> Image:
    return image if image.mode == "RGB" else image.convert("RGB")  # convert would copy it


@lru_cache(maxsize=8)  # the frames and pages of one file share a profile
def _transform(profile: bytes, mode: str) -> tuple[str, bool, Callable[[Image], Image]]:
    """Give a profile's name, whether it is sRGB in effect, and the conversion to sRGB."""
    import io

    from PIL import Image as Pillow
    from PIL import ImageCms

    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    transform = ImageCms.buildTransform(
        source,
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )

    def convert(image: Image) -> Image:
        converted = ImageCms.applyTransform(image, transform)
        assert converted is not None  # only an in-place conversion gives none
        return converted

    name = " ".join(ImageCms.getProfileDescription(source).split())[:_NAME_LENGTH]
    same = False
    if mode in {"L", "RGB"}:
        steps = np.linspace(0, 255, 6).astype(np.uint8)
        grid: NDArray[Any] = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(36, 6, 3)
        probe = Pillow.fromarray(grid).convert(mode)
        moved = np.asarray(convert(probe)).astype(int) - np.asarray(probe.convert("RGB"))
        same = int(np.abs(moved).max()) <= _SAME_LEVELS
    return name or "ICC", same, convert


def _lab_to_rgb(image: Image) -> Image:
    from PIL import ImageCms

    converted = ImageCms.profileToProfile(
        image, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    assert converted is not None  # only an in-place conversion gives none
    return converted


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint8]:
    """Shape (9, 9, 9, 9, 3): sRGB by nine steps of cyan, magenta, yellow, black."""
    with np.load(asset_path("models", "cmyk_lut.npz")) as archive:
        return np.asarray(archive["rgb"], dtype=np.uint8)


@lru_cache(maxsize=1)
def _slices() -> tuple[Any, ...]:
    """Give the table as one three-dimensional filter for each step of black."""
    from PIL import ImageFilter

    table = _table()
    steps = len(table)
    return tuple(
        ImageFilter.Color3DLUT(
            steps,
            # Pillow wants the first channel to change fastest.
            (table[:, :, :, black].transpose(2, 1, 0, 3).reshape(-1) / 255.0).tolist(),
        )
        for black in range(steps)
    )


def cmyk_by_table(image: Image) -> Image:
    """Convert CMYK without a profile by the table that packaging/make_cmyk_lut.py makes.

    Linear in all four inks: Pillow's filter does three of them at compiled speed, and the pixels
    between two steps of black are mixed from both.
    """
    from PIL import Image as Pillow

    inks = np.asarray(image)
    flat = inks.reshape(-1, 4)
    out = np.empty((len(flat), 3), dtype=np.uint8)
    slices = _slices()
    place = flat[:, 3] * ((len(slices) - 1) / 255.0)
    lower = np.minimum(place.astype(np.intp), len(slices) - 2)
    for step in np.unique(lower):
        chosen = np.flatnonzero(lower == step)
        strip = Pillow.fromarray(np.ascontiguousarray(flat[chosen, :3])[None])
        low, high = (np.asarray(strip.filter(slices[step + more]))[0] for more in (0, 1))
        weight = (place[chosen] - step)[:, None]
        out[chosen] = np.rint(low * (1 - weight) + high * weight).astype(np.uint8)
    return Pillow.fromarray(out.reshape(*inks.shape[:2], 3))


def hex_of_inks(inks: tuple[float, float, float, float]) -> str:
    """Show a build of inks (0–1 each) as the table does, as #RRGGBB."""
    from PIL import Image as Pillow

    levels = np.rint(np.array(inks) * 255).astype(np.uint8).reshape(1, 1, 4)
    picture = cmyk_by_table(Pillow.fromarray(levels, mode="CMYK"))
    red, green, blue = (int(value) for value in np.asarray(picture)[0, 0])
    return f"#{red:02X}{green:02X}{blue:02X}"
