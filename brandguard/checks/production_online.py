"""PRO010–PRO012: files for screens: their size in pixels, their weight, their colours."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from brandguard.checks.production_seen import RASTER, online
from brandguard.checks.rule import Rule
from brandguard.model.report import Finding
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.production import Size
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

DENSE = (1, 2, 3)
"""How many pixels a dense screen has for one of a format."""
SAME_RATIO = 0.02
"""Difference up to which proportions are the same: 1080 × 566 is meant as 1.91 : 1."""
KILO = 1000
"""Bytes of a kilobyte, as the networks count."""
NAMED = 6
"""Formats that a finding names at most, the nearest first."""
ON_SCREENS = frozenset({None, "sRGB", "Grey"})


@cache
def usual_formats() -> dict[str, dict[str, Any]]:
    """Give the usual formats by medium, with their sources (assets/formats/online.toml)."""
    return tomllib.loads(asset_path("formats", "online.toml").read_text(encoding="utf-8"))


def unusual_size(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO010: a picture in none of the medium's formats: it is cropped, scaled or refused."""
    size = _pixels(subject)
    if size is None:
        return
    rules = online(profile)
    wanted = rules.sizes.get(subject.medium) if rules else None
    if wanted:
        fits, formats = _is_one_of(size, wanted), _nearest(size, wanted)
    else:
        fits, formats = _is_usual(size, subject.medium)
    if fits:
        return
    yield Finding(
        "PRO010",
        "warn" if wanted else "note",
        facts={"width": size[0], "height": size[1], "medium": subject.medium, "formats": formats},
        key=f"{size[0]}x{size[1]}",
        limit_from=f"profile: defaults.brandguard.production.online.sizes.{subject.medium}"
        if wanted
        else "built in",
        suggestion=True,
    )


def _pixels(subject: Subject) -> Size | None:
    features = subject.features
    if subject.channel != "online" or features.format not in RASTER or not features.pages:
        return None
    page = features.pages[0]
    return (page.width_px, page.height_px) if page.width_px and page.height_px else None


def _is_one_of(size: Size, formats: tuple[Size, ...]) -> bool:
    return any(size == (w * n, h * n) for w, h in formats for n in DENSE)


def _nearest(size: Size, formats: tuple[Size, ...]) -> str:
    ratio = size[0] / size[1]
    order = sorted(formats, key=lambda f: (abs(f[0] / f[1] / ratio - 1), f))
    return ", ".join(f"{w} × {h}" for w, h in order[:NAMED])


def _is_usual(size: Size, medium: str) -> tuple[bool, str]:
    """Tell whether a size is usual for a medium, and which would be; yes where none is known."""
    known = usual_formats().get(medium)
    if known is None:
        return True, ""
    if "sizes" in known:
        sizes = tuple((width, height) for width, height, _ in known["sizes"])
        return _is_one_of(size, sizes), _nearest(size, sizes)
    own = size[0] / size[1]
    near = sorted(known["ratios"], key=lambda r: abs(r[0] / r[1] / own - 1))
    fits = abs(near[0][0] / near[0][1] / own - 1) <= SAME_RATIO and max(size) >= known["least_px"]
    return fits, ", ".join(f"{w:g} : {h:g}" for w, h in near[:3])


def too_heavy(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO011: a file larger than the medium takes, or than the profile allows."""
    if subject.channel != "online":
        return
    rules = online(profile)
    limits = rules.max_kb if rules else {}
    asked = limits.get(subject.medium, limits.get(""))
    limit = asked if asked is not None else _usual_weight(subject)
    weight = subject.features.bytes / KILO
    if limit is None or weight <= limit:
        return
    key = subject.medium if subject.medium in limits else ""
    where = f"profile: defaults.brandguard.production.online.max_kb{'.' if key else ''}{key}"
    yield Finding(
        "PRO011",
        "warn",
        facts={"weight": weight, "limit": limit, "medium": subject.medium},
        limit_from=where if asked is not None else "built in",
        suggestion=True,
        extent=min(1.0, weight / limit - 1),
    )


def _usual_weight(subject: Subject) -> float | None:
    """Give the most kilobytes that networks take for a picture of this size."""
    known = usual_formats().get(subject.medium, {})
    size = _pixels(subject)
    if "most_kb" not in known or size is None:
        return None
    own = {(w, h): kilobytes for w, h, kilobytes in known["sizes"]}
    most: float = own.get(size) or known["most_kb"]
    return most


def other_colours(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """PRO012: a picture for screens in CMYK, or in a wider space than every screen shows."""
    features = subject.features
    if subject.channel != "online" or features.format not in RASTER:
        return
    if features.colour_space in ON_SCREENS:
        return
    rules = online(profile)
    key = "profile: defaults.brandguard.production.online.colour"
    yield Finding(
        "PRO012",
        "warn",
        facts={"found": features.colour_space},
        limit_from=key if rules and rules.srgb else "built in",
        suggestion=True,
    )


def _sizes(profile: Profile) -> bool:
    rules = online(profile)
    return bool(rules and rules.sizes)


def _weights(profile: Profile) -> bool:
    rules = online(profile)
    return bool(rules and rules.max_kb)


def _srgb(profile: Profile) -> bool:
    rules = online(profile)
    return bool(rules and rules.srgb)


_PICTURE = frozenset({"picture"})
RULES = (
    Rule("PRO010", "production", "warn", unusual_size, _PICTURE, _sizes),
    Rule("PRO011", "production", "warn", too_heavy, _PICTURE, _weights),
    Rule("PRO012", "production", "warn", other_colours, _PICTURE, _srgb),
)
