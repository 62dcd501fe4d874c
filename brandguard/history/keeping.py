"""Which runs are kept, where, and what is kept of them: the same for command line and window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from brandguard.model.errors import UsageError
from brandguard.model.said import Said
from brandguard.settings import history_file

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from brandguard.history.counting import Part
    from brandguard.history.record import RunRecord
    from brandguard.history.where import Where
    from brandguard.model.profile import Profile

CHOOSING = (
    "files_from", "include", "exclude", "channel", "medium", "language", "campaign", "ocr",
)  # fmt: skip
"""Options of a request that choose what is judged and how: part of what makes runs comparable."""


class Asked(Protocol):
    """What was asked to be judged; it has the fields of CHOOSING too."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Files and folders."""

    @property
    def files_from(self) -> Path | None:
        """A list of them."""


def of_folders(asked: Asked) -> bool:
    """Whether a run is about what lies in folders, rather than about single creatives."""
    return asked.files_from is not None or any(os.path.isdir(path) for path in asked.paths)  # noqa: PTH112  surrogates stay as they are


def by_itself(asked: Asked) -> bool:
    """Whether a run is kept unasked: one of folders or a list, by a person rather than a robot."""
    robot = os.environ.get("CI", "").lower() not in {"", "0", "false"}
    return not robot and of_folders(asked)


def place_named(history: str | None) -> Where:
    """Give the place that --history names, else the user's own; raises UsageError."""
    from brandguard.history.where import where

    if history is None:
        return where(str(history_file()))
    place = where(history)
    if place.file is not None and not place.file.absolute().parent.is_dir():
        raise UsageError(Said("--history {place}: there is no such folder", place=place.shown))
    return place


def is_first(place: Where) -> bool:
    """Whether the user's own history begins with this run: she is told where it lies."""
    return not place.is_there and place.file == history_file()


def run_record(
    asked: Asked, brand: Profile, home: str | None, parts: Sequence[Part], *,
    started: dt.datetime, seconds: float, baseline: bool,
) -> RunRecord:  # fmt: skip
    """Give what is kept of a run; `home` is the profile's folder."""
    from brandguard import __version__
    from brandguard.history.record import RunRecord
    from brandguard.history.suppliers import seen_from
    from brandguard.model.report import ProfileRef

    options = {name: getattr(asked, name) for name in CHOOSING}
    return RunRecord(
        started=started,
        seconds=round(seconds, 3),
        profile=ProfileRef(brand.name, brand.path, brand.sha256),
        version=__version__,
        paths=tuple(seen_from(path, home) for path in asked.paths),
        options={**options, "baseline": baseline},
        parts=parts,
        home=home,
    )
