"""A campaign's creatives against each other: sides, creatives and pairs, in every dimension."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from brandguard.coherence.basis import Compared
from brandguard.coherence.colours import Colours
from brandguard.coherence.cues import missing_cues
from brandguard.coherence.imagery import Imagery
from brandguard.coherence.logos import Logos
from brandguard.coherence.messages import Messages
from brandguard.coherence.typefaces import Typefaces
from brandguard.coherence.voices import Voices
from brandguard.model.coherence import Agreement, Coherence, CreativeAgreement, PairAgreement
from brandguard.model.creative import Note
from brandguard.model.report import DIMENSIONS, Dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brandguard.coherence.basis import Basis, Comparer
    from brandguard.coherence.portrait import Portrait
    from brandguard.model.profile import Profile

MOST_PAIRS = 1_500
"""Pairs that are compared, evenly chosen where there are more."""
SHOWN_PAIRS = 20
SHOWN_CREATIVES = 100
SHOWN_SAYINGS = 24


class Agreeing:
    """The creatives of one campaign, made ready to be compared."""

    def __init__(
        self,
        sides: tuple[Sequence[Portrait], Sequence[Portrait]],
        names: tuple[str, str],
        basis: Basis,
        profile: Profile | None = None,
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        """Take both sides; the second is empty where creatives are compared among themselves.

        `go_on` is called again and again; it raises once nobody waits for the answer any more.
        """
        self._go_on = go_on
        self.portraits = (*sides[0], *sides[1])
        self._split = len(sides[0])
        self._names, self._basis = names, basis
        self._missing = missing_cues(self.portraits, profile)
        self.colours = Colours(self.portraits, basis)
        self.logos = Logos(self.portraits, basis)
        self.typefaces = Typefaces(self.portraits, basis)
        self._comparers: Mapping[Dimension, Comparer] = {
            "colour": self.colours,
            "logo": self.logos,
            "typography": self.typefaces,
            "imagery": Imagery(self.portraits, basis),
            "voice": Voices(self.portraits, basis),
            "message": Messages(self.portraits, basis),
        }

    @property
    def sides(self) -> tuple[range, range]:
        """The numbers of the creatives of both sides; twice the same where there is one."""
        count = len(self.portraits)
        if self._split == count:
            return range(count), range(count)
        return range(self._split), range(self._split, count)

    def coherence(self) -> Coherence:
        """Compare sides, creatives and pairs."""
        pairs = self._pairs()
        rows = [self._row(i) for i in range(len(self.portraits))]
        if self._split == len(self.portraits):
            dimensions = self._mean_of(rows)
        else:
            dimensions = self._agreements(*self.sides)
        palettes = [self.colours.palette(side) for side in self.sides]
        sayings = [one.saying for one in self.portraits if one.saying is not None]
        return Coherence(
            sides=self._names,
            score=mean_score(dimensions),
            dimensions=dimensions,
            creatives=tuple(sorted(rows, key=_worst_first)[:SHOWN_CREATIVES]),
            pairs=tuple(sorted(pairs, key=_worst_first)[:SHOWN_PAIRS]),
            pairs_compared=len(pairs),
            creatives_compared=len(self.portraits),
            palettes=(palettes[0][0], palettes[1][0]),
            palette_weights=(palettes[0][1], palettes[1][1]),
            sayings=tuple(sayings[:SHOWN_SAYINGS]),
        )

    def _agreements(self, ones: Sequence[int], others: Sequence[int]) -> tuple[Agreement, ...]:
        self._go_on()
        return tuple(
            self._agreement(name, self._comparers[name].between(ones, others))
            if name in self._comparers
            else self._agreement(name, Compared(None, Note("why.not_compared")))
            for name in DIMENSIONS
        )

    def _agreement(self, name: Dimension, found: Compared) -> Agreement:
        return Agreement(
            name, found.score, self._basis.weights[name], found.reason, found.parts,
            found.deductions,
        )  # fmt: skip

    def _row(self, number: int) -> CreativeAgreement:
        """Compare one creative with all of the other side, or with all the others."""
        first, second = self.sides
        other = [i for i in (second if number in first else first) if i != number]
        dimensions = self._agreements([number], other)
        one = self.portraits[number]
        missing = self._missing.get(one.path, ())
        return CreativeAgreement(one.path, one.channel, mean_score(dimensions), dimensions, missing)

    def _pairs(self) -> list[PairAgreement]:
        first, second = self.sides
        every = list(combinations(first, 2) if first == second else product(first, second))
        count = min(len(every), MOST_PAIRS)
        return [self._pair(*every[n * len(every) // count]) for n in range(count)]

    def _pair(self, one: int, other: int) -> PairAgreement:
        dimensions = self._agreements([one], [other])
        a, b = self.portraits[one], self.portraits[other]
        channels = (a.channel, b.channel)
        return PairAgreement(a.path, b.path, channels, mean_score(dimensions), dimensions)

    def _mean_of(self, rows: Sequence[CreativeAgreement]) -> tuple[Agreement, ...]:
        """Give the mean of the creatives' rows: how each agrees with all the others."""
        out = []
        for number, name in enumerate(DIMENSIONS):
            column = [row.dimensions[number] for row in rows]
            scores = [a.score for a in column if a.score is not None]
            reason = column[0].reason if column else None
            out.append(
                Agreement(name, sum(scores) / len(scores), column[0].weight)
                if scores
                else Agreement(name, None, self._basis.weights[name], reason)
            )
        return tuple(out)


def mean_score(dimensions: Sequence[Agreement]) -> float | None:
    """Give the weighted mean over the dimensions that could be compared; None without any."""
    scored = [(a.weight, a.score) for a in dimensions if a.score is not None and a.weight > 0]
    total = sum(weight for weight, _ in scored)
    mean = sum(weight * score for weight, score in scored) / total if total else None
    return None if mean is None else min(mean, 100.0)  # of 100s, rounding may make more


def _worst_first(row: CreativeAgreement | PairAgreement) -> tuple[object, ...]:
    path = (row.path,) if isinstance(row, CreativeAgreement) else (row.one, row.other)
    return (row.score is None, row.score or 0.0, path)
