"""Settings that the window shares with the command line, and what lies on the disk. Without Qt.

They stand in settings.toml alone, by the names of the command line's options: there is one truth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brandguard.interchange.settingstext import Value

COMMAND = "check"
"""Whose options the window goes by: it does the same job."""
LEAST_MEMORY_MB = 64
USUAL_MEMORY_MB = 1024


@dataclass(frozen=True, slots=True)
class Shared:
    """What holds for the window and the command line."""

    language: str = "en"
    """Of reports."""
    ocr: bool = True
    jobs: int = 0
    """Workers; 0 for as many as leave room for other work."""
    max_memory_mb: int = USUAL_MEMORY_MB
    history: bool = True
    history_at: str = ""
    """A file or a database; empty for the user's own file."""


@dataclass(frozen=True, slots=True)
class Model:
    """A language whose voice can be measured, or why not."""

    language: str
    name: str
    version: str | None
    licence: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Doors to the settings and to what is kept. All may block."""

    load: Callable[[], Shared]
    """Raises UsageError where the file cannot be used."""
    save: Callable[[str, Value], None]
    """Option and value, None for the default; raises UsageError and OutputError."""
    stored: Callable[[], int]
    """Bytes of the store of measurements."""
    clear: Callable[[], None]
    """Empties the store; raises OutputError."""
    models: Callable[[], tuple[Model, ...]]
    file: Callable[[], Path]
    """Where the settings stand."""
    own_history: Callable[[], Path]
    """Where scores are kept if no other place is named."""


def own_upkeep() -> Upkeep:
    """Give the doors to the user's own files."""
    from brandguard.settings import history_file, settings_file

    return Upkeep(running_settings, _save, _stored, _clear, _models, settings_file, history_file)


def running_settings() -> Shared:
    """Read what holds now; what cannot be used of it is as good as not there."""
    from brandguard.interchange.settingstext import setting
    from brandguard.settings import load_settings

    found = load_settings()

    def given(name: str, kind: type, usual: Any) -> Any:  # noqa: ANN401  of the kind that is asked for
        value = setting(found, COMMAND, name)
        fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
        return value if fits else usual

    return Shared(
        language=given("lang", str, "en"),
        ocr=not given("no-ocr", bool, usual=False),
        jobs=max(given("jobs", int, 0), 0),
        max_memory_mb=max(given("max-memory", int, USUAL_MEMORY_MB), LEAST_MEMORY_MB),
        history=not given("no-history", bool, usual=False),
        history_at=given("history", str, ""),
    )


def _save(name: str, value: Value) -> None:
    from brandguard.interchange.settingstext import with_setting
    from brandguard.settings import settings_file
    from brandguard.writers.atomic import explaining, replacing

    file = settings_file()
    with explaining(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
    made = with_setting(text, COMMAND, name, value)
    with replacing(file) as out:
        out.write(made)


def _stored() -> int:
    from brandguard.cache import store_info
    from brandguard.settings import cache_file

    return store_info(cache_file()).bytes


def _clear() -> None:
    from brandguard.cache import clear_store
    from brandguard.settings import cache_file
    from brandguard.writers.atomic import explaining

    with explaining(cache_file()):
        clear_store(cache_file())


def _models() -> tuple[Model, ...]:
    from brandguard.language.pipelines import installed

    return tuple(Model(m.language, m.name, m.version, m.licence, m.problem) for m in installed())
