"""The figures of a run, gathered as it goes: its parts, their scores, and their counts by rule.

A few additions a creative, and no more memory for a million of them: after so many campaigns or
supplier folders all further ones are counted together, under no name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from brandguard.channels import belonging
from brandguard.history.suppliers import seen_from, supplier_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandguard.model.coherence import Coherence
    from brandguard.model.report import CampaignReport, CreativeReport, Finding

Kind = Literal["run", "campaign", "folder"]
MOST_PARTS = 200
"""Campaigns, and supplier folders, that a run keeps apart: with their dimensions and rules some
thousands of rows at most."""

_COUNTED = {
    "pass": "passed", "warn": "warned", "fail": "failed", "not_evaluable": "not_evaluable",
}  # fmt: skip


@dataclass(slots=True)
class Mean:
    """A mean in the making."""

    total: float = 0.0
    count: int = 0

    def add(self, value: float) -> None:
        """Take one more."""
        self.total += value
        self.count += 1

    @property
    def value(self) -> float | None:
        """The mean, None of nothing."""
        return self.total / self.count if self.count else None


@dataclass(slots=True)
class Part:
    """A run, a campaign in it, or a supplier folder in it."""

    kind: Kind
    name: str | None
    """None for all that were too many to be kept apart."""
    place: str = ""
    """Folder of a campaign, as seen from the profile's: tells two of one name apart."""
    counts: dict[str, int] = field(default_factory=dict)
    score: Mean = field(default_factory=Mean)
    coherence: float | None = None
    agreement: dict[str, float] = field(default_factory=dict)
    """Coherence by dimension."""
    dimensions: dict[str, Mean] = field(default_factory=dict)
    rules: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, report: CreativeReport) -> None:
        """Count one creative."""
        self._count("creatives")
        self._count("unreadable" if report.error else _COUNTED[report.verdict])
        if report.score is not None:
            self.score.add(report.score)
        for scored in report.dimensions:
            if scored.score is not None:
                self.dimensions.setdefault(scored.dimension, Mean()).add(scored.score)
        self.find(report.findings)

    def find(self, findings: Iterable[Finding]) -> None:
        """Count the findings of one creative, or those between the creatives of a campaign."""
        seen: set[str] = set()
        for finding in findings:
            row = self.rules.setdefault(finding.rule, {})
            column = finding.severity if finding.waived is None else "waived"
            row[column] = row.get(column, 0) + 1
            if finding.rule not in seen:
                row["creatives"] = row.get("creatives", 0) + 1
                seen.add(finding.rule)
            if finding.waived is not None:
                self._count("waived")

    def agree(self, coherence: Coherence) -> None:
        """Take over how far the creatives of a campaign agree."""
        self.coherence = coherence.score
        self.agreement = {
            one.dimension: one.score for one in coherence.dimensions if one.score is not None
        }

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1


class Counting:
    """Gathers the parts of a run. `home` is the profile's folder, from which paths are seen."""

    def __init__(self, home: str | None = None) -> None:
        self._home = home
        self._run = Part("run", "")
        self._campaigns: dict[tuple[str, str], Part] = {}
        self._folders: dict[str, Part] = {}
        self._rest: dict[Kind, Part] = {}
        self._places: dict[str, str] = {}

    def add(self, report: CreativeReport) -> None:
        """Count one creative, wherever it belongs."""
        self._run.add(report)
        if report.campaign:
            self._campaign(report.campaign, _folder(report)).add(report)
        name = supplier_of(report.path)
        if name in self._folders or len(self._folders) < MOST_PARTS:
            part = self._folders.setdefault(name, Part("folder", name))
        else:
            part = self._rest.setdefault("folder", Part("folder", None))
        part.add(report)

    def parts(self, campaigns: Iterable[CampaignReport]) -> list[Part]:
        """Give all parts, the run first, with what lies between the creatives of its campaigns.

        To be called once.
        """
        named: dict[str, list[Part]] = {}
        for (name, _), part in self._campaigns.items():
            named.setdefault(name, []).append(part)
        for report in campaigns:
            part = self._counted(report, named)
            part.find(report.findings)
            self._run.find(report.findings)
            if report.coherence is not None and part.name is not None:
                part.agree(report.coherence)
        rest = [*self._campaigns.values(), *self._folders.values(), *self._rest.values()]
        return [self._run, *rest]

    def _counted(self, report: CampaignReport, named: Mapping[str, list[Part]]) -> Part:
        """Find the part of a campaign, by its name alone where its folder was found otherwise."""
        exact = self._campaigns.get((report.name, self._place(report.folder)))
        alone = named.get(report.name, ())
        if exact is None and len(alone) == 1:
            return alone[0]
        return exact or self._campaign(report.name, report.folder)

    def _place(self, folder: str) -> str:
        """Give a campaign's folder as seen from the profile's; nothing for one that was named."""
        if folder not in self._places:
            self._places[folder] = seen_from(folder, self._home) if folder else ""
        return self._places[folder]

    def _campaign(self, name: str, folder: str) -> Part:
        if len(self._campaigns) >= MOST_PARTS and folder not in self._places:
            return self._rest.setdefault("campaign", Part("campaign", None))
        key = (name, self._place(folder))
        known = self._campaigns.get(key)
        if known is None and len(self._campaigns) < MOST_PARTS:
            known = self._campaigns[key] = Part("campaign", *key)
        return known or self._rest.setdefault("campaign", Part("campaign", None))


def _folder(report: CreativeReport) -> str:
    """Give the folder that makes the campaign one; nothing where its name was given otherwise."""
    if report.campaign_folder:
        return report.campaign_folder
    found = belonging(report.path)
    return found.folder if found.campaign == report.campaign else ""
