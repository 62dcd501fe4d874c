"""LOG: the brand's logo, where it must be and as it must be.

To name a logo file asks for its integrity: every brand manual forbids to stretch, turn or recolour
it. Sizes, space and contrast are judged only where the profile gives a limit.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.model.logo import SURE
from brandguard.model.report import Facts, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brandguard.model.features import PageFeatures
    from brandguard.model.logo import BrandLogo, LogoDuty, LogoSighting
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

    Seen = tuple[PageFeatures, LogoSighting, BrandLogo]

FAILS_AT = 2.0
"""A stretch of so many times the tolerance fails; between it and the tolerance is a warning."""
TURN_FAILS_AT = 5.0
"""The same of the angle: 5° is plain to everybody."""
MISMEASURED = 0.01
"""Share by which a stretch is measured wrongly (95 of 100 are within; tests/benchmarks)…"""
MISMEASURED_PX = 0.75
"""…and the pixels that a logo's sides were rounded by when it was placed."""
MISMEASURED_DEGREES = 0.3
LIMIT_COLOUR = 10.0
"""ΔE00: right colours measure up to 4, up to 8 in small JPEGs; wrong ones 15 and more."""
COLOUR_FAILS_AT = 20.0
BLURRED_PX = 60
"""Width under which JPEG and resampling make more of a colour difference…"""
BLURRED_COLOUR = 15.0
"""…so that this is the limit."""
LEAST_CONTRAST = 1.5
"""WCAG ratio under which a logo cannot be made out; logos are exempt from WCAG, so it is a note."""
LEAST_SIDE = 0.09
"""Part of the page's long side from which any logo is found (tests/benchmarks); compact ones are
found from 0.055 on, but a word ten times as wide as high is not."""
SLACK = 0.95
"""Sizes and spaces may miss their limit by a twentieth: one pixel less is nobody's mistake."""


def seen_logos(subject: Subject, profile: Profile, *, legacy: bool = False) -> Iterator[Seen]:
    """Give what was surely seen of the brand's logos, with its page and the profile's word."""
    by_name = {logo.name: logo for logo in profile.logos}
    for page in subject.features.pages:
        for sighting in page.logos or ():
            logo = by_name.get(sighting.name)
            if logo and sighting.confidence >= SURE and (logo.role == "legacy") == legacy:
                yield page, sighting, logo


def finding_of(
    rule: str, severity: str, seen: list[Seen], facts: Facts, limit_from: str, *, mend: bool = True
) -> Finding:
    """Make a finding of the worst sighting, the others as further places."""
    places = [Place(page.number, s.box, None, s.source) for page, s, _ in seen]
    return Finding(
        rule,
        severity,  # type: ignore[arg-type]  # one of the four
        facts={"name": seen[0][2].name, **facts},
        key=seen[0][2].name,
        place=places[0],
        more_places=tuple(places[1:]),
        limit_from=limit_from,
        suggestion=mend,
        extent=1.0,
    )


def _worst(
    subject: Subject,
    profile: Profile,
    amount: Callable[[PageFeatures, LogoSighting, BrandLogo], float],
) -> Iterator[list[Seen]]:
    """Give for each logo the sightings that are off (amount over 0), worst first."""
    off: dict[str, list[tuple[float, Seen]]] = defaultdict(list)
    for seen in seen_logos(subject, profile):
        value = amount(*seen)
        if value > 0:
            off[seen[2].name].append((value, seen))
    for name in sorted(off):
        yield [seen for _, seen in sorted(off[name], key=lambda pair: -pair[0])]


def duty_holds(subject: Subject, duty: LogoDuty | None) -> bool:
    """Whether a logo must be on this creative."""
    if duty is None:
        return False
    if duty.channel and subject.channel not in (duty.channel, None):
        return False
    return not duty.media or subject.medium in duty.media


def missing(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG001: no logo anywhere, and not even something that may be one."""
    duty = profile.logo_duty
    pages = [page for page in subject.features.pages if page.logos is not None]
    if not pages or duty is None or not duty_holds(subject, duty):
        return
    if any(page.logos for page in pages):  # also one of which it is not sure
        return
    first = pages[0]
    photo = first.traits is not None and first.traits.photo > 0.5  # noqa: PLR2004  more than half
    yield Finding(
        "LOG001",
        "warn",
        facts={"least": LEAST_SIDE, "photo": photo},
        limit_from=f"profile: {duty.key}",
        suggestion=True,
        extent=0.5 if photo else 1.0,  # on a photograph one logo in ten is overlooked
    )


def _stretch_limit(sighting: LogoSighting, logo: BrandLogo) -> float:
    if sighting.source == "vector":
        return logo.distortion
    rounded = MISMEASURED_PX * (1 / sighting.width_px + 1 / sighting.height_px)
    return logo.distortion + max(MISMEASURED, rounded)


def distorted(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG002: wider or narrower than the file, measured along the logo's own sides."""
    for seen in _worst(subject, profile, lambda _, s, logo: _stretch(s) - _stretch_limit(s, logo)):
        _, sighting, logo = seen[0]
        limit = _stretch_limit(sighting, logo)
        severity = (
            "fail" if _stretch(sighting) > limit + (FAILS_AT - 1) * logo.distortion else "warn"
        )
        facts: Facts = {
            "amount": _stretch(sighting),
            "way": "wide" if sighting.distortion > 0 else "narrow",
            "limit": logo.distortion,
        }
        yield finding_of("LOG002", severity, seen, facts, logo.stated("distortion"))


def _stretch(sighting: LogoSighting) -> float:
    """Give the stretch by the longer way: 8 % too wide and 8 % too high are the same mistake."""
    ratio = 1 + sighting.distortion
    return max(ratio, 1 / ratio) - 1


def turned(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG003: turned by more than the profile allows."""
    for seen in _worst(subject, profile, lambda _, s, logo: abs(s.angle) - _turn_limit(s, logo)):
        _, sighting, logo = seen[0]
        severity = (
            "fail" if abs(sighting.angle) > TURN_FAILS_AT * max(logo.max_rotation, 1.0) else "warn"
        )
        facts: Facts = {
            "angle": abs(sighting.angle),
            "side": "clockwise" if sighting.angle > 0 else "anticlockwise",
            "limit": logo.max_rotation,
        }
        yield finding_of("LOG003", severity, seen, facts, logo.stated("max_rotation"))


def _turn_limit(sighting: LogoSighting, logo: BrandLogo) -> float:
    if sighting.source == "vector":
        return logo.max_rotation
    return logo.max_rotation + max(MISMEASURED_DEGREES, math.degrees(0.5 / sighting.width_px))


def recoloured(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG004: in colours of no version that the profile has.

    A logo wholly in one colour, or light instead of dark, is a version that the profile may merely
    not name: unless it names one of that kind, this never fails.
    """
    roles = {logo.role for logo in profile.logos}
    for seen in _worst(subject, profile, lambda _, s, __: s.colour_difference - colour_limit(s)):
        _, sighting, _ = seen[0]
        unnamed = (sighting.recolouring == "mono" and "mono" not in roles) or (
            sighting.recolouring == "inverted" and "reversed" not in roles
        )
        fails = sighting.colour_difference > COLOUR_FAILS_AT and not unnamed
        kind = sighting.recolouring if sighting.recolouring != "none" else "other"
        facts: Facts = {
            "found": sighting.colour,
            "wanted": sighting.wanted_colour,
            "delta_e": sighting.colour_difference,
            "limit": colour_limit(sighting),
            "kind": kind,
        }
        yield finding_of("LOG004", "fail" if fails else "warn", seen, facts, "built in")


def colour_limit(sighting: LogoSighting) -> float:
    """Give the ΔE00 over which a logo's colours are wrong; small and on photographs they blur."""
    small = sighting.width_px < BLURRED_PX or sighting.ground_kind == "photo"
    return BLURRED_COLOUR if small else LIMIT_COLOUR


def too_small(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG005: narrower than the profile allows, in millimetres where there are some."""
    for seen in _worst(subject, profile, lambda _, s, logo: _lacking(s, logo, subject)):
        _, sighting, logo = seen[0]
        width, limit, unit = _width(sighting, logo, subject) or (0.0, 0.0, "px")
        facts: Facts = {"width": width, "limit": limit, "unit": unit}
        yield finding_of("LOG005", "warn", seen, facts, logo.stated(f"min_width_{unit}"))


def _width(
    sighting: LogoSighting, logo: BrandLogo, subject: Subject
) -> tuple[float, float, str] | None:
    """Give width, least width and unit where the profile sets one for this kind of creative."""
    if logo.min_width_mm and sighting.width_mm and subject.channel != "online":
        return sighting.width_mm, logo.min_width_mm, "mm"
    if logo.min_width_px and subject.channel != "offline" and not sighting.width_mm:
        return sighting.width_px, logo.min_width_px, "px"
    return None


def _lacking(sighting: LogoSighting, logo: BrandLogo, subject: Subject) -> float:
    measured = _width(sighting, logo, subject)
    return 1 - measured[0] / (measured[1] * SLACK) if measured else 0.0


def crowded(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG006: foreign ink within the logo's clear space; photographs behind it are not judged."""

    def lacking(_: PageFeatures, s: LogoSighting, logo: BrandLogo) -> float:
        if not logo.clear_space or s.clear_space is None:
            return 0.0
        return 1 - s.clear_space / (logo.clear_space * SLACK)

    for seen in _worst(subject, profile, lacking):
        _, sighting, logo = seen[0]
        facts: Facts = {"space": sighting.clear_space, "limit": logo.clear_space}
        yield finding_of("LOG006", "warn", seen, facts, logo.stated("clear_space"))


def faint(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG007: hardly to be told from its ground."""
    others = {logo.role for logo in profile.logos}

    def lacking(_: PageFeatures, s: LogoSighting, logo: BrandLogo) -> float:
        return (logo.min_contrast or LEAST_CONTRAST) * SLACK - s.contrast

    for seen in _worst(subject, profile, lacking):
        _, sighting, logo = seen[0]
        facts: Facts = {
            "found": sighting.colour,
            "ground": sighting.ground,
            "ratio": sighting.contrast,
            "limit": logo.min_contrast or LEAST_CONTRAST,
            "version": "reversed" if "reversed" in others and logo.role == "primary" else None,
        }
        severity = "warn" if logo.min_contrast else "note"
        yield finding_of("LOG007", severity, seen, facts, logo.stated("min_contrast"))


def forbidden(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG008: a logo that the profile calls legacy."""
    by_name: dict[str, list[Seen]] = defaultdict(list)
    for seen in seen_logos(subject, profile, legacy=True):
        by_name[seen[2].name].append(seen)
    primary = next((logo.name for logo in profile.logos if logo.role == "primary"), None)
    for name in sorted(by_name):
        key = by_name[name][0][2].key
        yield finding_of(
            "LOG008", "fail", by_name[name], {"instead": primary}, f"profile: {key}",
            mend=primary is not None,
        )  # fmt: skip


_NEEDS = frozenset({"logo"})


def _some(what: str) -> Callable[[Profile], bool]:
    return lambda profile: any(getattr(logo, what) for logo in profile.logos)


def _named(profile: Profile) -> bool:
    return bool(profile.logos)


RULES = (
    Rule("LOG001", "logo", "warn", missing, _NEEDS, lambda p: p.logo_duty is not None),
    Rule("LOG002", "logo", "fail", distorted, _NEEDS, _named),
    Rule("LOG003", "logo", "warn", turned, _NEEDS, _named),
    Rule("LOG004", "logo", "fail", recoloured, _NEEDS, _named),
    Rule(
        "LOG005",
        "logo",
        "warn",
        too_small,
        _NEEDS,
        lambda p: _some("min_width_mm")(p) or _some("min_width_px")(p),
    ),
    Rule("LOG006", "logo", "warn", crowded, _NEEDS, _some("clear_space")),
    Rule("LOG007", "logo", "warn", faint, _NEEDS, _some("min_contrast")),
    Rule(
        "LOG008",
        "logo",
        "fail",
        forbidden,
        _NEEDS,
        lambda p: any(logo.role == "legacy" for logo in p.logos),
    ),
)


def why_no_logo(subject: Subject, profile: Profile) -> tuple[str, Facts] | None:
    """Say why the logo of a creative cannot be judged: message key and facts; None where it can."""
    if not profile.logos:
        return "why.no_logo_in_profile", {}
    pages = [page for page in subject.features.pages if page.logos is not None]
    if not pages:
        return "why.no_picture", {}
    sightings = [sighting for page in pages for sighting in page.logos or ()]
    if any(sighting.confidence >= SURE for sighting in sightings):
        return None
    if sightings:
        return "why.logo_not_sure", {"confidence": max(s.confidence for s in sightings)}
    if duty_holds(subject, profile.logo_duty):
        return None
    return "why.no_logo_seen", {"least": LEAST_SIDE}
