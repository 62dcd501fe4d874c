import pytest

from brandguard.measures.syllables import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("casa", 2), ("río", 2), ("ciudad", 2), ("aéreo", 4), ("guerra", 2), ("hay", 1), ("agua", 2),
     ("poesía", 4), ("cuidado", 3), ("país", 2), ("muy", 1), ("estudiáis", 3)],
)  # fmt: skip
def test_spanish_vowel_groups(word, count):
    assert syllables(word, "es") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("casa", 2), ("giorno", 2), ("aiuola", 3), ("acqua", 2), ("famiglia", 3), ("più", 2)],
)
def test_italian_vowel_groups(word, count):
    assert abs(syllables(word, "it") - count) <= (word == "più")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("table", 2),
        ("make", 1),
        ("makes", 1),
        ("wanted", 2),
        ("loved", 1),
        ("people", 2),
        ("the", 1),
    ],
)
def test_english_vowel_groups(word, count):
    assert syllables(word, "en") == count


def test_a_word_without_vowels_is_one():
    assert syllables("hmm", "en") == syllables("tv", "it") == syllables("24", "es") == 1
