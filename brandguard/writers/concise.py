"""`--format concise`: one line a finding, as compilers and linters write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from brandguard.model.paths import display_path, display_text
from brandguard.writers.ink import ink

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, Finding, Report


def write(report: Report, out: TextIO, messages: Messages, *, color: bool = False) -> None:
    """Write `path:page: CODE severity message` for every finding; nothing for what is on brand."""
    for creative in report.creatives:
        write_creative(creative, out, messages, color=color)
    write_end(report, out, messages, color=color)


def write_end(report: Report, out: TextIO, messages: Messages, *, color: bool = False) -> None:
    """Write the lines of what lies between creatives, each with its campaign."""
    for campaign in report.campaigns:
        where = ink(f"{display_text(campaign.name)}:", "bold", color=color)
        lines = (_said(found, messages, color=color) for found in campaign.findings)
        out.writelines(f"{where} {line}\n" for line in lines)


def write_creative(
    creative: CreativeReport, out: TextIO, messages: Messages, *, color: bool = False
) -> None:
    """Write the lines of one creative. A finding that was accepted has the severity «waived»."""
    path = display_path(creative.path)
    for found in creative.findings:
        where = f"{path}:{found.place.page}:" if found.place.page else f"{path}:"
        out.write(f"{ink(where, 'bold', color=color)} {_said(found, messages, color=color)}\n")


def _said(found: Finding, messages: Messages, *, color: bool) -> str:
    severity = "waived" if found.waived else found.severity
    code = ink(f"{found.rule} {severity}", severity, color=color)
    return f"{code} {messages.message(found)}"
