"""What was measured of a trait: on the approved examples, and on what is open. Without any Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.gui.entry import Entry
    from brandguard.learning.reference import LearnedFile

PICTURE = (
    "flat", "photo", "lightness", "contrast", "chroma", "warmth", "colours", "busyness", "aspect",
)  # fmt: skip
Values = dict[str, list[float]]
"""By trait."""


def voice_of_approved(learned: LearnedFile | None, language: str) -> Values:
    """Give the traits of the approved texts of a language."""
    out: Values = {}
    voice = learned.voices.get(language) if learned is not None else None
    for example in voice.examples if voice is not None else ():
        for name, trait in example.traits.items():
            if trait is not None:
                out.setdefault(name, []).append(trait.value)
    return out


def voice_of_open(entries: Iterable[Entry], language: str) -> Values:
    """Give the traits of the open creatives' texts of a language."""
    out: Values = {}
    for entry in entries:
        for voice in entry.features.voices if entry.features is not None else ():
            if voice.language == language:
                for name, trait in voice.traits.items():
                    if trait is not None:
                        out.setdefault(name, []).append(trait.value)
    return out


def pictures_of_open(entries: Iterable[Entry]) -> Values:
    """Give the picture traits of the open creatives' pages."""
    out: Values = {}
    for entry in entries:
        for page in entry.features.pages if entry.features is not None else ():
            if page.traits is not None:
                for name in PICTURE:
                    out.setdefault(name, []).append(float(getattr(page.traits, name)))
    return out
