"""WVR: waivers gone stale. They are found where waivers are applied; here they are registered."""

from __future__ import annotations

from brandguard.checks.rule import Rule, found_elsewhere

RULES = (
    Rule("WVR001", None, "note", found_elsewhere),
    Rule("WVR002", None, "note", found_elsewhere),
)
