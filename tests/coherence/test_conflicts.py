"""Creatives of one campaign against each other, from the facts to the campaign's report."""

import dataclasses
import datetime as dt

import pytest

from brandguard.coherence.conflicts import Voiced, conflicts_between, findings_of
from brandguard.coherence.tally import Tally
from brandguard.measures.facts import measure_facts
from brandguard.model.features import PageFeatures
from brandguard.model.profile import Profile
from brandguard.model.report import CreativeReport, Place
from brandguard.model.waiver import Waiver
from brandguard.waivers import Waivers


def voiced(path, channel, text):
    return Voiced(
        path, channel, tuple((f, Place(1, None, f.span)) for f in measure_facts([(1, text)]))
    )


def report(path, channel, text, campaign="spring"):
    return CreativeReport(
        path, "00", channel, "folder", "other", "it", campaign, 1, 90.0, "pass",
        facts=measure_facts([(1, text)]), page_views=(PageFeatures(1, 0, 0, text=text),),
    )  # fmt: skip


def test_offline_is_named_first_with_value_place_and_sentence():
    (found,) = conflicts_between(
        [
            voiced("a/online/post.txt", "online", "Tutte le scarpe a -20% fino al 31/8."),
            voiced("a/offline/flyer.txt", "offline", "Sconto del 30 % su tutte le scarpe."),
        ]
    )
    assert (found.rule, found.fact) == ("CAM010", "discount")
    first, second = found.sides
    assert (first.channel, first.value, first.raw) == ("offline", "-30 %", "30 %")
    assert (second.channel, second.value, second.raw) == ("online", "-20 %", "-20%")
    assert first.place.span == (11, 15)
    assert second.sentence == "Tutte le scarpe a -20% fino al 31/8"


def test_the_same_two_values_make_one_conflict_with_all_its_sides():
    texts = {"b": "30", "c": "30", "d": "20"}
    flyers = [
        voiced(f"s/offline/{name}.txt", "offline", f"Sconto del {figure} % sulle scarpe")
        for name, figure in texts.items()
    ]
    found = conflicts_between([*flyers, voiced("s/online/a.txt", "online", "Scarpe: -20%")])
    assert len(found) == 1
    assert {side.path for side in found[0].sides} == {f"s/offline/{n}.txt" for n in texts} | {
        "s/online/a.txt"
    }


def test_everyone_who_says_one_of_the_two_values_is_counted():
    """Of one channel they are not compared pair by pair, but they say it all the same."""
    posts = [
        voiced(f"s/online/{n:02}.txt", "online", f"Servizio {n}: -20% sulle scarpe")
        for n in range(20)
    ]
    (found,) = conflicts_between([*posts, voiced("s/offline/f.txt", "offline", "Scarpe: -30%")])
    assert {side.path for side in found.sides if side.value == "-20 %"} == {p.path for p in posts}


def test_the_two_sides_that_are_named_are_of_both_channels_where_they_can():
    (found,) = conflicts_between([
        voiced("s/offline/a.txt", "offline", "Saldi fino al 31 maggio"),
        voiced("s/offline/b.txt", "offline", "Saldi fino al 15 maggio"),
        voiced("s/online/c.txt", "online", "Saldi fino al 31 maggio"),
    ])  # fmt: skip
    assert [side.path for side in found.sides[:2]] == ["s/offline/b.txt", "s/online/c.txt"]
    assert findings_of((found,), None)[0].severity == "fail"


def test_a_date_with_and_without_its_year_is_one_value():
    found = conflicts_between([
        voiced("s/offline/a.txt", "offline", "Saldi fino al 31 maggio 2027"),
        voiced("s/online/b.txt", "online", "Saldi fino al 15 maggio"),
        voiced("s/online/c.txt", "online", "Saldi fino al 15 maggio 2027"),
    ])  # fmt: skip
    assert [c.fact for c in found] == ["date"]
    assert len(found[0].sides) == 3


def test_posts_of_one_channel_may_show_different_products():
    posts = [
        voiced("s/online/a.txt", "online", "Vaso Onda, 39 €"),
        voiced("s/online/b.txt", "online", "Ciotola Riva, 24 €"),
    ]
    assert conflicts_between(posts) == ()


def test_posts_of_one_channel_about_the_same_thing_do_conflict():
    posts = [
        voiced("s/online/a.txt", "online", "Vaso Onda, 39 €"),
        voiced("s/online/b.txt", "online", "Il vaso Onda a soli 34 €"),
    ]
    (finding,) = findings_of(conflicts_between(posts), Profile("A"))
    assert (finding.severity, finding.facts["kind"]) == ("warn", "price")


@pytest.mark.parametrize(
    ("severity", "verdict"), [(None, "fail"), ("warn", "warn"), ("note", "pass"), ("off", "pass")]
)
def test_the_campaigns_verdict_follows_and_the_profile_decides(severity, verdict):
    tally = Tally(Profile("A", rules={"CAM010": severity} if severity else {}))
    tally.add(report("x/spring/offline/a.txt", "offline", "Scarpe: sconto del 30 %"))
    tally.add(report("x/spring/online/b.txt", "online", "Scarpe a -20%"))
    (campaign,) = tally.campaigns()
    assert campaign.verdict == verdict
    assert (campaign.name, campaign.folder, campaign.creatives) == ("spring", "x/spring", 2)
    assert len(campaign.conflicts) == (severity != "off")
    assert tally.summary.passed == 2


def test_what_was_accepted_in_a_campaign_stays_and_decides_nothing():
    today = dt.date(2026, 6, 1)
    for waiver, verdict in (
        (Waiver("two offers on purpose", rule="CAM010"), "pass"),
        (Waiver("two offers on purpose", rule="CAM010", campaign="spring"), "pass"),
        (Waiver("another campaign", rule="CAM010", campaign="autumn"), "fail"),
        (Waiver("one side alone", rule="CAM010", creative="a.txt"), "fail"),
    ):
        tally = Tally(Profile("A"), Waivers((waiver,), today))
        tally.add(report("x/spring/offline/a.txt", "offline", "Scarpe: sconto del 30 %"))
        tally.add(report("x/spring/online/b.txt", "online", "Scarpe a -20%"))
        (campaign,) = tally.campaigns()
        assert campaign.verdict == verdict
        assert len(campaign.findings) == 1
        assert tally.summary.waived == (verdict == "pass")


def test_in_a_folder_without_both_channels_it_is_a_note():
    tally = Tally()
    tally.add(report("x/mixed/a.txt", None, "Vaso Onda, 39 €", "mixed"))
    tally.add(report("x/mixed/b.txt", None, "Il vaso Onda a soli 34 €", "mixed"))
    (campaign,) = tally.campaigns()
    assert [f.severity for f in campaign.findings] == ["note"]
    assert campaign.verdict == "pass"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iscrizioni entro il 10 marzo 2025", "Iscrizioni entro il 12 marzo 2026"),
        ("Gita il 14 gennaio", "Gita il 4 febbraio"),
        ("Scrivi a info@acme.example", "Scrivi a prenotazioni@acme.example"),
        ("Ritrovo alle 11", "Ritrovo alle 10"),
    ],
)
def test_two_events_of_a_year_are_no_conflict(one, other):
    found = conflicts_between([voiced("s/a.txt", None, one), voiced("s/b.txt", None, other)])
    assert found == ()


def test_two_campaigns_of_one_name_are_not_compared():
    tally = Tally()
    tally.add(report("it/01/offline/a.txt", "offline", "Scarpe: sconto del 30 %", "01"))
    tally.add(report("en/01/online/b.txt", "online", "Scarpe a -20%", "01"))
    assert [(c.name, c.folder, c.conflicts) for c in tally.campaigns()] == [
        ("01", "en/01", ()), ("01", "it/01", ()),
    ]  # fmt: skip


def test_a_campaign_that_the_user_names_is_one_wherever_it_lies():
    tally = Tally()
    tally.add(report("here/a.txt", "offline", "Scarpe: sconto del 30 %", "sale"))
    tally.add(report("there/b.txt", "online", "Scarpe a -20%", "sale"))
    (campaign,) = tally.campaigns()
    assert len(campaign.conflicts) == 1


def test_a_creative_without_facts_costs_nothing():
    tally = Tally()
    tally.add(dataclasses.replace(report("s/online/a.txt", "online", "Ciao"), facts=()))
    assert next(iter(tally.campaigns())).conflicts == ()
