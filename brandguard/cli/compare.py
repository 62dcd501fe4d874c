"""`brandguard compare`: two creatives or folders against each other, with or without a profile."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, cast

import typer

from brandguard.cli import options as o
from brandguard.cli.common import load, request
from brandguard.cli.output import FormatName, Stream, deliver
from brandguard.cli.terminal import Progress, interruptible, note, wants_color
from brandguard.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.coherence.tally import Tally
    from brandguard.engine import Request
    from brandguard.judging import Reference
    from brandguard.measures.everything import Wanted
    from brandguard.model.profile import Profile
    from brandguard.model.report import CampaignReport, CreativeReport, Report
    from brandguard.model.report import FailOn as Severest
    from brandguard.spool import Spool
    from brandguard.workers.local import LocalWorkers, Outcome

DIFFERENT, INTERRUPTED = 1, 130
TEXT = FormatName("text")

One = Annotated[str, typer.Argument(metavar="A", help="A creative or a folder.")]
Other = Annotated[str, typer.Argument(metavar="B", help="What it is compared with.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare")(compare)


def compare(  # noqa: PLR0917  options, all given by name
    one: One,
    other: Other,
    profile: o.NamedProfile = None,
    language: o.Language = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    format_: Annotated[
        FormatName, typer.Option("--format", envvar="BRANDGUARD_FORMAT", help="Of the report.")
    ] = TEXT,
    output: o.Output = None,
    fail_on: Annotated[
        o.FailOn,
        typer.Option(
            "--fail-on", envvar="BRANDGUARD_FAIL_ON", help="What between the two makes exit code 1."
        ),
    ] = o.FailOn.fail,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under", min=0, max=100, envvar="BRANDGUARD_FAIL_UNDER",
            help="Exit 1 where the two agree less.",
        ),
    ] = None,
    jobs: o.Jobs = 0,
    timeout: o.Timeout = None,
    max_memory: o.MaxMemory = 1024,
    no_cache: o.NoCache = False,
    no_ocr: o.NoOcr = False,
    lang: o.Lang = o.LanguageName.en,
    quiet: o.Quiet = False,
    color: o.Color = o.When.auto,
) -> int:  # fmt: skip
    """Say how far two creatives or folders agree, and what they contradict each other in."""
    common = {
        "language": language, "include": include, "exclude": exclude, "jobs": jobs,
        "timeout_s": timeout, "max_memory_mb": max_memory, "no_cache": no_cache,
        "ocr": not no_ocr,
    }  # fmt: skip
    sides = tuple(request([path], dict(common)) for path in (one, other))
    brand, reference = load(profile, [one]) if profile else (None, None)
    stream = Stream(str(format_), output, str(lang))
    with ExitStack() as stack, interruptible():
        run = _Run(sides, brand, reference, stack, quiet=quiet)
        try:
            report = run.report((one, other))
        except KeyboardInterrupt:
            note("interrupted: nothing was compared")
            return INTERRUPTED
        (campaign,) = report.campaigns
        if format_ is TEXT and output is None:
            _write(campaign, run.unreadable, str(lang), color=wants_color(str(color), sys.stdout))
        else:
            stream.flows = False  # the creatives are known by now
            report = replace(report, fail_on=cast("Severest", str(fail_on)))
            deliver(report, format_, output, (), str(lang), color=str(color), stream=stream)
    return _exit_code(campaign, str(fail_on), fail_under, unreadable=run.unreadable)


class _Run:
    """Both sides, measured one after the other by the same workers, and judged."""

    def __init__(
        self,
        sides: tuple[Request, ...],
        brand: Profile | None,
        reference: Reference | None,
        stack: ExitStack,
        *,
        quiet: bool,
    ) -> None:
        self._sides, self._brand, self._reference = sides, brand, reference
        self._stack, self._quiet = stack, quiet
        self.unreadable: list[str] = []

    def report(self, names: tuple[str, str]) -> Report:
        """Compare, and give a report with one campaign: the comparison."""
        from brandguard import __version__
        from brandguard.coherence.tally import Tally
        from brandguard.model.report import CreativeReport, ProfileRef, Report
        from brandguard.spool import Spool

        tally, spool = Tally(self._brand, sides=names), Spool(CreativeReport)
        self._stack.callback(spool.close)
        workers = self._workers()
        for number, wish in enumerate(self._sides):
            self._side(number, wish, workers, tally, spool)
        campaigns = tally.campaigns()
        brand = self._brand
        return Report(
            version=__version__,
            profile=ProfileRef(brand.name, brand.path, brand.sha256) if brand else None,
            summary=tally.summary,
            creatives=spool,
            campaigns=campaigns,
            brand_palette=tuple((c.name, c.hex) for c in brand.colours) if brand else (),
            approved=self._reference.thumbnails if self._reference else {},
        )

    def _side(
        self, number: int, wish: Request, workers: LocalWorkers, tally: Tally,
        spool: Spool[CreativeReport],
    ) -> None:  # fmt: skip
        from brandguard.campaigns import CampaignFiles
        from brandguard.judging import judge, unreadable
        from brandguard.model.creative import Note
        from brandguard.model.errors import UsageError
        from brandguard.model.profile import Profile
        from brandguard.subjects import subject_for

        brand = self._brand or Profile("")
        files = CampaignFiles(brand.languages, brand.region)
        count = 0
        for outcome in self._measured(wish, workers):
            count += 1
            path, result = outcome.job.path, outcome.result
            subject = subject_for(path, None if isinstance(result, Note) else result, wish, files)
            if isinstance(result, Note):
                made, features = unreadable(path, result, subject), None
                self.unreadable.append(path)
            else:
                made, features = judge(subject, brand, self._reference), result
            tally.add(made, features, number)
            spool.append(made)
        if not count:
            raise UsageError(f"{wish.paths[0]}: there is no creative here: nothing to compare")

    def _measured(self, wish: Request, workers: LocalWorkers) -> Iterator[Outcome]:
        from functools import partial

        from brandguard.engine import Found, Started, looks_for_logos, measure_all
        from brandguard.workers.logos import logo_sources, logo_templates

        wanted, logos = self._wanted(wish), None
        if self._brand is not None and looks_for_logos(self._brand):
            wanted = replace(wanted, logos=logo_sources(self._brand))
            logos = partial(logo_templates, self._brand)
        progress = Progress(quiet=self._quiet, verbose=False)
        done = total = 0
        try:
            for event in measure_all(wish, wanted, workers=workers, logos=logos):
                if isinstance(event, Found):
                    total = event.total
                    progress.total(total)
                elif not isinstance(event, Started):
                    done += 1
                    progress.step(event.job.path, done, total)
                    yield event
        finally:
            progress.close()

    def _wanted(self, wish: Request) -> Wanted:
        """Measure everything that can be compared, whatever the profile asks for."""
        from brandguard.engine import wanted_for

        wanted = wanted_for(self._brand, wish.language)
        return replace(wanted, picture=True, voice=True, facts=True, ocr=wish.ocr)

    def _workers(self) -> LocalWorkers:
        from brandguard.workers.local import LocalWorkers

        first = self._sides[0]
        count = first.jobs or os.cpu_count() or 1
        workers = LocalWorkers(count, first.timeout_s, first.max_memory_mb, preload=False)
        self._stack.callback(workers.close)
        return workers


def _write(campaign: CampaignReport, unreadable: list[str], lang: str, *, color: bool) -> None:
    from brandguard.model.paths import display_path
    from brandguard.writers.coherence_text import write_comparison, write_differences

    messages = Messages.load(lang)
    write_comparison(campaign, sys.stdout, messages, color=color)
    write_differences(campaign.findings, sys.stdout, messages, color=color)
    for path in unreadable:
        note(f"{display_path(path)}: {messages.name('verdict', 'unreadable')}")


def _exit_code(
    campaign: CampaignReport, fail_on: str, fail_under: float | None, *, unreadable: list[str]
) -> int:
    bad = {"never": frozenset(), "fail": {"fail"}, "warn": {"fail", "warn"}}[fail_on]
    found = any(f.severity in bad and f.waived is None for f in campaign.findings)
    score = campaign.coherence.score if campaign.coherence else None
    under = fail_under is not None and score is not None and score < fail_under
    unread = bool(unreadable) and fail_on != "never"
    return DIFFERENT if found or under or unread else 0
