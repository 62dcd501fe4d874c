"""Slips that the recogniser is known for, mended where the context leaves no doubt.

Its alphabet has no «¡»: a Spanish exclamation comes without it, or with an i or j in its stead.
Where only the language makes the slip plain, it is mended in that language alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandguard.language.identify import identify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import TextRun

_SENTENCE = re.compile(r"[^.!?¡¿…\n]*(?:\n(?!\n)[^.!?¡¿…\n]*){0,3}[!?]+")
"""A stretch that ends in ! or ?, over four lines of one block at most."""
_STOLEN = re.compile(r"[ijlI1|](?=[A-ZÁÉÍÓÚÑÜ][a-záéíóúñü])|[ij](?=[A-ZÁÉÍÓÚÑÜ]{2})")
"""What an opening mark was read as: a thin stroke right before a capital."""
_OPENS = re.compile(r"[A-ZÁÉÍÓÚÑÜ0-9]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Its alphabet is Chinese too: a wide per cent sign or colon is the plain one."""
_ITALIAN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bII(?= [a-zà-ù])"), "Il"),
    (re.compile(r"\b(lune|marte|mercole|giove|vener)di\b", re.IGNORECASE), "\\1dì"),
    (re.compile(r"\b(pi)u\b"), "\\1ù"),
    (re.compile(r"\b([Pp]erch)e\b"), "\\1é"),
)
"""Accents lost in small print and a capital I for an l; never another length."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """`length` characters at `at` give way to `new`."""

    at: int
    length: int
    new: str


def mended(
    text: str, runs: tuple[TextRun, ...], expected: tuple[str, ...] = ()
) -> tuple[str, tuple[TextRun, ...]]:
    """Mend a page's text; the runs keep pointing at their words.

    `expected` are the languages that the text may be in, the likeliest first.
    """
    text = text.translate(_FULL_WIDTH)
    language = identify(text, expected) if text else None
    if language == "it":
        for pattern, good in _ITALIAN:
            text = pattern.sub(good, text)
        return text, runs
    if language == "es":
        return _apply(list(_opening_marks(text)), text, runs)
    return text, runs


def _opening_marks(text: str) -> Iterator[_Edit]:
    for match in _SENTENCE.finditer(text):
        end = match.group()[-1]
        opening = "¡" if "!" in match.group()[-2:] else "¿"
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if start and text[start - 1] in "¡¿":
            continue
        stolen = _STOLEN.match(text, start)
        if stolen:
            yield _Edit(start, 1, opening)
        elif end == "!" and _OPENS.match(text, start):
            yield _Edit(start, 0, opening)


def _apply(
    edits: list[_Edit], text: str, runs: tuple[TextRun, ...]
) -> tuple[str, tuple[TextRun, ...]]:
    """Make the edits, in order, and move the spans; a new mark belongs to the word it opens."""
    for edit in reversed(edits):
        text = text[: edit.at] + edit.new + text[edit.at + edit.length :]
        shift = len(edit.new) - edit.length
        runs = tuple(
            replace(
                run,
                span=(
                    run.span[0] + (shift if run.span[0] > edit.at else 0),
                    run.span[1] + (shift if run.span[1] > edit.at else 0),
                ),
            )
            for run in runs
        )
    return text, runs
