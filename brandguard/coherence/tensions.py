"""Where the two sides of a campaign agree too little: CAM030–CAM034.

Nobody asked for them: they are notes unless the profile sets the rule.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from brandguard.model.report import DIMENSIONS, Dimension, Facts, Finding, Place, fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.coherence.agreeing import Agreeing
    from brandguard.model.coherence import Agreement, Coherence
    from brandguard.model.profile import Profile

RULES: Mapping[Dimension, str] = MappingProxyType({
    "colour": "CAM030", "logo": "CAM031", "typography": "CAM032", "imagery": "CAM033",
    "voice": "CAM034",
})  # fmt: skip
LIMITS: Mapping[Dimension, float] = MappingProxyType({
    "colour": 60.0, "logo": 70.0, "typography": 50.0, "imagery": 40.0, "voice": 60.0,
})  # fmt: skip
"""Agreement under which it is said. docs/coherence.md tells what these figures look like."""
NAMED = 3
"""Colours, families and versions of each side that a sentence names."""


def tensions(
    coherence: Coherence, agreeing: Agreeing, profile: Profile | None
) -> tuple[Finding, ...]:
    """Say in which dimensions the two sides agree too little."""
    wanted = profile.rules if profile else {}
    one, other = agreeing.sides
    if one == other:
        return ()
    return tuple(
        _finding(found, coherence, agreeing, profile)
        for found in coherence.dimensions
        if found.score is not None
        and found.dimension in RULES
        and found.score < LIMITS[found.dimension]
        and wanted.get(RULES[found.dimension]) != "off"
    )


def _finding(
    found: Agreement, coherence: Coherence, agreeing: Agreeing, profile: Profile | None
) -> Finding:
    rule = RULES[found.dimension]
    wanted = profile.rules.get(rule) if profile else None
    number = DIMENSIONS.index(found.dimension)
    across = [p for p in coherence.pairs if p.dimensions[number].score is not None]
    worst = min(across, key=lambda p: p.dimensions[number].score or 0.0, default=None)
    first, second = _shown(found.dimension, coherence, agreeing)
    facts: Facts = {
        "value": found.score,
        "limit": LIMITS[found.dimension],
        "side": _name(coherence.sides[0]),
        "other_side": _name(coherence.sides[1]),
        "first": first,
        "second": second,
        "path": worst.one if worst and len(across) > 1 else None,
        "other_path": worst.other if worst and len(across) > 1 else None,
    }
    key = f"{found.dimension} {coherence.sides[0]} {coherence.sides[1]}"
    return Finding(
        rule,
        wanted or "note",
        facts=facts,
        key=key,
        limit_from=f"profile: defaults.brandguard.rules.{rule}" if wanted else "built in",
        suggestion=True,
        fingerprint=fingerprint(rule, "", key, Place()),
    )


def _name(side: str) -> str:
    """Name a side within a sentence: of a path, the folder and the name."""
    return "/".join(side.replace("\\", "/").rstrip("/").split("/")[-2:])


def _shown(name: Dimension, coherence: Coherence, agreeing: Agreeing) -> tuple[str, str]:
    """Name what each side shows: its colours that count most, its families, its logos."""
    return tuple(  # type: ignore[return-value]  # two sides, two texts
        ", ".join(_names(name, coherence, agreeing, side)[:NAMED]) for side in (0, 1)
    )


def _names(name: Dimension, coherence: Coherence, agreeing: Agreeing, side: int) -> tuple[str, ...]:
    if name == "colour":
        weighed = zip(coherence.palette_weights[side], coherence.palettes[side], strict=True)
        return tuple(s.hex for _, s in sorted(weighed, key=lambda pair: (-pair[0], pair[1].hex)))
    if name == "logo":
        return agreeing.logos.versions(agreeing.sides[side])
    if name == "typography":
        return agreeing.typefaces.families(agreeing.sides[side])
    return ()
