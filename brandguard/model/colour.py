"""The one home of colour arithmetic: sRGB, OKLab, CIELAB, CIEDE2000, WCAG contrast.

Arrays hold colours along their last axis, any shape before it. RGB runs 0–255, linear light 0–1.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import ArrayLike, NDArray

Value = TypeVar("Value")

NEUTRAL_CHROMA = 0.03
"""OKLab chroma under which a colour reads as a grey, black or white (judgement: #E9E4E0 is 0.007,
a beige of 0.03 is the first that people name as a colour)."""

_HEX = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")

# CSS Color Module Level 4, section 18 «sample code»: sRGB to XYZ (D65) and XYZ to OKLab's cones.
_RGB_TO_XYZ = np.array([
    [506752 / 1228815, 87881 / 245763, 12673 / 70218],
    [87098 / 409605, 175762 / 245763, 12673 / 175545],
    [7918 / 409605, 87881 / 737289, 1001167 / 1053270],
])  # fmt: skip
_XYZ_TO_LMS = np.array([
    [0.8190224379967030, 0.3619062600528904, -0.1288737815209879],
    [0.0329836539323885, 0.9292868615863434, 0.0361446663506424],
    [0.0481771893596242, 0.2642395317527308, 0.6335478284694309],
])  # fmt: skip
_LMS_TO_OKLAB = np.array([
    [0.2104542683093140, 0.7936177747023054, -0.0040720430116193],
    [1.9779985324311684, -2.4285922420485799, 0.4505937096174110],
    [0.0259040424655478, 0.7827717124575296, -0.8086757549230774],
])  # fmt: skip
_RGB_TO_LMS = _XYZ_TO_LMS @ _RGB_TO_XYZ
_LMS_TO_RGB = np.linalg.inv(_RGB_TO_LMS)
_OKLAB_TO_LMS = np.linalg.inv(_LMS_TO_OKLAB)
_WHITE = _RGB_TO_XYZ.sum(axis=1)


def rgb_of_hex(colour: str) -> tuple[int, int, int]:
    """Read #RRGGBB or #RGB, with or without the #; ValueError for anything else."""
    match = _HEX.fullmatch(colour.strip())
    if match is None:
        raise ValueError(f"not a colour: {colour!r} (wanted: #RRGGBB)")
    digits = match[1]
    if len(digits) == 3:  # noqa: PLR2004  the short form of CSS
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def hex_of_rgb(rgb: ArrayLike) -> str:
    """Write three numbers of 0–255 as #RRGGBB, rounded and held within the gamut."""
    red, green, blue = (int(v) for v in np.clip(np.rint(np.asarray(rgb, dtype=float)), 0, 255))
    return f"#{red:02X}{green:02X}{blue:02X}"


def linear_of_rgb(rgb: ArrayLike) -> NDArray[np.float64]:
    """Undo sRGB's transfer curve (IEC 61966-2-1): 0–255 to linear light 0–1."""
    values = np.asarray(rgb)
    if values.dtype == np.uint8:
        return np.asarray(_LINEAR[values])
    unit = np.asarray(values, dtype=np.float64) / 255.0
    curved = ((np.maximum(unit, 0.0) + 0.055) / 1.055) ** 2.4
    return np.where(unit <= 0.04045, unit / 12.92, curved)  # noqa: PLR2004  the standard's knee


def rgb_of_linear(linear: ArrayLike) -> NDArray[np.float64]:
    """Apply sRGB's transfer curve: linear light to 0–255, clipped to the gamut, not rounded."""
    light = np.clip(np.asarray(linear, dtype=np.float64), 0.0, 1.0)
    curved = 1.055 * light ** (1 / 2.4) - 0.055
    return 255.0 * np.where(light <= 0.0031308, light * 12.92, curved)  # noqa: PLR2004  as above


_LINEAR = linear_of_rgb(np.arange(256, dtype=np.float64))


def oklab_of_rgb(rgb: ArrayLike) -> NDArray[np.float64]:
    """Convert 0–255 to OKLab (Ottosson 2020, with the matrices of CSS Color 4): L 0–1, a, b."""
    cones = linear_of_rgb(rgb) @ _RGB_TO_LMS.T
    return np.asarray(np.cbrt(cones) @ _LMS_TO_OKLAB.T)


def rgb_of_oklab(oklab: ArrayLike) -> NDArray[np.float64]:
    """Convert OKLab to 0–255, clipped to the sRGB gamut, not rounded."""
    cones = (np.asarray(oklab, dtype=np.float64) @ _OKLAB_TO_LMS.T) ** 3
    return rgb_of_linear(cones @ _LMS_TO_RGB.T)


def lab_of_rgb(rgb: ArrayLike) -> NDArray[np.float64]:
    """Convert 0–255 to CIELAB under D65: L 0–100, a, b."""
    ratio = (linear_of_rgb(rgb) @ _RGB_TO_XYZ.T) / _WHITE
    small = ratio <= 216 / 24389
    f = np.where(small, (24389 / 27 * ratio + 16) / 116, np.cbrt(ratio))
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def chroma(oklab: ArrayLike) -> NDArray[np.float64]:
    """Distance from the grey axis, 0–0.33 within sRGB."""
    values = np.asarray(oklab, dtype=np.float64)
    return np.hypot(values[..., 1], values[..., 2])


def hue(oklab: ArrayLike) -> NDArray[np.float64]:
    """Hue angle in degrees, 0–360; meaningless (0) for a pure grey."""
    values = np.asarray(oklab, dtype=np.float64)
    return np.degrees(np.arctan2(values[..., 2], values[..., 1])) % 360


def hue_difference(first: ArrayLike, second: ArrayLike) -> NDArray[np.float64]:
    """Angle between two hues given in degrees, 0–180."""
    turn = np.abs(np.asarray(first, dtype=np.float64) - np.asarray(second, dtype=np.float64)) % 360
    return np.asarray(np.minimum(turn, 360 - turn))


def ciede2000(first: ArrayLike, second: ArrayLike) -> NDArray[np.float64]:
    """Colour difference of CIELAB colours, broadcast against each other; about 2 is just seen.

    After Sharma, Wu, Dalal, «The CIEDE2000 Color-Difference Formula: Implementation Notes…»,
    Color Research and Application 30 (2005), with kL = kC = kH = 1.
    """
    one, two = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    mean_chroma7 = _pow7(
        (np.hypot(one[..., 1], one[..., 2]) + np.hypot(two[..., 1], two[..., 2])) / 2
    )
    stretch = 1.5 - 0.5 * np.sqrt(mean_chroma7 / (mean_chroma7 + 25.0**7))
    chroma1, hue1 = _polar(one[..., 1] * stretch, one[..., 2])
    chroma2, hue2 = _polar(two[..., 1] * stretch, two[..., 2])
    grey = chroma1 * chroma2 == 0
    turn = hue2 - hue1
    turn = np.where(grey, 0.0, turn - 360 * (turn > 180) + 360 * (turn < -180))  # noqa: PLR2004  half a circle
    hue_sum = hue1 + hue2
    around = np.where(hue_sum < 360, (hue_sum + 360) / 2, (hue_sum - 360) / 2)  # noqa: PLR2004  as above
    mean_hue = np.where(np.abs(hue1 - hue2) <= 180, hue_sum / 2, around)  # noqa: PLR2004  as above
    mean_hue = np.where(grey, hue_sum, mean_hue)
    d_hue = 2 * np.sqrt(chroma1 * chroma2) * np.sin(np.radians(turn / 2))
    mean_chroma = (chroma1 + chroma2) / 2
    lift = ((one[..., 0] + two[..., 0]) / 2 - 50) ** 2
    light = (two[..., 0] - one[..., 0]) / (1 + 0.015 * lift / np.sqrt(20 + lift))
    colour = (chroma2 - chroma1) / (1 + 0.045 * mean_chroma)
    tone = d_hue / (1 + 0.015 * mean_chroma * _hue_weight(mean_hue))
    bow = _blue_rotation(mean_hue, mean_chroma) * colour * tone
    return np.asarray(np.sqrt(np.maximum(light**2 + colour**2 + tone**2 + bow, 0.0)))


def _pow7(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(values**7)


def _polar(a: NDArray[Any], b: NDArray[Any]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360


def _hue_weight(hue_angle: NDArray[np.float64]) -> NDArray[np.float64]:
    terms = ((-0.17, 1, -30.0), (0.24, 2, 0.0), (0.32, 3, 6.0), (-0.20, 4, -63.0))
    weight = np.ones_like(hue_angle)
    for factor, times, shift in terms:
        weight += factor * np.cos(np.radians(times * hue_angle + shift))
    return weight


def _blue_rotation(
    hue_angle: NDArray[np.float64], mean_chroma: NDArray[np.float64]
) -> NDArray[np.float64]:
    chroma7 = _pow7(mean_chroma)
    angle = 60 * np.exp(-(((hue_angle - 275) / 25) ** 2))
    rotation = -2 * np.sqrt(chroma7 / (chroma7 + 25.0**7)) * np.sin(np.radians(angle))
    return np.asarray(rotation)


DIGITS = 9
"""Of a difference: then a pair comes out the same whether alone or computed among many, in which
the last bits may be rounded otherwise."""


def differences(first: Sequence[str], second: Sequence[str]) -> NDArray[np.float64]:
    """CIEDE2000 of each of the first colours (#RRGGBB, down) to each of the second (across)."""
    _labs.learn((*first, *second))
    one, two = (np.array([_labs[code] for code in side]).reshape(-1, 3) for side in (first, second))
    return np.round(ciede2000(one[:, None, :], two[None, :, :]), DIGITS)


class Learned(dict[str, Value]):
    """What was computed of colours (#RRGGBB), many at a time; after MOST it begins anew.

    `compute` takes rows of 0–255, two alike for each colour (n, 2, 3), and gives n results. How
    products of matrices round their last bits depends on the number of rows, and CIEDE2000 jumps
    where two hues are opposite: so each colour is multiplied in the same shape, alone or not.
    """

    MOST = 10_000

    def __init__(self, compute: Callable[[NDArray[np.float64]], Sequence[Value]]) -> None:
        super().__init__()
        self._compute = compute

    def learn(self, codes: Iterable[str]) -> None:
        """Compute those that are not known yet, together."""
        asked = dict.fromkeys(codes)
        if len(self) > self.MOST:
            self.clear()
        fresh = [code for code in asked if code not in self]
        if fresh:
            rgb = np.array([rgb_of_hex(code) for code in fresh], dtype=np.float64)
            self.update(zip(fresh, self._compute(rgb[:, None].repeat(2, axis=1)), strict=True))

    def __missing__(self, code: str) -> Value:
        """Compute one that was not announced."""
        self.learn((code,))
        return self[code]


_labs = Learned(lambda rgb: list(lab_of_rgb(rgb)[:, 0]))
_chromas = Learned[float](lambda rgb: chroma(oklab_of_rgb(rgb))[:, 0].tolist())


@lru_cache(maxsize=4096)
def delta_e(first: str, second: str) -> float:
    """CIEDE2000 between two colours written as #RRGGBB."""
    return float(differences((first,), (second,))[0, 0])


def chroma_of_hex(colour: str) -> float:
    """OKLab chroma of #RRGGBB."""
    return _chromas[colour]


def learn_chromas(colours: Iterable[str]) -> None:
    """Compute what `chroma_of_hex` will be asked for, together."""
    _chromas.learn(colours)


def is_neutral(colour: str) -> bool:
    """Whether #RRGGBB reads as a grey, black or white."""
    return chroma_of_hex(colour) < NEUTRAL_CHROMA


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0–1 (WCAG 2.2)."""
    red, green, blue = linear_of_rgb(np.array(rgb_of_hex(colour), dtype=np.float64))
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast_ratio(first: str, second: str) -> float:
    """Contrast of two colours as WCAG 2.2 defines it: 1 (none) to 21 (black on white)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
