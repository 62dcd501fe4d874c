"""One value changed in the text of settings.toml: everything else in it stays, comments too."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

from brandguard.model.errors import UsageError
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | bool | None
"""None takes the setting out, so that the default holds again."""
_ASSIGNMENT = re.compile(r"\s*(?P<key>[\w-]+|\"[^\"]+\")\s*=")
_TABLE = re.compile(r"\s*\[\s*(?P<name>[^\[\]]+?)\s*\]\s*(#.*)?$")


def setting(settings: Mapping[str, Any], command: str, name: str) -> object:
    """Give what holds for an option of a command: its table goes before what is set for all."""
    for table in (settings.get(command, {}), settings):
        for key, value in table.items() if isinstance(table, dict) else ():
            if _same(key, name) and not isinstance(value, dict):
                return value
    return None


def with_setting(text: str, command: str, name: str, value: Value) -> str:
    """Set an option where it is set now: for the command, else for all.

    Raises UsageError where the text is no TOML, or where a value of several lines stands there
    that only its author should change.
    """
    before = _parsed(text)
    lines = text.splitlines()
    place = _place(lines, command, name)
    fresh = [] if value is None else [f"{name} = {_written(value)}"]
    if place is not None:
        lines[place : place + 1] = fresh
    else:
        first = next((i for i, line in enumerate(lines) if _TABLE.match(line)), len(lines))
        blank = [""] if fresh and first < len(lines) else []
        lines[first:first] = fresh + blank
    made = "\n".join(lines) + "\n" if lines else ""
    after = _parsed(made)
    if setting(after, command, name) != value or _besides(after, name) != _besides(before, name):
        raise UsageError(
            Said("{name} cannot be changed from here: change it in the settings file", name=name)
        )
    return made


def _place(lines: list[str], command: str, name: str) -> int | None:
    """Find the line that sets it, the command's own first."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(lines):
        header = _TABLE.match(line)
        if header:
            table = header["name"].strip('"')
        match = _ASSIGNMENT.match(line)
        if match and table in {"", command} and _same(match["key"].strip('"'), name):
            found.setdefault(table, number)
    return found.get(command, found.get(""))


def _besides(settings: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {
        key: _besides(value, name) if isinstance(value, dict) else value
        for key, value in settings.items()
        if not _same(key, name)
    }


def _same(key: str, name: str) -> bool:
    return key.replace("_", "-") == name


def _written(value: str | int) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(Said("the settings are no valid TOML ({why})", why=error)) from error
