"""`compare A B`: two creatives or two folders, without a profile and with one."""

import json
from pathlib import Path

import jsonschema
import pytest
from small_brand import FOREIGN, INK, RED, card

SCHEMA = Path(__file__).parents[2] / "assets" / "schema" / "report.schema.json"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def compare(command, one, other, *more):
    return command("compare", one, other, "--no-ocr", "--no-cache", "-j", "1", "-q", *more)


def test_needs_no_profile_and_shows_both_palettes(folder, command):
    card(folder / "print" / "flyer.png", RED)
    card(folder / "web" / "post.png", FOREIGN)
    found = compare(command, "print/flyer.png", "web/post.png")
    assert found.code == 0
    assert "A  print/flyer.png" in found.out
    assert "B  web/post.png" in found.out
    assert RED in found.out
    assert FOREIGN in found.out
    assert "CAM030" in found.out


def test_a_creative_agrees_wholly_with_its_copy(folder, command):
    card(folder / "a.png", RED, INK)
    (folder / "b.png").write_bytes((folder / "a.png").read_bytes())
    found = compare(command, "a.png", "b.png", "--fail-under", "100", "--format", "json")
    assert found.code == 0
    assert found.json["campaigns"][0]["coherence_score"] == 100


def test_a_contradiction_fails_with_both_sides_and_both_files(folder, command):
    (folder / "flyer.txt").write_text("30% off shoes until 31 August 2027.")
    (folder / "post.txt").write_text("20% off shoes until 31 August 2027.")
    found = compare(command, "flyer.txt", "post.txt")
    assert found.code == 1
    assert "30%" in found.out
    assert "20%" in found.out
    assert "CAM010" in found.out
    assert compare(command, "flyer.txt", "post.txt", "--fail-on", "never").code == 0


def test_fail_under_decides_the_exit_code(folder, command):
    card(folder / "a.png", RED)
    card(folder / "b.png", FOREIGN)
    assert compare(command, "a.png", "b.png", "--fail-under", "5").code == 0
    assert compare(command, "a.png", "b.png", "--fail-under", "95").code == 1


def test_folders_are_compared_as_sides_and_name_their_worst_pair(folder, command):
    card(folder / "a" / "one.png", RED)
    card(folder / "a" / "two.png", RED)
    card(folder / "b" / "one.png", RED)
    card(folder / "b" / "odd.png", FOREIGN)
    found = compare(command, "a", "b", "--format", "json").json
    jsonschema.validate(found, json.loads(SCHEMA.read_text()))
    (campaign,) = found["campaigns"]
    assert campaign["sides"] == ["a", "b"]
    assert campaign["pairs"][0]["paths"][1] == "b/odd.png"
    assert campaign["pairs_compared"] == 4
    assert len(found["creatives"]) == 4
    text = compare(command, "a", "b", "--lang", "it").out
    assert "a/one.png – b/odd.png" in text


@pytest.mark.parametrize("format_", ["html", "csv", "sarif", "junit", "concise", "jsonl"])
def test_every_format_can_show_a_comparison(folder, command, format_):
    card(folder / "a.png", RED)
    card(folder / "b.png", FOREIGN)
    report = folder / f"out.{format_}"
    assert compare(command, "a.png", "b.png", "--format", format_, "-o", report).code == 0
    assert "CAM030" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "it", "es"])
def test_it_speaks_three_languages(folder, command, lang):
    card(folder / "a.png", RED)
    card(folder / "b.png", FOREIGN)
    out = compare(command, "a.png", "b.png", "--lang", lang).out
    word = {"en": "Agreement", "it": "Accordo", "es": "Concordancia"}[lang]
    assert word in out
    assert "why." not in out


def test_with_a_profile_its_rules_count(folder, command):
    card(folder / "a.png", RED)
    card(folder / "b.png", FOREIGN)
    (folder / "brand.yml").write_text(
        "meta: {name: Acme}\ndefaults: {brandguard: {rules: {CAM030: fail}}}\n"
    )
    assert compare(command, "a.png", "b.png", "-p", "brand.yml").code == 1


def test_what_is_missing_or_empty_is_said_in_one_line(folder, command):
    card(folder / "a.png", RED)
    (folder / "empty").mkdir()
    for other in ("nothing.png", "empty"):
        found = compare(command, "a.png", other)
        assert found.code == 2
        assert other in found.err
        assert found.err.count("\n") == 1


def test_a_side_that_cannot_be_read_is_named_and_fails(folder, command):
    card(folder / "a.png", RED)
    (folder / "b.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    found = compare(command, "a.png", "b.png")
    assert found.code == 1
    assert "b.png" in found.err


def test_names_and_copy_cannot_speak_to_the_terminal(folder, command):
    evil = "\x1b[31mred\x07.txt"
    (folder / evil).write_text("Buy now\x1b]0;title\x07 at acme.example")
    (folder / "b.txt").write_text("Buy now at acme.example")
    out = compare(command, evil, "b.txt", "--color", "never").out
    assert "\x1b" not in out
    assert "\x07" not in out
