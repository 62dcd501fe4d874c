"""What one worker of a cluster does with one chunk of files. Must stay importable there.

Below Dask, each file is measured by the same killable processes as on one machine: Dask itself can
neither end a file that hangs nor tell which file of a chunk brought its worker down.
"""

from __future__ import annotations

import atexit
import hashlib
import multiprocessing
import os
import pickle
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from brandguard import __version__
from brandguard.cache import pack
from brandguard.measures.everything import Wanted
from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.model.features import MEASURE_VERSION
from brandguard.readers import Limits
from brandguard.readers.guard import read_bytes
from brandguard.readers.libreoffice import executable as office
from brandguard.remote.address import is_remote
from brandguard.workers.cluster_store import ResultFolder, results_folder
from brandguard.workers.reading import without_its_text
from brandguard.workers.stages import Stages
from brandguard.workers.task import Job

if TYPE_CHECKING:
    from collections.abc import Sequence

MTIME_SECONDS = 2.0
"""How far the times of one file may differ between two views of a share (FAT counts by two)."""
HASHED_BYTES = 64 * 1024 * 1024
"""A larger file is measured without a look at what was kept."""
SAME_AS_HERE = f"{__version__}/{MEASURE_VERSION}"
"""What must be alike on both sides for a report to be the same."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One file of a chunk, and what whoever asks sees of it, so that no other is taken for it."""

    job: Job
    size: int | None = None
    """None where its bytes are sent, or where it can be seen from nowhere."""
    mtime: float = 0.0


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some files to be measured, and how."""

    asked: tuple[Asked, ...]
    wanted: Wanted
    limits: Limits
    timeout_s: float | None
    max_memory_mb: int
    key: str
    keep: bool
    office: bool
    """Whether LibreOffice draws documents where the run was started."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a chunk: for each file packed features, a Note, or None if it is not seen."""

    results: tuple[bytes | Note | None, ...]
    measured: int
    """How many were measured now, not taken from what was kept."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """This worker must not measure: it cannot, or its report would not be the same."""

    why: Literal["daemon", "version", "office"]
    worker: str
    detail: str = ""


def measure_chunk(version: str, packed: bytes) -> Done | Unfit:
    """Measure the files of a pickled Chunk, keep each result, and give them all, in order.

    The chunk comes as bytes, so that a worker of another version says so before it stumbles over
    what it does not know. Unpickling adds no danger: a scheduler can have any function run anyway.
    """
    me = socket.gethostname()
    if version != SAME_AS_HERE:
        return Unfit("version", me, SAME_AS_HERE)
    if multiprocessing.current_process().daemon:
        return Unfit("daemon", me)
    chunk: Chunk = pickle.loads(packed)  # noqa: S301  see the docstring
    if chunk.office != bool(office()):
        return Unfit("office", me, "missing" if chunk.office else "there")
    store = ResultFolder(results_folder(), chunk.key) if chunk.keep else None
    return _measure(chunk, store)


def _measure(chunk: Chunk, store: ResultFolder | None) -> Done:
    results: list[bytes | Note | None] = [None] * len(chunk.asked)
    missing: list[int] = []
    contents: dict[int, str] = {}
    for at, asked in enumerate(chunk.asked):
        if not _is_seen(asked):
            continue
        content = _content(asked.job) if store else None
        if content is not None:
            contents[at] = content
        results[at] = store.get(content, asked.job.path) if store and content else None
        if results[at] is None:
            missing.append(at)
    for at, result in zip(missing, _measured(chunk, missing), strict=True):
        if isinstance(result, Note):
            results[at] = result
            continue
        value = results[at] = pack(result)
        job = chunk.asked[at].job
        content = (job.stat and contents.get(at)) or result.sha256
        if store is not None and not without_its_text(result):
            store.put(content, job.path, value)
    return Done(tuple(results), len(missing))


def _measured(chunk: Chunk, at: Sequence[int]):  # type: ignore[no-untyped-def]  # noqa: ANN202  a generator of results
    if not at:
        return
    jobs = [chunk.asked[i].job for i in at]
    crew = _take(chunk.timeout_s, chunk.max_memory_mb)
    try:
        for outcome in crew.run(jobs, chunk.wanted, chunk.limits, ordered=True):
            yield outcome.result
    finally:
        _give_back(chunk.timeout_s, chunk.max_memory_mb, crew)


def _is_seen(asked: Asked) -> bool:
    """Tell whether this machine sees the very file that was asked for, and may read it."""
    if asked.size is None:
        return True
    try:
        here = os.lstat(asked.job.file)
    except (OSError, ValueError):
        return False
    same = here.st_size == asked.size and abs(here.st_mtime - asked.mtime) <= MTIME_SECONDS
    return same and os.access(asked.job.file, os.R_OK)


def _content(job: Job) -> str | None:
    """Name a job's content: its hash, or for a file elsewhere what was listed of it."""
    if is_remote(job.file):
        return f"{job.file}\0{job.stat}" if job.stat else None
    try:
        data = job.data if job.data is not None else read_bytes(job.file, HASHED_BYTES)
    except UnreadableCreativeError:
        return None
    return hashlib.sha256(data).hexdigest()


_idle: dict[tuple[float | None, int], list[Stages]] = {}
_lock = threading.Lock()


def _take(timeout_s: float | None, max_memory_mb: int) -> Stages:
    """Give a warm pool of one process that no other thread of this worker uses."""
    with _lock:
        idle = _idle.get((timeout_s, max_memory_mb))
        others = [key for key in _idle if key != (timeout_s, max_memory_mb)]
        old = [crew for key in others for crew in _idle.pop(key)]
        found = idle.pop() if idle else None
    for crew in old:
        crew.close()
    return found or Stages(1, timeout_s, max_memory_mb, preload=True)


def _give_back(timeout_s: float | None, max_memory_mb: int, crew: Stages) -> None:
    with _lock:
        _idle.setdefault((timeout_s, max_memory_mb), []).append(crew)


@atexit.register
def _close_all() -> None:
    for crews in _idle.values():
        for crew in crews:
            crew.close()
    _idle.clear()
