"""Core cues of a creative: claim, logo, core colour and a way to the brand."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from brandguard.model.colour import delta_e
from brandguard.model.logo import DOUBT, SURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brandguard.coherence.portrait import Portrait
    from brandguard.model.coherence import Cue
    from brandguard.model.creative import Medium
    from brandguard.model.features import PageFeatures
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport

CUES: tuple[Cue, ...] = ("claim", "logo", "core_colour", "link")

NOT_EXPECTED: Mapping[Medium, frozenset[Cue]] = MappingProxyType({
    "radio": frozenset({"logo", "core_colour", "link"}),
    "sms": frozenset({"logo", "core_colour", "claim"}),
    "search-ad": frozenset({"logo", "core_colour", "claim"}),
    "business-card": frozenset({"claim"}),
    "press-release": frozenset({"logo", "core_colour", "claim"}),
    "stand": frozenset({"link"}),
    "billboard": frozenset({"link"}),
    "banner": frozenset({"claim", "link"}),
    "social": frozenset({"link"}),
    "video": frozenset({"link"}),
    "web": frozenset({"link"}),
    "tv": frozenset({"link"}),
})  # fmt: skip
"""Cues that a medium has no room or no senses for; the others are expected of it. A banner and a
post are links themselves. Judgement."""

WAYS = frozenset({"url", "email", "handle", "phone"})
"""Facts that lead to the brand."""
LEAST_SHARE = 0.003
"""Of the page's area, from which a core colour counts as there: a button on a poster."""
MOST_HAVE = 0.6
"""Part of a campaign's creatives that must have a cue before the others lack it…"""
FEWEST = 3
"""…and the fewest of them that must have it."""


def cues_of(
    report: CreativeReport, pages: Sequence[PageFeatures], profile: Profile | None
) -> dict[Cue, bool]:
    """Say which core cues are there; those the medium has not, or nobody can see, are left out."""
    worded = any(page.text.strip() for page in pages)
    seen = {
        "claim": _claim(report, profile) if worded else None,
        "logo": _logo(pages),
        "core_colour": _core_colour(pages, profile),
        "link": _link(report, pages) if worded else None,
    }
    out_of_place = NOT_EXPECTED.get(report.medium, frozenset())
    return {c: there for c in CUES if (there := seen[c]) is not None and c not in out_of_place}


def missing_cues(
    creatives: Sequence[Portrait], profile: Profile | None
) -> dict[str, tuple[Cue, ...]]:
    """Give the cues that creatives lack: those the profile asks for, or most of the others show."""
    wanted = {cue for cue in CUES if _asked(cue, profile) or _usual(cue, creatives)}
    return {
        one.path: tuple(cue for cue in CUES if cue in wanted and one.cues.get(cue) is False)
        for one in creatives
    }


def _usual(cue: Cue, creatives: Iterable[Portrait]) -> bool:
    known = [one.cues[cue] for one in creatives if cue in one.cues]
    return sum(known) >= max(FEWEST, MOST_HAVE * len(known))


def _asked(cue: Cue, profile: Profile | None) -> bool:
    if profile is None:
        return False
    asked = {
        "claim": bool(profile.message.claims),
        "logo": profile.logo_duty is not None,
        "core_colour": any(colour.core for colour in profile.colours),
    }
    return asked.get(cue, False)


def _claim(report: CreativeReport, profile: Profile | None) -> bool | None:
    if profile is None or report.language not in profile.message.claims:
        return None
    return any(fact.kind == "claim" for fact in report.facts)


def _logo(pages: Iterable[PageFeatures]) -> bool | None:
    """None where nobody looked, or where one may be there."""
    looked = [page.logos for page in pages if page.logos is not None]
    best = max((logo.confidence for page in looked for logo in page), default=0.0)
    return None if not looked or DOUBT < best < SURE else best >= SURE


def _core_colour(pages: Iterable[PageFeatures], profile: Profile | None) -> bool | None:
    core = [colour for colour in profile.colours if colour.core] if profile else []
    shown = [page.palette for page in pages if page.palette]
    if not core or not shown:
        return None
    shares = {
        colour.name: sum(
            s.share
            for palette in shown
            for s in palette
            if delta_e(s.hex, colour.hex) <= colour.tolerance
        )
        / len(shown)
        for colour in core
    }
    return max(shares.values()) >= LEAST_SHARE


def _link(report: CreativeReport, pages: Iterable[PageFeatures]) -> bool:
    return any(f.kind in WAYS for f in report.facts) or any(page.codes for page in pages)
