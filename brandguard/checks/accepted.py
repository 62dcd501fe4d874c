"""WVR: waivers gone stale. They are found where waivers are applied; here they are registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.profile import Profile
    from brandguard.model.report import Finding, Subject


def _found_elsewhere(_subject: Subject, _profile: Profile) -> Iterator[Finding]:
    return iter(())


RULES = (
    Rule("WVR001", None, "note", _found_elsewhere),
    Rule("WVR002", None, "note", _found_elsewhere),
)
