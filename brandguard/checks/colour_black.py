"""COL009: how black is built for print. Only the file's own inks are judged, never pixels."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.model.report import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import VectorFill
    from brandguard.model.profile import BlackRule, Inks, Profile
    from brandguard.model.report import Subject

SMALL_PT = 14.0
"""Points under which text in four inks shows coloured edges when the plates shift by a tenth of a
millimetre; printers ask for pure black from 12 to 18 pt downward. Judgement."""
BLACK = 0.6
"""Black ink from which a build with other inks is a black, and no brown or grey."""
FULL_BLACK = 0.9
"""Black ink from which a large area is meant to be black."""
LARGE = 0.02
"""Part of the page from which an area is large: there pure black prints as dark grey."""
TRACE = 0.02
"""Ink that nobody sees: rounding of conversions."""
OFF = 0.05
"""Difference in one ink up to which a build is the wanted one."""

Where = tuple["VectorFill", int]


def black(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """COL009: small text in rich black, large areas in pure black, too much ink. Print alone."""
    if subject.channel != "offline":
        return
    by_kind: dict[tuple[str, str], list[Where]] = defaultdict(list)
    for page in subject.features.pages:
        for fill in page.fills:
            for kind in _wrongs(fill, profile.black):
                by_kind[kind, _percent(fill.cmyk)].append((fill, page.number))
    for (kind, build), fills in sorted(by_kind.items()):
        yield _finding(kind, build, fills, profile)


def _wrongs(fill: VectorFill, rule: BlackRule | None) -> Iterator[str]:
    """Name what is wrong with a build: text, area, ink."""
    if fill.cmyk is None or fill.spot is not None:
        return
    *colours, key = fill.cmyk
    small = fill.kind == "text" and fill.size_pt is not None and fill.size_pt < SMALL_PT
    wanted = rule.text if rule else None
    if small and key >= BLACK and sum(colours) > TRACE and not _is(fill.cmyk, wanted):
        yield "text"
    rich = rule.rich if rule else None
    large = fill.kind == "fill" and (fill.area or 0.0) >= LARGE
    if rich and large and key >= FULL_BLACK and not _is(fill.cmyk, rich):
        yield "area"
    if rule and rule.max_ink and 100 * sum(fill.cmyk) > rule.max_ink + 100 * TRACE:
        yield "ink"


def _is(build: Inks, wanted: Inks | None) -> bool:
    return wanted is not None and all(abs(a - b) <= OFF for a, b in zip(build, wanted, strict=True))


def _percent(build: Inks | None) -> str:
    """Write a build as printers do: C60 M40 Y40 K100."""
    return " ".join(f"{n}{100 * v:.0f}" for n, v in zip("CMYK", build or (), strict=False))


def _finding(kind: str, build: str, fills: list[Where], profile: Profile) -> Finding:
    rule = profile.black
    wanted = {
        "text": _percent((rule and rule.text) or (0.0, 0.0, 0.0, 1.0)),
        "area": _percent(rule.rich if rule else None),
        "ink": None,
    }[kind]
    largest, *others = sorted(fills, key=lambda where: (-(where[0].area or 0.0), where[1]))
    sizes = [fill.size_pt for fill, _ in fills if fill.size_pt is not None]
    inks = sum(largest[0].cmyk or ())
    return Finding(
        "COL009",
        "warn",
        facts={
            "kind": kind,
            "build": build,
            "text_build": build if kind == "text" else None,
            "area_build": build if kind == "area" else None,
            "ink_build": build if kind == "ink" else None,
            "wanted": wanted,
            "size_pt": min(sizes, default=None) if kind == "text" else None,
            "ink": 100 * inks if kind == "ink" else None,
            "limit": rule.max_ink if rule and kind == "ink" else None,
        },
        key=f"{kind} {build}",
        place=_place(largest),
        more_places=tuple(_place(where) for where in others),
        limit_from="profile: defaults.brandguard.colour.black" if rule else "built in",
        suggestion=wanted is not None,
        extent=min(1.0, sum(fill.area or 0.0 for fill, _ in fills)),
    )


def _place(where: Where) -> Place:
    fill, page = where
    return Place(page=page, box=fill.box, source="vector")


RULES = (
    Rule("COL009", "colour", "warn", black, frozenset({"picture"}), lambda p: p.black is not None),
)
