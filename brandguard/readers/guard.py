"""The one place where a creative's bytes come from the disk.

Only regular files are opened, and never waited for: a pipe or a device in a folder would block a
run for ever, and a symbolic link may point anywhere.
"""

from __future__ import annotations

import os
import stat

from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes
from brandguard.readers.limits import MIB
from brandguard.readers.refusal import too_large

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)  # Windows
)

_KINDS = (
    (stat.S_ISLNK, "symlink"),
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "fifo"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)

_CHUNK = 4 * MIB


def read_bytes(path: str | os.PathLike[str], max_bytes: int = 512 * MIB) -> bytes:
    """Give the bytes of a regular file, exactly as they were at one moment.

    A file that changes while it is read is read once more. Raises UnreadableCreativeError with
    SYS001 (cannot be opened), SYS002 (empty), SYS005 (too large), SYS006 (not a regular file) or
    SYS012 (changed twice).
    """
    for _attempt in range(2):
        try:
            data = _read_once(path, max_bytes)
        except (OSError, ValueError) as error:
            raise _cannot_open(error) from error
        if data is not None:
            return data
    raise UnreadableCreativeError(Note(codes.CHANGED))


def _read_once(path: str | os.PathLike[str], max_bytes: int) -> bytes | None:
    """Give the bytes, or None where the file was changed or exchanged meanwhile."""
    named = os.lstat(path)
    if stat.S_ISDIR(named.st_mode):
        os.scandir(path).close()  # a folder that nobody may look into: that is what to say
    _refuse_unless_readable(named, max_bytes)
    descriptor = os.open(path, _FLAGS)
    try:
        before = os.fstat(descriptor)
        _refuse_unless_readable(before, max_bytes)
        data = _read_all(descriptor, max_bytes)
        after = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    same = (named.st_dev, named.st_ino) == (before.st_dev, before.st_ino)
    still = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if same and still and len(data) == after.st_size else None


def _read_all(descriptor: int, max_bytes: int) -> bytes:
    """Read to the end, or one byte past the limit: a file may grow while it is read."""
    parts: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (part := os.read(descriptor, min(_CHUNK, left))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _refuse_unless_readable(status: os.stat_result, max_bytes: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((name for test, name in _KINDS if test(status.st_mode)), "other")
        raise UnreadableCreativeError(Note(codes.NOT_REGULAR, {"kind": kind}))
    if status.st_size == 0:
        raise UnreadableCreativeError(Note(codes.EMPTY))
    if status.st_size > max_bytes:
        raise too_large("bytes", status.st_size, max_bytes)


def _cannot_open(error: OSError | ValueError) -> UnreadableCreativeError:
    if isinstance(error, ValueError):  # a NUL in the name
        return UnreadableCreativeError(
            Note(codes.CANNOT_OPEN, {"cause": "name", "detail": str(error)})
        )
    cause = "system"
    if isinstance(error, PermissionError):
        cause = "permission"
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        cause = "vanished"
    return UnreadableCreativeError(
        Note(codes.CANNOT_OPEN, {"cause": cause, "detail": error.strerror or ""})
    )
