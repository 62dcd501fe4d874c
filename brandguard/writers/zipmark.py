"""A mark at the end of a ZIP archive, so that a workbook of ours is known without opening it."""

from __future__ import annotations

from typing import BinaryIO

MARK = "brandguard report/1"
_END = 22
"""Bytes of an archive's last record where it has no comment; the last two are the comment's length
(PKWARE APPNOTE 4.3.16)."""


class Marked:
    """A file of bytes that cannot seek, and that ends with our mark as the archive's comment."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._held = b""

    def write(self, data: bytes) -> int:
        """Write all but the bytes that may be the end."""
        whole = self._held + bytes(data)
        cut = max(len(whole) - _END, 0)
        self._out.write(whole[:cut])
        self._held = whole[cut:]
        return len(data)

    def flush(self) -> None:
        """Do nothing: who owns the file flushes it."""

    def close(self) -> None:
        """Write the end, with the mark as its comment."""
        mark = MARK.encode("ascii")
        self._out.write(self._held[:-2] + len(mark).to_bytes(2, "little") + mark)
        self._held = b""
