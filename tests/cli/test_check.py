import json

import pytest
from small_brand import FOREIGN, RED, card


def by_name(report):
    return {c["path"].replace("\\", "/").rsplit("/", 1)[-1]: c for c in report["creatives"]}


@pytest.mark.usefixtures("brand")
def test_a_campaign_is_judged_end_to_end(command):
    answer = command("check", "spring", "--format", "json")
    report = answer.json
    assert answer.code == 1
    assert report["schema"] == "brandguard.report/1"
    creatives = by_name(report)
    assert list(creatives) == ["flyer.png", "copy.txt", "post.png"]
    assert creatives["post.png"]["verdict"] == "pass"
    assert creatives["post.png"]["channel"] == "online"
    assert creatives["post.png"]["campaign"] == "spring"
    assert creatives["flyer.png"]["verdict"] in {"warn", "fail"}
    assert {f["rule"] for f in creatives["flyer.png"]["findings"]} >= {"COL001", "COL003"}
    assert [f["rule"] for f in creatives["copy.txt"]["findings"]] == ["TRM001"]
    assert creatives["copy.txt"]["findings"][0]["span"] == [4, 9]
    assert report["summary"]["creatives"] == 3
    assert report["campaigns"][0]["name"] == "spring"


@pytest.mark.usefixtures("brand")
def test_the_score_can_be_recomputed_from_the_report(command):
    for creative in command("check", "spring", "--format", "json").json["creatives"]:
        total = weight = 0.0
        for dimension in creative["dimensions"].values():
            if dimension["score"] is None:
                assert dimension["reason"]
                continue
            points = sum(d["points"] for d in dimension["deductions"])
            start = 100 if dimension["distance"] is None else 100 * 0.7 ** dimension["distance"]
            assert dimension["score"] == pytest.approx(start - points, abs=1e-9)
            total += dimension["weight"] * dimension["score"]
            weight += dimension["weight"]
        score = total / weight * (creative["cap"] / 100 if creative["cap"] else 1)
        assert creative["score"] == pytest.approx(score, abs=1e-9)


@pytest.mark.usefixtures("brand")
def test_two_runs_give_the_same_bytes_with_and_without_the_store(command):
    first = command("check", "spring", "--format", "json", "--no-cache").out
    second = command("check", "spring", "--format", "json").out
    third = command("check", "spring", "--format", "json").out
    assert first == second == third


@pytest.mark.usefixtures("brand")
def test_the_profile_may_stand_anywhere_on_the_line(command):
    a = command("check", "--profile", "_brand.yml", "spring/online/post.png", "--format", "json")
    b = command("check", "spring/online/post.png", "--format", "json", "-p", "_brand.yml")
    assert a.code == b.code == 0
    assert a.out == b.out


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--fail-on", "never"), 0), (("--exit-zero",), 0), (("--fail-on", "warn"), 1)],
)
@pytest.mark.usefixtures("brand")
def test_exit_codes(command, options, code):
    assert command("check", "spring", *options).code == code


def test_fail_under_looks_at_the_score(brand, command):
    post = brand / "spring" / "online" / "post.png"
    assert command("check", post, "--fail-under", "100").code == 0
    assert command("check", "spring", "--fail-on", "never", "--fail-under", "99").code == 1


@pytest.mark.usefixtures("brand")
def test_text_on_standard_input(process):
    answer = process("check", "-", "--format", "concise", stdin=b"So cheap!")
    assert answer.code == 1
    assert "TRM001" in answer.out


def test_a_list_of_files_and_its_lost_line(brand, command):
    (brand / "list.txt").write_text("spring/online/post.png\nspring/online/gone.png\n")
    answer = command("check", "--files-from", "list.txt", "--format", "json")
    creatives = by_name(answer.json)
    assert creatives["post.png"]["verdict"] == "pass"
    assert creatives["gone.png"]["findings"][0]["rule"] == "SYS013"
    assert creatives["gone.png"]["score"] is None
    assert answer.json["summary"]["unreadable"] == 1
    assert answer.code == 1


def test_reports_are_written_beside_each_other(brand, command):
    answer = command(
        "check", "spring", "--report", "html=r.html", "--report", "jsonl=r.jsonl",
        "-o", "r.json", "--format", "json",
    )  # fmt: skip
    assert answer.out == ""
    assert json.loads((brand / "r.json").read_text())["summary"]["creatives"] == 3
    assert "<html" in (brand / "r.html").read_text()[:300]
    assert len((brand / "r.jsonl").read_text().splitlines()) >= 3


@pytest.mark.usefixtures("brand")
def test_our_own_report_is_not_judged_the_next_time(command):
    command("check", "spring", "--report", "html=spring/r.html")
    assert "r.html" not in by_name(command("check", "spring", "--format", "json").json)


def test_an_empty_folder_says_so_and_is_no_fault(brand, command):
    (brand / "empty").mkdir()
    answer = command("check", "empty", "--format", "json")
    assert answer.code == 0
    assert answer.json["summary"]["creatives"] == 0
    assert "no creative" in answer.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("check", "spring", "--profil", "x"),
            "there is no option --profil; did you mean --profile?",
        ),
        (("chek", "spring"), "there is no command chek; did you mean check?"),
        (("check", "nowhere"), "nowhere: there is no such file or folder"),
        (("check",), "name a file or folder"),
        (("check", "spring", "--report", "htm=x"), "did you mean html?"),
        (("check", "spring", "--format", "docx"), "docx"),
        (("check", "spring", "--jobs", "many"), "--jobs"),
        (("check", "spring", "--channel", "onlin"), "did you mean online?"),
        (("check", "spring", "-p", "gone.yml"), "gone.yml: this profile does not exist"),
        (("explain", "COL01"), "did you mean COL001?"),
        (("check", "spring", "-o", "no/such/folder/r.json"), "no/such/folder"),
    ],
)
@pytest.mark.usefixtures("brand")
def test_wrong_calls_are_one_line_and_exit_2(command, arguments, says, monkeypatch):
    monkeypatch.setenv("CI", "true")  # a person is told besides where her scores are kept
    answer = command(*arguments)
    assert answer.code == 2
    assert says in answer.err
    assert len(answer.err.strip().splitlines()) == 1


def test_without_a_profile_it_names_the_folders_and_the_way_out(brand, command):
    (brand / "_brand.yml").unlink()
    answer = command("check", "spring")
    assert answer.code == 2
    assert "brandguard learn" in answer.err
    assert str(brand) in answer.err


def test_a_broken_profile_shows_all_its_errors_with_lines(brand, command):
    (brand / "_brand.yml").write_text(
        "defaults:\n  brandguard:\n    languges: [it]\n    false_alarms: 7\n"
    )
    answer = command("check", "spring")
    assert answer.code == 2
    assert "_brand.yml:3" in answer.err
    assert "_brand.yml:4" in answer.err


@pytest.mark.usefixtures("brand")
def test_options_come_from_the_environment_and_the_settings_file(process, own_home):
    assert process("check", "spring", BRANDGUARD_EXIT_ZERO="1").code == 0
    settings = own_home / "brandguard" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[check]\nfail-on = "never"\n')
    assert process("check", "spring").code == 0
    settings.write_text("fail-on = [")
    assert "settings.toml" in process("check", "spring").err


@pytest.mark.usefixtures("brand")
def test_stdout_is_the_report_and_nothing_else(process):
    answer = process("check", "spring", "--format", "json", "-v")
    json.loads(answer.out)


@pytest.mark.usefixtures("brand")
def test_a_closed_pipe_is_no_error():
    import subprocess
    import sys

    line = f"{sys.executable} -m brandguard check spring --format jsonl --exit-zero | head -c 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"Error" not in done.stderr


def test_channel_medium_and_campaign_can_be_told(brand, command):
    card(brand / "x.png", RED)
    creative = command(
        "check", "x.png", "--medium", "poster", "--campaign", "autumn", "--format", "json"
    ).json["creatives"][0]
    assert (creative["channel"], creative["medium"], creative["campaign"]) == (
        "offline",
        "poster",
        "autumn",
    )


def test_messages_come_in_three_languages(brand, command):
    card(brand / "x.png", RED, FOREIGN)
    texts = {
        command("check", "x.png", "--lang", lang, "--color", "never").out
        for lang in ("en", "it", "es")
    }
    assert len(texts) == 3
