"""The doors to the floors below, in one place: what the window asks of the engine and its friends.

A test hands the session other doors. Everything here may block and is called in a thread.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.model.profile import Profile
from brandguard.model.report import CreativeReport
from brandguard.workers.preview import Picture

if TYPE_CHECKING:
    from brandguard.coherence.tally import Tally
    from brandguard.model.report import Report
    from brandguard.workers.local import LocalWorkers


@dataclass(frozen=True, slots=True)
class Backend:
    """What the window needs from below; `real()` gives the program's own."""

    review: Callable[[Sequence[str], Profile], Iterator[object]]
    """Paths and profile → the engine's events; raises BrandGuardError."""
    load_profile: Callable[[Path], Profile]
    """Raises ProfileError with everything that is wrong."""
    find_profile: Callable[[Path], Path | None]
    """The profile that governs a path, if there is one."""
    preview: Callable[[str, int, int], Picture]
    """Path, page, longest side in pixels → pixels, drawn in a worker that may die in our stead."""
    export_html: Callable[[Iterable[CreativeReport], Profile, Path, str], None]
    """Reports, profile, file, language of the words; raises OutputError, the old file untouched."""
    close: Callable[[], None] = lambda: None
    """Ends what was kept warm."""


def real() -> Backend:
    """Give the doors that lead to the engine, the workers and the writers."""
    kept = _Kept()
    return Backend(
        kept.review, _load_profile, _find_profile, kept.preview, _export_html, kept.close
    )


class _Kept:
    """Workers that stay warm between runs: one part of them measures, another draws previews.

    Drawing has its own, so that a click in the list never waits behind a queue of large files.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._measuring: LocalWorkers | None = None
        self._drawing: LocalWorkers | None = None

    def review(self, paths: Sequence[str], profile: Profile) -> Iterator[object]:
        from brandguard.engine import Request, review
        from brandguard.learning.reference import load_reference
        from brandguard.settings import cache_file
        from brandguard.waivers import accepted_beside

        request = Request(paths=tuple(paths), cache=cache_file(), ordered=False)
        with self._lock:
            if self._measuring is None:
                jobs = max(1, (os.cpu_count() or 1) // 2)  # the rest is the window's and the user's
                self._measuring = _workers(jobs, request.timeout_s, request.max_memory_mb)
        yield from review(
            request,
            profile,
            load_reference(profile),
            workers=self._measuring,
            waivers=accepted_beside(profile),
        )

    def preview(self, path: str, page: int, max_px: int) -> Picture:
        from brandguard.engine import Request
        from brandguard.workers.preview import preview

        with self._lock:
            if self._drawing is None:
                plain = Request()
                self._drawing = _workers(1, plain.timeout_s, plain.max_memory_mb)
        picture: Picture = self._drawing.call(preview, os.path.abspath(path), page, max_px)  # noqa: PTH100  keeps a name's bytes
        return picture

    def close(self) -> None:
        with self._lock:
            for workers in (self._measuring, self._drawing):
                if workers is not None:
                    workers.close()
            self._measuring = self._drawing = None


def _workers(jobs: int, timeout_s: float | None, max_memory_mb: int) -> LocalWorkers:
    from brandguard.workers.local import LocalWorkers

    return LocalWorkers(jobs, timeout_s, max_memory_mb, preload=True)


def _load_profile(path: Path) -> Profile:
    from brandguard.checks import BY_CODE
    from brandguard.interchange.brandyml import load_profile
    from brandguard.learning.reference import load_reference

    profile = load_profile(path, BY_CODE)
    load_reference(profile)  # so that a learned part that is gone or broken is told at once
    return profile


def _find_profile(start: Path) -> Path | None:
    from brandguard.interchange.brandyml import find_profile

    return find_profile(start)[0]


def _export_html(
    reports: Iterable[CreativeReport], profile: Profile, path: Path, language: str
) -> None:
    from brandguard.coherence.tally import Tally
    from brandguard.messages import Messages
    from brandguard.writers import BY_NAME, write_file

    kept, tally = tuple(reports), Tally(profile)
    for each in kept:
        tally.add(each)
    write_file(_report(kept, tally, profile), path, BY_NAME["html"], Messages.load(language))


def _report(reports: tuple[CreativeReport, ...], tally: Tally, profile: Profile) -> Report:
    from brandguard import __version__
    from brandguard.learning.reference import load_reference
    from brandguard.model.report import ProfileRef, Report

    reference = load_reference(profile)
    return Report(
        version=__version__,
        profile=ProfileRef(profile.name, profile.path, profile.sha256),
        summary=tally.summary,
        creatives=reports,
        campaigns=tally.campaigns(),
        brand_palette=tuple((colour.name, colour.hex) for colour in profile.colours),
        approved=reference.thumbnails if reference else {},
    )
