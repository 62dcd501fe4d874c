"""Writing the history: one short transaction at the end of a run."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.history.counting import Part
from brandguard.history.tables import COUNTS, RULE_COUNTS, bring_up_to_date, tables
from brandguard.history.where import Where, engine_for, told_plainly
from brandguard.model.paths import display_text
from brandguard.model.report import ProfileRef

if TYPE_CHECKING:
    from sqlalchemy import Connection

SHOWN_PATHS = 3
"""Paths that stand in a run's scope by name; of more only the number."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run, as it is written."""

    started: dt.datetime
    seconds: float
    profile: ProfileRef
    version: str
    paths: tuple[str, ...]
    """What was judged, as seen from the profile's folder."""
    options: Mapping[str, object]
    """Those that choose what is judged and how: runs that differ in them are not compared."""
    parts: Sequence[Part]
    home: str | None = None
    """The profile's folder."""

    @property
    def scope(self) -> str:
        """The paths, for people."""
        named = [display_text(path) for path in self.paths[:SHOWN_PATHS]]
        more = len(self.paths) - len(named)
        return ", ".join(named) + (f" + {more}" if more else "")

    @property
    def series(self) -> str:
        """Name the runs that can be compared: same brand, same paths, same options."""
        about = [self.profile.name, sorted(self.paths), sorted(self.options.items(), key=str)]
        return hashlib.sha256(json.dumps(about, default=str).encode()).hexdigest()

    @property
    def when(self) -> str:
        """When it began: ISO, UTC, to the second."""
        return stamp(self.started)


def stamp(moment: dt.datetime) -> str:
    """Write a moment as the database holds it: in UTC, so that text sorts as time does."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def record(place: Where, run: RunRecord) -> None:
    """Add a run to the history, wholly or not at all; raises HistoryError."""
    with told_plainly(place):
        engine = engine_for(place)
        try:
            with engine.begin() as connection:
                bring_up_to_date(connection)
                _write(connection, run)
        finally:
            engine.dispose()


def _write(connection: Connection, run: RunRecord) -> None:
    t = tables()
    row = {
        "started": run.when, "seconds": run.seconds, "brand": display_text(run.profile.name),
        "profile_sha256": run.profile.sha256, "version": run.version, "scope": run.scope,
        "options": json.dumps(dict(run.options), default=str), "series": run.series,
    }  # fmt: skip
    run_id = connection.scalars(t.runs.insert().returning(t.runs.c.id), row).one()
    dimensions: list[dict[str, object]] = []
    rules: list[dict[str, object]] = []
    rows = [{"run": run_id, **_part_row(part)} for part in run.parts]
    adding = t.parts.insert().returning(t.parts.c.id, sort_by_parameter_order=True)
    for part_id, part in zip(connection.scalars(adding, rows), run.parts, strict=True):
        dimensions += ({"part": part_id, **row} for row in _dimension_rows(part))
        rules += ({"part": part_id, **row} for row in _rule_rows(part))
    for table, below in ((t.dimensions, dimensions), (t.rules, rules)):
        if below:
            connection.execute(table.insert(), below)


def _part_row(part: Part) -> dict[str, object]:
    return {
        "kind": part.kind,
        "name": None if part.name is None else display_text(part.name),
        "place": display_text(part.place),
        **{name: part.counts.get(name, 0) for name in COUNTS},
        "score": part.score.value,
        "coherence": part.coherence,
    }


def _dimension_rows(part: Part) -> list[dict[str, object]]:
    names = dict.fromkeys((*part.dimensions, *part.agreement))
    rows: list[dict[str, object]] = []
    for name in names:
        mean = part.dimensions.get(name)
        rows.append(
            {
                "dimension": name,
                "score": mean.value if mean else None,
                "creatives": mean.count if mean else 0,
                "coherence": part.agreement.get(name),
            }
        )
    return rows


def _rule_rows(part: Part) -> list[dict[str, object]]:
    return [
        {"rule": rule, **{name: counts.get(name, 0) for name in RULE_COUNTS}}
        for rule, counts in part.rules.items()
    ]


def forget(place: Where, before: dt.datetime) -> int:
    """Delete all runs before a moment and give their number; raises HistoryError."""
    from sqlalchemy import delete, select

    t = tables()
    if not place.is_there:
        return 0
    with told_plainly(place):
        engine = engine_for(place)
        try:
            with engine.begin() as connection:
                bring_up_to_date(connection)
                old = select(t.runs.c.id).where(t.runs.c.started < stamp(before))
                parts = select(t.parts.c.id).where(t.parts.c.run.in_(old))
                for table in (t.dimensions, t.rules):
                    connection.execute(delete(table).where(table.c.part.in_(parts)))
                connection.execute(delete(t.parts).where(t.parts.c.run.in_(old)))
                return connection.execute(delete(t.runs).where(t.runs.c.id.in_(old))).rowcount
        finally:
            engine.dispose()
