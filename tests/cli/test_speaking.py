"""Every command that prints does so in the language that was asked for, wherever --lang stands."""

import pytest
from small_brand import PROFILE

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "_brand.yml").write_text(PROFILE)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "italian"),
    [
        (("doctor",), "storico dei punteggi"),
        (("languages",), "pronto"),
        (("rules",), "Colore fuori palette"),
        (("explain", "COL001"), "Che cosa controlla"),
        (("profile", "show"), "Vietati: cheap"),
        (("profile", "check"), "va bene (Acme: 3 colori, 1 termine, 2 regole impostate)"),
        (("profile", "new", "other.yml"), "modificatelo, poi"),
        (("history",), "Non c’è ancora nulla"),
        (("history", "clear", "--before", "2020-01-01"), "0 controlli: tolti da"),
        (("waive", "COL001", "--reason", "x"), "COL001 è accettato"),
    ],
)
def test_a_command_speaks_italian_before_and_after_its_name(command, home, arguments, italian):
    for words in (("--lang", "it", *arguments), (*arguments, "--lang", "it")):
        (home / "other.yml").unlink(missing_ok=True)
        answer = command(*words)
        assert answer.code == 0, answer.err
        assert italian in answer.out + answer.err
    plain = command(*arguments, *(("--force",) if "new" in arguments else ()))
    assert italian not in plain.out + plain.err


def test_the_commands_own_language_goes_before_the_others(command, monkeypatch):
    assert "Off-palette colour" in command("--lang", "it", "rules", "--lang", "en").out
    monkeypatch.setenv("BRANDGUARD_LANG", "es")
    assert "Color fuera de la paleta" in command("rules").out
    assert "Colore fuori palette" in command("--lang", "it", "rules").out


def test_a_language_without_words_is_refused(command):
    answer = command("--lang", "xx", "rules")
    assert answer.code == 2
    assert answer.err.startswith("brandguard: rules: invalid value for --lang: 'xx' is not one of")


def test_programs_read_the_same_words_in_every_language(command):
    assert command("doctor", "--format", "json", "--lang", "it").json.keys() >= {
        "Formats",
        "Extras",
    }


def test_errors_are_told_in_the_language_that_is_asked_for(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "there is no such file or folder" in command("check", "gone.png").err
    assert "questo file o cartella non esiste" in command("check", "gone.png", "--lang", "it").err
    assert "ese archivo o carpeta no existe" in command("check", "gone.png", "--lang=es").err
    monkeypatch.setenv("BRANDGUARD_LANG", "it")
    assert "questo file o cartella non esiste" in command("check", "gone.png").err
