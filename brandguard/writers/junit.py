"""`--format junit`: what build servers show. A test suite is a campaign, a test case a creative.

A finding that makes the run fail (`--fail-on`) is a failure; a milder one, a note and one that was
accepted stand in the case's output. A creative that could not be read is an error, or skipped where
nothing makes the run fail; one that could not be judged is skipped.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, TextIO
from xml.etree.ElementTree import Element, SubElement, tostring

from brandguard.model.paths import display_path, display_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandguard.messages import Messages
    from brandguard.model.report import CampaignReport, CreativeReport, FailOn, Finding, Report

MARK = "brandguard report/1"
"""Stands in a comment at the top, so that a report among the creatives is known as one."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not (section 2.2)."""
_FAILS: Mapping[FailOn, frozenset[str]] = {
    "fail": frozenset({"fail"}), "warn": frozenset({"fail", "warn"}), "never": frozenset(),
}  # fmt: skip
_TALLIED = ("tests", "failures", "errors", "skipped")
_SCHEMA = """CREATE TABLE testcase (
    campaign TEXT, xml TEXT, tests INTEGER, failures INTEGER, errors INTEGER, skipped INTEGER)"""
_TALLY = ", ".join(f"sum({name})" for name in _TALLIED)


def write(report: Report, out: TextIO, messages: Messages) -> None:
    """Write the report; cases wait for their suite in a temporary file, not in memory."""
    with closing(sqlite3.connect("")) as waiting:  # "" is a temporary file of SQLite's
        waiting.execute(_SCHEMA)
        waiting.execute("CREATE INDEX by_campaign ON testcase (campaign)")
        waiting.executemany("INSERT INTO testcase VALUES (?,?,?,?,?,?)", _cases(report, messages))
        _write(waiting, report, out)


def _write(waiting: sqlite3.Connection, report: Report, out: TextIO) -> None:
    total = waiting.execute(f"SELECT {_TALLY} FROM testcase").fetchone()  # noqa: S608  our own names
    suites = Element("testsuites", _attributes("BrandGuard", total))
    out.write(f'<?xml version="1.0" encoding="utf-8"?>\n<!-- {MARK} -->\n{_open(suites)}\n')
    by_suite = f"SELECT campaign, {_TALLY} FROM testcase GROUP BY campaign ORDER BY min(rowid)"  # noqa: S608  as above
    for campaign, *tally in waiting.execute(by_suite):
        suite = Element("testsuite", _attributes(campaign or "-", tally))
        if report.stamp:
            suite.set("timestamp", _legal(report.stamp))
        out.write(f"  {_open(suite)}\n")
        cases = "SELECT xml FROM testcase WHERE campaign = ? ORDER BY rowid"
        out.writelines(f"    {xml}\n" for (xml,) in waiting.execute(cases, (campaign,)))
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _cases(report: Report, messages: Messages) -> Iterable[tuple[object, ...]]:
    for creative in report.creatives:
        case = _creative(creative, messages, report.fail_on)
        yield display_text(creative.campaign), _text(case), 1, *_kinds(case)
    for campaign in report.campaigns:
        if campaign.findings:
            case = _campaign(campaign, messages, report.fail_on)
            yield display_text(campaign.name), _text(case), 1, *_kinds(case)


def _creative(creative: CreativeReport, messages: Messages, fail_on: FailOn) -> Element:
    folder, _, _ = creative.path.replace("\\", "/").rpartition("/")
    path = display_path(creative.path)
    case = _element("testcase", name=path, classname=display_path(folder) or "-", file=path)
    if creative.error:
        said = messages.note(creative.error)
        kind = "skipped" if fail_on == "never" else "error"
        _element(kind, case, message=said, type=creative.error.code).text = _legal(said)
        return case
    _add_findings(case, creative.findings, messages, fail_on)
    if creative.verdict == "not_evaluable" and not len(case):
        reasons = dict.fromkeys(messages.note(d.reason) for d in creative.dimensions if d.reason)
        _element("skipped", case, message="; ".join(reasons))
    return case


def _campaign(campaign: CampaignReport, messages: Messages, fail_on: FailOn) -> Element:
    name = messages.text("report.campaign")
    case = _element("testcase", name=f"{name} {display_text(campaign.name)}", classname="-")
    _add_findings(case, campaign.findings, messages, fail_on)
    return case


def _add_findings(
    case: Element, findings: Iterable[Finding], messages: Messages, fail_on: FailOn
) -> None:
    lines = []
    for found in findings:
        said = messages.message(found)
        if found.waived or found.severity not in _FAILS[fail_on]:
            severity = messages.name("severity", found.severity)
            lines.append(f"{found.rule} {severity}: {said}")
            if found.waived:
                lines.append("  " + messages.text("report.waived", reason=found.waived.reason))
            continue
        details = (
            messages.title(found.rule), said, messages.suggestion(found), messages.limit_from(found)
        )  # fmt: skip
        failure = _element("failure", case, message=said, type=f"{found.rule} {found.severity}")
        failure.text = _legal("\n".join(line for line in details if line))
    if lines:
        _element("system-out", case).text = _legal("\n".join(lines))


def _kinds(case: Element) -> tuple[int, int, int]:
    """Count a case once, as what it is: failed, in error or skipped."""
    failed, error, skipped = (case.find(k) is not None for k in ("failure", "error", "skipped"))
    return int(failed), int(error), int(skipped)


def _attributes(name: str, tally: Iterable[int | None]) -> dict[str, str]:
    counts = {key: str(n or 0) for key, n in zip(_TALLIED, tally, strict=True)}
    return {"name": _legal(name)} | counts


def _element(tag: str, parent: Element | None = None, /, **attributes: str) -> Element:
    legal = {key: _legal(value) for key, value in attributes.items()}
    return Element(tag, legal) if parent is None else SubElement(parent, tag, legal)


def _open(element: Element) -> str:
    """Give the opening tag of an element whose content is written later."""
    return tostring(element, encoding="unicode", short_empty_elements=False).removesuffix(
        f"</{element.tag}>"
    )


def _text(element: Element) -> str:
    return tostring(element, encoding="unicode")


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
