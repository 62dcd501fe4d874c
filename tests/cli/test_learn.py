import gzip
import hashlib
import json

import pytest
from PIL import Image
from small_brand import FOREIGN, INK, RED, card

TEXTS = [
    (
        "Scopri le nostre scarpe fatte a mano. Vieni a provarle in bottega, ti aspettiamo ogni "
        "giorno. Scegli il colore che ami e cammina leggero con noi per tutta la primavera, senza "
        "fretta."
    ),
    (
        "Prova la nuova suola in sughero. È leggera, dura a lungo e ti porta dove vuoi. Passa a "
        "trovarci in centro e raccontaci come cammini: troviamo insieme il modello giusto per te e "
        "per i tuoi piedi."
    ),
    (
        "Hai voglia di mare? Porta con te i nostri sandali. Li cuciamo uno a uno, nel laboratorio "
        "dietro il porto. Scrivici se vuoi una misura speciale: la prepariamo in pochi giorni e te "
        "la spediamo a casa."
    ),
]


@pytest.fixture
def approved(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for i in range(8):
        card(tmp_path / "ok" / f"p{i}.png", RED, *([INK] if i % 2 else []), height=36 + 2 * i)
    for i, text in enumerate(TEXTS):
        (tmp_path / "ok" / f"t{i}.txt").write_text(text)
    return tmp_path


def test_a_learned_profile_judges_its_own_and_a_stranger(approved, command):
    answer = command("learn", "ok", "--name", "Acme", "-o", "acme.yml")
    assert answer.code == 0, answer.err
    card(approved / "own.png", RED, INK)
    card(approved / "stranger.png", FOREIGN, "#7A00CC", "#FFD400")
    report = command("check", "own.png", "stranger.png", "-p", "acme.yml", "--format", "json").json
    own, stranger = report["creatives"]
    assert own["score"] > stranger["score"]
    assert own["dimensions"]["imagery"]["distance"] is not None


def test_the_file_is_readable_and_names_its_learned_part(approved, command):
    command("learn", "ok", "--name", "Acme", "-o", "acme.yml")
    text = (approved / "acme.yml").read_text()
    data = (approved / "acme.yml.learned").read_bytes()
    assert hashlib.sha256(data).hexdigest() in text
    assert "name: Acme" in text
    assert "# Learned from 8 approved pictures" in text
    assert json.loads(gzip.decompress(data))["schema"] == "brandguard.learned/1"


def test_learning_twice_gives_the_same_bytes(approved, command):
    command("learn", "ok", "--name", "Acme", "-o", "a.yml")
    command("learn", "ok", "--name", "Acme", "-o", "b.yml", "--no-cache")
    assert (approved / "a.yml.learned").read_bytes() == (approved / "b.yml.learned").read_bytes()


def test_an_existing_profile_is_replaced_only_with_force(approved, command):
    (approved / "acme.yml").write_text("mine")
    assert command("learn", "ok", "--name", "Acme", "-o", "acme.yml").code == 2
    assert (approved / "acme.yml").read_text() == "mine"
    assert command("learn", "ok", "--name", "Acme", "-o", "acme.yml", "--force").code == 0


def test_a_base_keeps_its_rules_and_comments(approved, command):
    (approved / "base.yml").write_text(
        "meta: {name: Base}  # ours\ncolor: {palette: {green: '#00A86B'}}\n"
        "defaults: {brandguard: {wording: {banned: [cheap]}}}\n"
    )
    answer = command("learn", "ok", "--name", "Acme", "-o", "acme.yml", "--base", "base.yml")
    assert answer.code == 0, answer.err
    text = (approved / "acme.yml").read_text()
    assert "# ours" in text
    assert "cheap" in text
    assert "green" in text
    assert command("profile", "check", "acme.yml").code == 0


def test_unreadable_examples_are_named_and_left_out(approved, command):
    (approved / "ok" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    answer = command("learn", "ok", "--name", "Acme", "-o", "acme.yml")
    assert answer.code == 0
    assert "broken.png" in answer.err


def test_nothing_readable_is_exit_2_and_writes_nothing(approved, command):
    (approved / "bad").mkdir()
    (approved / "bad" / "x.png").write_bytes(b"")
    assert command("learn", "bad", "--name", "Acme", "-o", "acme.yml").code == 2
    assert not (approved / "acme.yml").exists()


@pytest.mark.parametrize("damage", ["missing", "other", "cut"])
def test_a_learned_part_that_does_not_fit_is_told(approved, command, damage):
    command("learn", "ok", "--name", "Acme", "-o", "acme.yml")
    file = approved / "acme.yml.learned"
    if damage == "missing":
        file.unlink()
    elif damage == "other":
        file.write_bytes(gzip.compress(b"{}"))
    else:
        file.write_bytes(file.read_bytes()[:100])
    answer = command("check", "ok/p0.png", "-p", "acme.yml")
    assert answer.code == 2
    assert "acme.yml.learned" in answer.err


def test_a_base_with_logo_files_keeps_its_folder(approved, command):
    (approved / "brand").mkdir()
    Image.new("RGB", (60, 20), "#D7263D").save(approved / "brand" / "logo.png")
    base = approved / "brand" / "base.yml"
    base.write_text("meta: {name: Acme}\nlogo: {small: logo.png}\n")
    answer = command("learn", "ok", "--name", "Acme", "-o", "acme.yml", "--base", base)
    assert answer.code == 2
    assert "names logo files by their path" in answer.err
    assert not (approved / "acme.yml").exists()


@pytest.mark.parametrize(("option", "holds"), [((), "0.2"), (("--false-alarms", "0.1"), "0.1")])
def test_the_false_alarms_of_the_base_hold_unless_others_are_asked_for(
    approved, command, option, holds
):
    (approved / "base.yml").write_text("defaults: {brandguard: {false_alarms: 0.2}}\n")
    answer = command("learn", "ok", "--name", "A", "-o", "a.yml", "--base", "base.yml", *option)
    assert answer.code == 0, answer.err
    text = (approved / "a.yml").read_text()
    assert f"false_alarms: {holds}" in text
    assert f"warns of {float(holds):.0%} of on-brand creatives" in text


def test_without_pictures_nothing_is_said_of_colours(approved, command):
    (approved / "texts").mkdir()
    for text in (approved / "ok").glob("*.txt"):
        text.rename(approved / "texts" / text.name)
    answer = command("learn", "texts", "--name", "A", "-o", "a.yml")
    assert answer.code == 0, answer.err
    assert "0 colours" not in answer.err
