"""The figures of the report view, counted from what is open. Without any Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brandguard.gui.entry import COUNTED, Entry
from brandguard.gui.view import STATES
from brandguard.model.creative import Note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.model.report import CreativeReport

BINS = 10
"""Of the scores: 0–10, 10–20, …; 100 is in the last."""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule was broken."""

    rule: str
    severity: str
    """The gravest that it was given."""
    findings: int
    creatives: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """In how many creatives a dimension could be judged, and the most frequent reason why not."""

    dimension: str
    judged: int
    all: int
    reason: Note | None


@dataclass(frozen=True, slots=True)
class CampaignCount:
    """The creatives of one campaign."""

    name: str
    score: float | None
    creatives: int
    worst: str
    """The gravest state among them."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A run at one glance."""

    creatives: int = 0
    score: float | None = None
    """Mean of the scores that there are."""
    states: dict[str, int] = field(default_factory=dict)
    bins: tuple[int, ...] = (0,) * BINS
    rules: tuple[RuleCount, ...] = ()
    """Gravest first, then the most frequent."""
    campaigns: tuple[CampaignCount, ...] = ()
    worst: tuple[Entry, ...] = ()
    """Creatives that something was found in, the worst first."""
    coverage: tuple[Coverage, ...] = ()
    accepted: int = 0
    """Findings that somebody accepted."""


def figures(entries: Iterable[Entry], *, accepted: bool = False) -> Figures:
    """Count what is judged; `accepted` findings are counted as rules broken only on request."""
    judged = [entry for entry in entries if entry.report is not None]
    reports = [entry.report for entry in judged if entry.report is not None]
    scores = [report.score for report in reports if report.score is not None]
    states = Counter(entry.state for entry in judged)
    bins = Counter(min(int(score / 100 * BINS), BINS - 1) for score in scores)
    waived = sum(f.waived is not None for report in reports for f in report.findings)
    return Figures(
        creatives=len(judged),
        score=sum(scores) / len(scores) if scores else None,
        states={state: states[state] for state in STATES if states[state]},
        bins=tuple(bins[number] for number in range(BINS)),
        rules=_rules(reports, accepted=accepted),
        campaigns=_campaigns(judged),
        worst=tuple(sorted(filter(_has_something, judged), key=_badness)),
        coverage=_coverage(reports),
        accepted=waived,
    )


def _rules(reports: list[CreativeReport], *, accepted: bool) -> tuple[RuleCount, ...]:
    findings: Counter[str] = Counter()
    creatives: Counter[str] = Counter()
    gravest: dict[str, str] = {}
    for report in reports:
        mine = set()
        for finding in report.findings:
            if finding.severity not in COUNTED or (finding.waived is not None and not accepted):
                continue
            findings[finding.rule] += 1
            mine.add(finding.rule)
            known = gravest.get(finding.rule, finding.severity)
            gravest[finding.rule] = min(known, finding.severity, key=COUNTED.index)
        creatives.update(mine)
    counted = [RuleCount(r, gravest[r], findings[r], creatives[r]) for r in findings]
    return tuple(
        sorted(
            counted, key=lambda c: (COUNTED.index(c.severity), -c.creatives, -c.findings, c.rule)
        )
    )


def _campaigns(entries: list[Entry]) -> tuple[CampaignCount, ...]:
    members: dict[str, list[Entry]] = {}
    for entry in entries:
        members.setdefault(entry.report.campaign if entry.report else "", []).append(entry)
    counts = []
    for name, mine in members.items():
        scores = [e.report.score for e in mine if e.report and e.report.score is not None]
        mean = sum(scores) / len(scores) if scores else None
        worst = min((entry.state for entry in mine), key=STATES.index)
        counts.append(CampaignCount(name, mean, len(mine), worst))
    return tuple(sorted(counts, key=lambda c: (not c.name, c.name.casefold())))


def _coverage(reports: list[CreativeReport]) -> tuple[Coverage, ...]:
    judged: Counter[str] = Counter()
    every: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {}
    notes: dict[str, Note] = {}
    for report in reports:
        for score in report.dimensions:
            every[score.dimension] += 1
            judged[score.dimension] += score.score is not None
            if score.score is None and score.reason is not None:
                name = f"{score.reason.code} {sorted(score.reason.facts.items(), key=str)}"
                reasons.setdefault(score.dimension, Counter())[name] += 1
                notes[name] = score.reason
    rows = []
    for dimension, number in every.items():
        common = reasons.get(dimension, Counter()).most_common(1)
        note = notes[common[0][0]] if common else None
        rows.append(Coverage(dimension, judged[dimension], number, note))
    return tuple(rows)


def _has_something(entry: Entry) -> bool:
    return entry.state != "pass" or any(entry.counts.values())


def _badness(entry: Entry) -> tuple[int, float, str]:
    score = entry.report.score if entry.report is not None else None
    return STATES.index(entry.state), 100.0 if score is None else score, entry.path
