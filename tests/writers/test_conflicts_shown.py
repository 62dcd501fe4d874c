"""Reports show a conflict with both sides: what each says, where, in which sentence."""

import io
import json
from dataclasses import replace

import jsonschema
import pytest
import sample_report
from selectolax.lexbor import LexborHTMLParser

from brandguard.messages import Messages
from brandguard.model.report import Waived
from brandguard.settings import asset_path
from brandguard.writers import html_report, json_report, text

LANGUAGES = ("en", "it", "es")


def written(writer, lang):
    report = replace(sample_report.report(), campaigns=(sample_report.contradicting(),))
    out = io.StringIO()
    writer.write(report, out, Messages.load(lang))
    return out.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("writer", [text, html_report])
def test_people_see_both_values_and_both_sentences(writer, lang):
    shown = written(writer, lang)
    if writer is html_report:
        shown = LexborHTMLParser(shown).css_first("main").text()
    for words in (
        "30 %",
        "-20%",
        "flyer.pdf",
        "Sconto del 30 % sulle scarpe",
        "Scarpe a -20%",
    ):
        assert words in shown
    assert Messages.load(lang).title("CAM010") in shown


def test_json_has_the_sides_with_value_and_place():
    data = json.loads(written(json_report, "en"))
    schema = json.loads(asset_path("schema", "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema)
    ((conflict,),) = [campaign["conflicts"] for campaign in data["campaigns"]]
    assert (conflict["rule"], conflict["fact"]) == ("CAM010", "discount")
    first, second = conflict["sides"]
    assert (first["channel"], first["value"], first["place"]["span"]) == (
        "offline",
        "-30 %",
        [11, 15],
    )
    assert (second["channel"], second["value"], second["raw"]) == ("online", "-20 %", "-20%")


def shown_of(campaign):
    out = io.StringIO()
    text.write(replace(sample_report.report(), campaigns=(campaign,)), out, Messages.load("en"))
    return out.getvalue()


def test_the_text_report_counts_the_contradictions_that_were_accepted():
    campaign = sample_report.contradicting()
    accepted = tuple(replace(f, waived=Waived("agreed")) for f in campaign.findings)
    (line,) = [
        line
        for line in shown_of(replace(campaign, findings=accepted)).splitlines()
        if "Campaign" in line
    ]
    assert line.endswith("1 finding accepted")
    assert "accepted" not in shown_of(campaign)


def test_a_campaign_of_one_creative_is_told_only_where_something_was_found():
    campaign = replace(sample_report.contradicting(), creatives=1)
    assert "Campaign spring" in shown_of(campaign)
    alone = replace(campaign, findings=(), conflicts=())
    assert "Campaign spring" not in shown_of(alone)
    assert "Campaign spring" in shown_of(replace(alone, creatives=2))
