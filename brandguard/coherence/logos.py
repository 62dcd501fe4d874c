"""Logo: whether both sides show one, and in which version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from brandguard.coherence.basis import Compared, why_not
from brandguard.coherence.cues import NOT_EXPECTED
from brandguard.coherence.portrait import Mark
from brandguard.coherence.transport import moved
from brandguard.model.creative import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.coherence.basis import Basis
    from brandguard.coherence.portrait import Portrait

ABSENT = Mark("", recoloured=False, stretched=False)
MISSING = 0.5
"""What it costs that one side shows a logo where the other shows none."""
LEGACY = 0.6
"""What it costs that one of them is an old logo."""
VERSION = 0.1
"""What another version of the logo costs: reversed on a dark ground, or the symbol alone where
there is little room, is adaptation."""
RECOLOURED = 0.3
STRETCHED = 0.3
"""What it costs that one of the two is recoloured, or stretched, and the other is not."""


class Logos:
    """How the creatives of a campaign show the logo."""

    def __init__(self, portraits: Sequence[Portrait], basis: Basis) -> None:
        self._portraits = portraits
        self._legacy = basis.legacy

    def between(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        """Compare which logos two sides show; each creative counts the same."""
        first, second = self._shown(ones), self._shown(others)
        if not first or not second:
            return why_not("logo", self._portraits, ones, others)
        if set(first) == set(second) == {ABSENT}:
            return Compared(None, Note("why.no_logo_on_either"))
        cost = np.array([[self._cost(a, b) for b in second] for a in first])
        change = moved(list(first.values()), list(second.values()), cost)
        seen = [1.0 - side.get(ABSENT, 0.0) / sum(side.values()) for side in (first, second)]
        parts = (("moved", change), ("shown_one", seen[0]), ("shown_other", seen[1]))
        return Compared(100.0 * (1.0 - change), parts=parts)

    def versions(self, side: Sequence[int]) -> tuple[str, ...]:
        """Name the versions that a side shows, the commonest first."""
        shown = self._shown(side)
        order = sorted(shown, key=lambda mark: (-shown[mark], mark.name))
        return tuple(dict.fromkeys(mark.name for mark in order if mark != ABSENT))

    def _shown(self, side: Sequence[int]) -> dict[Mark, float]:
        out: dict[Mark, float] = {}
        for one in (self._portraits[i] for i in side):
            idle = "logo" in NOT_EXPECTED.get(one.medium, ()) and not one.logos
            if "logo" in one.reasons or idle:
                continue
            for mark in one.logos or (ABSENT,):
                out[mark] = out.get(mark, 0.0) + 1.0 / max(len(one.logos), 1)
        return out

    def _cost(self, one: Mark, other: Mark) -> float:
        if ABSENT in {one, other}:
            return 0.0 if one == other else MISSING
        left = 1.0
        if one.name != other.name:
            old = (one.name in self._legacy) != (other.name in self._legacy)
            left *= 1.0 - (LEGACY if old else VERSION)
        left *= 1.0 - RECOLOURED * (one.recoloured != other.recoloured)
        return 1.0 - left * (1.0 - STRETCHED * (one.stretched != other.stretched))
