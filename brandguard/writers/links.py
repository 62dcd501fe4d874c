"""Paths of creatives as addresses that reports may link to: relative, or `file:`, nothing else."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

from brandguard.remote.address import is_remote

_DRIVE = re.compile(r"[A-Za-z]:/")


def uri(path: str) -> str | None:
    """Give a path as a URI reference (RFC 3986), percent-encoded from its own bytes.

    A relative path stays relative to the folder where the run was started. None for standard input
    and for what lies elsewhere: a report must not make its reader call another machine.
    """
    if path in {"", "-"}:
        return None
    try:
        raw = os.fsencode(path.replace(os.sep, "/"))
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte, or Windows
        raw = path.replace(os.sep, "/").encode("utf-8", "surrogatepass")
    if raw.startswith(b"//") or is_remote(path):
        return None
    if os.sep == "\\" and _DRIVE.match(path.replace(os.sep, "/")):
        return f"file:///{path[0]}:{quote(raw[2:], safe='/')}"
    if raw.startswith(b"/"):
        return f"file://{quote(raw, safe='/')}"
    return quote(raw, safe="/")
