"""An earlier report as a baseline: which findings are old, kept on disk however many they are."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from brandguard.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MARK = b"brandguard.report/1"
MARK_WITHIN = 4096
TAIL = 1 << 22
"""Bytes within which the last line of a jsonl report begins: it holds the campaigns."""
CHUNK = 1 << 20
_FINGERPRINT = re.compile(rb'"fingerprint":\s*"([0-9a-f]{16})"')
_LONGEST = 64
"""Bytes that a match can be long: what is read again with the next chunk."""


class Baseline:
    """The fingerprints of an earlier report; a context that throws its temporary file away."""

    def __init__(self, path: Path) -> None:
        """Read a json or jsonl report of ours; raises UsageError where it is none."""
        self._db = sqlite3.connect("", check_same_thread=False)  # a temporary file of SQLite's
        self._db.execute("CREATE TABLE old (name BLOB PRIMARY KEY) WITHOUT ROWID")
        try:
            with path.open("rb") as file:
                names = ((name,) for name in _fingerprints(file))
                self._db.executemany("INSERT OR IGNORE INTO old VALUES (?)", names)
        except OSError as error:
            raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
        if not _is_report(path):
            text = "is no report of ours: make one with --report json=FILE or jsonl=FILE"
            raise UsageError(f"{path}: {text}")

    def __contains__(self, fingerprint: object) -> bool:
        name = str(fingerprint).encode()
        return bool(self._db.execute("SELECT 1 FROM old WHERE name = ?", (name,)).fetchone())

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM old").fetchone()[0])

    def close(self) -> None:
        """Throw it away."""
        self._db.close()


def _is_report(path: Path) -> bool:
    """Tell whether a file names our schema: json at its head, jsonl in its last line."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(MARK_WITHIN)
        file.seek(max(size - TAIL, 0))
        return MARK in head or MARK in file.read()


def _fingerprints(file: BinaryIO) -> Iterator[bytes]:
    rest = b""
    while chunk := file.read(CHUNK):
        text = rest + chunk
        for match in _FINGERPRINT.finditer(text):
            yield match.group(1)
        rest = text[-_LONGEST:]
