"""COL: the colours of the pages against those of the brand.

A swatch gives one finding at most: forbidden before near miss before off-palette. Swatches of
photographs give none, and greys are nobody's: they match everything and say little.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from brandguard.checks.colour_apart import against
from brandguard.checks.colour_seen import (
    PLAUSIBLE,
    Seen,
    forbidden_match,
    nearest,
    pages_with_palette,
    place_of,
    seen_colours,
    shows,
    strays_of,
)
from brandguard.checks.rule import Rule
from brandguard.model.report import Facts, Finding, PaletteRow, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brandguard.model.features import Features, Swatch
    from brandguard.model.profile import BrandColour, Profile
    from brandguard.model.report import Subject

SHARE_SLACK = 0.01
"""Part of the page by which a share may miss its range: anti-aliased edges belong to nobody."""

MOST = 8
"""Off-palette colours that are named, largest first: after these a list helps nobody."""


def palette_rows(features: Features, profile: Profile) -> tuple[PaletteRow, ...]:
    """Set every colour of every page beside the brand's nearest, in the order of the palettes."""
    pages = [(page.number, page.palette or ()) for page in features.pages]
    colours = profile.colours
    if not colours:
        return tuple(PaletteRow(swatch, number) for number, palette in pages for swatch in palette)
    known, rows = against(colours), []
    known.learn(swatch.hex for _, palette in pages for swatch in palette)
    for number, palette in pages:
        for swatch in palette:
            place, difference = known.nearest(swatch.hex)
            near = colours[place]
            rows.append(PaletteRow(swatch, number, near.name, near.hex, difference))
    return tuple(rows)


def _stray_findings(
    rule: str, subject: Subject, profile: Profile, strays: Iterable[Seen]
) -> Iterator[Finding]:
    """Report strays, each colour once with all the pages where it stands."""
    features = subject.features
    by_colour: dict[str, list[Seen]] = defaultdict(list)
    for seen in strays:
        by_colour[seen.swatch.hex].append(seen)
    pages = pages_with_palette(features)
    shares = {code: sum(s.swatch.share for s in all_) / pages for code, all_ in by_colour.items()}
    room = profile.colour_room.get(rule)
    covered: Facts = {}
    if room is not None:
        together = min(sum(shares.values()), 1.0)
        covered = {"together": together, "room": room, "within_room": together <= room}
    for code in sorted(by_colour, key=lambda c: (-shares[c], c))[:MOST]:
        largest = by_colour[code][0]
        meant = largest.delta_e <= PLAUSIBLE
        tolerance = largest.nearest.tolerance
        yield Finding(
            rule,
            "warn",
            facts={
                "found": code,
                "share": shares[code],
                "nearest": largest.nearest.name,
                "nearest_hex": largest.nearest.hex,
                "instead": largest.nearest.name if meant else None,
                "cure": None if meant else "no_near_colour",
                "delta_e": largest.delta_e,
                "limit": largest.limit,
                # Said where the limit is not the profile's own figure.
                "tolerance": tolerance if largest.limit > tolerance else None,
                **covered,
            },
            key=code,
            place=place_of(largest.swatch, largest.page),
            more_places=tuple(place_of(s.swatch, s.page) for s in by_colour[code][1:]),
            limit_from=f"profile: {largest.nearest.key}" if largest.nearest.key else "profile",
            suggestion=True,
            extent=min(2 * shares[code], 1.0),  # half a page in a foreign colour is all of it
        )


def off_palette(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL001: a colour that belongs to no colour of the brand."""
    far = strays_of(subject.features, profile).far
    return _stray_findings("COL001", subject, profile, far)


def near_miss(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL002: a colour that was meant to be a brand colour and is a visible shade away."""
    near = strays_of(subject.features, profile).near
    return _stray_findings("COL002", subject, profile, near)


def missing_core(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL003: a colour that every creative must show is on no page, not even in a photograph."""
    features = subject.features
    if not pages_with_palette(features):
        return
    near = {s.nearest.hex for s in strays_of(features, profile).near}
    core = [colour for colour in profile.colours if colour.core]
    # Where a near miss stands for it, that is the finding, and one is enough.
    missing = [c for c in core if c.hex not in near and not shows(features, c, profile)]
    if profile.any_core_colour:
        if core and len(missing) == len(core):
            yield _missing(missing, "profile: defaults.brandguard.colour.core")
        return
    for colour in missing:
        yield _missing([colour], f"profile: {colour.key}" if colour.key else "profile")


def _missing(colours: Sequence[BrandColour], limit_from: str) -> Finding:
    name = " / ".join(colour.name for colour in colours)
    code = colours[0].hex if len(colours) == 1 else None
    facts: Facts = {"name": name, "hex": code, "limit": colours[0].tolerance}
    return Finding("COL003", "warn", facts, name, limit_from=limit_from, suggestion=True)


def share_out_of_range(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL004: a brand colour on more or less of the area than the profile gives it."""
    pages = pages_with_palette(subject.features)
    if not pages:
        return
    mine: dict[str, list[Seen]] = defaultdict(list)
    for page in seen_colours(subject.features, profile):
        for seen in page:
            if seen.on_palette and not seen.swatch.photo:
                mine[seen.nearest.name].append(seen)
    missed = {s.nearest.hex for s in strays_of(subject.features, profile).near}
    for colour in profile.colours:
        seen_here = mine[colour.name]
        share = min(sum(s.swatch.share for s in seen_here) / pages, 1.0)
        # Where a core colour is missing altogether, COL003 says so; a learned one may be missing.
        if colour.share is None or (not seen_here and (colour.core or colour.origin == "learned")):
            continue
        low, high = colour.share
        if low - SHARE_SLACK <= share <= high + SHARE_SLACK:
            continue
        if share < low and colour.hex in missed:  # it is there, in a wrong shade: COL002 says so
            continue
        facts: Facts = {"name": colour.name, "hex": colour.hex}
        facts |= {"share": share, "low": low, "high": high}
        places = [place_of(s.swatch, s.page) for s in seen_here] if share > high else []
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
    match_of = forbidden_match(profile)
    for page in subject.features.pages:
        for swatch in page.palette or ():
            match = match_of(swatch)
            if match is not None:
                index = profile.forbidden_colours.index(match[0])
                found[index].append((swatch, page.number, match[1]))
    pages = pages_with_palette(subject.features)
    for index, matches in sorted(found.items()):
        colour = profile.forbidden_colours[index]
        (swatch, page_number, difference), *others = sorted(matches, key=lambda m: -m[0].share)
        share = min(sum(s.share for s, _, _ in matches) / pages, 1.0)
        near = nearest(swatch.hex, profile)
        facts: Facts = {"found": swatch.hex, "share": share, "name": colour.name or None}
        facts |= {"hex": colour.hex, "delta_e": difference, "limit": colour.tolerance}
        facts |= {"nearest": near[0].name, "nearest_hex": near[0].hex} if near else {}
        yield Finding(
            "COL005",
            "fail",
            facts=facts,
            key=colour.hex,
            place=place_of(swatch, page_number),
            more_places=tuple(place_of(s, number) for s, number, _ in others),
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
