"""Accepting a finding on the command line, and taking that back."""

import pytest
from small_brand import FOREIGN, PROFILE, card


@pytest.fixture
def shop(tmp_path):
    (tmp_path / "_brand.yml").write_text(PROFILE, encoding="utf-8")
    card(tmp_path / "flyers" / "june.png", "#D7263D", FOREIGN)
    return tmp_path


def verdict(command, shop, *options):
    answer = command(
        "check", shop / "flyers", "-p", shop / "_brand.yml", "--format", "json", *options
    )
    return answer.json


def test_a_finding_is_accepted_by_its_fingerprint_and_taken_back(command, shop):
    before = verdict(command, shop)
    found = before["creatives"][0]["findings"][0]
    assert before["creatives"][0]["verdict"] == "warn"
    given = ("-p", shop / "_brand.yml")
    said = command(
        "waive", found["fingerprint"], "--reason", "the summer green", "--until", "2999-01-31",
        "--by", "Ada", *given,
    )  # fmt: skip
    assert said.code == 0, said.err
    after = verdict(command, shop)
    assert after["creatives"][0]["verdict"] == "pass"
    assert after["summary"]["waived"] == 1
    waived = after["creatives"][0]["findings"][0]["waived"]
    assert waived["reason"] == "the summer green"
    assert (waived["by"], waived["until"]) == ("Ada", "2999-01-31")
    assert command("unwaive", found["fingerprint"], *given).code == 0
    assert verdict(command, shop)["creatives"][0]["verdict"] == "warn"


def test_a_rule_is_accepted_in_one_creative(command, shop):
    card(shop / "flyers" / "july.png", "#D7263D", FOREIGN)
    command("waive", "col001", "--creative", "june.png", "--reason", "x", "-p", shop / "_brand.yml")
    report = verdict(command, shop)
    assert [c["verdict"] for c in report["creatives"]] == ["warn", "pass"]


def test_comments_in_the_file_stay(command, shop):
    file = shop / "brandguard-waivers.yml"
    file.write_text(
        "# agreed with the agency\nwaivers:\n  - rule: COL003 # old stock\n    reason: a\n"
    )
    command("waive", "COL001", "--reason", "b", "-p", shop / "_brand.yml")
    text = file.read_text()
    assert "# agreed with the agency" in text
    assert "# old stock" in text
    assert command("unwaive", "COL003", "-p", shop / "_brand.yml").code == 0
    assert "rule: COL001" in file.read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("COL999", "--reason", "x"), "neither a finding's fingerprint"),
        (("COL001", "--reason", " "), "must say why"),
        (("COL001", "--reason", "x", "--until", "2001-01-01"), "has passed already"),
        (("COL001", "--reason", "x", "--region", "0,0,1,1"), "needs --creative"),
        (("COL001", "--reason", "x", "--creative", "a.png", "--region", "1,0,0,1"), "--region is"),
    ],
)
def test_what_makes_no_sense_is_refused(command, shop, arguments, told):
    answer = command("waive", *arguments, "-p", shop / "_brand.yml")
    assert answer.code == 2
    assert told in answer.err
    assert not (shop / "brandguard-waivers.yml").exists()


def test_taking_back_what_was_not_accepted_names_what_was(command, shop):
    command("waive", "COL001", "--reason", "x", "-p", shop / "_brand.yml")
    answer = command("unwaive", "COL002", "-p", shop / "_brand.yml")
    assert answer.code == 2
    assert "there are waivers of COL001" in answer.err


def test_a_waiver_file_with_mistakes_is_told_line_by_line(command, shop):
    file = shop / "brandguard-waivers.yml"
    file.write_text(
        "waivers:\n  - rule: COL001\n  - reason: because\n"
        "  - rule: COL1\n    reasn: x\n    reason: y\n"
    )
    answer = command("check", shop / "flyers", "--no-ocr", "-p", shop / "_brand.yml")
    assert answer.code == 2
    for part in (":2: waivers.0.reason", "must name what is accepted", "did you mean «reason»"):
        assert part in answer.err


def test_a_baseline_lets_only_what_is_new_count(command, shop):
    old = shop / "old.json"
    command(
        "check", shop / "flyers", "--no-ocr", "-p", shop / "_brand.yml", "--report", f"json={old}"
    )
    card(shop / "flyers" / "new.png", "#D7263D", "#7A00CC")
    report = verdict(command, shop, "--baseline", old)
    assert [c["verdict"] for c in report["creatives"]] == ["pass", "warn"]
    assert report["creatives"][0]["findings"][0]["waived"]["reason"] == "baseline"
    given = ("check", shop / "flyers", "--no-ocr", "-p", shop / "_brand.yml", "--baseline", old)
    assert "Accettato: rapporto di base" in command(*given, "--lang", "it").out
    assert "Aceptado: informe de base" in command(*given, "--lang", "es").out
    assert ";informe de base;" in command(*given, "--lang", "es", "--format", "csv").out
    wrong = command(
        "check", shop / "flyers", "--no-ocr", "-p", shop / "_brand.yml", "--baseline", "_brand.yml"
    )
    assert wrong.code == 2


def test_the_baseline_of_a_build_is_not_where_waive_looks_a_finding_up(command, shop, monkeypatch):
    monkeypatch.setenv("BRANDGUARD_BASELINE", "gone.json")
    given = ("--reason", "new, so in no old report", "-p", shop / "_brand.yml")
    answer = command("waive", "0123456789abcdef", *given)
    assert answer.code == 0, answer.err
    assert "gone.json" not in answer.err
