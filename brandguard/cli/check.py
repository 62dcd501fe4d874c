"""`brandguard check`: judge creatives. The main job."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated, cast

import typer

from brandguard.cli import options as o
from brandguard.cli.common import load, request
from brandguard.cli.keeping import Keeper, keeper
from brandguard.cli.output import FormatName, Stream, deliver, parse_reports
from brandguard.cli.terminal import Progress, interruptible, note
from brandguard.history.keeping import of_folders
from brandguard.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping  # noqa: TC004  as below

    from brandguard.engine import Finished, Request  # noqa: TC004  loaded by the run: help is quick
    from brandguard.judging import Reference
    from brandguard.model.profile import Profile
    from brandguard.model.report import (
        CreativeReport,  # noqa: TC004  as above
        Finding,
        Report,
    )
    from brandguard.model.report import FailOn as Severest
    from brandguard.model.waiver import Waiver  # noqa: TC004  loaded by the run: help is quick
    from brandguard.spool import Spool  # noqa: TC004  as above
    from brandguard.waivers import Waivers
    from brandguard.walk import LeftOut  # noqa: TC004  as above

FINDINGS, INTERRUPTED = 1, 130
TEXT = FormatName("text")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(  # noqa: PLR0917  options, all given by name
    paths: o.Paths = None,
    profile: o.ProfilePath = None,
    campaign: o.Campaign = None,
    channel: o.Channel = None,
    medium: o.Medium = None,
    language: o.Language = None,
    files_from: o.FilesFrom = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    changed_only: Annotated[
        bool,
        typer.Option(
            "--changed-only", envvar="BRANDGUARD_CHANGED_ONLY",
            help="Only files that differ from the last commit (git): staged, unstaged, new.",
        ),
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since", metavar="BRANCH", envvar="BRANDGUARD_CHANGED_SINCE",
            show_default=False, help="Only files that changed since this branch left that one.",
        ),
    ] = None,
    format_: Annotated[
        FormatName, typer.Option("--format", envvar="BRANDGUARD_FORMAT", help="Of the report.")
    ] = TEXT,
    output: o.Output = None,
    report: Annotated[
        list[str] | None,
        typer.Option(
            "--report", metavar="FORMAT=FILE",
            help="A further report; repeatable. annotated=FOLDER draws findings on the creatives.",
        ),
    ] = None,
    fail_on: Annotated[
        o.FailOn,
        typer.Option("--fail-on", envvar="BRANDGUARD_FAIL_ON", help="What makes the exit code 1."),
    ] = o.FailOn.fail,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under", min=0, max=100, envvar="BRANDGUARD_FAIL_UNDER",
            help="Exit 1 where the score of the run is lower.",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", envvar="BRANDGUARD_EXIT_ZERO", help="Exit 0 on findings.")
    ] = False,
    stamp: Annotated[
        bool, typer.Option("--stamp", envvar="BRANDGUARD_STAMP", help="Put the date in the report.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", envvar="BRANDGUARD_BASELINE",
            help="An earlier report (json, jsonl): its findings are old and count no more.",
        ),
    ] = None,
    history: o.History = None,
    no_history: o.NoHistory = False,
    trend: Annotated[
        int | None,
        typer.Option(
            "--trend", min=1, max=1000, envvar="BRANDGUARD_TREND", show_default=False,
            help="Show in the report how the score moved over so many runs.",
        ),
    ] = None,
    jobs: o.Jobs = 0,
    cluster: o.Cluster = None,
    timeout: o.Timeout = None,
    max_memory: o.MaxMemory = 1024,
    no_cache: o.NoCache = False,
    no_ocr: o.NoOcr = False,
    lang: o.Lang = o.LanguageName.en,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    color: o.Color = o.When.auto,
) -> int:  # fmt: skip
    """Judge creatives, folders of them, or text on standard input against the brand's profile."""
    only = _changed(paths, changed_since) if changed_only or changed_since else None
    wanted = request(
        paths,
        {
            "files_from": files_from, "include": include, "exclude": exclude, "channel": channel,
            "medium": medium, "language": language, "campaign": campaign, "jobs": jobs,
            "timeout_s": timeout, "max_memory_mb": max_memory, "no_cache": no_cache,
            "ocr": not no_ocr, "cluster": cluster, "only": only,
        },
    )  # fmt: skip
    reports = parse_reports(report or [])
    brand, reference = load(profile, wanted.paths)
    from brandguard.language.known_lemmas import remembered

    with ExitStack() as stack:
        stack.enter_context(remembered(wanted.cache.parent if wanted.cache else None))
        accepted = _waivers(brand, baseline, stack)
        stream = Stream(str(format_), output, str(lang))
        messages = Messages.load(str(lang))
        judged_by = (brand, reference, accepted)
        kept = keeper(
            wanted, brand, history, no_history=no_history or only is not None, trend=trend,
            quiet=quiet,
            messages=messages,
        )  # fmt: skip
        keeps = bool(reports) or not stream.flows  # what flows out is told already
        run = _run(
            wanted, judged_by, (stream, kept), stack, keeps=keeps, quiet=quiet, verbose=verbose
        )
        if run.finished is None:
            if not quiet:
                done = {"done": run.done, "total": run.total}
                note(messages.text("run.interrupted", **done))
            return INTERRUPTED
        past = kept.close(wanted, brand, run.finished, baseline=baseline is not None)
        made = replace(
            _report(run, brand, reference, stamp=stamp),
            trend=past,
            fail_on=cast("Severest", str(fail_on)),
        )
        deliver(made, format_, output, reports, str(lang), color=str(color), stream=stream)
        if not quiet:
            _say(
                run,
                messages,
                many=verbose or (only is None and of_folders(wanted)),
                changed=only is not None,
                verbose=verbose,
                shown=format_ is TEXT and output is None,
            )
        return _exit_code(made, str(fail_on), fail_under, exit_zero=exit_zero)


def _changed(paths: list[str] | None, since: str | None) -> frozenset[str]:
    from brandguard.cli.changed import changed_files

    return changed_files(paths or ["."], since)


def _waivers(brand: Profile, baseline: Path | None, stack: ExitStack) -> Waivers:
    """Load what was accepted: the file beside the profile, and the baseline where one is named."""
    from brandguard.baseline import Baseline
    from brandguard.waivers import accepted_beside

    old = Baseline(baseline) if baseline else None
    if old is not None:
        stack.callback(old.close)
    return accepted_beside(brand, old or ())


@dataclass(slots=True)
class _Run:
    """What a run gave; `finished` is None where it was interrupted."""

    spool: Spool[CreativeReport]
    stale: dict[str, Waiver]
    """Waivers of findings that were not seen so far, by fingerprint."""
    done: int = 0
    total: int = 0
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    finished: Finished | None = None

    def saw(self, findings: Iterable[Finding]) -> None:
        """Cross off the waivers whose finding is there."""
        for finding in findings if self.stale else ():
            self.stale.pop(finding.fingerprint, None)


def _run(
    wanted: Request, judged_by: tuple[Profile, Reference | None, Waivers],
    told: tuple[Stream, Keeper], stack: ExitStack, *, keeps: bool, quiet: bool, verbose: bool,
) -> _Run:  # fmt: skip
    from brandguard.engine import Finished, Found, Judged, review
    from brandguard.model.report import CreativeReport
    from brandguard.spool import Spool

    (brand, reference, accepted), (stream, kept) = judged_by, told
    run = _Run(Spool(CreativeReport), accepted.fingerprints)
    stack.callback(run.spool.close)
    progress = Progress(quiet=quiet, verbose=verbose)
    events = review(wanted, brand, reference, waivers=accepted)
    with interruptible():
        try:
            for event in events:
                if isinstance(event, Found):
                    run.total, run.left_out = event.total, event.left_out
                    progress.total(event.total)
                elif isinstance(event, Judged):
                    run.done = event.done
                    if keeps:
                        run.spool.append(event.report)
                    stream.creative(event.report)
                    kept.counting.add(event.report)
                    run.saw(event.report.findings)
                    progress.step(event.report.path, event.done, event.total)
                elif isinstance(event, Finished):
                    run.finished = event
                    run.saw(finding for c in event.campaigns for finding in c.findings)
        except KeyboardInterrupt:
            run.finished = None
        finally:
            events.close()
            progress.close()
    return run


def _report(run: _Run, brand: Profile, reference: Reference | None, *, stamp: bool) -> Report:
    from brandguard import __version__
    from brandguard.model.report import ProfileRef, Report

    assert run.finished is not None  # the caller has looked
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    return Report(
        version=__version__,
        profile=ProfileRef(brand.name, brand.path, brand.sha256),
        summary=run.finished.summary,
        creatives=run.spool,
        campaigns=run.finished.campaigns,
        brand_palette=tuple((c.name, c.hex) for c in brand.colours),
        approved=reference.thumbnails if reference else {},
        stamp=now if stamp else None,
    )


def _say(
    run: _Run, messages: Messages, *, many: bool, verbose: bool, shown: bool, changed: bool
) -> None:
    """Tell on stderr what the report does not hold: files left out, waivers of nothing.

    `shown` says that the report stands above and has said that there was nothing to judge.
    """
    if not run.total and (changed or not shown):
        note(f"brandguard: {messages.text('run.unchanged' if changed else 'run.nothing')}")
    # What did not change is left out as well: nobody needs to be told who asked for what did.
    told = [kind for kind in sorted(run.left_out) if not (changed and kind == "filtered")]
    kinds = [messages.count(f"left_{kind}", run.left_out[kind]) for kind in told]
    if kinds and (verbose or not run.total):
        note(messages.text("run.left_out", kinds=", ".join(kinds)))
    if many and run.total:
        for name, waiver in run.stale.items():
            note(messages.text("run.stale", fingerprint=name, reason=waiver.reason))


def _exit_code(report: Report, fail_on: str, fail_under: float | None, *, exit_zero: bool) -> int:
    if exit_zero:
        return 0
    summary = report.summary
    campaigns = Counter(
        f.severity for c in report.campaigns for f in c.findings if f.waived is None
    )
    bad = {
        "never": 0,
        "fail": summary.failed + summary.unreadable + campaigns["fail"],
        "warn": summary.failed
        + summary.unreadable
        + summary.warned
        + campaigns["fail"]
        + campaigns["warn"],
    }[fail_on]
    under = fail_under is not None and summary.score is not None and summary.score < fail_under
    return FINDINGS if bad or under else 0
