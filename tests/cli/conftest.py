"""A small brand and its creatives, made anew, and the command line called in this process."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest
from PIL import Image, ImageDraw

from brandguard.cli.app import run as run_command

RED, INK, PAPER, FOREIGN = "#D7263D", "#1B1B1E", "#FFFFFF", "#00A86B"

PROFILE = """\
meta: {name: Acme}
color:
  palette: {red: "#D7263D", ink: "#1B1B1E", paper: "#FFFFFF"}
defaults:
  brandguard:
    languages: [en, it]
    colour: {palette: {red: {core: true}}}
    wording: {banned: [cheap]}
    rules: {TRM001: fail, COL001: warn}
"""


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def card(file, *colours, height=40):
    """A flat picture: paper with a band of each colour."""
    image = Image.new("RGB", (240, 240), PAPER)
    draw = ImageDraw.Draw(image)
    for i, colour in enumerate(colours):
        draw.rectangle((0, 60 * i, 239, 60 * i + height), fill=colour)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file)
    return file


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
