"""The norm of a medium: what a script, an advert or a post decides itself."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.language.media import elsewhere, norm_of, within
from brandguard.measures.style import style_profile
from brandguard.measures.voice_traits import TRAITS
from brandguard.model.creative import Medium

MEDIA = get_args(Medium)
WITH_NORM = [medium for medium in MEDIA if norm_of(medium)]
EVERY_SHAPE = {name[2:] for name in style_profile("One. Two!", "en") if name[0] == "s"}


def test_prose_on_paper_and_screen_has_no_norm_of_its_own():
    assert not {"flyer", "brochure", "web", "email", "direct-mail", "other"} & set(WITH_NORM)
    assert {"radio", "tv", "sms", "social", "press-release"} <= set(WITH_NORM)


@pytest.mark.parametrize("medium", WITH_NORM)
def test_norms_name_traits_and_shapes_that_are_measured(medium):
    norm = norm_of(medium)
    assert norm.traits | norm.room.keys() <= set(TRAITS)
    assert not norm.traits & norm.room.keys()
    assert norm.shapes <= EVERY_SHAPE
    assert all(down >= 0 and up >= 0 for down, up in norm.room.values())


def test_a_script_decides_its_marks_but_not_its_words():
    norm = norm_of("radio")
    assert norm.decides("p:!")
    assert norm.decides("s:words_per_line")
    assert norm.decides("t:emoji")
    assert not any(map(norm.decides, ("c:are", "b:non *", "e:iamo", "t:passive")))
    assert not norm_of("social").decides("p:!")
    assert norm_of("social").decides("p:☺")


def test_short_sentences_are_no_fault_of_a_script_and_long_ones_are():
    low, high = within("radio", "words_per_sentence", (14.0, 20.0))
    assert low <= 6
    assert high == 20
    assert within("flyer", "words_per_sentence", (14.0, 20.0)) == (14.0, 20.0)


def test_what_the_medium_decides_has_no_range():
    assert within("radio", "emoji", (0.0, 1.0)) is None
    assert elsewhere("sms", "readability", (50.0, 60.0)) is None


@given(st.sampled_from(MEDIA), st.sampled_from(TRAITS), st.floats(0, 90), st.floats(0, 10))
def test_the_way_there_and_back_leads_home(medium, trait, low, width):
    span = (low, low + width)
    there = within(medium, trait, span)
    if there is None:
        assert elsewhere(medium, trait, span) is None
        return
    back = elsewhere(medium, trait, there)
    assert back[0] <= span[0] <= span[1] <= back[1]
    assert there[0] <= span[0] <= span[1] <= there[1]
