"""What goes wrong is said in the reader's language, with the same facts in each."""

import ast
import pickle
import string
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brandguard
from brandguard.interchange.brandyml import load_profile
from brandguard.messages import Messages
from brandguard.model.errors import HistoryError, OutputError, ProfileError
from brandguard.model.said import Said, cause
from brandguard.settings import asset_path
from brandguard.writers.atomic import replacing

ROOT = Path(brandguard.__file__).parent
ENTRIES = tomllib.loads(asset_path("errors.toml").read_text(encoding="utf-8"))["error"]


def gaps(template):
    return sorted((name, spec) for _, name, spec, _ in string.Formatter().parse(template) if name)


def calls():
    """Give every sentence of the source: where, its template, the names of its facts."""
    for file in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Said":
                yield f"{file.name}:{node.lineno}", node.args[0], node.keywords


def test_every_sentence_is_a_literal_with_its_facts():
    own = 0
    for where, template, facts in calls():
        if where.startswith("said.py") and isinstance(template, ast.Name):
            own += 1  # unpickling
            continue
        assert isinstance(template, ast.Constant), where
        named = [fact.arg for fact in facts]
        if None not in named:
            assert {name for name, _ in gaps(template.value)} == set(named), where
    assert own == 1


def test_every_sentence_has_its_words_and_no_words_are_left_over():
    said = {t.value for _, t, _ in calls() if isinstance(t, ast.Constant)}
    assert len({entry["en"] for entry in ENTRIES}) == len(ENTRIES)
    assert said == {entry["en"] for entry in ENTRIES}


@pytest.mark.parametrize("language", ["it", "es"])
def test_words_have_the_gaps_of_the_english_ones(language):
    for entry in ENTRIES:
        assert gaps(entry[language]) == gaps(entry["en"]), entry["en"]


@given(st.text())
def test_facts_are_never_read_as_templates(fact):
    made = Said("{file} does not exist", file=fact)
    assert made == f"{fact} does not exist"
    assert Messages.load("it").said(made) == f"{fact} non esiste"


def test_a_sentence_outlives_a_pickle():
    made = Said("{file}: could not be written: {cure}", file="a{b}", cure=Said("is missing"))
    again = pickle.loads(pickle.dumps(made))
    assert again == made == "a{b}: could not be written: is missing"
    assert Messages.load("es").said(again) == "a{b}: no se pudo escribir: falta"


def test_other_text_stays_as_it_is():
    assert Messages.load("it").said("not ours") == "not ours"
    assert Messages.load("it").error(ValueError("not ours")) == "not ours"
    assert Messages.load("it").error(OSError(2, "nothing there")) == "[Errno 2] nothing there"


def test_a_profile_tells_every_problem_in_italian(tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text(
        "meta: {name: Acme}\ncolor: {palette: {red: '#E4002B'}, primary: redd}\n"
        "defaults:\n  brandguard:\n    langauges: [it]\n    colour: {tolerance: -1}\n"
    )
    with pytest.raises(ProfileError) as told:
        load_profile(file)
    lines = Messages.load("it").error(told.value).splitlines()
    assert lines[0].startswith(f"{file}:2: color.primary: «redd» non è un colore: scrivete #RRGGBB")
    assert any("non è una chiave conosciuta; intendevate «languages»?" in line for line in lines)
    assert any("dev’essere maggiore di 0" in line for line in lines)
    assert str(told.value).count("did you mean") == 1  # in English as ever
    assert len(lines) == len(str(told.value).splitlines())


def test_a_place_that_cannot_be_written_is_told_in_spanish(tmp_path):
    with pytest.raises(OutputError) as told, replacing(tmp_path / "gone" / "x.txt"):
        pass
    said = Messages.load("es").error(told.value)
    assert said.endswith("no se pudo escribir: la carpeta no existe; créela o elija otra")


def test_what_the_system_complains_of_has_words_too():
    it = Messages.load("it")
    assert it.said(cause(FileNotFoundError(2, "x"))) == "il file o la cartella non esiste"
    assert it.said(cause(OSError(71, "Protocol error"))) == "Protocol error"


def test_an_error_of_several_facts_keeps_those_without_words():
    error = HistoryError(Said("the history {place}: {why}", place="/x", why="database is locked"))
    assert Messages.load("it").error(error) == "lo storico /x: database is locked"
