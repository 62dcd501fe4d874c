"""What the rules on production share: where a thing is, how much of the creative it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from brandguard.checks.spans import MAX_PLACES
from brandguard.model.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.model.creative import Box, Production, VectorFill
    from brandguard.model.features import PageFeatures
    from brandguard.model.production import OfflineProduction, OnlineProduction
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

RASTER = frozenset({"png", "jpeg", "webp", "gif", "bmp", "tiff", "avif", "heic", "psd"})


class Boxed(Protocol):
    """Anything that lies in a box of a page."""

    @property
    def box(self) -> Box:
        """Where it lies, as fractions of the page."""


def printed_pages(subject: Subject) -> Iterator[tuple[PageFeatures, Production]]:
    """Walk the pages of an offline creative whose making is known."""
    if subject.channel != "offline":
        return
    for page in subject.features.pages:
        if page.production is not None:
            yield page, page.production


def offline(profile: Profile) -> OfflineProduction | None:
    """Give what the profile asks of files for print."""
    return profile.production.offline if profile.production else None


def online(profile: Profile) -> OnlineProduction | None:
    """Give what the profile asks of files for screens."""
    return profile.production.online if profile.production else None


def area(box: Box) -> float:
    """Give the part of the page that a box covers."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def by_area(fills: Sequence[tuple[int, VectorFill]]) -> list[tuple[int, VectorFill]]:
    """Order fills with their pages, the largest first."""
    return sorted(fills, key=lambda found: (-(found[1].area or 0.0), found[0], found[1].box))


def places(found: Sequence[tuple[int, Boxed]]) -> tuple[Place, tuple[Place, ...]]:
    """Give the place of the first thing, and those of the others, each once."""
    unique = dict.fromkeys(Place(page, thing.box, None, "vector") for page, thing in found)
    first, *others = unique
    return first, tuple(others[: MAX_PLACES - 1])
