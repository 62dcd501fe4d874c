"""English lemmas of the model's tables: of common forms, alone and in a sentence."""

import subprocess
import sys

import pytest

from brandguard.language import english
from brandguard.language.lexicons import lemma
from brandguard.language.pipelines import read
from brandguard.model.errors import ModelError

ALONE = {
    # nouns
    "offers": "offer", "prices": "price", "studies": "study", "boxes": "box", "wishes": "wish",
    "shoes": "shoe", "glasses": "glass", "children": "child", "mice": "mouse", "men": "man",
    "women": "woman", "feet": "foot", "teeth": "tooth", "people": "people", "knives": "knife",
    "years": "year", "nodes": "node", "heroes": "hero", "news": "news", "series": "series",
    "goods": "goods", "boss": "boss", "bonus": "bonus", "lens": "lens", "media": "medium",
    "buildings": "building", "building": "building", "evening": "evening", "apps": "app",
    "smartphones": "smartphone",
    # verbs
    "offering": "offer", "offered": "offer", "went": "go", "goes": "go", "gone": "go",
    "running": "run", "ran": "run", "has": "have", "had": "have", "is": "be", "was": "be",
    "were": "be", "been": "be", "does": "do", "did": "do", "made": "make", "bought": "buy",
    "sold": "sell", "found": "find", "kept": "keep", "known": "know", "written": "write",
    "shopping": "shop", "making": "make", "installed": "install", "cancelled": "cancel",
    "tried": "try", "dying": "die", "discuss": "discuss", "guaranteed": "guarantee",
    "left": "left", "rose": "rose", "texting": "text",
    # adjectives, adverbs and the rest
    "better": "good", "best": "good", "worse": "bad", "larger": "large", "biggest": "big",
    "happier": "happy", "latest": "late", "number": "number", "broker": "broker",
    "quickly": "quickly", "us": "we", "them": "they", "as": "as", "this": "this",
}  # fmt: skip


@pytest.mark.parametrize(("word", "base"), ALONE.items())
def test_a_word_alone_has_its_usual_lemma(word, base):
    assert lemma(word.upper(), "en") == base
    assert lemma(base, "en") == base


@pytest.mark.parametrize(
    ("sentence", "word", "base"),
    [
        ("We left the shop at noon.", "left", "leave"),
        ("Use your left hand.", "left", "left"),
        ("The leaves fall from the trees.", "leaves", "leaf"),
        ("She leaves the house every day.", "leaves", "leave"),
        ("Water saves lives.", "lives", "life"),
        ("She lives in Leeds.", "lives", "live"),
        ("We are building it for you.", "building", "build"),
        ("The old building stands in the park.", "building", "building"),
        ("Enjoy guaranteed results.", "guaranteed", "guarantee"),
    ],
)
def test_the_sentence_tells_how_a_word_is_read(sentence, word, base):
    (token,) = [t for t in next(read("en", [sentence])) if t.text == word]
    assert lemma(token.text, "en", token.lemma, token.pos) == base


def test_a_part_of_speech_that_cannot_be_changes_nothing():
    assert lemma("offers", "en", pos="PROPN") == lemma("offers", "en", pos="ADJ") == "offer"
    assert lemma("offering", "en", pos="NOUN") == "offer"


def test_every_exception_says_something():
    tables = english._tables()
    plain = {word: {table.base(word) for table in tables.values()} for word in english.AS_THEY_ARE}
    assert not [word for word, bases in plain.items() if bases <= {None, word}]


def test_what_is_no_english_word_has_no_lemma():
    assert english.alone("with") == "with"
    assert english.alone("zqxwv") is None
    assert english.alone("zqxis") is None


def test_the_tables_go_by_their_names_in_the_package():
    from spacy.strings import get_string_id

    assert {part: get_string_id(part) for part in english.KEYS} == english.KEYS


def test_the_tables_need_neither_the_model_nor_the_other_tables():
    code = (
        "import sys; from brandguard.language.lexicons import lemma\n"
        "assert lemma('children', 'en') == 'child'\n"
        "assert not {'spacy', 'simplemma', 'numpy'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(english, "ENGLISH", "en_no_such_package")
    with pytest.raises(ModelError, match="missing"):
        english._file()
