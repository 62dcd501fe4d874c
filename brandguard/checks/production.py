"""PRO001–PRO008: files for print, by what they say of themselves. Nothing is guessed from pixels.

Rules that the profile does not ask for give notes: a printer may see to it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from brandguard.checks.production_inks import RULES as INKS
from brandguard.checks.production_online import RULES as ONLINE
from brandguard.checks.production_seen import RASTER, area, offline, places, printed_pages
from brandguard.checks.rule import Rule
from brandguard.model.creative import PlacedPicture
from brandguard.model.report import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brandguard.checks.production_seen import Boxed
    from brandguard.model.creative import VectorFill
    from brandguard.model.features import PageFeatures
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

USUAL_DPI = 200.0
"""Pixels an inch under which a photograph visibly loses in offset. Twice the lines of the screen is
the norm (300 for 150 lines an inch), 1.5 times is usually enough; less than 200 shows."""
FROM_AFAR = frozenset({"billboard", "stand", "poster", "tv", "radio"})
"""Media that are looked at from so far that fewer pixels do."""
LEAST_AREA = 0.002
"""Part of the page from which a picture is one: smaller are icons and rules."""
WHOLE: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
AT_THE_EDGE = 0.005
"""Part of the page's side within which something reaches its edge."""
BLEED_SLACK_MM = 0.1
USUAL_BLEED_MM = 3.0
"""What printers ask for where the profile does not say (ISO 15930 jobs, 3 mm by custom)."""
_PROFILE = "profile: defaults.brandguard.production.offline."


def coarse_picture(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO001: pictures with too few pixels for the size they are printed in."""
    rules = offline(profile)
    asked = rules.min_dpi if rules else None
    if subject.channel != "offline" or (asked is None and subject.medium in FROM_AFAR):
        return
    limit = asked or USUAL_DPI
    coarse = [
        (number, picture)
        for number, picture in _pictures(subject)
        if picture.dpi < limit - 0.5 and area(picture.box) >= LEAST_AREA
    ]
    if not coarse:
        return
    coarse.sort(key=lambda found: (found[1].dpi, found[0], found[1].box))
    place, more = places(coarse)
    share = sum(area(p.box) for _, p in coarse) / max(1, len(subject.features.pages))
    yield Finding(
        "PRO001",
        "warn",
        facts={
            "dpi": coarse[0][1].dpi,
            "limit": limit,
            "count": len(coarse) if len(coarse) > 1 else None,
            "share": share,
        },
        place=place,
        more_places=more,
        limit_from=f"{_PROFILE}min_dpi" if asked else "built in",
        suggestion=True,
        extent=min(1.0, share),
    )


def _pictures(subject: Subject) -> Iterator[tuple[int, PlacedPicture]]:
    """Walk the pictures of all pages; a raster file of known size is one itself."""
    for page, made in printed_pages(subject):
        for picture in made.pictures:
            if picture.space != "mask":
                yield page.number, picture
    for page in subject.features.pages if subject.features.format in RASTER else ():
        if page.width_mm:
            dpi = round(page.width_px / page.width_mm * 25.4, 1)
            yield page.number, PlacedPicture(WHOLE, page.width_px, page.height_px, dpi, "other")


def rgb_in_print(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO002: RGB in a file for print, drawn or in pictures."""
    rules = offline(profile)
    origin = f"{_PROFILE}colour" if rules and rules.cmyk else "built in"
    if subject.channel == "offline" and subject.features.format in RASTER:
        space = subject.features.colour_space
        if space not in {None, "CMYK", "Grey", "Lab"}:
            facts = {"drawn": None, "pictures": None, "whole": space, "share": 1.0}
            yield Finding("PRO002", "warn", dict(facts), limit_from=origin, suggestion=True)
        return
    drawn: list[tuple[int, VectorFill]] = []
    pictures: list[tuple[int, PlacedPicture]] = []
    for page, made in printed_pages(subject):
        drawn += [(page.number, fill) for fill in made.rgb]
        pictures += [(page.number, p) for p in made.pictures if p.space == "rgb"]
    found: list[tuple[int, Boxed]] = [*pictures, *drawn]
    if not found:
        return
    place, more = places(found)
    builds = {(number, f.hex, f.kind): f.area or 0.0 for number, f in drawn}
    share = sum(builds.values()) + sum(area(p.box) for _, p in pictures)
    share = min(1.0, share / max(1, len(subject.features.pages)))
    yield Finding(
        "PRO002",
        "warn",
        facts={
            "drawn": len({f.hex for _, f in drawn}) or None,
            "pictures": len(pictures) or None,
            "whole": None,
            "share": share,
        },
        place=place,
        more_places=more,
        limit_from=origin,
        suggestion=True,
        extent=share,
    )


def fonts_left_out(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO005: fonts that are named and not in the file: another machine puts in others."""
    letters: dict[str, int] = defaultdict(int)
    pages = [page for page, _ in printed_pages(subject)]
    for page in pages:
        for face in page.typefaces or ():
            if face.embedded is False:
                letters[face.family] += face.letters
    if not letters:
        return
    total = sum(face.letters for page in pages for face in page.typefaces or ())
    rules = offline(profile)
    yield Finding(
        "PRO005",
        "warn",
        facts={"families": ", ".join(sorted(letters, key=lambda f: (-letters[f], f)))},
        limit_from=f"{_PROFILE}fonts_embedded" if rules and rules.fonts_embedded else "built in",
        suggestion=True,
        extent=sum(letters.values()) / total,
    )


def no_bleed(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO006: less bleed than is wanted; without a wish, none at all where the print runs off."""
    rules = offline(profile)
    limit = rules.bleed_mm if rules else None
    if subject.features.format != "pdf":
        return
    short: list[tuple[PageFeatures, float | None]] = []
    for page, made in printed_pages(subject):
        least = min(made.bleed_mm) if made.bleed_mm else None
        wanted = limit if limit is not None else BLEED_SLACK_MM * 2
        enough = least is not None and least >= wanted - BLEED_SLACK_MM
        if not enough and (limit is not None or _runs_off(page)):
            short.append((page, least))
    if not short or limit == 0:
        return
    known = [least for _, least in short if least is not None]
    yield Finding(
        "PRO006",
        "warn",
        facts={
            "bleed": min(known) if known else None,
            "unsaid": len(short) - len(known) or None,
            "limit": limit,
            "advised": limit or USUAL_BLEED_MM,
        },
        place=Place(short[0][0].number),
        more_places=tuple(Place(page.number) for page, _ in short[1:]),
        limit_from=f"{_PROFILE}bleed_mm" if limit is not None else "built in",
        suggestion=True,
        extent=len(short) / len(subject.features.pages),
    )


def _runs_off(page: PageFeatures) -> bool:
    """Tell whether a coloured shape or a picture reaches the edge of a page."""
    shapes = [fill.box for fill in page.fills if fill.kind == "fill" and fill.hex != "#FFFFFF"]
    pictures = [picture.box for picture in (page.production.pictures if page.production else ())]
    return any(
        min(box[0], box[1]) <= AT_THE_EDGE or max(box[2], box[3]) >= 1 - AT_THE_EDGE
        for box in shapes + pictures
    )


def vanishing_white(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO008: white letters or shapes set to overprint: seen on the screen, gone in print."""
    del profile
    lost: list[tuple[int, VectorFill]] = [
        (page.number, fill) for page, made in printed_pages(subject) for fill in made.lost
    ]
    if not lost:
        return
    lost.sort(key=lambda found: (found[1].kind != "text", found[0], found[1].box))
    place, more = places(lost)
    yield Finding(
        "PRO008",
        "warn",
        facts={"count": len(lost), "kind": lost[0][1].kind},
        place=place,
        more_places=more,
        limit_from="built in",
        suggestion=True,
        extent=0.5,
    )


_PICTURE = frozenset({"picture"})


def _asks(name: str) -> Callable[[Profile], bool]:
    """Give the question whether the profile sets a key of production.offline."""

    def asked(profile: Profile) -> bool:
        rules = offline(profile)
        value = getattr(rules, name) if rules else None
        return value is not None and value is not False

    return asked


RULES = (
    Rule("PRO001", "production", "warn", coarse_picture, _PICTURE, _asks("min_dpi")),
    Rule("PRO002", "production", "warn", rgb_in_print, _PICTURE, _asks("cmyk")),
    *INKS[:2],
    Rule("PRO005", "production", "warn", fonts_left_out, _PICTURE, _asks("fonts_embedded")),
    Rule("PRO006", "production", "warn", no_bleed, _PICTURE, _asks("bleed_mm")),
    *INKS[2:],
    Rule("PRO008", "production", "warn", vanishing_white, _PICTURE, lambda p: bool(offline(p))),
    *ONLINE,
)
