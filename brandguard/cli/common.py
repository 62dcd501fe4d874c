"""What commands do alike: find the profile, make the request, read standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.model.errors import UsageError
from brandguard.remote.address import is_remote, refuse_if_wrong
from brandguard.settings import cache_file
from brandguard.walk import no_such

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.engine import Request
    from brandguard.judging import Reference
    from brandguard.model.profile import Profile


def load(profile: Path | None, paths: Sequence[str]) -> tuple[Profile, Reference | None]:
    """Load the profile that was named, or the nearest one, with what it learned.

    Raises UsageError where there is none, ProfileError where it cannot be used.
    """
    from brandguard.checks import BY_CODE
    from brandguard.interchange.brandyml import load_profile
    from brandguard.learning.reference import load_reference

    loaded = load_profile(profile or nearest(paths), BY_CODE)
    return loaded, load_reference(loaded)


def nearest(paths: Sequence[str]) -> Path:
    """Find the nearest profile upward from the first path; raises UsageError if there is none."""
    from brandguard.interchange.brandyml import NAMES, find_profile

    first = next((p for p in paths if p != "-" and not is_remote(p)), ".")
    start = Path(first)
    refuse_if_wrong(first)
    if not start.exists():
        raise no_such(first)
    found, searched = find_profile(start)
    if found is None:
        places = ", ".join(str(p) for p in searched)
        raise UsageError(
            f"no profile: there is no {NAMES[0]} or {NAMES[2]} in {places}. Name one with "
            "--profile, write one with «brandguard profile new», or learn one with "
            "«brandguard learn»"
        )
    return found


def request(paths: Sequence[str] | None, options: dict[str, object]) -> Request:
    """Make the engine's request of a command's options; reads standard input for the path «-»."""
    from brandguard.engine import Request

    given = tuple(paths or ())
    if not given and options.get("files_from") is None:
        raise UsageError("name a file or folder, - for text on standard input, or --files-from")
    files_from = options.get("files_from")
    if files_from is not None and str(files_from) == "-" and "-" in given:
        raise UsageError("standard input cannot be both the text (-) and the list of files")
    no_cache = options.pop("no_cache", False)
    known = {k: _plain(v) for k, v in options.items() if v is not None}
    return Request(
        paths=given,
        stdin_text=sys.stdin.buffer.read().decode("utf-8", "replace") if "-" in given else None,
        cache=None if no_cache else cache_file(),
        **known,  # type: ignore[arg-type]  # fields of Request by name
    )


def _plain(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    return str(value) if isinstance(value, str) else value
