"""What is dropped or chosen, sorted: what can be taken, and what not and why. Without any Qt."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


@dataclass(frozen=True, slots=True)
class Intake:
    """Paths to review, in the order in which they came, and what was left out."""

    paths: tuple[str, ...] = ()
    twice: int = 0
    missing: tuple[str, ...] = ()
    profile: str | None = None
    """A brand profile among them: it is no creative, what is open is judged by it."""
    unused: int = 0
    """Further profiles: one is used at a time."""

    @property
    def skipped(self) -> int:
        """How many were left out."""
        return self.twice + len(self.missing) + self.unused


def take(
    paths: Sequence[str],
    known: Collection[str],
    is_profile: Callable[[str], bool] = lambda _: False,
) -> Intake:
    """Sort paths; `known` are the real paths that are open already. A folder is taken as it is."""
    taken: list[str] = []
    seen = set(known)
    missing: list[str] = []
    profiles: list[str] = []
    twice = 0
    for path in paths:
        real = os.path.realpath(path)
        if is_profile(path):
            profiles.append(path)
        elif real in seen:
            twice += 1
        elif not os.path.lexists(path):
            missing.append(path)
        else:
            seen.add(real)
            taken.append(path)
    first, unused = next(iter(profiles), None), max(len(profiles) - 1, 0)
    return Intake(tuple(taken), twice, tuple(missing), first, unused)
