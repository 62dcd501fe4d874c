"""How far colours are apart, looked up: judging asks for the same pairs again and again.

A campaign shows thousands of colours, and whoever edits the profile has each of them held against
the whole palette at every stroke. Pairs that were met are remembered; new ones are computed many
at a time, and of another palette only the colours that are new in it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from brandguard.checks.colour_between import rows_of, tints
from brandguard.model.colour import differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandguard.model.profile import BrandColour, ForbiddenColour

MOST = 30_000
"""Colours that one list is remembered against; then it begins anew."""


class Apart(dict[str, tuple[float, ...]]):
    """By colour (#RRGGBB), the ΔE00 to each colour of one list, in its order."""

    def __init__(self, colours: tuple[str, ...]) -> None:
        super().__init__()
        self.colours = colours
        self._tints: dict[str, bool] = {}

    def tints_among(self, codes: Sequence[str]) -> list[bool]:
        """Tell which are a colour of the list thinned with white."""
        known = self._tints
        fresh = [code for code in codes if code not in known]
        if fresh:
            known.update(zip(fresh, tints(rows_of(fresh), self.colours).tolist(), strict=True))
        return [known[code] for code in codes]

    def __missing__(self, code: str) -> tuple[float, ...]:
        """Compute one that was not announced."""
        self.learn((code,))
        return self[code]

    def learn(self, codes: Iterable[str]) -> None:
        """Compute those that are not known yet, together."""
        fresh = [code for code in dict.fromkeys(codes) if code not in self]
        if len(self) > MOST:
            self.clear()
            self._tints = {}  # another thread may be reading the old one
        if fresh:
            rows = differences(fresh, self.colours).tolist()
            self.update(zip(fresh, map(tuple, rows), strict=True))

    def take_from(self, other: Apart) -> None:
        """Learn all that another list was held against; shared colours are not computed again."""
        known = list(other.items())  # at once: another thread may be learning
        if not known:
            return
        codes = [code for code, _ in known]
        theirs = np.array([row for _, row in known])
        fresh = [code for code in dict.fromkeys(self.colours) if code not in other.colours]
        columns = {code: theirs[:, other.colours.index(code)] for code in other.colours}
        columns |= dict(zip(fresh, differences(codes, fresh).T, strict=True))
        rows = np.stack([columns[code] for code in self.colours], axis=1).tolist()
        self.update(zip(codes, map(tuple, rows), strict=True))
        if asked := list(other._tints):
            self.tints_among(asked)

    def nearest(self, code: str) -> tuple[int, float]:
        """Give the place of the nearest colour in the list, the first of equals, and its ΔE00."""
        row = self[code]
        least = min(row)
        return row.index(least), least


_latest: list[Apart | None] = [None]


@lru_cache(maxsize=8)
def _against(colours: tuple[str, ...]) -> Apart:
    made, before = Apart(colours), _latest[0]
    if before is not None and not set(before.colours).isdisjoint(colours):
        made.take_from(before)
    _latest[0] = made
    return made


def against(colours: Sequence[BrandColour] | Sequence[ForbiddenColour]) -> Apart:
    """Give what is known of the distances to a brand's colours; there must be one at least."""
    return _against(tuple(colour.hex for colour in colours))
