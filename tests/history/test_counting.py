"""What a run's figures are made of."""

import sys

from hypothesis import given
from hypothesis import strategies as st
from kept_runs import campaign, creative, found

from brandguard.history.counting import MOST_PARTS, Counting
from brandguard.model.coherence import Agreement, Coherence
from brandguard.model.creative import Note


def parts_of(*creatives, campaigns=()):
    counting = Counting()
    for one in creatives:
        counting.add(one)
    return {(part.kind, part.name): part for part in counting.parts(campaigns)}


def test_creatives_are_counted_in_the_run_their_campaign_and_their_supplier_folder():
    parts = parts_of(
        creative("spring/offline/rossi/a.png", 90.0, "pass"),
        creative("spring/offline/rossi/b.png", 50.0, "fail", found("COL001", "fail")),
        creative("autumn/online/verdi/c.png", 70.0, "warn", campaign="autumn"),
        creative(
            "autumn/online/verdi/d.png", None, "fail", campaign="autumn", error=Note("SYS005")
        ),
    )
    run = parts["run", ""]
    assert run.counts == {"creatives": 4, "passed": 1, "failed": 1, "warned": 1, "unreadable": 1}
    assert run.score.value == 70.0
    assert parts["campaign", "spring"].score.value == 70.0
    assert parts["folder", "rossi"].rules == {"COL001": {"fail": 1, "creatives": 1}}
    assert parts["folder", "verdi"].counts["creatives"] == 2
    assert parts["folder", "verdi"].dimensions["colour"].value == 70.0


def test_accepted_findings_are_counted_apart():
    parts = parts_of(creative("a/x.png", 80.0, "pass", found(waived=True), found(), found()))
    assert parts["run", ""].rules == {"COL001": {"waived": 1, "warn": 2, "creatives": 1}}
    assert parts["run", ""].counts["waived"] == 1


def test_what_lies_between_creatives_counts_for_campaign_and_run():
    between = campaign("spring", found("CAM010", "fail"))
    parts = parts_of(creative("spring/online/a.png"), campaigns=[between])
    for key in (("run", ""), ("campaign", "spring")):
        assert parts[key].rules["CAM010"] == {"fail": 1, "creatives": 1}


def test_coherence_is_kept_where_it_was_compared():
    agreed = Coherence(
        ("offline", "online"), 61.5,
        (Agreement("colour", 40.0, 1.0), Agreement("logo", None, 1.0, Note("why.no_picture"))),
    )  # fmt: skip
    parts = parts_of(creative("spring/online/a.png"), campaigns=[campaign(coherence=agreed)])
    assert parts["campaign", "spring"].coherence == 61.5
    assert parts["campaign", "spring"].agreement == {"colour": 40.0}
    assert parts["run", ""].coherence is None


def test_two_campaigns_of_one_name_stay_two():
    counting = Counting("/brand")
    counting.add(creative("/brand/2025/spring/online/a.png", 60.0))
    counting.add(creative("/brand/2026/spring/online/a.png", 90.0))
    reports = [campaign(folder="/brand/2025/spring"), campaign(folder="/brand/2026/spring")]
    places = {p.place: p.score.value for p in counting.parts(reports) if p.kind == "campaign"}
    assert places == {"2025/spring": 60.0, "2026/spring": 90.0}


def test_a_campaign_whose_folder_is_known_otherwise_is_found_by_its_name():
    parts = parts_of(
        creative("x/online/a.png", campaign="Summer sale"),
        campaigns=[campaign("Summer sale", found("CAM010"), folder="x")],
    )
    assert parts["campaign", "Summer sale"].rules["CAM010"]["warn"] == 1


def test_a_run_of_very_many_folders_keeps_few_apart_and_loses_none():
    counting = Counting()
    many = MOST_PARTS * 3
    for number in range(many):
        counting.add(creative(f"c{number}/x.png", campaign=f"c{number}"))
    parts = counting.parts(
        [campaign(f"c{n}", found("CAM010"), folder=f"c{n}") for n in range(many)]
    )
    for kind in ("campaign", "folder"):
        mine = [part for part in parts if part.kind == kind]
        assert len(mine) == MOST_PARTS + 1
        assert sum(part.counts["creatives"] for part in mine) == many
        assert next(p for p in mine if p.name is None).counts["creatives"] == many - MOST_PARTS
    assert parts[0].rules["CAM010"]["warn"] == many


@given(st.lists(st.floats(0, 100, allow_nan=False), min_size=1, max_size=30))
def test_a_mean_lies_between_the_least_and_the_largest(scores):
    parts = parts_of(*(creative(f"a/{n}.png", s) for n, s in enumerate(scores)))
    mean = parts["run", ""].score.value
    assert min(scores) - sys.float_info.epsilon * 100 <= mean
    assert mean <= max(scores) + sys.float_info.epsilon * 100
