import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.judging import judge
from brandguard.model.errors import WaiverError
from brandguard.model.features import Features, PageFeatures, Swatch
from brandguard.model.profile import BrandColour, Profile
from brandguard.model.report import Finding, Place, Subject
from brandguard.model.waiver import Waiver
from brandguard.waivers import Waivers, accepting_together, campaign_waiver

TODAY = dt.date(2026, 6, 1)
PROFILE = Profile("A", colours=(BrandColour("red", "#D7263D", key="color.palette.red"),))
SUBJECT = Subject(
    "spring/offline/flyer [2].png",
    Features("0" * 64, "png", 1, (PageFeatures(1, 9, 9, palette=(Swatch("#00A86B", 1.0),)),), 1),
    campaign="spring",
)


def accepted(*waivers, baseline=()):
    return Waivers(waivers, TODAY, baseline)


def judged(*waivers, baseline=()):
    return judge(SUBJECT, PROFILE, None, accepted(*waivers, baseline=baseline))


def test_a_waived_finding_stays_in_the_report_and_costs_nothing():
    plain = judge(SUBJECT, PROFILE, None)
    found = plain.findings[0]
    report = judged(Waiver("the season's green", fingerprint=found.fingerprint, by="Ada"))
    assert (plain.verdict, report.verdict) == ("warn", "pass")
    assert plain.score < report.score == 100
    assert report.findings[0].waived.reason == "the season's green"
    assert report.findings[0].waived.by == "Ada"


@pytest.mark.parametrize(
    "scope",
    [
        {"rule": "COL001"},
        {"rule": "COL001", "creative": "flyer [2].png"},
        {"creative": "offline/flyer [2].png"},
        {"creative": "*/offline/*"},
        {"campaign": "spring", "page": 1},
    ],
)
def test_a_scope_accepts_what_fits_all_of_it(scope):
    assert judged(Waiver("because", **scope)).verdict == "pass"


@pytest.mark.parametrize(
    "scope",
    [
        {"rule": "COL002"},
        {"rule": "COL001", "creative": "yer [2].png"},
        {"rule": "COL001", "campaign": "autumn"},
        {"rule": "COL001", "page": 2},
        {"fingerprint": "0" * 16},
    ],
)
def test_what_fits_in_part_accepts_nothing(scope):
    assert judged(Waiver("because", **scope)).verdict == "warn"


def test_an_expired_waiver_accepts_nothing_and_is_told_of():
    last_day = Waiver("summer", rule="COL001", until=TODAY)
    assert judged(last_day).verdict == "pass"
    report = judged(replace(last_day, until=TODAY - dt.timedelta(days=1)))
    assert report.verdict == "warn"
    note = next(f for f in report.findings if f.rule == "WVR001")
    assert (note.severity, note.facts["until"]) == ("note", "2026-05-31")
    assert note.fingerprint


def test_a_waiver_of_a_creative_without_such_a_finding_is_dead():
    report = judged(Waiver("old logo", rule="COL005", creative="flyer [2].png"))
    assert [f.facts["rule"] for f in report.findings if f.rule == "WVR002"] == ["COL005"]
    elsewhere = Waiver("old logo", rule="COL005", creative="other.png")
    everywhere = Waiver("old logo", rule="COL005")
    assert not [f for f in judged(elsewhere, everywhere).findings if f.rule == "WVR002"]


def test_what_stood_in_the_baseline_counts_no_more():
    found = judge(SUBJECT, PROFILE, None).findings[0]
    report = judged(baseline={found.fingerprint})
    assert report.verdict == "pass"
    assert report.findings[0].waived.reason == "baseline"


def test_a_region_accepts_only_what_lies_in_it():
    inside = Finding("COL001", "warn", place=Place(1, (0.6, 0.1, 0.9, 0.2)))
    across = replace(inside, place=Place(1, (0.4, 0.1, 0.9, 0.2)))
    both = replace(inside, more_places=(Place(1, (0.0, 0.0, 0.1, 0.1)),))
    nowhere = replace(inside, place=Place(1))
    region = Waiver("partner's logo", creative="*", region=(0.5, 0.0, 1.0, 0.3))
    marked = accepted(region).apply([inside, across, both, nowhere], SUBJECT)
    assert [f.waived is not None for f in marked] == [True, False, False, False]


def test_what_cannot_be_read_cannot_be_accepted():
    broken = Finding("SYS003", "fail")
    assert accepted(Waiver("because", creative="*")).apply([broken], SUBJECT) == [broken]


sides = st.tuples(*[st.floats(0, 1)] * 4).map(
    lambda s: (min(s[0], s[2]), min(s[1], s[3]), max(s[0], s[2]), max(s[1], s[3]))
)


@given(sides)
def test_the_whole_page_as_a_region_accepts_every_place(box):
    finding = Finding("COL001", "warn", place=Place(1, box))
    whole = Waiver("all of it", creative="*", region=(0.0, 0.0, 1.0, 1.0))
    assert accepted(whole).apply([finding], SUBJECT)[0].waived is not None


BETWEEN = Finding("CAM010", "fail", key="discount", fingerprint="ab" * 8)


@pytest.mark.parametrize("scope", ["here", "campaign"])
def test_what_lies_between_creatives_is_accepted_in_its_campaign_alone(scope):
    waiver = campaign_waiver(BETWEEN, "spring", scope, " as agreed ", by="Ada", on=TODAY)
    assert (waiver.reason, waiver.campaign, waiver.creative) == ("as agreed", "spring", None)
    (mine,) = accepted(waiver).accept((BETWEEN,), "spring")
    (other,) = accepted(waiver).accept((BETWEEN,), "autumn")
    assert mine.waived.reason == "as agreed"
    assert other.waived is None
    assert accepting_together((waiver,), BETWEEN, "spring") == waiver
    assert accepting_together((waiver,), BETWEEN, "autumn") is None


def test_accepting_one_contradiction_leaves_the_others_of_its_rule():
    another = replace(BETWEEN, key="date", fingerprint="cd" * 8)
    here = campaign_waiver(BETWEEN, "spring", "here", "as agreed")
    every = campaign_waiver(BETWEEN, "spring", "campaign", "as agreed")
    assert [f.waived is None for f in accepted(here).accept((BETWEEN, another), "spring")] == [
        False, True,
    ]  # fmt: skip
    assert all(f.waived for f in accepted(every).accept((BETWEEN, another), "spring"))


@pytest.mark.parametrize(
    ("scope", "reason"), [("creative", "why"), ("region", "why"), ("here", " ")]
)
def test_between_creatives_a_reason_and_a_fitting_scope_are_needed(scope, reason):
    with pytest.raises(WaiverError):
        campaign_waiver(BETWEEN, "spring", scope, reason)
