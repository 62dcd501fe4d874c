"""A profile's file is changed in one place; comments, order and unknown keys stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.interchange.profiletext import (
    InheritedError,
    ProfileText,
    alone,
    renamed_colour,
    with_colours,
    without_colour,
)
from brandguard.interchange.swatches import Swatched
from brandguard.model.errors import ProfileError

TEXT = """\
# Luma's profile.
meta:
  name: Luma   # as people say it
  x-tool: {keep: me}

color:
  palette:
    sun: "#F2B441"   # the yellow
    # Two darks.
    ink: "#1B1B1E"
    deep: "#1F3A5F"  # the sea
  # Roles point into the palette.
  primary: sun
  foreground: ink

typography:
  base: Figtree

defaults:
  brandguard:
    languages: [it]
    colour:
      palette:
        # The sun is everywhere.
        sun: {core: true}
      forbidden_pairs:
        - [sun, deep]
    wording:
      banned:
        # Never.
        - cheap
        - {term: low cost, instead: the price}  # nor this

      names: [Luma]
    rules:
      COL001: warn   # not ours
  other-tool: {a: 1}
"""
OURS = ("defaults", "brandguard")
PALETTE = ("color", "palette")


@pytest.fixture
def text():
    return ProfileText.parse(TEXT, "_brand.yml")


def changed(before, after):
    """Lines that are only before, and only after."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_what_is_not_changed_is_written_as_it_was(text):
    assert text.text == TEXT
    assert text.text == TEXT  # writing has not spoilt it


def test_one_value_is_one_line(text):
    new = text.with_value((*PALETTE, "sun"), "#FFCC00")
    assert changed(TEXT, new.text) == (
        ['    sun: "#F2B441"   # the yellow'], ['    sun: "#FFCC00"   # the yellow'],
    )  # fmt: skip
    assert text.text == TEXT


def test_a_new_colour_stands_before_the_comment_on_what_follows(text):
    new = text.with_value((*PALETTE, "foam"), "#FFFFFF").text.splitlines()
    at = new.index('    foam: "#FFFFFF"')
    assert new[at - 1] == '    deep: "#1F3A5F"  # the sea'
    assert new[at + 1] == "  # Roles point into the palette."


def test_what_is_taken_out_leaves_the_comment_on_the_next(text):
    new = without_colour(text, "sun").text
    gone, come = changed(TEXT, new)
    assert '    sun: "#F2B441"   # the yellow' in gone
    assert "  primary: sun" in gone
    assert "    # Two darks." not in gone
    assert come == []
    assert "Two darks" in without_colour(text, "ink").text
    assert "Roles point" in without_colour(text, "deep").text


def test_a_colour_is_renamed_wherever_the_file_speaks_of_it(text):
    new = renamed_colour(text, "sun", "sole")
    assert new.own("color", "primary") == "sole"
    assert new.own(*OURS, "colour", "palette", "sole", "core") is True
    assert new.own(*OURS, "colour", "forbidden_pairs", 0) == ["sole", "deep"]
    assert "sun" not in new.own(*PALETTE)
    assert next(iter(new.own(*PALETTE))) == "sole"
    assert "# the yellow" in new.text
    assert new.profile().colours[0].name == "sole"


def test_entries_are_moved_with_their_own_comments(text):
    new = text.moved((*PALETTE, "deep"), -2)
    assert list(new.own(*PALETTE)) == ["deep", "sun", "ink"]
    lines = new.text.splitlines()
    assert '    deep: "#1F3A5F"  # the sea' in lines
    assert lines.index("  # Roles point into the palette.") > lines.index('    ink: "#1B1B1E"')


def test_items_of_a_list_come_and_go(text):
    banned = (*OURS, "wording", "banned")
    assert text.added(banned, {"term": "gratis"}).own(*banned, 2, "term") == "gratis"
    assert [type(x).__name__ for x in text.without((*banned, 0)).own(*banned)] == ["CommentedMap"]
    swapped = text.moved((*banned, 0), 1)
    assert swapped.own(*banned, 1) == "cheap"
    assert "names: [Luma]" in swapped.text
    ProfileText.parse(swapped.text, "x").profile()


def test_empty_sections_go_with_their_last_entry(text):
    assert "rules" not in text.without((*OURS, "rules", "COL001")).own(*OURS)


def test_a_missing_section_is_made(text):
    new = text.with_value((*OURS, "voice", "traits", "it", "gulpease"), [40.0, 80.5])
    assert "          gulpease: [40, 80.5]" in new.text.splitlines()
    assert new.profile().voice_ranges == {"it": {"gulpease": (40.0, 80.5)}}


def test_unknown_keys_of_other_tools_stay(text):
    new = text.with_value((*OURS, "region"), "IT").text
    assert "x-tool: {keep: me}" in new
    assert "other-tool: {a: 1}" in new


def test_every_problem_is_told_by_its_key(text):
    wrong = text.with_value((*PALETTE, "sun"), "yellowish").with_value((*OURS, "region"), "italy")
    with pytest.raises(ProfileError) as told:
        wrong.profile()
    keys = {p.key for p in told.value.problems}
    assert {"color.palette.sun", "defaults.brandguard.region"} <= keys


def test_a_key_that_was_put_in_has_its_parents_line(text):
    with pytest.raises(ProfileError) as told:
        text.with_value((*OURS, "voice", "address", "it"), "thou").profile()
    assert told.value.problems[0].line is not None


@pytest.fixture
def extending(tmp_path):
    (tmp_path / "base.yml").write_text(TEXT, encoding="utf-8")
    own = "meta: {name: Luma Kids}\ndefaults: {brandguard: {extends: base.yml}}\n"
    return ProfileText.parse(own, str(tmp_path / "_brand.yml"))


def test_an_edit_stands_in_the_file_and_not_in_what_it_extends(extending):
    new = extending.with_value((*PALETTE, "sun"), "#FFCC00")
    assert new.profile().colours[0].hex == "#FFCC00"
    assert new.own(*PALETTE) == {"sun": "#FFCC00"}


def test_an_inherited_list_is_copied_before_it_is_changed(extending):
    banned = (*OURS, "wording", "banned")
    new = extending.added(banned, {"term": "gratis"})
    assert [b.term for b in new.profile().wording.banned] == ["cheap", "low cost", "gratis"]
    assert [b.term for b in extending.without((*banned, 0)).profile().wording.banned] == [
        "low cost"
    ]


def test_what_is_inherited_cannot_be_taken_out_here(extending):
    with pytest.raises(InheritedError, match="extends"):
        extending.without((*PALETTE, "sun"))


def test_alone_it_says_all_that_it_extends(extending, tmp_path):
    whole = alone(extending)
    assert "extends" not in whole
    read = ProfileText.parse(whole, str(tmp_path / "other.yml")).profile()
    assert (read.name, len(read.colours)) == ("Luma Kids", 3)


def test_imported_colours_name_those_that_differ(text):
    new, other = with_colours(
        text, [Swatched("sun", "#FFFFFF", (0, 0.25, 0.8, 0), "P 1"), Swatched("foam", "#EEEEEE")]
    )
    assert other == ("sun",)
    sun = new.profile().colours[0]
    assert (sun.hex, sun.cmyk, sun.spot, sun.core) == ("#FFFFFF", (0, 0.25, 0.8, 0), "P 1", True)


NAMES = st.sampled_from(["sun", "ink", "deep", "foam"])
EDITS = st.one_of(
    st.tuples(st.just("set"), NAMES, st.sampled_from(["#000000", "#FFFFFF"])),
    st.tuples(st.just("drop"), NAMES, st.none()),
    st.tuples(st.just("move"), NAMES, st.integers(-2, 2)),
    st.tuples(st.just("ban"), st.just("x"), st.none()),
    st.tuples(st.just("free"), st.just(""), st.integers(0, 3)),
    st.tuples(
        st.just("rule"), st.sampled_from(["COL001", "TRM001"]), st.sampled_from(["off", None])
    ),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(EDITS, max_size=6))
def test_any_row_of_edits_leaves_a_file_that_says_the_same(edits):
    text = ProfileText.parse(TEXT, "_brand.yml")
    banned = (*OURS, "wording", "banned")
    for what, name, value in edits:
        if what == "set":
            text = text.with_value((*PALETTE, name), value)
        elif what == "drop":
            text = without_colour(text, name)
        elif what == "move":
            text = text.moved((*PALETTE, name), value)
        elif what == "ban":
            text = text.added(banned, {"term": name})
        elif what == "free":
            text = text.without((*banned, value))
        else:
            text = text.with_value((*OURS, "rules", name), value)
    again = ProfileText.parse(text.text, "_brand.yml")
    assert again.document.plain() == text.document.plain()
    assert again.text == text.text
    assert "# Luma's profile." in again.text
