"""A run of the window: as it is asked for, and how far it is. Without any Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """Paths to be judged."""

    paths: tuple[str, ...]
    whole: bool = False
    """All that is open: what is not found any more leaves the list."""
    keeps: bool = True
    """The user asked for it, so that its scores may be kept over time."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the run is; `ended` says in words how the last one came out."""

    running: bool = False
    done: int = 0
    total: int = 0
    name: str = ""
    ended: str = ""
