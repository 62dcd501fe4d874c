"""What a thread finds out before a run: paths that can be taken, and the profile. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.gui.intake import Intake, take
from brandguard.model.errors import ProfileError
from brandguard.model.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from brandguard.gui.backend import Backend


@dataclass(frozen=True, slots=True)
class Prepared:
    """The answer: `error` where there is a profile that cannot be used."""

    intake: Intake
    profile: Profile | None
    error: ProfileError | None = None


def look_at(
    backend: Backend, paths: Sequence[str], known: Collection[str], profile: Profile | None
) -> Prepared:
    """Sort paths and see to a profile: one among them, else `profile`, else what lies nearby."""
    intake = take(paths, known, backend.is_profile)
    if intake.profile is not None:
        return load(backend, Path(intake.profile), intake)
    if profile is not None or not intake.paths:
        return Prepared(intake, profile)
    return load(backend, backend.find_profile(Path(intake.paths[0])), intake)


def look_at_with(backend: Backend, paths: Sequence[str], profile: Path) -> Prepared:
    """Sort paths to be judged by this profile: whatever lies among them is not used."""
    intake = take(paths, (), backend.is_profile)
    others = intake.unused + (intake.profile is not None)
    return load(backend, profile, replace(intake, profile=None, unused=others))


def load(backend: Backend, path: Path | None, intake: Intake) -> Prepared:
    """Read a profile; what is wrong with it is part of the answer."""
    if path is None:
        return Prepared(intake, None)
    try:
        return Prepared(intake, backend.load_profile(path))
    except ProfileError as error:
        return Prepared(intake, None, error)
