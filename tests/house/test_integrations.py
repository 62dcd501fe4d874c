"""The files that other programs read name commands, options and suffixes that exist."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from ruamel.yaml import YAML

from brandguard.cli.app import app
from brandguard.readers import FORMATS

ROOT = Path(__file__).parents[2]
SPOKEN = {"html", "markdown", "text", "srt", "vtt"}
LEFT_TO_THE_USER = {".csv", ".tsv", ".xlsx", ".xlsm", ".xltx"}
"""Tables hold anything; films are long: who wants them in a hook names them."""
FILMS = {".mp4", ".m4v", ".mov", ".qt", ".webm", ".mkv"}


def read(name):
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


def options_of(command):
    found = typer.main.get_command(app).commands[command]
    return {option for parameter in found.params for option in parameter.opts}


def test_hooks_call_commands_that_exist_one_at_a_time():
    for hook in read(".pre-commit-hooks.yaml"):
        program, command, *options = hook["entry"].split()
        assert program == "brandguard"
        assert set(options) <= options_of(command)
        assert hook["require_serial"] is True


def test_hooks_take_every_kind_of_file_that_is_read():
    pictures, copy = (re.compile(hook["files"]) for hook in read(".pre-commit-hooks.yaml"))
    for kind in FORMATS:
        for suffix in kind.suffixes:
            if suffix in LEFT_TO_THE_USER | FILMS or kind.needs == "pillow_heif":
                continue
            taken = (bool(pictures.search(f"a{suffix}")), bool(copy.search(f"A{suffix.upper()}")))
            assert taken == (kind.name not in SPOKEN, kind.name in SPOKEN), suffix
    assert not pictures.search("setup.py")
    assert not copy.search("setup.py")


def test_the_action_names_options_that_exist_and_no_value_becomes_script():
    action = read("action.yml")
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", next(s for s in scripts if "check" in s)))
    assert named <= options_of("check")
    assert all("${{" not in script for script in scripts)
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(action["inputs"])


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_actions_script_checks_what_it_was_given(tmp_path):
    script = next(s["run"] for s in read("action.yml")["runs"]["steps"] if s.get("id") == "check")
    tools = tmp_path / "bin"
    tools.mkdir()
    program = tools / "brandguard"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m brandguard "$@"\n'
    )
    program.chmod(0o755)
    (tmp_path / "_brand.yml").write_text(
        "meta: {name: Acme}\n"
        "defaults: {brandguard: {wording: {banned: [cheap]}, rules: {TRM001: fail}}}\n"
    )
    (tmp_path / "our copy.txt").write_text("Our cheap shoes.")
    inputs = {
        "PATHS": "our copy.txt\n", "PROFILE": "", "CHANGED_ONLY": "false", "BASE": "",
        "FAIL_ON": "fail", "SPOKEN": "it", "ARGUMENTS": "--no-cache\n",
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "RUNNER_TEMP": str(tmp_path), "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=tmp_path, capture_output=True,
        text=True, env={**os.environ, **inputs}, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "::error" in done.stdout
    assert (tmp_path / "brandguard.sarif").is_file()
    assert "written=true" in (tmp_path / "output").read_text()
