"""Judged creatives on disk, in order, so that a report can be walked as often as it needs."""

from __future__ import annotations

import json
import tempfile
import zlib
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from brandguard.model.report import CreativeReport

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE_BYTES = 8

_ESCAPED = b"\\"
"""No JSON begins with it."""


@cache
def _adapter() -> TypeAdapter[CreativeReport]:
    return TypeAdapter(CreativeReport)


def _packed(report: CreativeReport) -> bytes:
    """Write a report as JSON; after a mark where a file's name is no Unicode, which UTF-8 lacks."""
    try:
        return _adapter().dump_json(report)
    except PydanticSerializationError:
        return _ESCAPED + json.dumps(_adapter().dump_python(report, mode="json")).encode()


def _unpacked(data: bytes) -> CreativeReport:
    if data.startswith(_ESCAPED):
        return _adapter().validate_python(json.loads(data.removeprefix(_ESCAPED)))
    return _adapter().validate_json(data)


class Spool:
    """A file of judged creatives: append, then iterate, again and again."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="brandguard-report-")  # noqa: SIM115  lives as long as we
        self._count = 0

    def append(self, report: CreativeReport) -> None:
        """Add one."""
        data = zlib.compress(_packed(report), 1)
        self._file.seek(0, 2)
        self._file.write(len(data).to_bytes(SIZE_BYTES, "big"))
        self._file.write(data)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[CreativeReport]:
        at = 0
        for _ in range(self._count):
            self._file.seek(at)
            size = int.from_bytes(self._file.read(SIZE_BYTES), "big")
            data = self._file.read(size)
            at = self._file.tell()
            yield _unpacked(zlib.decompress(data))

    def close(self) -> None:
        """Throw the file away."""
        self._file.close()
