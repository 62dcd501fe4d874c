"""What `check` keeps of a run in the history, and shows of the runs before it."""

from __future__ import annotations

import datetime as dt
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.cli.terminal import note
from brandguard.history.keeping import by_itself, is_first, place_named, run_record
from brandguard.model.errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.engine import Finished, Request
    from brandguard.history.counting import Counting  # noqa: TC004  loaded by the run: help is quick
    from brandguard.history.record import RunRecord
    from brandguard.history.where import Where  # noqa: TC004  as above
    from brandguard.messages import Messages  # noqa: TC004  as above
    from brandguard.model.profile import Profile
    from brandguard.model.trend import TrendLine


@dataclass(slots=True)
class Keeper:
    """The history's side of one run; `place` is None where nothing is to be kept."""

    place: Where | None
    read_from: Where | None
    trend: int | None
    home: str | None
    quiet: bool
    messages: Messages
    counting: Counting
    started: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    _since: float = field(default_factory=time.monotonic)

    def close(
        self, wanted: Request, brand: Profile, finished: Finished, *, baseline: bool
    ) -> tuple[TrendLine, ...]:
        """Keep the run, and give its trend where one was asked for.

        What goes wrong is told in one line: a history never fails a run.
        """
        if self.place is None and self.trend is None:
            return ()
        run = self._record(wanted, brand, finished, baseline=baseline)
        trend: tuple[TrendLine, ...] = ()
        if self.trend is not None:
            from brandguard.history.report_trend import report_trend

            with self._going_on("not_read"):
                trend = report_trend(self.read_from, run, finished.campaigns, self.trend)
        if self.place is not None and finished.summary.creatives:
            with self._going_on("not_kept"):
                self._keep(run)
        return trend

    @contextmanager
    def _going_on(self, words: str) -> Iterator[None]:
        try:
            yield
        except HistoryError as error:
            why = self.messages.error(error)
            note(f"brandguard: {self.messages.text(f'history.{words}', reason=why)}")

    def _record(
        self, wanted: Request, brand: Profile, finished: Finished, *, baseline: bool
    ) -> RunRecord:
        return run_record(
            wanted, brand, self.home, self.counting.parts(finished.campaigns),
            started=self.started, seconds=time.monotonic() - self._since, baseline=baseline,
        )  # fmt: skip

    def _keep(self, run: RunRecord) -> None:
        from brandguard.history.record import record

        assert self.place is not None  # the caller has looked
        first = is_first(self.place)
        record(self.place, run)
        if first and not self.quiet:
            note(self.messages.text("history.first", place=self.place.shown))


def keeper(
    wanted: Request, brand: Profile, history: str | None, *, no_history: bool, trend: int | None,
    quiet: bool, messages: Messages,
) -> Keeper:  # fmt: skip
    """Decide whether and where a run is kept; raises UsageError for a place that cannot be."""
    from brandguard.history.counting import Counting

    home = str(Path(brand.path).absolute().parent) if brand.path else None
    place = read_from = None
    if history is not None or trend is not None or (not no_history and by_itself(wanted)):
        read_from = place_named(history)
    if not no_history and (history is not None or by_itself(wanted)):
        place = read_from
    return Keeper(place, read_from, trend, home, quiet, messages, Counting(home))
