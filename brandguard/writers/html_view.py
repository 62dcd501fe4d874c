"""What the HTML template is given: words and figures, ready to be set. No markup is made here."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from brandguard.model.paths import display_path, display_text
from brandguard.writers.approved import small
from brandguard.writers.marks import Mark, stretches
from brandguard.writers.overlay import overlay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.messages import Messages
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import CreativeReport, DimensionScore, Finding, PaletteRow, Report

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
MOST_PAGES = 8
MOST_SMALL_PAGES = 12
MOST_COLOURS = 8
LEAST_SHARE = 0.005
MOST_PARTS = 4

View = dict[str, Any]


def head(report: Report, words: Messages) -> View:
    """Give what stands above the creatives and in the footer."""
    counts, profile = report.summary, report.profile
    name = display_text(profile.name) if profile else words.text("report.no_profile")
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
        "brand": [
            (display_text(n), code) for n, code in report.brand_palette if _HEX.fullmatch(code)
        ],
        "profile": profile,
        "profile_path": display_path(profile.path) if profile and profile.path else None,
        "version": report.version,
        "stamp": report.stamp,
        "campaigns": [
            _campaign(c, words) for c in report.campaigns if c.score is not None or c.findings
        ],
    }


def row(creative: CreativeReport, number: int, words: Messages, *, detailed: bool) -> View:
    """Give one line of the list of creatives."""
    kind = "unreadable" if creative.error else creative.verdict
    open_ = [f.severity for f in creative.findings if f.waived is None]
    counts = {s: open_.count(s) for s in ("fail", "warn", "note")}
    folder, name = _split(creative.path)
    return {
        "id": f"c{number}",
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
    most_findings: int,
    approved: Mapping[str, str] = MappingProxyType({}),
) -> View:
    """Give one creative in full, with at most so many findings.

    `approved` holds the approved creatives' thumbnails, by path: the nearest is shown.
    """
    findings = list(enumerate(creative.findings[:most_findings], start=1))
    pages, others = _pages_worth_showing(creative.page_views, [f for _, f in findings])
    shown = len(pages) + len(others)
    return row(creative, number, words, detailed=True) | {
        "path": display_path(creative.path),
        "error": words.note(creative.error) if creative.error else None,
        "where": _where(creative, words, _channel(creative, words)),
        "close": any(d.distance is not None for d in creative.dimensions),
        "pages": [_page(page, findings) for page in pages],
        "other_pages": [_page(page, ()) for page in others],
        "pages_cut": shown < creative.pages and creative.pages > 1,
        "page_count": creative.pages,
        "palettes": _palettes(creative.palette, [page.number for page in pages]),
        "findings": [
            _finding(n, f, words, creative.pages) | {"approved": _nearest(f, approved)}
            for n, f in findings
        ],
        "score_lines": [
            _score_line(d, creative, words) for d in creative.dimensions if d.score is not None
        ],
        "mean": _mean(creative.dimensions),
        "cap": creative.cap,
        "coverage": _coverage(creative, words),
    }


def _campaign(campaign: Any, words: Messages) -> View:  # noqa: ANN401  a CampaignReport
    return {
        "name": display_text(campaign.name) or "·",
        "verdict": campaign.verdict,
        "word": words.name("verdict", campaign.verdict),
        "score": campaign.score,
        "total": words.count("creatives", campaign.creatives),
        "findings": [_finding(n, f, words) for n, f in enumerate(campaign.findings, start=1)],
    }


def _split(path: str) -> tuple[str, str]:
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


def _finding(number: int, found: Finding, words: Messages, pages: int = 0) -> View:
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
            "reason": display_text(waived.reason),
            "by": waived.by and display_text(waived.by),
            "until": waived.until and display_text(waived.until),
        },
    }


def _nearest(found: Finding, approved: Mapping[str, str]) -> View | None:
    """Give the approved creative that a finding names as the nearest, if it has a thumbnail."""
    path = found.facts.get("nearest")
    picture = small(approved[path]) if isinstance(path, str) and path in approved else None
    return {"picture": picture, "name": _split(str(path))[1]} if picture else None


def _hex(value: object) -> str | None:
    return value if isinstance(value, str) and _HEX.fullmatch(value) else None


def _pages_worth_showing(
    pages: Sequence[PageFeatures], findings: Sequence[Finding]
) -> tuple[list[PageFeatures], list[PageFeatures]]:
    """Give the pages shown large (the first and those with findings) and those shown small."""
    hit = {place.page for f in findings for place in (f.place, *f.more_places)}
    large = [p for i, p in enumerate(pages) if i == 0 or p.number in hit][:MOST_PAGES]
    numbers = {p.number for p in large}
    small = [p for p in pages if p.number not in numbers and p.thumbnail]
    return large, small[:MOST_SMALL_PAGES]


def _page(page: PageFeatures, findings: Sequence[tuple[int, Finding]]) -> View:
    marks = [
        Mark(place.span, number, found.severity)
        for number, found in findings
        for place in (found.place, *found.more_places)
        if place.span is not None and place.page in (page.number, None)
    ]
    pieces, cut = stretches(page.text, marks)
    picture = page.thumbnail if page.thumbnail and _BASE64.fullmatch(page.thumbnail) else None
    return {
        "number": page.number,
        "picture": picture,
        "overlay": overlay(page, findings),
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


def _score_line(score: DimensionScore, creative: CreativeReport, words: Messages) -> View:
    total = sum(d.weight for d in creative.dimensions if d.score is not None) or 1.0
    points: dict[str, float] = {}
    for one in score.deductions:
        points[one.rule] = points.get(one.rule, 0.0) + one.points
    start = (score.score or 0.0) + sum(points.values())
    mine = [d for d in creative.distances if d.dimension == score.dimension]
    parts = [part for d in mine for part in d.parts if part[1] > 0][:MOST_PARTS]
    nearest = next((d.nearest for d in mine if d.nearest), None)
    return {
        "name": words.name("dimension", score.dimension),
        "verdict": score.verdict,
        "score": score.score,
        "weight": score.weight / total,
        "start": start,
        "distance": score.distance,
        "parts": [(words.name("part", name), value) for name, value in parts],
        "nearest": display_path(nearest) if nearest else None,
        "deductions": list(points.items()),
    }


def _mean(dimensions: Sequence[DimensionScore]) -> float | None:
    scored = [(d.weight, d.score) for d in dimensions if d.score is not None and d.weight > 0]
    return sum(w * s for w, s in scored) / sum(w for w, _ in scored) if scored else None


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
