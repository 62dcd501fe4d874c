"""One library elsewhere: listed with what tells that a file changed, and read file by file.

Secrets come from where each kind keeps them (AWS profiles, Google's default account, SSH keys,
fsspec's configuration, the environment) and are never named in an error.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brandguard.model.creative import Note
from brandguard.model.cure import installed_by
from brandguard.model.errors import UnreadableCreativeError, UsageError
from brandguard.remote.address import SCHEMES, redacted

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 4 * 1024 * 1024
DOWNLOAD_SECONDS = 120.0
"""What fetching one file may take, besides what measuring it may take."""
DEEPEST = 64
"""Folders within folders: links on a server may go in a circle."""
WEBDAV_USER, WEBDAV_PASSWORD = "BRANDGUARD_WEBDAV_USER", "BRANDGUARD_WEBDAV_PASSWORD"
_DETAIL = 200
_PATIENCE = {"connect_timeout": 10, "read_timeout": 30, "retries": {"max_attempts": 2}}


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a library: its address, its place below what was listed, and its stamp."""

    url: str
    below: str
    """Path below the folder that was listed; empty where that is the file itself."""
    stat: str | None
    """Size, ETag and time as the listing gives them; None where it gives only the size."""


def is_there(url: str) -> bool:
    """Whether an address leads anywhere; raises UsageError where nobody can say."""
    try:
        system, path = _open(url)
        system.info(path)
    except FileNotFoundError:
        return False
    except Exception as error:
        raise UsageError(_why(url, error)) from error
    return True


def listed(url: str) -> Iterator[Listed]:
    """List a file, or everything below a folder: files before folders, each in order of names.

    Hidden folders are not entered. Raises UsageError where it is not there or cannot be listed.
    """
    try:
        system, path = _open(url)
        known = system.info(path)
    except Exception as error:
        raise UsageError(_why(url, error)) from error
    if known["type"] != "directory":
        yield Listed(url, "", _stat(known))
        return
    for name, info in _below(system, url, system._strip_protocol(path), 0):  # noqa: SLF001  fsspec's own name for it
        yield Listed(f"{url.rstrip('/')}/{name}", name, _stat(info))


def _below(
    system: Any, url: str, path: str, depth: int  # noqa: ANN401  fsspec has no types
) -> Iterator[tuple[str, dict[str, Any]]]:  # fmt: skip
    try:
        entries = system.ls(path, detail=True)
    except Exception as error:
        raise UsageError(_why(f"{url} ({path})", error)) from error
    rows = {e["name"].rstrip("/").rsplit("/", 1)[-1]: e for e in entries if _is_within(e, path)}
    for name in sorted(n for n, e in rows.items() if e["type"] != "directory"):
        yield name, rows[name]
    for name in sorted(n for n, e in rows.items() if e["type"] == "directory"):
        if name.startswith(".") or depth >= DEEPEST:
            continue
        inner = f"{path.rstrip('/')}/{name}"
        for below, info in _below(system, url, inner, depth + 1):
            yield f"{name}/{below}", info


def _is_within(entry: dict[str, Any], path: str) -> bool:
    """Tell an entry from the folder itself, which some list among its files as a marker."""
    name = entry["name"]
    return name.strip("/") != path.strip("/") and not (
        name.endswith("/") and entry["type"] != "directory"
    )


def fetch(url: str, max_bytes: int, seconds: float = DOWNLOAD_SECONDS) -> bytes:
    """Give the bytes of one file of a library.

    Raises UnreadableCreativeError: SYS001 (not there, no access, no answer, too slow), SYS002
    (empty), SYS005 (too large), SYS012 (changed on the way). Runs in a worker, which is ended where
    a server says nothing at all.
    """
    until = time.monotonic() + seconds
    try:
        system, path = _open(url)
        size = system.info(path).get("size")
        _refuse(size, max_bytes)
        with system.open(path, "rb", block_size=BLOCK) as stream:
            data = _read(stream, max_bytes, until)
    except UnreadableCreativeError:
        raise
    except Exception as error:
        raise UnreadableCreativeError(_note(error)) from error
    _refuse(len(data), max_bytes)
    if size is not None and len(data) != size:
        raise UnreadableCreativeError(Note("SYS012"))
    return data


def _read(stream: Any, max_bytes: int, until: float) -> bytes:  # noqa: ANN401  as above
    parts: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (part := stream.read(min(BLOCK, left))):
        parts.append(part)
        left -= len(part)
        if time.monotonic() > until:
            raise TimeoutError("the download takes too long")
    return b"".join(parts)


def _refuse(size: int | None, max_bytes: int) -> None:
    if size == 0:
        raise UnreadableCreativeError(Note("SYS002"))
    if size is not None and size > max_bytes:
        facts: dict[str, str | float | int | bool | None] = {
            "what": "bytes", "value": size, "limit": max_bytes,
        }  # fmt: skip
        raise UnreadableCreativeError(Note("SYS005", facts))


def _open(url: str) -> tuple[Any, str]:
    """Give the file system of an address, and the path within it."""
    scheme, _, rest = url.partition("://")
    if SCHEMES[scheme.lower()].protocol == "webdav":
        return _webdav(scheme.lower(), rest)
    from fsspec.core import url_to_fs

    options: dict[str, Any] = {"use_listings_cache": False}
    if SCHEMES[scheme.lower()].protocol == "s3":
        options["config_kwargs"] = {**_PATIENCE, **_configured("s3").get("config_kwargs", {})}
    system, path = url_to_fs(f"{SCHEMES[scheme.lower()].protocol}://{rest}", **options)
    return system, path


def _webdav(scheme: str, rest: str) -> tuple[Any, str]:
    from webdav4.fsspec import WebdavFileSystem

    host, _, path = rest.partition("/")
    auth = _configured("webdav").get("auth")
    user = os.environ.get(WEBDAV_USER)
    if user is not None:
        auth = (user, os.environ.get(WEBDAV_PASSWORD, ""))
    web = "http" if scheme == "webdav+http" else "https"
    system = WebdavFileSystem(f"{web}://{host}", auth=tuple(auth) if auth else None)
    return system, path


def _configured(protocol: str) -> dict[str, Any]:
    from fsspec.config import conf

    return dict(conf.get(protocol, {}))


def _stat(info: dict[str, Any]) -> str | None:
    """Give what a listing tells of a file's content, under whatever name; None if only its size."""
    tag = next((info[k] for k in ("ETag", "etag", "md5Hash", "content_md5") if info.get(k)), None)
    times = ("LastModified", "last_modified", "updated", "modified", "mtime", "last_write_time")
    when = next((info[k] for k in times if info.get(k)), None)
    return f"{info.get('size')}:{tag}:{when}" if tag or when else None


def _note(error: Exception) -> Note:
    if isinstance(error, FileNotFoundError):
        return Note("SYS001", {"cause": "vanished", "detail": ""})
    if isinstance(error, PermissionError) or _lacks_credentials(error):
        return Note("SYS001", {"cause": "permission", "detail": type(error).__name__})
    return Note("SYS001", {"cause": "network", "detail": _told(error)})


def _lacks_credentials(error: Exception) -> bool:
    return "Credential" in type(error).__name__


def _told(error: Exception) -> str:
    line = " ".join(redacted(str(error)).split())
    return f"{type(error).__name__}: {line}"[:_DETAIL]


def _why(url: str, error: Exception) -> str:
    """Say in one line why a library cannot be listed, and what to do about it."""
    scheme = SCHEMES[url.partition("://")[0].lower()]
    if isinstance(error, ImportError):
        cure = installed_by("brandguard[remote]", scheme.package)
        return f"{url}: this needs further packages; {cure}"
    if isinstance(error, FileNotFoundError):
        return f"{url}: there is no such file or folder"
    if isinstance(error, PermissionError) or _lacks_credentials(error):
        return (
            f"{url}: no access ({type(error).__name__}). Name the credentials in the environment "
            "or in fsspec's configuration («Libraries elsewhere» in the manual)"
        )
    return f"{url}: cannot be listed ({_told(error)})"
