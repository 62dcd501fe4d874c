"""Typography: how many letters of each side are set in families that the other side uses too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.coherence.basis import Compared, why_not

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.coherence.basis import Basis
    from brandguard.coherence.portrait import Portrait


class Typefaces:
    """Which families the creatives of a campaign are set in."""

    def __init__(self, portraits: Sequence[Portrait], basis: Basis) -> None:
        del basis
        self._portraits = portraits

    def between(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        """Compare the families of two sides.

        How much a family is used does not count: a poster is all headline, a brochure all text.
        """
        first, second = self._used(ones), self._used(others)
        if not first or not second:
            return why_not("typography", self._portraits, ones, others)
        shared = [
            sum(part for family, part in side.items() if family in than)
            for side, than in ((first, second), (second, first))
        ]
        parts = (("shared_one", shared[0]), ("shared_other", shared[1]))
        return Compared(100.0 * min(1.0, sum(shared) / 2), parts=parts)

    def families(self, side: Sequence[int]) -> tuple[str, ...]:
        """Name the families of a side, those with most letters first."""
        used = self._used(side)
        names = {_plain(n): n for i in side for n, _ in reversed(self._portraits[i].faces)}
        return tuple(names[one] for one in sorted(used, key=lambda key: (-used[key], key)))

    def _used(self, side: Sequence[int]) -> dict[str, float]:
        """Give each family's part of the letters; each creative counts the same."""
        out: dict[str, float] = {}
        named = [self._portraits[i].faces for i in side if self._portraits[i].faces]
        for faces in named:
            total = sum(letters for _, letters in faces)
            for name, letters in faces:
                out[_plain(name)] = out.get(_plain(name), 0.0) + letters / total / len(named)
        return out


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold()) or name
