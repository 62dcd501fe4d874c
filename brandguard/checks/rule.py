"""What a rule is: a value that names itself, and a function that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from brandguard.model.profile import Profile
from brandguard.model.report import Dimension, Finding, Severity, Subject

CAMPAIGN = "campaign"
"""What `limit_from` begins with where the limit stands in a campaign file."""

Check = Callable[[Subject, Profile], Iterable[Finding]]


def _always(_: Profile) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked.

    `severity` is the default where the profile asks for the rule (`asked`); where it does not,
    every finding of it is a note, which never changes score or verdict. `needs` names the measures
    that it reads (palette, picture, voice, text), so that only those are taken that an enabled
    rule wants. `check` yields findings with the severity it thinks right; the profile's own word
    goes before it.
    """

    code: str
    dimension: Dimension | None
    severity: Severity
    check: Check
    needs: frozenset[str] = field(default_factory=frozenset)
    asked: Callable[[Profile], bool] = _always


def found_elsewhere(_subject: Subject, _profile: Profile) -> Iterable[Finding]:
    """Find nothing: what looks at more than one creative is registered beside the other rules."""
    return ()


def severity_of(rule: Rule, profile: Profile, finding: Finding) -> Severity:
    """Give what counts: the profile's word, else note if nobody asked, else the finding's own.

    What a campaign file wants is asked for, whatever the profile holds. Findings that keep within
    the room that the profile leaves them are notes.
    """
    if finding.facts.get("within_room"):
        return "note"
    if rule.code in profile.rules:
        return profile.rules[rule.code]
    by_campaign = (finding.limit_from or "").startswith(f"{CAMPAIGN}:")
    return finding.severity if by_campaign or rule.asked(profile) else "note"
