"""Where things lie: shipped assets, the user's folders, and the settings file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import PlatformDirs

from brandguard.model.errors import UsageError
from brandguard.model.said import Said, cause

_DIRS = PlatformDirs("brandguard", appauthor=False)

HISTORY_MARK = b"BGHS"
"""What a history of ours carries near its beginning (SQLite's application_id)."""


@cache
def _assets() -> Path:
    inside = Path(__file__).parent / "assets"  # an installed wheel
    beside = Path(__file__).parent.parent / "assets"  # a clone
    return inside if inside.is_dir() else beside


def asset_path(*parts: str) -> Path:
    """Give the path of a file or folder under assets/."""
    return _assets().joinpath(*parts)


def cache_file() -> Path:
    """Give the path of the store of measurements; its folder may not exist yet."""
    return Path(_DIRS.user_cache_dir) / "measurements.sqlite3"


def history_file() -> Path:
    """Give the path of the user's history of scores; its folder may not exist yet."""
    return Path(_DIRS.user_data_dir) / "history.sqlite3"


def pasted_folder() -> Path:
    """Give the folder of what was pasted into the window; it may not exist yet."""
    return Path(_DIRS.user_data_dir) / "pasted"


def session_file() -> Path:
    """Give the path of what the window had open; its folder may not exist yet."""
    return Path(_DIRS.user_state_dir) / "session.json"


def log_folder() -> Path:
    """Give the folder of the window's log files; it may not exist yet."""
    return Path(_DIRS.user_log_dir)


def settings_file() -> Path:
    """Give the path of the user's settings; it may not exist."""
    return Path(_DIRS.user_config_dir) / "settings.toml"


def load_settings(path: Path | None = None) -> dict[str, Any]:
    """Read the settings file: defaults for the options of the command line, by their long names.

    A missing file is no settings. Raises UsageError where the file is no TOML.
    """
    file = path or settings_file()
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(
            Said("{file}: the settings cannot be read ({why})", file=file, why=cause(error))
        ) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            Said("{file}: the settings are no valid TOML ({why})", file=file, why=error)
        ) from error
