"""The tree of what can go wrong.

BrandGuardError          everything below; its text is one line that names file, cause and cure
├── UsageError           the command was called wrongly, or a path is not there (exit 2)
├── ProfileError         a profile cannot be used; carries every error found in it (exit 2)
├── UnreadableCreativeError   a creative cannot be read: becomes a SYS finding, never ends a run
├── ModelError           a language model is missing or is not the one that was shipped
├── ClusterError         a cluster cannot be reached, is not fit, or was lost (exit 2)
├── HistoryError         the history cannot be read or written; never ends a run
├── WaiverError          a finding cannot be accepted, or not that way
└── OutputError          a report or profile could not be written; the old file is untouched
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandguard.model.creative import Note


class BrandGuardError(Exception):
    """Anything that BrandGuard tells its user about."""


class UsageError(BrandGuardError):
    """The command was called wrongly, or a path does not exist."""


@dataclass(frozen=True, slots=True)
class ProfileProblem:
    """One thing wrong in a profile: the line (from 1), the key path and what is wrong with it."""

    line: int | None
    key: str
    text: str


def problem_line(path: str, problem: ProfileProblem, said: str) -> str:
    """Give the line that tells a problem, its text being `said` in whatever language."""
    line, key = problem.line, problem.key
    return f"{path}{f':{line}' if line else ''}: {f'{key}: ' if key else ''}{said}"


class ProfileError(BrandGuardError):
    """A profile that cannot be used, with everything that is wrong in it."""

    def __init__(self, path: str, problems: tuple[ProfileProblem, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__("\n".join(problem_line(path, p, p.text) for p in problems))


class UnreadableCreativeError(BrandGuardError):
    """A creative that cannot be read; `note` holds the SYS code and its facts."""

    def __init__(self, note: Note) -> None:
        self.note = note
        super().__init__(f"{note.code} {note.facts}")

    def __reduce__(self) -> tuple[type[UnreadableCreativeError], tuple[Note]]:
        return type(self), (self.note,)  # a worker sends it by its note, not by its words


class ModelError(BrandGuardError):
    """A language model is missing, or its files are not the ones that were shipped."""


class ClusterError(BrandGuardError):
    """A cluster cannot be reached, is not fit for the work, or was lost on the way."""


class HistoryError(BrandGuardError):
    """The history cannot be read or written; a run goes on without it."""


class WaiverError(BrandGuardError):
    """A finding cannot be accepted, or not that way."""


class OutputError(BrandGuardError):
    """A file could not be written; what was there before is untouched."""
