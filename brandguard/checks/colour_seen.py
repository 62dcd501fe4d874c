"""The colours of a page beside those of the brand: what the COL rules have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from brandguard.checks.colour_apart import against
from brandguard.checks.colour_between import mixed, steps
from brandguard.model.colour import (
    chroma_of_hex,
    hue,
    hue_difference,
    is_neutral,
    learn_chromas,
    oklab_of_rgb,
    rgb_of_hex,
)
from brandguard.model.features import Swatch
from brandguard.model.profile import BrandColour, ForbiddenColour
from brandguard.model.report import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from brandguard.model.creative import Source
    from brandguard.model.features import Features, PageFeatures
    from brandguard.model.profile import Profile

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

LEAST_PLANE = 0.1
"""Flat part of a colour under which it lies at edges alone."""

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


def _in_inks(page: PageFeatures, features: Features) -> Callable[[Swatch], bool]:
    """Tell of a page's colours whether the file gives them in inks.

    They are those of a CMYK picture, or builds that look like this.
    """
    if features.colour_space == "CMYK":
        return lambda _: True
    builds = {f.hex for f in page.fills if f.cmyk is not None or f.spot is not None}
    return lambda swatch: swatch.exact and swatch.hex in builds


def nearest(code: str, profile: Profile) -> tuple[BrandColour, float] | None:
    """Give the brand colour nearest to a colour, and how far it is; None for a brand without."""
    if not profile.colours:
        return None
    place, difference = against(profile.colours).nearest(code)
    return profile.colours[place], difference


def foresee(creatives: Iterable[Features], profile: Profile) -> None:
    """Compute together what judging these creatives, one by one, will ask of their colours."""
    codes = [s.hex for each in creatives for page in each.pages for s in page.palette or ()]
    learn_chromas(codes)
    if codes and profile.colours:
        known = against(profile.colours)
        known.learn(codes)
        if profile.tints:
            known.tints_among(codes)


def _seen_colours(features: Features, profile: Profile) -> tuple[tuple[Seen, ...], ...]:
    """List each page's swatches beside the brand's colours, photographs included."""
    colours = profile.colours
    if not colours:
        return tuple(() for _ in features.pages)
    known = against(colours)
    known.learn(swatch.hex for page in features.pages for swatch in page.palette or ())
    pages = []
    for page in features.pages:
        inks, seen = _in_inks(page, features), []
        for swatch in page.palette or ():
            place, difference = known.nearest(swatch.hex)
            seen.append(Seen(swatch, page.number, colours[place], difference, inks(swatch)))
        pages.append(tuple(seen))
    return tuple(pages)


def _large_enough(swatch: Swatch) -> bool:
    return swatch.share >= (LEAST_SHARE_EXACT if swatch.exact else LEAST_SHARE)


Match = tuple[ForbiddenColour, float]


def forbidden_match(profile: Profile) -> Callable[[Swatch], Match | None]:
    """Tell of a swatch which forbidden colour it is; None where a brand colour is as near to it."""
    colours = profile.forbidden_colours
    if not colours:
        return lambda _: None
    known, own = against(colours), profile.colours and against(profile.colours)

    def match(swatch: Swatch) -> Match | None:
        if swatch.photo or not _large_enough(swatch):
            return None
        place, difference = known.nearest(swatch.hex)
        if difference > colours[place].tolerance:
            return None
        if own and own.nearest(swatch.hex)[1] <= difference:
            return None
        return colours[place], difference

    return match


@dataclass(frozen=True, slots=True)
class Strays:
    """The swatches that belong to no colour of the brand, largest first."""

    near: tuple[Seen, ...] = ()
    """Those that were meant to be their nearest brand colour…"""
    far: tuple[Seen, ...] = ()
    """…and those that were not."""


def strays_of(features: Features, profile: Profile) -> Strays:
    """Find the swatches that belong to no colour of the brand."""
    return _looked_at(features, profile)[1]


def seen_colours(features: Features, profile: Profile) -> tuple[tuple[Seen, ...], ...]:
    """List each page's swatches beside the brand's colours, photographs included."""
    return _looked_at(features, profile)[0]


Looked = tuple[tuple[tuple[Seen, ...], ...], Strays]


def _looked_at(features: Features, profile: Profile) -> Looked:
    asked, by, known = _latest[0]
    if asked is not features or by is not profile or known is None:
        pages = _seen_colours(features, profile)
        known = (pages, _strays_of(pages, profile))
        _latest[0] = (features, profile, known)
    return known


_latest: list[tuple[Features | None, Profile | None, Looked | None]] = [(None, None, None)]
"""The latest answer: five rules ask the same, one after the other."""


def _strays_of(pages: Sequence[Sequence[Seen]], profile: Profile) -> Strays:
    forbidden = forbidden_match(profile)
    found = [s for page in pages for s in _strays_on(page, profile, forbidden)]
    found.sort(key=lambda s: (-s.swatch.share, s.page, s.swatch.hex))
    near = [is_near_miss(seen) for seen in found]
    return Strays(
        tuple(seen for seen, meant in zip(found, near, strict=True) if meant),
        tuple(seen for seen, meant in zip(found, near, strict=True) if not meant),
    )


def _strays_on(
    page: Sequence[Seen], profile: Profile, forbidden: Callable[[Swatch], object]
) -> Iterable[Seen]:
    """Find those of one page: what is plain first, what needs its other colours last."""
    found = [s for s in page if _may_stray(s) and forbidden(s.swatch) is None]
    if found and profile.tints:
        tinted = against(profile.colours).tints_among([seen.swatch.hex for seen in found])
        found = [seen for seen, tint in zip(found, tinted, strict=True) if not tint]
    guessed = [seen for seen in found if not seen.swatch.exact]
    if not guessed:
        return found
    spared = {id(s) for s, no in zip(guessed, _between(guessed, page, profile), strict=True) if no}
    return [seen for seen in found if id(seen) not in spared]


def _may_stray(seen: Seen) -> bool:
    """Whether a colour, looked at alone, may be one that belongs to nobody."""
    swatch = seen.swatch
    if swatch.photo or seen.on_palette or not _large_enough(swatch) or is_neutral(swatch.hex):
        return False
    return not _is_unsure(seen)


def _between(found: Sequence[Seen], page: Sequence[Seen], profile: Profile) -> tuple[bool, ...]:
    """Tell which of them lie between colours that are on the palette, of the page or the brand."""
    ends = [s for s in page if s.on_palette and not s.swatch.photo]
    return _lie_between(
        tuple((s.swatch.hex, s.swatch.flat) for s in found),
        tuple(end.swatch.hex for end in ends),
        tuple(s.swatch.hex for s in page),
        tuple(colour.hex for colour in profile.colours),
        frozenset(end.nearest.hex for end in ends),
    )


@lru_cache(maxsize=1024)  # few strokes of an edit change which colours of a page are on the palette
def _lie_between(
    found: tuple[tuple[str, float], ...],
    ends: tuple[str, ...],
    page: tuple[str, ...],
    colours: tuple[str, ...],
    shown: frozenset[str],
) -> tuple[bool, ...]:
    codes, flat = zip(*found, strict=True)
    out = mixed(codes, flat, ends)
    if not all(out):
        on_steps = dict(zip(page, steps(page, colours, shown), strict=True))
        out = [is_mixed or on_steps[code] for is_mixed, code in zip(out, codes, strict=True)]
    return tuple(out)


def _is_unsure(seen: Seen) -> bool:
    """Whether a colour has no plane at all: thin type in pixels shows its colour only nearly."""
    swatch = seen.swatch
    return not swatch.exact and swatch.flat < LEAST_PLANE and seen.delta_e <= PLAUSIBLE


def is_near_miss(seen: Seen) -> bool:
    """Whether a stray colour was meant to be its nearest brand colour."""
    codes = (seen.swatch.hex, seen.nearest.hex)
    reach = max(NEAR * seen.limit, NEAR_AT_LEAST)
    if seen.delta_e > reach or min(map(chroma_of_hex, codes)) < SATURATED:
        return False
    return _hues_apart(*codes) <= SAME_HUE


@lru_cache(maxsize=16_384)
def _hues_apart(one: str, other: str) -> float:
    hues = hue(oklab_of_rgb(np.array([rgb_of_hex(code) for code in (one, other)], dtype=float)))
    return float(hue_difference(hues[0], hues[1]))


def shows(features: Features, colour: BrandColour, profile: Profile) -> bool:
    """Whether a brand's colour is to be seen on any page, in a photograph too, or is named."""
    known, mine = against(profile.colours), profile.colours.index(colour)
    for page in features.pages:
        known.learn([s.hex for s in page.palette or ()] + [fill.hex for fill in page.fills])
        in_inks = _in_inks(page, features)
        for swatch in page.palette or ():
            limit = limit_of(colour.tolerance, swatch, inks=in_inks(swatch))
            if known[swatch.hex][mine] <= limit:
                return True
        for fill in page.fills:
            inks = fill.cmyk is not None or fill.spot is not None
            if known[fill.hex][mine] <= colour.tolerance + (INK_SLACK if inks else 0.0):
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
