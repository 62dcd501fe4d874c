"""The counts of a run: over all creatives, by campaign, and what contradicts within each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandguard import score
from brandguard.channels import belonging
from brandguard.coherence.addresses import AddressStore
from brandguard.coherence.conflicts import findings_of
from brandguard.coherence.pictures import PictureStore
from brandguard.coherence.store import FactStore
from brandguard.model.report import CampaignReport, CreativeReport, Summary, VerdictName

if TYPE_CHECKING:
    from brandguard.model.profile import Profile
    from brandguard.model.report import Conflict, Finding
    from brandguard.waivers import Waivers


class Tally:
    """Counts a run as it goes, by creative and by campaign; keeps their facts on disk."""

    def __init__(self, profile: Profile | None = None, waivers: Waivers | None = None) -> None:
        self.summary = Summary()
        self._profile = profile
        self._waivers = waivers
        self._sum = 0.0
        self._scored = 0
        self._campaigns: dict[str, _Campaign] = {}
        self._facts = FactStore()
        self._addresses = AddressStore()
        self._pictures = PictureStore()

    def add(self, report: CreativeReport) -> None:
        """Count one creative."""
        old = self.summary
        field_ = "unreadable" if report.error else _COUNTED[report.verdict]
        if report.score is not None:
            self._sum += report.score
            self._scored += 1
        mean = self._sum / self._scored if self._scored else None
        counted = {field_: getattr(old, field_) + 1}
        counted["waived"] = old.waived + sum(f.waived is not None for f in report.findings)
        self.summary = replace(old, creatives=old.creatives + 1, score=mean, **counted)
        if report.campaign:
            key = _folder(report)
            self._campaigns.setdefault(key, _Campaign(report.campaign)).add(report)
            self._facts.add(key, report)
            self._addresses.add(key, report)
            self._pictures.add(key, report)

    def campaigns(self) -> tuple[CampaignReport, ...]:
        """Give the campaigns by name, with what contradicts within them. To be called once."""
        named = sorted((c.name, key) for key, c in self._campaigns.items())
        return tuple(self._report(key) for _, key in named)

    def _report(self, key: str) -> CampaignReport:
        rules = self._profile.rules if self._profile else {}
        conflicts = () if rules.get("CAM010") == "off" else self._facts.conflicts(key)
        pictures = self._pictures.findings(key, self._profile)
        both = bool(conflicts) and self._facts.both_channels(key)
        stated = findings_of(conflicts, self._profile, both_channels=both)
        off = rules.get("CAM011") == "off"
        spoken = () if off else self._addresses.conflicts(key, self._profile)
        findings = (*stated, *self._addresses.findings(spoken, self._profile), *pictures)
        campaign = self._campaigns[key]
        if self._waivers is not None:
            findings = self._waivers.accept(findings, campaign.name)
        accepted = sum(finding.waived is not None for finding in findings)
        self.summary = replace(self.summary, waived=self.summary.waived + accepted)
        return campaign.report(key, (*conflicts, *spoken), findings)


_COUNTED: dict[VerdictName, str] = {
    "pass": "passed", "warn": "warned", "fail": "failed", "not_evaluable": "not_evaluable",
}  # fmt: skip


def _folder(report: CreativeReport) -> str:
    """Give the folder that makes the campaign one; its name where the user named it.

    A campaign file may name several campaigns: there it takes both.
    """
    if report.campaign_folder:
        return f"{report.campaign_folder}\0{report.campaign}"
    found = belonging(report.path)
    return found.folder if found.campaign == report.campaign else f"\0{report.campaign}"


@dataclass(slots=True)
class _Campaign:
    name: str
    creatives: int = 0
    total: float = 0.0
    scored: int = 0
    verdict: VerdictName = "not_evaluable"

    def add(self, report: CreativeReport) -> None:
        self.creatives += 1
        self.verdict = score.worst((self.verdict, report.verdict))
        if report.score is not None:
            self.total += report.score
            self.scored += 1

    def report(
        self, key: str, conflicts: tuple[Conflict, ...], findings: tuple[Finding, ...]
    ) -> CampaignReport:
        mean = self.total / self.scored if self.scored else None
        verdict = self.verdict
        open_ = [f for f in findings if f.waived is None and f.severity != "note"]
        if open_:
            verdict = score.worst((verdict, score.verdict_of(open_)))
        folder = key.partition("\0")[0]
        return CampaignReport(
            self.name, mean, verdict, self.creatives, findings, conflicts, folder
        )  # fmt: skip
