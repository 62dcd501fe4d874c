"""What is dropped or chosen, sorted: what can be taken, and what not and why. Without any Qt."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


@dataclass(frozen=True, slots=True)
class Intake:
    """Paths to review, in the order in which they came, and what was left out."""

    paths: tuple[str, ...] = ()
    twice: int = 0
    missing: tuple[str, ...] = ()


def take(paths: Sequence[str], known: Collection[str]) -> Intake:
    """Sort paths; `known` are the real paths that are open already. A folder is taken as it is."""
    taken: list[str] = []
    seen = set(known)
    missing: list[str] = []
    twice = 0
    for path in paths:
        real = os.path.realpath(path)
        if real in seen:
            twice += 1
        elif not os.path.lexists(path):
            missing.append(path)
        else:
            seen.add(real)
            taken.append(path)
    return Intake(tuple(taken), twice, tuple(missing))
