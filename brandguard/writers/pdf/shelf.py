"""Things of the report put aside on disk, so that they can be taken again in another order."""

from __future__ import annotations

import pickle
import tempfile
import zlib
from array import array
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

T = TypeVar("T")


class Shelf(Generic[T]):
    """Append, then take by number; eight bytes of memory for each. The file is ours alone."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="brandguard-pdf-")  # noqa: SIM115  lives as long as we
        self._starts = array("Q")

    def __enter__(self) -> Shelf[T]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._file.close()

    def add(self, thing: T) -> int:
        """Put a thing aside and give its number, from 0."""
        data = zlib.compress(pickle.dumps(thing), 1)
        self._starts.append(self._file.seek(0, 2))
        self._file.write(len(data).to_bytes(8, "big"))
        self._file.write(data)
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> T:
        self._file.seek(self._starts[number])
        size = int.from_bytes(self._file.read(8), "big")
        thing: T = pickle.loads(zlib.decompress(self._file.read(size)))  # noqa: S301  written by us, in a file without a name
        return thing

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[T]:
        return (self[number] for number in range(len(self)))
