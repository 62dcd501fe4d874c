"""`--format jsonl`: one creative a line as soon as it is judged, then one line with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from brandguard.writers import record

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, Report


def write(report: Report, out: TextIO, messages: Messages) -> None:
    """Write each creative as in the JSON report with `type: creative`, last `type: summary`."""
    for creative in report.creatives:
        write_creative(creative, out, messages)
    write_end(report, out, messages)


def write_creative(creative: CreativeReport, out: TextIO, messages: Messages) -> None:
    """Write the line of one creative."""
    out.write(record.dumps({"type": "creative", **record.creative(creative, messages)}) + "\n")


def write_end(report: Report, out: TextIO, messages: Messages) -> None:
    """Write the last line: schema, profile, summary, campaigns."""
    head = record.dumps({"type": "summary", **record.header(report)})
    out.write(head.removesuffix("}") + ',"campaigns":[')
    separator = ""
    for campaign in report.campaigns:
        out.write(separator + record.dumps(record.campaign(campaign, messages)))
        separator = ","
    trend = record.trend(report)
    out.write("]" + ("," + record.dumps(trend).removeprefix("{") if trend else "}") + "\n")
