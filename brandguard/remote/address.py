"""Addresses of libraries elsewhere: which there are, and that none carries a secret."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from brandguard.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Scheme:
    """One kind of address: fsspec's name for it, and the package that speaks it."""

    protocol: str
    package: str


SCHEMES: dict[str, Scheme] = {
    "s3": Scheme("s3", "s3fs"),
    "gs": Scheme("gs", "gcsfs"),
    "gcs": Scheme("gs", "gcsfs"),
    "az": Scheme("az", "adlfs"),
    "abfs": Scheme("abfs", "adlfs"),
    "abfss": Scheme("abfs", "adlfs"),
    "webdav": Scheme("webdav", "webdav4"),
    "webdav+https": Scheme("webdav", "webdav4"),
    "webdav+http": Scheme("webdav", "webdav4"),
    "sftp": Scheme("sftp", "paramiko"),
    "smb": Scheme("smb", "smbprotocol"),
}
_FETCHED = ("http", "https", "ftp")
"""Addresses on the web: refused, and told so by the walk."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_PASSWORD = re.compile(r"(://[^/@\s:]*):[^/@\s]*@")
_SECRET = re.compile(
    r"(?i)([?&;](?:[\w-]*(?:password|passwd|secret|token|signature|credential|accesskey|key)|sig|se|sv)=)"
    r"[^&;\s]*"
)


def is_remote(path: str) -> bool:
    """Whether a path is the address of a library elsewhere, of a kind that can be read."""
    found = _SCHEME.match(path)
    return found is not None and found[1].lower() in SCHEMES


def redacted(text: str) -> str:
    """Give a text with the passwords and signatures of its addresses blotted out."""
    return _SECRET.sub(r"\1***", _PASSWORD.sub(r"\1:***@", text))


def refuse_if_wrong(path: str) -> None:
    """Raise UsageError for an address that carries a secret, or is of no kind that can be read."""
    found = _SCHEME.match(path)
    if found is None or found[1].lower() in _FETCHED:
        return
    scheme = found[1].lower()
    if scheme not in SCHEMES:
        close = difflib.get_close_matches(scheme, SCHEMES, n=1)
        hint = f"; did you mean {close[0]}://?" if close else ""
        known = ", ".join(f"{name}://" for name in SCHEMES)
        raise UsageError(
            f"{redacted(path)}: no library can be read from {scheme}://{hint} ({known})"
        )
    if redacted(path) != path or _has_password(path):
        raise UsageError(
            f"{redacted(path)}: leave password and signature out of the address, it stands in the "
            "report; name them in the environment or in fsspec's configuration "
            "(«Libraries elsewhere» in the manual)"
        )


def _has_password(path: str) -> bool:
    try:
        return urlsplit(path).password is not None
    except ValueError:
        return False
