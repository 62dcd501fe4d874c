"""A campaign's agreement in the text and JSON reports."""

import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from brandguard.messages import LANGUAGES, Messages
from brandguard.model.coherence import Agreement, Coherence, CreativeAgreement, PairAgreement
from brandguard.model.creative import Note
from brandguard.model.features import Swatch
from brandguard.model.report import DIMENSIONS, CampaignReport, Deduction, Report, Summary
from brandguard.writers import json_report, text

SCHEMA = Path(__file__).parents[2] / "assets" / "schema" / "report.schema.json"


def dimensions(score):
    compared = Agreement("colour", score, 0.3, parts=(("moved", 1 - score / 100),))
    taken = Agreement("message", 50.0, 0.1, deductions=(Deduction("CAM010", 50.0, "a" * 16),))
    known = {"colour": compared, "message": taken}
    reason = Note("why.nothing_in_common")
    return tuple(known.get(name, Agreement(name, None, 0.1, reason)) for name in DIMENSIONS)


COHERENCE = Coherence(
    ("offline", "online"),
    61.5,
    dimensions(82.0),
    (CreativeAgreement("x/online/evil\x1b[31m.png", "online", 40.0, dimensions(40), ("link",)),),
    (PairAgreement("x/a.pdf", "x/b.png", ("offline", "online"), 41.2, dimensions(41.2)),),
    pairs_compared=4,
    creatives_compared=4,
    palettes=((Swatch("#E4002B", 0.4),), (Swatch("#1FA8A0", 0.2),)),
    palette_weights=((1.0,), (1.0,)),
)


def report(coherence):
    campaign = CampaignReport("spring", 80.0, "pass", 4, coherence=coherence)
    return Report("1", None, Summary(creatives=4, passed=4, score=80.0), (), (campaign,))


def shown(coherence, lang="en"):
    out = io.StringIO()
    text.write(report(coherence), out, Messages.load(lang))
    return out.getvalue()


def in_json(coherence):
    out = io.StringIO()
    json_report.write(report(coherence), out, Messages.load("en"))
    data = json.loads(out.getvalue())
    jsonschema.validate(data, json.loads(SCHEMA.read_text()))
    return data["campaigns"][0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_report_has_a_small_matrix_the_worst_pair_and_what_is_missing(lang):
    out, words = shown(COHERENCE, lang), Messages.load(lang)
    for name in ("colour", "message"):
        assert words.name("dimension", name) in out
    assert words.name("dimension", "voice") not in out
    assert words.number(61.5) in out
    assert "x/a.pdf – x/b.png" in out
    assert words.name("cue", "link") in out
    assert "\x1b" not in out


def test_a_pair_that_agrees_well_enough_is_not_named():
    pairs = (replace(COHERENCE.pairs[0], score=88.0),)
    assert "x/b.png" not in shown(replace(COHERENCE, pairs=pairs))


def test_json_keeps_the_flat_map_and_tells_the_rest_beside_it():
    found = in_json(COHERENCE)
    assert set(found["coherence"]) == set(DIMENSIONS)
    assert (found["coherence"]["colour"], found["coherence"]["voice"]) == (82.0, None)
    assert (found["coherence_score"], found["sides"]) == (61.5, ["offline", "online"])
    detail = found["coherence_detail"]
    assert detail["message"]["deductions"][0]["points"] == 50
    assert detail["colour"]["parts"] == {"moved": pytest.approx(0.18)}
    assert "in common" in detail["voice"]["reason"]
    assert found["palettes"][0] == [{"hex": "#E4002B", "share": 0.4, "weight": 1.0}]
    assert found["matrix"][0]["missing"] == ["link"]
    assert found["pairs"][0]["paths"] == ["x/a.pdf", "x/b.png"]


def test_a_campaign_without_anything_to_compare_says_null_and_nothing_in_text():
    found = in_json(None)
    assert set(found["coherence"].values()) == {None}
    assert (found["coherence_score"], found["sides"]) == (None, None)
    assert Messages.load("en").text("report.pairs") not in shown(None)
