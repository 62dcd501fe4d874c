"""One bad file never stops a batch, and never changes what is said of the good ones."""

import json
import os
import shutil
from pathlib import Path

import pytest
from hostile_files import endless_pdf, pdf_bomb, png_bomb, truncated_png
from small_brand import FOREIGN, INK, RED, Answer, card

GOOD = 20
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
"""Even the superuser is refused a file of mode 000 once her capabilities are gone."""


@pytest.fixture
def batch(brand):
    for i in range(GOOD):
        card(brand / "in" / f"{i:02}-good.png", [RED, FOREIGN][i % 2], INK)
    return brand / "in"


def spoil(folder):
    bad = {
        "00-empty.png": (b"", "SYS002"),
        "03-truncated.png": (truncated_png(folder), "SYS003"),
        "06-text.jpg": (b"I am no picture, I am a shopping list.\n", "SYS"),
        "09-bomb.pdf": (pdf_bomb(), "SYS"),
        "12-bomb.png": (png_bomb(), "SYS005"),
        "15-endless.pdf": (endless_pdf(), "SYS0"),
        "18-locked.png": ((folder / "00-good.png").read_bytes(), "SYS001"),
    }
    for name, (data, _) in bad.items():
        (folder / name).write_bytes(data)
    (folder / "18-locked.png").chmod(0)
    return {name: code for name, (_, code) in bad.items()}


def judged(report):
    return {Path(c["path"]).name: c for c in report["creatives"]}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="file modes are Unix's")
def test_bad_files_cost_themselves_alone(batch, process):
    clean = judged(process("check", "in", "--format", "json", "--exit-zero").json)
    expected = spoil(batch)
    call = ("check", "in", "--format", "json", "--timeout", "4", "--no-cache")
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("as root, without setpriv, no file can be made unreadable")
        answer = _without_rights(call)
    else:
        answer = process(*call)
    assert answer.code == 1, answer.err
    after = judged(answer.json)
    assert set(after) == set(clean) | set(expected)
    assert len(answer.json["creatives"]) == GOOD + len(expected)
    for name, creative in clean.items():
        assert after[name] == creative
    for name, code in expected.items():
        creative = after[name]
        assert creative["score"] is None
        assert creative["error"], name
        (finding,) = creative["findings"]
        assert finding["rule"].startswith(code), (name, finding)
        assert finding["severity"] == "fail"
        cause, *cure = finding["message"].rstrip(".").split(". ")
        assert cause
        assert cure, (name, finding["message"])
    assert answer.json["summary"]["unreadable"] == len(expected)


def _without_rights(arguments):
    import subprocess
    import sys

    done = subprocess.run(
        [*WITHOUT_RIGHTS, sys.executable, "-m", "brandguard", *arguments],
        capture_output=True,
        check=False,
    )
    answer = Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert answer.code == 2 or json.loads(answer.out)
    return answer
