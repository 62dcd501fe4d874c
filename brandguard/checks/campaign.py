"""CAM: what creatives of one campaign say against each other. Found by coherence."""

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
    Rule("CAM010", None, "fail", _found_elsewhere, frozenset({"facts"})),
    Rule("CAM011", None, "warn", _found_elsewhere, frozenset({"voice"}), lambda p: bool(p.address)),
    Rule("CAM020", None, "note", _found_elsewhere, frozenset({"picture"})),
    Rule("CAM021", None, "note", _found_elsewhere, frozenset({"picture"})),
    Rule("CAM030", None, "note", _found_elsewhere, frozenset({"palette"})),
    Rule("CAM031", None, "note", _found_elsewhere, frozenset({"logo"})),
    Rule("CAM032", None, "note", _found_elsewhere, frozenset({"text"})),
    Rule("CAM033", None, "note", _found_elsewhere, frozenset({"picture"})),
    Rule("CAM034", None, "note", _found_elsewhere, frozenset({"voice"})),
)
