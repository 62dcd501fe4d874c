import json

import pytest
from small_brand import INK, RED, card

from brandguard.settings import settings_file


def test_palette_as_json(brand, command):
    card(brand / "x.png", RED, INK)
    answer = command("palette", "x.png", "--format", "json")
    got = answer.json
    assert got["schema"] == "brandguard.palette/1"
    palette = got["pages"][0]["palette"]
    assert palette[0]["hex"] == "#FFFFFF"
    assert {RED, INK} <= {s["hex"] for s in palette}
    assert palette == sorted(palette, key=lambda s: -s["share"])


def test_palette_is_drawn(brand, command):
    card(brand / "x.png", RED)
    answer = command("palette", "x.png", "--color", "never")
    assert RED in answer.out
    assert "\x1b" not in answer.out


@pytest.mark.usefixtures("brand")
def test_voice_lines_as_json(process):
    text = b"Scopri la nuova collezione!\n\nLa invitiamo a visitare il negozio.\n"
    answer = process("voice", "-", "--lines", "--language", "it", "--format", "json", stdin=text)
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert len(rows) == 3
    assert rows[0]["schema"] == "brandguard.voice/1"
    assert (rows[0]["address"], rows[0]["imperatives"]) == ("informal", 1)
    assert rows[1]["words"] == 0
    assert rows[2]["address"] == "formal"
    assert rows[0]["traits"]["gulpease"] is None


def test_measure_gives_features_without_a_profile(brand, command):
    (brand / "_brand.yml").unlink()
    answer = command("measure", "spring/online/post.png")
    got = answer.json
    assert got["schema"] == "brandguard.features/1"
    assert got["pages"][0]["width_px"] == 240


def test_an_unreadable_file_is_exit_1_with_its_cause(brand, command):
    (brand / "empty.png").write_bytes(b"")
    answer = command("palette", "empty.png")
    assert answer.code == 1
    assert "empty.png" in answer.err


@pytest.mark.usefixtures("brand")
def test_rules_and_explain(command):
    assert "COL001" in command("rules").out
    assert {"rule": "TRM001", "severity": "fail"}.items() <= next(
        r for r in command("rules", "--format", "json").json if r["rule"] == "TRM001"
    ).items()
    assert "COL001" in command("explain", "col001").out
    assert command("explain", "COL001", "--lang", "it").out != command("explain", "COL001").out


def test_languages_and_doctor(command):
    rows = command("languages", "--format", "json").json
    assert {r["language"] for r in rows} == {"en", "it", "es"}
    assert all(r["ready"] for r in rows)
    told = command("doctor").out
    assert "png" in told.lower()
    assert "LibreOffice" in told  # what it would add, or where it is


def test_profile_new_check_show(brand, command):
    (brand / "_brand.yml").unlink()
    assert command("profile", "new", "--name", "Caffè «X»").code == 0
    assert command("profile", "new").code == 2
    answer = command("profile", "check")
    assert answer.code == 0
    assert "Caffè" in answer.err
    assert "red" in command("profile", "show", "--color", "never").out
    assert command("profile", "show", "--format", "json").json["name"] == "Caffè «X»"


LONG = "Made by hand, drunk slowly, and " + "told again and " * 20 + "never in a hurry."


def test_what_goes_into_a_pipe_is_never_wrapped_or_cut(brand, command, monkeypatch):
    profile = brand / "_brand.yml"
    text = profile.read_text().replace("[cheap]", f"[cheap], required: [{{text: '{LONG}'}}]")
    profile.write_text(text)
    home = brand / ("deep/" * 30) / "home"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "60")
    assert LONG in command("profile", "show").out
    told = command("doctor").out
    assert str(settings_file()) in told
    assert len(str(settings_file())) > 100
    assert not [line for line in told.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize(
    ("called", "nearest"), [("compare", False), ("palette", False), ("check", True)]
)
def test_help_says_where_the_profile_comes_from(command, called, nearest):
    told = " ".join(command(called, "--help").out.split())
    assert ("nearest _brand.yml" in told) == nearest
    assert ("without it none is used" in told) != nearest


@pytest.mark.parametrize("called", ["check", "show"])
def test_a_profile_comes_by_standard_input(brand, process, called):
    profile = (brand / "_brand.yml").read_bytes()
    (brand / "_brand.yml").unlink()
    answer = process("profile", called, "-", stdin=profile)
    assert answer.code == 0, answer.err
    assert "Acme" in answer.out + answer.err
    wrong = process("profile", called, "-", stdin=b"defaults: {brandguard: {langs: [it]}}")
    assert wrong.code == 2
    assert "-:1: defaults.brandguard.langs: is no known key" in wrong.err
    nothing = process("profile", called, "-", stdin=b"\xff")
    assert nothing.code == 2
    assert "-:1: is not UTF-8 text" in nothing.err
