"""How a page looks as a picture: its traits, its perceptual hash and its thumbnail."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.colour import chroma, oklab_of_rgb
from brandguard.model.features import PictureTraits

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

    from brandguard.measures.raster import Raster
    from brandguard.model.creative import Page

SMALL_SIDE = 192
"""Long side of the reduced picture that edges and layout are measured on: the same for a 600 px and
a 6000 px version of one design, so that the figures do not depend on the export size."""

EDGE_STEP = 0.08
"""Change of OKLab lightness over two pixels of the reduced picture that counts as an edge: a grey
of 10 % ink on white paper is just too faint."""

DRAWN_COLOURS, PHOTO_COLOURS = 9.0, 300.0
"""Effective colours of flat banners and of photographs (medians of 48 drawn banners and of desktop
photographs); between them lie pages with a photograph in a layout (56)."""

DRAWN_FLAT, PHOTO_FLAT = 0.94, 0.61
"""Flat share of the same two sets."""

HASH_SIDE, HASH_KEEP = 32, 8

THUMBNAIL_SIDE, THUMBNAIL_BYTES = 360, 20_000
_QUALITIES = (80, 65, 50, 35, 20)


def picture_traits(
    page: Page, raster: Raster, small: NDArray[np.float64] | None = None
) -> PictureTraits:
    """Measure how a page looks as a picture; see PictureTraits for the units.

    `small` is `reduced_oklab(raster)` where it has been made already.
    """
    weight = colour_weights(raster)
    lab = raster.bin_oklab
    lightness = float(weight @ lab[:, 0])
    contrast = float(np.sqrt(weight @ (lab[:, 0] - lightness) ** 2))
    colours = effective_colours(weight)
    flat = flat_share(raster)
    edges = edge_strength((reduced_oklab(raster) if small is None else small)[..., 0])
    return PictureTraits(
        flat=_round(flat),
        photo=_round(_photographic(flat, colours)),
        lightness=_round(lightness),
        contrast=_round(contrast),
        chroma=_round(float(weight @ chroma(lab))),
        warmth=_round(float(weight @ lab[:, 2])),
        colours=_round(colours),
        busyness=_round(float(np.mean(np.hypot(*edges) > EDGE_STEP))),
        aspect=_round(page.width_px / max(page.height_px, 1)),
    )


def phash(raster: Raster) -> str:
    """Hash what is seen at a glance into 64 bits, as 16 hexadecimal digits.

    The sign of the lowest 8 × 8 cosine terms of the 32 × 32 grey picture against their median
    (Zauner 2010, «Implementation and Benchmarking of Perceptual Image Hash Functions»). Resized or
    recompressed versions differ in a few bits, other pictures in about 32.
    """
    from PIL import Image

    grey = Image.fromarray(raster.rgb).convert("L")
    tiny = grey.resize((HASH_SIDE, HASH_SIDE), Image.Resampling.BOX)
    basis = _cosines(HASH_SIDE)[:HASH_KEEP]
    terms = (basis @ np.asarray(tiny, dtype=float) @ basis.T).ravel()
    # An even picture has no terms but noise of the arithmetic: rounding makes them all alike.
    terms = np.round(terms, 3)
    bits = terms > np.median(terms[1:])
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"


def thumbnail(page: Page) -> str:
    """Make a JPEG of at most 20 kB with a long side of at most 360 px, base64.

    The same pixels give the same bytes: no date, no metadata, fixed encoder settings. ValueError if
    the page has no pixels.
    """
    from PIL import Image

    if page.pixels is None or page.pixels.size == 0:
        raise ValueError(f"page {page.number} has no pixels")
    image = Image.fromarray(page.pixels)
    image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    return base64.b64encode(_small_jpeg(image)).decode("ascii")


def _small_jpeg(image: Image) -> bytes:
    while True:
        for quality in _QUALITIES:
            buffer = io.BytesIO()
            image.save(buffer, "JPEG", quality=quality, subsampling="4:2:0")
            if buffer.tell() <= THUMBNAIL_BYTES:
                return buffer.getvalue()
        image = image.resize((max(image.width // 2, 1), max(image.height // 2, 1)))


def colour_weights(raster: Raster) -> NDArray[np.float64]:
    """Give the share of each colour bin, sum 1; on a wholly transparent page, of its paper."""
    area = raster.bin_area
    if not area.any():
        area = np.bincount(raster.bin_of.ravel(), minlength=len(area)).astype(float)
    return np.asarray(area / area.sum())


def effective_colours(weight: NDArray[np.float64]) -> float:
    """Count the colours that matter: exp of the entropy of their shares, 1 for a single one."""
    used = weight[weight > 0]
    return float(np.exp(-(used * np.log(used)).sum()))


def flat_share(raster: Raster) -> float:
    """Give the share of opaque pixels without local contrast, 0–1."""
    seen = raster.opaque
    if seen is None or not seen.any():
        return float(raster.flat.mean())
    return float(raster.flat[seen].mean())


def reduced(raster: Raster) -> NDArray[np.uint8]:
    """Shrink the sample by area to a long side of SMALL_SIDE, shape (h, w, 3); never enlarge it."""
    from PIL import Image

    height, width = raster.rgb.shape[:2]
    scale = min(1.0, SMALL_SIDE / max(height, width))
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    if size == (width, height):
        return raster.rgb
    return np.asarray(Image.fromarray(raster.rgb).resize(size, Image.Resampling.BOX))


def reduced_oklab(raster: Raster) -> NDArray[np.float64]:
    """Give the shrunk sample in OKLab, (h, w, 3): what edges and layout are measured on."""
    return oklab_of_rgb(reduced(raster))


def edge_strength(
    lightness: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the change of lightness across each pixel, to the right and downwards; 0 at the rim."""
    across, down = np.zeros_like(lightness), np.zeros_like(lightness)
    across[:, 1:-1] = lightness[:, 2:] - lightness[:, :-2]
    down[1:-1] = lightness[2:] - lightness[:-2]
    return across, down


def _photographic(flat: float, colours: float) -> float:
    """Say how photographic a page is: many colours and little flat ground, both at once.

    Either alone misleads: a gradient has many colours, a page of small print little flat ground.
    """
    rich = np.log(max(colours, 1.0) / DRAWN_COLOURS) / np.log(PHOTO_COLOURS / DRAWN_COLOURS)
    rough = (DRAWN_FLAT - flat) / (DRAWN_FLAT - PHOTO_FLAT)
    return float(np.sqrt(np.clip(rich, 0, 1) * np.clip(rough, 0, 1)))


def _cosines(size: int) -> NDArray[np.float64]:
    """Give the rows of the discrete cosine transform (type II), shape (size, size)."""
    places = np.arange(size)
    return np.asarray(np.cos(np.pi * (2 * places[None] + 1) * places[:, None] / (2 * size)))


def _round(value: float) -> float:
    return round(value, 5)
