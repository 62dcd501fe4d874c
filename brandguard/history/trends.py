"""Reading the history: figures of comparable runs as lines, oldest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brandguard.history.counting import Kind
from brandguard.history.tables import COUNTS, RULE_COUNTS, refuse_newer, tables, version_of
from brandguard.history.where import Where, engine_for, told_plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, RowMapping, Select

RunId = int


@dataclass(frozen=True, slots=True)
class Wish:
    """Which runs to show, and which of their parts."""

    brand: str | None = None
    """None for every brand."""
    series: str | None = None
    """Only runs that can be compared with one; None for all, each series apart."""
    last: int = 10
    """Of each series the last so many runs."""
    since: str | None = None
    """Only runs from this moment on, written as the database holds it."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run as it was kept."""

    id: RunId
    started: str
    brand: str
    profile_sha256: str | None
    scope: str
    series: str


@dataclass(frozen=True, slots=True)
class PartPoint:
    """The figures of one part in one run."""

    run: Run
    counts: Mapping[str, int]
    """Creatives by verdict, and accepted findings: see `tables.COUNTS`."""
    score: float | None
    coherence: float | None
    rules: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Findings by rule and severity: see `tables.RULE_COUNTS`."""
    dimensions: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    """Mean score and coherence by dimension."""


@dataclass(frozen=True, slots=True)
class Line:
    """One part through the runs of one series, oldest first."""

    kind: Kind
    name: str | None
    place: str
    scope: str
    points: tuple[PartPoint, ...]


def lines(place: Where, wish: Wish) -> list[Line]:
    """Give every part of the chosen runs as a line: runs first, then campaigns, then folders.

    Nothing where there is no history yet. Raises HistoryError.
    """
    if not place.is_there:
        return []
    with told_plainly(place):
        engine = engine_for(place)
        try:
            with engine.connect() as connection:
                if version_of(connection) is None:
                    return []
                refuse_newer(connection)
                return _lines(connection, wish)
        finally:
            engine.dispose()


def _lines(connection: Connection, wish: Wish) -> list[Line]:
    runs = {run.id: run for run in map(_run, connection.execute(_runs(wish)).mappings())}
    found: dict[tuple[str, ...], list[PartPoint]] = {}
    heads: dict[tuple[str, ...], tuple[Kind, str | None, str]] = {}
    for row, point in _points(connection, runs):
        key = (
            point.run.series,
            row["kind"],
            row["name"] or "",
            row["place"],
            str(row["name"] is None),
        )
        heads[key] = (row["kind"], row["name"], row["place"])
        found.setdefault(key, []).append(point)
    out = [Line(*heads[key], points[-1].run.scope, tuple(points)) for key, points in found.items()]
    order = ("run", "campaign", "folder")
    return sorted(out, key=lambda x: (x.scope, order.index(x.kind), x.name is None, x.name or ""))


def _runs(wish: Wish) -> Select[tuple[object, ...]]:
    """Choose the last runs of each series."""
    from sqlalchemy import func, select

    runs = tables().runs
    age = func.row_number().over(
        partition_by=runs.c.series, order_by=(runs.c.started.desc(), runs.c.id.desc())
    )
    chosen = select(runs, age.label("age"))
    for column, value in ((runs.c.brand, wish.brand), (runs.c.series, wish.series)):
        if value is not None:
            chosen = chosen.where(column == value)
    if wish.since is not None:
        chosen = chosen.where(runs.c.started >= wish.since)
    aged = chosen.subquery()
    return select(aged).where(aged.c.age <= wish.last).order_by(aged.c.started, aged.c.id)


def _run(row: RowMapping) -> Run:
    return Run(
        *(row[name] for name in ("id", "started", "brand", "profile_sha256", "scope", "series"))
    )


ASKED_AT_ONCE = 500
"""Keys in one question: SQLite takes 999 at least."""


def _points(
    connection: Connection, runs: Mapping[RunId, Run]
) -> Iterable[tuple[RowMapping, PartPoint]]:
    from sqlalchemy import select

    t = tables()
    ids = list(runs)  # oldest first
    rows: list[RowMapping] = []
    for some in _batches(ids):
        asked = select(t.parts).where(t.parts.c.run.in_(some)).order_by(t.parts.c.id)
        rows += connection.execute(asked).mappings()
    rank = {run: place for place, run in enumerate(ids)}
    rows.sort(key=lambda row: rank[row["run"]])
    parts = [row["id"] for row in rows]
    rules: dict[int, dict[str, dict[str, int]]] = {}
    dimensions: dict[int, dict[str, tuple[float | None, float | None]]] = {}
    for some in _batches(parts):
        for row in connection.execute(select(t.rules).where(t.rules.c.part.in_(some))).mappings():
            counts = {name: row[name] for name in RULE_COUNTS}
            rules.setdefault(row["part"], {})[row["rule"]] = counts
        asked_ = select(t.dimensions).where(t.dimensions.c.part.in_(some))
        for row in connection.execute(asked_).mappings():
            figures = (row["score"], row["coherence"])
            dimensions.setdefault(row["part"], {})[row["dimension"]] = figures
    for row in rows:
        yield row, PartPoint(
            runs[row["run"]], {name: row[name] for name in COUNTS}, row["score"], row["coherence"],
            rules.get(row["id"], {}), dimensions.get(row["id"], {}),
        )  # fmt: skip


def _batches(keys: Sequence[int]) -> Iterable[Sequence[int]]:
    return (keys[at : at + ASKED_AT_ONCE] for at in range(0, len(keys), ASKED_AT_ONCE))
