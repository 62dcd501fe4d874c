"""`--format html`: one self-contained file that a manager reads, prints and files.

Campaigns come first, then the creatives, the worst first: off brand, unreadable, look again, not
evaluable, on brand; among equals the lowest score, then the order of the input. Every creative has
a line in the list; MOST_CREATIVES of them, the worst, have a part of their own.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from brandguard.model.paths import display_text
from brandguard.writers import html_campaign, html_plan, html_trend, html_view
from brandguard.writers.ink import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from markupsafe import Markup

    from brandguard.messages import Messages
    from brandguard.model.report import Finding, Report
    from brandguard.writers.html_plan import Plan

GENERATOR = "brandguard report/1"
"""Stands in <meta name="generator">, so that a report among the creatives is known as one."""

_TEMPLATES = Path(__file__).parent / "templates"
_STYLES = ("style.css", "campaign.css", "creative.css", "print.css")


def write(report: Report, out: TextIO, messages: Messages) -> None:
    """Write the report; the creatives are walked twice, one at a time is in memory.

    Beyond 2,000 findings, 600 creatives or 7.5 MB of details the rest is listed without detail, as
    the report says.
    """
    style = "\n".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in _STYLES)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    plan = html_plan.Plan(report)
    common = {"words": messages, "shapes": SHAPES}
    with closing(sqlite3.connect("")) as waiting:  # "" is a temporary file of SQLite's
        waiting.execute("CREATE TABLE part (number INTEGER PRIMARY KEY, line TEXT, detail TEXT)")
        waiting.executemany(
            "INSERT INTO part VALUES (?, ?, ?)", _parts(report, messages, plan, common)
        )
        pieces = _environment().get_template("report.html.jinja").generate(
            **common,
            style=style,
            policy=f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'",
            generator=GENERATOR,
            head=html_view.head(report, messages),
            campaigns=_campaigns(report, messages, plan),
            trends=html_trend.trends(report.trend, messages),
            thumbnails=plan.thumbnails,
            lines=_ranked(waiting, plan, "line"),
            details=_ranked(waiting, plan, "detail"),
            many=len(plan),
            accepted=[_entry(*one, messages, plan) for one in plan.accepted],
            stale=[_entry(*one, messages, plan) for one in plan.stale],
            measured=html_view.measured(plan, messages),
            plan=plan,
            most_findings=html_plan.MOST_FINDINGS,
            most_creatives=plan.creatives_shown,
        )  # fmt: skip
        out.writelines(pieces)
        out.write("\n")


def _parts(
    report: Report, messages: Messages, plan: Plan, common: dict[str, object]
) -> Iterator[tuple[int, str, str]]:
    """Make each creative's line and detail as they come; they are put in order on the disk."""
    line = _environment().get_template("line.html.jinja")
    detail = _environment().get_template("creative.html.jinja")
    for number, creative in enumerate(report.creatives, start=1):
        shown = plan.shown(number)
        detailed = shown.findings is not None
        row = html_view.row(creative, number, messages, detailed=detailed)
        whole = ""
        if detailed:
            view = html_view.detail(creative, number, messages, shown, report.approved)
            whole = detail.render(c=view, **common)
        yield number, line.render(c=row, **common), whole


def _ranked(waiting: sqlite3.Connection, plan: Plan, column: str) -> Iterator[Markup]:
    """Give back what was made, the worst first."""
    from markupsafe import Markup

    wanted = f"SELECT {column} FROM part WHERE number = ?"  # noqa: S608  our own names
    for number in plan.ranked():
        (made,) = waiting.execute(wanted, (number,)).fetchone()
        if made:
            yield Markup(made)  # noqa: S704  it came out of our own templates, escaped there


def _campaigns(report: Report, messages: Messages, plan: Plan) -> list[html_view.View]:
    """Give the campaigns that have something to show, like the creatives the worst first."""
    views = [
        html_campaign.campaign(one, number, plan, messages)
        for number, one in enumerate(report.campaigns, start=1)
        if one.score is not None or one.findings or one.conflicts or one.coherence
    ]
    return sorted(views, key=lambda v: (html_plan.RANKS[v["verdict"]], v["score"] or 0.0))


def _entry(
    number: int, path: str, found: Finding, messages: Messages, plan: Plan
) -> html_view.View:
    anchor = f"#{'c' if plan.shown(number).findings is not None else 'r'}{number}"
    return html_view.entry(found, path, messages) | {"anchor": anchor}


def _harmless(value: object) -> object:
    """Escape controls, bidi controls and surrogates in all that is shown; lines stay lines."""
    if type(value) is not str:  # figures, and markup that is ours
        return value
    return "\n".join(display_text(line) for line in value.split("\n"))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
