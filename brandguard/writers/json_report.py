"""`--format json`: the whole run as one JSON document, written while it is walked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from brandguard.writers import record

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import Report

_INDENT = 2


def write(report: Report, out: TextIO, messages: Messages) -> None:
    """Write the report as brandguard.report/1; one creative at a time is in memory."""
    head = record.dumps(record.header(report), _INDENT)
    out.write(head.removesuffix("\n}") + ',\n  "creatives": [')
    separator = "\n"
    for creative in report.creatives:
        out.write(separator + _nested(record.creative(creative, messages), 2))
        separator = ",\n"
    out.write("]" if separator == "\n" else "\n  ]")
    out.write(',\n  "campaigns": [')
    separator = "\n"
    for campaign in report.campaigns:
        out.write(separator + _nested(record.campaign(campaign, messages), 2))
        separator = ",\n"
    out.write("]" if separator == "\n" else "\n  ]")
    trend = record.trend(report)
    out.writelines(f',\n  "{key}": {_nested(value, 1).lstrip()}' for key, value in trend.items())
    out.write("\n}\n")


def _nested(value: object, depth: int) -> str:
    margin = " " * _INDENT * depth
    return margin + record.dumps(value, _INDENT).replace("\n", "\n" + margin)
