"""`languages` and `doctor`: what is there on this machine, what is missing, and how to get it."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brandguard import __version__
from brandguard.cli import options as o
from brandguard.cli.terminal import console, wants_color
from brandguard.settings import asset_path, cache_file, settings_file

if TYPE_CHECKING:
    from brandguard.readers import Format

Short = StrEnum("Short", ["text", "json"])
ShortFormat = Annotated[Short, typer.Option("--format", help="For people, or programs.")]

EXTRAS = (
    ("gui", "PySide6", "the window"),
    ("heif", "pillow_heif", "HEIC pictures"),
)
"""Extras that this version uses: name, module, what it adds."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("languages")(languages)
    app.command("doctor")(doctor)


def languages(format_: ShortFormat = Short.text, color: o.Color = o.When.auto) -> int:
    """List the languages whose voice can be measured, with their models."""
    from brandguard.language.pipelines import installed

    rows = [
        {
            "language": m.language, "name": m.name, "version": m.version, "licence": m.licence,
            "ready": not m.problem,
        }
        for m in installed()
    ]  # fmt: skip
    if format_ is Short.json:
        sys.stdout.write(json.dumps(rows, indent=1) + "\n")
        return 0
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2))
    for row in rows:
        state = "ready" if row["ready"] else "missing: install BrandGuard again"
        table.add_row(*(str(row[k]) for k in ("language", "name", "version", "licence")), state)
    console(color=wants_color(str(color), sys.stdout)).print(table)
    return 0


def doctor(format_: ShortFormat = Short.text, color: o.Color = o.When.auto) -> int:
    """Say what works on this machine, what is missing, and how to get it."""
    report = _examine()
    if format_ is Short.json:
        sys.stdout.write(json.dumps(report, indent=1) + "\n")
        return 0
    from rich.table import Table
    from rich.text import Text

    out = console(color=wants_color(str(color), sys.stdout))
    for title, rows in report.items():
        out.print(Text(title, style="bold"))
        table = Table(box=None, show_header=False, padding=(0, 2))
        for row in rows:
            mark = {True: "✓", False: "–", None: ""}[row.get("ready")]
            table.add_row(mark, Text(str(row["what"])), Text(str(row["says"])))
        out.print(table)
    return 0


def _ready(format_: Format) -> bool:
    return format_.needs is None or find_spec(format_.needs) is not None


def _gives(format_: Format) -> str:
    if not _ready(format_):
        return f"pip install 'brandguard[{format_.name.replace('heic', 'heif')}]'"
    return ", ".join(g.replace("_", " in ") for g in format_.gives)


def _recognition() -> dict[str, Any]:
    from brandguard.measures.ocr_engine import available

    missing = available()
    says = f"missing: {missing}; install BrandGuard again" if missing else "PP-OCRv6, offline"
    return {"what": "recognition (OCR)", "says": says, "ready": missing is None}


def _examine() -> dict[str, list[dict[str, Any]]]:
    from brandguard.language.pipelines import installed
    from brandguard.readers import FORMATS

    languages_ = [
        {"what": m.language, "says": f"{m.name} {m.version}, {m.licence}", "ready": not m.problem}
        for m in installed()
    ]
    extras = [
        {
            "what": what,
            "says": "installed" if find_spec(module) else f"pip install 'brandguard[{extra}]'",
            "ready": find_spec(module) is not None,
        }
        for extra, module, what in EXTRAS
    ]
    return {
        "BrandGuard": [
            {"what": "version", "says": __version__},
            {"what": "Python", "says": f"{platform.python_version()} on {platform.system()}"},
            {"what": "SQLite", "says": sqlite3.sqlite_version},
            {"what": "assets", "says": str(asset_path())},
            {"what": "store of measurements", "says": str(cache_file())},
            {"what": "settings", "says": str(settings_file())},
        ],
        "Formats": [
            {"what": f.name, "says": f"{' '.join(f.suffixes)}: {_gives(f)}", "ready": _ready(f)}
            for f in FORMATS
        ],
        "Languages": languages_,
        "Text in pictures": [_recognition()],
        "Extras": extras,
        "Not in this version": [
            {
                "what": "typefaces",
                "says": "not measured yet",
            }
        ],
    }
