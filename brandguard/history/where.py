"""Where the history lies: a file of SQLite, or the address of a team's database."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.model.cure import installed_by
from brandguard.model.errors import HistoryError, UsageError
from brandguard.model.paths import display_text
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine  # noqa: TC004  heavy: loaded where it is used

BUSY_SECONDS = 10
"""How long one run waits for another one that is just writing."""
EXTRA = "brandguard[team]"
POSTGRES = ("postgresql", "postgres")
"""Written without a driver: the one of our extra is meant."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place for a history. `shown` never holds a password."""

    url: URL
    shown: str
    file: Path | None = None
    """Where it is a file."""

    @property
    def is_there(self) -> bool:
        """Whether there can be anything to read: of a server only asking tells."""
        return self.file is None or self.file.is_file()


def where(text: str) -> Where:
    """Read what --history names: a SQLAlchemy URL, or a file.

    Raises UsageError where it is none, or its driver is not installed. Never repeats the URL.
    """
    from sqlalchemy import URL

    if "://" in text:
        return _server(text)
    file = Path(text).expanduser()
    if file.is_dir():
        raise UsageError(
            Said("--history {place}: is a folder; name a file in it", place=display_text(text))
        )
    url = URL.create("sqlite", database=str(file.absolute()))
    return Where(url, display_text(str(file)), file)


def _server(text: str) -> Where:
    from sqlalchemy import create_engine, make_url
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    try:
        url = make_url(text)
        if url.drivername in POSTGRES:
            url = url.set(drivername="postgresql+psycopg")
        create_engine(url).dispose()
    except NoSuchModuleError as error:
        scheme = display_text(text.split("://", maxsplit=1)[0])
        raise UsageError(
            Said("--history: there is no database called {scheme} here", scheme=scheme)
        ) from error
    except ImportError as error:
        driver = error.name or "its driver"
        cure = installed_by(EXTRA) if "psycopg" in driver else f"install {driver}"
        text = Said(
            "--history: the driver of this database is not here ({driver}): {cure}",
            driver=driver,
            cure=cure,
        )
        raise UsageError(text) from error
    except (ArgumentError, ValueError) as error:
        example = "postgresql://user@host/database"
        raise UsageError(
            Said("--history: the URL cannot be read; it is like {example}", example=example)
        ) from error
    database = url.database if url.get_backend_name() == "sqlite" else None
    file = Path(database) if database and database != ":memory:" else None
    bare = url.set(query={})  # a query may hold a password too
    return Where(url, display_text(bare.render_as_string(hide_password=True)), file)


def engine_for(place: Where) -> Engine:
    """Give the engine of a place; a file's folder is made. Raises OSError where it cannot be.

    SQLite keeps its rollback journal: one short transaction a run gains nothing by a write-ahead
    log, which older versions can damage and which must not lie on a network share.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    if place.url.get_backend_name() != "sqlite":
        return create_engine(place.url, poolclass=NullPool)
    if place.file is not None:
        place.file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        place.url,
        poolclass=NullPool,
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
    )

    @event.listens_for(engine, "begin")
    def begin(connection):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  SQLAlchemy's types need its import
        # Taking the lock at once is what lets a second run wait, instead of failing half-way.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def told_plainly(place: Where) -> Iterator[None]:
    """Turn what a database or disk complains of into one line without a password."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except HistoryError as error:
        raise HistoryError(
            Said("the history {place} {what}", place=place.shown, what=error.args[0])
        ) from error
    except (SQLAlchemyError, OSError) as error:
        reason = _first_line(getattr(error, "orig", None) or error)
        password = place.url.password
        if password:
            reason = reason.replace(str(password), "***")
        raise HistoryError(
            Said("the history {place}: {why}", place=place.shown, why=reason)
        ) from error


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return display_text(lines[0])
