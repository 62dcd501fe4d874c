"""Local workers: Pebble processes with a time limit, and a watchdog for their memory.

A crash, a hang or a memory bomb costs the one file that caused it; the worker is replaced. Workers
end with their parent, however it ends. Requirement H1 of the robustness notes: kill within 2 s of a
limit.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pebble import ProcessExpired, ProcessPool

from brandguard.model.creative import Note
from brandguard.model.features import Features
from brandguard.remote.address import is_remote
from brandguard.remote.library import DOWNLOAD_SECONDS
from brandguard.workers import task
from brandguard.workers.task import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brandguard.measures.everything import Wanted
    from brandguard.readers import Limits

MEGABYTE = 1024 * 1024
POLL_SECONDS = 0.1
SCAN_SECONDS = 1.0
"""How often the watchdog looks for new workers: that reads all processes of the machine, which ten
times a second took 3 % of a core. Weighing those that it knows costs next to nothing."""
IN_FLIGHT = 4
"""Jobs handed out ahead, times workers: enough to keep them busy, few enough to cancel at once."""
ADDRESS_SPACE = 3 * 1024 * MEGABYTE
"""Room for the libraries' own mappings under RLIMIT_AS, over the limit of the user's."""
SECONDS = 30.0
"""What one file may take (H1)…"""
SECONDS_FOR_PAGES = 300.0
"""…and one that may have hundreds of pages, layers or shots."""
PAGED = (
    ".pdf", ".ai", ".tif", ".tiff", ".docx", ".docm", ".dotx", ".dotm", ".pptx", ".pptm", ".potx",
    ".potm", ".ppsx", ".ppsm", ".odt", ".ott", ".odp", ".otp", ".odg", ".otg", ".csv",
    ".tsv", ".xlsx", ".xlsm", ".html", ".htm", ".xhtml", ".eml", ".mhtml", ".mht", ".mp4", ".m4v",
    ".mov", ".qt", ".webm", ".mkv", ".psd", ".psb",
)  # fmt: skip
PRELOAD_FROM = 8
"""Jobs from which on the forkserver loads scikit-learn once for all workers."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: features, or a Note of why there are none."""

    job: Job
    result: Features | Note


@dataclass(slots=True)
class Watchdog:
    """Kills the workers that take more memory than they may.

    macOS has no RLIMIT_AS: this holds there. The limit counts resident memory over what
    the worker held when it was first seen.
    """

    limit_bytes: int
    killed: set[int] = field(default_factory=set)
    _base: dict[int, int] = field(default_factory=dict)
    _known: list[Any] = field(default_factory=list)
    _scanned: float = -SCAN_SECONDS
    _stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Watch, in a thread, until `stop`."""
        threading.Thread(target=self._watch, name="memory watchdog", daemon=True).start()

    def stop(self) -> None:
        """Let go."""
        self._stop.set()

    def _watch(self) -> None:
        import psutil

        me = psutil.Process()
        while not self._stop.wait(POLL_SECONDS):
            self.look(me, time.monotonic())

    def look(self, parent: Any, now: float) -> None:  # noqa: ANN401  a psutil.Process
        """Weigh the workers below `parent`, and once in SCAN_SECONDS look for new ones."""
        import psutil

        if now - self._scanned >= SCAN_SECONDS:
            with suppress(psutil.Error):
                self._known = parent.children(recursive=True)
                self._scanned = now
                alive = {child.pid for child in self._known}
                self._base = {pid: base for pid, base in self._base.items() if pid in alive}
        for child in self._known:
            with suppress(psutil.Error):
                self._look_at(child, child.memory_info().rss)

    def _look_at(self, child: Any, rss: int) -> None:  # noqa: ANN401  a psutil.Process
        base = self._base.setdefault(child.pid, min(rss, 400 * MEGABYTE))
        if rss - base > self.limit_bytes:
            self.killed.add(child.pid)
            child.kill()


class LocalWorkers:
    """A pool of workers on this machine. Keep it over several runs: warm workers answer at once."""

    def __init__(
        self, jobs: int, timeout_s: float | None, max_memory_mb: int, *, preload: bool
    ) -> None:
        self.jobs = jobs or max(1, (os.cpu_count() or 2))
        self._timeout = timeout_s
        self._max_memory_mb = max_memory_mb
        self._watchdog = Watchdog(max_memory_mb * MEGABYTE)
        self._folder = tempfile.TemporaryDirectory(prefix="brandguard-", ignore_cleanup_errors=True)
        self._pool = ProcessPool(
            max_workers=self.jobs,
            initializer=task.settle,
            initargs=(os.getpid(), self._folder.name, ADDRESS_SPACE + max_memory_mb * MEGABYTE),
            context=_context(preload=preload),
        )
        self._watchdog.start()

    def run(
        self,
        jobs: Iterable[Job],
        wanted: Wanted,
        limits: Limits,
        *,
        ordered: bool,
        function: Callable[[Job, Wanted, Limits], Features | Note] = task.measure_job,
    ) -> Iterator[Outcome]:
        """Measure jobs, a few at a time; closing the generator gives up what was not begun."""
        source = iter(jobs)
        running: deque[tuple[Job, Any]] = deque()
        try:
            while True:
                while len(running) < self.jobs * IN_FLIGHT:
                    job = next(source, None)
                    if job is None:
                        break
                    running.append(
                        (job, self.submit(self.seconds_for(job), function, job, wanted, limits))
                    )
                if not running:
                    return
                job, future = _next_done(running, ordered=ordered)
                yield Outcome(job, self._result(job, future))
        finally:
            for _, future in running:
                future.cancel()

    def call(self, function: Callable[..., Any], *args: object) -> Any:  # noqa: ANN401  as `function` gives
        """Run any function of an importable module in a worker and wait for it.

        Raises what it raises, TimeoutError, or ProcessExpired where its process died.
        """
        return self.submit(self._timeout or SECONDS, function, *args).result()

    def close(self) -> None:
        """End the workers, at once."""
        self._watchdog.stop()
        self._pool.stop()  # type: ignore[no-untyped-call]  # untyped in Pebble
        with suppress(TimeoutError):
            self._pool.join(timeout=5)
        self._folder.cleanup()

    def seconds_for(self, job: Job) -> float:
        """Give the time that a file may take."""
        if self._timeout:
            return self._timeout
        measuring = SECONDS_FOR_PAGES if job.file.lower().endswith(PAGED) else SECONDS
        return measuring + DOWNLOAD_SECONDS if is_remote(job.file) else measuring

    def submit(self, seconds: float, function: Callable[..., Any], *args: object) -> Any:  # noqa: ANN401  a future
        """Hand any function of an importable module to a worker; gives Pebble's future."""
        return self._pool.schedule(function, args=args, timeout=seconds)

    def _result(self, job: Job, future: Any) -> Features | Note:  # noqa: ANN401  a future
        try:
            return future.result()  # type: ignore[no-any-return]  # what measure_job gives
        except TimeoutError:
            return Note("SYS009", {"file": job.path, "limit_s": self.seconds_for(job)})
        except ProcessExpired as error:
            return self._expired(job, error.pid)
        except Exception as error:  # noqa: BLE001  a result that cannot be sent is the file's fault too
            return Note(
                "SYS011", {"file": job.path, "detail": f"{type(error).__name__}: {error}"[:300]}
            )

    def _expired(self, job: Job, pid: int | None) -> Note:
        deadline = time.monotonic() + 2 * POLL_SECONDS
        while pid not in self._watchdog.killed and time.monotonic() < deadline:
            time.sleep(POLL_SECONDS / 4)
        if pid in self._watchdog.killed:
            return Note("SYS010", {"file": job.path, "limit_mb": self._max_memory_mb})
        return Note("SYS011", {"file": job.path, "detail": "the process died"})


def _next_done(running: deque[tuple[Job, Any]], *, ordered: bool) -> tuple[Job, Any]:
    """Take the first job of the queue, or any that is done where the order does not matter."""
    if ordered:
        return running.popleft()
    wait([future for _, future in running], return_when=FIRST_COMPLETED)
    at = next(i for i, (_, future) in enumerate(running) if future.done())
    running.rotate(-at)
    found = running.popleft()
    running.rotate(at)
    return found


def _context(*, preload: bool) -> Any:  # noqa: ANN401  a multiprocessing context
    """Spawned workers; on Linux from a server that has loaded the libraries once for all."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    libraries = "brandguard.workers.warm" if preload else "brandguard.workers.task"
    context.set_forkserver_preload(["brandguard.workers.one_thread", libraries])
    return context
