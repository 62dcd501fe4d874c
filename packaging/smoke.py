"""Tries a built program: the command line, its workers, and the window, on the sample.

    python packaging/smoke.py dist/frozen/brandguard/brandguard

Needs nothing but the standard library, so that any Python can run it beside any build. Ends with 1
where something is not as it should be.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "assets" / "sample"
WINDOW_SECONDS = 20


def run(program: str, *arguments: str, home: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run a command in a home of its own; gives it with the seconds it took."""
    began = time.monotonic()
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, env=clean(home), check=False
    )
    return done, time.monotonic() - began


def clean(home: str) -> dict[str, str]:
    """Give an environment in which no Python and no settings of the user are found."""
    kept = {
        name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "DISPLAY") if name in os.environ
    }
    folders = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), home)
    path = "/usr/bin:/bin" if os.name == "posix" else os.environ.get("PATH", "")
    platform = {} if os.environ.get("SMOKE_ON_SCREEN") else {"QT_QPA_PLATFORM": "offscreen"}
    return kept | folders | {"PATH": path, "LANG": "C.UTF-8"} | platform


def judges(program: str, home: str) -> str:
    """Judge the sample and compare with what is wrong in it."""
    arguments = ("check", str(SAMPLE / "campaigns"), "-p", str(SAMPLE / "_brand.yml"))
    done, seconds = run(program, *arguments, "--format", "json", "--jobs", "2", home=home)
    assert done.returncode == 1, (done.returncode, done.stderr[-2000:])
    report = json.loads(done.stdout)
    unread = [row["path"] for row in report["creatives"] if row["error"]]
    assert unread == [], unread
    verdicts = {row["name"]: row["verdict"] for row in report["campaigns"]}
    assert verdicts == {"spring-right": "pass", "spring-wrong": "fail"}, verdicts
    rules = {found["rule"] for row in report["creatives"] for found in row["findings"]}
    families = {code[:3] for code in rules}
    assert {"COL", "LOG", "VOX", "LNK"} <= families, families
    return f"{len(report['creatives'])} creatives in {seconds:.1f} s, rules of {sorted(families)}"


def speaks(program: str, home: str) -> str:
    """Ask for the version and the help, timed."""
    done, seconds = run(program, "--version", home=home)
    assert done.returncode == 0, done.stderr
    again = min(run(program, "--version", home=home)[1] for _ in range(3))
    return f"{done.stdout.strip()}: {seconds:.2f} s at first, {again:.2f} s again"


def finds_its_parts(program: str, home: str) -> str:
    """Ask which formats, languages and models are there."""
    done, _ = run(program, "doctor", "--format", "json", home=home)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    rows = [row for part in report.values() if isinstance(part, list) for row in part]
    missing = [str(row["what"]) for row in rows if row.get("ready") is False]
    return "not there: " + (", ".join(missing) or "nothing")


def opens(program: str, home: str) -> str:
    """Open the window with the sample, and see that it lives and that no worker opens one."""
    with tempfile.TemporaryFile("w+") as said:
        arguments = ["gui", str(SAMPLE / "campaigns" / "spring-wrong")]
        window = subprocess.Popen(
            [program, *arguments, "-p", str(SAMPLE / "_brand.yml")],
            env=clean(home),
            stdout=said,
            stderr=said,
        )
        try:
            ended = window.wait(WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            ended = None
        open_windows = windows_of_children(window.pid) if ended is None else []
        window.kill()
        window.wait()
        said.seek(0)
        words = said.read()
    assert ended is None, (ended, words[-2000:])
    assert "Traceback" not in words, words[-2000:]
    assert open_windows == [], open_windows
    return f"the window stood for {WINDOW_SECONDS} s, its workers opened none"


def windows_of_children(parent: int) -> list[int]:
    """List the workers, on Linux, that have loaded Qt's window part."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            above = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if above == parent and "libQt6Widgets" in (folder / "maps").read_text():
                found.append(int(folder.name))
        except (OSError, IndexError, ValueError):
            continue
    return found


def main(program: str) -> None:
    """Try all, say what each found."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        for trial in (speaks, finds_its_parts, judges, opens):
            print(f"{trial.__name__}: {trial(program, home)}", flush=True)


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).absolute()))
