"""A run as a generator of events: the one place where read, measure, judge and write meet.

Progress is the next event; to cancel is to close the generator. The window and the command line
walk the same generator.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard import checks
from brandguard.cache import Cache, FileStamp
from brandguard.campaigns import CampaignFiles
from brandguard.coherence.tally import Tally
from brandguard.judging import Reference, judge, unreadable
from brandguard.measures.everything import Wanted
from brandguard.model.creative import Channel, Medium, Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.model.features import Features
from brandguard.model.report import CampaignReport, CreativeReport, Summary
from brandguard.readers import Limits, could_be_drawn_now
from brandguard.readers.guard import read_bytes
from brandguard.readers.libreoffice import executable as office
from brandguard.remote.address import is_remote
from brandguard.subjects import subject_for
from brandguard.walk import Filter, Item, LeftOut, Manifest, collect, is_address
from brandguard.workers.cluster import ClusterWorkers
from brandguard.workers.cluster_address import checked
from brandguard.workers.local import PRELOAD_FROM, LocalWorkers, Outcome
from brandguard.workers.logos import logo_sources, logo_templates
from brandguard.workers.reading import without_its_text
from brandguard.workers.stages import Crew, local_stages
from brandguard.workers.task import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from brandguard.model.logo import LogoTemplate
    from brandguard.model.profile import Profile
    from brandguard.waivers import Waivers

    LogoMaker = Callable[[Crew], tuple[LogoTemplate, ...]]

NUL = "\0"


@dataclass(frozen=True, slots=True)
class Request:
    """What to review, and how."""

    paths: tuple[str, ...] = ()
    files_from: Path | None = None
    """A list of paths, one a line («-» is stdin); a path that does not exist is a finding."""
    stdin_text: str | None = None
    """The text that the path «-» stands for."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    channel: Channel | None = None
    medium: Medium | None = None
    language: str | None = None
    campaign: str | None = None
    jobs: int = 0
    """Workers; 0 for one a core."""
    timeout_s: float | None = None
    """For one file; None for 30 seconds, and 300 for formats with many pages."""
    max_memory_mb: int = 1024
    """Of one worker, over what it holds when it is warm."""
    cluster: str | None = None
    """Address of a Dask scheduler whose workers measure; None for this machine's own."""
    only: frozenset[str] | None = None
    """Of what lies below the paths, only these files (absolute); None for all."""
    cache: Path | None = None
    """The store of measurements; None to measure everything anew."""
    ocr: bool = True
    """Whether text in pixels may be read, where a rule asks for it."""
    ordered: bool = True
    """Whether creatives come in the order of the input (reports) or as they are done (window)."""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Found:
    """All paths are known."""

    total: int
    ignored: int = 0
    """Files that are no creatives: our own, the system's, hidden ones."""
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    """All files that are not judged, by kind."""


@dataclass(frozen=True, slots=True)
class Started:
    """A file was handed to a worker."""

    path: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One creative is done."""

    report: CreativeReport
    done: int
    total: int
    features: Features | None = None
    """What was measured, for those who want to judge it again; None where it could not be read."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is over."""

    summary: Summary
    campaigns: Collection[CampaignReport]
    """By name, on disk: to be walked, and never list()ed."""


Event = Found | Started | Judged | Finished


def wanted_for(profile: Profile | None, language: str | None = None) -> Wanted:
    """Say what must be measured: only what a rule that is not off asks for."""
    if profile is None:
        return Wanted(languages=(language,) if language else ())
    needs = {
        n for rule in checks.RULES if profile.rules.get(rule.code) != "off" for n in rule.needs
    }
    languages = profile.languages or tuple(profile.learned.texts if profile.learned else ())
    first = (language,) if language else ()
    return Wanted(
        picture=bool(needs & {"palette", "picture", "logo"}),
        voice=bool(needs & {"voice", "text"}),
        facts=bool(needs & {"facts"}),
        languages=(*first, *(x for x in languages if x != language)),
        region=profile.region,
        ocr=needs_words(profile),
    )


def needs_words(profile: Profile) -> bool:
    """Tell whether a rule of the profile is about words that may stand in a picture.

    Reading them takes seconds a picture, so it is done where the owner wrote something that words
    can break: terms, names, required texts, claims and facts of the message, links, or, in a
    profile written by hand, address and ranges of the voice. Those that were learned do not count:
    they come from live text, which recognised text is too uncertain to be compared with. What was
    learned from pictures alone needs no words at all.
    """
    wording, message = profile.wording, profile.message
    by_hand = profile.learned is None and (profile.address or profile.voice_ranges)
    named = wording.banned or wording.preferred or wording.names or wording.required
    return bool(named or message or by_hand)


def looks_for_logos(profile: Profile) -> bool:
    """Whether the profile names logos and any rule that is not off asks for them."""
    asked = any("logo" in r.needs and profile.rules.get(r.code) != "off" for r in checks.RULES)
    return bool(profile.logos) and asked


def measure_all(
    request: Request,
    wanted: Wanted,
    *,
    own: Iterable[Path] = (),
    workers: LocalWorkers | None = None,
    logos: LogoMaker | None = None,
    campaigns: CampaignFiles | None = None,
    foresee: Callable[[Iterable[Features]], None] = lambda _: None,
) -> Generator[Found | Started | Outcome, None, None]:
    """Read and measure everything that is asked for; unchanged files come from the store.

    `logos` draws those of `wanted` where a worker is needed at all. `campaigns` are read before
    anything is measured: one that cannot be used ends the run, one that wants facts stated has
    text in pixels read. `foresee` is told what comes next from the store, many at a time.
    """
    if request.cluster is not None:
        checked(request.cluster)  # a store that knows all files would never come to ask
    with ExitStack() as stack:
        filters = Filter(request.include, request.exclude, request.only)
        manifest = collect(request.paths, request.files_from, filters, own=own)
        stack.callback(manifest.close)
        if campaigns is not None and campaigns.expects_facts(manifest.folders()):
            wanted = replace(wanted, ocr=request.ocr)
        yield Found(len(manifest), manifest.ignored, dict(manifest.left_out))
        key = f"{wanted.key}+office" if office() else wanted.key  # it draws what we only read
        store = stack.enter_context(Cache(request.cache, key)) if request.cache else None
        run = _Run(request, wanted, store, workers, stack, logos=logos, key=key, foresee=foresee)
        yield from run.walk(manifest)


class _Run:
    """One walk over a manifest: what the store knows comes at once, the rest from workers."""

    def __init__(
        self, request: Request, wanted: Wanted, store: Cache | None, workers: LocalWorkers | None,
        stack: ExitStack, *, logos: LogoMaker | None, key: str,
        foresee: Callable[[Iterable[Features]], None],
    ) -> None:  # fmt: skip
        self._request, self._wanted, self._store = request, wanted, store
        self._workers, self._stack, self._logos = workers, stack, logos
        self._key, self._foresee = key, foresee
        self._crew: Crew | None = None
        self._stamps: dict[str, FileStamp] = {}

    def walk(self, manifest: Manifest) -> Iterator[Started | Outcome]:
        """Give an outcome for every item, in their order where the request wants it."""
        window: list[Job | Outcome] = []
        jobs, most = 0, WINDOW_OF_A_CLUSTER if self._request.cluster else WINDOW
        for item in manifest:
            known = self._from_store(item)
            window.append(known or self._job(item))
            if known is None:
                jobs += 1
                yield Started(item.path)
            if jobs >= most or len(window) - jobs >= WINDOW:
                yield from self._measure(window, len(manifest))
                window, jobs = [], 0
        yield from self._measure(window, len(manifest))

    def _measure(self, window: list[Job | Outcome], total: int) -> Iterator[Outcome]:
        """Measure the jobs of one window, known outcomes in their places between."""
        jobs = [entry for entry in window if isinstance(entry, Job)]
        known = [entry.result for entry in window if isinstance(entry, Outcome)]
        self._foresee([result for result in known if isinstance(result, Features)])
        fresh = self._run(jobs, total) if jobs else iter(())
        if self._request.ordered:
            for entry in window:
                yield entry if isinstance(entry, Outcome) else self._keep(next(fresh))
            return
        yield from (entry for entry in window if isinstance(entry, Outcome))
        for outcome in fresh:
            yield self._keep(outcome)

    def _run(self, jobs: list[Job], total: int) -> Iterator[Outcome]:
        if self._crew is None:
            self._crew = self._new_crew(total)
            self._stack.callback(self._crew.close)
        if self._logos is not None:
            self._wanted = replace(self._wanted, logos=self._logos(self._crew))
            self._logos = None
        request = self._request
        return self._crew.run(jobs, self._wanted, request.limits, ordered=request.ordered)

    def _new_crew(self, total: int) -> Crew:
        """Give those who measure: the cluster's workers where one is named, else our own."""
        request, many = self._request, total >= PRELOAD_FROM
        limits = (request.timeout_s, request.max_memory_mb)
        if request.cluster is not None:
            keep = self._store is not None
            return ClusterWorkers(request.cluster, *limits, key=self._key, keep=keep)
        return local_stages(request.jobs, *limits, total=total, preload=many, workers=self._workers)

    def _from_store(self, item: Item) -> Outcome | None:
        """Give what is known of the file, or of its content; None where it must be measured."""
        if item.missing:
            note = Note("SYS013", {"file": item.path})
            if is_address(item.path):
                note = Note("SYS004", {"cure": "download"})
            return Outcome(Job(item.path, item.file), note)
        if self._store is None or item.path == "-":
            return None
        with suppress(OSError):
            stamp = _stamp(item)
            if stamp is None:
                return None
            features = self._store.get(stamp) or self._by_content(item, stamp)
            if features is not None and not could_be_drawn_now(features.notes):
                return Outcome(Job(item.path, item.file), features)
            self._stamps[item.path] = stamp
        return None

    def _by_content(self, item: Item, stamp: FileStamp) -> Features | None:
        """Look for a file that was moved, copied or touched; a very large one is not hashed."""
        assert self._store is not None  # the caller has looked
        if self._request.cluster or is_remote(item.file):
            return None  # its worker hashes it: here it would come over the network first
        try:
            data = read_bytes(item.file, HASHED_BYTES)
        except UnreadableCreativeError:
            return None  # its worker will say why
        features = self._store.by_content(hashlib.sha256(data).hexdigest(), stamp)
        if features is not None:
            self._store.put(stamp, features)
        return features

    def _job(self, item: Item) -> Job:
        if item.path == "-":
            text = self._request.stdin_text or ""
            return Job("-", "-", text.encode("utf-8", "surrogateescape"))
        return Job(item.path, item.file, stat=item.stat)

    def _keep(self, outcome: Outcome) -> Outcome:
        stamp = self._stamps.pop(outcome.job.path, None)
        features = outcome.result
        if self._store is None or not isinstance(features, Features):
            return outcome
        if not without_its_text(features):  # reading may go better another time
            self._store.put(stamp, features)
        return outcome


HASHED_BYTES = 64 * 1024 * 1024
"""Files up to this size are looked up by their content before a worker is asked."""

WINDOW = 256
"""Paths looked up in the store at a time; bounds what is held for the order."""
WINDOW_OF_A_CLUSTER = 8192
"""Files handed to a cluster at a time: between two windows its workers wait for the slowest."""


def _stamp(item: Item) -> FileStamp | None:
    """Stamp a file, or what a listing said of it; None where that does not tell enough."""
    if not is_remote(item.file):
        return FileStamp.of(item.file)
    return FileStamp(os.fsencode(item.file), item.stat) if item.stat else None


def review(
    request: Request,
    profile: Profile,
    reference: Reference | None = None,
    *,
    workers: LocalWorkers | None = None,
    waivers: Waivers | None = None,
) -> Generator[Event, None, None]:
    """Judge everything that is asked for, one creative after the other."""
    tally = Tally(profile, waivers)
    total = 0
    own = _own_files(profile)
    wanted = wanted_for(profile, request.language)
    wanted = replace(wanted, ocr=wanted.ocr and request.ocr)
    logos = None
    if looks_for_logos(profile):
        wanted, logos = (
            replace(wanted, logos=logo_sources(profile)),
            partial(logo_templates, profile),
        )
    files = CampaignFiles(profile.languages, profile.region)
    for event in measure_all(
        request, wanted, own=own, workers=workers, logos=logos, campaigns=files,
        foresee=partial(checks.foresee, profile=profile),
    ):  # fmt: skip
        if isinstance(event, Outcome):
            report = _judge(event, request, profile, reference, waivers, files=files)
            features = event.result if isinstance(event.result, Features) else None
            tally.add(report, features)
            yield Judged(report, tally.summary.creatives, total, features)
        else:
            total = event.total if isinstance(event, Found) else total
            yield event
    campaigns = tally.campaigns()
    yield Finished(tally.summary, campaigns)


def _own_files(profile: Profile) -> tuple[Path, ...]:
    """Name the files that are no creatives: the profile, what it learned, its logos."""
    if profile.path is None:
        return ()
    path = Path(profile.path)
    learned = (path.parent / profile.learned.file,) if profile.learned else ()
    return (path, *learned, *(Path(logo.path) for logo in profile.logos))


def _judge(
    outcome: Outcome,
    request: Request,
    profile: Profile,
    reference: Reference | None,
    waivers: Waivers | None,
    *,
    files: CampaignFiles,
) -> CreativeReport:
    path, result = outcome.job.path, outcome.result
    if isinstance(result, Note):
        return unreadable(path, result, subject_for(path, None, request, files))
    subject = subject_for(path, result, request, files)
    return judge(subject, profile, reference, waivers)


def judge_again(
    path: str,
    features: Features,
    profile: Profile,
    reference: Reference | None = None,
    waivers: Waivers | None = None,
    *,
    files: CampaignFiles | None = None,
) -> CreativeReport:
    """Judge what was measured before: by another profile, or after something was accepted.

    Whoever judges many hands in one `files`, so that campaign files are read once.
    """
    files = files or CampaignFiles(profile.languages, profile.region)
    return judge(subject_for(path, features, Request(), files), profile, reference, waivers)


def together(
    judged: Iterable[tuple[CreativeReport, Features | None]],
    profile: Profile,
    waivers: Waivers | None = None,
    go_on: Callable[[], None] = lambda: None,
) -> Finished:
    """Compare creatives that are judged already, as the end of a run over them would.

    `go_on` is called now and then; what it raises ends the comparison.
    """
    tally = Tally(profile, waivers, go_on=go_on)
    for report, features in judged:
        tally.add(report, features)
    campaigns = tally.campaigns()
    return Finished(tally.summary, campaigns)
