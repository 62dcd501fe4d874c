"""GitHub's workflow commands: one a finding, and foreign words cannot forge another."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import sample_report
from readback import lone, text_of
from test_hostile import NASTY, hostile

from brandguard.model.report import CampaignReport

COMMAND = re.compile(r"::(error|warning|notice) (?:file=([^,:]*),)?title=([^,:]*)::(.*)")


def commands(report, lang="en"):
    lines = text_of(report, "github", lang).split("\n")
    assert lines.pop() == ""
    matches = [COMMAND.fullmatch(line) for line in lines]
    assert all(matches)
    return [m.groups() for m in matches]


def unescape(text):
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_severities_are_commands_and_what_was_accepted_is_a_notice():
    found = commands(lone())
    assert [kind for kind, *_ in found] == [
        "error", "warning", "warning", "warning", "notice", "notice", "error",
    ]  # fmt: skip
    assert found[4][3].endswith("Accepted: The retailer insists on it")


def test_a_command_names_the_file_and_no_line():
    text = text_of(sample_report.report(), "github")
    assert "file=spring/offline/volantino.pdf,title=COL001 Off-palette colour (Page 1)::" in text
    assert "line=" not in text


def test_signs_that_mean_something_are_escaped():
    report = sample_report.report(sample_report.failing(path="50%: a,b.png"))
    first = commands(report)[0]
    assert first[1] == "50%25%3A a%2Cb.png"
    assert unescape(first[1]) == "50%: a,b.png"
    assert "6.1%25" in first[3]


@pytest.mark.parametrize("nasty", [*NASTY, "::error::forged", "a\n::add-mask::x", "%0A::error::x"])
def test_hostile_words_forge_no_command(nasty):
    report = hostile(nasty)
    many = sum(len(c.findings) for c in report.creatives) + len(report.campaigns[0].findings)
    assert len(commands(report)) == many


def test_a_campaigns_finding_has_no_file():
    campaign = CampaignReport("spring", 50.0, "warn", 3, sample_report.findings()[1:2])
    report = replace(sample_report.report(), campaigns=(campaign,))
    assert commands(report)[-1][:2] == ("warning", None)
