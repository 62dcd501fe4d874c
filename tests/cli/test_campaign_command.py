"""`brandguard campaign`: a file written, checked, shown, and obeyed by `check`."""

import json
from functools import partial

import pytest
from rich.console import Console

from brandguard.cli.app import run

PROFILE = "meta: {name: Acme}\ndefaults: {brandguard: {languages: [it, en], region: IT}}\n"
SAID = "Sconto del 20 % su tutte le tazze della bottega fino al 31 maggio 2027."


@pytest.fixture
def spring(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "_brand.yml").write_text(PROFILE, encoding="utf-8")
    for name, text in {
        "spring/online/post.txt": SAID,
        "spring/offline/radio.txt": f"Senti? {SAID}",
        "spring/offline/flyer.txt": SAID.replace("20", "30", 1),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "spring"


def checked(capsys, *options):
    code = run(["check", "spring", "--format", "json", "-q", "-j1", "--no-cache", *options])
    out = capsys.readouterr()
    report = json.loads(out.out) if out.out else None
    return code, report, out.err


def test_new_writes_what_was_found_and_check_reads_it_back(spring, capsys):
    assert run(["campaign", "new", "spring", "-q", "-j1", "--no-cache", "--no-ocr"]) == 0
    text = (spring / "campaign.yml").read_text(encoding="utf-8")
    assert "#   discount: 20 %  # 2 of the 3 that name one" in text
    assert "#     # offline/flyer.txt: «30 %»" in text
    found = [
        (c["path"], c["channel"], c["channel_from"], c["medium"], c["language"], c["campaign"])
        for c in checked(capsys)[1]["creatives"]
    ]
    assert found == [  # as their names and words say; the file itself is no creative
        ("spring/offline/flyer.txt", "offline", "campaign file", "flyer", "it", "spring"),
        ("spring/offline/radio.txt", "offline", "campaign file", "radio", "it", "spring"),
        ("spring/online/post.txt", "online", "campaign file", "social", "it", "spring"),
    ]


@pytest.fixture
def empty(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "autumn"
    folder.mkdir()
    return folder


def test_new_replaces_nothing_unless_forced(empty, capsys):
    file = empty / "campaign.yml"
    file.write_text("name: Mine\n", encoding="utf-8")
    assert run(["campaign", "new", "autumn"]) == 2
    assert "--force replaces it" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "name: Mine\n"
    assert run(["campaign", "new", "autumn", "--force", "-q", "--name", "Brezza"]) == 0
    assert "name: Brezza" in file.read_text(encoding="utf-8")


def test_new_writes_where_it_is_told(empty):
    assert run(["campaign", "new", "autumn", "-o", "out.yml", "-q"]) == 0
    assert not (empty / "campaign.yml").exists()
    assert (empty.parent / "out.yml").read_text(encoding="utf-8").count("name: autumn") == 1


def test_what_the_file_says_is_held_against_the_creatives(spring, capsys):
    rows = "[{pattern: 'radio*', campaign: Gala}]"
    text = f"name: Brezza\nexpected: {{discount: 20 %}}\ncreatives: {rows}\n"
    (spring / "campaign.yml").write_text(text, encoding="utf-8")
    code, report, _ = checked(capsys)
    told = [
        (c["path"], f["severity"], f["limit_from"])
        for c in report["creatives"]
        for f in c["findings"]
        if f["rule"] == "MSG005"
    ]
    limit = "campaign: spring/campaign.yml expected.discount"
    assert told == [("spring/offline/flyer.txt", "fail", limit)]
    assert code == 1
    counted = {c["name"]: c["folder"] for c in report["campaigns"]}
    assert counted == {"Brezza": "spring", "Gala": "spring"}


@pytest.mark.parametrize("command", ["check", "campaign"])
def test_a_file_that_cannot_be_used_is_exit_2_with_all_its_problems(spring, capsys, command):
    bad = "nam: A\ncreatives:\n  - {pattern: a, channel: onlin}\n"
    (spring / "campaign.yml").write_text(bad, encoding="utf-8")
    if command == "check":
        code, report, err = checked(capsys)
        assert report is None
    else:
        code, err = run(["campaign", "check", "spring"]), capsys.readouterr().err
    assert code == 2
    assert "campaign.yml:1: nam: is no known key; did you mean «name»?" in err
    assert "campaign.yml:3: creatives.0.channel: «onlin» is not one of online, offline" in err


def test_check_says_what_is_good(spring, capsys):
    (spring / "campaign.yml").write_text("expected: {discount: 20 %}", encoding="utf-8")
    assert run(["campaign", "check", "spring/campaign.yml"]) == 0
    assert "good (spring: 0 entries, 1 fact wanted)" in capsys.readouterr().err
    assert run(["campaign", "check", "spring/online"]) == 2
    assert "campaign new" in capsys.readouterr().err


def test_show_in_a_narrow_terminal_cuts_nothing_off(spring, capsys, monkeypatch):
    long = spring / "online" / "a-story-with-a-long-name-that-goes-on-and-on-and-on-for-ever.png"
    long.touch()
    narrow = partial(Console, width=60, force_terminal=True)
    monkeypatch.setattr("brandguard.cli.campaign.console", lambda **_: narrow())
    assert run(["campaign", "show", "spring"]) == 0
    shown = capsys.readouterr().out
    assert "…" not in shown
    starts = "".join(line.split()[0] for line in shown.splitlines()[1:])
    assert long.name in starts
    assert "offline/radio.txt" in starts
    assert "spring/offline" not in starts, "paths below the folder are enough"


def test_show_says_how_each_place_is_known(spring, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")  # a pipe has no width
    text = "name: Brezza\ncreatives: [{pattern: 'offline/*', channel: offline}]"
    (spring / "campaign.yml").write_text(text, encoding="utf-8")
    assert run(["campaign", "show", "spring", "--lang", "it"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Brezza offline (dal file della campagna)" in out
    assert "Brezza online (dal nome della cartella)" in out
    assert "campaign.yml" not in out


@pytest.mark.parametrize("command", ["new", "show"])
def test_a_folder_that_is_not_there_is_named(spring, capsys, command):
    del spring
    assert run(["campaign", command, "nowhere"]) == 2
    assert "nowhere: there is no such folder" in capsys.readouterr().err


@pytest.mark.usefixtures("empty")
def test_the_commands_speak_three_languages(capsys):
    assert run(["campaign", "new", "autumn", "--lang", "it"]) == 0
    assert "0 lavori; modificatelo" in capsys.readouterr().err
    assert run(["campaign", "check", "autumn", "--lang", "es"]) == 0
    assert "está bien (autumn: 0 entradas, 0 datos pedidos)" in capsys.readouterr().err


def test_a_profile_with_errors_does_not_keep_the_campaign_from_being_checked(empty, capsys):
    (empty / "_brand.yml").write_text("logo: {images: {a: gone.svg}}\n", encoding="utf-8")
    (empty / "campaign.yml").write_text("nam: A\n", encoding="utf-8")
    assert run(["campaign", "check", "autumn"]) == 2
    told = capsys.readouterr().err
    assert "did you mean «name»?" in told
    assert "gone.svg" in told
    (empty / "campaign.yml").write_text("name: A\n", encoding="utf-8")
    assert run(["campaign", "check", "autumn"]) == 2
    told = capsys.readouterr().err
    assert "good (A:" in told
    assert "gone.svg" in told
