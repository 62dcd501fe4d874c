"""The frames of a moving picture that differ plainly from each other: a few, in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray  # noqa: TC004  nobody reads these annotations at run time

T = TypeVar("T")
SIDE = 16
"""Cells of a frame's sketch, across and down."""
STEP = 16
"""Levels by which a cell must change to count: noise and compression stay below."""
PLAIN = 3
"""Cells that must change, a hundredth of the page: a new price does it, a blinking cursor does
not."""


def sketch(pixels: NDArray[np.uint8]) -> NDArray[np.int16]:
    """Give a frame (height, width, 3) as means of `SIDE` × `SIDE` cells, to be compared only."""
    import cv2

    small = cv2.resize(pixels, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.int16)


@dataclass(slots=True)
class KeyFrames(Generic[T]):
    """At most `most` frames that differ, the first and the last shot among them.

    Feed it frames in their order; what it holds never grows over `most`. A shot that comes back is
    not kept twice.
    """

    most: int
    settled: bool = False
    """Whether a shot is shown by its latest frame, when type has stopped moving in, rather than by
    its first."""
    _kept: list[tuple[NDArray[np.int16], T]] = field(default_factory=list)

    def add(self, seen: NDArray[np.int16], frame: T) -> None:
        """Look at the next frame, `seen` as its sketch."""
        for at, (known, _) in enumerate(self._kept):
            if changed(known, seen) < PLAIN:
                if self.settled and at == len(self._kept) - 1:
                    self._kept[at] = (known, frame)
                return
        self._kept.append((seen, frame))
        if len(self._kept) > self.most:
            del self._kept[self._least_told()]

    def frames(self) -> tuple[T, ...]:
        """Give what was kept."""
        return tuple(frame for _, frame in self._kept)

    def _least_told(self) -> int:
        """Find the frame between the first and the last that is most like another one."""
        sketches = [known for known, _ in self._kept]
        alone = [
            min(_apart(sketches[i], other) for j, other in enumerate(sketches) if j != i)
            for i in range(1, len(sketches) - 1)
        ]
        return 1 + int(np.argmin(alone)) if alone else 0


def changed(first: NDArray[np.int16], second: NDArray[np.int16]) -> int:
    """Count the cells that changed between two sketches."""
    return int((np.abs(first - second).max(axis=2) >= STEP).sum())


def _apart(first: NDArray[np.int16], second: NDArray[np.int16]) -> int:
    return int(np.abs(first - second).sum())
