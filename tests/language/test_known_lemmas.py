"""Lemmas are the same whether they come from the tables or from the file of the run before."""

import json
import sys

import pytest

from brandguard.language import english, known_lemmas
from brandguard.language.known_lemmas import FILE, remembered, tabled
from brandguard.language.lexicons import lemma

WORDS = {"en": ["shoes", "Better", "zzqx", "low"], "it": ["scarpe", "Migliori", "zzqx", "basso"]}


def asked():
    return [
        lemma(word, language, model)
        for language, words in WORDS.items()
        for word in words
        for model in ("", "Model")
    ]


@pytest.fixture
def no_tables(monkeypatch):
    def refuse(word):
        raise ImportError(word)

    def forbid():
        monkeypatch.setitem(sys.modules, "simplemma", None)
        monkeypatch.setattr(english, "alone", refuse)

    return forbid


def test_a_second_run_needs_no_tables(tmp_path, no_tables):
    plain = asked()
    with remembered(tmp_path / "cache"):
        assert asked() == plain
    no_tables()
    with remembered(tmp_path / "cache"):
        assert asked() == plain
        for language in WORDS:
            with pytest.raises(ImportError):
                tabled("unheard", language)


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", '{"version": "0", "words": {"en": {"shoes": "hat"}}}', '{"words": 3}'],
)
def test_a_damaged_or_foreign_file_counts_as_none(tmp_path, damage):
    (tmp_path / FILE).write_text(damage)
    with remembered(tmp_path):
        assert lemma("shoes", "en") == "shoe"
    assert json.loads((tmp_path / FILE).read_text())["words"] == {"en": {"shoes": "shoe"}}


def test_the_file_tells_whose_tables_and_rules_it_is_of(monkeypatch):
    before = known_lemmas._version.__wrapped__()
    assert "simplemma" in before
    assert english.ENGLISH in before
    monkeypatch.setattr(english, "RULES", english.RULES + 1)
    assert known_lemmas._version.__wrapped__() != before


def test_what_is_no_word_is_not_believed(tmp_path):
    version = known_lemmas._version()
    words = {"en": {"shoes": ["hat"]}}
    (tmp_path / FILE).write_text(json.dumps({"version": version, "words": words}))
    with remembered(tmp_path):
        assert lemma("shoes", "en") == "shoe"


def test_nothing_is_written_where_nothing_is_new_or_may_be_kept(tmp_path):
    with remembered(tmp_path):
        pass
    with remembered(None):
        lemma("shoes", "en")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("no folder")
    with remembered(tmp_path / "file"):
        assert lemma("shoes", "en") == "shoe"


def test_a_file_grows_up_to_its_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(known_lemmas, "MOST_WORDS", 2)
    with remembered(tmp_path):
        for word in ("shoes", "hats", "coats"):
            assert lemma(word, "en") == word[:-1]
    assert set(json.loads((tmp_path / FILE).read_text())["words"]["en"]) == {"shoes", "hats"}
