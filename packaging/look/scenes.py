"""Colours and photograph-like scenes for the pseudo-brands."""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from numpy.random import Generator

RGB = tuple[int, int, int]


def hsv(hue: float, saturation: float, value: float) -> RGB:
    """Turn hue (in turns), saturation and value, 0–1, into RGB."""
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def mix(first: RGB, second: RGB, part: float) -> RGB:
    """Go a part of the way from the first colour to the second."""
    a, b, c = (round(x + (y - x) * part) for x, y in zip(first, second, strict=True))
    return a, b, c


def photo(size: tuple[int, int], tone: tuple[RGB, RGB], rng: Generator) -> Image.Image:
    """Make something that measures like a photograph: 1/f noise, a horizon, out-of-focus lights."""
    width, height = size
    fy, fx = np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)[None, :]
    power = np.hypot(fy * height / max(size), fx * width / max(size)) + 1 / max(size)
    layers = []
    for slope in (rng.uniform(1.1, 1.7), 1.8, 1.8):
        noise = np.fft.ifft2(np.fft.fft2(rng.normal(size=(height, width))) / power**slope).real
        layers.append((noise - noise.mean()) / (noise.std() + 1e-9))
    light = layers[0] * rng.uniform(0.12, 0.25) + 0.5
    row = np.linspace(0, 1, height)[:, None]
    horizon = rng.uniform(0.3, 0.9) + 0.05 * layers[1][height // 2][None, :]
    light += np.where(row < horizon, rng.uniform(0.1, 0.35), -rng.uniform(0, 0.3))
    low, high = (np.array(t, dtype=float) for t in tone)
    part = np.clip(light, 0, 1)[..., None]
    rgb = low * (1 - part) + high * part
    rgb += np.stack([layers[1] * 9, layers[2] * 6, -layers[1] * 9], axis=-1) * rng.uniform(0.4, 1.6)
    image = Image.fromarray(np.clip(rgb, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(0, 12))):
        x, y, r = rng.random() * width, rng.random() * height, rng.uniform(0.02, 0.15) * max(size)
        spot = mix(
            image.getpixel((int(x), int(y))), hsv(rng.random(), 0.5, 0.9), rng.uniform(0.2, 0.7)
        )
        pen.ellipse((x - r, y - r, x + r, y + r), fill=spot)
    image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 2.5)))
    grain = rng.normal(scale=rng.uniform(1, 6), size=(height, width, 1))
    return Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))
