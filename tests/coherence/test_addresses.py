"""Creatives of one campaign that address their reader differently, from the text to the report."""

import dataclasses

import pytest

from brandguard.checks.voice import addressed_by
from brandguard.coherence.tally import Tally
from brandguard.measures.voice import measure_voice
from brandguard.model.features import Features, PageFeatures
from brandguard.model.profile import Profile
from brandguard.model.report import CreativeReport, Subject

TU = "Scopri la collezione. Ti aspettiamo in negozio con la tua famiglia."
VOI = "Scoprite la collezione. Vi aspettiamo in negozio con la vostra famiglia."
LEI = "Gentile cliente, La invitiamo a visitare il Suo negozio. Ci chiami."


def report(path, channel, text, language="it"):
    page = PageFeatures(1, 0, 0, text=text)
    features = Features("00", "txt", 1, (page,), 1, voices=measure_voice([(1, text)], (language,)))
    spoken = addressed_by(Subject(path, features))
    return CreativeReport(
        path, "00", channel, "folder", "other", language, "spring", 1, 90.0, "pass",
        addressed=spoken, page_views=(page,),
    )  # fmt: skip


def campaign(texts, profile=None):
    tally = Tally(profile)
    for path, text in texts.items():
        channel = "online" if "/online/" in path else "offline" if "/offline/" in path else None
        tally.add(report(path, channel, text, "es" if path.endswith("es.txt") else "it"))
    (found,) = tally.campaigns()
    return found


TWO = {"x/spring/online/post.txt": TU, "x/spring/offline/flyer.txt": LEI}
WANTED = Profile("A", address={"it": "formal"})


@pytest.mark.parametrize(("profile", "severity"), [(None, "note"), (WANTED, "warn")])
def test_both_sides_are_shown_and_the_profile_decides_how_much_it_counts(profile, severity):
    found = campaign(TWO, profile)
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("CAM011", severity)
    assert found.verdict == ("warn" if severity == "warn" else "pass")
    assert (finding.facts["first"], finding.facts["second"]) == ("formal", "informal")
    assert finding.facts["other_sentence"] == "Scopri la collezione."
    (conflict,) = found.conflicts
    assert conflict.fact is None
    flyer, post = conflict.sides
    assert (flyer.channel, flyer.value) == ("offline", "it:formal")
    assert (post.channel, post.value, post.raw) == ("online", "it:informal", "Scopri")
    assert post.place.span == (0, 6)


def test_it_can_be_switched_off_or_made_a_failure():
    off = campaign(TWO, Profile("A", address={"it": "formal"}, rules={"CAM011": "off"}))
    assert (off.findings, off.conflicts) == ((), ())
    assert campaign(TWO, Profile("A", rules={"CAM011": "fail"})).verdict == "fail"


@pytest.mark.parametrize(
    "texts",
    [
        {"x/spring/a.txt": TU, "x/spring/b.txt": "Regala la tua serata a chi ami."},
        {"x/spring/a.txt": LEI, "x/spring/b.es.txt": "Descubre tu tienda. Te esperamos."},
        {"x/spring/a.txt": TU, "x/spring/b.txt": "Sconto del 20 % su tutte le scarpe."},
        {"x/spring/a.txt": TU, "x/spring/b.txt": "Godete la primavera."},
    ],
    ids=["one address", "two languages", "nobody is addressed", "one sign of voi"],
)
def test_what_is_no_difference(texts):
    assert campaign(texts).findings == ()


def test_tu_and_voi_differ_where_both_are_plain():
    found = campaign({"x/spring/a.txt": TU, "x/spring/b.txt": VOI})
    assert {side.value for side in found.conflicts[0].sides} == {"it:informal", "it:plural"}


def test_ustedes_beside_tu_is_one_voice_in_america():
    texts = {
        "x/spring/a.es.txt": "Descubre tu tienda. Te esperamos con tu familia.",
        "x/spring/b.es.txt": "Descubrid vuestra tienda. Os esperamos con vuestra familia.",
    }
    assert campaign(texts, Profile("A", region="MX")).findings == ()
    assert len(campaign(texts, Profile("A", region="ES")).findings) == 1


def test_a_campaign_of_a_thousand_posts_shows_a_few_and_the_odd_one():
    tally = Tally()
    common = report("x/spring/online/0.txt", "online", TU)
    for number in range(1000):
        tally.add(dataclasses.replace(common, path=f"x/spring/online/{number}.txt"))
    tally.add(report("x/spring/offline/odd.txt", "offline", LEI))
    (found,) = tally.campaigns()
    (conflict,) = found.conflicts
    assert conflict.sides[0].path == "x/spring/offline/odd.txt"
    assert len(conflict.sides) == 7
