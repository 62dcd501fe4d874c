"""What the HTML template is given: words and figures, ready to be set. No markup is made here."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from brandguard.model.paths import display_path, display_text
from brandguard.writers.approved import shrunk, small
from brandguard.writers.html_score import sums
from brandguard.writers.marks import Mark, stretches
from brandguard.writers.overlay import LONG_SIDE, OVERHANG, overlay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.messages import Messages
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import CreativeReport, Finding, PaletteRow, Report
    from brandguard.writers.html_plan import Plan, Shown, Size

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
MOST_PAGES = 8
MOST_SMALL_PAGES = 12
MOST_COLOURS = 8
LEAST_SHARE = 0.005
SMALL_SIDE = 220

View = dict[str, Any]


def head(report: Report, words: Messages) -> View:
    """Give what stands above the creatives and in the footer."""
    counts, profile = report.summary, report.profile
    name = display_text(profile.name) if profile else _compared(report, words)
    verdict = (
        "fail" if counts.failed or counts.unreadable
        else "warn" if counts.warned
        else "pass" if counts.passed
        else "not_evaluable"
    )  # fmt: skip
    numbers = {
        "fail": counts.failed, "warn": counts.warned, "pass": counts.passed,
        "not_evaluable": counts.not_evaluable, "unreadable": counts.unreadable,
    }  # fmt: skip
    return {
        "title": words.text("report.title", name=name),
        "name": name,
        "verdict": verdict,
        "score": counts.score,
        "total": words.count("creatives", counts.creatives),
        "waived": words.count("waived", counts.waived) if counts.waived else None,
        "counts": [(key, number) for key, number in numbers.items() if number],
        "creatives": counts.creatives,
        "brand": [
            (display_text(n), code) for n, code in report.brand_palette if _HEX.fullmatch(code)
        ],
        "profile": profile,
        "profile_path": display_path(profile.path) if profile and profile.path else None,
        "version": report.version,
        "stamp": report.stamp,
    }


def _compared(report: Report, words: Messages) -> str:
    """Name what a report without a profile is about: the two sides of a comparison."""
    sides = [c.coherence.sides for c in report.campaigns if c.coherence is not None]
    if len(sides) != 1 or sides[0][0] == sides[0][1]:
        return words.text("report.no_profile")
    return " · ".join(display_path(side.rstrip("/\\")) for side in sides[0])


def row(creative: CreativeReport, number: int, words: Messages, *, detailed: bool) -> View:
    """Give one line of the list of creatives."""
    kind = "unreadable" if creative.error else creative.verdict
    open_ = [f.severity for f in creative.findings if f.waived is None]
    counts = {s: open_.count(s) for s in ("fail", "warn", "note")}
    folder, name = split(creative.path)
    return {
        "id": f"c{number}",
        "line": f"r{number}",
        "detailed": detailed,
        "folder": folder,
        "name": name,
        "verdict": kind,
        "word": words.name("verdict", kind),
        "score": creative.score,
        "where": _where(
            creative, words, creative.channel and words.name("channel", creative.channel)
        ),
        "counts": [(s, n) for s, n in counts.items() if n],
    }


def detail(
    creative: CreativeReport,
    number: int,
    words: Messages,
    shown: Shown,
    approved: Mapping[str, str] = MappingProxyType({}),
) -> View:
    """Give one creative in full, as far as there is room for it.

    `approved` holds the approved creatives' thumbnails, by path: the nearest is shown.
    """
    findings = list(enumerate(creative.findings[: shown.findings], start=1))
    many = 1 if shown.pictures == "none" else 2 if shown.pictures == "small" else MOST_PAGES
    pages, others = _pages_worth_showing(creative.page_views, [f for _, f in findings], many)
    others = others if shown.pictures == "large" else []
    seen = len(pages) + len(others)
    return row(creative, number, words, detailed=True) | {
        "path": display_path(creative.path),
        "error": words.note(creative.error) if creative.error else None,
        "folded": creative.verdict == "pass" and not creative.error,
        "where": _where(creative, words, _channel(creative, words)),
        "close": any(d.distance is not None for d in creative.dimensions),
        "seen": shown.pictures != "none" and any(p.thumbnail for p in creative.page_views),
        "pages": [_page(page, findings, shown.pictures) for page in pages],
        "other_pages": [_page(page, (), "small") for page in others],
        "pages_cut": seen < creative.pages and creative.pages > 1,
        "page_count": creative.pages,
        "palettes": _palettes(creative.palette, [page.number for page in pages]),
        "findings": [
            finding(n, f, words, creative.pages) | {"approved": _nearest(f, approved)}
            for n, f in findings
        ],
        "sums": sums(creative, words),
        "coverage": _coverage(creative, words),
    }


def entry(found: Finding, path: str, words: Messages) -> View:
    """Give one accepted finding, or one waiver that wants to be looked after, with its creative."""
    return finding(0, found, words) | {"name": split(path)[1]}


def measured(plan: Plan, words: Messages) -> list[View]:
    """Give each dimension, in how many creatives it could be judged, and why not in the others."""
    return [
        {
            "name": words.name("dimension", dimension),
            "creatives": one.creatives,
            "reasons": [(words.note(first), times) for times, first in one.reasons.values()],
        }
        for dimension, one in plan.measured.items()
    ]


def split(path: str) -> tuple[str, str]:
    """Give the folder of a path, with its slash, and the name, both as they may be shown."""
    folder, slash, name = path.replace("\\", "/").rpartition("/")
    return display_path(folder + slash), display_path(name) or display_path(path)


def _channel(creative: CreativeReport, words: Messages) -> str | None:
    """Name the channel and how it is known: «offline (from the folder’s name)»."""
    if not creative.channel:
        return None
    name = words.name("channel", creative.channel)
    if not creative.channel_from:
        return name
    return f"{name} ({words.name('channel_from', creative.channel_from)})"


def _where(creative: CreativeReport, words: Messages, channel: str | None) -> str:
    parts = [channel] if channel else []
    if creative.medium != "other":
        parts.append(words.name("medium", creative.medium))
    if creative.language:
        parts.append(words.name("language_name", creative.language))
    if creative.pages > 1:
        parts.append(words.count("pages", creative.pages))
    return " · ".join(parts)


def finding(number: int, found: Finding, words: Messages, pages: int = 0) -> View:
    """Give one finding with its words; the page is named where there are several."""
    waived = found.waived
    shown = found.facts.get("found") or found.facts.get("hex")
    return {
        "number": number,
        "rule": found.rule,
        "severity": found.severity,
        "severity_word": words.name("severity", found.severity),
        "title": words.title(found.rule),
        "message": words.message(found),
        "suggestion": words.suggestion(found),
        "limit_from": words.limit_from(found),
        "approved": None,
        "page": found.place.page if pages != 1 else None,
        "places": 1 + len(found.more_places),
        "colour": _hex(shown),
        "wanted": _hex(found.facts.get("nearest_hex")),
        "waived": waived
        and {
            "reason": words.name("accepted_for", waived.reason),
            "by": waived.by and display_text(waived.by),
            "on": waived.on and display_text(waived.on),
            "until": waived.until and display_text(waived.until),
        },
    }


def _nearest(found: Finding, approved: Mapping[str, str]) -> View | None:
    """Give the approved creative that a finding names as the nearest, if it has a thumbnail."""
    path = found.facts.get("nearest")
    picture = small(approved[path]) if isinstance(path, str) and path in approved else None
    return {"picture": picture, "name": split(str(path))[1]} if picture else None


def _hex(value: object) -> str | None:
    return value if isinstance(value, str) and _HEX.fullmatch(value) else None


def _pages_worth_showing(
    pages: Sequence[PageFeatures], findings: Sequence[Finding], many: int
) -> tuple[list[PageFeatures], list[PageFeatures]]:
    """Give the pages shown large (the first and those with findings) and those shown small."""
    hit = {place.page for f in findings for place in (f.place, *f.more_places)}
    large = [p for i, p in enumerate(pages) if i == 0 or p.number in hit][:many]
    numbers = {p.number for p in large}
    small = [p for p in pages if p.number not in numbers and p.thumbnail]
    return large, small[:MOST_SMALL_PAGES]


def _page(page: PageFeatures, findings: Sequence[tuple[int, Finding]], size: Size) -> View:
    marks = [
        Mark(place.span, number, found.severity)
        for number, found in findings
        for place in (found.place, *found.more_places)
        if place.span is not None and place.page in (page.number, None)
    ]
    pieces, cut = stretches(page.text, marks)
    picture = page.thumbnail if page.thumbnail and _BASE64.fullmatch(page.thumbnail) else None
    if picture and size == "small":
        made = shrunk(picture, SMALL_SIDE)
        picture = made and made[0]
    return {
        "number": page.number,
        "picture": picture if size != "none" else None,
        "overlay": overlay(page, findings, LONG_SIDE if size == "large" else SMALL_SIDE, OVERHANG),
        "text": pieces if page.text.strip() else [],
        "text_cut": cut,
        "marked": bool(marks),
    }


def _palettes(rows: Sequence[PaletteRow], pages: Sequence[int]) -> list[View]:
    shown = []
    for number in pages[:3]:
        mine = [r for r in rows if r.page == number and r.swatch.share >= LEAST_SHARE]
        if mine:
            shown.append({"page": number, "strip": _strip(mine), "rows": mine[:MOST_COLOURS]})
    return shown


def _strip(rows: Sequence[PaletteRow]) -> list[tuple[str, float, float]]:
    """Lay colours side by side by their share: hex, left edge and width in a strip of 100."""
    total = sum(r.swatch.share for r in rows) or 1.0
    strip, left = [], 0.0
    for one in rows:
        width = one.swatch.share / total * 100
        strip.append((one.swatch.hex, left, width))
        left += width
    return strip


def _coverage(creative: CreativeReport, words: Messages) -> Mapping[str, list[str]]:
    """Group what was not measured or judged by the reason why; each reason is given once."""
    groups: dict[str, list[str]] = {}
    named = {score.dimension for score in creative.dimensions}
    for score in creative.dimensions:
        if score.score is None and score.reason is not None:
            name = words.name("dimension", score.dimension)
            groups.setdefault(words.note(score.reason), []).append(name)
    judged = set(groups)
    for item in creative.coverage:
        if item.measured or item.reason is None or item.what in named:
            continue
        reason, name = words.note(item.reason), words.name("what", item.what)
        if reason not in judged:  # else said already, of the dimension that it is measured for
            groups.setdefault(reason, []).append(name[:1].upper() + name[1:])
    return groups
