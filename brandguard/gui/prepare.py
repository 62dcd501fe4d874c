"""What a thread finds out before a run: paths that can be taken, and the profile. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.gui.intake import Intake
from brandguard.model.errors import ProfileError
from brandguard.model.profile import Profile

if TYPE_CHECKING:
    from pathlib import Path

    from brandguard.gui.backend import Backend


@dataclass(frozen=True, slots=True)
class Prepared:
    """The answer: `error` where there is a profile that cannot be used."""

    intake: Intake
    profile: Profile | None
    error: ProfileError | None = None


def load(backend: Backend, path: Path | None, intake: Intake) -> Prepared:
    """Read a profile; what is wrong with it is part of the answer."""
    if path is None:
        return Prepared(intake, None)
    try:
        return Prepared(intake, backend.load_profile(path))
    except ProfileError as error:
        return Prepared(intake, None, error)
