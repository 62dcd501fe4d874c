"""Features × Profile → findings. One module a family; the register is the tuple below."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from brandguard.checks import (
    accepted,
    campaign,
    colour,
    colour_black,
    colour_seen,
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
from brandguard.checks.remembered import Plainly
from brandguard.checks.rule import Rule, found_elsewhere, severity_of
from brandguard.checks.spans import surely_read
from brandguard.model.report import Dimension, Finding, Severity, Subject, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from brandguard.checks.remembered import Asking
    from brandguard.model.features import Features
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


def run(subject: Subject, profile: Profile, asking: Asking | None = None) -> list[Finding]:
    """Check one creative by every rule that is not switched off and finds something to look at.

    `asking` puts the questions: one who remembers need not ask a rule twice.
    """
    asking = asking or Plainly(subject, profile)
    here = _measures_of(subject.features)
    found = []
    for name, needs, ask in _questions(profile.rules):
        if needs and needs.isdisjoint(here):
            continue
        for rule, finding in asking(name, ask):
            severity = _held_back(finding, severity_of(rule, profile, finding), subject)
            same = severity == finding.severity
            found.append(finding if same else replace(finding, severity=severity))
    return found


def foresee(creatives: Iterable[Features], profile: Profile) -> None:
    """Get ready for many creatives at once; each may be checked without it, only slower."""
    colour_seen.foresee(creatives, profile)


def _measures_of(features: Features) -> frozenset[str]:
    """Name the measures of which a creative has something: most pictures have no words."""
    here = {"palette", "picture"}  # pages without a picture are made for print, too
    words = features.voices or features.facts is not None
    if words or any(page.text or page.typefaces for page in features.pages):
        here |= {"text", "voice", "facts"}
    if any(page.logos is not None for page in features.pages):
        here.add("logo")
    if features.notes:
        here.add("notes")
    return frozenset(here)


def _find(
    rules: Iterable[Rule], off: Collection[str], subject: Subject, profile: Profile
) -> Answers:
    """Give what the rules of a family find, each by its fingerprint."""
    return tuple(
        (rule, replace(f, fingerprint=fingerprint(f.rule, subject.path, f.key, f.place)))
        for rule in rules
        if rule.code not in off
        for f in rule.check(subject, profile)
    )


def _part(rule: Rule) -> str:
    """Name what a rule is asked with: its family's rules of the same module.

    Each rule on wording reads another part of it, and all of a text: those are asked one by one.
    """
    family = rule.code[:3]
    return rule.code if family == "TRM" else f"{family} {getattr(rule.check, '__module__', '')}"


_FAMILIES = tuple(
    tuple(each)
    for _, each in groupby((rule for rule in RULES if rule.check is not found_elsewhere), _part)
)
"""Rules that are asked together: they read much the same of a profile."""

Answers = tuple[tuple[Rule, Finding], ...]
Question = tuple[str, frozenset[str], "Callable[[Subject, Profile], Answers]"]
_asked: list[tuple[Mapping[str, str] | None, tuple[Question, ...]]] = [(None, ())]
"""The latest answer: hundreds of creatives are judged by the same severities."""


def _questions(severities: Mapping[str, str]) -> tuple[Question, ...]:
    """Give what to ask under these severities: each question by its name, with what it reads."""
    known, questions = _asked[0]
    if known is not severities:
        made = []
        for rules in _FAMILIES:
            off = [rule.code for rule in rules if severities.get(rule.code) == "off"]
            name = f"{rules[0].code} without {off}" if off else rules[0].code
            made.append((name, _needs(rules), partial(_find, rules, off)))
        questions = tuple(made)
        _asked[0] = (severities, questions)
    return questions


def _needs(rules: Iterable[Rule]) -> frozenset[str]:
    """Name the measures that rules read between them; none where one reads what always is there."""
    each = [rule.needs for rule in rules]
    return frozenset[str]().union(*each) if all(each) else frozenset()


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
