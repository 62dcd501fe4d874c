"""Pages drawn anew for reports that show them large: in a worker, as everything that decodes."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.report import CreativeReport
    from brandguard.workers.preview import Picture
    from brandguard.writers.annotated import Redraw

SECONDS = 60.0
MAX_MEMORY_MB = 1024


@contextmanager
def fresh_pictures() -> Iterator[Redraw]:
    """Give a function that draws a page of a judged creative, and end its worker afterwards."""
    from pebble import ProcessExpired

    from brandguard.model.errors import UnreadableCreativeError
    from brandguard.workers.local import LocalWorkers
    from brandguard.workers.preview import preview_as_judged

    workers = LocalWorkers(1, SECONDS, MAX_MEMORY_MB, preload=False)

    def redraw(creative: CreativeReport, page: int, long_side: int) -> Picture | None:
        file = str(Path(creative.path).absolute())
        try:
            picture: Picture | None = workers.call(
                preview_as_judged, file, creative.sha256, page, long_side
            )
        except (UnreadableCreativeError, LookupError, TimeoutError, ProcessExpired, MemoryError):
            return None
        return picture

    try:
        yield redraw
    finally:
        workers.close()
