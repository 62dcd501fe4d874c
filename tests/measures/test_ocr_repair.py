import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.measures.ocr_repair import mended
from brandguard.model.creative import TextRun


def runs_of(text):
    return tuple(TextRun(m.span(), source="ocr") for m in re.finditer(r"\S+", text))


def mend(text, *expected):
    fixed, runs = mended(text, runs_of(text), expected)
    assert [fixed[slice(*r.span)] for r in runs] == fixed.split()
    return fixed


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Vuelve el verano!", "¡Vuelve el verano!"),
        ("iÚltima\nsemana!", "¡Última\nsemana!"),
        (
            "jAhorra hasta 40 €! Llévate dos meses gratis.",
            "¡Ahorra hasta 40 €! Llévate dos meses gratis.",
        ),
        ("Sabe a mar. Ven ya!", "Sabe a mar. ¡Ven ya!"),
        ("iREBAJAS EN TODA LA TIENDA!", "¡REBAJAS EN TODA LA TIENDA!"),
        ("¡Vuelve el verano!", "¡Vuelve el verano!"),
        ("iQuieres saber más?", "¿Quieres saber más?"),
        ("¿Y tú, a qué esperas?", "¿Y tú, a qué esperas?"),
    ],
)
def test_the_marks_that_open_are_put_back_in_spanish(read, meant):
    assert mend(read, "es") == meant


def test_a_question_that_nobody_opened_is_left_as_it_was_written():
    assert mend("Quieres saber más de nosotros?", "es") == "Quieres saber más de nosotros?"


def test_other_languages_get_no_marks():
    assert (
        mend("Scopri i nuovi arrivi nei nostri negozi!", "it")
        == "Scopri i nuovi arrivi nei nostri negozi!"
    )
    assert mend("Sleep better tonight, for less!", "en") == "Sleep better tonight, for less!"


def test_italian_accents_lost_in_small_print_come_back():
    assert mend(
        "II regolamento è nei negozi, dal lunedi al sabato: piu luce, perche no.", "it"
    ) == ("Il regolamento è nei negozi, dal lunedì al sabato: più luce, perché no.")


def test_nothing_is_mended_in_nothing():
    assert mended("", ()) == ("", ())


@given(st.text(alphabet="aiÁVe !?¿¡.\n", max_size=80))
def test_words_keep_their_runs_whatever_is_read(text):
    mend(text, "es")


def test_wide_signs_of_the_recognisers_alphabet_are_plain_ones():
    text, _ = mended("Offerta \u221220\uff05 \uff1aore 9", (), ("it",))
    assert "20% :ore" in text
