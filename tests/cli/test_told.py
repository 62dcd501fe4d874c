"""What a run tells on stderr: what it left out, waivers of nothing; and how to get at findings."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from small_brand import FOREIGN, INK, PROFILE, RED, card


def test_a_folder_without_creatives_says_what_it_left_out(command, tmp_path):
    (tmp_path / "_brand.yml").write_text(PROFILE)
    for name in ("Thumbs.db", ".hidden", ".secret", "draft.txt", "old.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".brandguardignore").write_text("draft.txt\n")
    empty = command("check", tmp_path, "--exclude", "old.txt")
    assert empty.code == 0
    assert empty.out == "There is no creative here: nothing was judged.\n"
    (left,) = empty.err.splitlines()
    for part in (
        "2 hidden files", "1 file of the system", "2 files of BrandGuard itself",
        "1 named in .brandguardignore", "1 that --include or --exclude keeps out",
    ):  # fmt: skip
        assert part in left
    italian = command("check", tmp_path, "--exclude", "old.txt", "--lang", "it")
    assert "Qui non c’è alcun lavoro" in italian.out
    assert "2 file nascosti" in italian.err
    programs = command("check", tmp_path, "--exclude", "old.txt", "--format", "json")
    assert "warning: there is no creative here: nothing to judge." in programs.err
    assert command("check", tmp_path, "--exclude", "old.txt", "-q").err == ""


def test_a_finding_can_be_accepted_from_what_the_terminal_shows(command, tmp_path):
    (tmp_path / "_brand.yml").write_text(PROFILE)
    creatives = tmp_path / "creatives"
    card(creatives / "june.png", RED, FOREIGN)
    report = tmp_path / "report.json"
    given = ("-p", tmp_path / "_brand.yml")
    shown = command("check", creatives, *given, "--report", f"json={report}").out
    name = re.search(r"COL001 Off-palette colour  ([0-9a-f]{16})", shown)[1]
    found = json.loads(report.read_text())["creatives"][0]["findings"]
    assert name in {finding["fingerprint"] for finding in found}
    known = command("waive", name, "--reason", "summer", "--report", report, *given)
    assert "warning" not in known.err
    unknown = command("waive", "0" * 16, "--reason", "gone", "--report", report, *given)
    assert unknown.code == 0
    assert f"warning: {report} has no finding {'0' * 16}" in unknown.err
    again = command("check", creatives, *given)
    assert f"The waiver of {'0' * 16} accepts nothing here" in again.err
    assert name not in again.err
    one = command("check", creatives / "june.png", *given)
    assert "accepts nothing" not in one.err  # a single file says nothing of the others
    assert "accepts nothing" in command("check", creatives / "june.png", *given, "-v").err


def test_a_palette_stands_beside_the_brands(command, tmp_path):
    (tmp_path / "_brand.yml").write_text(PROFILE)
    picture = card(tmp_path / "june.png", "#D42840", INK)
    given = ("-p", tmp_path / "_brand.yml")
    drawn = command("palette", picture, *given, "--lang", "it").out
    assert re.search(r"#D42840 .*red #D7263D  ΔE \d,\d", drawn)
    rows = command("palette", picture, *given, "--format", "json").json["pages"][0]["palette"]
    near = {row["hex"]: (row["nearest"], row["nearest_hex"]) for row in rows}
    assert near[INK] == ("ink", INK)
    assert near["#D42840"] == ("red", RED)
    assert all(0 <= row["delta_e"] < 3 for row in rows)
    plain = command("palette", picture, "--format", "json").json["pages"][0]["palette"]
    assert set(plain[0]) == {"hex", "share", "photo"}


def test_a_full_standard_output_is_said_and_is_no_fault_of_ours(brand):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "brandguard", "check", str(brand / "spring" / "online"), "-q"],
            stdout=full, stderr=subprocess.PIPE, cwd=brand, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        "brandguard: standard output: the disk is full; make room or choose another drive\n"
    )


@pytest.mark.usefixtures("brand")
@pytest.mark.parametrize(
    "arguments", [("--output", "none/report.txt"), ("--report", "html=none/report.html")]
)
def test_a_report_that_has_no_folder_is_said_before_anything_is_measured(
    command, monkeypatch, arguments
):
    monkeypatch.setattr("brandguard.engine.measure_all", None)
    done = command("check", "spring", *arguments)
    assert done.code == 2
    assert "the folder does not exist; create it or choose another" in done.err


@pytest.mark.usefixtures("brand")
def test_a_cluster_is_looked_at_even_where_the_store_knows_everything(command):
    assert command("check", "spring", "--exit-zero").code == 0
    done = command("check", "spring", "--exit-zero", "--cluster", "rubbish")
    assert done.code == 2
    assert "name a Dask scheduler as tls://HOST:8786" in done.err
