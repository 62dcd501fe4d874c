"""Findings and distances → scores and verdicts: the one documented function (docs/score.md).

A dimension starts at 100, or, where it was learned, at 100 · 0.7^distance. Each finding then takes
its part of what is left: a fail half, a warning a quarter, times its extent (at least a quarter).
What it took is its deduction, so that start − deductions = score. The creative's score is the mean
of the measured dimensions by the profile's weights; a finding of severity fail scales it into 0–50,
which keeps the order among those that fail. Notes and waived findings cost nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from brandguard.model.report import (
    Deduction,
    Dimension,
    DimensionScore,
    Distance,
    Finding,
    Severity,
    VerdictName,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brandguard.model.creative import Note

DECAY = 0.7
"""What one unit of distance leaves of a score: at the warn threshold a learned dimension has 70."""
TAKES: Mapping[Severity, float] = {"fail": 0.5, "warn": 0.25, "note": 0.0, "off": 0.0}
"""The part of what is left that one finding of full extent takes. Judgement: a foreign
colour on half of the page costs an eighth, a wrong address throughout a quarter."""
LEAST_EXTENT = 0.25
CAP = 50.0


def learned_start(distance: float) -> float:
    """Give where a learned dimension starts, 0–100; distance in units of the warn threshold."""
    return 100.0 * math.pow(DECAY, max(distance, 0.0))


def score_dimension(
    dimension: Dimension,
    weight: float,
    findings: Sequence[Finding],
    distance: Distance | None,
    reason: Note | None,
) -> DimensionScore:
    """Score one dimension; `reason` says why it is not evaluable, None where it is."""
    mine = [f for f in findings if f.waived is None]
    if reason is not None:
        return DimensionScore(dimension, None, "not_evaluable", weight, reason=reason)
    left = learned_start(distance.value) if distance else 100.0
    deductions = []
    for finding in mine:
        takes = TAKES[finding.severity] * max(min(finding.extent, 1.0), LEAST_EXTENT)
        if not takes:
            continue
        deductions.append(Deduction(finding.rule, left * takes, finding.fingerprint))
        left -= deductions[-1].points
    return DimensionScore(
        dimension, left, verdict_of(mine), weight, distance.value if distance else None,
        tuple(deductions),
    )  # fmt: skip


def overall(
    dimensions: Iterable[DimensionScore], findings: Iterable[Finding]
) -> tuple[float | None, float | None, VerdictName]:
    """Give score (0–100, None where nothing was measured), cap and verdict of a creative."""
    scored = [(d.weight, d.score) for d in dimensions if d.score is not None and d.weight > 0]
    verdict = verdict_of(f for f in findings if f.waived is None)
    cap = CAP if verdict == "fail" else None
    if not scored:
        return None, cap, verdict if verdict != "pass" else "not_evaluable"
    mean = min(sum(w * s for w, s in scored) / sum(w for w, _ in scored), 100.0)  # rounding
    return (mean if cap is None else mean * cap / 100.0), cap, verdict


def verdict_of(findings: Iterable[Finding]) -> VerdictName:
    """Give the verdict that findings make together: the worst of their severities."""
    found = {f.severity for f in findings}
    return "fail" if "fail" in found else "warn" if "warn" in found else "pass"


def worst(verdicts: Iterable[VerdictName]) -> VerdictName:
    """Give the worst of several verdicts; not_evaluable where there is nothing else."""
    seen = set(verdicts)
    for verdict in ("fail", "warn", "pass"):
        if verdict in seen:
            return verdict
    return "not_evaluable"
