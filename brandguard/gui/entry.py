"""One row of the list: a creative that is waiting, being measured or judged. Without any Qt."""

from __future__ import annotations

from dataclasses import dataclass

from brandguard.model.features import Features
from brandguard.model.paths import display_path
from brandguard.model.report import CreativeReport

COUNTED = ("fail", "warn", "note")
"""Severities that the window shows, gravest first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A creative by its path, with its report once there is one."""

    path: str
    report: CreativeReport | None = None
    features: Features | None = None
    """What was measured, so that it can be judged again; None where it could not be read."""

    @property
    def name(self) -> str:
        """The file's own name as it may be shown."""
        return display_path(self.path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])

    @property
    def state(self) -> str:
        """queued, unreadable, or the verdict: a key of theme.LOOKS."""
        if self.report is None:
            return "queued"
        return "unreadable" if self.report.error is not None else self.report.verdict

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity stand, the waived left out."""
        counts = dict.fromkeys(COUNTED, 0)
        for finding in self.report.findings if self.report else ():
            if finding.waived is None and finding.severity in counts:
                counts[finding.severity] += 1
        return counts

    def same_creative(self, other: CreativeReport) -> bool:
        """Tell whether another file holds the same bytes in the same place of the same campaign."""
        mine = self.report
        return (
            mine is not None
            and mine.sha256 is not None
            and (mine.sha256, mine.campaign, mine.channel, mine.medium)
            == (other.sha256, other.campaign, other.channel, other.medium)
        )
