"""SYS: what readers had to say. What cannot be read at all never comes here: it has no features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.model.report import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

UNREADABLE = (
    "SYS001", "SYS002", "SYS003", "SYS004", "SYS005", "SYS006", "SYS007",
    "SYS009", "SYS010", "SYS011", "SYS012", "SYS013",
)  # fmt: skip
NOTES = ("SYS008", "SYS014", "SYS015", "SYS016", "SYS017", "SYS018", "SYS019", "SYS020", "SYS021",
         "SYS022", "SYS023", "SYS024")  # fmt: skip


def _noted(code: str) -> Callable[[Subject, Profile], Iterator[Finding]]:
    def check(subject: Subject, _: Profile) -> Iterator[Finding]:
        for note in subject.features.notes:
            if note.code == code:
                yield Finding(code, "note", dict(note.facts), place=Place(page=note.page))

    return check


RULES = tuple(
    Rule(code, None, "fail" if code in UNREADABLE else "note", _noted(code), frozenset({"notes"}))
    for code in sorted((*UNREADABLE, *NOTES))
)
