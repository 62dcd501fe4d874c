"""SARIF keeps to the published schema, and says where a thing lies."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import campaign_report
import pytest
import sample_report
from jsonschema import Draft4Validator
from readback import lone, text_of
from test_hostile import NASTY, hostile

from brandguard.messages import LANGUAGES
from brandguard.model.mask import Mask
from brandguard.model.report import Place
from brandguard.walk import has_mark

SCHEMA = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def validator():
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(report, lang="en"):
    return json.loads(text_of(report, "sarif", lang))["runs"][0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_keeps_to_the_published_schema(lang, validator):
    validator.validate(json.loads(text_of(sample_report.report(), "sarif", lang)))
    validator.validate(
        json.loads(text_of(sample_report.stamped("2026-11-22T10:00:00+01:00"), "sarif", lang))
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_so_does_what_stands_between_creatives(lang, validator):
    data = json.loads(text_of(campaign_report.report(), "sarif", lang))
    validator.validate(data)
    last = data["runs"][0]["results"][-1]
    assert last["ruleId"] == "CAM010"
    named = [one["physicalLocation"]["artifactLocation"]["uri"] for one in last["locations"]]
    assert named == [campaign_report.FLYER, campaign_report.POST]


def test_the_schema_refuses_what_is_no_log(validator):
    data = json.loads(text_of(sample_report.report(), "sarif"))
    data["runs"][0]["results"][0]["level"] = "bad"
    del data["runs"][0]["results"][1]["message"]
    assert len(list(validator.iter_errors(data))) == 2


def test_an_empty_run_is_a_log_too(validator):
    empty = sample_report.Report("0.1.0", None, sample_report.Summary(), ())
    data = json.loads(text_of(empty, "sarif"))
    validator.validate(data)
    assert data["runs"][0]["results"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_is_its_rules_template_with_its_arguments(lang):
    run = run_of(sample_report.report(), lang)
    assert run["language"] == lang
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        message = result["message"]
        template = rule["messageStrings"][message["id"]]["text"]
        said = re.sub(r"\{(\d+)\}", lambda m, a=message["arguments"]: a[int(m[1])], template)
        assert said == message["text"]
        assert rule["help"]["text"]
        assert rule["fullDescription"]["text"]


def test_severities_are_levels_and_waivers_are_suppressions():
    results = run_of(lone())["results"]
    assert [r["level"] for r in results] == [
        "error", "warning", "warning", "warning", "warning", "note", "error",
    ]  # fmt: skip
    accepted = [r for r in results if r["suppressions"]]
    assert [r["ruleId"] for r in accepted] == ["TRM001"]
    assert accepted[0]["suppressions"][0]["justification"] == "The retailer insists on it"
    assert all(r["partialFingerprints"]["brandguard/v1"] for r in results)


def test_a_place_in_a_picture_is_a_rectangle_in_its_pixels():
    result = run_of(sample_report.report())["results"][0]
    (attachment,) = result["attachments"]
    assert attachment["artifactLocation"]["uri"] == "spring/offline/volantino.pdf"
    assert attachment["rectangles"] == [
        {"left": 964.7, "top": 1240.0, "right": 1578.6, "bottom": 1860.0}
    ]


def test_an_area_is_its_rectangles():
    base = sample_report.failing()
    area = Mask(2, 2, (0.5, 0.5), "kA==")  # 1001: two corners
    found = replace(base.findings[0], place=Place(1, (0, 0, 0.5, 0.5), mask=area))
    report = sample_report.report(replace(base, findings=(found,)))
    assert run_of(report)["results"][0]["attachments"][0]["rectangles"] == [
        {"left": 0.0, "top": 0.0, "right": 877.0, "bottom": 1240.0},
        {"left": 877.0, "top": 1240.0, "right": 1754.0, "bottom": 2480.0},
    ]


def test_a_place_in_a_text_is_its_characters():
    result = run_of(sample_report.report())["results"][2]
    regions = [one["physicalLocation"]["region"] for one in result["locations"]]
    assert [(r["charOffset"], r["charLength"]) for r in regions] == [(0, 6), (10, 3), (68, 8)]
    assert regions[2]["snippet"]["text"] == "Chiamaci"


def test_addresses_are_percent_encoded():
    report = sample_report.report(sample_report.failing(path="città/a b#c%.png"))
    location = run_of(report)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "citt%C3%A0/a%20b%23c%25.png", "uriBaseId": "%SRCROOT%"}
    report = sample_report.report(sample_report.failing(path="/srv/a.png"))
    location = run_of(report)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "file:///srv/a.png"}


@pytest.mark.parametrize("nasty", [*NASTY, "[click](http://evil.example)", "{0}{1}", "a](1)"])
def test_hostile_words_are_no_links_and_no_gaps(nasty, validator):
    report = hostile(nasty)
    data = json.loads(text_of(report, "sarif"))
    validator.validate(data)
    for result in data["runs"][0]["results"]:
        assert not re.search(r"\[[^\]]*\]\([^)]*\)", result["message"]["text"])
        assert "](" not in "".join(result["message"]["arguments"])


def test_a_log_is_known_as_ours(tmp_path):
    file = tmp_path / "r.sarif"
    file.write_text(text_of(sample_report.report(), "sarif"), encoding="utf-8")
    assert has_mark(str(file))
