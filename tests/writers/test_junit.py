"""JUnit: a suite a campaign, a case a creative, read back by another library."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
import sample_report
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from readback import lone, text_of
from test_hostile import NASTY, hostile

from brandguard.model.report import CampaignReport
from brandguard.walk import has_mark


def suites_of(report, lang="en", fail_on="warn"):
    report = replace(report, fail_on=fail_on)
    return list(JUnitXml.fromstring(text_of(report, "junit", lang).encode("utf-8")))


def test_a_suite_is_a_campaign_and_a_case_a_creative():
    spring, alone = suites_of(lone())
    assert (spring.name, spring.tests, spring.failures, spring.errors) == ("spring", 2, 1, 0)
    assert (alone.name, alone.tests, alone.failures, alone.errors) == ("-", 1, 0, 1)
    flyer, post = spring
    assert flyer.name == "spring/offline/volantino.pdf"
    assert flyer.classname == "spring/offline"
    assert [type(r) for r in flyer.result] == [Failure] * 4
    assert [r.type for r in flyer.result] == [
        "COL001 fail",
        "COL002 warn",
        "VOX003 warn",
        "TRM003 warn",
    ]
    assert post.is_passed
    (banner,) = alone
    assert [type(r) for r in banner.result] == [Error]


@pytest.mark.parametrize(
    ("fail_on", "failures", "errors", "skipped"),
    [("warn", 4, 1, 0), ("fail", 1, 1, 0), ("never", 0, 0, 1)],
)
def test_only_what_makes_the_run_fail_is_a_failure(fail_on, failures, errors, skipped):
    spring, alone = suites_of(lone(), fail_on=fail_on)
    flyer = next(iter(spring))
    assert [type(r) for r in flyer.result] == [Failure] * failures
    assert (spring.failures, alone.errors, alone.skipped) == (int(failures > 0), errors, skipped)
    said = flyer.system_out + "".join(r.type for r in flyer.result)
    for rule in ("COL001", "COL002", "VOX003", "TRM003", "TRM001", "SYS014"):
        assert rule in said  # nothing is lost: it stands in the output


def test_a_warning_is_no_failure_unless_it_was_asked_for():
    assert sample_report.report().fail_on == "fail"
    assert text_of(lone(), "junit").count("<failure ") == 1


def test_what_was_accepted_and_notes_stand_in_the_output():
    flyer = next(iter(suites_of(sample_report.report())[0]))
    assert "TRM001" in flyer.system_out
    assert "Accepted: The retailer insists on it" in flyer.system_out
    assert "SYS014" in flyer.system_out
    assert "COL002" not in flyer.system_out


def test_a_suite_is_whole_wherever_its_creatives_stand():
    order = [
        replace(sample_report.passing(f"{name}/{i}.png"), campaign=name)
        for i, name in enumerate(["a", "b", "a", "b", "a"])
    ]
    suites = suites_of(lone(*order))
    assert [(s.name, [c.name for c in s]) for s in suites] == [
        ("a", ["a/0.png", "a/2.png", "a/4.png"]), ("b", ["b/1.png", "b/3.png"]),
    ]  # fmt: skip


def test_what_could_not_be_judged_is_skipped():
    mute = replace(sample_report.passing(), verdict="not_evaluable", score=None)
    ((suite,),) = [suites_of(lone(mute))]
    (case,) = suite
    assert [type(r) for r in case.result] == [Skipped]
    assert "cannot be read" in case.result[0].message


def test_what_a_campaign_itself_has_is_a_case_of_its_own():
    campaign = CampaignReport("spring", 50.0, "warn", 3, sample_report.findings()[1:2])
    report = replace(sample_report.report(), campaigns=(campaign,))
    assert [c.name for c in suites_of(report)[0]][-1] == "Campaign spring"


@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_words_make_no_element(nasty):
    def tags(report):
        return [node.tag for node in ET.fromstring(text_of(report, "junit")).iter()]

    assert tags(hostile(nasty)) == tags(hostile("calm"))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_name_is_legal_xml(name):
    report = lone(sample_report.passing(path=f"a/{name}"))
    assert len(suites_of(report)) == 1


def test_a_report_is_known_as_ours(tmp_path):
    file = tmp_path / "r.xml"
    file.write_text(text_of(sample_report.report(), "junit"), encoding="utf-8")
    assert has_mark(str(file))
