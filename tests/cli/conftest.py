"""The command line, called in this process or in its own, on a small brand."""

import os
import subprocess
import sys

import pytest
from small_brand import FOREIGN, INK, PROFILE, RED, Answer, card

from brandguard.cli.app import run as run_command


@pytest.fixture
def brand(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "_brand.yml").write_text(PROFILE)
    card(tmp_path / "spring" / "online" / "post.png", RED, INK)
    card(tmp_path / "spring" / "offline" / "flyer.png", FOREIGN, INK)
    (tmp_path / "spring" / "online" / "copy.txt").write_text("Our cheap shoes are here.")
    return tmp_path


@pytest.fixture
def command(capsys):
    def call(*arguments):
        code = run_command([str(a) for a in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


@pytest.fixture
def process():
    def call(*arguments, stdin=b"", **env):
        done = subprocess.run(
            [sys.executable, "-m", "brandguard", *map(os.fspath, arguments)],
            input=stdin, capture_output=True, env={**os.environ, **env}, check=False,
        )  # fmt: skip
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call
