"""Photoshop files (PSD, PSB): the stored preview, the words of type layers, placed pictures, inks.

What a file shows is its preview, as Photoshop drew it; only a file without one is put together from
its layers, with a note. Hidden layers count for nothing. Linked files are never opened.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.creative import Creative, Note, Page, Production
from brandguard.readers import codes
from brandguard.readers.inks import to_srgb
from brandguard.readers.limits import MIB, Limits
from brandguard.readers.picture import check_pixels, print_dpi, stride_for
from brandguard.readers.psd_inks import extra_inks, laid_over
from brandguard.readers.psd_placed import placed_in, stored_apart
from brandguard.readers.psd_planes import planes_of
from brandguard.readers.psd_text import words_of
from brandguard.readers.refusal import damaged, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from brandguard.model.creative import VectorFill

MOST_PARSED = 1024 * MIB
"""Bytes that parsing may set apart, over the whole file (H5)."""
MOST_LAYERS = 10_000
"""Photoshop itself ends at 8,000."""
_HEADER = struct.Struct(">4sH6xHIIHH")
_MODES = {
    0: ("L", 1), 1: ("L", 1), 2: ("P", 1), 3: ("RGB", 3), 4: ("CMYK", 4), 7: ("", 0), 8: ("L", 1),
    9: ("LAB", 3),
}  # fmt: skip
"""Colour mode → Pillow's mode and the channels that make it; multichannel is inks alone."""
_DUOTONE, _INDEXED, _CMYK = 8, 2, 4
_MATTE_SLACK = 4
"""Levels by which rounding may darken a colour that was laid on white."""
_FIXED_POINT = 65536
_OPAQUE = 255


def read(data: bytes, _format: str, limits: Limits) -> Creative:
    """Open a Photoshop file; its one page is read at once.

    Raises UnreadableCreativeError: SYS003 for a broken file, SYS005 for one over the limits.
    """
    _check_header(data, limits)
    psd = _opened(data)
    layers = list(_visible(psd))
    page, space, notes = _page(psd, layers, limits)
    return Creative(
        format="psd",
        pages=iter((page,)),
        page_count=1,
        colour_space=space,
        notes=(*notes, *stored_apart(layers)),
    )


def _check_header(data: bytes, limits: Limits) -> None:
    """Look at the announced size before anything is parsed."""
    if len(data) < _HEADER.size:
        raise damaged("psd", "truncated")
    _, version, channels, height, width, depth, mode = _HEADER.unpack_from(data)
    if version not in {1, 2} or mode not in _MODES or depth not in {1, 8, 16, 32} or not channels:
        raise damaged("psd", "damaged", f"version {version}, mode {mode}, depth {depth}")
    if not width or not height:
        raise damaged("psd", "no_pages")
    check_pixels((width, height), limits)


def _opened(data: bytes) -> Any:  # noqa: ANN401  a PSDImage
    import logging

    from psd_tools import PSDImage
    from psd_tools.psd.parse_limits import ParseLimitError, ParseLimits

    logging.getLogger("psd_tools").setLevel(logging.CRITICAL)  # what it warns of is not the user's
    bounds = ParseLimits(max_read_bytes=MOST_PARSED, max_total_bytes=MOST_PARSED)
    try:
        return PSDImage.open(io.BytesIO(data), max_alloc_bytes=MOST_PARSED, parse_limits=bounds)
    except ParseLimitError as error:
        raise too_large("inflated", MOST_PARSED + 1, MOST_PARSED) from error
    except RecursionError as error:  # groups within groups within groups
        raise too_large("depth", MOST_LAYERS, MOST_LAYERS) from error


def _visible(psd: Any) -> Iterator[Any]:  # noqa: ANN401  as above
    """Walk the layers that are shown, lowest first, and not the groups that hold them."""
    for count, layer in enumerate(psd.descendants()):
        if count >= MOST_LAYERS:
            raise too_large("nodes", count + 1, MOST_LAYERS)
        if not layer.is_group() and layer.is_visible():
            yield layer


def _page(psd: Any, layers: list[Any], limits: Limits) -> tuple[Page, str, tuple[Note, ...]]:  # noqa: ANN401  as above
    profile = _resource(psd, "ICC_PROFILE")
    profile = profile if isinstance(profile, bytes) else None
    notes: tuple[Note, ...] = ()
    spots: tuple[VectorFill, ...] = ()
    if psd.has_preview():
        pixels, opacity, spots, space, notes = _preview(psd, profile, limits)
    else:
        pixels, opacity, space, notes = _from_layers(psd, layers, profile, limits)
    dpi = _dpi(psd)
    text, runs, fills = words_of(layers, psd.size, dpi[1], profile)
    placed, pictures = placed_in(layers, psd.size, min(dpi))
    printed = print_dpi(*dpi)
    page = Page(
        number=1,
        width_px=psd.width,
        height_px=psd.height,
        pixels=pixels,
        opacity=opacity,
        width_mm=printed and psd.width / printed[0] * 25.4,
        height_mm=printed and psd.height / printed[1] * 25.4,
        text=text,
        runs=runs,
        fills=(*fills, *spots),
        placed=placed,
        production=Production(pictures=pictures) if printed else None,
    )
    return page, space, notes


def _preview(
    psd: Any,  # noqa: ANN401  as above
    profile: bytes | None,
    limits: Limits,
) -> tuple[
    NDArray[np.uint8], NDArray[np.uint8] | None, tuple[VectorFill, ...], str, tuple[Note, ...]
]:
    """Give pixels on white, opacity, the spot inks over them, the colour space and notes."""
    from PIL import Image as Pillow
    from psd_tools.api.utils import get_transparency_index, has_transparency

    planes = planes_of(psd, limits)
    mode, count = _MODES[int(psd.color_mode)]
    inks = extra_inks(psd, planes, count)
    space, notes = "Spot", tuple[Note, ...]()
    if count:
        if len(planes) < count:
            raise damaged("psd", "damaged", f"{len(planes)} channels")
        colour = [255 - plane if psd.color_mode == _CMYK else plane for plane in planes[:count]]
        image = Pillow.merge(mode, [Pillow.fromarray(plane) for plane in colour])
        if psd.color_mode == _INDEXED:
            image.putpalette(psd._record.color_mode_data.interleave())  # noqa: SLF001  as in psd_planes
        shown, space, notes = to_srgb(image, profile)
        pixels = np.asarray(shown)
    else:
        pixels = np.full((*planes[0].shape, 3), 255, np.uint8)
    if psd.color_mode == _DUOTONE:
        space, notes = "Duotone", (*notes, Note(codes.PARTLY_READ, {"part": "duotone"}))
    at = get_transparency_index(psd) if has_transparency(psd) else -1
    opacity = planes[at] if 0 < count <= at < len(planes) else None
    if opacity is not None and int(opacity.min()) == _OPAQUE:
        opacity = None
    pixels = laid_over(_on_white(pixels, opacity), inks)
    return pixels, opacity, tuple(ink.fill() for ink in inks), space, notes


def _on_white(pixels: NDArray[np.uint8], opacity: NDArray[np.uint8] | None) -> NDArray[np.uint8]:
    """Lay pixels on white paper, unless Photoshop did so already, as it does with layers."""
    if opacity is None:
        return pixels
    bare = 255 - opacity[..., None].astype(np.int16)
    if (pixels.astype(np.int16) >= bare - _MATTE_SLACK).all():
        return pixels
    alpha = opacity[..., None].astype(np.float32) / 255
    return np.rint(pixels * alpha + 255 * (1 - alpha)).astype(np.uint8)


def _from_layers(
    psd: Any,  # noqa: ANN401  as above
    layers: list[Any],
    profile: bytes | None,
    limits: Limits,
) -> tuple[NDArray[np.uint8], NDArray[np.uint8] | None, str, tuple[Note, ...]]:
    """Lay the layers on each other, plainly: without effects, masks and blending modes."""
    from PIL import Image as Pillow
    from PIL.Image import Resampling

    stride = stride_for(psd.size, limits)
    size = (max(1, psd.width // stride), max(1, psd.height // stride))
    sheet = Pillow.new("RGBA", size)
    drawn, space = 0, "sRGB"
    for layer in layers:
        image = layer.topil(apply_icc=False)
        if image is None:
            continue
        small = (max(1, image.width // stride), max(1, image.height // stride))
        image = image.resize(small, Resampling.NEAREST)
        alpha = image.getchannel("A") if image.mode.endswith("A") else Pillow.new("L", small, 255)
        plain = image.convert(image.mode[:-1]) if image.mode.endswith("A") else image
        shown, space, _ = to_srgb(plain, profile)
        shown.putalpha(alpha.point([round(i * layer.opacity / 255) for i in range(256)]))
        sheet.alpha_composite(_cropped(shown, sheet.size, layer, stride), (0, 0))
        drawn += 1
    if not drawn:
        raise damaged("psd", "no_pages")
    opacity: NDArray[np.uint8] | None = np.asarray(sheet.getchannel("A"))
    if opacity is not None and int(opacity.min()) == _OPAQUE:
        opacity = None
    paper = Pillow.new("RGB", size, "white")
    paper.paste(sheet.convert("RGB"), mask=sheet.getchannel("A"))
    note = Note(codes.PARTLY_READ, {"part": "no_preview"})
    return np.asarray(paper), opacity, space, (note,)


def _cropped(image: Any, size: tuple[int, int], layer: Any, stride: int) -> Any:  # noqa: ANN401  a Pillow image
    """Put a layer's picture in its place on a sheet; it may stick out on every side."""
    from PIL import Image as Pillow

    sheet = Pillow.new("RGBA", size)
    sheet.paste(image, (layer.left // stride, layer.top // stride))
    return sheet


def _resource(psd: Any, name: str) -> Any:  # noqa: ANN401  as psd-tools gives it
    from psd_tools.constants import Resource

    return psd.image_resources.get_data(Resource[name])


def _dpi(psd: Any) -> tuple[float, float]:  # noqa: ANN401  as above
    """Give pixels an inch, whatever unit Photoshop shows them in; 72 where the file is silent."""
    info = _resource(psd, "RESOLUTION_INFO")
    try:
        across, down = info.horizontal / _FIXED_POINT, info.vertical / _FIXED_POINT
    except AttributeError:
        return 72.0, 72.0
    return (across, down) if across > 0 and down > 0 else (72.0, 72.0)
