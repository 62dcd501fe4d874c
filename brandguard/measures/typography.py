"""Which typefaces a page is set in, and how large: read from the file's own words, never guessed.

Letters in pixels or drawn as outlines have no name; a page that has nothing else gives None.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brandguard.model.features import Typeface
from brandguard.model.fontnames import face_of, family_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.creative import TextRun

MOST = 64
"""Typefaces of a page that are kept; a specimen sheet has more."""

Key = tuple[str, int | None, bool]


@dataclass(slots=True)
class _Use:
    """One typeface while it is gathered."""

    spellings: Counter[str] = field(default_factory=Counter)
    letters: int = 0
    sizes: list[float] = field(default_factory=list)
    embedded: set[bool] = field(default_factory=set)


def typefaces(text: str, runs: Sequence[TextRun]) -> tuple[Typeface, ...] | None:
    """Give the typefaces of a page, most letters first; None where no font is named.

    Fonts of signs and bullets count as none.
    """
    uses: dict[Key, _Use] = {}
    for run in runs:
        letters = sum(c.isalnum() for c in text[run.span[0] : run.span[1]])
        face = face_of(run)
        if face is None or not letters:
            continue
        key = (family_key(face.family), face.weight, face.italic)
        use = uses.setdefault(key, _Use())
        use.spellings[face.family] += letters
        use.letters += letters
        if run.size_pt:
            use.sizes.append(run.size_pt)
        if run.embedded is not None:
            use.embedded.add(run.embedded)
    found = [_typeface(key, use) for key, use in uses.items()]
    return tuple(sorted(found, key=_order)[:MOST]) or None


def _typeface(key: Key, use: _Use) -> Typeface:
    spelling = max(sorted(use.spellings), key=use.spellings.__getitem__)
    return Typeface(
        family=spelling,
        weight=key[1],
        italic=key[2],
        letters=use.letters,
        least_pt=min(use.sizes, default=None),
        most_pt=max(use.sizes, default=None),
        embedded=all(use.embedded) if use.embedded else None,
    )


def _order(face: Typeface) -> tuple[int, str, int, bool]:
    return -face.letters, face.family, face.weight or 0, face.italic
