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
    imagery,
    logo,
    message,
    system,
    voice,
    wording,
)
from brandguard.checks.rule import Rule, severity_of
from brandguard.model.report import Dimension, Finding, Subject, fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.model.profile import Profile

RULES: tuple[Rule, ...] = (
    *colour.RULES,
    *colour_text.RULES,
    *colour_black.RULES,
    *logo.RULES,
    *imagery.RULES,
    *voice.RULES,
    *wording.RULES,
    *message.RULES,
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
            severity = severity_of(rule, profile, finding)
            found.append(replace(finding, severity=severity, fingerprint=name))
    return found
