"""What a run keeps, where, when not; and how it is shown again."""

import csv
import io
import json
import sqlite3
from datetime import date

import jsonschema
import pytest
from small_brand import PROFILE

import brandguard.engine
from brandguard.coherence.tally import Tally
from brandguard.engine import Finished, Found, Judged
from brandguard.model.report import CreativeReport, DimensionScore, Finding
from brandguard.settings import asset_path, history_file

pytestmark = pytest.mark.usefixtures("shop")


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """A brand's folder whose creatives are judged at once: scores by path, set by the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "_brand.yml").write_text(PROFILE)
    for folder in ("spring/online", "spring/offline/rossi"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "spring/online/post.txt").write_text("shoes")
    scores = {"spring/online/post.txt": 80.0, "spring/offline/rossi/flyer.txt": 60.0}

    def review(_request, profile, _reference=None, *, waivers=None):
        yield Found(len(scores))
        tally = Tally(profile, waivers)
        for done, (path, score) in enumerate(scores.items(), start=1):
            verdict = "pass" if score > 70 else "warn"
            findings = () if verdict == "pass" else (Finding("COL001", "warn"),)
            report = CreativeReport(
                path=path, sha256=None, channel=None, channel_from=None, medium="other",
                language=None, campaign="spring", pages=1, score=score, verdict=verdict,
                dimensions=(DimensionScore("colour", score, verdict, 1.0),), findings=findings,
            )  # fmt: skip
            tally.add(report)
            yield Judged(report, done, len(scores))
        yield Finished(tally.summary, tally.campaigns())

    monkeypatch.setattr(brandguard.engine, "review", review)
    return scores


def points(command, *options):
    lines = command("history", "--format", "json", *options).json["lines"]
    return [[p["score"] for p in line["points"]] for line in lines if line["kind"] == "run"]


def test_a_run_of_a_folder_is_kept_and_says_so_once(command):
    first = command("check", "spring")
    assert f"Scores are kept over time in {history_file()}" in first.err
    assert "kept" not in command("check", "spring").err
    assert points(command) == [[70.0, 70.0]]


def test_what_was_not_asked_for_is_not_kept(command, monkeypatch):
    command("check", "spring/online/post.txt")
    command("check", "spring", "--no-history")
    monkeypatch.setenv("CI", "true")
    command("check", "spring")
    assert not history_file().exists()
    command("check", "spring", "--history", "team.sqlite3")
    assert points(command, "--history", "team.sqlite3") == [[70.0]]
    assert not history_file().exists()
    monkeypatch.setenv("BRANDGUARD_HISTORY", "team.sqlite3")
    command("check", "spring/online/post.txt")
    assert points(command) == [[70.0], [70.0]]


def test_a_history_that_fails_never_fails_a_run(command, tmp_path):
    (tmp_path / "broken.sqlite3").write_text("no database at all, but long enough to be read" * 40)
    answer = command("check", "spring", "--history", "broken.sqlite3", "--trend", "3")
    assert answer.code == 0
    assert "70.0" in answer.out
    told = answer.err.splitlines()
    assert "warning: the history broken.sqlite3: file is not a database; the report" in told[0]
    assert told[1].endswith("this run is not kept")
    italian = command("check", "spring", "--history", "broken.sqlite3", "--lang", "it")
    assert "questo controllo non viene conservato" in italian.err


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("nosuch://ada:hushhush@host/x", "there is no database called nosuch"),
        ("mysql+nodriver://ada:hushhush@host/x", "there is no database called mysql+nodriver"),
        ("postgresql://ada:hushhush@:port:/x", "the URL cannot be read"),
        ("mysql://ada:hushhush@host/x", "the driver of this database is not here"),
        ("nowhere/history.sqlite3", "there is no such folder"),
        ("spring", "is a folder"),
    ],
)
def test_a_place_that_cannot_be_is_told_before_the_run(command, named, told):
    answer = command("check", "spring", "--history", named)
    assert answer.code == 2
    assert told in answer.err
    assert "hushhush" not in answer.err + answer.out


def test_the_extra_of_a_team_is_named_where_it_is_missing(command, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    answer = command("check", "spring", "--history", "postgresql://ada:hushhush@host/x")
    assert answer.code == 2
    assert "pip install 'brandguard[team]'" in answer.err


def test_a_server_that_does_not_answer_is_told_without_its_password(command):
    pytest.importorskip("psycopg")
    url = "postgresql://ada:hushhush@127.0.0.1:1/x?password=hushhush"
    answer = command("check", "spring", "--history", url)
    assert answer.code == 0
    assert "postgresql+psycopg://ada:***@127.0.0.1:1/x" in answer.err
    assert "this run is not kept" in answer.err
    assert "hushhush" not in answer.err + answer.out
    assert command("history", "path", "--history", url).out.count("***") == 1


def test_the_trend_stands_in_the_report_where_it_was_asked_for(command, shop):
    plain = command("check", "spring", "--format", "json").out
    shop["spring/online/post.txt"] = 90.0
    command("check", "spring")
    shop["spring/online/post.txt"] = 100.0
    report = command("check", "spring", "--format", "json", "--trend", "2").json
    schema = json.loads(asset_path("schema", "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    whole, spring = report["trend"]
    assert (whole["campaign"], spring["campaign"]) == (None, "spring")
    assert [point["score"] for point in whole["points"]] == [75.0, 80.0]
    assert [point["warned"] for point in spring["points"]] == [1, 1]
    assert report["summary"]["score"] == whole["points"][-1]["score"]
    shop["spring/online/post.txt"] = 80.0
    assert command("check", "spring", "--format", "json").out == plain


def test_a_trend_without_a_history_is_this_run_alone(command):
    lines = command(
        "check", "spring", "--format", "jsonl", "--trend", "5", "--no-history"
    ).out.splitlines()
    assert [len(line["points"]) for line in json.loads(lines[-1])["trend"]] == [1, 1]
    assert not history_file().exists()


def test_trends_are_drawn_with_figures_in_eighty_columns(command, shop, tmp_path):
    command("check", "spring")
    (tmp_path / "_brand.yml").write_text(PROFILE.replace("cheap", "bargain"))
    shop["spring/offline/rossi/flyer.txt"] = 75.0
    command("check", "spring")
    drawn = command("history").out
    assert all(len(line.rstrip()) <= 80 for line in drawn.splitlines())
    assert "\x1b" not in drawn
    for part in (
        "Acme · spring", f"2 runs, {date.today()}", "▲ Look again", "spring", "70.0 → 77.5",  # noqa: DTZ011
        "▲ +7.5", "rossi", "60.0 → 75.0", "COL001 Off-palette colour", "1 → 0", "▼ −1",
        "† The profile changed",
    ):  # fmt: skip
        assert part in drawn, part
    italian = command("history", "--lang", "it", "--campaign", "Spring").out
    assert "2 controlli" in italian
    assert "70,0" in italian
    of_rule = command("history", "--rule", "col001", "--folder", "rossi").out
    assert "rossi · COL001" in of_rule
    assert "Off-palette colour" in of_rule
    coloured = command("history", "--color", "always").out
    assert "\x1b[32m" in coloured


def test_trends_are_given_as_rows_for_a_spreadsheet(command, shop):
    shop["spring/offline/=SUM(A1)/x.txt"] = 50.0
    command("check", "spring")
    rows = list(csv.DictReader(io.StringIO(command("history", "--format", "csv").out)))
    folders = {row["name"]: row for row in rows if row["kind"] == "folder" and not row["rule"]}
    assert set(folders) == {"online", "rossi", "'=SUM(A1)"}
    assert folders["rossi"]["score"] == "60.0"
    found = [row for row in rows if row["kind"] == "run" and row["rule"] == "COL001"]
    assert [(row["warn"], row["creatives"]) for row in found] == [("2", "2")]


def test_what_is_not_there_is_told(command):
    nothing = command("history")
    assert (nothing.code, nothing.out) == (0, "")
    assert "Nothing has been kept yet" in nothing.err
    assert "Todavía no hay nada" in command("history", "--lang", "es").err
    assert command("history", "--format", "json").json["lines"] == []
    command("check", "spring")
    wrong = command("history", "--campaign", "sprung")
    assert (wrong.code, "did you mean spring?" in wrong.err) == (2, True)
    assert command("history", "--rule", "COL999").code == 2
    assert "No kept run fits" in command("history", "--since", "2999-01-01").err
    assert "No kept run fits" in command("history", "--rule", "LOG002").err


def test_old_runs_are_deleted(command):
    command("check", "spring")
    assert command("history", "path").out.strip() == str(history_file())
    assert command("history", "clear", "--before", "2001-01-01").err.startswith("0 runs deleted")
    assert command("history", "clear", "--before", "2999-01-01").err.startswith("1 run deleted")
    with sqlite3.connect(history_file()) as db:
        assert db.execute("SELECT count(*) FROM brandguard_parts").fetchone() == (0,)
    db.close()


def test_a_history_among_the_creatives_is_none_of_them(command):
    from brandguard.walk import Filter, collect

    command("check", "spring", "--history", "spring/history.db")
    manifest = collect(["spring"], None, Filter())
    assert [item.path for item in manifest] == ["spring/online/post.txt"]
    assert manifest.left_out == {"own": 1}
    manifest.close()


def test_an_interrupted_run_is_not_kept(command, monkeypatch):
    def review(*_args, **_more):
        yield Found(2)
        raise KeyboardInterrupt

    monkeypatch.setattr(brandguard.engine, "review", review)
    assert command("check", "spring").code == 130
    assert not history_file().exists()
