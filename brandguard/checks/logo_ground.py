"""LOG009: a version of the logo on a ground for which the profile has another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.checks.logo import LEAST_CONTRAST, SLACK, colour_limit, finding_of, seen_logos
from brandguard.checks.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.checks.logo import Seen
    from brandguard.model.logo import BrandLogo, LogoSighting
    from brandguard.model.profile import Profile
    from brandguard.model.report import Facts, Finding, Subject

PLAIN = 3.0
"""WCAG 2.2, 1.4.11: what a drawing's contrast with its ground should be."""
MUCH_BETTER = 2.0
"""Factor by which the other version's contrast is the better one: nobody argues about less."""


def wrong_version(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LOG009: hard to see on this ground where another version of the same shape is plain on it.

    Photographs are not judged, nor a logo in colours of no version: that is another finding.
    """
    usable = {logo.name for logo in profile.logos if logo.role != "legacy"}
    worst: dict[str, tuple[float, Seen, tuple[str, float]]] = {}
    for seen in seen_logos(subject, profile):
        _, sighting, logo = seen
        better = _better(sighting, usable)
        if better is None or _said_already(sighting, logo):
            continue
        gain = better[1] / sighting.contrast
        if gain > worst.get(logo.name, (0.0,))[0]:
            worst[logo.name] = (gain, seen, better)
    for name in sorted(worst):
        _, seen, (instead, plain) = worst[name]
        _, sighting, logo = seen
        facts: Facts = {
            "found": sighting.colour,
            "ground": sighting.ground,
            "ratio": sighting.contrast,
            "instead": instead,
            "better": plain,
        }
        severity = "warn" if logo.versions else "note"
        yield finding_of("LOG009", severity, [seen], facts, logo.stated("versions"))


def _better(sighting: LogoSighting, usable: set[str]) -> tuple[str, float] | None:
    """Give the version that is plainest on this ground, where it is so by far."""
    if sighting.ground_kind == "photo" or sighting.colour_difference > colour_limit(sighting):
        return None
    others = [(name, ratio) for name, ratio in sighting.alternatives if name in usable]
    best = max(others, key=lambda other: other[1], default=None)
    if best is None or sighting.contrast >= PLAIN or best[1] < PLAIN:
        return None
    return best if best[1] >= MUCH_BETTER * sighting.contrast else None


def _said_already(sighting: LogoSighting, logo: BrandLogo) -> bool:
    """Whether LOG007 says the same, and as severely: one mistake is one finding."""
    if logo.versions and not logo.min_contrast:
        return False
    return sighting.contrast < (logo.min_contrast or LEAST_CONTRAST) * SLACK


RULES = (
    Rule(
        "LOG009",
        "logo",
        "warn",
        wrong_version,
        frozenset({"logo"}),
        lambda profile: any(logo.versions for logo in profile.logos),
    ),
)
