"""`--format html`: one self-contained file that a manager reads, prints and files."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from brandguard.model.paths import display_text
from brandguard.writers import html_view
from brandguard.writers.ink import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, Report

GENERATOR = "brandguard report/1"
"""Stands in <meta name="generator">, so that a report among the creatives is known as one."""
MOST_FINDINGS = 2000
MOST_CREATIVES = 1000

_TEMPLATES = Path(__file__).parent / "templates"


def write(report: Report, out: TextIO, messages: Messages) -> None:
    """Write the report; the creatives are walked twice, one at a time is in memory.

    Beyond 2,000 findings or 1,000 creatives the rest is listed without detail, as the report says.
    """
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    budget = _Budget()
    pieces = _template().generate(
        words=messages,
        style=style,
        policy=f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'",
        generator=GENERATOR,
        shapes=SHAPES,
        head=html_view.head(report, messages),
        rows=_rows(report, messages),
        details=_details(report, messages, budget),
        budget=budget,
        most_findings=MOST_FINDINGS,
        most_creatives=MOST_CREATIVES,
    )
    out.writelines(pieces)
    out.write("\n")


class _Budget:
    """How much may still be shown in detail."""

    def __init__(self) -> None:
        self.findings = MOST_FINDINGS
        self.creatives = MOST_CREATIVES
        self.findings_cut = False
        self.creatives_cut = False

    def take(self, creative: CreativeReport) -> int | None:
        """Give how many findings of this creative are shown; None where it is not shown at all."""
        if self.findings_cut or self.creatives == 0:
            self.creatives_cut = self.creatives_cut or not self.findings_cut
            return None
        self.creatives -= 1
        shown = min(len(creative.findings), self.findings)
        self.findings_cut = shown < len(creative.findings)
        self.findings -= shown
        return shown


def _rows(report: Report, messages: Messages) -> Iterator[html_view.View]:
    budget = _Budget()
    for number, creative in enumerate(report.creatives, start=1):
        detailed = budget.take(creative) is not None
        yield html_view.row(creative, number, messages, detailed=detailed)


def _details(report: Report, messages: Messages, budget: _Budget) -> Iterator[html_view.View]:
    for number, creative in enumerate(report.creatives, start=1):
        shown = budget.take(creative)
        if shown is None:
            return
        yield html_view.detail(creative, number, messages, shown, report.approved)


def _harmless(value: object) -> object:
    """Escape controls, bidi controls and surrogates in all that is shown; lines stay lines."""
    if type(value) is not str:  # figures, and markup that is ours
        return value
    return "\n".join(display_text(line) for line in value.split("\n"))


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.jinja")
