"""What somebody accepted: a waiver, as the file beside the profile says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brandguard.model.creative import Box


@dataclass(frozen=True, slots=True)
class Waiver:
    """One accepted finding, or scope of findings: all that is named must fit, nothing = any."""

    reason: str
    fingerprint: str | None = None
    rule: str | None = None
    creative: str | None = None
    """End of the path, or a glob over it."""
    campaign: str | None = None
    page: int | None = None
    region: Box | None = None
    """Only findings that lie within it."""
    by: str | None = None
    on: date | None = None
    until: date | None = None
    """The last day on which it holds."""
