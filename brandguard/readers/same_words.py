"""What a file says, found again in what was drawn of it: fonts of the one, places of the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brandguard.model.creative import TextRun

if TYPE_CHECKING:
    from collections.abc import Iterator

_AHEAD: Final = 4_000
"""Letters that may stand before the words that are looked for: menus, bullets, other columns."""
_AHEAD_SHORT: Final = 30
"""The same of a word or two: they stand everywhere."""
_SHORT: Final = 8
_MOST_RUNS: Final = 20_000


class SameWords:
    """A text whose words are found again, in its order, in other texts."""

    def __init__(self, text: str, runs: tuple[TextRun, ...]) -> None:
        owners: list[TextRun | None] = [None] * len(text)
        for run in runs:
            for index in range(run.span[0], min(run.span[1], len(text))):
                owners[index] = run
        letters = [(_plain(c), owners[i]) for i, c in enumerate(text) if not c.isspace()]
        self._letters = "".join(letter for letter, _ in letters)
        self._owners = [owner for _, owner in letters]
        self._at = 0

    def parted(
        self, text: str, run: TextRun, *, anywhere: bool = False
    ) -> list[tuple[TextRun, TextRun | None]]:
        """Part a run of another text by the runs that its words are in here, and give these too.

        None for what is not found. What is found `anywhere` may have been found before, if it is
        more than a word or two.
        """
        indices = [i for i in range(*run.span) if not text[i].isspace()]
        needle = "".join(_plain(text[i]) for i in indices)
        ahead = _AHEAD_SHORT if len(needle) < _SHORT else _AHEAD
        start = self._letters.find(needle, self._at, self._at + ahead + len(needle))
        if start >= 0:
            self._at = start + len(needle)
        elif not anywhere or len(needle) < _SHORT or (start := self._letters.find(needle)) < 0:
            return [(run, None)]
        owners, found, first = self._owners[start : start + len(needle)], [], 0
        for here in range(1, len(owners) + 1):
            if here == len(owners) or owners[here] is not owners[first]:
                span = (indices[first], indices[here - 1] + 1)
                found.append((replace(run, span=span), owners[first]))
                first = here
        return found or [(run, None)]


def with_places(
    text: str, runs: tuple[TextRun, ...], seen: str, drawn: tuple[TextRun, ...]
) -> tuple[TextRun, ...]:
    """Give a text's runs the places, sizes and colours that they were drawn with.

    Fonts, weights and slopes stay the page's own, for a drawing puts others for what it lacks. A
    run is parted where it was drawn on several lines; what was not drawn keeps no place.
    """
    same = SameWords(seen, drawn)
    found = []
    for whole in _whole(text, runs):
        for run, shown in same.parted(text, whole):
            if shown is not None:
                found.append(
                    replace(
                        run, box=shown.box, size_pt=shown.size_pt or run.size_pt,
                        colour=shown.colour or run.colour,
                    )
                )  # fmt: skip
            elif replace(run, span=(0, 0)) != TextRun((0, 0)):
                found.append(run)
    return tuple(found)[:_MOST_RUNS]


def _plain(letter: str) -> str:
    """Give a letter in one case: a style may show it in capitals."""
    return letter.casefold()[:1] or letter


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
