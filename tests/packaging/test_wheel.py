import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE_ON = "1767225600"


def build(target, folder):
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=ROOT,
        env=os.environ | {"SOURCE_DATE_EPOCH": MADE_ON},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = folder.iterdir()
    return made


def kept(folder):
    """What git has, or would have, of a folder: the names from the root."""
    asked = ["git", "ls-files", "--cached", "--", folder]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        pytest.skip("no clone: no list of files to compare with")
    return {name for name in told.stdout.splitlines() if (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return build("sdist", tmp_path_factory.mktemp("sdist"))


def test_the_wheel_holds_every_asset(wheel):
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {f"brandguard/{name}" for name in kept("assets")}
    assert len(wanted) > 100
    assert wanted - inside == set()
    folders = {name.split("/")[1] for name in kept("assets") if name.count("/") > 1}
    assert {"fonts", "icons", "lexicons", "messages", "models", "sample", "schema"} <= folders


def test_the_wheel_holds_the_program_and_what_lies_beside_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert kept("brandguard") - inside == set()
    assert not [name for name in inside if "__pycache__" in name or name.startswith("tests/")]


def test_the_wheel_brings_its_licences_and_its_command(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        told = next(archive.read(name).decode() for name in names if name.endswith("/METADATA"))
        commands = next(archive.read(n).decode() for n in names if n.endswith("entry_points.txt"))
    for text in ("LICENSE", "models/it/LICENSE", "COHORT_LICENSE.md", "figtree/OFL.txt"):
        assert [name for name in names if ".dist-info/licenses/" in name and name.endswith(text)]
    assert "License-Expression: MIT AND CC-BY-SA-4.0 AND OFL-1.1" in told
    assert "brandguard = brandguard.__main__:main" in commands


def test_two_builds_give_the_same_bytes(wheel, tmp_path):
    assert build("wheel", tmp_path).read_bytes() == wheel.read_bytes()


def test_the_source_archive_holds_all_that_builds_and_tests_it(source):
    with tarfile.open(source) as archive:
        inside = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    for folder in ("brandguard", "assets", "tests", "packaging", "requirements"):
        assert kept(folder) - inside == set()
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "Makefile"} <= inside
