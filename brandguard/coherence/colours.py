"""Colour: how much of one side's palette must change, and how far, to become the other's.

The cost of carrying a colour to another is 0 up to ALIKE (ΔE00) and 1 from OTHER on; agreement is
100 times what is left of 1. So 100 says that the palettes are one, 50 that half of the colour, as
it counts, is another colour, 0 that all of it is. Unless both sides are screens, colours are held
to what print can show first, and a colour that print cannot show may differ by half of the way
that it was moved besides: there is no one right build for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from brandguard.coherence.basis import Compared, why_not
from brandguard.coherence.gamut import printed
from brandguard.coherence.transport import carried, cut
from brandguard.model.colour import ciede2000, lab_of_rgb, oklab_of_rgb, rgb_of_hex, rgb_of_oklab
from brandguard.model.features import Swatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from brandguard.coherence.basis import Basis
    from brandguard.coherence.portrait import Portrait, Tint

ALIKE = 4.0
"""ΔE00 up to which two colours are one: between the tolerances of print (ISO 12647-2: 3.5 for the
chromatic inks) and what brands allow (5)."""
OTHER = 40.0
"""ΔE00 from which they are simply different: red and orange lie at 20, red and blue at 50."""
ROOM = 0.5
"""Part of the way into the gamut that a colour may differ by besides."""
GROUPED = 0.02
"""OKLab distance up to which colours of a campaign are named as one; under what is seen."""
MOST_SHOWN = 24
STRIP = 32
"""Colours whose distances to all others are computed at a time."""


class Colours:
    """The palettes of a campaign in one list of colours."""

    def __init__(self, portraits: Sequence[Portrait], basis: Basis) -> None:
        self._portraits = portraits
        self._icc = basis.icc
        self._hexes, place = _grouped([t for one in portraits for t in one.colours])
        shape = (len(portraits), len(self._hexes))
        self._weights, self._shares = np.zeros(shape), np.zeros(shape)
        for row, one in enumerate(portraits):
            for tint in one.colours:
                self._weights[row, place[tint.hex]] += tint.weight
                self._shares[row, place[tint.hex]] += tint.share
        self._costs: dict[bool, NDArray[np.float64]] = {}
        self._cuts: dict[tuple[int, ...], NDArray[np.intp] | None] = {}

    def between(self, ones: Sequence[int], others: Sequence[int]) -> Compared:
        """Compare two palettes."""
        first, second = self._cut(ones), self._cut(others)
        if first is None or second is None:
            return why_not("colour", self._portraits, ones, others)
        screens = all(self._portraits[i].channel == "online" for i in (*ones, *others))
        change = carried(self._cost(screens=screens)[np.ix_(first, second)])
        return Compared(100.0 * (1.0 - change), parts=(("moved", change),))

    def _cut(self, side: Sequence[int]) -> NDArray[np.intp] | None:
        """Cut a side's palette into equal parts, each a place in the list; None without colours."""
        key = tuple(side)
        if key not in self._cuts:
            weights = self._mean(side)
            self._cuts[key] = None if weights is None else cut(weights)
        return self._cuts[key]

    def palette(self, side: Sequence[int]) -> tuple[tuple[Swatch, ...], tuple[float, ...]]:
        """Give a side's mean palette, largest share first, and how much each colour counts."""
        weights = self._mean(side)
        if weights is None:
            return (), ()
        shares = self._shares[self._shown(side)].mean(axis=0)
        kept = [int(i) for i in np.flatnonzero(weights)]
        kept = sorted(kept, key=lambda i: (-shares[i], self._hexes[i]))
        swatches = tuple(Swatch(self._hexes[i], float(shares[i])) for i in kept)
        return swatches, tuple(float(weights[i]) for i in kept)

    def _shown(self, side: Sequence[int]) -> list[int]:
        return [i for i in side if self._portraits[i].colours]

    def _mean(self, side: Sequence[int]) -> NDArray[np.float64] | None:
        """Give the mean weights of a side, its MOST_SHOWN heaviest colours; None without any."""
        shown = self._shown(side)
        if not shown:
            return None
        mean = self._weights[shown].mean(axis=0)
        order = np.argsort(-mean, kind="stable")
        mean[order[MOST_SHOWN:]] = 0.0
        return np.asarray(mean / mean.sum())

    def _cost(self, *, screens: bool) -> NDArray[np.float64]:
        if screens not in self._costs:
            self._costs[screens] = _cost(self._hexes, self._icc, screens=screens)
        return self._costs[screens]


def _grouped(tints: Sequence[Tint]) -> tuple[list[str], dict[str, int]]:
    """Name near colours by the heaviest of them; gives the names, and each colour's place."""
    heaviest: dict[str, float] = {}
    for tint in tints:
        heaviest[tint.hex] = max(heaviest.get(tint.hex, 0.0), tint.weight)
    hexes = sorted(heaviest, key=lambda code: (-heaviest[code], code))
    if not hexes:
        return [], {}
    lab = oklab_of_rgb(np.array([rgb_of_hex(code) for code in hexes], dtype=np.float64))
    kept = np.empty_like(lab)
    names: list[str] = []
    place: dict[str, int] = {}
    for code, colour in zip(hexes, lab, strict=True):
        far = ((kept[: len(names)] - colour) ** 2).sum(axis=1)
        if names and far.min() <= GROUPED**2:
            place[code] = int(far.argmin())
            continue
        kept[len(names)] = colour
        place[code] = len(names)
        names.append(code)
    return names, place


def _cost(hexes: Sequence[str], icc: str | None, *, screens: bool) -> NDArray[np.float64]:
    """Give what it costs to carry each colour to each other one, 0–1, shape (n, n)."""
    rgb = np.array([rgb_of_hex(code) for code in hexes], dtype=np.float64)
    lab = lab_of_rgb(rgb)
    room = np.zeros(len(lab))
    if not screens:
        held = lab_of_rgb(rgb_of_oklab(np.array([printed(code, icc) for code in hexes])))
        room = ROOM * ciede2000(lab, held)
        lab = held
    far = _apart(lab)
    alike = ALIKE + np.maximum(room[:, None], room[None])
    return np.asarray(np.clip((far - alike) / (OTHER - alike), 0.0, 1.0))


def _apart(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give ΔE00 of each colour to each other one; half of them computed, a few rows at a time."""
    far = np.empty((len(lab), len(lab)))
    for top in range(0, len(lab), STRIP):
        strip = ciede2000(lab[top : top + STRIP, None], lab[None, top:])
        far[top : top + STRIP, top:] = strip
        far[top:, top : top + STRIP] = strip.T
    return (far + far.T) / 2  # within a strip the formula's rounding differs by direction
