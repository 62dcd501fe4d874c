"""New planes: the largest drawn area in a colour that no approved creative has.

A band across the page in a foreign colour is the plainest of all accidents. Text, lines and spots
do not count, nor does a page's ground, nor what lies in a photograph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.model.colour import chroma, oklab_of_rgb, rgb_of_hex
from brandguard.model.creative import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandguard.model.features import PageFeatures, Swatch

LEAST_SHARE, MOST_SHARE = 0.015, 0.6
"""Of a page: less is a detail, more is its ground."""
WHOLE_SHARE = 0.05
"""From here a plane's size counts in full."""
LEAST_FILL = 0.75
"""Of its box that a plane fills: a rectangle fills all of it, a disc 0.79, text a third."""
SPAN = 0.97
"""Part of a side that a band runs along."""
ISLAND = 0.5
"""What a plane counts that is no band: new tiles and buttons are every day's work."""
LEAST_CHROMA, VIVID = 0.06, 0.15
"""OKLab chroma from which a colour is plainly one, and from which it counts in full."""

KNOWN_SHARE = 0.004
"""Share from which a colour of an approved page is known."""
KNOWN_TIMES = 2.0
PER_DOUBLING = 0.02
"""A plane may be this many times as large as any approved one of its colour; each further doubling
counts as so much OKLab distance."""

Known = tuple[tuple[str, float], ...]
"""Drawn colours of one approved page with their shares."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A new plane."""

    evidence: float
    hex: str = ""
    share: float = 0.0
    box: Box | None = None


def known_of(page: PageFeatures) -> Known:
    """Give a page's drawn colours, as an example for others."""
    return tuple(
        (s.hex, round(s.share, 4))
        for s in page.palette or ()
        if not s.photo and s.share >= KNOWN_SHARE
    )


@dataclass(frozen=True, slots=True, eq=False)
class KnownPlanes:
    """The drawn colours of all approved pages."""

    codes: tuple[str, ...]
    oklab: NDArray[np.float64]
    """(n, 3)."""
    shares: NDArray[np.float64]
    """(n,)."""

    @classmethod
    def of(cls, pages: Iterable[Known]) -> KnownPlanes:
        """Collect them."""
        rows = [row for page in pages for row in page]
        rgb = np.array([rgb_of_hex(code) for code, _ in rows], dtype=float).reshape(-1, 3)
        shares = np.array([share for _, share in rows], dtype=float)
        return cls(tuple(code for code, _ in rows), oklab_of_rgb(rgb), shares)

    def nearest(self, colour: str) -> str | None:
        """Give the approved colour nearest to #RRGGBB; None where there is none."""
        if not self.codes:
            return None
        away = self.oklab - oklab_of_rgb(np.array(rgb_of_hex(colour), dtype=float))
        return self.codes[int((away**2).sum(axis=1).argmin())]

    def farthest(self, swatches: Sequence[Swatch]) -> Plane:
        """Find the plane farthest from all known ones; its evidence is 0 if there is none."""
        best = Plane(0.0)
        for swatch in swatches:
            evidence = self._evidence(swatch)
            if evidence > best.evidence:
                best = Plane(evidence, swatch.hex, swatch.share, swatch.box)
        return best

    def _evidence(self, swatch: Swatch) -> float:
        if swatch.photo or swatch.box is None or not LEAST_SHARE <= swatch.share <= MOST_SHARE:
            return 0.0
        left, top, right, bottom = swatch.box
        lab = oklab_of_rgb(np.array(rgb_of_hex(swatch.hex), dtype=float))
        strong = float(chroma(lab))
        if strong < LEAST_CHROMA or swatch.share < LEAST_FILL * (right - left) * (bottom - top):
            return 0.0
        off = 1.0
        if len(self.shares):
            larger = np.log2(swatch.share / (KNOWN_TIMES * self.shares))
            strange = ((self.oklab - lab) ** 2).sum(axis=1)
            strange += (PER_DOUBLING * np.maximum(larger, 0.0)) ** 2
            off = float(np.sqrt(strange.min()))
        band = max(right - left, bottom - top) >= SPAN
        size = min(swatch.share / WHOLE_SHARE, 1.0) * min(strong / VIVID, 1.0)
        return off * size * (1.0 if band else ISLAND)
