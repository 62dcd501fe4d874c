"""The learned colour habit: whether an accident has befallen a creative's colours (rule COL007).

For each kind of accident (likeness.accidents, likeness.planes) there is a figure of evidence, 0 for
most approved creatives, and a limit of its own: the one that the next approved creative passes at
the kind's part of the false-alarm rate. Evidence is taken as exponential with a brand's own mean,
and the mean as inverse-gamma over brands (the conjugate pair; Gelman et al., «Bayesian Data
Analysis», 2.6), so that the limit is Lomax's quantile: (B + Σ evidence) · (rate^(−1/(a + n)) − 1).
The creative's distance is the largest evidence in units of its limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brandguard.likeness import shademap
from brandguard.likeness.accidents import (
    ACCIDENTS,
    UNDOINGS,
    Undone,
    best_of_kinds,
    fits,
    gains,
    undo,
)
from brandguard.likeness.planes import Known, KnownPlanes, Plane, known_of
from brandguard.likeness.threshold import LEAST_RATE, MOST_RATE
from brandguard.model.colour import delta_e, hex_of_rgb, oklab_of_rgb, rgb_of_hex
from brandguard.model.features import Swatch
from brandguard.model.report import Distance, Facts, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brandguard.model.features import Features, PageFeatures

RATE_PARTS: Mapping[str, float] = MappingProxyType({
    "hue": 0.6, "far_hue": 0.4, "saturation": 0.6, "negative": 0.2, "plane": 0.2,
})  # fmt: skip
"""What each kind may take of the false alarms: least where the limit is mostly LEAST_EVIDENCE.
They sum to two, for what is odd in one way is mostly odd in another: on made-up brands that set no
limit, creatives over any limit are 6 % at a sum of one, 7 % at two, 9 % at four."""

LEAST_EVIDENCE: Mapping[str, float] = MappingProxyType({
    "hue": 0.1, "far_hue": 0.15, "saturation": 0.2, "negative": 1.0, "plane": 0.05,
})  # fmt: skip
"""Under this nothing is said, however even the approved creatives are. In nats; a plane in OKLab
distance. A negative needs most: a dark page beside white ones is design. Chosen by
made-up and by the development brands; a third more or less of one moves the mean recall by 2 %."""

LOOSER = 3.0
"""How much looser real brands are in their colours than the made-up ones of the cohort: their
evidence, left out, is several times as high (judgement; it matters for few examples only)."""

MAX_SERIES, MAX_MEMBERS = 40, 5
"""Series that are left out one by one, and creatives of each that are judged; of more, evenly
many."""

Shades = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ColourPage:
    """What an approved page teaches about colours."""

    shades: Shades
    known: Known


@dataclass(frozen=True, slots=True)
class HabitLimits:
    """The evidence that warns, by kind in the order of ACCIDENTS."""

    warn_at: tuple[float, ...]
    usual: float | None
    """The least fit of an approved creative, judged by the others; None without others."""


@dataclass(frozen=True, slots=True)
class HabitPrior:
    """Shape and scale of the inverse-gamma over brands' means, one of each for every kind."""

    shape: tuple[float, ...]
    scale: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PageFit:
    """One page against a habit: enough to weigh it, and to say which colour it was."""

    number: int
    undone: Undone
    fit: NDArray[np.float64]
    """(1 + undoings, shades), nats."""
    plane: Plane
    swatches: tuple[Swatch, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Habit:
    """The approved colours as judging needs them."""

    density: NDArray[np.float64]
    known: KnownPlanes

    @classmethod
    def of(cls, mean: NDArray[np.float64], pages: Iterable[ColourPage]) -> Habit:
        """Learn from the mean of the creatives' grids, and all their pages."""
        return cls(shademap.log_density(mean), KnownPlanes.of(page.known for page in pages))

    def fit_of(self, features: Features, undone: Sequence[Undone] | None = None) -> list[PageFit]:
        """Hold each page that has shades against this habit."""
        shown = [page for page in features.pages if page.shades]
        return [
            PageFit(
                page.number, ready, fits(ready, self.density),
                self.known.farthest(page.palette or ()), page.palette or (),
            )
            for page, ready in zip(shown, undone or undo_pages(features), strict=True)
        ]  # fmt: skip


def colour_page(page: PageFeatures) -> ColourPage:
    """Keep of a page what teaches colours."""
    return ColourPage(page.shades, known_of(page))


def grid_of(pages: Sequence[ColourPage]) -> NDArray[np.float64]:
    """Lay a creative's shades on the grid, mass 1; all 0 where it has none."""
    shown = [page for page in pages if page.shades]
    grid = np.zeros(shademap.CELLS)
    for page in shown:
        grid += shademap.spread(*_arrays(page.shades)) / len(shown)
    return grid


def undo_pages(features: Features) -> list[Undone]:
    """Undo every accident on each page that has shades."""
    return [undo(*_arrays(page.shades)) for page in features.pages if page.shades]


def weigh(pages: Sequence[PageFit], usual: float | None) -> NDArray[np.float64]:
    """Give a creative's evidence by kind: the mean of its pages'. At least one page."""
    return np.asarray(np.mean([evidence_of(page, usual)[0] for page in pages], axis=0))


def evidence_of(
    page: PageFit, usual: float | None
) -> tuple[NDArray[np.float64], Mapping[str, int]]:
    """Give a page's evidence by kind, and by kind the undoing that gains most."""
    evidence, best = best_of_kinds(gains(page.undone, page.fit, usual))
    return np.append(evidence, page.plane.evidence), best


def habit_distance(features: Features, habit: Habit, limits: HabitLimits) -> Distance | None:
    """Say how likely an accident to the colours is; None where no page has colours.

    The value is 1 where a warning begins: the likeliest kind's evidence in units of its limit.
    """
    pages = habit.fit_of(features)
    if not pages:
        return None
    evidence = weigh(pages, limits.usual)
    reached = evidence / np.array(limits.warn_at)
    kind = _named(evidence, reached)
    page = max(pages, key=lambda p: float(evidence_of(p, limits.usual)[0][kind]))
    best = evidence_of(page, limits.usual)[1]
    value = float(reached.max())
    facts, place = explain(page, ACCIDENTS[kind], best, habit.known) if value > 1 else ({}, Place())
    return Distance(
        dimension="colour",
        value=value,
        fail_at=None,
        parts=((ACCIDENTS[kind], value),),
        rule="COL007",
        facts=facts,
        place=place,
    )


def _named(evidence: NDArray[np.float64], reached: NDArray[np.float64]) -> int:
    """Choose the kind to name: the likeliest of those over their limits, not the strictest limit's.

    Evidence is compared in nats; a plane's is none, so it is named where it reaches farthest.
    """
    first = int(reached.argmax())
    if ACCIDENTS[first] == "plane" or reached[first] <= 1:
        return first
    over = np.where(reached > 1, evidence, 0.0)
    over[ACCIDENTS.index("plane")] = 0.0
    return int(over.argmax())


def explain(
    page: PageFit, kind: str, best: Mapping[str, int], known: KnownPlanes
) -> tuple[Facts, Place]:
    """Say which colour shows an accident most, where, what it would be undone, what is approved."""
    facts: Facts = {"accident": kind}
    if kind == "plane":
        facts |= {"found": page.plane.hex, "share": page.plane.share}
        box = page.plane.box
    else:
        number = best[kind] + 1
        gain = page.undone.shares * (page.fit[number] - page.fit[0])
        swatch = _swatch_of(page, gain)
        heaviest = int(gain.argmax())
        shown = page.undone.rgb[heaviest] if swatch is None else rgb_of_hex(swatch.hex)
        undoing = UNDOINGS[best[kind]]
        undone = undoing.apply(np.array([shown], dtype=np.float64))[0]
        facts |= {
            "found": hex_of_rgb(shown),
            "share": swatch.share if swatch else float(page.undone.shares[heaviest]),
            "undone": hex_of_rgb(undone),
            "turn": -undoing.amount if kind in {"hue", "far_hue"} else None,
            "factor": 1 / undoing.amount if kind == "saturation" else None,
        }
        box = swatch.box if swatch else None
    nearest = known.nearest(str(facts["found"]))
    if nearest is not None:
        facts |= {"nearest_hex": nearest, "delta_e": delta_e(str(facts["found"]), nearest)}
    return facts, Place(page=page.number, box=box, source="pixels")


def _swatch_of(page: PageFit, gain: NDArray[np.float64]) -> Swatch | None:
    """Find the swatch whose shades gain most by an undoing; None where the page has no palette."""
    if not page.swatches:
        return None
    rgb = np.array([rgb_of_hex(s.hex) for s in page.swatches], dtype=np.float64)
    away = ((page.undone.oklab[0][:, None] - oklab_of_rgb(rgb)) ** 2).sum(axis=-1)
    gained = np.bincount(away.argmin(axis=1), weights=gain, minlength=len(rgb))
    return page.swatches[int(gained.argmax())]


def set_habit_limits(
    examples: Sequence[tuple[Features, Sequence[ColourPage]]],
    series: Sequence[int],
    false_alarms: float,
    prior: HabitPrior,
) -> HabitLimits:
    """Set the limits from leave-one-series-out evidence, with the cohort's prior behind it."""
    evidence, usual = left_out(examples, series)
    rate = min(max(false_alarms, LEAST_RATE), MOST_RATE)
    least = [LEAST_EVIDENCE[kind] for kind in ACCIDENTS]
    warn = np.maximum(_passed_at(evidence, rate, prior), least)
    return HabitLimits(tuple(warn.tolist()), usual)


def left_out(
    examples: Sequence[tuple[Features, Sequence[ColourPage]]], series: Sequence[int]
) -> tuple[NDArray[np.float64], float | None]:
    """Judge each series by the others: evidence (series, kinds), and the least fit among them.

    No row and no fit where there is one series only.
    """
    shown = [i for i, (features, _) in enumerate(examples) if any(p.shades for p in features.pages)]
    group = np.array([series[i] for i in shown], dtype=np.intp)
    numbers = sorted(set(group.tolist()))
    if len(numbers) < 2:  # noqa: PLR2004  one to leave out, and another
        return np.zeros((0, len(ACCIDENTS))), None
    grids = {i: grid_of(examples[i][1]) for i in shown}
    total = np.asarray(sum(grids.values()))
    held: list[list[list[PageFit]]] = []
    for number in _evenly(numbers, MAX_SERIES):
        mine = [i for i, g in zip(shown, group, strict=True) if g == number]
        others = [i for i in shown if i not in mine]
        mean = (total - sum(grids[i] for i in mine)) / len(others)
        habit = Habit.of(mean, (page for i in others for page in examples[i][1]))
        held.append([habit.fit_of(examples[i][0]) for i in _evenly(mine, MAX_MEMBERS)])
    fit = [float(np.mean([_fit(member) for member in members])) for members in held]
    rows = [
        np.mean([weigh(member, min(fit[:n] + fit[n + 1 :])) for member in members], axis=0)
        for n, members in enumerate(held)
    ]
    return np.array(rows), min(fit)


def _fit(pages: Sequence[PageFit]) -> float:
    """Say how usual a creative's colours are as they are, in nats."""
    return float(np.mean([page.fit[0] @ page.undone.shares for page in pages]))


def _passed_at(
    evidence: NDArray[np.float64], rate: float, prior: HabitPrior
) -> NDArray[np.float64]:
    """Give the evidence that the next approved creative passes at a rate, by kind."""
    part = rate * np.array([RATE_PARTS[kind] for kind in ACCIDENTS])
    reach = part ** (-1 / (np.array(prior.shape) + len(evidence))) - 1
    return np.asarray((LOOSER * np.array(prior.scale) + evidence.sum(axis=0)) * reach)


def _arrays(shades: Shades) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    rgb = np.array([rgb_of_hex(code) for code, _ in shades], dtype=np.float64)
    shares = np.array([share for _, share in shades], dtype=np.float64)
    return rgb, shares / max(float(shares.sum()), 1e-12)


def _evenly(values: Sequence[int], most: int) -> list[int]:
    """Choose at most so many, evenly."""
    count = min(len(values), most)
    return [values[i * len(values) // count] for i in range(count)]
