"""The second stage of a run: text that lies in pixels, read by workers of their own.

Recognition takes seconds and half a gigabyte where measuring takes a tenth of either. So ordinary
workers measure pictures at full speed, and only the creatives whose pixels look like text go on to
here. What goes wrong here costs the text, never the picture: the creative keeps its features, whose
coverage says that the words could not be read.
"""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from brandguard.measures.everything import lacks_text, with_text
from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.model.features import Features
from brandguard.readers import read
from brandguard.workers.local import LocalWorkers, Outcome
from brandguard.workers.task import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.measures.everything import Wanted
    from brandguard.readers import Limits
    from brandguard.workers.task import Job

SECONDS = 300.0
"""What one creative's text may take (H1)…"""
TIMES = 10
"""…or so many times what the user allows a file, the ratio of a PDF's 300 seconds to a picture's
30: whoever wants a quick run wants it here too."""
SAFE_PART = 0.6
"""Part of that time after which no further page is begun: what was read by then is kept."""
WARM_MB = 700
"""Resident memory of a worker that has loaded its models and read a page (measured: 520)."""
AHEAD = 8
"""Creatives that wait for their text, times workers, before the first stage has to wait as well."""
SIDE = 2000
"""Pixels of a page's long side for reading; see measures.ocr_engine.READ_SIDE."""
KEEP_PIXELS = 16_000_000
"""A raster with more is thinned out before it is made smaller: thinning eats small print."""


class TextReaders:
    """Workers that read text in pixels; none is started before there is something to read."""

    def __init__(self, jobs: int, timeout_s: float | None, max_memory_mb: int) -> None:
        self._jobs = max(1, jobs)
        self._seconds = timeout_s * TIMES if timeout_s else SECONDS
        self._max_memory_mb = max_memory_mb + WARM_MB
        self._workers: LocalWorkers | None = None

    def close(self) -> None:
        """End the workers, at once."""
        if self._workers is not None:
            self._workers.close()
        self._workers = None

    def join(
        self, outcomes: Iterator[Outcome], wanted: Wanted, limits: Limits, *, ordered: bool
    ) -> Iterator[Outcome]:
        """Pass outcomes on, with the text that was read in their pixels; closing gives up the rest.

        In their order, or as they are done: then nothing waits for a text but its own creative.
        """
        waiting: deque[tuple[Outcome, Any]] = deque()
        try:
            for outcome in outcomes:
                waiting.append((outcome, self._begin(outcome, wanted, limits)))
                yield from _ready(waiting, AHEAD * self._jobs, ordered=ordered)
            yield from _ready(waiting, 0, ordered=ordered)
        finally:
            for _, future in waiting:
                if future is not None:
                    future.cancel()

    def _begin(self, outcome: Outcome, wanted: Wanted, limits: Limits) -> Any:  # noqa: ANN401  a future
        features = outcome.result
        if isinstance(features, Note) or not lacks_text(features):
            return None
        if self._workers is None:
            self._workers = LocalWorkers(
                self._jobs, self._seconds, self._max_memory_mb, preload=False
            )
        arguments = (outcome.job, features, wanted, limits, self._seconds * SAFE_PART)
        return self._workers.submit(self._seconds, read_job, *arguments)


def _ready(waiting: deque[tuple[Outcome, Any]], most: int, *, ordered: bool) -> Iterator[Outcome]:
    """Give what is done; wait where more than `most` creatives still lack their text."""
    while waiting:
        open_ = [future for _, future in waiting if future is not None and not future.done()]
        at = next((i for i, (_, f) in enumerate(waiting) if f is None or f.done()), None)
        if at is not None and (at == 0 or not ordered):
            waiting.rotate(-at)
            entry = waiting.popleft()
            waiting.rotate(at)
            yield _joined(*entry)
        elif len(open_) > most:
            first = [waiting[0][1]] if ordered else open_
            wait(first, return_when=FIRST_COMPLETED)
        else:
            return


def _joined(outcome: Outcome, future: Any) -> Outcome:  # noqa: ANN401  as above
    """Give the outcome with its text; as it was where reading failed, crashed or took too long."""
    if future is None:
        return outcome
    try:
        read_ = future.result()
    except Exception:  # noqa: BLE001  whatever it was: the features already say that there is no text
        return outcome
    return replace(outcome, result=read_) if isinstance(read_, Features) else outcome


def read_job(
    job: Job, features: Features, wanted: Wanted, limits: Limits, seconds: float
) -> Features | Note:
    """Read the text of the pages that lack it; `seconds` is when to stop beginning another.

    A Note says why nothing could be read. Runs in a worker's process.
    """
    from brandguard.measures.contrast import text_contrasts
    from brandguard.measures.ocr import ReadPage, read_text

    until = time.monotonic() + seconds
    lacking = set(lacks_text(features))
    found: dict[int, ReadPage] = {}
    try:
        data = bytes_of(job, limits)
        creative = read(data, job.path, for_reading(limits))
        for page in creative.pages:
            if page.number not in lacking or page.pixels is None:
                continue
            if time.monotonic() > until:
                break
            text, runs = read_text(page.pixels, wanted.expected)
            contrasts = text_contrasts(replace(page, text=text, runs=runs))
            found[page.number] = ReadPage(text, runs, contrasts)
            if len(found) == len(lacking):
                break
    except UnreadableCreativeError as error:
        return error.note
    joined = with_text(features, found, wanted)
    left = len(lacking) - len(found)
    if not left:
        return joined
    note = Note("SYS021", {"pages": len(lacking), "read": len(found)})
    return replace(joined, notes=(*joined.notes, note))


def without_its_text(features: Features) -> bool:
    """Tell whether there are words in the pixels that could not be read."""
    return any(
        c.reason is not None and c.reason.code == "why.ocr_failed" for c in features.coverage
    )


def for_reading(limits: Limits) -> Limits:
    """Give the limits of a read for recognition: more pixels, everything else as it was."""
    return replace(limits, jpeg_side=SIDE, long_side=SIDE, keep_pixels=KEEP_PIXELS)
