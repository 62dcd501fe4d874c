"""What the campaigns' pages show: agreement, matrix, pairs, conflicts with all sides, the message.

Words and figures only, ready to be set; no markup is made here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brandguard.model.creative import CHANNELS
from brandguard.model.facts import FACT_KINDS
from brandguard.model.paths import display_path, display_text
from brandguard.writers.contradictions import (
    by_value,
    far_apart,
    heat,
    parted,
    plain,
    told,
    value_words,
)
from brandguard.writers.html_plan import page_of, shown_rows
from brandguard.writers.html_view import finding, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandguard.messages import Messages
    from brandguard.model.coherence import Agreement, Coherence, PairAgreement, Saying
    from brandguard.model.features import Swatch
    from brandguard.model.report import CampaignReport, Conflict, Side
    from brandguard.writers.html_plan import Plan, Said

MOST_SAYINGS = 6
"""Headlines of one side; the worst creatives have theirs in the matrix's links."""
MOST_PAIRS = 6
MOST_COLOURS = 8
LEAST_SHARE = 0.005
_BREAKS = re.compile(r"(?<=[/.@?&=-])(?=\w)")
"""Where a long address may go on in the next line."""
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")

View = dict[str, Any]


def campaign(one: CampaignReport, number: int, plan: Plan, words: Messages) -> View:
    """Give one campaign with all that its page shows."""
    conflicts, others = _conflicts(one, plan, words)
    view: View = {
        "id": f"k{number}",
        "name": display_text(one.name) or "·",
        "folder": display_path(one.folder),
        "verdict": one.verdict,
        "word": words.name("verdict", one.verdict),
        "score": one.score,
        "total": words.count("creatives", one.creatives),
        "conflicts": conflicts,
        "findings": others,
        "agreement": None,
    }
    if one.coherence is None:
        return view
    return view | _agreement(one, one.coherence, plan.said[number - 1], plan, words)


def _agreement(
    one: CampaignReport, coherence: Coherence, said: tuple[Said, Said], plan: Plan, words: Messages
) -> View:
    sides = _sides(coherence, words)
    rows = list(shown_rows(one))
    return {
        "agreement": coherence.score,
        "sides": sides,
        "dimensions": _dimensions(one, coherence.dimensions, sides, words),
        "columns": [words.name("dimension", d.dimension) for d in coherence.dimensions],
        "matrix": [
            creative_of(row.path, plan)
            | {
                "channel": row.channel and words.name("channel", row.channel),
                "score": row.score,
                "heat": _heat(row.score),
                "cells": _cells(row.dimensions, coherence, words),
                "missing": [words.name("cue", cue) for cue in row.missing],
            }
            for row in coherence.creatives[: len(rows)]
        ],
        "more_rows": max(coherence.creatives_compared, len(coherence.creatives)) - len(rows),
        "lacking": any(row.missing for row in coherence.creatives),
        "pairs": [_pair(pair, plan, words) for pair in far_apart(coherence.pairs, MOST_PAIRS)],
        "pairs_compared": coherence.pairs_compared,
        "facts": _facts(one, said, words),
        "sayings": _sayings(coherence, plan),
        "palettes": [
            (name, strip)
            for name, swatches in zip(sides, coherence.palettes, strict=False)
            if (strip := _strip(swatches))
        ],
    }


def creative_of(path: str, plan: Plan, page: int = 0, pages: bool = True) -> View:
    """Give how a creative is named: where it lies, its part of the report, a picture of a page."""
    folder, name = split(path)
    known = plan.known.get(path)
    several = known is not None and known.pages > 1
    pictures = known.thumbnails if known else {}
    picture = pictures.get(page) or (next(iter(pictures.values()), None) if page == 0 else None)
    anchor = None
    if known is not None:
        anchor = f"#{'c' if plan.is_shown(path) else 'r'}{known.number}"
    return {
        "folder": "" if (last := folder.rstrip("/").rpartition("/")[2]) in CHANNELS else last,
        "name": name,
        "anchor": anchor,
        "page": page if several and pages and page else None,
        "picture": picture,
    }


def _sides(coherence: Coherence, words: Messages) -> tuple[str, ...]:
    """Name the two sides, or the one where a campaign has one only."""
    named = [
        words.name("channel", side) if side in CHANNELS else display_path(side)
        for side in coherence.sides
    ]
    return tuple(dict.fromkeys(named))


def _dimensions(
    campaign: CampaignReport, dimensions: Sequence[Agreement], sides: Sequence[str], words: Messages
) -> list[View]:
    about = {f.fingerprint: f.facts.get("kind") for f in campaign.findings}
    total = sum(d.weight for d in dimensions if d.score is not None)
    return [
        {
            "name": words.name("dimension", d.dimension),
            "score": d.score,
            "heat": _heat(d.score),
            "weight": d.weight / total if total and d.score is not None else None,
            "reason": words.note(d.reason) if d.reason else None,
            "parts": _parts(d, sides, words),
            "deductions": [
                (
                    taken.rule,
                    _taken_for(taken.rule, about.get(taken.fingerprint), words),
                    taken.points,
                )
                for taken in d.deductions
            ],
        }
        for d in dimensions
    ]


def _taken_for(rule: str, kind: object, words: Messages) -> str:
    """Name what costs points: the fact that is contradicted, else the rule."""
    return words.name("fact", kind) if isinstance(kind, str) else words.title(rule)


def _parts(one: Agreement, sides: Sequence[str], words: Messages) -> list[str]:
    """Say the figures that an agreement comes from in words; what changes nothing is left out."""
    known, said = dict(one.parts), []
    if one.dimension == "logo" and known.get("shown_one") == known.get("shown_other") == 1.0:
        said.append(words.text("agreed.logo_shown_both"))
        known = {"moved": known.get("moved", 0.0)}
    for name, value in known.items():
        key = f"{one.dimension}_{name}"
        if name == "moved" and round(value, 2) == 0:
            continue
        if key not in words.tables["agreed"]:
            said.append(f"{words.name('part', name)} {words.number(value, 2)}")
            continue
        side = sides[-1] if name.endswith("_other") else sides[0]
        said.append(words.text(f"agreed.{key}", value=value, side=side))
    return said


def _cells(dimensions: Sequence[Agreement], coherence: Coherence, words: Messages) -> list[View]:
    """Give a row's cells in the order of the columns."""
    mine = {d.dimension: d for d in dimensions}
    cells = []
    for column in coherence.dimensions:
        one = mine.get(column.dimension)
        score = one.score if one else None
        reason = words.note(one.reason) if one and one.reason else None
        cells.append({"score": score, "heat": _heat(score), "reason": reason})
    return cells


def _heat(score: float | None) -> str:
    step = heat(score)
    return "none" if step is None else f"h{step}"


def _pair(pair: PairAgreement, plan: Plan, words: Messages) -> View:
    both = [
        creative_of(path, plan) | {"channel": channel and words.name("channel", channel)}
        for path, channel in zip((pair.one, pair.other), pair.channels, strict=True)
    ]
    compared = [d for d in pair.dimensions if d.score is not None]
    worst_first = sorted(compared, key=lambda d: d.score or 0.0)
    return {
        "score": pair.score,
        "creatives": both,
        "dimensions": [
            (words.name("dimension", d.dimension), d.score, _heat(d.score)) for d in worst_first
        ],
    }


def _conflicts(one: CampaignReport, plan: Plan, words: Messages) -> tuple[list[View], list[View]]:
    """Give the conflicts, each with its finding where there is one, and the other findings."""
    conflicts, others = [], []
    for number, (found, conflict) in enumerate(told(one), start=1):
        sides = _sides_of(conflict, plan, words) if conflict else {}
        if found is None:
            assert conflict is not None  # one of the two is there
            title = {"title": words.title(conflict.rule), "rule": conflict.rule, "number": None}
            conflicts.append(title | sides)
        elif conflict is not None:
            conflicts.append(finding(number, found, words, pages=1) | sides)
        else:
            paths = (found.facts.get("path"), found.facts.get("other_path"))
            named = [creative_of(str(p), plan) for p in paths if p and str(p) in plan.known]
            others.append(finding(number, found, words, pages=1) | {"creatives": named})
    return conflicts, others


def _sides_of(conflict: Conflict, plan: Plan, words: Messages) -> View:
    """Group the sides by what they say, in the order in which it is first said."""
    return {
        "fact": conflict.fact and words.name("fact", conflict.fact),
        "groups": [
            {
                "pieces": _pieces(value_words(conflict, group[0], words)),
                "count": words.count("creatives", len({side.path for side in group})),
                "sides": [_side(side, plan, words) for side in group],
            }
            for group in by_value(conflict)
        ],
    }


def _pieces(value: str) -> list[str]:
    """Cut an address where it may be broken; other words stay whole."""
    return _BREAKS.split(value) if "." in value and " " not in value else [value]


def _side(side: Side, plan: Plan, words: Messages) -> View:
    shown = creative_of(side.path, plan, page_of(side))
    picture, box = shown["picture"], None
    if picture is not None and side.place.box is not None:
        left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in side.place.box)
        wide, high = picture.width, picture.height
        box = (
            left * wide - 2,
            top * high - 2,
            (right - left) * wide + 4,
            (bottom - top) * high + 4,
        )
    return shown | {
        "box": box,
        "channel": side.channel and words.name("channel", side.channel),
        "raw": display_text(side.raw or side.value),
        "sentence": parted(side),
    }


def _facts(one: CampaignReport, said: tuple[Said, Said], words: Messages) -> list[View]:
    """Give what each side states, by kind; a kind that contradicts is marked."""
    at_odds = {conflict.fact for conflict in one.conflicts}
    return [
        {
            "name": words.name("fact", kind),
            "at_odds": kind in at_odds,
            "sides": [
                [(plain(raw), times) for raw, times in side.get(kind, {}).values()] for side in said
            ],
        }
        for kind in FACT_KINDS
        if any(kind in side for side in said)
    ]


def _sayings(coherence: Coherence, plan: Plan) -> list[list[View]]:
    """Give headlines and calls by side: as many lists as there are sides."""
    sides: list[list[View]] = [[] for _ in dict.fromkeys(coherence.sides)]
    for saying in coherence.sayings:
        side = sides[_side_number(saying, coherence, len(sides))]
        if len(side) < MOST_SAYINGS and (saying.headline.strip() or saying.calls):
            side.append(
                creative_of(saying.path, plan)
                | {
                    "headline": plain(saying.headline.strip()),
                    "calls": [plain(call) for call in saying.calls],
                }
            )
    return sides if any(sides) else []


def _side_number(saying: Saying, coherence: Coherence, sides: int) -> int:
    if sides == 1:
        return 0
    second = coherence.sides[1].replace("\\", "/").rstrip("/")
    path = saying.path.replace("\\", "/")
    return int(second in {saying.channel, path} or path.startswith(second + "/"))


def _strip(swatches: Iterable[Swatch]) -> list[View]:
    """Lay a side's colours one beside another by their share, in a strip of 100."""
    shown = [s for s in swatches if s.share >= LEAST_SHARE and _HEX.fullmatch(s.hex)]
    shown = shown[:MOST_COLOURS]
    total = sum(s.share for s in shown) or 1.0
    strip, left = [], 0.0
    for one in shown:
        width = one.share / total * 100
        strip.append({"hex": one.hex, "x": left, "width": width, "share": one.share})
        left += width
    return strip
