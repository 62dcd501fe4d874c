"""PRO003, PRO004 and PRO007: spot inks, the brand's builds, and how much ink lies in one place."""

from __future__ import annotations

import difflib
from collections import defaultdict
from typing import TYPE_CHECKING

from brandguard.checks.production_seen import by_area, offline, places, printed_pages
from brandguard.checks.rule import Rule
from brandguard.model.colour import delta_e
from brandguard.model.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import VectorFill
    from brandguard.model.profile import BrandColour, Inks, Profile
    from brandguard.model.report import Subject

TECHNICAL = (
    "cut", "die", "crease", "fold", "perf", "varnish", "lack", "stanz", "rill", "fustell", "cordon",
    "troquel", "hendido", "barniz", "vernice", "lamina", "white ink", "emboss", "foil", "dimension",
    "guide", "bleed", "glue", "braille",
)  # fmt: skip
"""Parts of the names of inks that are tools and finishes, and no colours."""
MEANT = 0.15
"""Difference in the worst ink up to which a build was meant to be a brand colour's. Judgement."""
MOST_INK = 330.0
"""Most ink in one place, in per cent, that coated paper takes in sheet-fed offset (the total of the
printing condition FOGRA39, ISO Coated v2); less on other papers."""
INK_SLACK = 2.0
_PAPERS = {"cv": "c", "cvc": "c", "cvu": "u", "cp": "c", "up": "u", "ec": "c"}
"""Old and other endings of PANTONE names, and what they mean: coated or uncoated paper."""


def foreign_spot(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO003: a spot ink that is not the brand's: it needs a plate of its own, or is replaced."""
    wanted = _spots(profile)
    if not wanted and not _spots_asked(profile):
        return
    known = {_name(spot) for spot in wanted}
    found: dict[str, list[tuple[int, VectorFill]]] = defaultdict(list)
    for page, _ in printed_pages(subject):
        for fill in page.fills:
            for spot in (fill.spot or "").split(" + "):
                if spot and _name(spot) not in known and not _is_a_tool(spot):
                    found[spot].append((page.number, fill))
    for spot, fills in sorted(found.items()):
        place, more = places(by_area(fills))
        near = difflib.get_close_matches(_name(spot), list(known), n=1, cutoff=0.8)
        meant = next((w for w in wanted if near and _name(w) == near[0]), None)
        yield Finding(
            "PRO003",
            "warn",
            facts={"found": spot, "meant": meant, "wanted": ", ".join(wanted) or None},
            key=spot,
            place=place,
            more_places=more,
            limit_from="profile: defaults.brandguard.production.offline.spots",
            suggestion=bool(wanted),
            extent=min(1.0, max(f.area or 0.0 for _, f in fills)),
        )


def _spots(profile: Profile) -> list[str]:
    rules = offline(profile)
    own = [colour.spot for colour in profile.colours if colour.spot]
    return list(dict.fromkeys([*own, *(rules.spots if rules else ())]))


def _name(spot: str) -> str:
    """Give a spot's name as it is compared: programs write PANTONE 186 C, CV and CVC alike."""
    *words, last = spot.casefold().replace("®", "").split() or [""]
    return " ".join([*words, _PAPERS.get(last, last)])


def _is_a_tool(spot: str) -> bool:
    return any(part in spot.casefold() for part in TECHNICAL)


def wrong_build(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO004: what was meant to be a brand colour has other inks than the profile gives it."""
    brand = [colour for colour in profile.colours if colour.cmyk is not None]
    rules = offline(profile)
    tolerance = rules.build_tolerance if rules else 0.03
    found: dict[tuple[Inks, str], list[tuple[int, VectorFill]]] = defaultdict(list)
    meant: dict[str, BrandColour] = {}
    for page, _ in printed_pages(subject):
        for fill in page.fills:
            colour = _meant(fill, brand, tolerance, tints=profile.tints)
            if colour is not None and fill.cmyk is not None:
                meant[colour.name] = colour
                found[fill.cmyk, colour.name].append((page.number, fill))
    for (build, name), fills in sorted(found.items()):
        place, more = places(by_area(fills))
        wanted = meant[name].cmyk
        assert wanted is not None
        yield Finding(
            "PRO004",
            "warn",
            facts={
                "found": percent(build),
                "name": name,
                "wanted": percent(wanted),
                "difference": 100 * _worst(build, wanted),
                "limit": 100 * tolerance,
            },
            key=f"{name} {percent(build)}",
            place=place,
            more_places=more,
            limit_from=f"profile: defaults.brandguard.colour.palette.{name}.cmyk",
            suggestion=True,
            extent=min(1.0, max(f.area or 0.0 for _, f in fills)),
        )


def _meant(
    fill: VectorFill, brand: list[BrandColour], tolerance: float, *, tints: bool
) -> BrandColour | None:
    """Give the colour that a build was meant to be; None where it is right, or none of them."""
    build = fill.cmyk
    if build is None or fill.spot is not None or not any(build[:3]):
        return None  # black and greys are COL009's
    builds = [(colour, colour.cmyk) for colour in brand if colour.cmyk is not None]
    if any(_fits(build, own, tolerance, tints=tints) for _, own in builds):
        return None
    near = [
        (_worst(build, own), colour.name, colour)
        for colour, own in builds
        if _worst(build, own) <= MEANT or delta_e(fill.hex, colour.hex) <= colour.tolerance
    ]
    return min(near, key=lambda n: n[:2])[2] if near else None


def _fits(build: Inks, own: Inks, tolerance: float, *, tints: bool) -> bool:
    """Tell whether a build is a colour's, or the same inks in a lighter step."""
    strength = max(build) / max(own) if any(own) else 1.0
    lighter = tuple(ink * min(1.0, strength) for ink in own)
    same = _worst(build, own) <= tolerance + 1e-9
    step = tints and max(abs(a - b) for a, b in zip(build, lighter, strict=True)) <= tolerance
    # A step of 95 % is no tint that anybody chose: it is the colour, built wrongly.
    return same or (step and strength < 1 - MEANT)


def _worst(build: Inks, own: Inks) -> float:
    return max(abs(a - b) for a, b in zip(build, own, strict=True))


def percent(build: Inks) -> str:
    """Write a build as printers do: C60 M40 Y40 K100."""
    return " ".join(f"{n}{100 * v:.0f}" for n, v in zip("CMYK", build, strict=True))


def much_ink(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO007: more ink than paper takes. Where the profile sets a limit, COL009 judges by it."""
    if profile.black is not None and profile.black.max_ink is not None:
        return
    wet = [
        (page.number, fill)
        for page, _ in printed_pages(subject)
        for fill in page.fills
        if fill.cmyk is not None and 100 * sum(fill.cmyk) > MOST_INK + INK_SLACK
    ]
    if not wet:
        return
    wet.sort(key=lambda f: (-sum(f[1].cmyk or ()), f[0], f[1].box))
    place, more = places(wet)
    build = wet[0][1].cmyk
    assert build is not None
    yield Finding(
        "PRO007",
        "warn",
        facts={"found": percent(build), "ink": 100 * sum(build), "limit": MOST_INK},
        place=place,
        more_places=more,
        limit_from="built in",
        suggestion=True,
        extent=min(1.0, max(f.area or 0.0 for _, f in wet)),
    )


def _spots_asked(profile: Profile) -> bool:
    rules = offline(profile)
    return bool(rules and rules.no_other_spots) or any(c.spot for c in profile.colours)


def _builds_asked(profile: Profile) -> bool:
    return any(colour.cmyk for colour in profile.colours)


def _never(profile: Profile) -> bool:
    """Nobody asks for it but by naming it under `rules`."""
    del profile
    return False


_PICTURE = frozenset({"picture"})
RULES = (
    Rule("PRO003", "production", "warn", foreign_spot, _PICTURE, _spots_asked),
    Rule("PRO004", "production", "warn", wrong_build, _PICTURE, _builds_asked),
    Rule("PRO007", "production", "warn", much_ink, _PICTURE, _never),
)
