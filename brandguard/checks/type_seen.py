"""How a creative's words are set, gathered for the rules on type: by typeface, with places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.checks.spans import MAX_PLACES
from brandguard.model.creative import TextRun
from brandguard.model.fontnames import FontName, face_of, family_key
from brandguard.model.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandguard.model.features import Features

LEAST_LETTERS = 3
"""Letters under which a use of a font is a bullet, an initial or an accident of the export."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A stretch of text with how it is set."""

    page: int
    run: TextRun
    face: FontName
    letters: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.page, self.run.box, self.run.span, "live")


def settings_of(features: Features) -> tuple[Setting, ...]:
    """Give every stretch of text whose font is known, in reading order."""
    found = []
    for page in features.pages:
        for run in page.runs:
            letters = sum(c.isalnum() for c in page.text[run.span[0] : run.span[1]])
            face = face_of(run) if letters else None
            if face is not None:
                found.append(Setting(page.number, run, face, letters))
    return tuple(found)


def by_family(settings: Iterable[Setting]) -> dict[str, list[Setting]]:
    """Give the stretches by their family's key, leaving out what is too little to be one."""
    found: dict[str, list[Setting]] = defaultdict(list)
    for setting in settings:
        found[family_key(setting.face.family)].append(setting)
    return {key: some for key, some in found.items() if letters_of(some) >= LEAST_LETTERS}


def letters_of(settings: Iterable[Setting]) -> int:
    """Count letters and digits."""
    return sum(setting.letters for setting in settings)


def places_of(settings: Sequence[Setting]) -> tuple[Place, tuple[Place, ...]]:
    """Give the place of the longest stretch, and those of the others."""
    first, *others = sorted(settings, key=lambda s: (-s.letters, s.page, s.run.span))
    return first.place, tuple(other.place for other in others[: MAX_PLACES - 1])
