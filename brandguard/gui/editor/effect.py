"""What an edit of the profile changes on what is open. Without any Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.model.report import CreativeReport

VERDICTS = ("fail", "warn", "pass", "not_evaluable")
FLAGGED = frozenset({"fail", "warn"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How one creative stands: its verdict, and how often each rule counts against it."""

    verdict: str
    rules: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, report: CreativeReport) -> Standing:
        """Sum up a report; notes and what was accepted do not count."""
        counts: dict[str, int] = {}  # a Counter of so few takes several times as long to make
        for finding in report.findings:
            if finding.waived is None and finding.severity in FLAGGED:
                counts[finding.rule] = counts.get(finding.rule, 0) + 1
        return cls(report.verdict, tuple(sorted(counts.items())))


@dataclass(frozen=True, slots=True)
class Effect:
    """Counts before and after, and the creatives whose verdict turned."""

    verdicts: tuple[tuple[str, int, int], ...]
    """Verdict, before, after; only those that there are."""
    rules: tuple[tuple[str, int, int], ...]
    """Rule, findings before, after; only those that differ, the largest change first."""
    flagged: tuple[str, ...]
    """Paths of creatives that pass under the saved profile and no longer do."""
    clean: tuple[str, ...]
    """The other way round."""


def effect(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> Effect:
    """Compare what both have judged."""
    both = [path for path in after if path in before]
    was = Counter(before[path].verdict for path in both)
    now = Counter(after[path].verdict for path in both)
    found: list[Counter[str]] = [Counter(), Counter()]
    for counts, side in zip(found, (before, after), strict=True):
        for path in both:
            for rule, number in side[path].rules:
                counts[rule] += number
    changed = [
        (rule, found[0][rule], found[1][rule])
        for rule in sorted({*found[0], *found[1]})
        if found[0][rule] != found[1][rule]
    ]
    return Effect(
        tuple((v, was[v], now[v]) for v in VERDICTS if was[v] or now[v]),
        tuple(sorted(changed, key=lambda row: (-abs(row[2] - row[1]), row[0]))),
        tuple(p for p in both if before[p].verdict == "pass" and after[p].verdict in FLAGGED),
        tuple(p for p in both if before[p].verdict in FLAGGED and after[p].verdict == "pass"),
    )
