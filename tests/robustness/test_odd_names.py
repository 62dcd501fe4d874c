"""Names that a report, a terminal or a table could trip over, and what is no file at all."""

import io
import json
import os
import sys

import bad_files
import batches
import pytest
import reader_files as files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such names are Linux's")


def test_every_name_has_its_outcome_in_every_report(tmp_path):
    profile = batches.brand(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    names = bad_files.write_odd_names(folder, files.encode(files.picture(), "PNG"))
    names += bad_files.write_no_files(folder)
    reports = {name: tmp_path / f"report.{name}" for name in ("json", "csv", "html", "sarif")}
    options = [f"--report={name}={file}" for name, file in reports.items()]
    run = batches.Run(tmp_path / "home", folder, "-p", profile, *options)
    _, errors = run.end()
    assert b"Traceback" not in errors
    report = json.loads(reports["json"].read_bytes())
    assert len(report["creatives"]) == len(names)
    refused = [c for c in report["creatives"] if c["error"]]
    assert len(refused) == len(bad_files.NO_FILES)
    assert {f["rule"] for c in refused for f in c["findings"]} == {"SYS006"}
    unsaid = [c for c in report["creatives"] if "path_b64" in c]
    assert len(unsaid) == sum(not name.isprintable() for name in map(_plain, names))
    assert json.loads(reports["sarif"].read_bytes())
    table = reports["csv"].read_text(encoding="utf-8-sig")
    assert not any(line.startswith(("=", "+", "@")) for line in io.StringIO(table))
    assert b"<img src=x" not in reports["html"].read_bytes()


def _plain(name):
    """A name that is no Unicode is not printable; one that only has controls can still be told."""
    try:
        os.fsencode(name).decode()
    except UnicodeDecodeError:
        return "\0"
    return "a"
