import random
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "packaging" / "models"


@pytest.fixture(autouse=True)
def scripts(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        path = getattr(sys.modules[name], "__file__", None)
        if path and Path(path).parent == FOLDER:
            del sys.modules[name]


TREEBANK = """# text = Scopritelo nel negozio #saldi
1-2\tScopritelo\t_\t_\t_\t_\t_\t_\t_\t_
1\tScoprite\tscoprire\tVERB\tV\tMood=Imp|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_
2\tlo\tlo\tPRON\tPC\tClitic=Yes|Gender=Masc|Number=Sing|Person=3\t1\tobj\t_\t_
3-4\tnel\t_\t_\t_\t_\t_\t_\t_\t_
3\tin\tin\tADP\tE\t_\t5\tcase\t_\t_
4\til\til\tDET\tRD\tNumber=Sing|PronType=Art\t5\tdet\t_\t_
5\tnegozio\tnegozio\tNOUN\tS\tNumber=Sing\t1\tobl:loc\t_\t_
5.1\tghost\tghost\tNOUN\tS\t_\t_\t_\t_\t_
6\t#saldi\t#saldi\tSYM\tS\t_\t1\tdep\t_\tSpaceAfter=No

"""


@pytest.fixture
def sentence(tmp_path):
    from conllu import read

    path = tmp_path / "x.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    (found,) = read(path)
    return found


def test_a_contracted_word_is_one_token_named_by_its_content(sentence):
    assert [token.form for token in sentence] == ["Scopritelo", "nel", "negozio", "#saldi"]
    verb, preposition, noun, _ = sentence
    assert (verb.pos, verb.lemma, verb.dep, verb.head) == ("VERB", "scoprire", "ROOT", 0)
    assert verb.feats["Clitic"] == "Yes"
    assert verb.feats["Person"] == "2"
    assert (preposition.pos, preposition.feats["PronType"], preposition.head) == ("ADP", "Art", 2)
    assert (noun.dep, noun.head) == ("obl", 0)


def test_hashtags_are_cut_as_spacy_cuts_them(sentence):
    from conllu import split_hashtags

    found = split_hashtags(sentence)
    assert [token.form for token in found][-2:] == ["#", "saldi"]
    assert found[-2].head == len(found) - 1
    assert found[-2].space is False


def test_harmonising_keeps_only_what_is_learned(sentence):
    from harmonise import KEPT, italian

    assert all(set(token.feats) <= KEPT for token in italian(sentence))


def test_augmenting_adds_capitals_and_never_breaks_a_tree(sentence):
    from augment import COPY, augmented

    found = augmented([sentence] * 100, COPY, seed=1)
    assert len(found) > 100
    assert any(tokens[0].form == "SCOPRITELO" for tokens in found)
    assert all(0 <= token.head < len(tokens) for tokens in found for token in tokens)


@pytest.mark.parametrize(
    ("form", "pronoun", "written"),
    [
        ("descubre", "lo", "descúbrelo"),
        ("compra", "la", "cómprala"),
        ("busque", "nos", "búsquenos"),
        ("haz", "lo", "hazlo"),
        ("envía", "lo", "envíalo"),
        ("llama", "nos", "llámanos"),
    ],
)
def test_a_pronoun_leaves_the_stress_where_it_was(form, pronoun, written):
    from spanish import with_enclitic

    assert with_enclitic(form, pronoun) == written


@pytest.mark.parametrize(
    ("infinitive", "forms", "expected"),
    [
        ("probar", {"prueba", "pruebe", "pruebas"}, ("prueba", "pruebe", "probad", "pruebes")),
        ("pagar", {"paga", "pague", "pagas"}, ("paga", "pague", "pagad", "pagues")),
        ("pedir", {"pide", "pida", "pides"}, ("pide", "pida", "pedid", "pidas")),
        ("conocer", {"conoce", "conozca", "conoces"}, ("conoce", "conozca", "conoced", "conozcas")),
        ("enviar", {"envía", "envíe", "envías"}, ("envía", "envíe", "enviad", "envíes")),
    ],
)
def test_spanish_verbs_by_rule(infinitive, forms, expected):
    from verbs import spanish

    verb = spanish(dict.fromkeys(forms, infinitive))[infinitive]
    assert (verb.tu, verb.lei, verb.voi, verb.no_tu) == expected


@pytest.mark.parametrize("language", ["it", "es"])
def test_template_sentences_are_whole_and_always_the_same(language):
    from verbs import _italian_regular, _regular

    if language == "it":
        from italian import Italian as Grammar

        regular = _italian_regular
    else:
        from spanish import Spanish as Grammar

        def regular(name):
            return _regular(name, name[:-2])

    from grammar import words

    lists = words(language)
    names = {*lists["verbs"].split(), *lists["greet"].split()}
    verbs = {name: regular(name) for name in names}
    draws = [Grammar(verbs, [], random.Random(3)).sentences(60) for _ in range(2)]
    assert draws[0] == draws[1]
    for tokens in draws[0]:
        assert sum(token.dep == "ROOT" for token in tokens) == 1
        assert all(token.form and token.lemma for token in tokens)
    assert any(token.feats.get("Mood") == "Imp" for tokens in draws[0] for token in tokens)
