"""`brandguard watch`: judge what changes, as it changes."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.common import load, request
from brandguard.cli.terminal import interruptible, note, wants_color
from brandguard.messages import Messages
from brandguard.model.errors import ProfileError, UsageError
from brandguard.model.paths import display_path
from brandguard.walk import no_such
from brandguard.writers import concise
from brandguard.writers.ink import SHAPES, ink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.engine import Request
    from brandguard.judging import Reference
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport
    from brandguard.waivers import Waivers
    from brandguard.workers.local import LocalWorkers

INTERRUPTED = 130
QUIET_MS = 300
"""A file counts as saved once nothing has happened for so long…"""
LONGEST_MS = 3000
"""…or after so long at the latest: a large export is written in many steps."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("watch")(watch)


def watch(  # noqa: PLR0917  options, all given by name
    paths: Annotated[
        list[str] | None, typer.Argument(help="Folders and files to watch.", show_default=False)
    ] = None,
    profile: o.ProfilePath = None,
    campaign: o.Campaign = None,
    channel: o.Channel = None,
    medium: o.Medium = None,
    language: o.Language = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    jobs: o.Jobs = 0,
    timeout: o.Timeout = None,
    max_memory: o.MaxMemory = 1024,
    no_cache: o.NoCache = False,
    no_ocr: o.NoOcr = False,
    lang: o.Lang = o.LanguageName.en,
    quiet: o.Quiet = False,
    color: o.Color = o.When.auto,
) -> int:
    """Judge creatives as they are saved, until Ctrl-C."""
    for path in paths or ():
        if path == "-" or "://" in path:
            raise UsageError(f"{path}: watch looks at folders and files of this machine")
        if not os.path.lexists(path):
            raise no_such(path)
    wanted = request(
        paths,
        {
            "include": include, "exclude": exclude, "channel": channel, "medium": medium,
            "language": language, "campaign": campaign, "jobs": jobs, "timeout_s": timeout,
            "max_memory_mb": max_memory, "no_cache": no_cache, "ocr": not no_ocr,
        },
    )  # fmt: skip
    messages = Messages.load(str(lang))
    brand = _Brand(profile, wanted.paths, messages)
    roots = [os.path.realpath(path) for path in wanted.paths]
    desk = _Desk(wanted, brand, messages, color=wants_color(str(color), sys.stdout))
    with interruptible():
        try:
            desk.open()
            if not quiet:
                note(messages.text("watch.begins"))
            for saved in _saved(roots):
                desk.judge(saved)
        except KeyboardInterrupt:
            return INTERRUPTED
        finally:
            desk.close()
    return 0


class _Brand:
    """The profile as it is now: read again when its files change, kept where they are wrong."""

    profile: Profile
    reference: Reference | None
    waivers: Waivers

    def __init__(self, named: Path | None, paths: tuple[str, ...], messages: Messages) -> None:
        self._named, self._paths, self._messages = named, paths, messages
        self._seen: tuple[tuple[int, int], ...] = ()
        self._load()

    def refresh(self) -> None:
        """Read the profile and its waivers again if they changed."""
        if self._stamps() == self._seen:
            return
        try:
            self._load()
        except (ProfileError, UsageError) as error:
            self._seen = self._stamps()
            why = self._messages.error(error)
            note(f"brandguard: {self._messages.text('watch.profile_wrong', reason=why)}")

    def _load(self) -> None:
        from brandguard.waivers import accepted_beside

        profile, reference = load(self._named, self._paths)
        waivers = accepted_beside(profile)
        self.profile, self.reference, self.waivers = profile, reference, waivers
        self._seen = self._stamps()

    def _stamps(self) -> tuple[tuple[int, int], ...]:
        from brandguard.interchange.waiverfile import waivers_beside

        file = Path(self.profile.path or "")
        stamps = []
        for each in (file, waivers_beside(file)):
            try:
                status = each.stat()
            except OSError:
                stamps.append((0, 0))
            else:
                stamps.append((status.st_mtime_ns, status.st_size))
        return tuple(stamps)


class _Desk:
    """Where saved files are judged, by workers that stay warm, and told of."""

    def __init__(self, wanted: Request, brand: _Brand, messages: Messages, *, color: bool) -> None:
        self._wanted, self._brand = wanted, brand
        self._messages, self._color = messages, color
        self._workers: LocalWorkers | None = None

    def open(self) -> None:
        """Start the workers."""
        from brandguard.workers.local import LocalWorkers

        wanted = self._wanted
        jobs = wanted.jobs or max(1, (os.cpu_count() or 1) // 2)  # somebody works on this machine
        self._workers = LocalWorkers(jobs, wanted.timeout_s, wanted.max_memory_mb, preload=True)

    def close(self) -> None:
        """End the workers, at once."""
        if self._workers is not None:
            self._workers.close()

    def judge(self, saved: frozenset[str]) -> None:
        """Judge those of the saved files that are creatives, and write what was found."""
        from brandguard.engine import Judged, review

        self._brand.refresh()
        run = review(
            replace(self._wanted, only=saved), self._brand.profile, self._brand.reference,
            workers=self._workers, waivers=self._brand.waivers,
        )  # fmt: skip
        try:
            for event in run:
                if isinstance(event, Judged):
                    self._tell(event.report)
        finally:
            run.close()

    def _tell(self, creative: CreativeReport) -> None:
        """Write the findings, one a line, and then the verdict, which is the line to look at."""
        concise.write_creative(creative, sys.stdout, self._messages, color=self._color)
        kind = "unreadable" if creative.error else creative.verdict
        score = "" if creative.score is None else f" {creative.score:.1f}"
        shape = ink(
            f"{SHAPES[kind]} {self._messages.name('verdict', kind)}", kind, color=self._color
        )
        sys.stdout.write(f"{shape}{score} {display_path(creative.path)}\n")
        sys.stdout.flush()


def _saved(roots: list[str]) -> Iterable[frozenset[str]]:
    """Give the files that were saved, a batch at a time, for ever."""
    from watchfiles import Change
    from watchfiles import watch as changes_below

    for batch in changes_below(
        *roots, watch_filter=None, debounce=LONGEST_MS, step=QUIET_MS, raise_interrupt=True
    ):
        files = {path for change, path in batch if change is not Change.deleted}
        for folder in [path for path in files if os.path.isdir(path)]:  # noqa: PTH112  keeps bytes
            files |= {str(f) for f in Path(folder).rglob("*")}  # one that was moved in as a whole
        there = frozenset(path for path in files if os.path.isfile(path))  # noqa: PTH113  as above
        if there:
            yield there
