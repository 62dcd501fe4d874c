"""Where the words of a page stand: what the page says, found again in what was drawn of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brandguard.model.creative import TextRun

if TYPE_CHECKING:
    from collections.abc import Iterator

_AHEAD: Final = 4_000
"""Letters that may be drawn before the words that are looked for: menus, bullets, other columns."""
_AHEAD_SHORT: Final = 30
"""The same of a word or two: they stand everywhere."""
_SHORT: Final = 8
_MOST_RUNS: Final = 20_000


def with_places(
    text: str, runs: tuple[TextRun, ...], seen: str, drawn: tuple[TextRun, ...]
) -> tuple[TextRun, ...]:
    """Give a text's runs the places, sizes and colours that they were drawn with.

    Fonts, weights and slopes stay the page's own, for a drawing puts others for what it lacks. A
    run is parted where it was drawn on several lines; what was not drawn keeps no place.
    """
    of_drawn = _owners(len(seen), drawn)
    letters = [(_plain(c), of_drawn[i]) for i, c in enumerate(seen) if not c.isspace()]
    hay, owners = "".join(c for c, _ in letters), [owner for _, owner in letters]
    found: list[TextRun] = []
    at = 0
    for run in _whole(text, runs):
        indices = [i for i in range(*run.span) if not text[i].isspace()]
        needle = "".join(_plain(text[i]) for i in indices)
        ahead = _AHEAD_SHORT if len(needle) < _SHORT else _AHEAD
        start = hay.find(needle, at, at + ahead + len(needle))
        if start < 0:
            found.append(run)
            continue
        at = start + len(needle)
        found += _parted(run, indices, owners[start:at], drawn)
    told = (r for r in found if r.box or replace(r, span=(0, 0)) != TextRun((0, 0)))
    return tuple(told)[:_MOST_RUNS]


def _plain(letter: str) -> str:
    """Give a letter in one case: a style may show it in capitals."""
    return letter.casefold()[:1] or letter


def _owners(length: int, runs: tuple[TextRun, ...]) -> list[int | None]:
    """Say of each letter which run it belongs to."""
    owners: list[int | None] = [None] * length
    for number, run in enumerate(runs):
        for index in range(run.span[0], min(run.span[1], length)):
            owners[index] = number
    return owners


def _whole(text: str, runs: tuple[TextRun, ...]) -> Iterator[TextRun]:
    """Give the runs with plain ones for all lines between them, of which nothing is known."""
    end = 0
    for run in (*runs, TextRun((len(text), len(text)))):
        for line in text[end : run.span[0]].splitlines(keepends=True):
            if line.strip():
                yield TextRun((end, end + len(line.rstrip())))
            end += len(line)
        if run.span[1] > run.span[0]:
            yield run
        end = max(end, run.span[1])


def _parted(
    run: TextRun, indices: list[int], owners: list[int | None], drawn: tuple[TextRun, ...]
) -> Iterator[TextRun]:
    """Part a run by the drawn runs that its letters belong to."""
    first = 0
    for here in range(1, len(owners) + 1):
        if here < len(owners) and owners[here] == owners[first]:
            continue
        span = (indices[first], indices[here - 1] + 1)
        owner = owners[first]
        seen = drawn[owner] if owner is not None else run
        yield replace(
            run,
            span=span,
            box=seen.box,
            size_pt=seen.size_pt or run.size_pt,
            colour=seen.colour or run.colour,
        )
        first = here
