"""What every comparison of a campaign rests on, and what a comparison in one dimension gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from brandguard.model.creative import Note
from brandguard.model.profile import DEFAULT_WEIGHTS
from brandguard.model.report import Conflict, Deduction, Dimension, Finding

if TYPE_CHECKING:
    from brandguard.coherence.portrait import Portrait
    from brandguard.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Basis:
    """What the profile adds to a comparison: weights, old logos, the press, the region."""

    weights: Mapping[Dimension, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    legacy: frozenset[str] = frozenset()
    """Names of logos that must not be used any more."""
    icc: str | None = None
    """The press's own colour profile; None for the table that comes with the program."""
    region: str | None = None
    conflicts: tuple[tuple[Conflict, Finding], ...] = ()
    """What the creatives contradict each other in, with the finding that says so."""

    @classmethod
    def of(
        cls, profile: Profile | None, conflicts: Sequence[tuple[Conflict, Finding]] = ()
    ) -> Basis:
        """Take what matters from a profile."""
        if profile is None:
            return cls(conflicts=tuple(conflicts))
        return cls(
            weights=profile.weights,
            legacy=frozenset(logo.name for logo in profile.logos if logo.role == "legacy"),
            icc=profile.print_icc,
            region=profile.region,
            conflicts=tuple(conflicts),
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """How far two sides agree in one dimension; score None where nothing could be compared."""

    score: float | None
    reason: Note | None = None
    parts: tuple[tuple[str, float], ...] = ()
    deductions: tuple[Deduction, ...] = ()


class Comparer(Protocol):
    """One dimension over all creatives of a campaign, made ready once."""

    def between(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        """Compare two sides, given by the numbers of their creatives."""
        ...


def why_not(
    name: str, portraits: Sequence[Portrait], ones: Sequence[int], others: Sequence[int]
) -> Compared:
    """Say why two sides cannot be compared: the reason of the side where none can be."""
    for side in (ones, others):
        reasons = [portraits[i].reasons.get(name) for i in side]
        if reasons and all(reasons):
            return Compared(None, reasons[0])
    return Compared(None, Note("why.nothing_in_common"))
