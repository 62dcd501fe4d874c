"""A logo as it is looked for, and as it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brandguard.model.creative import Box, Channel, Medium

Corner = tuple[float, float]
"""Across and down, in parts of the page; off 0–1 where a logo is cut off by the page's edge."""

Recolouring = Literal["none", "mono", "inverted", "other"]
"""In one colour instead of several; light where it is dark and the other way round; otherwise."""

GroundKind = Literal["flat", "gradient", "photo"]

SURE = 0.75
"""Confidence from which a logo counts as seen."""
DOUBT = 0.25
"""Confidence from which it may be there; between the two nothing is claimed."""


@dataclass(frozen=True, slots=True)
class LogoTemplate:
    """One logo file, drawn small, so that workers need no reader for it."""

    name: str
    """The logo's name in the profile."""
    source: str
    """SHA-256 of the logo's file: what was found with another one is another measurement."""
    aspect: float = 1.0
    """Width to height of the file's ink, before it was made small."""
    png: bytes = b""
    """RGBA, trimmed to the logo's ink, long side at most 400 px; empty until it was drawn."""


LogoRole = Literal["primary", "reversed", "mono", "symbol", "legacy"]
MAX_ROTATION = 1.0
"""Degrees: a third of what is plainly seen; what is drawn on purpose is turned by more."""
DISTORTION = 0.03
"""Share: under it nobody sees a stretch, and a small picture's rounding makes as much."""


@dataclass(frozen=True, slots=True)
class BrandLogo:
    """One of the brand's logo files, with what the profile says of it."""

    name: str
    path: str
    """Absolute."""
    role: LogoRole = "primary"
    """`legacy` is an old logo, or somebody else's, that must not be used."""
    clear_space: float | None = None
    """Free space around it, in heights of the logo."""
    min_width_mm: float | None = None
    min_width_px: float | None = None
    min_contrast: float | None = None
    """WCAG contrast ratio with the ground, 1–21."""
    max_rotation: float = MAX_ROTATION
    """Degrees."""
    distortion: float = DISTORTION
    """Share by which width to height may differ from the file's."""
    versions: bool = False
    """Whether another version of the same shape must be used where it is plainer on the ground."""
    set_by: tuple[tuple[str, str], ...] = ()
    """Which of the above the profile states, and under which key."""
    key: str = ""
    """Where it stands in the file: logo.images.primary."""
    line: int | None = None

    def stated(self, what: str) -> str:
        """Say where a limit comes from: «profile: KEY» or «built in»."""
        key = dict(self.set_by).get(what)
        return f"profile: {key}" if key else "built in"


@dataclass(frozen=True, slots=True)
class LogoDuty:
    """On which creatives a logo must be; by default on all."""

    media: tuple[Medium, ...] = ()
    """Empty for all."""
    channel: Channel | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class LogoSighting:
    """One place of a page where a logo of the brand was seen."""

    name: str
    """Which of the logos, by shape and then by colour."""
    confidence: float
    """0–1: see SURE and DOUBT."""
    box: Box
    corners: tuple[Corner, Corner, Corner, Corner]
    """Of the logo's ink: top left, top right, bottom right, bottom left as the logo itself is."""
    width_px: float
    """Along the logo's own base line, in pixels of the original picture."""
    height_px: float
    width_mm: float | None
    height_mm: float | None
    distortion: float
    """Width to height against the file's own: +0.08 is 8 % too wide, −0.08 8 % too narrow."""
    angle: float
    """Degrees, clockwise."""
    colour_difference: float
    """Median CIEDE2000 between the logo's ink and the file's."""
    recolouring: Recolouring
    """`none` where the colours are those of the file."""
    colour: str
    """What the larger part of the ink is coloured, as #RRGGBB."""
    wanted_colour: str
    """What it should be coloured."""
    ground: str
    """Mean colour around it, as #RRGGBB."""
    ground_kind: GroundKind
    contrast: float
    """WCAG contrast ratio of the ink with its ground, 1–21, the mean over the ink's parts."""
    clear_space: float | None
    """Free space around it up to the nearest foreign ink, in heights of the logo; it is looked for
    up to one height away. None where the ground is a photograph: there is no telling."""
    source: Literal["pixels", "vector"] = "pixels"
    """`vector` where the file itself says how the logo is placed."""
    alternatives: tuple[tuple[str, float], ...] = ()
    """The brand's other logos of the same shape, with the contrast that each would have on this
    ground; none where the ground is a photograph."""
