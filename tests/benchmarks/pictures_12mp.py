"""Four kinds of 4000 × 3000 JPEGs: grain all over, a landscape, flat graphics, all mixed."""

from __future__ import annotations

import io

import numpy as np
from benchmarks.palette_set import photo_12mp, synthetic_photo
from PIL import Image, ImageDraw, ImageFont

SIZE = (4000, 3000)


def pictures(seed: int = 9) -> dict[str, bytes]:
    """Draw all four, by name."""
    rng = np.random.default_rng(seed)
    flat = _graphics()
    mixed = flat.copy()
    inset = synthetic_photo(1100, 650, rng).resize((2200, 1300), Image.Resampling.BICUBIC)
    mixed.paste(inset, (200, 400))
    _write(ImageDraw.Draw(mixed))
    return {
        "grain": photo_12mp(),
        "landscape": _jpeg(_landscape(rng)),
        "flat": _jpeg(flat),
        "mixed": _jpeg(mixed),
    }


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


def _landscape(rng: np.random.Generator) -> Image.Image:
    """Draw a sky that is a gradient over ground that is restless, with fine grain."""
    down = np.linspace(0, 1, SIZE[1])[:, None, None]
    sky = np.array([90, 150, 220]) * (1 - down) + np.array([230, 225, 210]) * down
    pixels = np.repeat(sky, SIZE[0], axis=1)
    ground = synthetic_photo(2000, 700, rng).resize((SIZE[0], 1400), Image.Resampling.BICUBIC)
    pixels[1600:] = np.asarray(ground) * 0.6 + np.array([20, 50, 10])
    pixels += rng.normal(0, 3, (SIZE[1], SIZE[0], 1))
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _graphics() -> Image.Image:
    picture = Image.new("RGB", SIZE, "#F3EDE0")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 2300, *SIZE), fill="#12355B")
    draw.ellipse((2600, 200, 3700, 1300), fill="#E4572E")
    draw.rectangle((200, 1900, 900, 2100), fill="#2E933C")
    return picture


def _write(draw: ImageDraw.ImageDraw) -> None:
    small, large = ImageFont.load_default(90), ImageFont.load_default(220)
    for line in range(6):
        words = "Saldi d'estate, fino al 50 % su tutta la linea casa"
        draw.text((250, 1750 + 90 * line), words, "#222222", small)
    draw.text((250, 2450), "Offerta valida fino al 30 giugno", "white", large)
