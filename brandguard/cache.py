"""The store of measurements: features by content, in SQLite.

Nothing in it is precious: a damaged store is thrown away and filled again. Values are compressed
JSON, never pickle. A file that did not change since it was last seen (same size, time and inode) is
not even opened.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import time
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import TypeAdapter, ValidationError

from brandguard.model.features import MEASURE_VERSION, Features

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

COMMIT_SECONDS = 2.0
"""How much work a killed run may have to do again; a commit waits for the disk, 0.05 s and more."""
SCHEMA_VERSION = 2
KEEP_DAYS = 90
"""Measurements that nobody has asked for in so many days go."""
KEEP_BYTES = 4 * 1024**3
"""A store larger than this loses those that were asked for longest ago."""
PRUNE_EVERY_DAYS = 7
_TABLES = """
CREATE TABLE features (key TEXT NOT NULL UNIQUE, seen INTEGER NOT NULL, value BLOB NOT NULL);
CREATE INDEX features_seen ON features (seen);
CREATE TABLE files (path BLOB NOT NULL UNIQUE, stat TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE INDEX files_sha256 ON files (sha256);
CREATE TABLE pruned (day INTEGER NOT NULL);
"""
_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# Measurements of BrandGuard. Nothing is lost when this folder is deleted.\n"
)
"""CACHEDIR.TAG: back-up programs leave such a folder out (bford.info/cachedir)."""


@cache
def _adapter() -> TypeAdapter[Features]:
    return TypeAdapter(Features)


def pack(features: Features) -> bytes:
    """Give features as compressed JSON."""
    return zlib.compress(_adapter().dump_json(features), 1)


def unpack(value: bytes) -> Features:
    """Read what `pack` wrote; raises ValueError or zlib.error where it is damaged."""
    return _adapter().validate_json(zlib.decompress(value))


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells without opening it that a file is the one seen before."""

    path: bytes
    stat: str

    @classmethod
    def of(cls, path: str) -> FileStamp:
        """Stamp a file; raises OSError where it is gone."""
        s = os.stat(path, follow_symlinks=False)  # noqa: PTH116  bytes paths, no Path for each file
        return cls(os.fsencode(path), f"{s.st_size}:{s.st_mtime_ns}:{s.st_ino}:{s.st_ctime_ns}")


class Cache:
    """Features measured before. One process writes; `options` separate what must differ."""

    def __init__(self, file: Path, options: str) -> None:
        self._suffix = f":{MEASURE_VERSION}:{options}"
        self._file = file
        self._today = dt.date.today().toordinal()  # noqa: DTZ011  the user's own day
        self._db = _open(file)
        self._committed = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def get(self, stamp: FileStamp) -> Features | None:
        """Give the features of an unchanged file, None where they must be measured."""
        row = self._one("SELECT sha256 FROM files WHERE path=? AND stat=?", stamp.path, stamp.stat)
        return self.by_content(row[0], stamp) if row else None

    def by_content(self, sha256: str, stamp: FileStamp) -> Features | None:
        """Give the features of a content, under whatever name with the same suffix it was seen."""
        key = self._key(sha256, stamp)
        row = self._one("SELECT value, seen FROM features WHERE key=?", key)
        if row is None:
            return None
        if row[1] != self._today:
            self._run("UPDATE features SET seen=? WHERE key=?", self._today, key)
        try:
            return unpack(row[0])
        except (zlib.error, ValidationError, ValueError):
            self._run("DELETE FROM features WHERE key=?", key)
            return None

    def put(self, stamp: FileStamp | None, features: Features) -> None:
        """Keep features; `stamp` is that of the file before it was read, None for text of stdin."""
        self._run(
            "INSERT OR REPLACE INTO features VALUES (?,?,?)",
            self._key(features.sha256, stamp), self._today, pack(features),
        )  # fmt: skip
        if stamp is not None:
            row = (stamp.path, stamp.stat, features.sha256)
            self._run("INSERT OR REPLACE INTO files VALUES (?,?,?)", *row)
        if time.monotonic() - self._committed > COMMIT_SECONDS:
            self.commit()

    def _key(self, sha256: str, stamp: FileStamp | None) -> str:
        """Name a content as it is read: the same bytes as .md and as .txt are two things."""
        suffix = os.path.splitext(stamp.path)[1].lower() if stamp else b""  # noqa: PTH122  bytes
        return f"{sha256}{os.fsdecode(suffix)!a}{self._suffix}"

    def commit(self) -> None:
        """Make what was put safe."""
        with suppress(sqlite3.Error):
            self._db.commit()
        self._committed = time.monotonic()

    def close(self) -> None:
        """Commit, throw away what is old once a week, and let go of the file."""
        last = self._one("SELECT max(day) FROM pruned")
        if last is not None and self._today - (last[0] or 0) >= PRUNE_EVERY_DAYS:
            with suppress(sqlite3.Error):  # another run is writing: another time
                _prune(self._db, self._today, KEEP_DAYS, KEEP_BYTES)
        self.commit()
        self._db.close()

    def _one(self, sql: str, *values: object) -> Any:  # noqa: ANN401  a row of any shape
        try:
            return self._db.execute(sql, values).fetchone()
        except sqlite3.DatabaseError:
            self._start_afresh()
            return None

    def _run(self, sql: str, *values: object) -> None:
        try:
            self._db.execute(sql, values)
        except sqlite3.OperationalError:
            return  # a full disk or another run's lock: measuring goes on without keeping
        except sqlite3.DatabaseError:
            self._start_afresh()

    def _start_afresh(self) -> None:
        with suppress(sqlite3.Error):
            self._db.close()
        self._file.unlink(missing_ok=True)
        self._db = _open(self._file)


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store holds."""

    path: Path
    bytes: int = 0
    """On disk, with what SQLite keeps beside it."""
    creatives: int = 0
    """Measurements; one creative may have several, for different wishes."""
    files: int = 0
    """Files that are known without being opened."""
    outdated: int = 0
    """Measurements of another version of the program, which none asks for any more."""
    oldest: dt.date | None = None
    """When the one that was asked for longest ago was last asked for."""


def store_info(file: Path) -> StoreInfo:
    """Say what a store holds; an empty one where there is none or it cannot be read."""
    if not file.is_file():
        return StoreInfo(file)
    mine = f"%:{MEASURE_VERSION}:%"
    try:
        with _reading(file) as db:
            count, oldest = db.execute("SELECT count(*), min(seen) FROM features").fetchone()
            files = db.execute("SELECT count(*) FROM files").fetchone()[0]
            current = db.execute(
                "SELECT count(*) FROM features WHERE key LIKE ?", (mine,)
            ).fetchone()[0]
    except sqlite3.Error:
        return StoreInfo(file, _size(file))
    day = dt.date.fromordinal(oldest) if oldest else None
    return StoreInfo(file, _size(file), count, files, count - current, day)


def prune_store(
    file: Path, days: int = KEEP_DAYS, max_bytes: int | None = KEEP_BYTES
) -> tuple[int, int]:
    """Throw away what was not asked for in `days`, what is outdated, and what is too much.

    Gives the number of measurements that went and the bytes that the file is smaller by. Raises
    sqlite3.Error where another run holds the store.
    """
    if not file.is_file():
        return 0, 0
    before = _size(file)
    db = _open(file)
    try:
        gone = _prune(db, dt.date.today().toordinal(), days, max_bytes)  # noqa: DTZ011  the user's own day
        db.commit()
        db.execute("VACUUM")
    finally:
        db.close()
    return gone, max(before - _size(file), 0)


def clear_store(file: Path) -> int:
    """Delete the store; gives the bytes that are free now. Raises OSError where it is in use."""
    size = _size(file)
    for each in _parts(file):
        each.unlink(missing_ok=True)
    return size


def _prune(db: sqlite3.Connection, today: int, days: int, max_bytes: int | None) -> int:
    """Delete rows; the file shrinks when it is vacuumed, or fills again."""
    mine = f"%:{MEASURE_VERSION}:%"
    gone = db.execute(
        "DELETE FROM features WHERE seen < ? OR key NOT LIKE ?", (today - days, mine)
    ).rowcount
    if max_bytes is not None:
        total = db.execute("SELECT coalesce(sum(length(value)), 0) FROM features").fetchone()[0]
        if total > max_bytes:
            gone += _shrink(db, total - max_bytes)
    db.execute(
        "DELETE FROM files WHERE NOT EXISTS ("
        "SELECT 1 FROM features WHERE key >= files.sha256 AND key < files.sha256 || ';')"
    )
    db.execute("DELETE FROM pruned")
    db.execute("INSERT INTO pruned VALUES (?)", (today,))
    return gone


def _shrink(db: sqlite3.Connection, surplus: int) -> int:
    """Delete those that were asked for longest ago until so many bytes are free."""
    going: list[tuple[int]] = []
    for row, size in db.execute("SELECT rowid, length(value) FROM features ORDER BY seen, rowid"):
        if surplus <= 0:
            break
        surplus -= size
        going.append((row,))
    db.executemany("DELETE FROM features WHERE rowid=?", going)
    return len(going)


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=2)
    try:
        yield db
    finally:
        db.close()


def _parts(file: Path) -> tuple[Path, ...]:
    """Give the store's file and what SQLite keeps beside it."""
    return (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal")))


def _size(file: Path) -> int:
    sizes = 0
    for each in _parts(file):
        with suppress(OSError):
            sizes += each.stat().st_size
    return sizes


def _open(file: Path) -> sqlite3.Connection:
    """Open the store, made new where it is missing, damaged or of another version.

    A store that cannot be written at all is replaced by one in memory.
    """
    for _ in range(2):
        try:
            _make_folder(file.parent)
            db = _connect(str(file))
            if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
                db.execute("SELECT 1 FROM features LIMIT 1")
                return db
            db.close()
            file.unlink()
            db = _connect(str(file))
            _make_tables(db)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        except OSError:
            break
        else:
            return db
    db = _connect(":memory:")
    _make_tables(db)
    return db


def _make_folder(folder: Path) -> None:
    """Make the store's folder, marked as one that need not be backed up."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            (folder / "CACHEDIR.TAG").write_text(_TAG, encoding="ascii")


def _connect(name: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=10, check_same_thread=False)
    db.execute(
        f"PRAGMA journal_mode={'WAL' if wal_is_safe(sqlite3.sqlite_version_info) else 'TRUNCATE'}"
    )
    db.execute("PRAGMA synchronous=NORMAL")
    return db


def _make_tables(db: sqlite3.Connection) -> None:
    db.executescript(_TABLES)
    db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    db.commit()


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Tell whether this SQLite is free of the bug that can damage a WAL store with two connections.

    Source: sqlite.org's change log; fixed in 3.51.3, 3.53.0 and the branches 3.50.7 and 3.44.6.
    """
    return (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )
