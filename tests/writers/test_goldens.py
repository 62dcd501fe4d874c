"""What each writer writes, letter by letter. To renew: `RENEW_GOLDENS=1 pytest tests/writers`."""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path

import campaign_report
import pytest
import sample_report
from jsonschema import Draft202012Validator
from readback import text_of

from brandguard.messages import LANGUAGES, Messages
from brandguard.settings import asset_path
from brandguard.writers import BY_NAME, WRITERS

GOLDEN = Path(__file__).parent.parent / "golden"
# Pictures depend on the JPEG library, and the style sheet is not what these goldens are about.
VARIABLE = (
    (r"base64,[A-Za-z0-9+/=]+", "base64,…"),
    (r"<style>.*?</style>", "<style>…</style>"),
    (r"sha256-[A-Za-z0-9+/=]+", "sha256-…"),
)


def written(name, lang="en", report=None):
    return text_of(report or sample_report.report(), name, lang)


def validator(part=None):
    schema = json.loads(asset_path("schema", "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    if part:
        schema = {"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
    return Draft202012Validator(schema)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.name)
def test_golden(writer, lang):
    compare(f"report.{writer.name}", writer, lang, sample_report.report())


def compare(name, writer, lang, report):
    """Hold what a writer writes against the golden of that name; renew it where that is asked."""
    text = written(writer.name, lang, report)
    for pattern, replacement in VARIABLE:
        text = re.sub(pattern, replacement, text, flags=re.DOTALL)
    suffix = ".txt" if writer.name in {"xlsx", "pdf"} else writer.suffix  # its words alone
    golden = GOLDEN / f"{name}.{lang}{suffix}"
    if os.environ.get("RENEW_GOLDENS"):
        golden.write_bytes(text.encode("utf-8"))
    assert text == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.name)
def test_golden_of_a_campaign(writer, lang):
    """A conflict with four sides, agreement in every part: what stands between creatives."""
    compare(f"campaign.{writer.name}", writer, lang, campaign_report.report())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_golden_keeps_to_the_schema(lang):
    for name in ("report", "campaign"):
        data = json.loads((GOLDEN / f"{name}.json.{lang}.json").read_text(encoding="utf-8"))
        validator().validate(data)


def test_the_schema_refuses_what_is_no_report():
    data = json.loads(written("json"))
    data["creatives"][0]["score"] = "good"
    del data["creatives"][1]["verdict"]
    assert len(list(validator().iter_errors(data))) == 2


def test_an_empty_run_is_a_report_too():
    empty = sample_report.Report("0.1.0", None, sample_report.Summary(), ())
    data = json.loads(written("json", report=empty))
    validator().validate(data)
    assert data["creatives"] == []
    assert data["profile"] is None
    assert "no creative here" in written("text", report=empty)
    assert "no creative here" in written("html", report=empty)
    assert written("concise", report=empty) == ""


def test_scores_are_written_to_the_last_digit():
    exact = sample_report.replace_score(sample_report.passing(), 100 * 0.7**0.1054)
    data = json.loads(written("json", report=sample_report.report(exact)))
    assert data["creatives"][0]["score"] == 100 * 0.7**0.1054


def test_what_is_no_number_is_null():
    odd = sample_report.replace_score(sample_report.passing(), float("nan"))
    assert (
        json.loads(written("json", report=sample_report.report(odd)))["creatives"][0]["score"]
        is None
    )


def test_json_lines_hold_the_same_creatives_and_then_the_summary():
    *creatives, last = map(json.loads, written("jsonl").splitlines())
    whole = json.loads(written("json"))
    for line, creative in zip(creatives, whole["creatives"], strict=True):
        assert line == {"type": "creative", **creative}
        validator("creative").validate(line)
    assert last["type"] == "summary"
    assert last["summary"] == whole["summary"]
    assert last["schema"] == "brandguard.report/1"


def test_concise_is_one_line_a_finding():
    lines = written("concise").splitlines()
    assert len(lines) == sum(len(c.findings) for c in sample_report.report().creatives)
    assert lines[0].startswith("spring/offline/volantino.pdf:1: COL001 fail #1FA8A0 ")


@pytest.mark.parametrize("name", ["text", "concise"])
def test_colour_changes_nothing_but_colour(name):
    out = io.StringIO()
    BY_NAME[name].in_colour(sample_report.report(), out, Messages.load("en"), color=True)
    coloured = out.getvalue()
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == written(name)
    assert "\x1b" not in written(name)


def test_the_summary_comes_last_in_text():
    tail = written("text").splitlines()[-3:]
    assert tail[0].startswith("3 creatives: 1 off brand, 1 on brand, 1 unreadable")


def test_nothing_is_dated_unless_it_was_asked_for():
    assert "stamp" not in json.loads(written("json"))
    stamped = sample_report.stamped("2026-11-22T10:00:00Z")
    assert json.loads(written("json", report=stamped))["stamp"] == "2026-11-22T10:00:00Z"
    assert "2026-11-22T10:00:00Z" in written("html", report=stamped)
