"""How often what was learned would warn of approved creatives. Without any Qt; takes a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandguard.learning.reference import LearnedFile


@dataclass(frozen=True, slots=True)
class Alarm:
    """One learned limit, with the false alarms that were measured by leaving examples out."""

    code: str
    """look, «voice it», or the code of a rule."""
    flagged: int
    judged: int
    own: float | None = None
    """0–1: how far the limit is the brand's own; None where that is not known."""
    keys: tuple[str, ...] = ()
    """Where its owner may move it, below learned.limits; empty where only the rule can be set."""


def alarms(learned: LearnedFile | None) -> tuple[Alarm, ...]:
    """List the learned limits of a brand."""
    if learned is None:
        return ()
    from brandguard.likeness.look import look_alarms
    from brandguard.likeness.voice import voice_alarms

    out = []
    if learned.look is not None:
        out.append(Alarm("look", *look_alarms(learned.look), learned.look.look.own, ("look",)))
    for language, voice in learned.voices.items():
        found = voice_alarms(voice)
        out.append(Alarm(f"voice {language}", *found, voice.limits.own, ("voice", language)))
    out += [Alarm(code, *counts) for code, counts in learned.flagged.items()]
    return tuple(out)
