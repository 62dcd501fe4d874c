"""Judged creatives on disk, in order, so that a report can be walked as often as it needs."""

from __future__ import annotations

import tempfile
import zlib
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from brandguard.model.report import CreativeReport

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE_BYTES = 8


@cache
def _adapter() -> TypeAdapter[CreativeReport]:
    return TypeAdapter(CreativeReport)


class Spool:
    """A file of judged creatives: append, then iterate, again and again."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="brandguard-report-")  # noqa: SIM115  lives as long as we
        self._count = 0

    def append(self, report: CreativeReport) -> None:
        """Add one."""
        data = zlib.compress(_adapter().dump_json(report), 1)
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
            yield _adapter().validate_json(zlib.decompress(data))

    def close(self) -> None:
        """Throw the file away."""
        self._file.close()
