from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.likeness.threshold import (
    LEAST_LIMIT,
    Prior,
    leave_series_out,
    series_of,
    set_limits,
)

PRIOR = Prior(
    examples=(1, 3, 7),
    level=(0.8, 0.6, 0.5),
    level_variance=(0.06, 0.04, 0.03),
    spread_variance=(0.1, 0.07, 0.04),
    certainty=(5.0, 5.5, 6.0),
)

ratios = st.floats(0, 3)
some_ratios = st.lists(ratios, min_size=0, max_size=40)
rates = st.floats(0.01, 0.3)


@given(some_ratios, rates)
def test_failing_takes_more_than_warning_and_both_are_over_zero(values, rate):
    limits = set_limits(values, len(values), rate, PRIOR)
    assert LEAST_LIMIT <= limits.warn_at < limits.fail_at
    assert 0 <= limits.own < 1


@given(some_ratios, rates, rates)
def test_who_accepts_more_false_alarms_is_warned_no_later(values, one, two):
    strict, lax = sorted((one, two))
    tight = set_limits(values, len(values), lax, PRIOR)
    wide = set_limits(values, len(values), strict, PRIOR)
    assert tight.warn_at <= wide.warn_at + 1e-12


@given(st.lists(ratios, min_size=2, max_size=30), rates, st.floats(0.05, 2))
def test_a_looser_brand_has_a_higher_limit(values, rate, shift):
    near = set_limits(values, len(values), rate, PRIOR)
    far = set_limits([v + shift for v in values], len(values), rate, PRIOR)
    assert far.warn_at > near.warn_at


@given(st.permutations([0.1, 0.2, 0.5, 0.9, 1.4]))
def test_the_order_of_the_examples_does_not_matter(values):
    assert set_limits(values, 4, 0.05, PRIOR).warn_at == pytest.approx(
        set_limits(sorted(values), 4, 0.05, PRIOR).warn_at, rel=1e-12
    )


def test_without_values_the_limit_is_the_priors_alone_and_says_so():
    limits = set_limits([], 0, 0.05, PRIOR)
    assert limits.own == 0
    assert limits.series == 0
    assert limits.warn_at > PRIOR.level[0]


def test_more_examples_make_the_limit_more_the_brands_own_and_tighter():
    few, many = (set_limits([0.3] * n, 7, 0.05, PRIOR) for n in (2, 60))
    assert few.own < many.own
    assert many.warn_at < few.warn_at
    assert many.own > 0.8


def test_equal_examples_do_not_make_a_zero_limit():
    assert set_limits([0.0] * 200, 7, 0.05, PRIOR).warn_at >= LEAST_LIMIT


def test_with_many_examples_the_promised_rate_holds():
    passed = []
    for seed in range(40):
        rng = np.random.default_rng(seed)
        values, fresh = rng.gamma(4, 0.1, size=200), rng.gamma(4, 0.1, size=500)
        limit = set_limits(values.tolist(), 200, 0.05, PRIOR).warn_at
        passed.append(np.mean(fresh > limit))
    assert 0.04 < np.mean(passed) < 0.07


def test_the_prior_is_read_between_and_beyond_its_rows():
    assert PRIOR.at(0) == PRIOR.at(1) == (0.8, 0.06, 0.1, 5.0)
    assert PRIOR.at(500) == PRIOR.at(7)
    assert 0.6 < PRIOR.at(2)[0] < 0.8


def test_the_prior_survives_its_table():
    table = np.array([[1, 3, 7], *(PRIOR.level, PRIOR.level_variance)])
    table = np.vstack([table, PRIOR.spread_variance, PRIOR.certainty])
    assert Prior.of_array(table) == PRIOR


def test_series_join_through_a_common_member_in_either_direction():
    related = np.zeros((5, 5), dtype=bool)
    related[0, 3] = related[4, 3] = True
    assert series_of(related) == [0, 1, 2, 0, 0]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_every_related_pair_shares_its_series(pairs):
    related = np.zeros((10, 10), dtype=bool)
    for one, two in pairs:
        related[one, two] = True
    series = series_of(related)
    assert all(series[one] == series[two] for one, two in pairs)
    assert sorted(set(series)) == list(range(len(set(series))))


def test_a_series_is_judged_by_the_other_series_only():
    distances = np.array([[0.0, 0.1, 0.9], [0.1, 0.0, 0.7], [0.9, 0.5, 0.0]])
    assert leave_series_out(distances, [0, 0, 1]) == pytest.approx([0.8, 0.5])


def test_one_series_alone_cannot_be_judged():
    assert leave_series_out(np.zeros((3, 3)), [0, 0, 0]) == []


@given(st.lists(st.floats(0.1, 0.3), min_size=3, max_size=30), rates)
def test_examples_that_are_not_independent_leave_more_to_the_prior(values, rate):
    whole = set_limits(values, 5, rate, PRIOR)
    none = set_limits(values, 5, rate, PRIOR, share=0.0)
    assert none.own == 0
    assert none.own <= whole.own
    assert none.warn_at == pytest.approx(set_limits([], 5, rate, PRIOR).warn_at)


@given(st.lists(ratios, min_size=1, max_size=40), rates)
def test_few_examples_do_not_narrow_what_they_cannot_resolve(values, rate):
    usual = set_limits(values, 5, rate, PRIOR)
    wide = set_limits(values, 5, rate, PRIOR, resolved=True)
    assert wide.warn_at >= usual.warn_at
    if (len(values) + 1) * (1 - rate) <= len(values):
        assert wide == usual
