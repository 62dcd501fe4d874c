from hypothesis import given
from hypothesis import strategies as st

from brandguard.language.cleaning import MAX_WORD, clean


def test_invisible_characters_vanish_and_positions_lead_back():
    text = "Pro\u00admo\u00adzione \u202bsubito\u202c"
    found = clean(text)
    assert found.text == "Promozione subito"
    start = found.text.index("subito")
    assert text[slice(*found.span(start, start + 6))] == "subito"


def test_ligatures_become_letters_and_keep_their_place():
    text = "oﬃcina ﬁne"
    found = clean(text)
    assert found.text == "officina fine"
    assert text[slice(*found.span(0, 8))] == "oﬃcina"
    assert text[slice(*found.span(9, 13))] == "ﬁne"


def test_fancy_letters_and_quotes_become_plain_but_ordinals_stay():
    assert clean("𝗦𝗰𝗼𝗽𝗿𝗶 l’estate 1º ™").text == "Scopri l'estate 1º ™"  # noqa: RUF001  letters made to look bold


def test_an_accent_apart_from_its_letter_is_joined():
    text = "caffe\u0300 subito"
    found = clean(text)
    assert found.text == "caffè subito"
    start = found.text.index("subito")
    assert text[slice(*found.span(start, start + 6))] == "subito"


def test_noise_without_spaces_is_left_out():
    assert clean("ciao " + "x" * MAX_WORD + " mondo").text == "ciao  mondo"


@given(st.text(max_size=400))
def test_every_position_lies_in_the_original_and_never_goes_back(text):
    found = clean(text)
    assert len(found.text) == len(found.at)
    assert all(0 <= at < len(text) for at in found.at)
    assert list(found.at) == sorted(found.at)
