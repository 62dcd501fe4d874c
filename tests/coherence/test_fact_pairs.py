"""Contradictions between online and offline copy are found, and hardly any invented."""

from functools import cache

import fact_pairs
import pytest

from brandguard.model.facts import FACT_KINDS

every = cache(fact_pairs.scores)


def test_the_set_is_large_and_half_of_it_agrees():
    counted = [bool(pair["conflict"]) for *_, pair in fact_pairs.pairs()]
    assert len(counted) >= 120
    assert 0.45 < sum(counted) / len(counted) < 0.55


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_contradictions_of_each_kind_are_found(kind):
    assert every()[0].f1(kind) >= 0.95


def test_pairs_that_nothing_was_tuned_to_do_as_well():
    assert every()[1].f1() >= 0.95
