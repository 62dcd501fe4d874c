"""Features × Profile → findings. One module a family; the register is the tuple below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brandguard.checks import (
    accepted,
    campaign,
    colour,
    colour_black,
    colour_text,
    formats,
    imagery,
    links,
    logo,
    logo_ground,
    message,
    production,
    system,
    typography,
    voice,
    wording,
)
from brandguard.checks.rule import Rule, severity_of
from brandguard.checks.spans import surely_read
from brandguard.model.report import Dimension, Finding, Severity, Subject, fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.model.profile import Profile

RULES: tuple[Rule, ...] = (
    *colour.RULES,
    *colour_text.RULES,
    *colour_black.RULES,
    *logo.RULES,
    *logo_ground.RULES,
    *typography.RULES,
    *imagery.RULES,
    *voice.RULES,
    *wording.RULES,
    *formats.RULES,
    *message.RULES,
    *links.RULES,
    *production.RULES,
    *campaign.RULES,
    *system.RULES,
    *accepted.RULES,
)
"""Every rule, in the order of their codes within a family."""

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}


def dimension_of(code: str) -> Dimension | None:
    """Give the dimension that a rule belongs to; None for SYS and for codes that are no rules."""
    rule = BY_CODE.get(code)
    return rule.dimension if rule else None


def run(subject: Subject, profile: Profile) -> list[Finding]:
    """Check one creative by every rule that is not switched off."""
    found = []
    for rule in RULES:
        if profile.rules.get(rule.code) == "off":
            continue
        for finding in rule.check(subject, profile):
            name = fingerprint(finding.rule, subject.path, finding.key, finding.place)
            severity = _held_back(finding, severity_of(rule, profile, finding), subject)
            found.append(replace(finding, severity=severity, fingerprint=name))
    return found


def _held_back(finding: Finding, severity: Severity, subject: Subject) -> Severity:
    """Let what was recognised in pixels fail a creative only where it was read surely.

    A misread word must not fail anybody: under that certainty, and where a text is missed that
    recognition may simply not have seen, a warning is the most.
    """
    if severity != "fail" or not subject.features.read_by_ocr:
        return severity
    missed = finding.place.page is None and bool({"text", "voice"} & BY_CODE[finding.rule].needs)
    unsure = finding.place.source == "ocr" and not surely_read(subject.features, finding.place)
    return "warn" if missed or unsure else severity
