"""The report formats from the command line: written, read back, and not judged themselves."""

import io
import json
import subprocess
import sys

import openpyxl
import pytest
from junitparser import JUnitXml
from test_check import by_name


def test_every_format_is_written_and_read_back(brand, command):
    answer = command(
        "check", "spring", "--report", "csv=r.csv", "--report", "xlsx=r.xlsx",
        "--report", "sarif=r.sarif", "--report", "junit=r.xml", "--report", "annotated=marked",
        "--format", "github", "--lang", "it",
    )  # fmt: skip
    assert answer.code == 1
    assert answer.out.count("\n") == answer.out.count("::error ") + answer.out.count(
        "::warning "
    ) + answer.out.count("::notice ")
    assert (brand / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfFile;Pagina;")
    assert openpyxl.load_workbook(brand / "r.xlsx").sheetnames[0] == "Riepilogo"
    assert json.loads((brand / "r.sarif").read_text())["version"] == "2.1.0"
    cases = [case.name for suite in JUnitXml.fromfile(str(brand / "r.xml")) for case in suite]
    assert [name for name in cases if "/" in name] == [
        "spring/offline/flyer.png", "spring/online/copy.txt", "spring/online/post.png",
    ]  # fmt: skip
    assert sorted(f.name for f in (brand / "marked").iterdir()) == [
        "0001-flyer.png-p1.jpg", "0003-post.png-p1.jpg",
    ]  # fmt: skip


@pytest.mark.usefixtures("brand")
def test_our_own_reports_and_pictures_are_not_judged_the_next_time(command):
    formats = {
        "json": "r.json",
        "xlsx": "r.xlsx",
        "sarif": "r.sarif",
        "junit": "r.xml",
        "annotated": "marked",
    }
    options = [o for f, name in formats.items() for o in ("--report", f"{f}=spring/{name}")]
    command("check", "spring", *options)
    again = command("check", "spring", "--format", "json").json
    assert list(by_name(again)) == ["flyer.png", "copy.txt", "post.png"]


@pytest.mark.usefixtures("brand")
def test_a_folder_is_no_format_of_standard_output(command):
    assert command("check", "spring", "--format", "annotated").code == 2
    answer = command("check", "spring", "--report", "anotated=x")
    assert answer.code == 2
    assert "did you mean annotated?" in answer.err


def test_a_binary_format_goes_to_standard_output_as_it_is(brand):
    done = subprocess.run(
        [sys.executable, "-m", "brandguard", "check", "spring", "--format", "xlsx"],
        capture_output=True, cwd=brand, check=False,
    )  # fmt: skip
    assert openpyxl.load_workbook(io.BytesIO(done.stdout)).sheetnames[0] == "Summary"
