"""Texts are cut at their marks and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brandguard.model.features import PageFeatures
from brandguard.model.report import Finding, Place
from brandguard.writers.marks import CONTEXT, WHOLE, Mark, stretches
from brandguard.writers.overlay import BADGE, overlay

spans = st.tuples(st.integers(-5, 120), st.integers(-5, 120))


@given(st.text(max_size=100), st.lists(spans, max_size=8))
def test_a_short_text_is_shown_whole_whatever_is_marked(text, places):
    pieces, cut = stretches(text, [Mark(span, i, "warn") for i, span in enumerate(places)])
    assert "".join(p.text for p in pieces) == text
    assert not cut


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), min_size=1, max_size=6))
def test_every_mark_covers_its_own_words(places):
    text = "abcdefghij" * 6
    marks = [Mark((start, start + size), i, "note") for i, (start, size) in enumerate(places)]
    pieces, _ = stretches(text, marks)
    for mark in marks:
        covered = "".join(p.text for p in pieces if mark.number in p.numbers)
        assert covered == text[mark.span[0] : mark.span[1]]


def test_overlapping_marks_show_the_worst():
    pieces, _ = stretches("one two three", [Mark((0, 7), 1, "note"), Mark((4, 13), 2, "fail")])
    assert [(p.text, p.numbers, p.severity) for p in pieces] == [
        ("one ", (1,), "note"), ("two", (1, 2), "fail"), (" three", (2,), "fail"),
    ]  # fmt: skip


def test_a_long_text_is_shown_around_its_marks():
    text = "x" * WHOLE + " needle " + "y" * WHOLE
    pieces, cut = stretches(text, [Mark((WHOLE + 1, WHOLE + 7), 1, "fail")])
    assert cut
    assert [p.text for p in pieces if p.numbers] == ["needle"]
    assert sum(len(p.text) for p in pieces) < 2 * CONTEXT + 20


def test_a_long_text_without_marks_shows_its_beginning():
    pieces, cut = stretches("z" * 9000, [])
    assert cut
    assert pieces[0].text == "z" * WHOLE


def test_a_text_is_cut_between_words():
    pieces, _ = stretches("word " * 900, [Mark((2000, 2004), 1, "warn")])
    assert all(len(w) == 4 for p in pieces for w in p.text.split() if w != "…")


def page(width=1000, height=500):
    return PageFeatures(1, width, height)


@given(st.lists(st.tuples(*[st.floats(0, 1, width=32)] * 4).map(tuple), max_size=12))
def test_badges_stay_on_the_page_and_apart(boxes):
    ordered = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in boxes]
    findings = [(i, Finding("COL001", "warn", place=Place(1, b))) for i, b in enumerate(ordered)]
    drawn = overlay(page(), findings)
    badges = [o.badge for o in drawn.outlines]
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in badges)
    for i, one in enumerate(badges):
        for other in badges[:i]:
            assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) >= BADGE - 0.001


def test_places_on_other_pages_are_not_drawn_here():
    assert (
        overlay(page(), [(1, Finding("COL001", "warn", place=Place(2, (0, 0, 1, 1))))]).outlines
        == ()
    )
