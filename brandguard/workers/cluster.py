"""A cluster's workers: Dask carries chunks of files to them and results back, in order.

Dask may do a chunk twice and loses what was not fetched with its worker; so workers keep each
result by content before they hand it on, at most some chunks a worker are under way, and no wait is
without an end. What makes a file's verdict is the same as on one machine, hence the same bytes.
"""

from __future__ import annotations

import os
import pickle
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from brandguard.cache import unpack
from brandguard.model.creative import Note
from brandguard.model.errors import ClusterError, UnreadableCreativeError
from brandguard.readers.guard import read_bytes
from brandguard.readers.libreoffice import executable as office
from brandguard.readers.limits import MIB
from brandguard.remote.address import is_remote
from brandguard.workers import cluster_task
from brandguard.workers.cluster_address import checked, connect
from brandguard.workers.cluster_task import SAME_AS_HERE, Asked, Chunk, Done, Unfit
from brandguard.workers.local import SECONDS, SECONDS_FOR_PAGES, LocalWorkers, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brandguard.measures.everything import Wanted
    from brandguard.readers import Limits
    from brandguard.workers.task import Job

CHUNK = 32
"""Files a chunk: at that, carrying costs well under a millisecond a file (measured)."""
AHEAD = 4
"""Chunks under way or waiting for their turn in the report, a worker's thread."""
POLL_SECONDS = 1.0
LOST_SECONDS = 30.0
"""How long the scheduler may be out of reach…"""
IDLE_SECONDS = 180.0
"""…and how long there may be no worker: a cluster that grows on demand needs a minute or two."""
SENT_BYTES = 8 * MIB
"""The largest file that is sent where the workers do not see it…"""
SENT_TOGETHER = 4 * MIB
"""…and so many bytes from which on a chunk is full: they pass through the scheduler's memory."""


@dataclass(slots=True, eq=False)
class _Piece:
    """A chunk on its way: results as they come, and what is still under way."""

    asked: list[Asked]
    results: list[bytes | Note | None]
    waiting: int = 0


class ClusterWorkers:
    """Measures on the workers of a Dask scheduler. `key` separates results, as in the store."""

    def __init__(
        self, address: str, timeout_s: float | None, max_memory_mb: int, *, key: str, keep: bool
    ) -> None:
        self._address = checked(address)
        self._timeout, self._max_memory_mb = timeout_s, max_memory_mb
        self._key, self._keep = key, keep
        self._client: Any = connect(address)
        self._own: LocalWorkers | None = None
        self._sending = False
        self._under_way: dict[Any, tuple[_Piece, tuple[int, ...]]] = {}
        self._done: SimpleQueue[Any] = SimpleQueue()
        self._threads = 0
        self._looked = self._heard = self._reached = self._manned = time.monotonic()
        self.measured = 0
        """Files measured by this run: the others were kept from an earlier one."""

    def run(
        self, jobs: Iterable[Job], wanted: Wanted, limits: Limits, *, ordered: bool
    ) -> Iterator[Outcome]:
        """Give an outcome for every job, always in order.

        Raises ClusterError where the cluster cannot go on; what was measured by then is kept.
        """
        del ordered  # in order is as good as any
        settings = (wanted, limits)
        pieces: deque[_Piece] = deque()
        source = self._pieces(iter(jobs))
        self._heard = time.monotonic()
        self._look_after()
        try:
            while True:
                while len(pieces) < AHEAD * max(self._threads, 1):
                    piece = next(source, None)
                    if piece is None:
                        break
                    pieces.append(piece)
                    self._send(piece, _open(piece), settings)
                if not pieces:
                    return
                while pieces[0].waiting:
                    self._receive(settings)
                yield from _outcomes(pieces.popleft())
        finally:
            self._give_up()

    def call(self, function: Callable[..., Any], *args: object) -> Any:  # noqa: ANN401  as `function` gives
        """Run a function in a worker of this machine: the profile's logos lie here."""
        if self._own is None:
            self._own = LocalWorkers(1, self._timeout, self._max_memory_mb, preload=False)
        return self._own.call(function, *args)

    def close(self) -> None:
        """Leave the cluster; its scheduler and workers stay."""
        self._give_up()
        if self._own is not None:
            self._own.close()
        with suppress(Exception):  # it may be gone already
            self._client.close(timeout=5)

    # To the workers

    def _pieces(self, jobs: Iterator[Job]) -> Iterator[_Piece]:
        while True:
            asked: list[Asked] = []
            known: list[Note | None] = []
            together = 0
            for job in islice(jobs, CHUNK):
                one, note = self._asked(job)
                asked.append(one)
                known.append(note)
                together += len(one.job.data or b"")
                if together >= SENT_TOGETHER:
                    break
            if not asked:
                return
            yield _Piece(asked, list(known))

    def _asked(self, job: Job) -> tuple[Asked, Note | None]:
        """Look at a file from here, and add its bytes where the workers do not see our files."""
        if job.data is not None or is_remote(job.file):
            return Asked(job), None
        if self._sending:
            return _with_bytes(job)
        with suppress(OSError, ValueError):
            seen = os.lstat(job.file)
            return Asked(job, seen.st_size, seen.st_mtime), None
        return Asked(job), None  # gone, or no name at all: its worker will say so

    def _send(self, piece: _Piece, at: tuple[int, ...], settings: tuple[Wanted, Limits]) -> None:
        if not at:
            return
        chunk = Chunk(
            tuple(piece.asked[i] for i in at), *settings, self._timeout, self._max_memory_mb,
            self._key, self._keep, office=bool(office()),
        )  # fmt: skip
        future = self._client.submit(
            cluster_task.measure_chunk, SAME_AS_HERE, pickle.dumps(chunk), pure=False
        )
        self._under_way[future] = (piece, at)
        future.add_done_callback(self._done.put)
        piece.waiting += len(at)

    # From the workers

    def _receive(self, settings: tuple[Wanted, Limits]) -> None:
        """Wait a little for anything to be done, and take it in."""
        future = None
        with suppress(Empty):
            future = self._done.get(timeout=POLL_SECONDS)
        if future in self._under_way:
            self._fetch(future, settings)
        self._look_after()

    def _fetch(self, future: Any, settings: tuple[Wanted, Limits]) -> None:  # noqa: ANN401  Dask's
        result: Done | Unfit | Exception
        try:
            result = future.result(timeout=LOST_SECONDS)
        except TimeoutError:  # lost with its worker: the scheduler has it done again
            future.add_done_callback(self._done.put)
            return
        except Exception as error:  # noqa: BLE001  whatever a cluster can come up with
            result = error
        piece, at = self._under_way.pop(future)
        piece.waiting -= len(at)
        self._heard = time.monotonic()
        self._take_in(result, piece, at, settings)
        future.release()

    def _take_in(
        self,
        done: Done | Unfit | Exception,
        piece: _Piece,
        at: tuple[int, ...],
        settings: tuple[Wanted, Limits],
    ) -> None:
        if isinstance(done, Exception):
            self._failed(done, piece, at, settings)
            return
        if isinstance(done, Unfit):
            raise ClusterError(self._cure(done))
        self.measured += done.measured
        for i, result in zip(at, done.results, strict=True):
            piece.results[i] = result
        self._send(piece, self._unseen(piece, at), settings)

    def _unseen(self, piece: _Piece, at: tuple[int, ...]) -> tuple[int, ...]:
        """Add the bytes of the files that their worker does not see; from now on all are sent."""
        lacking = tuple(i for i in at if piece.results[i] is None)
        self._sending = self._sending or bool(lacking)
        for i in lacking:
            piece.asked[i], piece.results[i] = _with_bytes(piece.asked[i].job)
        return tuple(i for i in lacking if piece.results[i] is None)

    def _failed(
        self, error: Exception, piece: _Piece, at: tuple[int, ...], settings: tuple[Wanted, Limits]
    ) -> None:
        """Do each file alone to find the one that brings workers down; or the cluster is lost."""
        name = type(error).__name__
        if isinstance(error, ImportError):
            raise ClusterError(
                f"{self._address}: its workers lack something ({error}); install BrandGuard "
                f"{SAME_AS_HERE.partition('/')[0]} there as here"
            ) from error
        if "Cancelled" in name or isinstance(error, OSError):
            raise self._lost(name) from error
        if len(at) > 1:
            for i in at:
                self._send(piece, (i,), settings)
            return
        piece.results[at[0]] = Note(
            "SYS011", {"file": piece.asked[at[0]].job.path, "detail": f"{name}: {error}"[:300]}
        )

    # The cluster itself

    def _look_after(self) -> None:
        """Raise ClusterError where scheduler or workers are gone, or nothing moves any more."""
        now = time.monotonic()
        if self._client.status == "running":
            self._reached = now
        elif now - self._reached > LOST_SECONDS:
            raise self._lost("the scheduler is gone")
        if now - self._heard > self._longest():
            raise self._lost("its workers no longer answer")
        if now - self._looked < POLL_SECONDS and self._threads:
            return
        self._looked = now
        with suppress(Exception):  # out of reach for a moment: see above
            self._threads = sum(
                self._client.sync(self._client.scheduler.ncores, callback_timeout=10).values()
            )
        if self._threads:
            self._manned = now
        elif now - self._manned > IDLE_SECONDS:
            raise ClusterError(
                f"{self._address}: it has no worker; start some with «dask worker {self._address}»"
            )

    def _longest(self) -> float:
        """Say how long the chunks under way may take at most, if each file took all its time."""
        each = self._timeout * 11 if self._timeout else SECONDS + SECONDS_FOR_PAGES * 2
        return CHUNK * each + LOST_SECONDS

    def _lost(self, why: str) -> ClusterError:
        return ClusterError(
            f"{self._address}: the cluster was lost ({why}). What was measured is kept: "
            "run the same command again when it is back"
        )

    def _cure(self, unfit: Unfit) -> str:
        here, there = SAME_AS_HERE, unfit.detail
        at = f"{self._address}: the worker on {unfit.worker}"
        return {
            "daemon": f"{at} may not start processes. Set DASK_DISTRIBUTED__WORKER__DAEMON=False "
            "before «dask worker», or start it with --no-nanny",
            "version": f"{at} has BrandGuard {there}, here it is {here} (version/measures): "
            "install the same on both",
            "office": f"{at} would measure documents in another way: LibreOffice is {there} "
            "there. Have it on all machines, or on none",
        }[unfit.why]

    def _give_up(self) -> None:
        """Call back what is under way; a worker still finishes the chunk it has begun."""
        futures = list(self._under_way)
        self._under_way.clear()
        if futures and self._client.status == "running":
            with suppress(Exception):  # leaving must not fail
                self._client.cancel(futures, force=True, asynchronous=False)


def _open(piece: _Piece) -> tuple[int, ...]:
    return tuple(i for i, result in enumerate(piece.results) if result is None)


def _with_bytes(job: Job) -> tuple[Asked, Note | None]:
    """Add a file's bytes; a Note where it cannot be read here either, as its worker would say."""
    try:
        data = read_bytes(job.file)
    except UnreadableCreativeError as error:
        return Asked(job), error.note
    if len(data) > SENT_BYTES:
        raise ClusterError(
            f"{job.path}: the cluster's workers do not see this file, and it is too large to be "
            f"sent ({len(data) // MIB} MB, at most {SENT_BYTES // MIB}). Mount its folder on every "
            "worker under the same path («Clusters» in the manual)"
        )
    return Asked(replace(job, data=data)), None


def _outcomes(piece: _Piece) -> Iterator[Outcome]:
    for asked, result in zip(piece.asked, piece.results, strict=True):
        job = replace(asked.job, data=None) if asked.size is None else asked.job
        assert result is not None  # the piece is whole
        yield Outcome(job, result if isinstance(result, Note) else unpack(result))
