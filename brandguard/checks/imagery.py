"""IMG: how the pages look as pictures. COL007, which is learned with the look, stands here too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.model.report import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject


def unlike_approved(_subject: Subject, _profile: Profile) -> Iterator[Finding]:
    """IMG001 is found where the learned distance is judged; here it is only registered."""
    return iter(())


def accident(_subject: Subject, _profile: Profile) -> Iterator[Finding]:
    """COL007 is found where the learned distances are judged; here it is only registered."""
    return iter(())


def out_of_range(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """IMG002: a picture trait outside the range that the profile gives it."""
    for page in subject.features.pages:
        if page.traits is None:
            continue
        for trait, (low, high) in profile.picture_ranges.items():
            value = float(getattr(page.traits, trait))
            if low <= value <= high:
                continue
            yield Finding(
                "IMG002",
                "warn",
                facts={"trait": trait, "value": value, "low": low, "high": high},
                key=trait,
                place=Place(page=page.number, source="pixels"),
                limit_from=f"profile: defaults.brandguard.imagery.traits.{trait}",
                suggestion=True,
                extent=1 / len(subject.features.pages),
            )


RULES = (
    Rule(
        "COL007", "colour", "warn", accident, frozenset({"palette", "picture"}),
        lambda profile: profile.learned is not None,
    ),
    Rule(
        "IMG001", "imagery", "warn", unlike_approved, frozenset({"picture"}),
        lambda profile: profile.learned is not None,
    ),
    Rule(
        "IMG002", "imagery", "warn", out_of_range, frozenset({"picture"}),
        lambda profile: bool(profile.picture_ranges),
    ),
)  # fmt: skip
