"""The trend of a report: the runs before it that can be compared, and itself as the last point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.history.suppliers import seen_from
from brandguard.history.trends import Wish, lines
from brandguard.model.paths import display_text
from brandguard.model.trend import TrendLine, TrendPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandguard.history.counting import Part
    from brandguard.history.record import RunRecord
    from brandguard.history.trends import PartPoint
    from brandguard.history.where import Where
    from brandguard.model.profile import Profile
    from brandguard.model.report import CampaignReport

Key = tuple[str, str]
"""Name and place of a campaign as they are kept; two empty words for the whole run."""


def report_trend(
    place: Where | None, run: RunRecord, campaigns: Iterable[CampaignReport], last: int
) -> tuple[TrendLine, ...]:
    """Give the last so many points of the run and its campaigns; to be asked before it is kept.

    Without a place there is no past. Raises HistoryError.
    """
    past = _past(place, run, last - 1) if place is not None and last > 1 else {}
    parts = {_key(part): part for part in run.parts if part.kind in {"run", "campaign"}}
    whole = (*past.get(("", ""), ()), _point(run, parts["", ""]))
    out = [TrendLine(None, whole)]
    for report in campaigns:
        part = parts.get(_of(report, run)) or _alone(report, parts)
        if part is not None:
            points = (*past.get(_key(part), ()), _point(run, part))
            out.append(TrendLine(report.name, points, report.folder))
    return tuple(out)


def _past(place: Where, run: RunRecord, last: int) -> Mapping[Key, tuple[TrendPoint, ...]]:
    found = lines(place, Wish(series=run.series, last=last))
    return {
        (line.name or "", line.place): tuple(map(_kept, line.points))
        for line in found
        if line.kind in {"run", "campaign"} and line.name is not None
    }


def _key(part: Part) -> Key:
    """Give the key of a part; what was counted together has one that no campaign has."""
    if part.name is None:
        return ("", "\0")
    return (display_text(part.name), display_text(part.place))


def _of(report: CampaignReport, run: RunRecord) -> Key:
    return (display_text(report.name), display_text(_below(report.folder, run.home)))


def _alone(report: CampaignReport, parts: Mapping[Key, Part]) -> Part | None:
    named = [
        part for part in parts.values() if part.kind == "campaign" and part.name == report.name
    ]
    return named[0] if len(named) == 1 else None


def _point(run: RunRecord, part: Part) -> TrendPoint:
    return _trend_point(run.when, part.counts, part.score.value, part.coherence, run.profile.sha256)


def _kept(point: PartPoint) -> TrendPoint:
    run = point.run
    return _trend_point(run.started, point.counts, point.score, point.coherence, run.profile_sha256)


def _trend_point(
    started: str, counts: Mapping[str, int], score: float | None, coherence: float | None,
    sha256: str | None,
) -> TrendPoint:  # fmt: skip
    return TrendPoint(
        started=started,
        creatives=counts.get("creatives", 0),
        score=score,
        coherence=coherence,
        passed=counts.get("passed", 0),
        warned=counts.get("warned", 0),
        failed=counts.get("failed", 0) + counts.get("unreadable", 0),
        profile_sha256=sha256,
    )


def campaign_trend(
    place: Where, profile: Profile, report: CampaignReport, home: str | None, last: int
) -> TrendLine | None:
    """Give the kept runs of one campaign, whatever else was judged with it.

    Of several series the one with the latest run counts. None without earlier runs. Raises
    HistoryError.
    """
    key = (display_text(report.name), display_text(_below(report.folder, home)))
    found = [
        line
        for line in lines(place, Wish(brand=display_text(profile.name), last=last))
        if line.kind == "campaign" and (line.name or "", line.place) == key
    ]
    if not found:
        return None
    latest = max(found, key=lambda line: line.points[-1].run.started)
    return TrendLine(report.name, tuple(map(_kept, latest.points)), report.folder)


def _below(folder: str, home: str | None) -> str:
    return seen_from(folder, home) if folder else ""
