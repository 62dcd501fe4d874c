import pytest

from brandguard.language.lexicons import imperatives, is_loan, lemma, listed, zipf


@pytest.mark.parametrize(
    ("language", "word", "who", "clitic"),
    [
        ("it", "scopri", "tu", ""),
        ("it", "Scoprite", "voi", ""),
        ("it", "scopra", "lei", ""),
        ("it", "contattateci", "voi", "ci"),
        ("it", "dillo", "tu", "lo"),
        ("it", "fatti", "tu", "ti"),
        ("it", "riscopri", "tu", ""),
        ("it", "scansiona", "tu", ""),
        ("es", "descubre", "tu", ""),
        ("es", "descubra", "lei", ""),
        ("es", "venid", "voi", ""),
        ("es", "suscríbete", "tu", "te"),
        ("es", "llámenos", "lei", "nos"),
        ("es", "sentaos", "voi", "os"),
        ("es", "envíanos", "tu", "nos"),
        ("es", "pierdas", "no_tu", ""),
        ("es", "date", "tu", "te"),
    ],
)
def test_a_possible_imperative_is_known(language, word, who, clitic):
    assert (who, clitic) in {(r.who, r.clitic) for r in imperatives(language, word)}


@pytest.mark.parametrize(
    ("language", "word"),
    [("it", "collezione"), ("it", "subito"), ("it", "della"), ("es", "colección"), ("es", "menos")],
)
def test_what_cannot_be_an_imperative_is_none(language, word):
    assert imperatives(language, word) == ()


@pytest.mark.parametrize(
    ("word", "language", "loan"),
    [
        ("shopping", "it", True),
        ("delivery", "it", True),
        ("marketing", "es", True),
        ("collezione", "it", False),
        ("sole", "it", False),
        ("come", "es", False),
        ("idea", "it", False),
        ("warranty", "it", True),  # on no list: by frequency
        ("thoughts", "es", True),
        ("garanzia", "it", False),
    ],
)
def test_english_words_are_told_from_our_own(word, language, loan):
    assert is_loan(word, language) is loan


def test_lemmas_are_lower_case_and_the_model_helps_where_the_table_is_silent():
    assert lemma("Scopri", "it") == "scoprire"
    assert lemma("prices", "en") == "price"
    assert lemma("Zqxwv", "it", "Zqx") == "zqx"


def test_common_words_are_frequent():
    assert zipf("casa", "it") > 5 > zipf("sinergia", "it") > 0
    assert zipf("qwxzqwxz", "it") == 0


@pytest.mark.parametrize("language", ["it", "es", "en"])
def test_every_list_is_lower_case_and_without_twins(language):
    for name in ("intensifiers", "hedges", "superlatives", "anglicisms"):
        assert all(word == word.lower().strip() for word in listed(language, name))
