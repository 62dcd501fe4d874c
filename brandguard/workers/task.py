"""What one worker does with one file. Runs in the worker's process; must stay importable there."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandguard.measures.codes import find_codes, unread
from brandguard.measures.everything import Wanted, measure
from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, read
from brandguard.readers.guard import read_bytes
from brandguard.remote.address import is_remote

if TYPE_CHECKING:
    from brandguard.model.features import Features

NO_PROXY = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")

KEPT_FOR_CODES = 16_000_000
"""Pixels at which a page is looked at again for a code that could not be read."""
PARENT_SECONDS = 1.0
"""How often a worker looks whether its parent is still there."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be measured. `file` is absolute: a worker has its own, empty, working folder."""

    path: str
    """As it was given: what messages and reports name."""
    file: str
    data: bytes | None = None
    """The bytes themselves, where they do not come from a file (text on stdin)."""
    stat: str | None = None
    """What a library elsewhere listed of the file."""


def measure_job(job: Job, wanted: Wanted, limits: Limits) -> Features | Note:
    """Read and measure one file; a Note says why it cannot be read.

    Readers meet every kind of broken file, and libraries raise every kind of exception over them:
    this is the one place where they are all caught.
    """
    try:
        data = bytes_of(job, limits)
        features = measure(read(data, job.path, limits), data, wanted)
        return look_closer(features, data, job.path, limits)
    except UnreadableCreativeError as error:
        return error.note
    except MemoryError:
        return Note("SYS010", {"file": job.path})
    except Exception as error:  # noqa: BLE001  see the docstring
        return Note("SYS003", {"file": job.path, "cause": f"{type(error).__name__}: {error}"[:300]})


def bytes_of(job: Job, limits: Limits) -> bytes:
    """Give a job's bytes, from the disk or from a library elsewhere.

    Raises UnreadableCreativeError as readers.guard and remote.library do.
    """
    if job.data is not None:
        return job.data
    if not is_remote(job.file):
        return read_bytes(job.file)
    from brandguard.remote.library import fetch

    os.environ.update(_proxies)  # for this alone: no parser may find them
    try:
        return fetch(job.file, limits.max_bytes)
    finally:
        for name in _proxies:
            os.environ.pop(name, None)


_proxies: dict[str, str] = {}
"""The user's proxies, once a worker has settled."""


def look_closer(features: Features, data: bytes, path: str, limits: Limits) -> Features:
    """Look again for codes that could not be read, where the file has more pixels than were used.

    Costs a second decode, and only where a code is plainly there and unreadable.
    """
    unsure = {page.number for page in features.pages if unread(page.codes or ())}
    if not unsure:
        return features
    closer = replace(limits, jpeg_side=4000, long_side=4000, keep_pixels=KEPT_FOR_CODES)
    found = {
        page.number: find_codes(page.pixels, page.width_mm)
        for page in read(data, path, closer).pages
        if page.number in unsure and page.pixels is not None
    }
    pages = tuple(replace(p, codes=found.get(p.number) or p.codes) for p in features.pages)
    return replace(features, pages=pages)


def settle(parent: int, folder: str, address_space_bytes: int) -> None:
    """Prepare a fresh worker: one thread a library, no proxies, an empty `folder`, a memory limit.

    It ends when `parent` (a process id) does, even in the middle of a file.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    from brandguard.workers import one_thread  # noqa: F401  where no server has imported it before

    for name in NO_PROXY:
        if name in os.environ:
            _proxies[name] = os.environ.pop(name)
    os.chdir(folder)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (address_space_bytes, address_space_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _die_with_the_server()
    threading.Thread(target=_watch, args=(parent,), name="parent watch", daemon=True).start()


def _watch(parent: int) -> None:
    """Leave as soon as the parent is gone; a worker that computes never looks at its pipe."""
    import psutil

    try:
        process = psutil.Process(parent)
    except psutil.Error:
        os._exit(1)
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        time.sleep(PARENT_SECONDS)
    os._exit(1)


def _die_with_the_server() -> None:
    """Let Linux kill us with the server that we were forked from, which ends with the parent.

    This holds where the watching thread cannot run: in a library that keeps the interpreter's lock.
    """
    import ctypes

    set_parent_death_signal = 1  # PR_SET_PDEATHSIG of prctl(2)
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
