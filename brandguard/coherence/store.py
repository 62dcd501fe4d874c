"""The facts of a run's creatives, kept on disk until a campaign is complete."""

from __future__ import annotations

import os
import sqlite3
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from brandguard.coherence.conflicts import Voiced, conflicts_between
from brandguard.model.facts import Fact
from brandguard.model.report import Place

if TYPE_CHECKING:
    from brandguard.model.report import Conflict, CreativeReport

MOST_CREATIVES = 300
"""Creatives of one campaign that are compared; those of both channels come first in equal parts."""
MOST_FACTS = 80
"""Facts of one creative that are compared: a catalogue is no message."""


@cache
def _adapter() -> TypeAdapter[tuple[tuple[Fact, Place], ...]]:
    return TypeAdapter(tuple[tuple[Fact, Place], ...])


class FactStore:
    """What every creative of a run states. Lies in a temporary file of SQLite's."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", check_same_thread=False)
        self._db.execute(
            "CREATE TABLE stated (campaign BLOB, path BLOB, channel TEXT, side TEXT, facts BLOB)"
        )
        self._db.execute("CREATE INDEX by_campaign ON stated (campaign, path)")

    def add(self, campaign: str, report: CreativeReport, side: str | None = None) -> None:
        """Keep what one creative states; one without facts is not kept.

        `side` says on which of two sides it is, where that is not its channel.
        """
        if not report.facts:
            return
        placed = tuple((fact, _place(report, fact)) for fact in report.facts[:MOST_FACTS])
        row = (
            os.fsencode(campaign),
            os.fsencode(report.path),
            report.channel or "",
            report.channel or "" if side is None else side,
            _adapter().dump_json(placed),
        )
        self._db.execute("INSERT INTO stated VALUES (?,?,?,?,?)", row)

    def conflicts(self, campaign: str) -> tuple[Conflict, ...]:
        """Compare the creatives of a campaign."""
        rows = self._db.execute(
            "SELECT path, channel, side, facts FROM (SELECT path, channel, side, facts, "
            "row_number() OVER (PARTITION BY side ORDER BY path) AS nth FROM stated "
            "WHERE campaign = ?) ORDER BY nth, path LIMIT ?",
            (os.fsencode(campaign), MOST_CREATIVES),
        )
        voiced = [
            Voiced(os.fsdecode(path), channel or None, _adapter().validate_json(facts), side)
            for path, channel, side, facts in rows
        ]
        return conflicts_between(sorted(voiced, key=lambda one: one.path))

    def both_sides(self, campaign: str) -> bool:
        """Whether a campaign has creatives with facts on both sides: online and offline."""
        asked = "SELECT count(DISTINCT side) FROM stated WHERE campaign = ? AND side != ''"
        return bool(self._db.execute(asked, (os.fsencode(campaign),)).fetchone()[0] > 1)

    def close(self) -> None:
        """Throw the file away."""
        self._db.close()


def _place(report: CreativeReport, fact: Fact) -> Place:
    for page in report.page_views:
        if page.number == fact.page:
            for run in page.runs:
                if run.span[0] <= fact.span[0] < run.span[1]:
                    return Place(page.number, run.box, fact.span, run.source)
    return Place(fact.page, None, fact.span, "live")
