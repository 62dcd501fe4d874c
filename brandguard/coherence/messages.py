"""Message: 100 less what the contradictions between two sides cost (docs/score.md, rule 2).

A fact that one side alone states costs nothing: a billboard has no room for the small print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.coherence.basis import Compared, why_not
from brandguard.coherence.conflicts import yearless
from brandguard.model.report import Deduction
from brandguard.score import TAKES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.coherence.basis import Basis
    from brandguard.coherence.portrait import Portrait
    from brandguard.model.report import Conflict


class Messages:
    """What the creatives of a campaign state.

    A contradiction that somebody accepted is one all the same: agreement says what is, and only the
    verdict asks who answers for it.
    """

    def __init__(self, portraits: Sequence[Portrait], basis: Basis) -> None:
        self._portraits = portraits
        self._conflicts = [
            (_values(conflict), finding)
            for conflict, finding in basis.conflicts
            if conflict.rule == "CAM010"
        ]

    def between(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        """Deduct each contradiction that has a word on either side."""
        first, second = ({self._portraits[i].path for i in side} for side in (ones, others))
        found = [f for values, f in self._conflicts if _clash(values, first, second)]
        kinds = [{k for i in side for k in self._portraits[i].kinds} for side in (ones, others)]
        if not found and not kinds[0] & kinds[1]:
            return why_not("message", self._portraits, ones, others)
        left, deductions = 100.0, []
        for finding in found:
            takes = TAKES[finding.severity]
            if takes:
                deductions.append(Deduction(finding.rule, left * takes, finding.fingerprint))
                left -= deductions[-1].points
        return Compared(left, deductions=tuple(deductions))


def _values(conflict: Conflict) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for side in conflict.sides:
        out.setdefault(side.path, set()).add(yearless(conflict.fact, side.value))
    return out


def _clash(values: dict[str, set[str]], first: set[str], second: set[str]) -> bool:
    here, there = ({v for p in side & set(values) for v in values[p]} for side in (first, second))
    return bool(here and there and len(here | there) > 1)
