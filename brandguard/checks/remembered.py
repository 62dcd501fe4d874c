"""Answers of checks, given again as long as nothing that they read has changed.

Who moves a slider in the profile editor judges hundreds of creatives many times a second by
profiles that differ in one field. A check is a function of subject and profile alone: while it runs
a profile is watched, and what it read is noted beside its answer.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from brandguard.model.profile import Profile, Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.model.report import Subject

Answer = TypeVar("Answer")

_FIELDS = tuple(field.name for field in fields(Profile))
_PARTS = {"wording": tuple(field.name for field in fields(Wording))}
"""Fields that are watched part by part: whoever bans a word leaves all other words alone."""


class Asking(Protocol):
    """Puts questions about one subject under one profile. Answers must not be generators."""

    def __call__(self, name: str, ask: Callable[[Subject, Profile], Answer], /) -> Answer:
        """Give what `ask` answers; `name` tells the questions about a subject apart."""


class Plainly:
    """Asks, and remembers nothing."""

    def __init__(self, subject: Subject, profile: Profile) -> None:
        self._subject, self._profile = subject, profile

    def __call__(self, _: str, ask: Callable[[Subject, Profile], Answer], /) -> Answer:
        """Ask."""
        return ask(self._subject, self._profile)


@dataclass(frozen=True, slots=True)
class _Kept:
    profile: Profile
    read: frozenset[str]
    answer: object


class Remembered:
    """The memory of one who judges the same creatives again and again; not for threads to share."""

    def __init__(self) -> None:
        self._by_path: dict[str, tuple[Subject, dict[str, _Kept]]] = {}
        self._now: Profile | None = None
        self._changed: dict[int, tuple[Profile, frozenset[str]]] = {}

    def about(self, subject: Subject, profile: Profile) -> Asking:
        """Get ready for the questions about one subject."""
        if profile is not self._now:
            self._now, self._changed = profile, {}
        known = self._by_path.get(subject.path)
        if known is None or not _same(known[0], subject):
            known = self._by_path[subject.path] = (subject, {})
        return _Recalling(subject, profile, known[1], self._changed)


class _Recalling:
    """The questions about one subject, answered from memory where that is right."""

    def __init__(
        self,
        subject: Subject,
        profile: Profile,
        answers: dict[str, _Kept],
        changed: dict[int, tuple[Profile, frozenset[str]]],
    ) -> None:
        self._subject, self._profile = subject, profile
        self._answers, self._changed = answers, changed

    def __call__(self, name: str, ask: Callable[[Subject, Profile], Answer], /) -> Answer:
        """Answer, from memory where nothing that was read has changed."""
        kept = self._answers.get(name)
        if kept is not None and (
            kept.profile is self._profile or kept.read.isdisjoint(self._since(kept.profile))
        ):
            return cast("Answer", kept.answer)
        watched = _Watched(self._profile, set())
        found = ask(self._subject, cast("Profile", watched))
        self._answers[name] = _Kept(self._profile, frozenset(watched.read_), found)
        return found

    def _since(self, old: Profile) -> frozenset[str]:
        """Name what two versions of a profile differ in."""
        known = self._changed.get(id(old))
        if known is None:  # the old one is kept, so that its id stays its own
            known = self._changed[id(old)] = (old, frozenset(_differing(old, self._profile)))
        return known[1]


def _differing(old: Profile, now: Profile) -> set[str]:
    out = set()
    for name in _FIELDS:
        before, after = getattr(old, name), getattr(now, name)
        if before == after:
            continue
        parts = _PARTS.get(name)
        if parts is None:
            out.add(name)
        else:
            out |= {f"{name}.{p}" for p in parts if getattr(before, p) != getattr(after, p)}
    return out


def _same(one: Subject, other: Subject) -> bool:
    if one is other:
        return True
    return one.features is other.features and all(
        getattr(one, name) == getattr(other, name)
        for name in ("channel", "medium", "language", "campaign", "campaign_folder", "expected")
    )


class _Watched:
    """A profile, or a part of one, that notes which of its fields are read."""

    def __init__(self, whole: object, read: set[str], prefix: str = "") -> None:
        self._whole, self._prefix = whole, prefix
        self.read_ = read

    def __getattr__(self, name: str) -> object:
        value = getattr(self._whole, name)
        if not self._prefix and name in _PARTS:
            value = _Watched(value, self.read_, f"{name}.")
        else:
            self.read_.add(f"{self._prefix}{name}")
        setattr(self, name, value)  # noted once: the next time it is found without asking here
        return value
