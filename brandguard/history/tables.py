"""The tables of the history, the same in SQLite and PostgreSQL, and how they come up to date.

A run has parts (itself, its campaigns, its supplier folders); a part has scores by dimension and
counts by rule. No table has a row for a creative.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from brandguard.model.errors import HistoryError
from brandguard.model.said import Said
from brandguard.settings import HISTORY_MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, MetaData, Table  # noqa: TC004  heavy: loaded where it is used

MIGRATIONS: tuple[Callable[[Connection], None], ...] = ()
"""The n-th takes a database from version n (counted from 1) to the next; never change one."""


def newest() -> int:
    """Give the version of the tables that this program writes."""
    return len(MIGRATIONS) + 1


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables by their short names; in the database they begin with «brandguard_»."""

    every: MetaData
    about: Table
    runs: Table
    parts: Table
    dimensions: Table
    rules: Table


@cache
def tables() -> Tables:
    """Give the tables of the newest version."""
    from sqlalchemy import Column, Float, Integer, MetaData, String, Table, Text

    every = MetaData()
    about = Table("brandguard_history", every, Column("version", Integer, nullable=False))
    runs = Table(
        "brandguard_runs", every,
        Column("id", Integer, primary_key=True),
        Column("started", String(32), nullable=False, index=True),
        Column("seconds", Float, nullable=False),
        Column("brand", Text, nullable=False),
        Column("profile_sha256", String(64)),
        Column("version", String(32), nullable=False),
        Column("scope", Text, nullable=False),
        Column("options", Text, nullable=False),
        Column("series", String(64), nullable=False, index=True),
    )  # fmt: skip
    part = _reference("brandguard_runs.id", "run")
    parts = Table(
        "brandguard_parts", every,
        Column("id", Integer, primary_key=True),
        part,
        Column("kind", String(8), nullable=False),
        Column("name", Text),
        Column("place", Text, nullable=False),
        *(Column(name, Integer, nullable=False) for name in COUNTS),
        Column("score", Float),
        Column("coherence", Float),
    )  # fmt: skip
    dimensions = Table(
        "brandguard_dimensions", every,
        _reference("brandguard_parts.id", "part"),
        Column("dimension", String(16), nullable=False),
        Column("score", Float),
        Column("creatives", Integer, nullable=False),
        Column("coherence", Float),
    )  # fmt: skip
    rules = Table(
        "brandguard_rules", every,
        _reference("brandguard_parts.id", "part"),
        Column("rule", String(8), nullable=False),
        *(Column(name, Integer, nullable=False) for name in RULE_COUNTS),
    )  # fmt: skip
    return Tables(every, about, runs, parts, dimensions, rules)


COUNTS = (
    "creatives", "passed", "warned", "failed", "not_evaluable", "unreadable", "waived",
)  # fmt: skip
"""What is counted of a part: creatives by verdict, and findings that were accepted."""
RULE_COUNTS = ("creatives", "fail", "warn", "note", "waived")
"""Creatives that a rule found something in; its findings by severity; those accepted, apart."""


def _reference(target: str, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  SQLAlchemy's type needs its import
    from sqlalchemy import Column, ForeignKey

    return Column(name, ForeignKey(target, ondelete="CASCADE"), nullable=False, index=True)


def version_of(connection: Connection) -> int | None:
    """Give the version of the tables in a database, None where there are none."""
    from sqlalchemy import inspect, select

    about = tables().about
    if not inspect(connection).has_table(about.name):
        return None
    found = connection.execute(select(about.c.version)).scalar()
    return None if found is None else int(found)


def bring_up_to_date(connection: Connection) -> None:
    """Make the tables, or take older ones to the newest version; raises HistoryError for a newer.

    Part of the caller's transaction: it happens wholly or not at all.
    """
    from sqlalchemy import inspect

    about = tables().about
    found = refuse_newer(connection)
    if found is None:
        if connection.dialect.name == "sqlite" and not inspect(connection).get_table_names():
            mark = int.from_bytes(HISTORY_MARK, "big")  # a file of our own, not one that is shared
            connection.exec_driver_sql(f"PRAGMA application_id = {mark}")
        tables().every.create_all(connection)
        connection.execute(about.insert().values(version=newest()))
        return
    for step in MIGRATIONS[found - 1 :]:
        step(connection)
    if found < newest():
        connection.execute(about.update().values(version=newest()))


def refuse_newer(connection: Connection) -> int | None:
    """Give the version in a database; raises HistoryError where a later BrandGuard wrote it."""
    found = version_of(connection)
    if found is not None and found > newest():
        raise HistoryError(
            Said(
                "was written by a later BrandGuard (version {found} of the tables, this one knows"
                " {known}): install that one, or name another with --history",
                found=found, known=newest(),
            )
        )  # fmt: skip
    return found
