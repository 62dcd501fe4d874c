"""A campaign's agreement as plain data: the keys of `campaigns[]` that coherence fills.

Scores, weights, parts and points are written as they are, so that the agreement can be recomputed
(docs/coherence.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brandguard.model.report import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.coherence import Agreement, Coherence, Saying
    from brandguard.model.features import Swatch

_DIGITS = 8


def coherence(found: Coherence | None, messages: Messages) -> dict[str, Any]:
    """Give what was compared within one campaign; without it each dimension is null."""
    if found is None:
        return {"coherence": dict.fromkeys(DIMENSIONS), "coherence_score": None, "sides": None}
    return {
        "coherence": _scores(found.dimensions),
        "coherence_score": found.score,
        "sides": list(found.sides),
        "coherence_detail": {a.dimension: _detail(a, messages) for a in found.dimensions},
        "palettes": [
            _palette(*side) for side in zip(found.palettes, found.palette_weights, strict=True)
        ],
        "creatives_compared": found.creatives_compared,
        "pairs_compared": found.pairs_compared,
        "matrix": [
            {
                "path": row.path,
                "channel": row.channel,
                "score": row.score,
                "dimensions": _scores(row.dimensions),
                "missing": list(row.missing),
            }
            for row in found.creatives
        ],
        "pairs": [
            {
                "paths": [pair.one, pair.other],
                "channels": list(pair.channels),
                "score": pair.score,
                "dimensions": _scores(pair.dimensions),
            }
            for pair in found.pairs
        ],
        "sayings": [_saying(saying) for saying in found.sayings],
    }


def _scores(dimensions: Sequence[Agreement]) -> dict[str, float | None]:
    return {a.dimension: a.score for a in dimensions}


def _detail(one: Agreement, messages: Messages) -> dict[str, Any]:
    return {
        "score": one.score,
        "weight": one.weight,
        "reason": one.reason and messages.note(one.reason),
        "parts": dict(one.parts),
        "deductions": [
            {"rule": d.rule, "points": d.points, "fingerprint": d.fingerprint}
            for d in one.deductions
        ],
    }


def _palette(swatches: Sequence[Swatch], weights: Sequence[float]) -> list[dict[str, Any]]:
    return [
        {"hex": swatch.hex, "share": round(swatch.share, _DIGITS), "weight": weight}
        for swatch, weight in zip(swatches, weights, strict=True)
    ]


def _saying(one: Saying) -> dict[str, Any]:
    return {
        "path": one.path,
        "channel": one.channel,
        "headline": one.headline,
        "page": one.headline_page,
        "span": list(one.headline_span),
        "calls": list(one.calls),
    }
