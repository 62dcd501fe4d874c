"""What the window keeps of its runs, by the command line's rules and settings. Without any Qt."""

from __future__ import annotations

import datetime as dt
import os
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.gui.upkeep import Shared, running_settings
from brandguard.history.keeping import by_itself, is_first, place_named, run_record
from brandguard.model.errors import BrandGuardError, ProfileError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from brandguard.engine import Request
    from brandguard.history.record import RunRecord  # noqa: TC004  loaded at a run's end
    from brandguard.history.where import Where  # noqa: TC004  as above
    from brandguard.model.profile import Profile


@dataclass(frozen=True, slots=True)
class ToKeep:
    """A run at its end that is to be kept: the window has it written when it likes."""

    run: RunRecord
    place: Where


@dataclass(frozen=True, slots=True)
class NotKept:
    """A run cannot be kept where it should be; it goes on."""

    error: BrandGuardError


def counted(
    events: Generator[object, None, None], request: Request, profile: Profile
) -> Iterator[object]:
    """Hand on a run's events; before the last one comes what is to be kept of it, if anything is.

    Kept is what the command line would keep by its rules and settings. Not what a profile under
    edit says: nobody else could repeat that run.
    """
    from brandguard.engine import Finished, Judged
    from brandguard.history.counting import Counting

    started, since = dt.datetime.now(dt.UTC), time.monotonic()
    counting = Counting(home_of(profile))
    with closing(events):
        try:
            place = _place_for(request, profile)
        except BrandGuardError as error:
            yield NotKept(error)
            place = None
        for event in events:
            if place is not None and isinstance(event, Judged):
                counting.add(event.report)
            elif place is not None and isinstance(event, Finished) and event.summary.creatives:
                run = run_record(
                    request, profile, home_of(profile), counting.parts(event.campaigns),
                    started=started, seconds=time.monotonic() - since, baseline=False,
                )  # fmt: skip
                yield ToKeep(run, place)
            yield event


def _place_for(request: Request, profile: Profile) -> Where | None:
    settings = running_settings()
    named = history_named(settings)
    wanted = _wanted(settings) and (named or by_itself(request)) and _is_saved(profile)
    return place_named(named) if wanted else None


def keep(kept: ToKeep) -> bool:
    """Write a run; True where it is the first of the user's own history. Raises HistoryError."""
    from brandguard.history.record import record

    first = is_first(kept.place)
    record(kept.place, kept.run)
    return first


def history_named(settings: Shared) -> str | None:
    """Give the place that the user named: in the environment, else in the settings."""
    return os.environ.get("BRANDGUARD_HISTORY") or settings.history_at or None


def home_of(profile: Profile) -> str | None:
    """Give the profile's folder, from which paths are seen."""
    return str(Path(profile.path).absolute().parent) if profile.path else None


def _wanted(settings: Shared) -> bool:
    told = os.environ.get("BRANDGUARD_NO_HISTORY")
    return settings.history if told is None else told.lower() in {"", "0", "false", "no", "off"}


def _is_saved(profile: Profile) -> bool:
    from brandguard.checks import BY_CODE
    from brandguard.interchange.brandyml import load_profile

    try:
        on_disk = load_profile(Path(profile.path), BY_CODE) if profile.path else None
    except ProfileError:
        return False
    return on_disk is not None and on_disk.sha256 == profile.sha256
