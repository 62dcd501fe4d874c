"""What is asked of the history: one campaign, one supplier folder, one rule; and as plain rows."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from brandguard.history.tables import COUNTS, RULE_COUNTS
from brandguard.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.history.counting import Kind
    from brandguard.history.trends import Line, PartPoint

SCHEMA = "brandguard.history/1"
CLOSE = 0.5
"""How alike a name must be to be suggested (difflib): «sprin» is «spring-right»."""
CSV_COLUMNS = (
    "started", "brand", "scope", "kind", "name", "place", "rule", "score", "coherence",
    *COUNTS, *(name for name in RULE_COUNTS if name not in COUNTS),
)  # fmt: skip
"""A row without a rule counts creatives by verdict; one with a rule counts its findings."""


def chosen(
    lines: Sequence[Line], campaign: str | None, folder: str | None, rule: str | None
) -> list[Line]:
    """Give the lines of a campaign and a folder, or all; those of a rule where it found something.

    Raises UsageError for a campaign or folder that no run knows, with the nearest name.
    """
    wanted: tuple[tuple[Kind, str | None], ...] = (("campaign", campaign), ("folder", folder))
    out: list[Line] = []
    for kind, name in wanted:
        if name is not None and lines:
            out += _named(lines, kind, name)
    if campaign is None and folder is None:
        out = list(lines)
    if rule is not None:
        out = [line for line in out if any(rule in point.rules for point in line.points)]
    return out


def _named(lines: Sequence[Line], kind: Kind, name: str) -> list[Line]:
    known = {line.name for line in lines if line.kind == kind and line.name is not None}
    found = [
        line
        for line in lines
        if line.kind == kind and line.name is not None and line.name.casefold() == name.casefold()
    ]
    if not found:
        close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=CLOSE)
        some = ", ".join(sorted(known)[:5]) or "none"
        hint = f"; did you mean {close[0]}?" if close else f"; there are: {some}"
        what = "campaign" if kind == "campaign" else "supplier folder"
        raise UsageError(f"--{kind} {name}: no kept run knows this {what}{hint}")
    return found


def as_json(lines: Sequence[Line], rule: str | None) -> dict[str, Any]:
    """Give the lines as plain data, schema brandguard.history/1."""
    return {
        "schema": SCHEMA,
        "lines": [
            {
                "brand": line.points[-1].run.brand,
                "scope": line.scope,
                "kind": line.kind,
                "name": line.name,
                "place": line.place,
                "points": [_point(point, rule) for point in line.points],
            }
            for line in lines
        ],
    }


def _point(point: PartPoint, rule: str | None) -> dict[str, Any]:
    return {
        "started": point.run.started,
        "profile_sha256": point.run.profile_sha256,
        "score": point.score,
        "coherence": point.coherence,
        **point.counts,
        "dimensions": {
            name: {"score": score, "coherence": coherence}
            for name, (score, coherence) in sorted(point.dimensions.items())
        },
        "rules": {
            code: dict(counts)
            for code, counts in sorted(point.rules.items())
            if rule in {None, code}
        },
    }


def as_rows(lines: Sequence[Line], rule: str | None) -> Iterator[tuple[str | float | None, ...]]:
    """Give one row a part and run, and one a rule, in the order of CSV_COLUMNS."""
    for line in lines:
        for point in line.points:
            head = {
                "started": point.run.started, "brand": point.run.brand, "scope": line.scope,
                "kind": line.kind, "name": line.name, "place": line.place,
            }  # fmt: skip
            if rule is None:
                figures = {"score": point.score, "coherence": point.coherence, **point.counts}
                yield _row({**head, **figures})
            for code, counts in sorted(point.rules.items()):
                if rule in {None, code}:
                    yield _row({**head, "rule": code, **counts})


def _row(values: dict[str, str | float | int | None]) -> tuple[str | float | None, ...]:
    return tuple(values.get(name) for name in CSV_COLUMNS)
