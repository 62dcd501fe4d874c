"""stdout is the report and nothing else; progress, notes and summaries go to stderr."""

from __future__ import annotations

import os
import re
import signal
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TextIO, cast

from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

STEPS_IN_A_LOG = 10
"""Lines of progress in a log file, with --verbose."""
ENDLESS = 100_000
"""Columns that no row of ours needs."""
_BLANKS = re.compile(r" +$", re.MULTILINE)


def wants_color(when: str, stream: TextIO) -> bool:
    """Decide on colour: the option, then NO_COLOR and FORCE_COLOR, then the terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def console(*, color: bool) -> Console:
    """Give a rich console for standard output: as wide as the terminal.

    A file or a pipe has no width: what goes there is neither wrapped nor cut.
    """
    from rich.console import Console

    draw = partial(Console, force_terminal=color or None, no_color=not color, highlight=False)
    if sys.stdout.isatty():
        return draw()
    return draw(file=cast("TextIO", _Trimmed()), width=ENDLESS)


class _Trimmed:
    """Standard output without the blanks that fill a table's rows up to its longest one."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        """Write rows."""
        return sys.stdout.write(_BLANKS.sub("", text))

    def flush(self) -> None:
        """Let what was written go."""
        sys.stdout.flush()

    def isatty(self) -> bool:
        """Say that this is no terminal."""
        return False


class Progress:
    """A bar with count, rate, time left and current file on a terminal; a few lines in a log."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._logged = 0
        self._log = verbose and not quiet and not sys.stderr.isatty()
        if sys.stderr.isatty() and not quiet and os.environ.get("TERM") != "dumb":
            self._bar = _bar()
            self._bar.start()

    def total(self, total: int) -> None:
        """Say how many there are."""
        if self._bar is not None:
            self._task = self._bar.add_task("", total=total, file="")

    def step(self, path: str, done: int, total: int) -> None:
        """Say that one is done."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, file=display_path(path)[-60:])
        elif self._log and done * STEPS_IN_A_LOG // max(total, 1) > self._logged:
            self._logged = done * STEPS_IN_A_LOG // total
            note(f"{done} of {total}")

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import (
        Progress as RichProgress,
    )

    return RichProgress(
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[file]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )


def note(text: str) -> None:
    """Write one line to stderr."""
    print(text, file=sys.stderr)  # noqa: T201  the command line's voice


@contextmanager
def interruptible() -> Iterator[list[bool]]:
    """Let the first Ctrl-C end the run in good order and the second kill it.

    Gives a list that is empty until the first one came.
    """
    asked: list[bool] = []

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if asked:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGINT)
        asked.append(True)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)
