"""Findings that somebody accepted: they stay in the report, and cost nothing.

A waiver holds until the end of its last day. One that has expired, and one that names a creative
where there is nothing left to accept, are told of in notes (WVR001, WVR002).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from brandguard.model.errors import WaiverError
from brandguard.model.features import Features
from brandguard.model.report import Facts, Finding, Place, Subject, Waived, fingerprint
from brandguard.model.said import Said
from brandguard.model.waiver import Waiver

if TYPE_CHECKING:
    from brandguard.model.creative import Box
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport

WITHIN = 0.9
"""Part of a finding's box that must lie in a region to be accepted with it."""
BASELINE = "baseline"
"""The reason that a finding of the baseline is accepted for."""
UNWAIVABLE = ("SYS", "WVR")
"""What could not be read cannot be accepted as on-brand; a waiver's own notes neither."""


def accepted_beside(profile: Profile, baseline: Container[str] = ()) -> Waivers:
    """Load the waivers beside a profile, as of today; raises ProfileError."""
    from brandguard.interchange.waiverfile import load_waivers, waivers_beside

    entries = load_waivers(waivers_beside(Path(profile.path))) if profile.path else ()
    return Waivers(entries, dt.datetime.now().astimezone().date(), baseline)


Scope = Literal["here", "creative", "campaign", "region"]
"""How far a waiver reaches: this finding, its rule in this creative or this campaign, this spot."""


def waiver_of(
    finding: Finding,
    report: CreativeReport,
    scope: Scope,
    reason: str,
    *,
    by: str | None = None,
    on: dt.date | None = None,
    until: dt.date | None = None,
) -> Waiver:
    """Give the waiver that accepts a finding.

    Raises WaiverError where the finding cannot be accepted, or not that way.
    """
    if finding.rule.startswith(UNWAIVABLE):
        raise WaiverError(
            Said("{rule} cannot be accepted: it says what could not be read", rule=finding.rule)
        )
    if not reason.strip():
        raise WaiverError(Said("say why: a waiver without a reason helps nobody"))
    name = report.path.replace("\\", "/").rsplit("/", 1)[-1]
    place = finding.place
    reach: dict[Scope, dict[str, Any]] = {
        "here": {"fingerprint": finding.fingerprint, "creative": name},
        "creative": {"rule": finding.rule, "creative": name},
        "campaign": {"rule": finding.rule, "campaign": report.campaign},
        "region": {
            "rule": finding.rule, "creative": name, "page": place.page, "region": place.box,
        },
    }  # fmt: skip
    if scope == "campaign" and not report.campaign:
        raise WaiverError(Said("this creative belongs to no campaign"))
    if scope == "region" and place.box is None:
        raise WaiverError(Said("this finding has no place on the page"))
    return Waiver(reason=reason.strip(), by=by, on=on, until=until, **reach[scope])


def campaign_waiver(
    finding: Finding,
    campaign: str,
    scope: Scope,
    reason: str,
    *,
    by: str | None = None,
    on: dt.date | None = None,
    until: dt.date | None = None,
) -> Waiver:
    """Give the waiver that accepts a finding between a campaign's creatives.

    «here» is this one finding, «campaign» all of its rule in the campaign. Raises WaiverError.
    """
    if scope not in {"here", "campaign"}:
        raise WaiverError(Said("a finding between creatives is of none of them alone"))
    if not reason.strip():
        raise WaiverError(Said("say why: a waiver without a reason helps nobody"))
    what = {"fingerprint": finding.fingerprint} if scope == "here" else {"rule": finding.rule}
    kept: dict[str, Any] = {"campaign": campaign or None, **what}
    return Waiver(reason=reason.strip(), by=by, on=on, until=until, **kept)


def accepting_together(entries: Sequence[Waiver], finding: Finding, campaign: str) -> Waiver | None:
    """Find the waiver by which a finding between a campaign's creatives is accepted."""
    return next((w for w in entries if _is_between(w, campaign) and _fits(w, finding)), None)


def _is_between(waiver: Waiver, campaign: str) -> bool:
    """Tell whether a waiver may speak of what lies between a campaign's creatives."""
    return waiver.campaign in {None, campaign} and waiver.creative is None


def accepting(entries: Sequence[Waiver], finding: Finding, report: CreativeReport) -> Waiver | None:
    """Find the waiver by which a finding of a creative is accepted."""
    subject = Subject(report.path, Features("", "", 0, (), 0), campaign=report.campaign)
    return next((w for w in entries if _covers(w, subject) and _fits(w, finding)), None)


@dataclass(frozen=True, slots=True)
class Waivers:
    """What was accepted, as of one day."""

    entries: Sequence[Waiver]
    today: dt.date
    baseline: Container[str] = ()
    """Fingerprints of an earlier run: findings that are not new."""

    def apply(self, findings: Sequence[Finding], subject: Subject) -> list[Finding]:
        """Mark the findings of one creative that were accepted, and tell of waivers gone stale."""
        mine = [w for w in self.entries if _covers(w, subject)]
        used: set[int] = set()
        out = [self._applied(finding, mine, used) for finding in findings]
        for place, waiver in enumerate(mine):
            if place in used and self._expired(waiver):
                out.append(_note("WVR001", waiver, subject))
            elif place not in used and _is_of(waiver, subject):
                out.append(_note("WVR002", waiver, subject))
        return out

    @property
    def fingerprints(self) -> dict[str, Waiver]:
        """Those that name a finding and no creative: only a whole run tells whether it is there."""
        return {w.fingerprint: w for w in self.entries if w.fingerprint and w.creative is None}

    def accept(self, findings: Sequence[Finding], campaign: str) -> tuple[Finding, ...]:
        """Mark the findings of a campaign that were accepted: those between its creatives.

        A waiver of one creative accepts none of them: it says nothing of the other side.
        """
        mine = [waiver for waiver in self.entries if _is_between(waiver, campaign)]
        return tuple(self._applied(finding, mine, set()) for finding in findings)

    def _applied(self, finding: Finding, mine: Sequence[Waiver], used: set[int]) -> Finding:
        if finding.rule.startswith(UNWAIVABLE):
            return finding
        for place, waiver in enumerate(mine):
            if not _fits(waiver, finding):
                continue
            used.add(place)
            if not self._expired(waiver):
                return replace(finding, waived=_waived(waiver))
        if finding.fingerprint in self.baseline:
            return replace(finding, waived=Waived(BASELINE))
        return finding

    def _expired(self, waiver: Waiver) -> bool:
        return waiver.until is not None and waiver.until < self.today


def _covers(waiver: Waiver, subject: Subject) -> bool:
    """Tell whether a creative is of those that a waiver speaks of."""
    if waiver.campaign is not None and waiver.campaign != subject.campaign:
        return False
    if waiver.creative is None:
        return True
    return _is_of(waiver, subject) or fnmatchcase(
        _rooted(subject.path), f"*{_rooted(waiver.creative)}"
    )


def _is_of(waiver: Waiver, subject: Subject) -> bool:
    """Tell whether a waiver names this very creative, so that nothing to accept here is telling."""
    wanted = waiver.creative
    return wanted is not None and _rooted(subject.path).endswith(_rooted(wanted))


def _rooted(path: str) -> str:
    return "/" + path.replace("\\", "/").lstrip("/")


def _fits(waiver: Waiver, finding: Finding) -> bool:
    places = (finding.place, *finding.more_places)
    return (
        waiver.fingerprint in {None, finding.fingerprint}
        and waiver.rule in {None, finding.rule}
        and (waiver.page is None or all(p.page == waiver.page for p in places))
        and (waiver.region is None or all(_within(p, waiver.region) for p in places))
    )


def _within(place: Place, region: Box) -> bool:
    if place.box is None:
        return False
    left, top, right, bottom = place.box
    area = (right - left) * (bottom - top)
    width = min(right, region[2]) - max(left, region[0])
    height = min(bottom, region[3]) - max(top, region[1])
    if area <= 0:  # a point or a line: all or nothing
        return width >= 0 and height >= 0
    return max(width, 0.0) * max(height, 0.0) >= WITHIN * area


def _waived(waiver: Waiver) -> Waived:
    on, until = (day.isoformat() if day else None for day in (waiver.on, waiver.until))
    return Waived(waiver.reason, waiver.by, on, until)


def _note(code: str, waiver: Waiver, subject: Subject) -> Finding:
    facts: Facts = {
        "rule": waiver.rule or waiver.fingerprint,
        "reason": waiver.reason,
        "by": waiver.by,
        "until": waiver.until.isoformat() if waiver.until else None,
    }
    key = "|".join(str(x) for x in (waiver.fingerprint, waiver.rule, waiver.region))
    finding = Finding(code, "note", facts, key, place=Place(page=waiver.page))
    name = fingerprint(code, subject.path, key, finding.place)
    return replace(finding, fingerprint=name)
