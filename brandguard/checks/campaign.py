"""CAM: what creatives of one campaign say against each other. Found by coherence."""

from __future__ import annotations

from brandguard.checks.rule import Rule, found_elsewhere

RULES = (
    Rule("CAM010", None, "fail", found_elsewhere, frozenset({"facts"})),
    Rule("CAM011", None, "warn", found_elsewhere, frozenset({"voice"}), lambda p: bool(p.address)),
    Rule("CAM020", None, "note", found_elsewhere, frozenset({"picture"})),
    Rule("CAM021", None, "note", found_elsewhere, frozenset({"picture"})),
    Rule("CAM030", None, "note", found_elsewhere, frozenset({"palette"})),
    Rule("CAM031", None, "note", found_elsewhere, frozenset({"logo"})),
    Rule("CAM032", None, "note", found_elsewhere, frozenset({"text"})),
    Rule("CAM033", None, "note", found_elsewhere, frozenset({"picture"})),
    Rule("CAM034", None, "note", found_elsewhere, frozenset({"voice"})),
)
