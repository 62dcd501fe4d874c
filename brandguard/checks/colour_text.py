"""COL006, COL008: text that is hard to read, and colours that must not meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.model.colour import delta_e
from brandguard.model.profile import ContrastLimits
from brandguard.model.report import Facts, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.features import Features, TextContrast
    from brandguard.model.profile import ForbiddenPair, Profile
    from brandguard.model.report import Subject

ROUNDING = 0.005
"""A ratio that is written as 4.5 passes 4.5."""
MUCH_TEXT = 200
"""Letters from which a pair's text weighs as much as it can; a logo's few weigh little."""
MOST = 8
"""Findings of one rule, worst first: after these a list helps nobody."""


def low_contrast(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL006: a block of text that stands out too little from what lies behind it.

    Blocks of the same colours are one finding with several places.
    """
    limits = profile.contrast or ContrastLimits()
    written = max(_letters(subject.features), 1)
    alike: dict[tuple[str, str, bool], list[tuple[TextContrast, int]]] = {}
    for page in subject.features.pages:
        for block in page.contrasts:
            if block.ratio + ROUNDING < (limits.large if block.large else limits.text):
                ground = block.ground if block.plain else ""
                alike.setdefault((block.colour, ground, block.large), []).append(
                    (block, page.number)
                )
    groups = [sorted(group, key=lambda pair: pair[0].ratio) for group in alike.values()]
    for blocks in sorted(groups, key=lambda g: (g[0][0].ratio, g[0][1], g[0][0].box))[:MOST]:
        worst, number = blocks[0]
        yield Finding(
            "COL006",
            "warn",
            facts={
                "found": worst.colour,
                "ground": worst.ground if worst.plain else None,
                "picture": None if worst.plain else worst.ground,
                "ratio": worst.ratio,
                "limit": limits.large if worst.large else limits.text,
                "size_pt": worst.size_pt,
            },
            key=f"{worst.colour} {worst.ground if worst.plain else 'picture'}",
            place=_text_place(worst, number),
            more_places=tuple(_text_place(block, page) for block, page in blocks[1:]),
            limit_from=_asked_at(profile),
            suggestion=True,
            extent=min(1.0, sum(block.letters for block, _ in blocks) / written),
        )


def _asked_at(profile: Profile) -> str:
    return "profile: defaults.brandguard.colour.contrast" if profile.contrast else "built in"


def _letters(features: Features) -> int:
    return sum(block.letters for page in features.pages for block in page.contrasts)


def _text_place(block: TextContrast, page: int) -> Place:
    return Place(page=page, box=block.box, span=block.span, source=block.source)


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Where the two colours of a pair meet; the heaviest speaks for all."""

    weight: float
    first: str
    second: str
    text: bool
    place: Place


def forbidden_pair(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL008: two colours that must not meet do: as text on its ground, or as planes that touch."""
    for pair in profile.forbidden_pairs:
        meetings = sorted(_meetings(subject.features, pair), key=lambda m: -m.weight)
        if not meetings:
            continue
        main = meetings[0]
        facts: Facts = {"found": main.first, "other": main.second}
        if main.text:
            facts |= {"letters": main.first, "ground": main.second}
        else:
            facts |= {"plane": main.first, "beside": main.second}
        facts |= {"name": pair.names[0], "other_name": pair.names[1], "reason": pair.reason}
        yield Finding(
            "COL008",
            "warn",
            facts=facts,
            key=" ".join(sorted((pair.first, pair.second))),
            place=main.place,
            more_places=tuple(m.place for m in meetings[1:MOST]),
            limit_from=f"profile: {pair.key}" if pair.key else "profile",
            extent=min(1.0, sum(m.weight for m in meetings)),
        )


def _meetings(features: Features, pair: ForbiddenPair) -> Iterator[_Meeting]:
    for page in features.pages:
        for two in page.neighbours:
            order = _as_pair(two.first, two.second, pair)
            if order is not None:
                place = Place(page=page.number, box=two.box, source="pixels", mask=two.mask)
                yield _Meeting(min(two.length, 1.0), *order, text=False, place=place)
        for block in page.contrasts:
            order = _as_pair(block.colour, block.ground, pair) if block.plain else None
            if order is not None:
                weight = min(block.letters / MUCH_TEXT, 1.0)
                yield _Meeting(weight, *order, text=True, place=_text_place(block, page.number))


def _as_pair(one: str, other: str, pair: ForbiddenPair) -> tuple[str, str] | None:
    """Give two colours back where they are the pair, whichever comes first; None where not."""
    for first, second in ((pair.first, pair.second), (pair.second, pair.first)):
        if max(delta_e(one, first), delta_e(other, second)) <= pair.tolerance:
            return one, other
    return None


RULES = (
    Rule(
        "COL006", "colour", "warn", low_contrast, frozenset({"picture", "text"}),
        lambda p: p.contrast is not None,
    ),
    Rule(
        "COL008", "colour", "warn", forbidden_pair, frozenset({"palette", "text"}),
        lambda p: bool(p.forbidden_pairs),
    ),
)  # fmt: skip
