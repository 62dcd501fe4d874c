"""From the paths handed in to the list of creatives, kept on disk and in a stable order."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from brandguard.model.errors import UsageError
from brandguard.model.said import Said
from brandguard.remote.address import is_remote, refuse_if_wrong
from brandguard.settings import HISTORY_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OWN_FILES = (
    "_brand.yml", "_brand.yaml", "brand.yml", "brand.yaml", "campaign.yml", "campaign.yaml",
    "brandguard-waivers.yml", ".brandguardignore",
)  # fmt: skip
SYSTEM_FILES = (".DS_Store", "Thumbs.db", "desktop.ini")
IGNORE_FILE = ".brandguardignore"
LeftOut = Literal["hidden", "system", "own", "listed", "filtered"]
"""Why a file below a folder is not judged: listed in our ignore file, filtered by an option."""
OWN_MARKS = {
    ".html": b'content="brandguard report/',
    ".htm": b'content="brandguard report/',
    ".json": b'"schema": "brandguard.report/',
    ".sarif": b'"brandguard report/',
    ".xml": b"<!-- brandguard report/",
    ".xlsx": b"brandguard report/",
    ".pdf": b"/BrandGuard (brandguard report/",
    ".jpg": b"brandguard annotated/",
    ".sqlite3": HISTORY_MARK,
    ".sqlite": HISTORY_MARK,
    ".db": HISTORY_MARK,
}
"""What our reports, our history and annotated pictures carry, by suffix: they are no creatives."""
MARK_WITHIN = 2048
"""The mark stands in the first bytes of a file, in a workbook and a PDF in the last."""
_AT_THE_END = (".xlsx", ".pdf")


@dataclass(frozen=True, slots=True)
class Item:
    """One path to be judged: as it was given, and absolute; `missing` for a lost line of a list."""

    path: str
    file: str
    missing: bool = False
    stat: str | None = None
    """What a library elsewhere lists of the file: tells whether it changed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Globs over the path below the folder handed in: what to keep and what to leave out."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    only: frozenset[str] | None = None
    """Real paths of the only files to keep; None for all."""


class Manifest:
    """The paths of one run. Lies in a temporary file, so that a million of them cost no memory."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(
            "", check_same_thread=False
        )  # "" is a temporary file of SQLite's
        self._db.execute(
            "CREATE TABLE item "
            "(id INTEGER PRIMARY KEY, path BLOB, file BLOB UNIQUE, missing INTEGER, stat TEXT)"
        )
        self.left_out: Counter[LeftOut] = Counter()
        """Files that are not in the list, by kind."""

    @property
    def ignored(self) -> int:
        """Files that are no creatives: our own, the system's, hidden ones, those listed as such."""
        return self.left_out.total() - self.left_out["filtered"]

    def add(self, item: Item) -> None:
        """Add a path; one that is there already is not added again."""
        row = (os.fsencode(item.path), os.fsencode(item.file), int(item.missing), item.stat)
        self._db.execute(
            "INSERT OR IGNORE INTO item (path, file, missing, stat) VALUES (?,?,?,?)", row
        )

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM item").fetchone()[0])

    def __iter__(self) -> Iterator[Item]:
        cursor = self._db.execute("SELECT path, file, missing, stat FROM item ORDER BY id")
        for path, file, missing, stat in cursor:
            yield Item(os.fsdecode(path), os.fsdecode(file), bool(missing), stat)

    def folders(self) -> Iterator[str]:
        """Give the folders of the paths as they were given; each run of one folder once."""
        last = None
        for item in self:
            folder = os.path.dirname(item.path)  # noqa: PTH120  surrogates stay as they are
            if folder != last and item.path != "-" and "://" not in item.path:
                yield folder
            last = folder

    def close(self) -> None:
        """Throw the list away."""
        self._db.close()


def is_address(path: str) -> bool:
    """Whether a path is an address on the web: nothing is ever fetched from there."""
    return path.lower().startswith(("http://", "https://", "ftp://"))


def no_such(path: str) -> UsageError:
    """Say that a path leads nowhere, and what to do about an address."""
    if is_address(path):
        return UsageError(
            Said("{path}: BrandGuard fetches nothing from the web; download it first", path=path)
        )
    return UsageError(Said("{path}: there is no such file or folder", path=path))


def collect(
    paths: Iterable[str], files_from: Path | None, wanted: Filter, *, own: Iterable[Path] = ()
) -> Manifest:
    """List everything below `paths`, and below the lines of a list.

    `own` are further files of ours (the profile in use, its learned part). Raises UsageError for a
    path that does not exist; a line of a list that does not is kept as missing.
    """
    manifest = Manifest()
    mine = {os.path.realpath(p) for p in own}
    for path in paths:
        refuse_if_wrong(path)
        if path != "-" and not is_remote(path) and not os.path.lexists(path):
            raise no_such(path)
        for item in _below(path, wanted, manifest, mine):
            manifest.add(item)
    for line in _lines(files_from) if files_from else ():
        refuse_if_wrong(line)
        if _is_there(line):
            for item in _below(line, wanted, manifest, mine):
                manifest.add(item)
        else:
            manifest.add(Item(line, os.path.abspath(line), missing=True))  # noqa: PTH100  keeps bytes
    return manifest


def _is_there(line: str) -> bool:
    if not is_remote(line):
        return os.path.lexists(line)
    from brandguard.remote.library import is_there

    return is_there(line)


def _lines(file: Path) -> Iterator[str]:
    """Give the lines of a list as paths; raises UsageError where it cannot be read."""
    try:
        with sys.stdin.buffer if str(file) == "-" else file.open("rb") as stream:
            for line in stream:
                if line.strip():
                    yield os.fsdecode(line.rstrip(b"\r\n"))
    except OSError as error:
        raise UsageError(f"{file}: the list of files cannot be read ({error.strerror})") from error


def _below(path: str, wanted: Filter, manifest: Manifest, own: set[str]) -> Iterator[Item]:
    if path == "-":
        yield Item("-", "-")
    elif is_remote(path):
        yield from _walk_elsewhere(path, wanted, manifest)
    elif os.path.isdir(path):  # noqa: PTH112  surrogates stay as they are
        yield from _walk(path, wanted, manifest, own)
    else:
        file = os.path.realpath(path)  # a link that the user names is what she means
        if wanted.only is None or file in wanted.only:
            yield Item(path, file)
        else:
            manifest.left_out["filtered"] += 1


def _walk(root: str, wanted: Filter, manifest: Manifest, own: set[str]) -> Iterator[Item]:
    include, exclude = _spec(wanted.include), _spec(wanted.exclude)
    ignore = _ignore_spec(root)
    top = os.path.realpath(root)
    closed: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=closed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        links = [f for f in folders if os.path.islink(os.path.join(folder, f))]  # noqa: PTH114, PTH118  as above
        here = folder[len(top) :].strip(os.sep)  # relpath for each file is half of the walk
        for name in sorted(files + links):  # a link is not followed, but it is not hushed up either
            file = os.path.join(folder, name)  # noqa: PTH118  as above
            if wanted.only is not None and file not in wanted.only:
                manifest.left_out["filtered"] += 1
                continue
            inside = os.path.join(here, name)  # noqa: PTH118  as above
            below = inside.replace(os.sep, "/")
            why = _why_ours(file, name, own)
            if why is None and ignore and ignore.match_file(below):
                why = "listed"
            passes = include is None or include.match_file(below)
            if why is None and (not passes or (exclude and exclude.match_file(below))):
                why = "filtered"
            if why is not None:
                manifest.left_out[why] += 1
                continue
            yield Item(os.path.join(root, inside), file)  # noqa: PTH118  as above
    yield from _unlisted(closed, root, top, wanted)


def _unlisted(closed: Iterable[OSError], root: str, top: str, wanted: Filter) -> Iterator[Item]:
    """Give the folders that cannot be listed: whoever reads them like files says why."""
    if wanted.only is not None:
        return
    exclude = _spec(wanted.exclude)
    for error in closed:
        folder = os.fsdecode(error.filename)
        here = folder[len(top) :].strip(os.sep)
        if exclude is None or not exclude.match_file(here.replace(os.sep, "/") + "/"):
            yield Item(os.path.join(root, here) if here else root, folder)  # noqa: PTH118  as above


def _walk_elsewhere(url: str, wanted: Filter, manifest: Manifest) -> Iterator[Item]:
    """List a library elsewhere. Nothing is opened: our own files are told by their names."""
    from brandguard.remote.library import listed

    include, exclude = _spec(wanted.include), _spec(wanted.exclude)
    for found in listed(url):
        why = _why_by_name(found.below.rpartition("/")[2]) if found.below else None
        passes = include is None or not found.below or include.match_file(found.below)
        left = exclude is not None and found.below and exclude.match_file(found.below)
        if why is None and (not passes or left):
            why = "filtered"
        if why is not None:
            manifest.left_out[why] += 1
            continue
        yield Item(found.url, found.url, stat=found.stat)


def _why_by_name(name: str) -> LeftOut | None:
    if name in SYSTEM_FILES:
        return "system"
    if name in OWN_FILES or name.endswith(".learned"):
        return "own"
    return "hidden" if name.startswith(".") else None


def _why_ours(file: str, name: str, own: set[str]) -> LeftOut | None:
    """Say why a file is no creative, None where it may be one."""
    if file in own:
        return "own"
    return _why_by_name(name) or ("own" if has_mark(file) else None)


def has_mark(file: str) -> bool:
    """Tell whether a file is a report or annotated picture that we wrote."""
    suffix = os.path.splitext(file)[1].lower()  # noqa: PTH122  surrogates stay as they are
    mark = OWN_MARKS.get(suffix)
    if mark is None:
        return False
    with suppress(OSError):
        handle = os.open(
            file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
        )
        try:
            if suffix in _AT_THE_END:
                os.lseek(handle, max(os.fstat(handle).st_size - MARK_WITHIN, 0), os.SEEK_SET)
            return mark in os.read(handle, MARK_WITHIN)
        finally:
            os.close(handle)
    return False


def _spec(patterns: Iterable[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202  pathspec's type needs its import
    """Give what matches any of the patterns, None where there are none."""
    lines = tuple(patterns)
    if not lines:
        return None
    import pathspec

    return pathspec.GitIgnoreSpec.from_lines(lines)


def _ignore_spec(root: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  as above
    lines: list[str] = []
    with suppress(OSError, UnicodeDecodeError):
        lines = Path(root, IGNORE_FILE).read_text(encoding="utf-8").splitlines()
    return _spec(lines)
