"""What the workers of a cluster measured: one small file a creative, by content, in a folder.

A result is kept here before it is handed on, so that nothing is lost with a worker or with whoever
asked. The folder may lie on a share: files are written whole under another name and then renamed,
so any number of workers write and read it without locks, and the same result twice does no harm.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
import zlib
from contextlib import suppress
from pathlib import Path

from brandguard.cache import KEEP_DAYS, PRUNE_EVERY_DAYS, unpack
from brandguard.model.features import MEASURE_VERSION
from brandguard.settings import cache_file

FOLDER_VARIABLE = "BRANDGUARD_CLUSTER_STORE"
"""Environment of a worker: the folder that it keeps results in, best one that all share."""
DAY = 24 * 3600
_PRUNED = ".pruned"


def results_folder() -> Path:
    """Give the folder of this worker's results; it may not exist yet."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else cache_file().parent / "cluster"


class ResultFolder:
    """Packed features by content; `key` separates what must differ, as in the store of a run."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = f"{MEASURE_VERSION}:{key}"
        with suppress(OSError):
            _prune_now_and_then(folder)

    def get(self, content: str, path: str) -> bytes | None:
        """Give what was kept for a content under a name with this suffix; None where nothing is."""
        file = self._file(content, path)
        try:
            value = file.read_bytes()
            unpack(value)
        except OSError:
            return None
        except (zlib.error, ValueError):  # torn by a power cut
            with suppress(OSError):
                file.unlink()
            return None
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > DAY:
                os.utime(file)
        return value

    def put(self, content: str, path: str, value: bytes) -> None:
        """Keep a result; a full disk or a lost share costs only the keeping."""
        file = self._file(content, path)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(value)
                Path(name).replace(file)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def _file(self, content: str, path: str) -> Path:
        suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122  surrogates stay as they are
        name = hashlib.sha256(f"{content}\0{suffix!a}\0{self._key}".encode("utf-8", "replace"))
        return self._folder / name.hexdigest()[:2] / name.hexdigest()


def _prune_now_and_then(folder: Path) -> None:
    """Throw away once a week what no run asked for in three months."""
    stamp = folder / _PRUNED
    now = time.time()
    if not folder.is_dir() or (
        stamp.exists() and now - stamp.stat().st_mtime < PRUNE_EVERY_DAYS * DAY
    ):
        return
    stamp.touch()
    for file in folder.glob("??/*"):
        with suppress(OSError):
            if now - file.stat().st_mtime > KEEP_DAYS * DAY:
                file.unlink()
