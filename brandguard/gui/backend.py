"""The doors to the floors below, in one place: what the window asks of the engine and its friends.

A test hands the session other doors. Everything here may block and is called in a thread.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from brandguard.gui.reporting import Order, Way, print_pages, write
from brandguard.gui.runkeeping import ToKeep, counted, history_named, home_of, keep
from brandguard.gui.upkeep import Upkeep, own_upkeep
from brandguard.model.creative import Channel, Medium
from brandguard.model.errors import OutputError, WaiverError
from brandguard.model.features import Features
from brandguard.model.profile import Profile
from brandguard.model.report import CampaignReport, CreativeReport
from brandguard.model.said import Said
from brandguard.model.trend import TrendLine
from brandguard.model.waiver import Waiver
from brandguard.workers.preview import Picture

if TYPE_CHECKING:
    from brandguard.judging import Reference
    from brandguard.rejudging import Rejudging
    from brandguard.workers.local import LocalWorkers


@dataclass(frozen=True, slots=True)
class LearnedVoice:
    """What approved texts of one language sound like, as far as a picture of it needs."""

    ranges: Mapping[str, tuple[float, float]]
    """Between which values nine in ten of the brand's texts have a trait."""
    examples: tuple[Mapping[str, float], ...] = ()
    """Each approved text's traits."""


Judge = Callable[[str, Features], CreativeReport]
"""Path and features → report; takes a millisecond and reads no file."""
Judged = Sequence[tuple[CreativeReport, Features | None]]
GoOn = Callable[[], None]
"""Called now and then by what takes long; what it raises ends that."""


class Judging(Protocol):
    """Makes the judge of a profile; one who is asked but `once` does not remember."""

    def __call__(self, profile: Profile, *, once: bool = False) -> Judge:
        """Give the judge."""


@dataclass(frozen=True, slots=True)
class Backend:
    """What the window needs from below; `real()` gives the program's own."""

    review: Callable[[Sequence[str], Profile, bool], Iterator[object]]
    """Paths, profile, whether the run may be kept → the engine's events, and before the last of
    them a ToKeep where it is to be; raises BrandGuardError."""
    keep: Callable[[ToKeep], bool]
    """Writes a run into the history; True where that begins with it. Raises HistoryError."""
    load_profile: Callable[[Path], Profile]
    """Raises ProfileError with everything that is wrong."""
    find_profile: Callable[[Path], Path | None]
    """The profile that governs a path, if there is one."""
    is_profile: Callable[[str], bool]
    """Whether a file is a brand profile rather than a creative."""
    preview: Callable[[str, int, int], Picture]
    """Path, page, longest side in pixels → pixels, drawn in a worker that may die in our stead."""
    export: Callable[[Judged, Profile, Order, Way], None]
    """Writes a report in any format, the old file untouched where it fails; raises OutputError."""
    print_pages: Callable[[Judged, Profile, str, Way], tuple[bytes, ...]]
    """Draws the pages of the report that prints, as JPEG; the text is the language's."""
    upkeep: Upkeep
    """Settings, and what lies on the disk."""
    judge: Judging
    """Reads what judging by this profile needs; raises ProfileError."""
    wish: Callable[[Profile], str]
    """Names what a profile asks to be measured: another name, and all must be measured anew."""
    together: Callable[[Judged, Profile, GoOn], tuple[CampaignReport, ...]]
    """Compares creatives that are judged, campaign by campaign."""
    compare: Callable[[Judged, Judged, Profile], CampaignReport]
    """Compares two sides, creatives that are judged, whatever campaign they are of."""
    voices: Callable[[Profile], Mapping[str, LearnedVoice]]
    """What was learned of the voice, by language; raises ProfileError."""
    trend: Callable[[CampaignReport, Profile, int], TrendLine | None]
    """The runs of a campaign that were kept, so many at most; raises HistoryError."""
    accept: Callable[[Profile, Waiver], None]
    """Writes a waiver beside the profile; raises ProfileError and OutputError."""
    take_back: Callable[[Profile, Waiver], None]
    """Takes a waiver out of the file again, if it is there."""
    waivers: Callable[[Profile], tuple[Waiver, ...]]
    """What was accepted so far; raises ProfileError."""
    place: Callable[[str, Channel | None, Medium | None], Callable[[], None]]
    """Writes a creative's channel and medium into its campaign's file, and gives what undoes that;
    raises ProfileError, OutputError and OSError."""
    close: Callable[[], None] = lambda: None
    """Ends what was kept warm."""


def real() -> Backend:
    """Give the doors that lead to the engine, the workers and the writers."""
    kept = _Kept()
    return Backend(
        review=kept.review,
        keep=keep,
        load_profile=_load_profile,
        find_profile=_find_profile,
        is_profile=_is_profile,
        preview=kept.preview,
        export=write,
        print_pages=print_pages,
        upkeep=own_upkeep(),
        judge=kept.judge,
        wish=_wish,
        together=_together,
        compare=_compare,
        voices=kept.voices,
        trend=_trend,
        accept=_accept,
        take_back=_take_back,
        waivers=_waivers,
        place=kept.place,
        close=kept.close,
    )


class _Kept:
    """Workers that stay warm between runs: one part of them measures, another draws previews.

    Drawing has its own, so that a click in the list never waits behind a queue of large files.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._learned: tuple[str, Reference | None] | None = None
        self._rejudging: Rejudging | None = None
        self._measuring: LocalWorkers | None = None
        self._limits = (0, 0)
        self._drawing: LocalWorkers | None = None

    def review(self, paths: Sequence[str], profile: Profile, keeps: bool) -> Iterator[object]:
        from brandguard.engine import Request, review
        from brandguard.gui.upkeep import running_settings
        from brandguard.settings import cache_file
        from brandguard.waivers import accepted_beside

        self._look_anew()
        running = running_settings()
        request = Request(
            paths=tuple(paths),
            cache=cache_file(),
            ordered=False,
            ocr=running.ocr,
            max_memory_mb=running.max_memory_mb,
        )
        jobs = running.jobs or max(1, (os.cpu_count() or 1) // 2)  # the rest is the user's
        with self._lock:
            limits = (jobs, running.max_memory_mb)
            if self._measuring is not None and self._limits != limits:
                self._measuring.close()
                self._measuring = None
            if self._measuring is None:
                self._measuring = _workers(jobs, request.timeout_s, running.max_memory_mb)
                self._limits = limits
        events = review(
            request,
            profile,
            self._reference(profile),
            workers=self._measuring,
            waivers=accepted_beside(profile),
        )
        yield from counted(events, request, profile) if keeps else events

    def judge(self, profile: Profile, *, once: bool = False) -> Judge:
        from brandguard.engine import Request
        from brandguard.rejudging import Rejudging
        from brandguard.waivers import accepted_beside

        reference, waivers = self._reference(profile), accepted_beside(profile)
        rejudging = Rejudging(reference, Request()) if once else self._rejudging
        if rejudging is None or rejudging.reference is not reference:
            rejudging = self._rejudging = Rejudging(reference, Request())
        return lambda path, features: rejudging.judge(path, features, profile, waivers)

    def place(
        self, path: str, channel: Channel | None, medium: Medium | None
    ) -> Callable[[], None]:
        undo = _place(path, channel, medium)
        self._look_anew()

        def undone() -> None:
            undo()
            self._look_anew()

        return undone

    def _look_anew(self) -> None:
        """Forget where creatives belong: a campaign file may have changed."""
        if self._rejudging is not None:
            self._rejudging.look_anew()

    def voices(self, profile: Profile) -> Mapping[str, LearnedVoice]:
        from brandguard.likeness.voice import trait_ranges

        reference = self._reference(profile)
        known = (reference.voices if reference else None) or {}
        return {
            language: LearnedVoice(
                {name: (found.low, found.high) for name, found in trait_ranges(voice).items()},
                tuple(
                    {name: trait.value for name, trait in one.traits.items() if trait}
                    for one in voice.examples
                ),
            )
            for language, voice in known.items()
        }

    def _reference(self, profile: Profile) -> Reference | None:
        """Give what was learned; read once as long as it is the same."""
        from brandguard.learning.reference import load_reference

        learned = profile.learned
        name = f"{profile.path} {learned.file} {learned.sha256}" if learned else ""
        with self._lock:
            known = self._learned
        if known is not None and known[0] == name:
            return known[1]
        reference = load_reference(profile)
        with self._lock:
            self._learned = (name, reference)
        return reference

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


def _is_profile(path: str) -> bool:
    from brandguard.interchange.profilefile import is_profile

    return is_profile(path)


def _wish(profile: Profile) -> str:
    from brandguard.engine import looks_for_logos, wanted_for

    logos = profile.logos if looks_for_logos(profile) else ()
    return f"{wanted_for(profile).key} {logos}"


def _together(judged: Judged, profile: Profile, go_on: GoOn) -> tuple[CampaignReport, ...]:
    from brandguard.engine import together
    from brandguard.waivers import accepted_beside

    return tuple(together(judged, profile, accepted_beside(profile), go_on).campaigns)


def _compare(ones: Judged, others: Judged, profile: Profile) -> CampaignReport:
    from brandguard.coherence.tally import Tally
    from brandguard.waivers import accepted_beside

    names = (ones[0][0].path, others[0][0].path)
    tally = Tally(profile, accepted_beside(profile), sides=names)
    for number, side in enumerate((ones, others)):
        for report, features in side:
            tally.add(report, features, number)
    return next(iter(tally.campaigns()))


def _trend(report: CampaignReport, profile: Profile, last: int) -> TrendLine | None:
    from brandguard.gui.upkeep import running_settings
    from brandguard.history.keeping import place_named
    from brandguard.history.report_trend import campaign_trend

    place = place_named(history_named(running_settings()))
    return campaign_trend(place, profile, report, home_of(profile), last)


def _accept(profile: Profile, waiver: Waiver) -> None:
    from brandguard.interchange.waiverfile import waivers_beside, with_waiver
    from brandguard.writers.atomic import replacing

    file = waivers_beside(_own_path(profile))
    text = with_waiver(file, waiver)
    with replacing(file) as stream:
        stream.write(text)


def _take_back(profile: Profile, waiver: Waiver) -> None:
    from brandguard.interchange.waiverfile import load_waivers, waivers_beside, without_waivers
    from brandguard.writers.atomic import replacing

    file = waivers_beside(_own_path(profile))
    places = {place for place, known in enumerate(load_waivers(file)) if known == waiver}
    if places:
        text = without_waivers(file, {max(places)})
        with replacing(file) as stream:
            stream.write(text)


def _waivers(profile: Profile) -> tuple[Waiver, ...]:
    from brandguard.interchange.waiverfile import load_waivers, waivers_beside

    return load_waivers(waivers_beside(Path(profile.path))) if profile.path else ()


def _place(path: str, channel: Channel | None, medium: Medium | None) -> Callable[[], None]:
    from brandguard.campaigns import home_of
    from brandguard.interchange.campaigntext import with_creative
    from brandguard.writers.atomic import replacing

    file = home_of(path)
    before = file.read_text(encoding="utf-8") if file.exists() else None
    below = os.path.relpath(os.path.abspath(path), file.parent).replace(os.sep, "/")  # noqa: PTH100  keeps a name's bytes
    after = with_creative(before or "", below, channel, medium, file=str(file))

    def write(text: str) -> None:
        with replacing(file) as stream:
            stream.write(text)

    def undo() -> None:
        if not file.exists() or file.read_text(encoding="utf-8") != after:
            raise OutputError(Said("{file} has changed since: mend it by hand", file=file))
        if before is None:
            file.unlink()
        else:
            write(before)

    write(after)
    return undo


def _own_path(profile: Profile) -> Path:
    if profile.path is None:
        raise WaiverError(Said("save the profile first: what is accepted is written beside it"))
    return Path(profile.path)
