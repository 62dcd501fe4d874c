"""Tints, halos and steps of gradients, against their definitions in exact fractions."""

from fractions import Fraction
from itertools import combinations, permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.checks.colour_between import (
    MIXED,
    MIXED_AT_EDGES,
    PLANE,
    STEP_APART,
    STEPS,
    TINT,
    WAY,
    mixed,
    rows_of,
    steps,
    tints,
)
from brandguard.model.colour import hex_of_rgb, is_neutral, rgb_of_hex

LEVEL = st.sampled_from([0, 9, 36, 60, 64, 128, 200, 255]) | st.integers(0, 255)
CODE = st.tuples(LEVEL, LEVEL, LEVEL).map(hex_of_rgb)
CODES = st.lists(CODE, max_size=7)


def beside(code, first, last):
    """How far along the way from one colour to another, and how far off it, squared."""
    point, start, end = map(rgb_of_hex, (code, first, last))
    line = [e - s for s, e in zip(start, end, strict=True)]
    away = [p - s for s, p in zip(start, point, strict=True)]
    along = Fraction(
        sum(one * other for one, other in zip(line, away, strict=True)),
        max(sum(part**2 for part in line), 1),
    )
    return along, sum((along * part - a) ** 2 for part, a in zip(line, away, strict=True))


def is_between(code, flat, ends):
    within = Fraction(MIXED if flat >= PLANE else MIXED_AT_EDGES)
    ways = (beside(code, *pair) for pair in combinations(ends, 2))
    return any(0 < along < 1 and off < within**2 for along, off in ways)


def is_step(code, page, colours, shown):
    for first, last in permutations(colours, 2):
        if first not in shown:
            continue
        ways = [beside(other, first, last) for other in page]
        on = sorted(float(along) for along, off in ways if 0 < along < 1 and off < WAY**2)
        mine, off = beside(code, first, last)
        if not 0 < mine < 1 or off >= WAY**2:
            continue
        count = 0
        while count < len(on) and on[count] - (on[count - 1] if count else 0.0) <= STEP_APART:
            count += 1
        if count >= STEPS and float(mine) <= on[count - 1]:
            return True
    return False


def is_tint(code, colours):
    ways = [beside(code, colour, "#FFFFFF") for colour in colours if not is_neutral(colour)]
    return any(TINT <= along <= 1 and off < MIXED**2 for along, off in ways)


@settings(max_examples=60, deadline=None)
@given(CODES, st.lists(CODE, max_size=5), st.booleans())
def test_what_lies_between_two_colours_of_the_page(codes, ends, plane):
    flat = 0.6 if plane else 0.4
    found = mixed(codes, [flat] * len(codes), ends)
    assert found == [is_between(code, flat, ends) for code in codes]


@settings(max_examples=60, deadline=None)
@given(CODES, st.lists(CODE, min_size=1, max_size=4))
def test_what_is_a_tint(codes, colours):
    assert tints(rows_of(codes), colours).tolist() == [is_tint(code, colours) for code in codes]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(CODE, min_size=1, max_size=3, unique=True), CODES)
def test_what_is_a_step_of_a_gradient(data, colours, others):
    first, last = (np.array(rgb_of_hex(code)) for code in (colours[0], colours[-1]))
    ramp = [hex_of_rgb(first + (last - first) * part / 8) for part in range(9)]
    page = data.draw(st.permutations([*ramp[: data.draw(st.integers(0, 9))], *others]))
    shown = set(data.draw(st.lists(st.sampled_from(colours))))
    found = steps(page, colours, shown)
    assert found == [is_step(code, page, colours, shown) for code in page]


def test_a_gradient_from_a_colour_that_is_shown_has_steps():
    ramp = [hex_of_rgb((25 * i, 25 * i, 200)) for i in range(9)]
    assert all(steps(ramp[1:], ["#0000C8", "#FAFAC8"], {"#0000C8"}))
    assert not any(steps(ramp[1:], ["#0000C8", "#FAFAC8"], {"#FAFAC8"}))
    assert not any(steps(ramp[1::3], ["#0000C8", "#FAFAC8"], {"#0000C8"}))
