"""A profile's logo files made ready for a run.

A logo file may be as hostile as a creative: the parent only hashes its bytes, a worker opens it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from pebble import ProcessExpired

from brandguard.measures.logo_template import template_png
from brandguard.model.creative import Note
from brandguard.model.errors import ProfileError, ProfileProblem, UnreadableCreativeError
from brandguard.model.logo import LogoTemplate
from brandguard.model.said import Said
from brandguard.readers import Limits, read
from brandguard.readers.guard import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.model.logo import BrandLogo
    from brandguard.model.profile import Profile
    from brandguard.workers.local import LocalWorkers
    from brandguard.workers.stages import Crew

_Drawn = tuple[bytes, float] | Note
LARGEST_BYTES = 64 * 1024 * 1024
LIMITS = Limits(keep_pixels=4_000_000, jpeg_side=2000, long_side=1200, max_pages=1)


def logo_sources(profile: Profile) -> tuple[LogoTemplate, ...]:
    """Name a profile's logos by their content; raises ProfileError where one cannot be opened."""
    return _all(profile, _named)


def logo_templates(profile: Profile, workers: Crew | LocalWorkers) -> tuple[LogoTemplate, ...]:
    """Draw a profile's logos in a worker; raises ProfileError with every file that cannot be."""

    def drawn(logo: BrandLogo) -> LogoTemplate | Note:
        named = _named(logo)
        picture = named if isinstance(named, Note) else _drawn(logo, workers.call)
        if isinstance(named, Note):
            return named
        if isinstance(picture, Note):
            return picture
        return replace(named, png=picture[0], aspect=picture[1])

    return _all(profile, drawn)


def _all(
    profile: Profile, make: Callable[[BrandLogo], LogoTemplate | Note]
) -> tuple[LogoTemplate, ...]:
    made = [(logo, make(logo)) for logo in profile.logos]
    problems = [_problem(logo, got) for logo, got in made if isinstance(got, Note)]
    if problems:
        raise ProfileError(profile.path or profile.name, tuple(problems))
    return tuple(got for _, got in made if not isinstance(got, Note))


def _named(logo: BrandLogo) -> LogoTemplate | Note:
    try:
        data = read_bytes(logo.path, LARGEST_BYTES)
    except UnreadableCreativeError as error:
        return error.note
    return LogoTemplate(logo.name, hashlib.sha256(data).hexdigest())


def draw_logo(path: str) -> tuple[bytes, float] | Note:
    """Draw one logo file, as PNG and with its aspect; a Note says why it cannot be.

    Runs in a worker.
    """
    try:
        creative = read(read_bytes(path, LARGEST_BYTES), path, LIMITS)
        page = next(iter(creative.pages), None)
        drawn = template_png(page) if page else None
    except UnreadableCreativeError as error:
        return error.note
    except Exception as error:  # noqa: BLE001  as in measure_job: libraries raise everything
        return Note("SYS003", {"cause": f"{type(error).__name__}: {error}"[:300]})
    return drawn if drawn is not None else Note("SYS004", {})


def _drawn(logo: BrandLogo, call: Callable[..., _Drawn]) -> _Drawn:
    try:
        return call(draw_logo, logo.path)
    except TimeoutError:
        return Note("SYS009", {})
    except (ProcessExpired, MemoryError):
        return Note("SYS011", {})


_CAUSES = {
    "SYS001": Said("cannot be opened: check that you may read it"),
    "SYS004": Said("shows no logo: save it as SVG, PNG or PDF with the logo on its first page"),
    "SYS005": Said("is too large or too intricate to be drawn: export it as a smaller PNG"),
    "SYS007": Said("is locked with a password: save it without"),
    "SYS009": Said("takes too long to be drawn: export it as PNG"),
    "SYS011": Said("brings the program that draws it down: export it as PNG"),
}
_DAMAGED = Said("is damaged or no picture: save it again as SVG, PNG or PDF")


def _problem(logo: BrandLogo, note: Note) -> ProfileProblem:
    return ProfileProblem(
        logo.line,
        logo.key,
        Said("{file} {what}", file=logo.path, what=_CAUSES.get(note.code, _DAMAGED)),
    )
