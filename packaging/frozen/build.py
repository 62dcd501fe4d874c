"""Builds the frozen program: one folder with the window, the command line and all that they read.

    python packaging/frozen/build.py [--out dist/frozen]

Run it with a Python that has requirements/app.txt, requirements/build.txt and the program itself.
`make app-frozen` makes such a one in build/venv, so that nothing of the development gets in.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build"
STRIPPED = ("spacy", "thinc", "preshed", "cymem", "murmurhash", "blis", "srsly")
"""Packages whose Linux modules carry their debugging tables: 100 MB. Libraries that auditwheel has
changed stay as they are: stripping breaks some of them."""
TEXTS = re.compile(r"(?i)(licen[cs]e|copying|notice|authors|ofl)[^/]*(/.*)?$")
VERSION = """VSVersionInfo(
  ffi=FixedFileInfo(filevers=({numbers}, 0), prodvers=({numbers}, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("ProductName", "BrandGuard"),
      StringStruct("FileDescription", "BrandGuard"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("LegalCopyright", "MIT licence"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def freeze(out: Path) -> Path:
    """Run PyInstaller; gives the folder it made."""
    told = version("brandguard")
    BUILD.mkdir(exist_ok=True)
    subprocess.run([sys.executable, HERE.parent / "icons.py", BUILD / "icons"], check=True)
    numbers = ", ".join(re.findall(r"\d+", told)[:3])
    text = VERSION.format(numbers=numbers, version=told)
    (BUILD / "version.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--workpath", BUILD / "frozen", "--distpath", out]
    # one order of sets in every run: the same bytes from the same sources
    settled = os.environ | {"PYTHONHASHSEED": "1"}
    subprocess.run([*command, *places, HERE / "brandguard.spec"], check=True, env=settled)
    return out / "brandguard"


def strip(folder: Path) -> None:
    """Take the debugging tables out of some modules, on Linux."""
    if sys.platform != "linux":
        return
    for package in STRIPPED:
        for module in sorted((folder / "_internal" / package).rglob("*.so")):
            subprocess.run(["strip", "--strip-unneeded", module], check=True)


def add_licences(folder: Path) -> None:
    """Put the list of parts and the licence texts of each package into `licences`."""
    target = folder / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copyfile(ROOT / "LICENSE", target / "BrandGuard.txt")
    shutil.copyfile(ROOT / "assets" / "licences.json", target / "parts.json")
    shutil.copytree(HERE.parent / "notices" / "texts", target / "texts")  # Qt's wheel brings none
    pins = (ROOT / "requirements" / "app.txt").read_text(encoding="utf-8")
    for name in sorted({*re.findall(r"^([\w.-]+)==", pins, re.MULTILINE), "pyinstaller"}):
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            continue  # of another system
        for file in files:
            if TEXTS.search(file.as_posix()) and file.suffix in {"", ".txt", ".md", ".rst"}:
                copy = target / name / Path(*file.parts[1:])
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(file.locate()), copy)


def size_mb(folder: Path) -> float:
    """Give the size of a folder's files in megabytes."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1_000_000


def main() -> None:
    """Build and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "frozen")
    folder = freeze(parser.parse_args().out)
    strip(folder)
    add_licences(folder)
    print(f"{folder}: {size_mb(folder):.0f} MB")


if __name__ == "__main__":
    main()
