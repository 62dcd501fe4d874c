"""The two stages of measuring together: everything but text in pixels, then that text.

Whoever measures, a run on this machine or a worker of a cluster, does it by these.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from brandguard.workers.local import LocalWorkers
from brandguard.workers.reading import TextReaders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brandguard.measures.everything import Wanted
    from brandguard.readers import Limits
    from brandguard.workers.local import Outcome
    from brandguard.workers.task import Job


class Crew(Protocol):
    """Whoever measures for a run: workers of this machine, or those of a cluster."""

    def run(
        self, jobs: Iterable[Job], wanted: Wanted, limits: Limits, *, ordered: bool
    ) -> Iterator[Outcome]:
        """Give an outcome for every job; closing the generator gives up what was not begun."""

    def call(self, function: Callable[..., Any], *args: object) -> Any:  # noqa: ANN401  as `function` gives
        """Run a function in a worker of this machine, as LocalWorkers.call does."""

    def close(self) -> None:
        """Let go of the workers."""


class Stages:
    """Workers of this machine for both stages; `workers` that were handed in are not ended."""

    def __init__(
        self,
        jobs: int,
        timeout_s: float | None,
        max_memory_mb: int,
        *,
        preload: bool,
        readers: int = 1,
        workers: LocalWorkers | None = None,
    ) -> None:
        self._ours = workers is None
        self._workers = workers or LocalWorkers(jobs, timeout_s, max_memory_mb, preload=preload)
        self._readers = TextReaders(readers, timeout_s, max_memory_mb)

    def run(
        self, jobs: Iterable[Job], wanted: Wanted, limits: Limits, *, ordered: bool
    ) -> Iterator[Outcome]:
        """Measure jobs; what lacks its text goes on to the workers that read pixels."""
        measured = self._workers.run(jobs, wanted, limits, ordered=ordered)
        if not wanted.ocr:
            return measured
        found = replace(wanted, logos=())  # they are found already
        return self._readers.join(measured, found, limits, ordered=ordered)

    def call(self, function: Callable[..., Any], *args: object) -> Any:  # noqa: ANN401  as `function` gives
        """Run a function in a worker and wait for it; raises as LocalWorkers.call does."""
        return self._workers.call(function, *args)

    def close(self) -> None:
        """End the workers, at once."""
        self._readers.close()
        if self._ours:
            self._workers.close()


def local_stages(
    jobs: int,
    timeout_s: float | None,
    max_memory_mb: int,
    *,
    total: int,
    preload: bool,
    workers: LocalWorkers | None = None,
) -> Stages:
    """Give the workers for a run over `total` files; `jobs` 0 is one a core, half as many read."""
    cores = jobs or os.cpu_count() or 1
    count = min(cores, max(total, 1))
    readers = max(1, cores // 2)
    return Stages(
        count, timeout_s, max_memory_mb, preload=preload, readers=readers, workers=workers
    )
