"""The history drawn in the terminal: bars and small lines, always with their figures."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from brandguard.model.paths import display_text
from brandguard.writers.ink import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from brandguard.history.trends import Line, PartPoint
    from brandguard.messages import Messages

VERDICTS = ("pass", "warn", "fail")
BAR_CELLS = 16
SPARKS = "▁▂▃▄▅▆▇█"
LEAST_RANGE = 10.0
"""A line is drawn over this many points of the score at least: noise must not look like a fall."""
MOST_ROWS = 12
"""Campaigns, rules or folders in a section."""
NAME_CELLS = 36
SPARK_CELLS = 16
"""Of more runs the last so many are drawn as a small line."""
SAME = 0.05
"""A change under what is written with one digit."""


def draw(
    found: Sequence[Line], rule: str | None, messages: Messages, *, one: bool, out: Console
) -> None:
    """Draw each group of comparable runs: a table of its whole, then its parts as small lines.

    `one` says that a campaign or folder was asked for: each of its lines is drawn in full.
    """
    view = _View(messages, rule, out)
    for scope in dict.fromkeys((line.points[-1].run.series, line.scope) for line in found):
        mine = [x for x in found if (x.points[-1].run.series, x.scope) == scope]
        whole = [line for line in mine if one or line.kind == "run"]
        for line in whole:
            view.table(line, scope[1])
        for kind in () if one else ("campaign", "folder"):
            view.section(kind, [line for line in mine if line.kind == kind])
        if rule is None and whole:
            view.rules(whole[0])


class _View:
    """One drawing: its words, the rule it is about, and where it goes."""

    def __init__(self, messages: Messages, rule: str | None, out: Console) -> None:
        self._messages, self._rule, self._out = messages, rule, out

    def table(self, line: Line, scope: str) -> None:
        """Draw every run of a line: counts, score and bar."""
        from rich.text import Text

        brand = display_text(line.points[-1].run.brand)
        name = f" · {line.name}" if line.kind != "run" else ""
        title = f" · {self._rule} {self._messages.title(self._rule)}" if self._rule else ""
        where = "" if scope in {"", "."} else f" · {scope}"
        self._out.print(Text(f"{brand}{where}{name}{title}", style="bold"))
        self._out.print(Text(self._span(line), style="dim"))
        self._out.print(self._findings(line) if self._rule else self._creatives(line))
        if self._rule is None:
            words = (f"{SHAPES[v]} {self._messages.name('verdict', v)}" for v in VERDICTS)
            self._out.print(Text("   ".join(words), style="dim"))
        if any(_profile_changes(line.points)):
            self._out.print(Text(self._messages.text("history.changed"), style="dim"))
        self._out.print()

    def section(self, kind: str, lines: Sequence[Line]) -> None:
        """Draw campaigns or supplier folders, one small line each."""
        if not lines:
            return
        rest = self._messages.text("history.rest")
        rows = [(line.name or rest, [self._figure(p) for p in line.points]) for line in lines]
        worst = sorted(rows, key=lambda row: self._rank(row[1]))
        self._small("campaigns" if kind == "campaign" else "folders", worst)

    def rules(self, line: Line) -> None:
        """Draw the rules that count, by their findings, those with most of them first."""
        codes = {code for point in line.points for code in point.rules}
        rows: list[tuple[str, list[float | None]]] = [
            (f"{code} {self._messages.title(code)}", [_counting(p, code) for p in line.points])
            for code in sorted(codes)
        ]
        rows = [row for row in rows if any(row[1])]
        self._small("rules", sorted(rows, key=lambda row: -(row[1][-1] or 0)), digits=0)

    # Parts of a drawing

    def _figure(self, point: PartPoint) -> float | None:
        return _counting(point, self._rule) if self._rule else point.score

    def _rank(self, figures: Sequence[float | None]) -> float:
        """Order by what deserves a look: low scores, many findings."""
        last = figures[-1]
        if last is None:
            return float("inf")
        return -last if self._rule else last

    def _span(self, line: Line) -> str:
        first, last = (_day(line.points[at].run.started) for at in (0, -1))
        runs = self._messages.count("runs", len(line.points))
        return self._messages.text("history.span", runs=runs, first=first, last=last)

    def _creatives(self, line: Line) -> Table:
        from rich.text import Text

        together = any(point.coherence is not None for point in line.points)
        extra = [self._messages.text("history.coherence")] if together else []
        table = _table(
            self._messages.text("history.when"), self._messages.name("column", "creatives"),
            *(SHAPES[verdict] for verdict in VERDICTS),
            self._messages.name("column", "score"), *extra,
        )  # fmt: skip
        for point, changed in zip(line.points, _profile_changes(line.points), strict=True):
            counts = point.counts
            failed = counts["failed"] + counts["unreadable"]
            figures = (counts["creatives"], counts["passed"], counts["warned"], failed)
            score = "–" if point.score is None else self._messages.number(point.score)
            agreed = "–" if point.coherence is None else self._messages.number(point.coherence)
            table.add_row(
                _moment(point.run.started) + ("†" if changed else ""),
                *(str(figure) for figure in figures), score, *([agreed] if together else []),
                Text(_bar(point.score)),
            )  # fmt: skip
        return table

    def _findings(self, line: Line) -> Table:
        columns = ("fail", "warn", "note", "waived")
        heads = [self._messages.name("column", name) for name in columns]
        table = _table(self._messages.text("history.when"), *heads)
        most = max((_counting(p, self._rule) or 0 for p in line.points), default=0) or 1
        for point, changed in zip(line.points, _profile_changes(line.points), strict=True):
            counts = point.rules.get(self._rule or "", {})
            table.add_row(
                _moment(point.run.started) + ("†" if changed else ""),
                *(str(counts.get(name, 0)) for name in columns),
                _bar(100 * (_counting(point, self._rule) or 0) / most),
            )
        return table

    def _small(
        self, title: str, rows: Sequence[tuple[str, list[float | None]]], digits: int = 1
    ) -> None:
        from rich.text import Text

        if not rows:
            return
        digits = 0 if self._rule else digits
        unit = self._messages.name("column", "score")
        if digits == 0:
            unit = self._messages.text("history.open_findings")
        head = f"{self._messages.text(f'history.{title}')}  ({unit})"
        self._out.print(Text(head, style="bold"))
        table = _table()
        for name, figures in rows[:MOST_ROWS]:
            table.add_row(
                _short(name), spark(figures[-SPARK_CELLS:]), self._first_to_last(figures, digits),
                self._change(figures, digits),
            )  # fmt: skip
        self._out.print(table)
        if len(rows) > MOST_ROWS:
            count = len(rows) - MOST_ROWS
            self._out.print(Text(self._messages.text("history.more", count=count), style="dim"))
        self._out.print()

    def _first_to_last(self, figures: Sequence[float | None], digits: int) -> str:
        def said(figure: float | None) -> str:
            return "–" if figure is None else self._messages.number(figure, digits)

        if len(figures) == 1:
            return said(figures[0])
        return f"{said(figures[0])} → {said(figures[-1])}"

    def _change(self, figures: Sequence[float | None], digits: int) -> Text:
        """Say the change over all runs: an arrow and a figure, and colour only besides."""
        from rich.text import Text

        if len(figures) == 1 or figures[0] is None or figures[-1] is None:
            return Text("")
        change = figures[-1] - figures[0]
        if abs(change) < SAME:
            return Text("=")
        better = (change > 0) != (digits == 0)
        arrow = "▲ +" if change > 0 else "▼ "
        text = arrow + self._messages.number(change, digits)
        return Text(text, style="green" if better else "red")


def spark(figures: Sequence[float | None]) -> str:
    """Draw figures as a line of eighths, from the least to the largest; a dot where there is none.

    All alike, they lie in the middle.
    """
    known = [figure for figure in figures if figure is not None]
    if not known:
        return "·" * len(figures)
    low, high = min(known), max(known)
    if high - low < LEAST_RANGE:
        middle = (low + high) / 2
        low, high = middle - LEAST_RANGE / 2, middle + LEAST_RANGE / 2
    step = (high - low) / (len(SPARKS) - 1)
    return "".join("·" if x is None else SPARKS[round((x - low) / step)] for x in figures)


def _bar(score: float | None) -> str:
    """Draw 0–100 as a bar; a hair where it is more than nothing."""
    if score is None:
        return ""
    eighths = round(score / 100 * BAR_CELLS * 8)
    full, part = divmod(max(eighths, 1 if score > 0 else 0), 8)
    return "█" * full + (" ▏▎▍▌▋▊▉"[part] if part else "")


def _counting(point: PartPoint, rule: str | None) -> float:
    """Give the findings of a rule that count: neither notes nor accepted."""
    counts = point.rules.get(rule or "", {})
    return counts.get("fail", 0) + counts.get("warn", 0)


def _profile_changes(points: Iterable[PartPoint]) -> list[bool]:
    """Tell at which runs the profile was another one than in the run before."""
    seen = [point.run.profile_sha256 for point in points]
    return [False, *(one != other for one, other in pairwise(seen))]


def _table(*heads: str) -> Table:
    from rich.table import Table

    table = Table(box=None, show_header=bool(heads), padding=(0, 2, 0, 0), header_style="dim")
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left", no_wrap=not place)
    return table


def _short(name: str) -> str:
    plain = display_text(name)
    return plain if len(plain) <= NAME_CELLS else plain[: NAME_CELLS - 1] + "…"


def _local(started: str) -> dt.datetime:
    return dt.datetime.fromisoformat(started).astimezone()


def _moment(started: str) -> str:
    return _local(started).strftime("%Y-%m-%d %H:%M")


def _day(started: str) -> str:
    return _local(started).strftime("%Y-%m-%d")
