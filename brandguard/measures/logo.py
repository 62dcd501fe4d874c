"""The brand's logos on a page: which, where, how sure, and how they are drawn.

On composites of 14 fictional logos (tests/benchmarks/logo_set.py) the least alike cells of a logo
that is there correlate by 0.77 and more, and it explains 0.76 and more of its frame. Lines of text
and logos that are like it reach 0.69 of the one or 0.75 of the other, never both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from brandguard.measures.logo_fit import Fit, fit
from brandguard.measures.logo_look import clear_space, contrast_on, explained, look_of, polished
from brandguard.measures.logo_placed import Frame, candidates, frames_of, stated
from brandguard.measures.logo_search import LONG, Candidate, Levels, bent, upright
from brandguard.measures.logo_template import Prepared, prepare, same_shape
from brandguard.model.logo import DOUBT, SURE, LogoSighting, LogoTemplate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray  # noqa: TC004  annotations alone

    from brandguard.model.creative import Page

EVEN_ODDS = 0.66
"""Correlation of the least alike cells at which a logo is as likely as not…"""
STEEPNESS = 0.05
"""…and how much more or less makes it e times as likely."""
EXPLAINED = 0.6
"""Share of the frame that the logo explains at which it is as likely as not…"""
EXPLAINED_STEEPNESS = 0.06
"""…and again what makes it e times as likely. The weaker of the two signs counts."""
LEAST_EDGES = 0.6
LEAST_CELLS_PERCENTILE = 15
MOST_COPIES = 3
"""Sightings of one logo on a page."""
AS_GOOD = 0.75
"""A further copy's candidate correlates at least so much of the first's."""


@dataclass(frozen=True, slots=True, eq=False)
class _Hit:
    """A fit that may be a logo."""

    fit: Fit
    confidence: float
    quad: NDArray[np.float64]
    """(4, 2): corners in the page's pixels."""


def find_logos(page: Page, templates: Sequence[LogoTemplate]) -> tuple[LogoSighting, ...]:
    """Find the brand's logos on a page that has pixels, the surest first.

    Sightings under DOUBT are not given. A symbol within a logo that holds it is no second logo.
    """
    if page.pixels is None or min(page.pixels.shape[:2]) < LONG:
        return ()
    import cv2

    cv2.setNumThreads(1)  # the machine's cores are for the workers
    levels, frames = Levels.of(page.pixels), frames_of(page)
    families = _families(tuple(templates))
    hits = [_upright(levels, frames, versions[0]) for versions in families]
    if not any(_sure(some) for some in hits):
        # A page that shows one of them as it should be is not searched for others that are bent.
        hits = [
            _best(_look_at(levels, versions[0], bent(levels, versions[0]), some))
            for some, versions in zip(hits, families, strict=True)
        ]
    found = [(hit, versions) for some, versions in zip(hits, families, strict=True) for hit in some]
    outer = [one for one in found if not any(_within(one[0], other[0]) for other in found)]
    outer.sort(key=lambda one: -one[0].confidence)
    return tuple(_sighting(page, frames, hit, versions) for hit, versions in outer)


@lru_cache(maxsize=8)
def _families(templates: tuple[LogoTemplate, ...]) -> tuple[tuple[Prepared, ...], ...]:
    """Put logos together that differ in colour alone: one search does for all of them."""
    families: list[list[Prepared]] = []
    for one in map(prepare, templates):
        home = next((f for f in families if same_shape(f[0], one)), None)
        if home is None:
            families.append([one])
        else:
            home.append(one)
    # The one with the most colours has the most edges to be known by.
    return tuple(tuple(sorted(f, key=lambda p: -len(p.colours))) for f in families)


def _upright(levels: Levels, frames: Sequence[Frame], logo: Prepared) -> list[_Hit]:
    """Look for a logo in what the file places, then upright anywhere."""
    placed = _look_at(levels, logo, candidates(frames, logo))
    return _best(_look_at(levels, logo, upright(levels, logo), placed))


def _best(hits: list[_Hit]) -> list[_Hit]:
    """Keep the surest hits that do not touch each other, and of doubtful ones none beside those."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: -hit.confidence):
        if hit.confidence >= DOUBT and not any(_overlap(hit, other) > 0 for other in kept):
            kept.append(hit)
    if _sure(kept):
        kept = [hit for hit in kept if hit.confidence >= SURE]
    return kept[:MOST_COPIES]


def _sure(hits: list[_Hit]) -> bool:
    return any(hit.confidence >= SURE for hit in hits)


def _look_at(
    levels: Levels, logo: Prepared, places: Iterable[Candidate], known: Sequence[_Hit] = ()
) -> list[_Hit]:
    """Add to the known hits those among the places; what lies in a sure one is not looked at."""
    hits = list(known)
    enough = 0.0
    for candidate in places:
        if candidate.score < enough or any(_holds(hit, candidate) for hit in hits):
            continue
        found = fit(levels.pixels, logo, candidate)
        hit = _judged(found, logo) if found else None
        if hit is None:
            continue
        if hit.confidence >= SURE:
            enough = max(enough, AS_GOOD * candidate.score)
            hits.append(hit)
        elif hit.confidence >= DOUBT:
            hits.append(hit)
    return hits


def _judged(found: Fit, logo: Prepared) -> _Hit | None:
    """Say how sure it is that a fit is the logo."""
    if not found.cells or found.edges < LEAST_EDGES:
        return None
    least = float(np.percentile(found.cells, LEAST_CELLS_PERCENTILE))
    confidence = _logistic((least - EVEN_ODDS) / STEEPNESS)
    if confidence >= DOUBT:
        found = polished(found, logo)
        whole = (explained(found, logo) - EXPLAINED) / EXPLAINED_STEEPNESS
        confidence = min(confidence, _logistic(whole))
    square = np.array([[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]], float)
    quad = square @ found.affine.T
    sides = np.hypot(*(quad[1] - quad[0])), np.hypot(*(quad[3] - quad[0]))
    if min(sides) < 4:  # noqa: PLR2004  collapsed
        return None
    return _Hit(found, confidence, quad)


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-max(odds, -50.0)))


def _box(hit: _Hit) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = hit.quad.min(0), hit.quad.max(0)
    return float(left), float(top), float(right), float(bottom)


def _holds(hit: _Hit, candidate: Candidate) -> bool:
    left, top, right, bottom = _box(hit)
    inside = left <= candidate.x <= right and top <= candidate.y <= bottom
    return inside and hit.confidence >= SURE


def _overlap(one: _Hit, other: _Hit) -> float:
    """Give the common area as a part of the smaller box."""
    a, b = _box(one), _box(other)
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    smaller = min((r - l) * (u - t) for l, t, r, u in (a, b))  # noqa: E741  left
    return max(0.0, across) * max(0.0, down) / max(smaller, 1e-6)


def _within(inner: _Hit, outer: _Hit) -> bool:
    """Whether one lies in another that is larger and as sure, or surer."""
    if inner is outer:
        return False
    a, b = _box(inner), _box(outer)
    larger = (b[2] - b[0]) * (b[3] - b[1]) > (a[2] - a[0]) * (a[3] - a[1])
    rank = (min(outer.confidence, SURE), larger) >= (min(inner.confidence, SURE), not larger)
    return rank and _overlap(inner, outer) > 0.5  # noqa: PLR2004  most of it


def _sighting(
    page: Page, frames: Sequence[Frame], hit: _Hit, versions: tuple[Prepared, ...]
) -> LogoSighting:
    """Say of a hit which version it is and how it is drawn."""
    assert page.pixels is not None  # find_logos has looked
    looks = [(look_of(hit.fit, version), version) for version in versions]
    look, version = min(looks, key=lambda pair: pair[0].colour_difference)
    rows, columns = page.pixels.shape[:2]
    scale = page.width_px / columns, page.height_px / rows
    affine = hit.fit.affine * np.array([[scale[0]], [scale[1]]])
    width, height = float(np.hypot(*affine[:, 0])), float(np.hypot(*affine[:, 1]))
    corners = [(float(x / columns), float(y / rows)) for x, y in hit.quad]
    mm = page.width_mm / page.width_px if page.width_mm else None
    mm_down = page.height_mm / page.height_px if page.height_mm else None
    left, top, right, bottom = _box(hit)
    distortion = width / height / version.aspect - 1
    angle = math.degrees(math.atan2(affine[1, 0], affine[0, 0]))
    by_the_file = stated(frames, _box(hit), distortion, angle)
    if by_the_file:
        distortion, angle = by_the_file
    return LogoSighting(
        name=version.name,
        confidence=hit.confidence,
        box=(
            max(0.0, left / columns), max(0.0, top / rows),
            min(1.0, right / columns), min(1.0, bottom / rows),
        ),
        corners=(corners[0], corners[1], corners[2], corners[3]),
        width_px=width,
        height_px=height,
        width_mm=width * mm if mm else None,
        height_mm=height * mm_down if mm_down else None,
        distortion=distortion,
        angle=angle,
        colour_difference=look.colour_difference,
        recolouring=look.recolouring,
        colour=look.colour,
        wanted_colour=look.wanted_colour,
        ground=look.ground,
        ground_kind=look.ground_kind,
        contrast=look.contrast,
        clear_space=(
            None
            if look.ground_kind == "photo"
            else clear_space(page.pixels, hit.fit.affine, version)
        ),
        source="vector" if by_the_file else "pixels",
        alternatives=()
        if look.ground_kind == "photo"
        else tuple(
            (other.name, contrast_on(other, look.ground))
            for other in versions
            if other is not version
        ),
    )  # fmt: skip
