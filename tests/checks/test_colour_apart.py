"""Distances that are looked up are those that are computed, whatever was looked up before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.checks import colour_apart
from brandguard.checks.colour_apart import Apart, against
from brandguard.model.colour import delta_e, hex_of_rgb
from brandguard.model.profile import BrandColour

LEVEL = st.integers(0, 255)
CODE = st.tuples(LEVEL, LEVEL, LEVEL).map(hex_of_rgb)
LIST = st.lists(CODE, min_size=1, max_size=5)


def colours(codes):
    return tuple(BrandColour(f"c{i}", code) for i, code in enumerate(codes))


@settings(max_examples=60, deadline=None)
@given(st.lists(CODE, min_size=1, max_size=9), LIST, LIST)
def test_each_palette_after_another_gives_the_plain_distances(codes, first, second):
    palettes = (first, [*first, *second], second[::-1], [first[0], *second])
    for palette in palettes:
        known = against(colours(palette))
        known.learn(codes)
        for code in codes:
            assert known[code] == tuple(delta_e(code, other) for other in palette)
            place, least = known.nearest(code)
            assert least == min(delta_e(code, other) for other in palette)
            assert place == [delta_e(code, other) for other in palette].index(least)


def test_what_another_palette_knew_is_not_computed_again(monkeypatch):
    red, sun, ink = "#E4002B", "#F2B441", "#1B1B1B"
    first = Apart((sun, ink))
    first.learn((red,))
    asked, real = [], colour_apart.differences
    monkeypatch.setattr(
        colour_apart, "differences", lambda a, b: asked.append((a, list(b))) or real(a, b)
    )
    second = Apart((sun, "#00FF00"))
    second.take_from(first)
    assert asked == [([red], ["#00FF00"])]
    assert second[red] == (delta_e(red, sun), delta_e(red, "#00FF00"))


def test_a_list_that_is_too_long_begins_anew(monkeypatch):
    monkeypatch.setattr(colour_apart, "MOST", 2)
    known = Apart(("#F2B441",))
    known.learn(("#000000", "#111111", "#222222"))
    assert known.tints_among(["#000000"]) == [False]
    known.learn(("#333333",))
    assert list(known) == ["#333333"]
    assert known["#000000"] == (pytest.approx(delta_e("#000000", "#F2B441")),)
