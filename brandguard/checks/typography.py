"""TYP: the fonts of a creative against those of the brand.

Only what the file itself says of its fonts is judged: letters that are pixels or outlines have no
name, and guessing one would cry wolf.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.checks.type_seen import by_family, letters_of, places_of, settings_of
from brandguard.checks.typography_sizes import RULES as SIZES
from brandguard.model.fontnames import family_key, is_system
from brandguard.model.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.checks.type_seen import Setting
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject
    from brandguard.model.typography import Family

FULL_EXTENT = 0.5
"""Part of the letters in a foreign font from which the whole creative is set wrongly. Judgement."""


def foreign_family(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TYP001: words in a family that is not the brand's; each family once, most letters first."""
    rules = profile.typography
    if rules is None or not rules.families:
        return
    settings = settings_of(subject.features)
    total = letters_of(settings)
    found = by_family(settings)
    for some in sorted(found.values(), key=lambda s: (-letters_of(s), s[0].face.family)):
        family = some[0].face.family
        if rules.family_of(family) or (subject.channel != "offline" and rules.stands_in(family)):
            continue
        letters = letters_of(some)
        place, more = places_of(some)
        yield Finding(
            "TYP001",
            "warn",
            facts={
                "family": family,
                "share": letters / total,
                "letters": letters,
                "standard": family if is_system(family) else None,
                "wanted": ", ".join(f.name for f in rules.families),
            },
            key=family_key(family),
            place=place,
            more_places=more,
            limit_from=_where(rules.families[0]),
            suggestion=True,
            extent=min(1.0, letters / total / FULL_EXTENT),
        )


def wrong_style(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TYP002: the brand's family in a weight or slope that is not the brand's."""
    rules = profile.typography
    if rules is None:
        return
    settings = settings_of(subject.features)
    total = letters_of(settings)
    wrong: dict[tuple[str, int | None, bool], list[Setting]] = defaultdict(list)
    for some in by_family(settings).values():
        for setting in some:
            face = setting.face
            family = rules.family_of(face.family)
            if family is not None and not family.allows(face.weight, italic=face.italic):
                wrong[family.name, face.weight, face.italic].append(setting)
    for (name, weight, italic), some in sorted(wrong.items(), key=lambda w: -letters_of(w[1])):
        family = rules.family_of(name)
        assert family is not None
        place, more = places_of(some)
        yield Finding(
            "TYP002",
            "warn",
            facts={
                "family": name,
                "style": _style(weight, italic=italic),
                "letters": letters_of(some),
                "share": letters_of(some) / total,
                "wanted": _wanted(family),
            },
            key=f"{family_key(name)} {_style(weight, italic=italic)}",
            place=place,
            more_places=more,
            limit_from=_where(family),
            suggestion=True,
            extent=min(1.0, letters_of(some) / total),
        )


def too_many_families(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TYP004: more families than the profile allows, whichever they are."""
    rules = profile.typography
    if rules is None or rules.max_families is None:
        return
    names: dict[str, list[Setting]] = defaultdict(list)
    for some in by_family(settings_of(subject.features)).values():
        own = rules.family_of(some[0].face.family)
        names[own.name if own else some[0].face.family] += some
    if len(names) <= rules.max_families:
        return
    order = sorted(names, key=lambda name: (-letters_of(names[name]), name))
    beyond = [setting for name in order[rules.max_families :] for setting in names[name]]
    place, more = places_of(beyond)
    yield Finding(
        "TYP004",
        "warn",
        facts={"count": len(names), "limit": rules.max_families, "families": ", ".join(order)},
        place=place,
        more_places=more,
        limit_from="profile: defaults.brandguard.typography.max_families",
        suggestion=True,
        extent=letters_of(beyond) / letters_of(s for some in names.values() for s in some),
    )


def _where(family: Family) -> str:
    return f"profile: {family.key}" if family.key else "profile"


def _style(weight: int | None, *, italic: bool) -> str:
    """Write a style as people do: 600 italic."""
    slope = "italic" if italic else "upright" if weight is None else ""
    return " ".join(filter(None, (str(weight) if weight else "", slope)))


def _wanted(family: Family) -> str:
    """Write the styles that a family may have: 400, 600-700, italic."""
    spread = [f"{low}" if low == high else f"{low}-{high}" for low, high in family.weights]
    slopes = ["italic"] if family.italic and not family.upright else []
    upright = ["upright"] if family.upright and not family.italic else []
    return ", ".join([*spread, *slopes, *upright])


def _families(profile: Profile) -> bool:
    return profile.typography is not None and bool(profile.typography.families)


def _most(profile: Profile) -> bool:
    return profile.typography is not None and profile.typography.max_families is not None


_NEEDS = frozenset({"text"})
RULES = (
    Rule("TYP001", "typography", "warn", foreign_family, _NEEDS, _families),
    Rule("TYP002", "typography", "warn", wrong_style, _NEEDS, _families),
    SIZES[0],
    Rule("TYP004", "typography", "warn", too_many_families, _NEEDS, _most),
    *SIZES[1:],
)
