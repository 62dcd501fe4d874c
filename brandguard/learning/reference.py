"""FILE.learned: what the distances are measured against, beside the profile that names it."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter, ValidationError

from brandguard.judging import Reference
from brandguard.likeness.look import LookReference
from brandguard.likeness.voice import VoiceReference
from brandguard.model.errors import ProfileError, ProfileProblem
from brandguard.model.said import Said

if TYPE_CHECKING:
    from brandguard.model.profile import Profile

MAX_BYTES = 256 * 1024 * 1024
"""Of the file once inflated: ten thousand examples take about a fifth of it."""
SCHEMA: Literal["brandguard.learned/1"] = "brandguard.learned/1"
KEY = "defaults.brandguard.learned"


@dataclass(frozen=True, slots=True)
class Example:
    """One approved creative: where it lay, what it was, how it looked."""

    path: str
    sha256: str
    thumbnail: str | None = None


@dataclass(frozen=True, slots=True)
class LearnedFile:
    """Everything in a .learned file."""

    schema: Literal["brandguard.learned/1"] = SCHEMA
    look: LookReference | None = None
    voices: dict[str, VoiceReference] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    flagged: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By learned rule: how many approved creatives it flags unseen, of how many. Empty in older
    files."""


@cache
def _adapter() -> TypeAdapter[LearnedFile]:
    return TypeAdapter(LearnedFile)


def pack(learned: LearnedFile) -> bytes:
    """Give the bytes of a .learned file; the same for the same content."""
    return gzip.compress(_adapter().dump_json(learned), mtime=0)


def load_reference(profile: Profile) -> Reference | None:
    """Read the learned part of a profile; None where it was written by hand.

    Raises ProfileError where the file is missing, damaged or not the one that the profile names.
    """
    learned = load_learned(profile)
    if learned is None:
        return None
    thumbnails = {e.path: e.thumbnail for e in learned.examples if e.thumbnail}
    return Reference(learned.look, learned.voices, thumbnails)


def load_learned(profile: Profile) -> LearnedFile | None:
    """Read the whole .learned file of a profile; raises ProfileError as `load_reference`."""
    if profile.learned is None or profile.path is None:
        return None
    name = profile.learned.file
    if Path(name).name != name:
        raise _problem(
            profile, f"{KEY}.file", Said("must be the name of a file beside the profile")
        )
    file = Path(profile.path).parent / name
    try:
        data = file.read_bytes()
    except OSError as error:
        cure = Said("put it back beside the profile, or learn again")
        raise _problem(
            profile, f"{KEY}.file", Said("{file} cannot be read: {cure}", file=name, cure=cure)
        ) from error
    if hashlib.sha256(data).hexdigest() != profile.learned.sha256:
        text = Said(
            "{file} is not the file that was learned with this profile: learn again", file=name
        )
        raise _problem(profile, f"{KEY}.sha256", text)
    try:
        with gzip.open(file) as stream:
            return _adapter().validate_json(stream.read(MAX_BYTES))
    except (OSError, EOFError, ValidationError) as error:
        text = Said("{file} is damaged or of another version: learn again", file=name)
        raise _problem(profile, f"{KEY}.file", text) from error


def _problem(profile: Profile, key: str, text: str) -> ProfileError:
    return ProfileError(str(profile.path), (ProfileProblem(None, key, text),))
