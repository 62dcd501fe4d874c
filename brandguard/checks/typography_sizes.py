"""TYP003, TYP005, TYP006: text that is too small, headlines that are not set as headlines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.checks.type_seen import letters_of, places_of, settings_of
from brandguard.model.fontnames import family_key, relatives
from brandguard.model.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.checks.type_seen import Setting
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject
    from brandguard.model.typography import TextRole

PX_PER_PT = 96 / 72
LEAST_PRINTED_PT = 5.0
"""Points under which printed text is a strain to any reader: printers ask for 5 to 6 pt of
positive text. Where the profile says nothing it gives a note."""
SCALED = frozenset({"billboard", "stand", "poster", "tv"})
"""Media that are often set up smaller than they are made, and read from afar."""
SLACK = 0.05
"""Points or pixels by which a size may miss its limit: rounding of exports."""
HEADLINE = 1.5
"""How many times as large as most of the text a headline is set at least. Judgement."""
HEADLINE_LETTERS = 6
"""Letters that make a headline; fewer are a price, a percentage or a logo."""
SAME_SIZE = 0.95
"""Part of the largest size from which a line belongs to the headline."""


def too_small(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TYP003: text under the least size: points in print, pixels on screens."""
    limits = _limits(subject, profile)
    settings = [s for s in settings_of(subject.features) if s.run.size_pt]
    if not limits or not settings:
        return
    online = subject.channel == "online"
    headline = {id(s) for s in headline_of(settings)}
    total = letters_of(settings)
    for role, (limit, origin) in limits.items():
        mine = [s for s in settings if (role == "headline") == (id(s) in headline)]
        if "headline" not in limits:
            mine = settings
        small = [s for s in mine if _size(s, online=online) < limit - SLACK]
        if not small:
            continue
        least = min(_size(s, online=online) for s in small)
        place, more = places_of(small)
        yield Finding(
            "TYP003",
            "warn" if origin != "built in" else "note",
            facts={
                "size": round(least, 1),
                "size_mm": None if online else round(least * 25.4 / 72, 1),
                "limit": limit,
                "unit": "px" if online else "pt",
                "letters": letters_of(small),
                "share": letters_of(small) / total,
                "role": role,
            },
            key=role,
            place=place,
            more_places=more,
            limit_from=origin,
            suggestion=True,
            extent=letters_of(small) / total,
        )


def _limits(subject: Subject, profile: Profile) -> dict[TextRole, tuple[float, str]]:
    """Give the least size by role, and where it stands: the medium's goes before the channel's."""
    rules = profile.typography
    roles: tuple[TextRole, ...] = ("text", "headline")
    found: dict[TextRole, tuple[float, str]] = {}
    for role in roles:
        for place in (subject.medium, subject.channel):
            limit = rules.least.get((place, role)) if rules and place else None
            if limit is not None:
                key = f"profile: defaults.brandguard.typography.min_size.{place}"
                found[role] = (limit, key)
                break
    printed = subject.channel == "offline" and subject.medium not in SCALED
    if not found and printed:
        found["text"] = (LEAST_PRINTED_PT, "built in")
    return found


def _size(setting: Setting, *, online: bool) -> float:
    points = setting.run.size_pt or 0.0
    return points * PX_PER_PT if online else points


def headline_of(settings: Sequence[Setting]) -> list[Setting]:
    """Give what is set largest on the first page, if it is plainly larger than most of the text."""
    if not settings:
        return []
    first = [s for s in settings if s.page == settings[0].page and s.run.size_pt]
    sizes: Counter[float] = Counter()
    for setting in settings:
        sizes[setting.run.size_pt or 0.0] += setting.letters
    usual = max(sorted(sizes), key=sizes.__getitem__)
    wordy = [s for s in first if s.letters >= HEADLINE_LETTERS]
    largest = max((s.run.size_pt or 0.0 for s in wordy), default=0.0)
    if largest < HEADLINE * usual:
        return []
    return [s for s in first if (s.run.size_pt or 0.0) >= SAME_SIZE * largest]


def headline_in_another_font(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TYP005: the headline is set in a font of the brand that is not the one for headlines."""
    rules = profile.typography
    wanted = rules.headings if rules else None
    settings = [s for s in settings_of(subject.features) if s.run.size_pt]
    if rules is None or wanted is None or not settings:
        return
    headline = headline_of(settings)
    wrong = [
        s
        for s in headline
        if family_key(wanted.family) not in relatives(s.face.family)
        and rules.family_of(s.face.family) is not None  # else TYP001 says so
    ]
    if not wrong or letters_of(wrong) * 2 < letters_of(headline):
        return
    place, more = places_of(wrong)
    yield Finding(
        "TYP005",
        "warn",
        facts={"family": wrong[0].face.family, "wanted": wanted.family},
        key=family_key(wrong[0].face.family),
        place=place,
        more_places=more,
        limit_from=f"profile: {wanted.key}",
        suggestion=True,
        extent=0.5,
    )


def headline_in_another_weight(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TYP006: the headline is in the right family, in another weight than headlines have.

    Where the file does not name the weight, a note says that it could not be measured.
    """
    rules = profile.typography
    wanted = rules.headings if rules else None
    if rules is None or wanted is None or wanted.weight is None:
        return
    settings = [s for s in settings_of(subject.features) if s.run.size_pt]
    headline = [
        s for s in headline_of(settings) if family_key(wanted.family) in relatives(s.face.family)
    ]
    wrong = [s for s in headline if s.face.weight != wanted.weight]
    if not wrong or letters_of(wrong) * 2 < letters_of(headline):
        return
    place, more = places_of(wrong)
    weight = max(wrong, key=lambda s: s.letters).face.weight
    own = rules.family_of(wanted.family)
    if own is not None and not own.allows(weight, italic=own.italic):
        return  # TYP002 says so
    yield Finding(
        "TYP006",
        "note" if weight is None else "warn",
        facts={
            "family": wanted.family,
            "weight": weight,
            "unknown": "not_named" if weight is None else None,
            "wanted": wanted.weight,
        },
        key=str(weight or ""),
        place=place,
        more_places=more,
        limit_from=f"profile: {wanted.key}",
        suggestion=weight is not None,
        extent=0.25,
    )


def _weight_asked(profile: Profile) -> bool:
    rules = profile.typography
    return bool(rules and rules.headings and rules.headings.weight)


def _least_asked(profile: Profile) -> bool:
    return profile.typography is not None and bool(profile.typography.least)


def _headings_asked(profile: Profile) -> bool:
    return profile.typography is not None and profile.typography.headings is not None


_NEEDS = frozenset({"text"})
RULES = (
    Rule("TYP003", "typography", "warn", too_small, _NEEDS, _least_asked),
    Rule("TYP005", "typography", "warn", headline_in_another_font, _NEEDS, _headings_asked),
    Rule("TYP006", "typography", "warn", headline_in_another_weight, _NEEDS, _weight_asked),
)
