"""Judged creatives and campaigns on disk, in order, so that reports can walk them at will."""

from __future__ import annotations

import json
import tempfile
import weakref
import zlib
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from brandguard.model.coherence import Coherence

One = TypeVar("One")

SIZE_BYTES = 8

_ESCAPED = b"\\"
"""No JSON begins with it."""


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    adapter = TypeAdapter(kind)
    # What the report of a campaign names without importing it, since it is made of it.
    adapter.rebuild(_types_namespace={"Coherence": Coherence})
    return adapter


def _packed(adapter: TypeAdapter[One], one: One) -> bytes:
    """Write one as JSON; after a mark where a file's name is no Unicode, which UTF-8 lacks."""
    try:
        return adapter.dump_json(one)
    except PydanticSerializationError:
        return _ESCAPED + json.dumps(adapter.dump_python(one, mode="json")).encode()


def _unpacked(adapter: TypeAdapter[One], data: bytes) -> One:
    if data.startswith(_ESCAPED):
        return adapter.validate_python(json.loads(data.removeprefix(_ESCAPED)))
    return adapter.validate_json(data)


class Spool(Collection[One]):
    """A file of reports of one kind: append, then iterate, again and again."""

    def __init__(self, kind: type[One]) -> None:
        self._adapter: TypeAdapter[One] = _adapter(kind)  # type: ignore[arg-type]  # a class is hashable
        self._file = tempfile.TemporaryFile(prefix="brandguard-report-")  # noqa: SIM115  lives as long as we
        self.close = weakref.finalize(self, self._file.close)
        """Throw the file away."""
        self._count = 0

    def append(self, one: One) -> None:
        """Add one."""
        data = zlib.compress(_packed(self._adapter, one), 1)
        self._file.seek(0, 2)
        self._file.write(len(data).to_bytes(SIZE_BYTES, "big"))
        self._file.write(data)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __contains__(self, wanted: object) -> bool:
        return any(one == wanted for one in self)

    def __iter__(self) -> Iterator[One]:
        at = 0
        for _ in range(self._count):
            self._file.seek(at)
            size = int.from_bytes(self._file.read(SIZE_BYTES), "big")
            data = self._file.read(size)
            at = self._file.tell()
            yield _unpacked(self._adapter, zlib.decompress(data))
