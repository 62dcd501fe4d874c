"""What is judged as plain data: the dictionaries of the JSON report, schema brandguard.report/1.

Scores, weights, distances and points are written as they are, so that the score can be recomputed
to the last digit; shares, boxes and other measured figures with eight digits after the point.
"""

from __future__ import annotations

import math
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from brandguard.model.paths import display_text, path_b64
from brandguard.writers.coherence_record import coherence

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.mask import Mask
    from brandguard.model.report import (
        CampaignReport,
        Conflict,
        CreativeReport,
        DimensionScore,
        Finding,
        Place,
        Report,
        Summary,
    )

SCHEMA = "brandguard.report/1"
_SURROGATE = re.compile("[\ud800-\udfff]")
_TERMINAL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_DIGITS = 8


def dumps(value: object, indent: int | None = None) -> str:
    """Write data as JSON that any parser takes back exactly, and that is safe to look at.

    Letters stay letters; controls and bidi controls are escaped; what is no number becomes null.
    """
    try:
        text = _plain(value, indent)
    except ValueError:
        text = _plain(_clean(value), indent)
    return _TERMINAL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _plain(value: object, indent: int | None) -> str:
    """Write data that is clean, several times as fast as `json`; raises ValueError where not."""
    return to_json(value, indent=indent, inf_nan_mode="null").decode()


def header(report: Report) -> dict[str, Any]:
    """Give what stands before the creatives."""
    profile = report.profile
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "version": report.version,
        "profile": profile
        and {"name": profile.name, "path": profile.path, "sha256": profile.sha256},
    }
    if report.stamp is not None:
        head["stamp"] = report.stamp
    return head | {"summary": summary(report.summary)}


def summary(counts: Summary) -> dict[str, Any]:
    """Give the counts over all creatives."""
    return {
        "creatives": counts.creatives,
        "pass": counts.passed,
        "warn": counts.warned,
        "fail": counts.failed,
        "not_evaluable": counts.not_evaluable,
        "unreadable": counts.unreadable,
        "waived": counts.waived,
        "score": counts.score,
    }


def creative(report: CreativeReport, messages: Messages) -> dict[str, Any]:
    """Give one creative; `path_b64` only where its path is no valid Unicode."""
    encoded = path_b64(report.path)
    return {
        "path": report.path,
        **({"path_b64": encoded} if encoded else {}),
        "sha256": report.sha256,
        "channel": report.channel,
        "channel_from": report.channel_from,
        "medium": report.medium,
        "language": report.language,
        "campaign": report.campaign,
        "pages": report.pages,
        "score": report.score,
        "verdict": report.verdict,
        "error": report.error and messages.note(report.error),
        "dimensions": {d.dimension: _dimension(d, messages) for d in report.dimensions},
        "cap": report.cap,
        "coverage": [
            {
                "what": row.what,
                "measured": row.measured,
                "reason": row.reason and messages.note(row.reason),
            }
            for row in report.coverage
        ],
        "palette": [
            {
                "hex": row.swatch.hex,
                "share": _round(row.swatch.share),
                "nearest": row.nearest,
                "delta_e": _round(row.delta_e),
                "page": row.page,
                "photo": row.swatch.photo,
            }
            for row in report.palette
        ],
        "findings": [finding(f, messages) for f in report.findings],
    }


def finding(found: Finding, messages: Messages) -> dict[str, Any]:
    """Give one finding with its words."""
    waived = found.waived
    return {
        "rule": found.rule,
        "severity": found.severity,
        "title": messages.title(found.rule),
        "message": messages.message(found),
        "facts": {k: _round(v) if isinstance(v, float) else v for k, v in found.facts.items()},
        "limit_from": found.limit_from,
        **_place(found.place),
        "more_places": [_place(place) for place in found.more_places],
        "suggestion": messages.suggestion(found),
        "fingerprint": found.fingerprint,
        "waived": waived
        and {"reason": waived.reason, "by": waived.by, "on": waived.on, "until": waived.until},
    }


def campaign(one: CampaignReport, messages: Messages) -> dict[str, Any]:
    """Give a campaign; coherence and conflicts hold what was compared between its creatives."""
    return {
        "name": one.name,
        "folder": one.folder,
        "score": one.score,
        "verdict": one.verdict,
        "creatives": one.creatives,
        **coherence(one.coherence, messages),
        "conflicts": [_conflict(conflict) for conflict in one.conflicts],
        "findings": [finding(f, messages) for f in one.findings],
    }


def trend(report: Report) -> dict[str, Any]:
    """Give the runs before this one under their key; nothing where no trend was asked for."""
    if not report.trend:
        return {}
    return {
        "trend": [
            {
                "campaign": line.campaign,
                "folder": line.folder,
                "points": [asdict(point) for point in line.points],
            }
            for line in report.trend
        ]
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    """Give a conflict with its sides, offline first."""
    return {
        "rule": conflict.rule,
        "fact": conflict.fact,
        "sides": [
            {
                "path": side.path,
                "channel": side.channel,
                "value": side.value,
                "raw": side.raw,
                "sentence": side.sentence,
                "place": _place(side.place),
            }
            for side in conflict.sides
        ],
    }


def _dimension(score: DimensionScore, messages: Messages) -> dict[str, Any]:
    return {
        "score": score.score,
        "verdict": score.verdict,
        "reason": score.reason and messages.note(score.reason),
        "weight": score.weight,
        "distance": score.distance,
        "deductions": [
            {"rule": d.rule, "points": d.points, "fingerprint": d.fingerprint}
            for d in score.deductions
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "page": place.page,
        "box": place.box and [_round(edge) for edge in place.box],
        "span": place.span and list(place.span),
        "source": place.source,
        **({"mask": _mask(place.mask)} if place.mask else {}),
    }


def _mask(mask: Mask) -> dict[str, Any]:
    return {
        "columns": mask.columns,
        "rows": mask.rows,
        "cell": [_round(side) for side in mask.cell],
        "bits": mask.bits,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _clean(value: object) -> object:
    """Make data writable: numbers that are none become null, bytes that are no text are escaped."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str):
        return display_text(value) if _SURROGATE.search(value) else value
    if isinstance(value, dict):
        return {str(_clean(key)): _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value
