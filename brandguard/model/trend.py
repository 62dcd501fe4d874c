"""How scores moved from run to run: what a report shows of the runs before it.

Points come oldest first, and the last one is the report's own run. A report holds no trend unless
one was asked for, since the same creatives would no longer give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One run, or one campaign in it."""

    started: str
    """When: ISO date and time in UTC, to the second, such as «2026-11-22T09:30:00+00:00»."""
    creatives: int
    score: float | None
    """0–100, the mean of the scored creatives; None where nothing could be judged."""
    coherence: float | None = None
    """0–100, how far the creatives of a campaign agree; None for a whole run, or not compared."""
    passed: int = 0
    warned: int = 0
    failed: int = 0
    """Creatives by verdict; those that could not be read count as failed."""
    profile_sha256: str | None = None
    """Tells where the profile changed between two points: the scores then have another measure."""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The points of the whole run (`campaign` is None) or of one campaign."""

    campaign: str | None
    points: tuple[TrendPoint, ...]
    folder: str = ""
    """That of the campaign's report, so that two campaigns of one name can be told apart."""
