"""The counts of a run: over all creatives, by campaign, and what contradicts within each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandguard import score
from brandguard.channels import belonging
from brandguard.coherence.addresses import AddressStore
from brandguard.coherence.agreeing import Agreeing
from brandguard.coherence.basis import Basis
from brandguard.coherence.conflicts import findings_of
from brandguard.coherence.pictures import PictureStore
from brandguard.coherence.portraits import PortraitStore
from brandguard.coherence.store import FactStore
from brandguard.coherence.tensions import tensions
from brandguard.model.report import CampaignReport, CreativeReport, Summary, VerdictName
from brandguard.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brandguard.coherence.portrait import Portrait
    from brandguard.model.coherence import Coherence
    from brandguard.model.features import Features
    from brandguard.model.profile import Profile
    from brandguard.model.report import Conflict, Finding
    from brandguard.waivers import Waivers


class Tally:
    """Counts a run as it goes, by creative and by campaign; keeps their facts on disk."""

    def __init__(
        self,
        profile: Profile | None = None,
        waivers: Waivers | None = None,
        sides: tuple[str, str] | None = None,
        *,
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin; `sides` names the two sides of a comparison, else the channels are the sides.

        `go_on` is called now and then; it raises once nobody waits for the campaigns any more.
        """
        self._go_on = go_on
        self._sides = sides
        self.summary = Summary()
        self._profile = profile
        self._waivers = waivers
        self._sum = 0.0
        self._scored = 0
        self._campaigns: dict[str, _Campaign] = {}
        self._facts = FactStore()
        self._addresses = AddressStore()
        self._pictures = PictureStore()
        self._portraits = PortraitStore()

    def add(self, report: CreativeReport, features: Features | None = None, side: int = 0) -> None:
        """Count one creative; with its features it is compared with the others of its campaign.

        `side` says on which of two sides of a comparison it is.
        """
        self._go_on()
        old = self.summary
        field_ = "unreadable" if report.error else _COUNTED[report.verdict]
        if report.score is not None:
            self._sum += report.score
            self._scored += 1
        mean = self._sum / self._scored if self._scored else None
        counted = {field_: getattr(old, field_) + 1}
        counted["waived"] = old.waived + sum(f.waived is not None for f in report.findings)
        self.summary = replace(old, creatives=old.creatives + 1, score=mean, **counted)
        if self._sides:
            self._keep(COMPARISON, " × ".join(self._sides), report, features, str(side))
        elif report.campaign:
            self._keep(_folder(report), report.campaign, report, features, None)

    def _keep(
        self,
        key: str,
        name: str,
        report: CreativeReport,
        features: Features | None,
        side: str | None,
    ) -> None:
        self._campaigns.setdefault(key, _Campaign(name)).add(report)
        self._facts.add(key, report, side)
        self._addresses.add(key, report, side)
        self._pictures.add(key, report)
        if report.error is None:
            self._portraits.add(key, report, features, self._profile, side)

    def campaigns(self) -> Spool[CampaignReport]:
        """Give the campaigns by name, with what contradicts within them. To be called once."""
        reports = Spool(CampaignReport)
        for _, key in sorted((c.name, key) for key, c in self._campaigns.items()):
            reports.append(self._report(key))
        return reports

    def _report(self, key: str) -> CampaignReport:
        rules = self._profile.rules if self._profile else {}
        conflicts = () if rules.get("CAM010") == "off" else self._facts.conflicts(key)
        pictures = self._pictures.findings(key, self._profile)
        both = bool(conflicts) and self._facts.both_sides(key)
        stated = findings_of(conflicts, self._profile, both_channels=both)
        off = rules.get("CAM011") == "off"
        spoken = () if off else self._addresses.conflicts(key, self._profile)
        addressed = self._addresses.findings(spoken, self._profile)
        said = tuple(zip((*conflicts, *spoken), (*stated, *addressed), strict=True))
        coherence, tense = self._coherence(key, said)
        findings = (*stated, *addressed, *pictures, *tense)
        campaign = self._campaigns[key]
        if self._waivers is not None:
            findings = self._waivers.accept(findings, campaign.name)
        accepted = sum(finding.waived is not None for finding in findings)
        self.summary = replace(self.summary, waived=self.summary.waived + accepted)
        made = campaign.report(key, (*conflicts, *spoken), findings)
        return replace(made, coherence=coherence)

    def _coherence(
        self, key: str, said: tuple[tuple[Conflict, Finding], ...]
    ) -> tuple[Coherence | None, tuple[Finding, ...]]:
        """Compare the creatives of a campaign; None where there are not two of them."""
        sides = self._portraits.sides(key)
        names = self._names(sides)
        if names is None:
            return None, ()
        if self._waivers is not None:
            accepted = self._waivers.accept(tuple(f for _, f in said), self._campaigns[key].name)
            said = tuple((c, f) for (c, _), f in zip(said, accepted, strict=True))
        basis = Basis.of(self._profile, said)
        if self._sides or names[0] != names[1]:
            both = tuple(sides.get(s, []) for s in (("0", "1") if self._sides else names))
            agreeing = Agreeing((both[0], both[1]), names, basis, self._profile, self._go_on)
        else:
            everyone = sorted((p for one in sides.values() for p in one), key=lambda p: p.path)
            agreeing = Agreeing((everyone, ()), names, basis, self._profile, self._go_on)
        coherence = agreeing.coherence()
        return coherence, tensions(coherence, agreeing, self._profile)

    def _names(self, sides: Mapping[str, Sequence[Portrait]]) -> tuple[str, str] | None:
        """Name the two sides: twice the same where there is one; None without two creatives."""
        if self._sides:
            return self._sides if len(sides) > 1 else None
        if all(sides.get(channel) for channel in ("offline", "online")):
            return ("offline", "online")
        if sum(map(len, sides.values())) < 2:  # noqa: PLR2004  one against another
            return None
        name = next((channel for channel in sorted(sides, reverse=True) if channel), "")
        return (name, name)


COMPARISON = "\0"
"""Where the one campaign of a comparison is kept."""

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
