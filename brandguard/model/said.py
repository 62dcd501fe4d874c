"""Sentences that are read in another language than they were written in: errors and their causes.

A `Said` is English text, so that whoever raises, logs or compares it needs to know nothing. It
also keeps its template and its facts, by which `Messages.said` gives it in the reader's language.
The words of the other languages stand in assets/errors.toml, by the template (ADR 0006).
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping


class Said(str):
    """English text that can be said in other languages; a fact may be a Said itself."""

    __slots__ = ("facts", "template")
    template: str
    facts: Mapping[str, object]

    def __new__(cls, template: str, /, **facts: object) -> Self:
        """Fill a template, a plain literal with {named} gaps."""
        plain = {name: _plain(fact) for name, fact in facts.items()}
        made = super().__new__(cls, template.format(**plain))
        made.template, made.facts = template, plain
        return made

    def __reduce__(self) -> tuple[object, tuple[str, Mapping[str, object]]]:
        return _again, (self.template, self.facts)


def _plain(fact: object) -> object:
    """Give a fact without what a sentence has no use for: an exception is its words."""
    if isinstance(fact, Exception) and fact.args and isinstance(fact.args[0], Said):
        return fact.args[0]
    return fact if isinstance(fact, (str, int, float)) else str(fact)


def _again(template: str, facts: Mapping[str, object]) -> Said:
    return Said(template, **facts)


_SYSTEM: Mapping[int, Said] = {
    errno.ENOENT: Said("No such file or directory"),
    errno.EACCES: Said("Permission denied"),
    errno.EPERM: Said("Operation not permitted"),
    errno.EISDIR: Said("Is a directory"),
    errno.ENOTDIR: Said("Not a directory"),
    errno.EIO: Said("Input/output error"),
    errno.ENOSPC: Said("No space left on device"),
    errno.EROFS: Said("Read-only file system"),
}


def cause(error: OSError) -> str:
    """Say what the system complains of."""
    return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)
