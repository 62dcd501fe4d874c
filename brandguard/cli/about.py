"""`languages` and `doctor`: what is there on this machine, what is missing, and how to get it."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
from enum import StrEnum
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brandguard import __version__
from brandguard.cli import options as o
from brandguard.cli.terminal import console, wants_color
from brandguard.messages import Messages
from brandguard.model.cure import installed_by
from brandguard.settings import asset_path, cache_file, history_file, settings_file

if TYPE_CHECKING:
    from brandguard.readers import Format

Short = StrEnum("Short", ["text", "json"])
ShortFormat = Annotated[Short, typer.Option("--format", help="For people, or programs.")]

EXTRAS = (
    ("gui", "PySide6"),
    ("cluster", "distributed"),
    ("remote", "fsspec"),
    ("heif", "pillow_heif"),
    ("team", "psycopg"),
)
"""Extras that this version uses, with the module that tells whether they are there."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("languages")(languages)
    app.command("doctor")(doctor)


def languages(
    format_: ShortFormat = Short.text,
    lang: o.Lang = o.LanguageName.en,
    color: o.Color = o.When.auto,
) -> int:
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
    messages = Messages.load(str(lang))
    for row in rows:
        state = messages.text("doctor.ready" if row["ready"] else "doctor.missing")
        table.add_row(*(str(row[k]) for k in ("language", "name", "version", "licence")), state)
    console(color=wants_color(str(color), sys.stdout)).print(table)
    return 0


def doctor(
    format_: ShortFormat = Short.text,
    lang: o.Lang = o.LanguageName.en,
    color: o.Color = o.When.auto,
) -> int:
    """Say what works on this machine, what is missing, and how to get it."""
    report = _examine(Messages.load("en" if format_ is Short.json else str(lang)))
    if format_ is Short.json:  # programs read the same words in every language
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
            table.add_row(mark, Text(str(row["what"])), Text(str(row["says"]), overflow="fold"))
        out.print(table)
    return 0


def _ready(format_: Format) -> bool:
    return format_.needs is None or find_spec(format_.needs) is not None


def _gives(format_: Format, messages: Messages) -> str:
    if not _ready(format_):
        return messages.said(installed_by(f"brandguard[{format_.name.replace('heic', 'heif')}]"))
    given = [messages.name("gives", each) for each in format_.gives]
    if format_.drawn_by is None or "picture" in format_.gives:
        return ", ".join(given)
    if _draws(format_.drawn_by):
        return ", ".join((messages.name("gives", "picture"), *given))
    return ", ".join((*given, messages.text("doctor.with_program", program=format_.drawn_by)))


def _draws(program: str) -> bool:
    """Say whether what draws a format is there."""
    from brandguard.readers import html_drawing, libreoffice

    if program == "LibreOffice":
        return libreoffice.executable() is not None
    return html_drawing.why_not() is None


def _drawing(messages: Messages) -> dict[str, Any]:
    from brandguard.readers.libreoffice import executable

    found = executable()
    says = found or messages.text("doctor.no_libreoffice")
    return {"what": "LibreOffice", "says": says, "ready": found is not None}


def _html(messages: Messages) -> dict[str, Any]:
    """Say whether HTML is drawn, or how this system gets what is missing."""
    from brandguard.readers.html_drawing import why_not

    row = _extra("html", "weasyprint", messages)
    if why_not() != "pango":
        return row
    system = sys.platform if sys.platform in {"darwin", "win32"} else "linux"
    return row | {"says": messages.text(f"doctor.no_pango_{system}"), "ready": False}


def _recognition(messages: Messages) -> dict[str, Any]:
    from brandguard.measures.ocr_engine import available

    missing = available()
    says = messages.text("doctor.recognition_ready")
    if missing:
        says = messages.text("doctor.missing_part", what=missing)
    what = messages.text("doctor.recognition")
    return {"what": what, "says": says, "ready": missing is None}


def _examine(messages: Messages) -> dict[str, list[dict[str, Any]]]:
    from brandguard.readers import FORMATS

    word = partial(_word, messages)
    return {
        "BrandGuard": [
            {"what": word("version"), "says": __version__},
            {"what": "Python", "says": _system(messages)},
            {"what": "SQLite", "says": sqlite3.sqlite_version},
            {"what": word("assets"), "says": str(asset_path())},
            {"what": word("store"), "says": str(cache_file())},
            {"what": word("history"), "says": str(history_file())},
            {"what": word("settings"), "says": str(settings_file())},
        ],
        word("formats"): [
            {
                "what": f.name,
                "says": f"{' '.join(f.suffixes)}: {_gives(f, messages)}",
                "ready": _ready(f),
            }
            for f in FORMATS
        ],
        word("languages"): _models(messages),
        word("text_in_pictures"): [_recognition(messages)],
        word("extras"): [
            *(_extra(name, module, messages) for name, module in EXTRAS),
            _html(messages),
            _drawing(messages),
        ],
    }


def _word(messages: Messages, key: str) -> str:
    return messages.text(f"doctor.{key}")


def _system(messages: Messages) -> str:
    python, system = platform.python_version(), platform.system()
    return messages.text("doctor.system", python=python, system=system)


def _models(messages: Messages) -> list[dict[str, Any]]:
    from brandguard.language.pipelines import installed

    return [
        {
            "what": messages.name("language_name", m.language),
            "says": f"{m.name} {m.version}, {m.licence}",
            "ready": not m.problem,
        }
        for m in installed()
    ]


def _extra(name: str, module: str, messages: Messages) -> dict[str, Any]:
    ready = find_spec(module) is not None
    cure = messages.said(installed_by(f"brandguard[{name}]"))
    says = messages.text("doctor.installed") if ready else cure
    return {"what": messages.text(f"doctor.{name}"), "says": says, "ready": ready}
