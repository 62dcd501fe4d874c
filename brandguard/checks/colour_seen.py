"""The colours of a page beside those of the brand: what the COL rules have in common."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.colour import (
    chroma_of_hex,
    delta_e,
    hue,
    hue_difference,
    is_neutral,
    oklab_of_rgb,
    rgb_of_hex,
)
from brandguard.model.features import Swatch
from brandguard.model.profile import BrandColour
from brandguard.model.report import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from brandguard.model.creative import Source
    from brandguard.model.features import Features, PageFeatures
    from brandguard.model.profile import ForbiddenColour, Profile

LEAST_SHARE = 0.01
"""Share of a page under which a colour in pixels is no finding: an emoji, a partner's logo."""
LEAST_SHARE_EXACT = 0.003
"""The same for a colour that the file itself names: it is certain, however small."""

INK_SLACK = 3.0
"""ΔE00 that colours given in inks may be farther off: the profile names sRGB, and how a build looks
on screen depends on the conversion. Official builds of brand colours come out 2 to 6 away; where
the profile's tolerance does not cover that, only the builds themselves could tell. Judgement."""

PIXEL_SLACK = 2.0
"""ΔE00 that pixels may be farther off than named colours: JPEG, rendering and profiles shift planes
by up to 1 (tests/benchmarks), screenshots and resampling by more."""

NEAR = 2.0
NEAR_AT_LEAST = 10.0
"""A saturated colour of a brand colour's hue, and no farther from it than NEAR × the limit, or than
this ΔE00 where the limit is strict, was meant to be it."""
SATURATED = 0.045
"""OKLab chroma from which a colour is plainly a colour: a hue angle then means something."""
SAME_HUE = 25.0
"""Degrees in OKLab within which two colours have the same name for most people."""

MIXED = 9.0
"""Distance (0–255, Euclidean) from the straight line between two colours of the page within which a
colour is taken for a step of their gradient."""
MIXED_AT_EDGES = 36.0
"""The same for a colour that lies mostly at edges: what JPEG with halved colour makes of thin type,
whose lightness stays and whose colour fades."""
PLANE, LEAST_PLANE = 0.5, 0.1
"""Flat part of a colour that lies in planes, and of one that lies at edges alone."""

WAY = 24.0
STEPS = 4
STEP_APART = 0.15
"""A gradient from a brand colour that the page shows towards another one: so many colours of the
page, none farther than this from the one before, within WAY (0–255, Euclidean) of the straight way.
Blends in other spaces bend away from it (one in OKLab from a vivid green to navy by 7), glows more:
judgement."""

TINT = 0.25
"""White from which a lighter brand colour is a tint, as 75 % of it in print; under that it is the
colour itself, or nearly."""

PLAUSIBLE = 20.0
"""ΔE00 up to which the nearest brand colour is what was meant; to tell somebody to put charcoal for
violet is no help. Judgement."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A swatch beside the brand colour that is nearest to it."""

    swatch: Swatch
    page: int
    nearest: BrandColour
    delta_e: float
    inks: bool = False
    """Whether the file gives the colour in inks."""

    @property
    def limit(self) -> float:
        """ΔE00 up to which it counts as its nearest brand colour."""
        return limit_of(self.nearest.tolerance, self.swatch, inks=self.inks)

    @property
    def on_palette(self) -> bool:
        """Whether it counts as its nearest brand colour."""
        return self.delta_e <= self.limit


def limit_of(tolerance: float, swatch: Swatch, *, inks: bool = False) -> float:
    """Give the ΔE00 up to which a swatch is a colour: pixels and inks get more than names."""
    slack = (0.0 if swatch.exact else PIXEL_SLACK) + (INK_SLACK if inks else 0.0)
    return tolerance + slack


def _in_inks(swatch: Swatch, page: PageFeatures, features: Features) -> bool:
    """Whether the file gives a colour in inks: a CMYK picture, or a build that looks like this."""
    if features.colour_space == "CMYK":
        return True
    return swatch.exact and any(
        fill.hex == swatch.hex and (fill.cmyk is not None or fill.spot is not None)
        for fill in page.fills
    )


def nearest(code: str, profile: Profile) -> tuple[BrandColour, float] | None:
    """Give the brand colour nearest to a colour, and how far it is; None for a brand without."""
    if not profile.colours:
        return None
    colour = min(profile.colours, key=lambda c: delta_e(code, c.hex))
    return colour, delta_e(code, colour.hex)


def seen_colours(features: Features, profile: Profile) -> tuple[tuple[Seen, ...], ...]:
    """List each page's swatches beside the brand's colours, photographs included."""
    pages = []
    for page in features.pages:
        near = [(swatch, nearest(swatch.hex, profile)) for swatch in page.palette or ()]
        pages.append(
            tuple(
                Seen(s, page.number, *n, inks=_in_inks(s, page, features))
                for s, n in near
                if n is not None
            )
        )
    return tuple(pages)


def _large_enough(swatch: Swatch) -> bool:
    return swatch.share >= (LEAST_SHARE_EXACT if swatch.exact else LEAST_SHARE)


def forbidden_match(swatch: Swatch, profile: Profile) -> tuple[ForbiddenColour, float] | None:
    """Give the forbidden colour that a swatch is; None where a brand colour is as near to it."""
    if swatch.photo or not _large_enough(swatch) or not profile.forbidden_colours:
        return None
    colour = min(profile.forbidden_colours, key=lambda c: delta_e(swatch.hex, c.hex))
    difference = delta_e(swatch.hex, colour.hex)
    near = nearest(swatch.hex, profile)
    if difference > colour.tolerance or (near is not None and near[1] <= difference):
        return None
    return colour, difference


def strays_of(features: Features, profile: Profile) -> tuple[Seen, ...]:
    """Find the swatches that belong to no colour of the brand, largest first."""
    asked, by, known = _latest[0]
    if asked is not features or by is not profile:
        known = _strays_of(features, profile)
        _latest[0] = (features, profile, known)
    return known


_latest: list[tuple[Features | None, Profile | None, tuple[Seen, ...]]] = [(None, None, ())]
"""The latest answer: four rules ask the same, one after the other."""


def _strays_of(features: Features, profile: Profile) -> tuple[Seen, ...]:
    strays = []
    for page in seen_colours(features, profile):
        ends = [s.swatch for s in page if s.on_palette and not s.swatch.photo]
        for seen in page:
            swatch = seen.swatch
            exempt = swatch.photo or seen.on_palette or is_neutral(swatch.hex)
            if exempt or not _large_enough(swatch) or forbidden_match(swatch, profile):
                continue
            if (profile.tints and _is_tint(swatch, profile)) or _is_unsure(seen):
                continue
            if swatch.exact or not (_is_mixed(swatch, ends) or _is_step(seen, page, profile)):
                strays.append(seen)
    return tuple(sorted(strays, key=lambda s: (-s.swatch.share, s.page, s.swatch.hex)))


def _is_mixed(swatch: Swatch, ends: list[Swatch]) -> bool:
    """Whether a colour lies between two on-palette colours of its page: a gradient, a halo."""
    within = MIXED if swatch.flat >= PLANE else MIXED_AT_EDGES
    point = np.array(rgb_of_hex(swatch.hex), dtype=float)
    corners = np.array([rgb_of_hex(end.hex) for end in ends], dtype=float).reshape(-1, 3)
    for i, first in enumerate(corners):
        line = corners[i + 1 :] - first
        along = (line @ (point - first)) / np.maximum((line**2).sum(axis=1), 1.0)
        off = np.sqrt(((first + along[:, None] * line - point) ** 2).sum(axis=1))
        if ((off < within) & (along > 0) & (along < 1)).any():
            return True
    return False


def _is_step(seen: Seen, page: Sequence[Seen], profile: Profile) -> bool:
    """Whether a colour is one step of a gradient from a colour of the brand towards another one.

    The far end of a glow may be nowhere on the page; that the page shows one end, and from there a
    step every STEP_APART of the way and STEPS of them, shows what it is.
    """
    shown = {s.nearest.hex for s in page if s.on_palette and not s.swatch.photo}
    colours = np.array([rgb_of_hex(s.swatch.hex) for s in page], dtype=float)
    mine = page.index(seen)
    for first, last in permutations(profile.colours, 2):
        if first.hex not in shown:
            continue
        start = np.array(rgb_of_hex(first.hex), dtype=float)
        line = np.array(rgb_of_hex(last.hex), dtype=float) - start
        along = (colours - start) @ line / max(float(line @ line), 1.0)
        off = np.linalg.norm(start + along[:, None] * line - colours, axis=1)
        on_the_way = (off < WAY) & (along > 0) & (along < 1)
        if on_the_way[mine] and _reaches(np.sort(along[on_the_way]), float(along[mine])):
            return True
    return False


def _reaches(steps: NDArray[np.float64], end: float) -> bool:
    """Whether STEPS steps lead from 0 past `end`, none farther than STEP_APART from the last."""
    gaps = np.diff(steps, prepend=0.0) > STEP_APART
    count = int(np.argmax(gaps)) if gaps.any() else len(steps)
    return count >= STEPS and end <= steps[count - 1]


def _is_unsure(seen: Seen) -> bool:
    """Whether a colour has no plane at all: thin type in pixels shows its colour only nearly."""
    swatch = seen.swatch
    return not swatch.exact and swatch.flat < LEAST_PLANE and seen.delta_e <= PLAUSIBLE


def _is_tint(swatch: Swatch, profile: Profile) -> bool:
    """Whether a colour is a brand colour thinned with white by TINT at least."""
    point = np.array(rgb_of_hex(swatch.hex), dtype=float)
    for colour in profile.colours:
        full = np.array(rgb_of_hex(colour.hex), dtype=float)
        line = 255.0 - full
        length = float(line @ line)
        if length == 0 or is_neutral(colour.hex):  # a tint of white is white, of grey a grey
            continue
        white = float(line @ (point - full)) / length
        off = full + white * line - point
        if TINT <= white <= 1 and float(off @ off) < MIXED**2:
            return True
    return False


def is_near_miss(seen: Seen) -> bool:
    """Whether a stray colour was meant to be its nearest brand colour."""
    codes = (seen.swatch.hex, seen.nearest.hex)
    reach = max(NEAR * seen.limit, NEAR_AT_LEAST)
    if seen.delta_e > reach or min(map(chroma_of_hex, codes)) < SATURATED:
        return False
    hues = hue(oklab_of_rgb(np.array([rgb_of_hex(code) for code in codes], dtype=float)))
    return bool(hue_difference(hues[0], hues[1]) <= SAME_HUE)


def shows(features: Features, colour: BrandColour) -> bool:
    """Whether a colour is to be seen on any page, in a photograph too, or is named by the file."""
    for page in features.pages:
        for swatch in page.palette or ():
            limit = limit_of(colour.tolerance, swatch, inks=_in_inks(swatch, page, features))
            if delta_e(swatch.hex, colour.hex) <= limit:
                return True
        for fill in page.fills:
            inks = fill.cmyk is not None or fill.spot is not None
            limit = colour.tolerance + (INK_SLACK if inks else 0.0)
            if delta_e(fill.hex, colour.hex) <= limit:
                return True
    return False


def says_nothing(features: Features, profile: Profile) -> bool:
    """Whether no colour of a creative could be on or off the palette.

    Greys, black, white and the colours of photographs fit any brand: without another colour, and
    without a rule on core colours or shares, there is nothing to judge.
    """
    if not profile.colours or all(is_neutral(colour.hex) for colour in profile.colours):
        return False
    if any(colour.core or colour.share for colour in profile.colours):
        return False
    return not any(
        not swatch.photo and not is_neutral(swatch.hex) and _large_enough(swatch)
        for page in features.pages
        for swatch in page.palette or ()
    )


def pages_with_palette(features: Features) -> int:
    """Count the pages whose colours could be measured."""
    return sum(page.palette is not None for page in features.pages)


def place_of(swatch: Swatch, page: int) -> Place:
    """Give where a swatch lies on its page."""
    source: Source = "vector" if swatch.exact else "pixels"
    return Place(page=page, box=swatch.box, source=source, mask=swatch.mask)
