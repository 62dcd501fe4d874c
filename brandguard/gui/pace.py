"""How long a run will still take, told only once that can be told honestly. Without any Qt."""

from __future__ import annotations

from collections import deque

_KEPT = 40
"""Steps that are looked at: enough to even out single large files, few enough to follow a turn."""
_LEAST_S = 2.0
"""Before so much has passed and …"""
_LEAST_STEPS = 4
"""… so many were done, nothing is said: what the store knew comes at once and says nothing."""


class Pace:
    """Follows a run. Each creative's time is that since the one before it.

    The rest is taken to need the mean of the last ones, the dearest tenth cut to the limit of the
    rest (a winsorised mean): a median would forget that large files come again, a plain mean would
    jump at each of them.
    """

    def __init__(self) -> None:
        self._steps: deque[float] = deque(maxlen=_KEPT)
        self._begun = self._last = 0.0
        self._done = 0

    def start(self, now: float) -> None:
        """Begin anew; `now` in seconds of any steady clock."""
        self._steps.clear()
        self._begun = self._last = now
        self._done = 0

    def step(self, done: int, now: float) -> None:
        """Note that so many are done."""
        fresh = done - self._done
        if fresh <= 0:
            return
        each = (now - self._last) / fresh
        self._steps.extend([each] * min(fresh, _KEPT))
        self._done, self._last = done, now

    def left(self, total: int, now: float) -> float | None:
        """Give the seconds that the rest will take, None while that is a guess."""
        if self._done < _LEAST_STEPS or now - self._begun < _LEAST_S:
            return None
        typical = _winsorised(list(self._steps))
        waited = max(now - self._last - typical, 0.0)  # one that takes long makes the rest no less
        return (total - self._done) * typical + min(waited, typical)


def _winsorised(steps: list[float]) -> float:
    ordered = sorted(steps)
    top = ordered[int(len(ordered) * 0.9)] if len(ordered) > 1 else ordered[0]
    return sum(min(step, top) for step in ordered) / len(ordered)
