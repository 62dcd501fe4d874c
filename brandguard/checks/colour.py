"""COL: the colours of the pages against those of the brand.

A swatch gives one finding at most: forbidden before near miss before off-palette. Swatches of
photographs give none, and greys are nobody's: they match everything and say little.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from brandguard.checks.rule import Rule
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
from brandguard.model.report import Facts, Finding, PaletteRow, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brandguard.model.creative import Source
    from brandguard.model.features import Features, PageFeatures
    from brandguard.model.profile import ForbiddenColour, Profile
    from brandguard.model.report import Subject

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
PLANE = 0.5
"""Flat part of a colour that lies in planes."""

TINT = 0.25
"""White from which a lighter brand colour is a tint, as 75 % of it in print; under that it is the
colour itself, or nearly."""

SHARE_SLACK = 0.01
"""Part of the page by which a share may miss its range: anti-aliased edges belong to nobody."""

PLAUSIBLE = 20.0
"""ΔE00 up to which the nearest brand colour is what was meant; to tell somebody to put charcoal for
violet is no help. Judgement."""

MOST = 8
"""Off-palette colours that are named, largest first: after these a list helps nobody."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A swatch beside the brand colour that is nearest to it."""

    swatch: Swatch
    page: int
    nearest: BrandColour
    delta_e: float
    inks: bool = False
    """Whether the file gives the colour in inks."""

    @property
    def limit(self) -> float:
        return _limit(self.nearest.tolerance, self.swatch, inks=self.inks)

    @property
    def on_palette(self) -> bool:
        return self.delta_e <= self.limit


def _limit(tolerance: float, swatch: Swatch, *, inks: bool = False) -> float:
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


def palette_rows(features: Features, profile: Profile) -> tuple[PaletteRow, ...]:
    """Set every colour of every page beside the brand's nearest, in the order of the palettes."""
    rows = []
    for page in features.pages:
        for swatch in page.palette or ():
            near = _nearest(swatch.hex, profile)
            if near is None:
                rows.append(PaletteRow(swatch, page.number))
                continue
            colour, difference = near
            rows.append(PaletteRow(swatch, page.number, colour.name, colour.hex, difference))
    return tuple(rows)


def _nearest(code: str, profile: Profile) -> tuple[BrandColour, float] | None:
    """Give the brand colour nearest to a colour, and how far it is; None for a brand without."""
    if not profile.colours:
        return None
    colour = min(profile.colours, key=lambda c: delta_e(code, c.hex))
    return colour, delta_e(code, colour.hex)


def _seen(features: Features, profile: Profile) -> tuple[tuple[_Seen, ...], ...]:
    """List each page's swatches beside the brand's colours, photographs included."""
    pages = []
    for page in features.pages:
        near = [(swatch, _nearest(swatch.hex, profile)) for swatch in page.palette or ()]
        pages.append(
            tuple(
                _Seen(s, page.number, *n, inks=_in_inks(s, page, features))
                for s, n in near
                if n is not None
            )
        )
    return tuple(pages)


def _large_enough(swatch: Swatch) -> bool:
    return swatch.share >= (LEAST_SHARE_EXACT if swatch.exact else LEAST_SHARE)


def _forbidden(swatch: Swatch, profile: Profile) -> tuple[ForbiddenColour, float] | None:
    """Give the forbidden colour that a swatch is; None where a brand colour is as near to it."""
    if swatch.photo or not _large_enough(swatch) or not profile.forbidden_colours:
        return None
    colour = min(profile.forbidden_colours, key=lambda c: delta_e(swatch.hex, c.hex))
    difference = delta_e(swatch.hex, colour.hex)
    near = _nearest(swatch.hex, profile)
    if difference > colour.tolerance or (near is not None and near[1] <= difference):
        return None
    return colour, difference


def _strays(features: Features, profile: Profile) -> tuple[_Seen, ...]:
    """Find the swatches that belong to no colour of the brand, largest first."""
    strays = []
    for page in _seen(features, profile):
        ends = [s.swatch for s in page if s.on_palette and not s.swatch.photo]
        for seen in page:
            swatch = seen.swatch
            exempt = swatch.photo or seen.on_palette or is_neutral(swatch.hex)
            if exempt or not _large_enough(swatch) or _forbidden(swatch, profile):
                continue
            if profile.tints and _is_tint(swatch, profile):
                continue
            if swatch.exact or not _is_mixed(swatch, ends):
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


def _is_near_miss(seen: _Seen) -> bool:
    """Whether a stray colour was meant to be its nearest brand colour."""
    codes = (seen.swatch.hex, seen.nearest.hex)
    reach = max(NEAR * seen.limit, NEAR_AT_LEAST)
    if seen.delta_e > reach or min(map(chroma_of_hex, codes)) < SATURATED:
        return False
    hues = hue(oklab_of_rgb(np.array([rgb_of_hex(code) for code in codes], dtype=float)))
    return bool(hue_difference(hues[0], hues[1]) <= SAME_HUE)


def _pages_with_palette(features: Features) -> int:
    return sum(page.palette is not None for page in features.pages)


def _stray_findings(
    rule: str, subject: Subject, profile: Profile, wanted: Callable[[_Seen], bool]
) -> Iterator[Finding]:
    """Report strays, each colour once with all the pages where it stands."""
    features = subject.features
    by_colour: dict[str, list[_Seen]] = defaultdict(list)
    for seen in _strays(features, profile):
        if wanted(seen):
            by_colour[seen.swatch.hex].append(seen)
    pages = _pages_with_palette(features)
    shares = {code: sum(s.swatch.share for s in all_) / pages for code, all_ in by_colour.items()}
    for code in sorted(by_colour, key=lambda c: (-shares[c], c))[:MOST]:
        largest = by_colour[code][0]
        yield Finding(
            rule,
            "warn",
            facts={
                "found": code,
                "share": shares[code],
                "nearest": largest.nearest.name,
                "nearest_hex": largest.nearest.hex,
                "delta_e": largest.delta_e,
                "limit": largest.limit,
            },
            key=code,
            place=_place(largest.swatch, largest.page),
            more_places=tuple(_place(s.swatch, s.page) for s in by_colour[code][1:]),
            limit_from=f"profile: {largest.nearest.key}" if largest.nearest.key else "profile",
            suggestion=largest.delta_e <= PLAUSIBLE,
            extent=min(2 * shares[code], 1.0),  # half a page in a foreign colour is all of it
        )


def _place(swatch: Swatch, page: int) -> Place:
    source: Source = "vector" if swatch.exact else "pixels"
    return Place(page=page, box=swatch.box, source=source, mask=swatch.mask)


def off_palette(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL001: a colour that belongs to no colour of the brand."""
    return _stray_findings("COL001", subject, profile, lambda seen: not _is_near_miss(seen))


def near_miss(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL002: a colour that was meant to be a brand colour and is a visible shade away."""
    return _stray_findings("COL002", subject, profile, _is_near_miss)


def missing_core(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL003: a colour that every creative must show is on no page, not even in a photograph."""
    features = subject.features
    if not _pages_with_palette(features):
        return
    swatches = [swatch for page in features.pages for swatch in page.palette or ()]
    named = [fill.hex for page in features.pages for fill in page.fills]
    missed = {s.nearest.hex for s in _strays(features, profile) if _is_near_miss(s)}
    for colour in profile.colours:
        # Where a near miss stands for it, that is the finding, and one is enough.
        if not colour.core or colour.hex in missed:
            continue
        shown = any(delta_e(s.hex, colour.hex) <= _limit(colour.tolerance, s) for s in swatches)
        if shown or any(delta_e(code, colour.hex) <= colour.tolerance for code in named):
            continue
        yield Finding(
            "COL003",
            "warn",
            facts={"name": colour.name, "hex": colour.hex, "limit": colour.tolerance},
            key=colour.name,
            limit_from=f"profile: {colour.key}" if colour.key else "profile",
            suggestion=True,
        )


def share_out_of_range(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL004: a brand colour on more or less of the area than the profile gives it."""
    pages = _pages_with_palette(subject.features)
    if not pages:
        return
    mine: dict[str, list[_Seen]] = defaultdict(list)
    for page in _seen(subject.features, profile):
        for seen in page:
            if seen.on_palette and not seen.swatch.photo:
                mine[seen.nearest.name].append(seen)
    for colour in profile.colours:
        seen_here = mine[colour.name]
        share = min(sum(s.swatch.share for s in seen_here) / pages, 1.0)
        # Where a core colour is missing altogether, COL003 says so; a learned one may be missing.
        if colour.share is None or (not seen_here and (colour.core or colour.origin == "learned")):
            continue
        low, high = colour.share
        if low - SHARE_SLACK <= share <= high + SHARE_SLACK:
            continue
        facts: Facts = {"name": colour.name, "hex": colour.hex}
        facts |= {"share": share, "low": low, "high": high}
        places = [_place(s.swatch, s.page) for s in seen_here] if share > high else []
        yield Finding(
            "COL004",
            "warn",
            facts=facts,
            key=colour.name,
            place=places[0] if places else Place(),
            more_places=tuple(places[1:]),
            limit_from=f"profile: {colour.key}" if colour.key else "profile",
            suggestion=True,
            extent=min(1.0, max(low - share, share - high)),
        )


def forbidden(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL005: a colour that the profile forbids, unless it lies in a photograph."""
    found: dict[int, list[tuple[Swatch, int, float]]] = defaultdict(list)
    for page in subject.features.pages:
        for swatch in page.palette or ():
            match = _forbidden(swatch, profile)
            if match is not None:
                index = profile.forbidden_colours.index(match[0])
                found[index].append((swatch, page.number, match[1]))
    pages = _pages_with_palette(subject.features)
    for index, matches in sorted(found.items()):
        colour = profile.forbidden_colours[index]
        (swatch, page_number, difference), *others = sorted(matches, key=lambda m: -m[0].share)
        share = min(sum(s.share for s, _, _ in matches) / pages, 1.0)
        near = _nearest(swatch.hex, profile)
        facts: Facts = {"found": swatch.hex, "share": share, "name": colour.name or None}
        facts |= {"hex": colour.hex, "delta_e": difference, "limit": colour.tolerance}
        facts |= {"nearest": near[0].name, "nearest_hex": near[0].hex} if near else {}
        yield Finding(
            "COL005",
            "fail",
            facts=facts,
            key=colour.hex,
            place=_place(swatch, page_number),
            more_places=tuple(_place(s, number) for s, number, _ in others),
            limit_from=f"profile: {colour.key}" if colour.key else "profile",
            suggestion=near is not None,
            extent=share,
        )


_NEEDS = frozenset({"palette"})

RULES = (
    Rule("COL001", "colour", "warn", off_palette, _NEEDS, lambda p: bool(p.colours)),
    Rule("COL002", "colour", "warn", near_miss, _NEEDS, lambda p: bool(p.colours)),
    Rule(
        "COL003", "colour", "warn", missing_core, _NEEDS,
        lambda p: any(c.core for c in p.colours),
    ),
    Rule(
        "COL004", "colour", "warn", share_out_of_range, _NEEDS,
        lambda p: any(c.share for c in p.colours),
    ),
    Rule("COL005", "colour", "fail", forbidden, _NEEDS, lambda p: bool(p.forbidden_colours)),
)  # fmt: skip
