"""Numbers in words become digits, and every digit knows its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.language.cleaning import clean
from brandguard.language.numbers import _italian_words, with_digits


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("it", "novecentonovantanove euro", "999 euro"),
        ("it", "duemilacinquecento euro", "2500 euro"),
        ("it", "il venti per cento", "il 20 per cento"),
        ("it", "dal primo giugno al trentun luglio", "dal 1 giugno al 31 luglio"),
        ("it", "sei bellissima, la prima volta", "sei bellissima, la prima volta"),
        ("it", "zero due, cinque cinque cinque zero, uno due tre quattro", "0255501234"),
        ("es", "novecientos noventa y nueve euros", "999 euros"),
        ("es", "mil doscientos euros", "1200 euros"),
        ("es", "treinta y uno de mayo", "31 de mayo"),
        ("es", "del uno al quince de agosto", "del 1 al 15 de agosto"),
        ("es", "uno de ellos", "uno de ellos"),
        ("en", "nine hundred and ninety-nine dollars", "999 dollars"),
        ("en", "twenty-nine pounds ninety-five", "29 pounds 95"),
        ("en", "the thirty-first of August", "the 31 of August"),
        ("en", "350 Fifth Avenue", "350 Fifth Avenue"),
        ("en", "two for one", "2 for 1"),
        ("fr", "vingt euros", "vingt euros"),
    ],
)
def test_words_become_digits(language, text, wanted):
    assert with_digits(clean(text), language).text == wanted


def test_every_digit_knows_its_words():
    text = "costa novecentonovantanove euro"
    done = with_digits(clean(text), "it")
    at = done.text.index("999")
    assert text[slice(*done.span(at, at + 3))] == "novecentonovantanove"


@given(st.integers(2, 999))
def test_every_italian_number_has_a_word(number):
    words = {value: word for word, value in _italian_words().items()}
    assert with_digits(clean(f"{words[number]} euro"), "it").text == f"{number} euro"


@given(st.text(max_size=120), st.sampled_from(["it", "es", "en"]))
def test_positions_stay_in_order(text, language):
    done = with_digits(clean(text), language)
    assert len(done.text) == len(done.at)
    assert list(done.at) == sorted(done.at)
