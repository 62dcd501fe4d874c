"""Masked style: what is kept of a text, and what is not."""

import json
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.measures.style import (
    LANGUAGES,
    MAX_CHARACTERS,
    MAX_FEATURES,
    function_words,
    style_profile,
)


def counted(text, language, family):
    found = style_profile(text, language)
    return {k[2:]: v for k, v in found.items() if k.startswith(f"{family}:")}


def test_function_words_stay_and_other_words_leave_their_ending():
    text = "Prenotiamo il vostro divano"
    assert counted(text, "it", "f") == {"il": 1, "vostro": 1}
    assert counted(text, "it", "e") == {"amo": 1, "ano": 1}


def test_topic_leaves_no_trace():
    one = style_profile("La cucina che volevi, montata in un giorno. Scrivici!", "it")
    other = style_profile("La collina che temevi, tentata in un giorno. Scrivici!", "it")
    assert one == other


def test_address_does():
    one = style_profile("Scopri la tua casa con il tuo amico.", "it")
    other = style_profile("Scopra la Sua casa con il Suo amico.", "it")
    assert one != other
    assert counted("la tua casa", "it", "f") == {"la": 1, "tua": 1}


def test_names_numbers_links_tags_and_emoji_become_one_symbol_each():
    text = "Da Rossi a 1.299,00 su www.rossi.it con #saldi e info@rossi.it 😀 SUBITISSIMO"
    assert counted(text, "it", "p") == {"^": 1, "0": 1, "@": 2, "&": 1, "☺": 1, "#": 1}
    assert "ross" not in json.dumps(style_profile(text, "it"))


def test_a_capital_at_the_start_of_a_sentence_is_no_name():
    assert counted("Camminare fa bene. Correre anche", "it", "p") == {".": 1}


def test_contractions_and_elisions():
    assert counted("Don’t worry", "en", "f") == {"don't": 1}
    assert counted("all'amico", "it", "f") == {"all": 1}


def test_shape():
    found = style_profile("Uno due tre.\n- quattro cinque\n- sei sette!", "it")
    assert found["n:words"] == 7
    assert found["s:bullet_lines"] == pytest.approx(2 / 3)
    assert found["s:open_lines"] == pytest.approx(1 / 3)
    assert found["s:words_per_line"] == pytest.approx(7 / 3)


def test_what_is_beyond_the_limit_is_not_read():
    text = "la casa " * (MAX_CHARACTERS // 8)
    assert style_profile(text + "zzz!", "it") == style_profile(text, "it")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_hold_what_makes_a_voice(language):
    wanted = {"en": {"you", "don't", "we"}, "es": {"tú", "usted"}, "it": {"tuo", "lei", "vostro"}}
    assert wanted[language] <= function_words(language)


def test_a_language_without_a_list_is_masked_whole():
    assert counted("die Katze schläft", "de", "f") == {}
    assert style_profile("", "it") == {}
    assert style_profile(" \n ", "it") == {} or style_profile(" \n ", "it")["n:words"] == 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from([*LANGUAGES, "xx"]))
def test_any_text_gives_finite_counts_in_a_fixed_order(text, language):
    found = style_profile(text, language)
    assert list(found) == sorted(found)
    assert all(0 <= value < 1e6 for value in found.values())
    assert found == style_profile(text, language)


@given(st.integers(0, 2**32))
@settings(max_examples=5, deadline=None)
def test_a_long_text_stays_small(seed):
    rng = random.Random(seed)
    text = "".join(rng.choices(string.printable + "àèù¿«»", k=9000))
    found = style_profile(text, "it")
    assert len(found) <= MAX_FEATURES
    assert len(json.dumps(found)) < 40_000
