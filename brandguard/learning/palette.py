"""The brand's colours from approved creatives: what they share, and how much of it they show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.colour import oklab_of_rgb, rgb_of_hex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.features import Features

JOIN = 0.045
"""OKLab distance within which two creatives' colours are one brand colour: the suppression radius
of the palette measure."""
LEAST_SHARE = 0.01
"""A colour on less of a page than this is no brand colour yet."""
LEAST_PRESENCE = 0.25
"""A brand colour stands on at least this part of the approved creatives…"""
LEAST_COUNT = 2
"""…and on at least so many of them (on one where there is only one)."""
MAX_COLOURS = 12
SPREAD = (0.05, 0.95)
"""The quantiles of the observed shares that make the learned range."""
HUES = (
    (12, "pink"), (45, "red"), (80, "orange"), (120, "yellow"), (168, "green"), (210, "teal"),
    (285, "blue"), (315, "violet"), (345, "magenta"), (360, "pink"),
)  # fmt: skip
"""Upper hue angles in OKLab, degrees: judgement, by looking at the hue circle."""
GREY_CHROMA = 0.03


@dataclass(frozen=True, slots=True)
class LearnedColour:
    """One colour that approved creatives share."""

    name: str
    hex: str
    share: tuple[float, float]
    presence: float
    """0–1 of the approved creatives."""


def learn_palette(examples: Sequence[Features]) -> tuple[LearnedColour, ...]:
    """Find the colours that come back on approved creatives, the most present first."""
    per_creative = [_colours_of(f) for f in examples]
    pictured = [c for c in per_creative if c]
    if not pictured:
        return ()
    groups = _grouped(pictured)
    least = max(min(LEAST_COUNT, len(pictured)), LEAST_PRESENCE * len(pictured))
    kept = [g for g in groups if len(g) >= least]
    kept.sort(key=lambda g: (-len(g), -float(np.mean([share for _, share in g.values()]))))
    colours: list[LearnedColour] = []
    for group in kept[:MAX_COLOURS]:
        hexes = sorted(((share, code) for code, share in group.values()), reverse=True)
        shares = [share for _, share in group.values()]
        low, high = (float(np.quantile(shares, q)) for q in SPREAD)
        name = _name(hexes[0][1], {c.name for c in colours})
        presence = len(group) / len(pictured)
        range_ = (max(0.0, round(low - 0.01, 3)), min(1.0, round(high + 0.01, 3)))
        colours.append(LearnedColour(name, _central(group), range_, presence))
    return tuple(colours)


Group = dict[int, tuple[str, float]]
"""By creative: the colour as it has it, and its share there."""


def _colours_of(features: Features) -> list[tuple[str, float]]:
    """Give the colours of a creative outside photographs with their mean share over its pages."""
    shares: dict[str, float] = {}
    pages = [p for p in features.pages if p.palette]
    for page in pages:
        for swatch in page.palette or ():
            if not swatch.photo:
                shares[swatch.hex] = shares.get(swatch.hex, 0.0) + swatch.share / len(pages)
    return [(code, share) for code, share in shares.items() if share >= LEAST_SHARE]


def _grouped(creatives: Sequence[Sequence[tuple[str, float]]]) -> list[Group]:
    """Join like colours over creatives, the largest shares first; a creative is once in a group."""
    rows = sorted(
        ((share, code, i) for i, colours in enumerate(creatives) for code, share in colours),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    labs = oklab_of_rgb(np.array([rgb_of_hex(code) for _, code, _ in rows], dtype=float))
    centres: list[np.ndarray] = []
    groups: list[Group] = []
    for (share, code, i), lab in zip(rows, labs, strict=True):
        distances = [float(np.linalg.norm(lab - centre)) for centre in centres]
        at = int(np.argmin(distances)) if distances else -1
        if at < 0 or distances[at] > JOIN:
            centres.append(lab)
            groups.append({i: (code, share)})
        elif i in groups[at]:
            groups[at][i] = (groups[at][i][0], groups[at][i][1] + share)
        else:
            groups[at][i] = (code, share)
    return groups


def _central(group: Group) -> str:
    """Give the group's own colour that lies nearest to all others, weighed by share."""
    codes = sorted({code for code, _ in group.values()})
    labs = oklab_of_rgb(np.array([rgb_of_hex(c) for c in codes], dtype=float))
    weight = np.array([sum(s for c, s in group.values() if c == code) for code in codes])
    gaps = np.linalg.norm(labs[:, None] - labs[None], axis=-1) @ weight
    return codes[int(np.argmin(gaps))]


def _name(code: str, taken: set[str]) -> str:
    """Name a colour as people do: dark blue, light grey, red; numbered where the name is taken."""
    lightness, a, b = (float(v) for v in oklab_of_rgb(np.array(rgb_of_hex(code), dtype=float)))
    if np.hypot(a, b) < GREY_CHROMA:
        base = "white" if lightness > 0.97 else "black" if lightness < 0.25 else "grey"  # noqa: PLR2004  ends of the scale
    else:
        hue = float(np.degrees(np.arctan2(b, a)) % 360)
        base = next(name for limit, name in HUES if hue <= limit)
    tone = "dark-" if lightness < 0.4 else "light-" if lightness > 0.8 else ""  # noqa: PLR2004  thirds of the scale
    name = base if base in {"white", "black"} else tone + base
    number = 2
    while name in taken:
        name = f"{name.rstrip('0123456789').rstrip('-')}-{number}"
        number += 1
    return name
