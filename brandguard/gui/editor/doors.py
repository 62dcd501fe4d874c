"""The doors of the profile editor to the floors below. What blocks is called in a thread."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.interchange.profiletext import ProfileText
from brandguard.model.errors import OutputError, ProfileError, ProfileProblem, UsageError
from brandguard.model.said import Said, cause
from brandguard.settings import asset_path
from brandguard.writers.atomic import replace_all, replacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.interchange.swatches import Swatched
    from brandguard.learning.learn import Learning, Named
    from brandguard.learning.reference import LearnedFile
    from brandguard.model.profile import Profile


class ChangedOnDiskError(OutputError):
    """Somebody else has changed the file since it was read; it is untouched."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A profile's file as it was read."""

    text: ProfileText
    stamp: str
    """SHA-256 of its bytes, empty for a file that is not there yet."""


def stamp_of(path: Path) -> str:
    """Give the SHA-256 of a file's bytes; empty where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise OutputError(
            Said("{file}: cannot be read ({why})", file=path, why=cause(error))
        ) from error


def read(path: Path) -> Opened:
    """Read a profile's file; raises ProfileError where it is no YAML that can be edited."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        problem = ProfileProblem(None, "", Said("cannot be read ({why})", why=cause(error)))
        raise ProfileError(str(path), (problem,)) from error
    except UnicodeDecodeError as error:
        problem = ProfileProblem(None, "", Said("is not UTF-8 text: save it as UTF-8"))
        raise ProfileError(str(path), (problem,)) from error
    return Opened(ProfileText.parse(text, str(path)), hashlib.sha256(data).hexdigest())


def write(text: str, path: Path, expected: str | None) -> str:
    """Write a profile's text whole or not at all, and give its stamp.

    Raises ChangedOnDiskError where the file is not the one `expected`, unless that is None, and
    OutputError where it cannot be written; the old file is untouched then.
    """
    _refuse_changed(path, expected)
    data = text.encode("utf-8")
    with replacing(path, binary=True) as stream:
        stream.write(data)
    return hashlib.sha256(data).hexdigest()


def _refuse_changed(path: Path, expected: str | None) -> None:
    if expected is not None and stamp_of(path) != expected:
        raise ChangedOnDiskError(
            Said("{file} was changed by somebody else since it was opened", file=path)
        )


def take_along(profile: Profile, target: Path) -> None:
    """Copy what a profile learned to the folder that it is saved into."""
    if profile.learned is None or profile.path is None:
        return
    source = Path(profile.path).parent / profile.learned.file
    copy = target.parent / profile.learned.file
    if copy.exists() and copy.read_bytes() == source.read_bytes():
        return
    if copy.exists():
        raise OutputError(
            Said("{file} is there already, and another one: choose another folder", file=copy)
        )
    with replacing(copy, binary=True) as stream:
        stream.write(source.read_bytes())


def template(name: str) -> str:
    """Give the text of a new profile, every part of it explained."""
    import json

    text = asset_path("profile", "template.yml").read_text(encoding="utf-8")
    return text.replace("My brand", json.dumps(name, ensure_ascii=False))


def colours(path: Path) -> tuple[Swatched, ...]:
    """Read a file of colours; raises UsageError and ColourFileError."""
    from brandguard.interchange.colourfiles import load_colours

    return load_colours(path, None, shown_in_print)


def shown_in_print(inks: tuple[float, float, float, float]) -> str:
    """Give the colour of inks as a press shows it, by the table that is shipped."""
    from brandguard.readers.inks import hex_of_inks

    return hex_of_inks(inks)


def learned(profile: Profile) -> LearnedFile | None:
    """Read what a profile learned; None where it was written by hand, or that is gone."""
    from brandguard.learning.reference import load_learned

    try:
        return load_learned(profile)
    except ProfileError:
        return None


def measure(paths: Sequence[str]) -> Iterator[object]:
    """Measure approved creatives: Found, Started and Outcome, as the engine gives them."""
    from brandguard.engine import Request, measure_all, wanted_for
    from brandguard.settings import cache_file

    jobs = max(1, (os.cpu_count() or 1) // 2)
    request = Request(paths=tuple(paths), cache=cache_file(), jobs=jobs, ordered=False)
    yield from measure_all(request, wanted_for(None))


def learn(examples: Sequence[Named], false_alarms: float) -> Learning:
    """Learn from what was measured."""
    from brandguard.learning.learn import learn as learn_from

    return learn_from(examples, false_alarms)


@dataclass(frozen=True, slots=True)
class Base:
    """A profile whose rules stay when something is learned, and the file that it came from."""

    text: str
    stamp: str | None
    """What the file must still be; None where whatever it became may be replaced."""


def accept(
    learning: Learning, name: str, false_alarms: float, target: Path, base: Base | None
) -> None:
    """Write what was learned: the .learned file and the profile that names it by its hash, or none.

    Raises ChangedOnDiskError where the profile is not what it was, ProfileError and OutputError.
    """
    from brandguard.interchange.yamlfile import parse
    from brandguard.learning.write import profile_text

    if not target.parent.is_dir():
        raise UsageError(Said("{folder}: there is no such folder", folder=target.parent))
    _refuse_changed(target, base.stamp if base is not None else None)
    document = parse(base.text, str(target)) if base is not None else None
    file = target.with_name(f"{target.name}.learned")
    text, data = profile_text(name, learning, file.name, false_alarms, document)
    replace_all({file: data, target: text.encode("utf-8")})


def accept_anew(learning: Learning, name: str, false_alarms: float, target: Path) -> None:
    """Write what was learned into the profile as it lies on the disk now; raises as `accept`."""
    now = read(target)
    accept(learning, name, false_alarms, target, Base(now.text.text, now.stamp))


class ProfileDoors:
    """All of them, so that a test can put others in their place."""

    def __init__(self) -> None:
        self.read = read
        self.write = write
        self.colours = colours
        self.learned = learned
        self.measure = measure
        self.learn = learn
        self.accept = accept
        self.accept_anew = accept_anew
