"""Bring the window's translations up to date: `make translations`.

Qt's lupdate reads every tr() of brandguard/gui into assets/i18n/brandguard_{en,it,es}.ts; there a
translator (with Qt Linguist, or any editor) fills in what is new, and a second call makes the .qm
that Qt loads. English has plurals alone. The .qm are committed: a clone and a wheel need no Qt
tools. A test fails while a .ts lacks a string or holds an unfinished one.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "i18n"
LANGUAGES = ("en", "it", "es")
BIN = Path(sys.executable).parent
UPDATE = (
    "-extensions", "py", "-locations", "none", "-no-obsolete", "-silent",
    "-tr-function-alias", "translate+=_tr", "-source-language", "en",
)  # fmt: skip


def main() -> int:
    """Update and release; 1 where something is left to be translated."""
    FOLDER.mkdir(exist_ok=True)
    left = 0
    for language in LANGUAGES:
        file = update(language, FOLDER)
        missing = unfinished(file)
        left += len(missing)
        for source in missing:
            print(f"{file.name}: {source}")
        release(file)
    return int(left > 0)


def update(language: str, folder: Path) -> Path:
    """Read the sources into a language's .ts, which keeps what is translated already."""
    file = folder / f"brandguard_{language}.ts"
    only = ["-pluralonly"] if language == "en" else []
    command = [BIN / "pyside6-lupdate", *UPDATE, *only, "brandguard/gui"]
    command += ["-target-language", language, "-ts", file]
    subprocess.run(command, cwd=ROOT, check=True)
    return file


def release(file: Path) -> Path:
    """Make the .qm beside a .ts."""
    made = file.with_suffix(".qm")
    command = [BIN / "pyside6-lrelease", "-silent", file, "-qm", made]
    subprocess.run(command, cwd=ROOT, check=True)
    return made


def unfinished(file: Path) -> list[str]:
    """Give the sources that lack a translation, or one of its plural forms."""
    missing = []
    for message in ET.parse(file).getroot().iter("message"):
        translation = message.find("translation")
        source = message.findtext("source") or ""
        forms = [] if translation is None else [f.text for f in translation.iter("numerusform")]
        whole = forms or [None if translation is None else translation.text]
        if translation is None or translation.get("type") == "unfinished" or not all(whole):
            missing.append(source)
    return missing


if __name__ == "__main__":
    sys.exit(main())
