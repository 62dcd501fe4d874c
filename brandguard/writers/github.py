"""`--format github`: workflow commands, which GitHub shows as annotations of a commit.

They name the file alone: a line says nothing about a picture or a PDF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from brandguard.model.paths import display_path
from brandguard.writers.tables import paths_of

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import CreativeReport, Finding, Report

COMMANDS = {"fail": "error", "warn": "warning", "note": "notice", "off": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def write(report: Report, out: TextIO, messages: Messages) -> None:
    """Write a command for every finding; nothing for what is on brand."""
    for creative in report.creatives:
        write_creative(creative, out, messages)
    write_end(report, out, messages)


def write_creative(creative: CreativeReport, out: TextIO, messages: Messages) -> None:
    """Write the commands of one creative."""
    out.writelines(
        _command(found, messages, file=display_path(creative.path)) for found in creative.findings
    )


def write_end(report: Report, out: TextIO, messages: Messages) -> None:
    """Write the commands of the campaigns, on the first file that each speaks of."""
    for campaign in report.campaigns:
        for found in campaign.findings:
            file = next(map(display_path, paths_of(found)), None)
            out.write(_command(found, messages, file=file))


def _command(found: Finding, messages: Messages, file: str | None) -> str:
    """Give one line. A finding that was accepted is a notice that says so."""
    name = "notice" if found.waived else COMMANDS[found.severity]
    title = f"{found.rule} {messages.title(found.rule)}"
    if found.place.page and file:
        title += f" ({messages.text('report.page', page=found.place.page)})"
    properties = ({"file": file} if file else {}) | {"title": title}
    said = [messages.message(found), messages.suggestion(found)]
    if found.waived:
        said.append(messages.text("report.waived", reason=found.waived.reason))
    head = ",".join(f"{key}={_escape(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {head}::{_escape(' '.join(s for s in said if s), _DATA)}\n"


def _escape(text: str, table: dict[str, str]) -> str:
    """Escape as the runner's toolkit does (@actions/core, command.ts)."""
    return "".join(table.get(character, character) for character in text)
