import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.measures.intervals import combined, gamma_bounds, mean, rate, size_per
from brandguard.model.features import Measured


@pytest.mark.parametrize(
    ("count", "low", "high"), [(3, 0.845, 8.01), (10, 5.14, 17.74), (100, 81.8, 121.1)]
)
def test_the_bounds_are_those_of_the_gamma_distribution(count, low, high):
    found = gamma_bounds(count)
    assert found[0] == pytest.approx(low, rel=0.02)
    assert found[1] == pytest.approx(high, rel=0.02)


@given(st.integers(0, 10_000), st.floats(1, 1e6))
def test_a_rate_lies_in_its_interval(count, size):
    found = rate(count, size, 100)
    assert 0 <= found.low <= found.value <= found.high


@given(st.integers(1, 10_000), st.floats(1, 1e6))
def test_a_size_lies_in_its_interval(count, size):
    found = size_per(count, size)
    assert 0 < found.low <= found.value <= found.high


def test_a_mean_has_students_interval():
    found = mean([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    assert found.value == 3.5
    assert found.high - found.value == pytest.approx(2.5706 * 1.8708 / 6**0.5, rel=0.02)
    assert mean([2.0]) == Measured(2.0, 2.0, 2.0)


def test_independent_parts_add_in_quadrature():
    found = combined(10, (1, Measured(1, 0, 4)), (-1, Measured(2, -2, 2)))
    assert (found.value, found.low, found.high) == (9, 8, 14)
