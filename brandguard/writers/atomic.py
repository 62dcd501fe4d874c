"""A file is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from brandguard.model.errors import OutputError
from brandguard.model.paths import display_path
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CURES = {
    errno.ENOENT: Said("the folder does not exist; create it or choose another"),
    errno.ENOTDIR: Said("a part of the path is a file, not a folder; choose another path"),
    errno.EISDIR: Said("this is a folder; name a file in it"),
    errno.EACCES: Said("no permission; choose a folder that you may write to"),
    errno.EPERM: Said("no permission; choose a folder that you may write to"),
    errno.EROFS: Said("the drive is read-only; choose another"),
    errno.ENOSPC: Said("the disk is full; make room or choose another drive"),
    errno.EDQUOT: Said("your disk quota is used up; make room or choose another drive"),
    errno.ENAMETOOLONG: Said("the name is too long; choose a shorter one"),
}


@contextlib.contextmanager
def replacing(path: Path | str, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Open a file for writing that takes the place of `path` once everything is written.

    Until then, and for ever if anything goes wrong, what stood at `path` is untouched. Text is
    UTF-8 with plain line feeds. Raises OutputError, naming the file, the cause and the cure.
    """
    target = Path(path)
    with explaining(target):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():  # a pipe or /dev/null is no file to replace
            with _opened(os.open(target, os.O_WRONLY), binary=binary) as file:
                yield file
            return
        with _beside(target, binary=binary) as file:
            yield file


def could_be_written(path: Path | str) -> None:
    """Look whether `replacing` will find its folder; raises OutputError as it would.

    For whoever works long before there is anything to write.
    """
    target = Path(path)
    with explaining(target):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            return
        if not stat.S_ISDIR(target.parent.stat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def replace_all(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together: none is replaced before all are on the disk.

    Raises OutputError.
    """
    with contextlib.ExitStack() as stack:
        for path, data in contents.items():
            file = stack.enter_context(replacing(path, binary=True))
            with explaining(path):
                file.write(data)
                file.flush()
                os.fsync(file.fileno())


@contextlib.contextmanager
def explaining(target: Path) -> Iterator[None]:
    """Turn what the system complains of into an OutputError that names file, cause and cure."""
    try:
        yield
    except OSError as error:
        raise OutputError(_explain(target, error)) from error


@contextlib.contextmanager
def _beside(target: Path, *, binary: bool) -> Iterator[IO[Any]]:
    mode = _mode(target)
    handle, name = tempfile.mkstemp(".tmp", ".brandguard-", target.parent)
    temporary = Path(name)
    try:
        with _opened(handle, binary=binary) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _opened(handle: int, *, binary: bool) -> IO[Any]:
    if binary:
        return os.fdopen(handle, "wb")
    return os.fdopen(handle, "w", encoding="utf-8", newline="\n")


def _mode(target: Path) -> int:
    """Give the permissions of the new file: those of the old, or what a plain open gives."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _explain(target: Path, error: OSError) -> str:
    shown = display_path(str(target))
    cure = _CURES.get(error.errno or 0, error.strerror or str(error))
    return Said("{file}: could not be written: {cure}", file=shown, cure=cure)
