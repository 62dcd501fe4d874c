import math

from hypothesis import given
from hypothesis import strategies as st

from brandguard.model.creative import Note
from brandguard.model.report import Distance, Finding, Waived
from brandguard.score import CAP, DECAY, learned_start, overall, score_dimension, verdict_of, worst

SEVERITIES = st.sampled_from(["fail", "warn", "note"])
FINDINGS = st.lists(
    st.builds(Finding, rule=st.just("COL001"), severity=SEVERITIES, extent=st.floats(0, 1)),
    max_size=12,
)
DISTANCES = st.none() | st.builds(
    Distance, dimension=st.just("colour"), value=st.floats(0, 50), fail_at=st.just(2.0)
)


def colour(findings, distance=None, reason=None):
    return score_dimension("colour", 0.3, findings, distance, reason)


def test_a_clean_hand_written_dimension_has_100():
    assert colour([]).score == 100.0


def test_at_the_warn_threshold_a_learned_dimension_starts_at_70():
    assert learned_start(1.0) == 100 * DECAY


def test_nothing_measured_gives_no_score_and_says_why():
    d = colour([], reason=Note("why.no_picture"))
    assert (d.score, d.verdict, d.reason.code) == (None, "not_evaluable", "why.no_picture")
    assert overall([d], []) == (None, None, "not_evaluable")


@given(FINDINGS, DISTANCES)
def test_start_minus_deductions_is_the_score(findings, distance):
    d = colour(findings, distance)
    start = learned_start(distance.value) if distance else 100.0
    assert math.isclose(start - sum(x.points for x in d.deductions), d.score, abs_tol=1e-9)
    assert 0 <= d.score <= 100


@given(FINDINGS, SEVERITIES, st.floats(0, 1), DISTANCES)
def test_a_further_finding_never_raises_a_score(findings, severity, extent, distance):
    more = [*findings, Finding("COL002", severity, extent=extent)]
    few, many = colour(findings, distance), colour(more, distance)
    assert many.score <= few.score + 1e-9
    assert overall([many], more)[0] <= overall([few], findings)[0] + 1e-9


@given(FINDINGS)
def test_the_order_of_findings_does_not_matter(findings):
    assert math.isclose(colour(findings).score, colour(findings[::-1]).score)


@given(st.floats(0, 20), st.floats(0, 20))
def test_a_nearer_creative_never_scores_lower(a, b):
    near, far = sorted((a, b))
    assert learned_start(near) >= learned_start(far)


def test_notes_and_waived_findings_cost_nothing():
    findings = [
        Finding("COL001", "note"),
        Finding("COL001", "fail", waived=Waived("agreed with the agency")),
    ]
    d = colour(findings)
    assert d.score == 100.0
    assert d.deductions == ()
    assert overall([d], findings) == (100.0, None, "pass")


def test_a_fail_caps_and_keeps_the_order():
    good, bad = colour([Finding("COL001", "fail")]), colour([Finding("COL001", "fail")] * 2)
    first, cap, verdict = overall([good], [Finding("COL001", "fail")])
    second, _, _ = overall([bad], [Finding("COL001", "fail")] * 2)
    assert (cap, verdict) == (CAP, "fail")
    assert second < first <= CAP
    assert first == good.score * CAP / 100


def test_only_measured_dimensions_enter_the_mean():
    a = score_dimension("colour", 0.3, [Finding("COL001", "warn")], None, None)
    b = score_dimension("voice", 0.1, [], None, None)
    c = score_dimension("logo", 0.6, [], None, Note("why.not_measured_yet"))
    assert math.isclose(overall([a, b, c], [])[0], (0.3 * 75 + 0.1 * 100) / 0.4)


def test_the_worst_verdict_wins():
    assert verdict_of([Finding("A", "note"), Finding("B", "warn")]) == "warn"
    assert worst(["pass", "warn", "not_evaluable"]) == "warn"
    assert worst([]) == "not_evaluable"
