"""How far the creatives of a campaign agree, online with offline and one with another.

Agreement is no verdict on the brand: two creatives may agree and both be off. Scores are 0–100 and
higher where more agrees; None always says that nothing could be compared, and `reason` why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brandguard.model.creative import Channel, Note, Span
from brandguard.model.features import Swatch
from brandguard.model.report import Deduction, Dimension

Cue = Literal["claim", "logo", "core_colour", "link"]
"""What lets a brand be recognised at once, and found."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two sides agree in one dimension."""

    dimension: Dimension
    score: float | None
    weight: float
    """How much it counts in the mean over the dimensions that could be compared."""
    reason: Note | None = None
    """Why it could not be compared."""
    parts: tuple[tuple[str, float], ...] = ()
    """Named figures that the score comes from, such as the colour distance."""
    deductions: tuple[Deduction, ...] = ()
    """What conflicts cost, where the score is 100 without them."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two creatives against each other."""

    one: str
    other: str
    """Paths; the offline one first where the pair is across the channels."""
    channels: tuple[Channel | None, Channel | None]
    score: float | None
    dimensions: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class CreativeAgreement:
    """One creative against those of the other side: a row of the matrix."""

    path: str
    channel: Channel | None
    score: float | None
    dimensions: tuple[Agreement, ...]
    missing: tuple[Cue, ...] = ()
    """Core cues that it lacks and others of its campaign, or the profile, have."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one creative says first or asks for, so that people can compare the two sides."""

    path: str
    channel: Channel | None
    headline: str
    headline_page: int
    headline_span: Span
    calls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coherence:
    """One campaign's agreement: the sides as wholes, its creatives, and the pairs at odds."""

    sides: tuple[str, str]
    """Names of the two: offline and online; the two paths of a comparison; twice the same name
    where a campaign has one side only and its creatives are compared with each other."""
    score: float | None
    """Weighted mean over the dimensions that could be compared."""
    dimensions: tuple[Agreement, ...]
    """One for every dimension, in their order."""
    creatives: tuple[CreativeAgreement, ...] = ()
    """Rows of the matrix, those that agree least first."""
    pairs: tuple[PairAgreement, ...] = ()
    """Those that disagree most, worst first."""
    pairs_compared: int = 0
    creatives_compared: int = 0
    palettes: tuple[tuple[Swatch, ...], tuple[Swatch, ...]] = ((), ())
    """Of both sides as wholes, largest share first."""
    palette_weights: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    """How much each of these colours counts in the agreement; each side sums to 1."""
    sayings: tuple[Saying, ...] = ()
    """Headlines and calls to action, offline first."""
